using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReviewRoom.Markdown;

/// <summary>Gives every heading and every quotable block of a document its id and its place (heading code and paragraph, <c>4.3.2 ¶3</c>).</summary>
internal sealed class DossierPlaces
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Heading>.Builder outline = ImmutableArray.CreateBuilder<Heading>();
    private readonly ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
    private string code = "";
    private int number;
    private int unnumbered;

    public ImmutableArray<Heading> Outline => outline.ToImmutable();

    public ImmutableArray<Paragraph> Paragraphs => paragraphs.ToImmutable();

    public DossierPlaces Give(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            if (block is HeadingBlock heading) Name(heading);
            else if (block is FootnoteGroup footnotes) Name(footnotes);
            else if (block is not (ThematicBreakBlock or LinkReferenceDefinitionGroup or BlankLineBlock)) Mark(block, NextPlace(out var id), id);
        }
        // The page has its own first heading.
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + 1);
        return this;
    }

    /// <summary>The place and id of the next block under the heading of now.</summary>
    public string NextPlace(out string id)
    {
        number++;
        id = $"p-{(code.Length == 0 ? "0" : code)}-{number}";
        return code.Length == 0 ? $"¶{number}" : $"{code} ¶{number}";
    }

    /// <summary>Enters a heading; a code met twice is told apart as <c>4.1~2</c>.</summary>
    /// <returns>The heading's anchor.</returns>
    public string Enter(string text, int level)
    {
        var (found, title) = HeadingCode.Split(text);
        if (found.Length > 0)
        {
            code = found;
            for (var again = 2; !codes.Add(code); again++) code = $"{found}~{again}";
            number = 0;
        }
        var anchor = found.Length > 0 ? $"h-{code}" : $"h-~{++unnumbered}";
        if (found.Length > 0 || level > 1) outline.Add(new Heading(found.Length > 0 ? code : "", title, level, anchor));
        return anchor;
    }

    private void Name(HeadingBlock heading) => heading.GetAttributes().Id = Enter(WordsOf(heading), heading.Level);

    private void Name(FootnoteGroup footnotes)
    {
        foreach (var footnote in footnotes.OfType<Footnote>())
            if (footnote.OfType<ParagraphBlock>().FirstOrDefault() is { } text)
                Mark(text, string.Create(CultureInfo.InvariantCulture, $"[^{footnote.Order}]"), string.Create(CultureInfo.InvariantCulture, $"n-{footnote.Order}"));
    }

    private void Mark(Block block, string place, string id)
    {
        var attributes = block.GetAttributes();
        attributes.Id = id;
        attributes.AddProperty("data-place", place);
        paragraphs.Add(new Paragraph(place, WordsOf(block)));
    }

    private static string WordsOf(Block block)
    {
        var words = new StringBuilder();
        foreach (var element in block.Descendants().Append(block))
        {
            if (element is TableCell or ListItemBlock && words.Length > 0) words.Append(' ');
            if (element is LeafBlock { Inline: { } inline })
                foreach (var part in inline.Descendants()) words.Append(WordsOf(part));
            else if (element is CodeBlock source) words.Append(source.Lines.ToString());
        }
        return words.ToString();
    }

    private static string WordsOf(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        _ => "",
    };
}
