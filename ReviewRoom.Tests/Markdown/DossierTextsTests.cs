using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Markdown;

public sealed class DossierTextsTests
{
    [Fact]
    public async Task A_text_is_found_under_its_hash_by_the_next_program_too()
    {
        using var folder = new TemporaryFolder();
        var hash = await new DossierTexts(folder.File("dossiers.db")).Store("## 4.1 领导\n\n一段。");

        var found = new DossierTexts(folder.File("dossiers.db")).Find(hash);

        Assert.NotNull(found);
        Assert.Equal("<h3 id=\"h-4.1\">4.1 领导</h3>\n<p id=\"p-4.1-1\" data-place=\"4.1 ¶1\">一段。</p>\n", found.Html);
        Assert.Equal([new Heading("4.1", "领导", 2, "h-4.1")], found.Outline.AsEnumerable());
    }

    [Fact]
    public async Task Storing_twice_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var texts = new DossierTexts(folder.File("dossiers.db"));

        Assert.Equal(await texts.Store("a"), await texts.Store("a"));
    }

    [Fact]
    public void An_unknown_hash_has_no_text()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(new DossierTexts(folder.File("dossiers.db")).Find(new string('0', 64)));
    }
}
