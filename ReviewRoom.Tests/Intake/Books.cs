using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ReviewRoom.Tests.Intake;

/// <summary>Workbooks and archives as strangers send them.</summary>
internal static class Books
{
    /// <summary>A workbook of text cells; a text that begins with = is a formula.</summary>
    public static byte[] Of(string[][] first, string[][]? second = null, string? merged = null)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            Add(book, sheets, first, merged);
            if (second is not null) Add(book, sheets, second, null);
            book.Workbook = new Workbook(sheets);
        }
        return file.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(bytes);
            }
        return file.ToArray();
    }

    /// <summary>The same archive with one part replaced.</summary>
    public static byte[] With(byte[] archive, string part, string content)
    {
        using var read = new ZipArchive(new MemoryStream(archive));
        return Zip([.. read.Entries.Select(entry => (entry.FullName, entry.FullName == part ? Encoding.UTF8.GetBytes(content) : Bytes(entry)))]);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static void Add(WorkbookPart book, Sheets sheets, string[][] rows, string? merged)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var (cells, y) in rows.Select((cells, y) => (cells, y)))
        {
            var row = new Row { RowIndex = (uint)y + 1 };
            foreach (var (text, x) in cells.Select((text, x) => (text, x)).Where(c => c.text.Length > 0))
                row.Append(text.StartsWith('=')
                    ? new Cell { CellReference = $"{(char)('A' + x)}{y + 1}", CellFormula = new CellFormula(text[1..]), CellValue = new CellValue("1") }
                    : new Cell(new InlineString(new Text(text))) { CellReference = $"{(char)('A' + x)}{y + 1}", DataType = CellValues.InlineString });
            data.Append(row);
        }
        part.Worksheet = merged is null ? new Worksheet(data) : new Worksheet(data, new MergeCells(new MergeCell { Reference = merged }));
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = $"Sheet{sheets.ChildElements.Count + 1}" });
    }
}
