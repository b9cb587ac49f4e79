using System.Diagnostics;
using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Markdown;

public sealed class MarkdownLimitsTests
{
    public static TheoryData<string, string> Floods => new()
    {
        { "quotes", Repeated("> ", 10_000) + "x" },
        { "quotes by lines", string.Concat(Enumerable.Range(1, 600).Select(i => Repeated(">", i) + "\n")) },
        { "lists", string.Concat(Enumerable.Range(0, 430).Select(i => new string(' ', 2 * i) + "- a\n")) },
        { "emphasis", Repeated("*a **b ", 12_000) + Repeated("c** d*", 12_000) },
        { "brackets", new string('[', 199_000) },
        { "links in links", Repeated("[", 50_000) + "a" + Repeated("](b)", 35_000) },
        { "images in images", Repeated("![", 30_000) + "a" + Repeated("](b)", 30_000) },
        { "short rows of a wide table", Repeated("|a", 5_000) + "|\n" + Repeated("|-", 5_000) + "|\n" + Repeated("|b|\n", 44_000) },
        { "a wide table", Repeated("|a", 49_000) + "|\n" + Repeated("|-", 49_000) + "|\n" },
        { "many cells", string.Concat(Enumerable.Repeat(Repeated("|b", 900) + "|\n", 100)) },
        { "footnotes", string.Concat(Enumerable.Range(0, 9_000).Select(i => $"a[^{i}]\n\n[^{i}]: x\n")) },
        { "paragraphs", Repeated("a\n\n", 60_000) },
        { "headings", Repeated("# 4.1\n", 33_000) },
        { "backticks", string.Concat(Enumerable.Range(1, 600).Select(i => new string('`', i) + " ")) },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_shown_unformatted_or_formatted_but_soon(string kind, string flood)
    {
        Assert.False(MarkdownLimits.IsTooLong(flood), kind);
        var clock = Stopwatch.StartNew();

        var rendered = DossierMarkdown.Render(flood);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{kind}: {clock.Elapsed}");
        Assert.True(rendered.Text.Html.Length < 20 * MarkdownLimits.Bytes, $"{kind}: {rendered.Text.Html.Length} characters");
    }

    [Fact]
    public void Ten_thousand_nested_quotes_keep_their_words()
    {
        var rendered = DossierMarkdown.Render(Repeated("> ", 10_000) + "the words");

        Assert.True(rendered.IsPlain);
        Assert.Contains("the words", rendered.Text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_megabytes_are_declined_before_anything_is_read()
    {
        using var folder = new TemporaryFolder();
        var texts = new DossierTexts(folder.File("dossiers.db"));
        var clock = Stopwatch.StartNew();

        await Assert.ThrowsAsync<ArgumentException>(() => texts.Store(new string('a', 5_000_000)));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_limit_counts_bytes_not_letters()
    {
        Assert.True(MarkdownLimits.IsTooLong(new string('质', 70_000)));
        Assert.False(MarkdownLimits.IsTooLong(new string('a', 70_000)));
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
