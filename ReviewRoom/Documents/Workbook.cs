using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReviewRoom.Documents;

/// <summary>A workbook (XLSX) written sheet by sheet. No cell is ever a formula: a text that a program could take for one begins with an apostrophe.</summary>
public sealed class Workbook : IDisposable
{
    // The first look is the program's own default, which some programs read without its alignment.
    private const uint Plain = 1, Head = 2, Figure = 3;
    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument file;
    private readonly WorkbookPart book;
    private readonly Sheets sheets = new();
    private readonly DefinedNames names = new();

    public Workbook()
    {
        file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        book = file.AddWorkbookPart();
        book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new BookViews(new WorkbookView()), sheets, names);
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Looks();
    }

    /// <param name="name">Cut to the 31 characters a sheet's name may have, without those it may not hold.</param>
    /// <param name="heads">How many rows at the top are heads; they and the first <paramref name="fixedColumns"/> columns stay in sight.</param>
    /// <param name="rows">Cells: text, int, decimal or nothing.</param>
    public void Add(string name, int heads, int fixedColumns, IReadOnlyList<double> widths, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData(rows.Select((row, i) => Row(row, i + 1, i < heads, widths)));
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane
            {
                HorizontalSplit = fixedColumns, VerticalSplit = heads, TopLeftCell = Place(fixedColumns, heads + 1), ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen,
            })
            { WorkbookViewId = 0U }),
            new Columns(widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
            data,
            new PrintOptions { GridLines = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9U, Orientation = OrientationValues.Landscape, FitToWidth = 1U, FitToHeight = 0U },
            new HeaderFooter(new OddFooter("&C&A  &P / &N")));
        part.Worksheet.InsertAt(new SheetProperties(new PageSetupProperties { FitToPage = true }), 0);
        var (free, place) = (Free(Named(name)), (uint)sheets.Count());
        sheets.Append(new Sheet { Name = free, SheetId = place + 1, Id = book.GetIdOfPart(part) });
        // The heads stand on every page that is printed.
        names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{free}'!$1:${heads}")) { Name = "_xlnm.Print_Titles", LocalSheetId = place });
    }

    public byte[] Bytes()
    {
        file.Dispose();
        return SteadyPackage.Of(stream.ToArray());
    }

    public void Dispose()
    {
        file.Dispose();
        stream.Dispose();
    }

    /// <summary>A text that no spreadsheet program takes for a formula, here or after it was saved as CSV.</summary>
    public static string Harmless(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;

    /// <summary>Two sheets may not have one name, in whatever case.</summary>
    private string Free(string name)
    {
        var (free, n) = (name, 1);
        while (sheets.Elements<Sheet>().Any(s => string.Equals(s.Name, free, StringComparison.OrdinalIgnoreCase)))
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" {++n}");
            free = (name.Length + end.Length > 31 ? name[..(31 - end.Length)] : name) + end;
        }
        return free;
    }

    private static string Named(string name)
    {
        var kept = string.Concat(Harmless(name).Where(c => !@"\/?*[]:'".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
        return kept.Length > 31 ? kept[..31] : kept;
    }

    private static Row Row(IReadOnlyList<object?> cells, int number, bool isHead, IReadOnlyList<double> widths)
    {
        // Not every program fits a row to its text by itself.
        var lines = cells.Select((cell, i) => cell is string text && i < widths.Count ? Lines(text, widths[i]) : 1).Append(1).Max();
        var row = new Row { RowIndex = (uint)number, Height = 16.0 * lines, CustomHeight = true };
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is not { } value) continue;
            row.Append(value switch
            {
                int or decimal => new Cell(new CellValue(string.Create(CultureInfo.InvariantCulture, $"{value}"))) { CellReference = Place(i, number), DataType = CellValues.Number, StyleIndex = value is decimal ? Figure : Plain },
                _ => new Cell(new InlineString(new Text(WordPaper.Plain(Harmless($"{value}"))) { Space = SpaceProcessingModeValues.Preserve }))
                { CellReference = Place(i, number), DataType = CellValues.InlineString, StyleIndex = isHead ? Head : Plain },
            });
        }
        return row;
    }

    /// <summary>About how many lines a text takes in a column; a Chinese character is two wide.</summary>
    private static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c < 0x2E80 ? 1.1 : 2.2) / width)));

    private static string Place(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) letters = (char)('A' + rest % 26) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static Stylesheet Looks() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Microsoft YaHei" }), new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Microsoft YaHei" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF1EFE9" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }, ApplyAlignment = true },
            new CellFormat { FontId = 1U, FillId = 2U, ApplyFont = true, ApplyFill = true, Alignment = new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }, ApplyAlignment = true },
            new CellFormat { NumberFormatId = 2U, ApplyNumberFormat = true, Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top }, ApplyAlignment = true }));
}
