using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReviewRoom.Markdown;

/// <summary>
/// Makes a dossier's Markdown into HTML that is harmless whoever wrote it. Extensions are chosen one by one (tables, footnotes and task lists; no generic attributes,
/// no raw HTML, no autolinks), links and images are cut in the document, and a sanitizer with its own short lists has the last word.
/// </summary>
public static class DossierMarkdown
{
    /// <summary>Grows when the same Markdown would be rendered differently: stored texts of an older version are rendered anew.</summary>
    public const int Version = 3;

    private static readonly MarkdownPipeline Pipeline = MadePipeline();
    private static readonly HtmlSanitizer Sanitizer = MadeSanitizer();

    /// <exception cref="ArgumentException">The text is over <see cref="MarkdownLimits.Bytes"/>: ask <see cref="MarkdownLimits.IsTooLong"/> first.</exception>
    public static RenderedText Render(string markdown)
    {
        if (MarkdownLimits.IsTooLong(markdown)) throw new ArgumentException("The text is over the limit.", nameof(markdown));
        return MarkdownLimits.AsksForTooManyCells(markdown) || Parsed(markdown) is not { } document ? Plain(markdown) : Formatted(document);
    }

    private static MarkdownDocument? Parsed(string markdown)
    {
        try
        {
            var document = Markdig.Markdown.Parse(markdown, Pipeline);
            return MarkdownLimits.IsTooRich(document) ? null : document;
        }
        catch (ArgumentException)
        {
            // Markdig's own answer to what is nested too deeply.
            return null;
        }
    }

    private static RenderedText Formatted(MarkdownDocument document)
    {
        CutLinks(document);
        AlignByClass(document);
        TickByClass(document);
        var places = new DossierPlaces().Give(document);
        var html = Sanitizer.Sanitize(document.ToHtml(Pipeline));
        return new RenderedText(new DossierText(html, places.Outline), places.Paragraphs, IsPlain: false);
    }

    /// <summary>The words as they were written, in paragraphs.</summary>
    private static RenderedText Plain(string markdown)
    {
        var places = new DossierPlaces();
        var html = new StringBuilder();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var text in markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var place = places.NextPlace(out var id);
            paragraphs.Add(new Paragraph(place, text));
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"plain\" id=\"{id}\" data-place=\"{place}\">{WebUtility.HtmlEncode(text)}</p>\n");
        }
        return new RenderedText(new DossierText(html.ToString(), []), paragraphs.ToImmutable(), IsPlain: true);
    }

    /// <summary>Only https and mailto stay links; an image leaves its description; everything else leaves its words.</summary>
    private static void CutLinks(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToArray())
        {
            if (!link.IsImage && IsAllowed(link.Url))
            {
                link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
                link.GetAttributes().AddProperty("target", "_blank");
                continue;
            }
            var words = link.ToArray();
            foreach (var word in words)
            {
                word.Remove();
                link.InsertBefore(word);
            }
            link.Remove();
        }
    }

    private static bool IsAllowed(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto";

    /// <summary>The renderer would write a style attribute, which is not let through.</summary>
    private static void AlignByClass(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var row in table.OfType<TableRow>())
                for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
                    if (table.ColumnDefinitions[i].Alignment is { } side and not TableColumnAlign.Left)
                        row[i].GetAttributes().AddClass(side == TableColumnAlign.Right ? "right" : "center");
            foreach (var column in table.ColumnDefinitions) column.Alignment = null;
        }
    }

    /// <summary>The renderer would write an input, which is not let through.</summary>
    private static void TickByClass(MarkdownDocument document)
    {
        foreach (var task in document.Descendants<TaskList>().ToArray())
        {
            if (task.Parent?.ParentBlock?.Parent is ListItemBlock item) item.GetAttributes().AddClass(task.Checked ? "done" : "todo");
            task.Remove();
        }
    }

    private static MarkdownPipeline MadePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().UseTaskLists().DisableHtml();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        return builder.Build();
    }

    private static HtmlSanitizer MadeSanitizer()
    {
        var sanitizer = new HtmlSanitizer(Allowed());
        // A page with a base address would leave for it: its script follows this mark instead.
        sanitizer.PostProcessNode += (_, cleaned) =>
        {
            if (cleaned.Node is IElement link && link.GetAttribute("href") is ['#', .. var anchor]) link.SetAttribute("data-anchor", anchor);
        };
        return sanitizer;
    }

    private static HtmlSanitizerOptions Allowed() => new()
    {
        AllowedTags = new HashSet<string>(
            ["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "sup", "a", "div", "table", "thead", "tbody", "tr", "th", "td"],
            StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(["id", "class", "href", "rel", "target", "start", "data-place"], StringComparer.OrdinalIgnoreCase),
        AllowedClasses = new HashSet<string>(["right", "center", "todo", "done", "footnotes", "footnote-ref", "footnote-back-ref"], StringComparer.Ordinal),
        AllowedCssProperties = new HashSet<string>(),
        AllowedSchemes = new HashSet<string>(["https", "mailto"], StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        AllowDataAttributes = false,
    };
}
