using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Markdown;

public sealed class DossierMarkdownTests
{
    private static readonly string[] MayStand =
        ["h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "sup", "a", "div", "table", "thead", "tbody", "tr", "th", "td"];

    [Fact]
    public void A_task_list_shows_what_is_done_without_a_control()
    {
        var html = DossierMarkdown.Render("- [x] 应力环\n- [ ] 烧成曲线").Text.Html;

        Assert.Contains("<li class=\"done\"> 应力环</li>", html, StringComparison.Ordinal);
        Assert.Contains("<li class=\"todo\"> 烧成曲线</li>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](//evil.example/a)")]
    [InlineData("[x](http://evil.example/a)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<https://evil.example/a>")]
    [InlineData("![x](https://evil.example/a.png)")]
    [InlineData("![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)")]
    [InlineData("[![x](https://evil.example/a.png)](javascript:alert(1))")]
    [InlineData("text {onclick=alert(1)}")]
    [InlineData("# heading {#x onclick=alert(1)}")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<iframe src=https://evil.example></iframe>")]
    [InlineData("```html\n<script>alert(1)</script>\n```")]
    [InlineData("a[^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))")]
    public void Hostile_Markdown_leaves_nothing_but_harmless_tags(string hostile)
    {
        var text = DossierMarkdown.Render(hostile).Text;

        AssertHarmless(text.Html);
        Assert.DoesNotContain(Elements(text.Html), e => e.HasAttribute("href") && !e.GetAttribute("href")!.StartsWith('#'));
    }

    [Fact]
    public void Whatever_is_written_the_text_stays_harmless()
    {
        string[] pieces = ["<", ">", "\"", "'", "[", "](", ")", "!", "javascript:", "data:", "https://e.example", "onclick=", "&#106;", "`", "|", "\n", "\n\n", "> ", "- ", "# ", "[^1]", "[^1]: ", "{", "}", "*", "_", "4.1 ", "\0", "\u202e", "\ud83d", "script", "img ", "style=", "---"];

        Gen.Int[0, pieces.Length - 1].Array[1, 40].Sample(picked => AssertHarmless(DossierMarkdown.Render(string.Concat(picked.Select(i => pieces[i]))).Text.Html), iter: 2000);
    }

    [Fact]
    public void An_https_link_stays_and_tells_its_target_nothing()
    {
        var link = Elements(DossierMarkdown.Render("[x](https://a.example/b?c=d)").Text.Html).Single(e => e.LocalName == "a");

        Assert.Equal("https://a.example/b?c=d", link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
    }

    [Fact]
    public void A_link_or_an_image_that_is_cut_leaves_its_words()
    {
        var html = DossierMarkdown.Render("see [the *table*](javascript:x) and ![the plant](https://a.example/x.png)").Text.Html;

        Assert.Contains("see the <em>table</em> and the plant", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_lead_there_and_back()
    {
        var page = Elements(DossierMarkdown.Render("text[^1] more\n\n[^1]: the note").Text.Html);

        var there = page.Single(e => e.ClassName == "footnote-ref").GetAttribute("href");
        var back = page.Single(e => e.ClassName == "footnote-back-ref").GetAttribute("href");
        Assert.Contains(page, e => "#" + e.Id == there && e.TextContent.Contains("the note", StringComparison.Ordinal));
        Assert.Contains(page, e => "#" + e.Id == back);
        Assert.All(page.Where(e => e.LocalName == "a"), link => Assert.Equal(link.GetAttribute("href"), "#" + link.GetAttribute("data-anchor")));
    }

    [Fact]
    public void Table_columns_keep_their_side_without_a_style()
    {
        var cells = Elements(DossierMarkdown.Render("| a | b |\n|---|--:|\n| 1 | 2 |").Text.Html).Where(e => e.LocalName is "td" or "th").ToArray();

        Assert.Equal(["", "right", "", "right"], cells.Select(c => c.ClassName ?? ""));
        Assert.All(cells, c => Assert.False(c.HasAttribute("style")));
    }

    private static void AssertHarmless(string html)
    {
        foreach (var element in Elements(html))
        {
            Assert.Contains(element.LocalName, MayStand);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, (string[])["id", "class", "href", "rel", "target", "start", "data-place", "data-anchor"]));
            if (element.GetAttribute("href") is { } href) Assert.Matches("^(#|https:|mailto:)", href);
        }
    }

    private static IElement[] Elements(string html) => [.. new HtmlParser().ParseDocument($"<body>{html}</body>").Body!.QuerySelectorAll("*")];
}
