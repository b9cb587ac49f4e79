using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Markdown;

public sealed class DossierPlacesTests
{
    [Fact]
    public void Blocks_are_placed_by_heading_code_and_number()
    {
        var rendered = DossierMarkdown.Render("# Report\n\nintro\n\n## 4.3 Markets\n\n### 4.3.2 Customers\n\nfirst\n\n| a |\n|---|\n| 1 |\n\n- one\n- two\n\n### 4.3.3 Relations\n\nlast");

        Assert.Equal(["¶1", "4.3.2 ¶1", "4.3.2 ¶2", "4.3.2 ¶3", "4.3.3 ¶1"], rendered.Paragraphs.Select(p => p.Place));
        Assert.Contains("<table id=\"p-4.3.2-2\" data-place=\"4.3.2 ¶2\">", rendered.Text.Html, StringComparison.Ordinal);
        Assert.Contains("<h4 id=\"h-4.3.2\">4.3.2 Customers</h4>", rendered.Text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_outline_names_code_title_level_and_anchor()
    {
        var outline = DossierMarkdown.Render("# Report\n\n## 4.3 顾客与市场\n\n### 4.3.2 顾客和市场的了解\n\n### 没有编号").Text.Outline;

        Assert.Equal([new("4.3", "顾客与市场", 2, "h-4.3"), new("4.3.2", "顾客和市场的了解", 3, "h-4.3.2"), new("", "没有编号", 3, "h-~2")], outline.AsEnumerable());
    }

    [Theory]
    [InlineData("4.1.2 高层领导的作用", "4.1.2", "高层领导的作用")]
    [InlineData("P 组织概述", "P", "组织概述")]
    [InlineData("P.1 组织描述", "P.1", "组织描述")]
    [InlineData("第三章 评审", "第三章", "评审")]
    [InlineData("第12条　奖励", "第12条", "奖励")]
    [InlineData("一、基本情况", "一", "基本情况")]
    [InlineData("（二）质量管理", "（二）", "质量管理")]
    [InlineData("1. Scope", "1", "Scope")]
    [InlineData("A brief history", "", "A brief history")]
    [InlineData("2025年的成绩", "", "2025年的成绩")]
    [InlineData("一流的企业", "", "一流的企业")]
    public void Heading_codes_are_read_in_Chinese_and_in_digits(string heading, string code, string title)
    {
        Assert.Equal((code, title), HeadingCode.Split(heading));
    }

    [Fact]
    public void A_code_met_twice_keeps_its_places_apart()
    {
        var rendered = DossierMarkdown.Render("## 4.1 a\n\nx\n\n## 4.1 b\n\ny");

        Assert.Equal(["4.1 ¶1", "4.1~2 ¶1"], rendered.Paragraphs.Select(p => p.Place));
        Assert.Equal(["h-4.1", "h-4.1~2"], rendered.Text.Outline.Select(h => h.Anchor));
    }

    [Fact]
    public void Every_item_of_the_standard_is_found_in_every_dossier_of_the_demonstration()
    {
        var items = Shipped.Json("rubrics/gbt19580-2012.json")["categories"]!.AsArray().SelectMany(c => c!["items"]!.AsArray()).Select(i => (string)i!["code"]!).ToArray();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped.Folder, "demo", "dossiers"), "org-*.md"))
        {
            var rendered = DossierMarkdown.Render(File.ReadAllText(file));
            Assert.False(rendered.IsPlain);
            Assert.Empty(items.Except(rendered.Text.Outline.Select(h => h.Code)));
            Assert.All(items, item => Assert.Contains(rendered.Paragraphs, p => p.Place == $"{item} ¶1"));
        }
    }

    [Fact]
    public void Every_quotation_of_the_demonstration_has_a_place()
    {
        foreach (var comment in Shipped.Json("demo/scores.json")["comments"]!.AsArray().Where(c => c!["quote"] is not null))
        {
            var rendered = DossierMarkdown.Render(File.ReadAllText(Path.Combine(Shipped.Folder, "demo", "dossiers", $"{comment!["applicantId"]}.md")));

            Assert.NotNull(rendered.PlaceOf((string)comment["quote"]!));
        }
    }
}
