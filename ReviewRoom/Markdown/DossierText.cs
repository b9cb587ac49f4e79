using System.Collections.Immutable;

namespace ReviewRoom.Markdown;

/// <summary>
/// A dossier's text as it may be shown: harmless HTML, and its outline. Blocks carry <c>id="p-4.3.2-3"</c> and <c>data-place="4.3.2 ¶3"</c>, headings
/// <c>id="h-4.3.2"</c>; footnotes link to each other by <c>#fn:1</c> and <c>#fnref:1</c>, named once more in <c>data-anchor</c>.
/// </summary>
public sealed record DossierText(string Html, ImmutableArray<Heading> Outline)
{
    /// <summary>There is no text to show: none was brought in, or its file is gone.</summary>
    public static readonly DossierText None = new("", []);
}

/// <summary>A heading of the outline.</summary>
/// <param name="Code">The heading's number (<c>4.3.2</c>, <c>P</c>), or empty where it has none.</param>
/// <param name="Level">1 to 6, as in the Markdown.</param>
/// <param name="Anchor">Id of the heading in the HTML.</param>
public sealed record Heading(string Code, string Title, int Level, string Anchor);

/// <summary>A block that can be quoted, with its place and its words.</summary>
public sealed record Paragraph(string Place, string Text);

/// <summary>What rendering gives: the text to show, and its blocks in order.</summary>
/// <param name="IsPlain">The Markdown was nested too deeply or too large a table, and is shown unformatted.</param>
public sealed record RenderedText(DossierText Text, ImmutableArray<Paragraph> Paragraphs, bool IsPlain)
{
    /// <summary>The place of the first block that holds these words, or null. A quoted table row may carry its bars.</summary>
    public string? PlaceOf(string quote) =>
        Plain(quote) is { Length: > 0 } words ? Paragraphs.FirstOrDefault(p => Plain(p.Text).Contains(words, StringComparison.Ordinal))?.Place : null;

    private static string Plain(string text) => string.Join(' ', text.Split([' ', '|', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
