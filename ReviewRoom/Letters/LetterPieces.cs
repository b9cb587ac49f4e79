using ReviewRoom.Documents;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Letters;

/// <summary>A filled paper as the pieces all forms are written from.</summary>
internal static class LetterPieces
{
    public static IEnumerable<Piece> Of(IEnumerable<PaperBlock> blocks) => blocks.Select(block => block.Role == BlockRole.Table
        ? (Piece)new Grid(string.Join(' ', (block.Columns ?? []).Select(c => c.Head)), [.. (block.Columns ?? []).Select(c => new PaperColumn(c.Head, c.Width, c.IsFigure))], block.Rows ?? [])
        : new LetterLine(block.Role, block.Text));
}
