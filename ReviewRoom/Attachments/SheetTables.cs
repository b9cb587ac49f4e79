using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ReviewRoom.Intake;

namespace ReviewRoom.Attachments;

/// <summary>One sheet of an attached workbook as plain text.</summary>
/// <param name="IsCut">It has more rows or columns than are shown.</param>
public sealed record SheetTable(string Name, ImmutableArray<ImmutableArray<string>> Rows, bool IsCut);

/// <summary>Reads the first sheets of a stranger's workbook for looking at: texts and results as they were saved, nothing is reckoned, nothing is linked.</summary>
public static class SheetTables
{
    public const int MostSheets = 3, MostRows = 100, MostColumns = 20;

    private const int LongestCell = 300;

    /// <summary>Null where it is too large to be shown, or cannot be read.</summary>
    /// <param name="file">Can be sought in; it stays open.</param>
    public static ImmutableArray<SheetTable>? Read(Stream file)
    {
        if (ArchiveLimits.FaultOf(file, ArchiveLimits.Entries, ArchiveLimits.Bytes) is not null) return null;
        try
        {
            file.Position = 0;
            using var document = SpreadsheetDocument.Open(file, isEditable: false);
            if (document.WorkbookPart is not { Workbook.Sheets: { } listed } book) return null;
            var (texts, days) = (Texts(book), Days(book));
            return [.. listed.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Where(s => s.State is null || s.State.Value == SheetStateValues.Visible).Take(MostSheets)
                .Select(s => (Name: s.Name?.Value, Part: s.Id?.Value is { } id ? book.GetPartById(id) as WorksheetPart : null)).Where(s => s.Part is not null)
                .Select(s => Table(s.Name ?? "", s.Part ?? throw new InvalidOperationException(), texts, days))];
        }
        catch (Exception fault) when (fault is XmlException or OpenXmlPackageException or IOException or FormatException or ArgumentException or InvalidOperationException or OverflowException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static List<string> Texts(WorkbookPart book)
    {
        var texts = new List<string>();
        if (book.SharedStringTablePart is not { } part) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) texts.Add(Short(reader.LoadCurrentElement()?.InnerText ?? ""));
        return texts;
    }

    /// <summary>The cell formats that show a number as a day (ECMA-376 18.8.30: 14 to 22 and the East Asian ones; of their own: with a year or a day in it).</summary>
    private static HashSet<uint> Days(WorkbookPart book)
    {
        if (book.WorkbookStylesPart?.Stylesheet is not { CellFormats: { } formats } styles) return [];
        var own = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? []).Where(f => f.FormatCode?.Value is { } code && code.AsSpan().IndexOfAny('y', 'd') >= 0 && !code.Contains('#', StringComparison.Ordinal))
            .Select(f => f.NumberFormatId?.Value ?? 0).ToHashSet();
        return [.. formats.Elements<CellFormat>().Select((f, i) => (Number: f.NumberFormatId?.Value ?? 0, Place: (uint)i))
            .Where(f => f.Number is >= 14 and <= 17 or 22 or >= 27 and <= 31 or >= 50 and <= 58 || own.Contains(f.Number)).Select(f => f.Place)];
    }

    private static SheetTable Table(string name, WorksheetPart part, List<string> texts, HashSet<uint> days)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var isCut = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row) continue;
            if (rows.Count == MostRows) return new SheetTable(name, rows.ToImmutable(), IsCut: true);
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var place = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
                if (place >= MostColumns)
                {
                    isCut = true;
                    break;
                }
                while (cells.Count < place) cells.Add("");
                cells.Add(TextOf(cell, texts, days));
            }
            if (cells.Exists(c => c.Length > 0)) rows.Add([.. cells]);
        }
        return new SheetTable(name, rows.ToImmutable(), isCut);
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = Math.Min(column * 26 + c - 'A' + 1, 1 << 20);
        }
        return column == 0 ? null : column - 1;
    }

    private static string TextOf(Cell cell, List<string> texts, HashSet<uint> days)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return Short(cell.InlineString?.InnerText ?? "");
        var raw = cell.CellValue?.InnerText ?? "";
        if (cell.DataType?.Value == CellValues.SharedString) return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < texts.Count ? texts[place] : "";
        if (cell.StyleIndex?.Value is { } style && days.Contains(style) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var day) && day is >= 1 and < 2_900_000)
            return DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Short(raw);
    }

    private static string Short(string text) => text.Length <= LongestCell ? text : $"{text[..LongestCell]}…";
}
