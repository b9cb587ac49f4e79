using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReviewRoom.Documents;

/// <summary>A paper as a Word document: A4, real headings and tables, table heads that repeat, numbered pages.</summary>
public static class WordPaper
{
    /// <summary>Width between the margins, in twentieths of a point.</summary>
    private const int TextWidth = 11906 - 2 * WordStyles.Margin;

    /// <param name="pageOf">"Page {0} of {1}" in the reader's language.</param>
    /// <param name="isOfficial">Set as an official paper (GB/T 9704).</param>
    public static byte[] Of(string name, IEnumerable<Piece> pieces, string language, string pageOf, bool isOfficial = false)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = name;
            file.PackageProperties.Language = language;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = isOfficial ? LetterStyles.Made() : WordStyles.Made(language);
            if (isOfficial) main.AddNewPart<FontTablePart>().Fonts = LetterStyles.FontTable();
            main.AddNewPart<DocumentSettingsPart>().Settings = WordStyles.Settings();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Foot(pageOf));
            var body = new Body();
            foreach (var piece in pieces) body.Append(piece is QrPiece code ? [WordPicture.Qr(main, code)] : Drawn(piece, isOfficial ? LetterStyles.TextWidth : TextWidth));
            body.Append(isOfficial ? LetterStyles.Section(main.GetIdOfPart(footer)) : WordStyles.Section(main.GetIdOfPart(footer)));
            main.Document = new Document(body);
        }
        return SteadyPackage.Of(stream.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Drawn(Piece piece, int textWidth) => piece switch
    {
        Title title => [Heading(title)],
        Line { IsLarge: true } line => [Paragraph(line.Text, line.IsSignature ? WordStyles.LargeSignature : WordStyles.Large)],
        Line line => [Paragraph(line.Text, line.IsSignature ? WordStyles.Signature : line.LeadsOn ? WordStyles.Lead : null)],
        Points points => points.Lines.Select(point => Paragraph("•\t" + point, WordStyles.Point)),
        LetterLine line => [Paragraph(line.Text, LetterStyles.IdOf(line.Role))],
        Grid grid => [Table(grid, textWidth), new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Gap }))],
        _ => [],
    };

    private static Paragraph Heading(Title title)
    {
        var heading = Paragraph(title.Text, title.Level == 1 ? WordStyles.Title : WordStyles.Heading(title.Level - 1));
        if (title.StartsPage) heading.ParagraphProperties?.Append(new PageBreakBefore());
        if (title.Note is { } note) heading.Append(new Run(new RunProperties(new RunStyle { Val = WordStyles.Note }), Words(" " + note)));
        return heading;
    }

    private static Table Table(Grid grid, int textWidth)
    {
        var all = grid.Columns.Sum(c => c.Width);
        var widths = grid.Columns.Select(c => textWidth * c.Width / all).ToImmutableArray();
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Table }, new TableWidth { Width = textWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = grid.Caption }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(grid, widths, [.. grid.Columns.Select(c => c.Head)], isHead: true));
        foreach (var row in grid.Rows) table.Append(Row(grid, widths, row, isHead: false));
        return table;
    }

    private static TableRow Row(Grid grid, ImmutableArray<int> widths, ImmutableArray<string> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (grid.HasInk && !isHead) properties.Append(new TableRowHeight { Val = 720, HeightType = HeightRuleValues.AtLeast });
        if (isHead) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < cells.Length; i++)
        {
            var text = Paragraph(cells[i], isHead ? WordStyles.TableHead : WordStyles.TableText);
            // A signature sheet is not torn over two pages.
            if (grid.HasInk) text.ParagraphProperties?.Append(new KeepNext());
            if (grid.Columns[i].IsFigure) text.ParagraphProperties?.Append(new Justification { Val = JustificationValues.Right });
            row.Append(new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = widths[i].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                text));
        }
        return row;
    }

    private static Paragraph Paragraph(string text, string? style)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        var run = new Run();
        foreach (var (line, place) in text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l, i)))
        {
            if (place > 0) run.Append(new Break());
            run.Append(Words(line));
        }
        paragraph.Append(run);
        return paragraph;
    }

    /// <summary>Without the characters that XML cannot hold.</summary>
    private static Text Words(string text) => new(Plain(text)) { Space = SpaceProcessingModeValues.Preserve };

    internal static string Plain(string text)
    {
        if (text.All(System.Xml.XmlConvert.IsXmlChar)) return text;
        return string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 && r != System.Text.Rune.ReplacementChar && r.Value is not (0xFFFE or 0xFFFF)));
    }

    private static Paragraph Foot(string pageOf)
    {
        var foot = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Foot }));
        foreach (var piece in pageOf.Replace("{0}", "\u0001PAGE\u0001", StringComparison.Ordinal).Replace("{1}", "\u0001NUMPAGES\u0001", StringComparison.Ordinal).Split('\u0001'))
        {
            if (piece is "PAGE" or "NUMPAGES") foot.Append(new SimpleField(new Run(new Text("1"))) { Instruction = piece });
            else if (piece.Length > 0) foot.Append(new Run(Words(piece)));
        }
        return foot;
    }
}
