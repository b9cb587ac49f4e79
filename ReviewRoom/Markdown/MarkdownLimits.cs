using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ReviewRoom.Markdown;

/// <summary>What hostile Markdown is kept from doing. Beyond the byte limit a text is declined; beyond the others it is shown unformatted.</summary>
public static class MarkdownLimits
{
    public const int Bytes = 200_000;

    /// <summary>A short table row is filled up to the widest one: 200 kB can ask for 225 million cells.</summary>
    private const int Cells = 20_000;

    private const int Elements = 20_000;

    private const int Depth = 32;

    public static bool IsTooLong(string markdown) => markdown.Length > Bytes || Encoding.UTF8.GetByteCount(markdown) > Bytes;

    /// <summary>Cells that pipe tables could ask for: lines with a pipe times the most pipes in one line.</summary>
    public static bool AsksForTooManyCells(string markdown)
    {
        long rows = 0, widest = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var pipes = line.Count('|');
            if (pipes == 0) continue;
            rows++;
            widest = Math.Max(widest, pipes);
        }
        return rows * (widest + 1) > Cells;
    }

    /// <summary>Walks without recursion, so that depth cannot exhaust the stack.</summary>
    public static bool IsTooRich(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Element, int Depth)>();
        open.Push((document, 0));
        for (var seen = 0; open.TryPop(out var next); seen++)
        {
            if (seen > Elements || next.Depth > Depth) return true;
            foreach (var child in ChildrenOf(next.Element)) open.Push((child, next.Depth + 1));
        }
        return false;
    }

    private static IEnumerable<MarkdownObject> ChildrenOf(MarkdownObject element) => element switch
    {
        ContainerBlock container => container,
        LeafBlock { Inline: { } inline } => inline,
        ContainerInline container => container,
        _ => [],
    };
}
