using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Localization;
using ReviewRoom.Resources;

namespace ReviewRoom.Intake;

/// <summary>An empty workbook with the headings that <see cref="RegisterSheets"/> reads, in the reader's language.</summary>
internal static class RegisterTemplate
{
    public static byte[] Of(RegisterKind kind, IStringLocalizer<SetupText> words)
    {
        var (main, facts) = RegisterSheets.Columns[kind];
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            Add(book, sheets, words[$"Sheet.{kind}"], main, words);
            if (!facts.IsEmpty) Add(book, sheets, words[$"Sheet.{kind}.Facts"], facts, words);
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
        }
        return file.ToArray();
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, ImmutableArray<string> columns, IStringLocalizer<SetupText> words)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var head = new Row { RowIndex = 1 };
        foreach (var column in columns)
            head.Append(new Cell(new InlineString(new Text(words[$"Column.{column}"]))) { DataType = CellValues.InlineString, CellReference = $"{(char)('A' + columns.IndexOf(column))}1" });
        part.Worksheet = new Worksheet(
            new Columns(new Column { Min = 1, Max = (uint)columns.Length, Width = 20, CustomWidth = true }), new SheetData(head));
        sheets.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }
}
