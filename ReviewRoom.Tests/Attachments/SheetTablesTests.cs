using ReviewRoom.Attachments;
using ReviewRoom.Tests.Intake;

namespace ReviewRoom.Tests.Attachments;

public sealed class SheetTablesTests
{
    [Fact]
    public void A_workbook_is_shown_as_its_texts()
    {
        using var file = new MemoryStream(Shipped.Bytes("demo/attachments/org-10/1-近三年关键绩效.xlsx"));

        var table = Assert.Single(SheetTables.Read(file).GetValueOrDefault());

        Assert.Equal(["准时交付率", "%", "94.1", "96.3", "97.8", "95"], table.Rows[1]);
        Assert.False(table.IsCut);
    }

    [Fact]
    public void A_long_and_a_wide_sheet_are_cut_and_say_so()
    {
        var wide = Enumerable.Range(0, 26).Select(i => $"{i}").ToArray();
        using var file = new MemoryStream(Books.Of([wide, .. Enumerable.Repeat<string[]>(["x"], 300)]));

        var table = SheetTables.Read(file).GetValueOrDefault()[0];

        Assert.Equal((SheetTables.MostRows, SheetTables.MostColumns, true), (table.Rows.Length, table.Rows[0].Length, table.IsCut));
    }

    [Fact]
    public void What_unpacks_to_too_much_or_is_no_workbook_is_not_shown()
    {
        foreach (var bytes in (byte[][])[Books.Zip(("xl/workbook.xml", new byte[50_000_000])), Books.Zip(("a.txt", [1])), "PK no"u8.ToArray()])
        {
            using var file = new MemoryStream(bytes);
            Assert.Null(SheetTables.Read(file));
        }
    }

    [Fact]
    public void A_document_type_in_a_sheet_is_not_followed()
    {
        var book = Books.With(Books.Of([["a"]]), "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/>&e;</workbook>");
        using var file = new MemoryStream(book);

        Assert.Null(SheetTables.Read(file));
    }
}
