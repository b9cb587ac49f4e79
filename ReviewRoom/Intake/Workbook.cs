using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReviewRoom.Intake;

/// <summary>A row of a sheet: text by column key, and what is wrong with its cells.</summary>
internal sealed record SheetRow(int Number, ImmutableDictionary<string, string> Cells, ImmutableArray<RowFault> Faults);

/// <summary>One sheet: its first row that is not empty names the columns.</summary>
internal sealed record Sheet(ImmutableArray<string> Columns, ImmutableArray<string> Unknown, ImmutableArray<SheetRow> Rows);

/// <summary>Reads an XLSX file of a stranger: sizes are checked before it is parsed, no formula is trusted, no document type is allowed.</summary>
internal static class Workbook
{
    /// <summary>Rows of one sheet, and of one import.</summary>
    public const int MostRows = 2_000;

    private const int MostSheets = 4;

    public static (ImmutableArray<Sheet> Sheets, FileFault? Fault) Read(byte[] file)
    {
        if (ArchiveLimits.FaultOf(file) is { } unsafely) return ([], unsafely);
        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            if (document.WorkbookPart is not { Workbook.Sheets: { } listed } book) return ([], new FileFault(FileFaultKind.Unreadable));
            var shared = Shared(book);
            var parts = listed.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Take(MostSheets)
                .Select(s => s.Id?.Value is { } id ? book.GetPartById(id) as WorksheetPart : null).OfType<WorksheetPart>();
            var sheets = parts.Select(part => ReadSheet(part, shared)).ToImmutableArray();
            if (sheets.Any(s => s is null)) return ([], new FileFault(FileFaultKind.TooManyRows, MostRows.ToString(CultureInfo.InvariantCulture)));
            return ([.. sheets.OfType<Sheet>()], null);
        }
        catch (Exception fault) when (fault is XmlException or OpenXmlPackageException or IOException or FormatException or ArgumentException or InvalidOperationException or OverflowException or KeyNotFoundException)
        {
            return ([], new FileFault(FileFaultKind.Unreadable));
        }
    }

    private static List<string> Shared(WorkbookPart book)
    {
        var texts = new List<string>();
        if (book.SharedStringTablePart is not { } part) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) texts.Add(reader.LoadCurrentElement()?.InnerText ?? "");
        return texts;
    }

    /// <summary>Null where it has too many rows.</summary>
    private static Sheet? ReadSheet(WorksheetPart part, List<string> shared)
    {
        List<(int Number, List<CellText> Cells)> rows = [];
        List<(int From, int To)> merged = [];
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                var cells = row.Elements<Cell>().Select(c => CellText.Of(c, shared)).Where(c => c.Text.Length > 0 || c.IsFormula).ToList();
                if (cells.Count > 0) rows.Add(((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), cells));
                if (rows.Count > MostRows + 1) return null;
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range }) merged.Add(RowsOf(range));
        }
        return rows is [var head, .. var body] ? Made(head.Cells, body, merged) : new Sheet([], [], []);
    }

    private static Sheet Made(List<CellText> head, IEnumerable<(int Number, List<CellText> Cells)> body, List<(int From, int To)> merged)
    {
        var columns = new Dictionary<int, string>();
        foreach (var cell in head)
            if (IntakeWords.Column(cell.Text) is { } key && !columns.ContainsValue(key)) columns[cell.Column] = key;
        return new Sheet([.. columns.Values], [.. head.Where(c => !columns.ContainsKey(c.Column)).Select(c => c.Text)], [.. body.Select(Read)]);

        SheetRow Read((int Number, List<CellText> Cells) row)
        {
            var cells = row.Cells.Where(c => columns.ContainsKey(c.Column)).ToArray();
            var faults = cells.Where(c => c.IsFormula).Select(c => new RowFault(RowFaultKind.Formula, columns[c.Column], c.Text));
            if (merged.Any(m => m.From <= row.Number && row.Number <= m.To)) faults = faults.Append(new RowFault(RowFaultKind.Merged));
            return new SheetRow(row.Number, cells.ToImmutableDictionary(c => columns[c.Column], c => c.Text), [.. faults]);
        }
    }

    /// <summary><c>A3:B4</c> gives rows 3 to 4.</summary>
    private static (int From, int To) RowsOf(string range)
    {
        var rows = range.Split(':').Select(r => int.Parse(string.Concat(r.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).ToArray();
        return (rows.Min(), rows.Max());
    }

    private readonly record struct CellText(int Column, string Text, bool IsFormula)
    {
        public static CellText Of(Cell cell, List<string> shared)
        {
            var column = (cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, c) => checked(sum * 26 + c - 'A' + 1));
            var raw = cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText : cell.CellValue?.InnerText;
            var text = cell.DataType?.Value == CellValues.SharedString && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? shared[place] : raw;
            return new CellText(column, Bare((text ?? "").Trim()), cell.CellFormula is not null);
        }

        /// <summary>Without the apostrophe that keeps a text from being taken for a formula.</summary>
        private static string Bare(string text) => text.Length > 1 && text[0] == '\'' && text[1..].TrimStart() is ['=' or '+' or '-' or '@', ..] ? text[1..].Trim() : text;
    }
}
