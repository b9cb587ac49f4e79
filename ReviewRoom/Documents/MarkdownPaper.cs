using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Documents;

/// <summary>A paper as Markdown with pipe tables; what people wrote stands in it as text, never as markup.</summary>
public static class MarkdownPaper
{
    public static string Of(IEnumerable<Piece> pieces)
    {
        var paper = new StringBuilder();
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case Title title:
                    paper.Append('#', title.Level).Append(' ').Append(Plain(title.Text));
                    if (title.Note is { } note) paper.Append(' ').Append(Plain(note));
                    paper.Append('\n');
                    break;
                case LetterLine letter: paper.Append(letter.Role switch { BlockRole.Title => "# ", BlockRole.Section => "## ", BlockRole.Point => "- ", _ => "" }).Append(Plain(letter.Text)).Append('\n'); break;
                case Line line: paper.Append(Plain(line.Text)).Append('\n'); break;
                case QrPiece code: paper.Append(Plain(code.Address)).Append('\n'); break;
                case Points points: foreach (var point in points.Lines) paper.Append("- ").Append(Plain(point)).Append('\n'); break;
                case Grid grid: Table(paper, grid); break;
            }
            paper.Append('\n');
        }
        return paper.ToString();
    }

    private static void Table(StringBuilder paper, Grid grid)
    {
        Row(paper, grid.Columns.Select(c => c.Head));
        paper.Append('|');
        foreach (var column in grid.Columns) paper.Append(column.IsFigure ? " ---: |" : " --- |");
        paper.Append('\n');
        foreach (var row in grid.Rows) Row(paper, row);
    }

    private static void Row(StringBuilder paper, IEnumerable<string> cells)
    {
        paper.Append('|');
        foreach (var cell in cells) paper.Append(' ').Append(Plain(cell)).Append(" |");
        paper.Append('\n');
    }

    /// <summary>One line in which no character is markup.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n").Trim())
        {
            if (c == '\n') plain.Append("<br>");
            else if (c == '<') plain.Append("&lt;");
            else if (c == '>') plain.Append("&gt;");
            else if (c == '&') plain.Append("&amp;");
            else if (Markup.Contains(c, StringComparison.Ordinal) || (plain.Length == 0 && Leading.Contains(c, StringComparison.Ordinal))) plain.Append('\\').Append(c);
            else if (!char.IsControl(c)) plain.Append(c);
        }
        return plain.ToString();
    }

    private const string Markup = @"\|`*_[]~$!";
    private const string Leading = "#-+=";
}
