using System.Buffers.Binary;
using System.Text;
using ReviewRoom.Attachments;
using ReviewRoom.Tests.Intake;

namespace ReviewRoom.Tests.Attachments;

public sealed class AttachmentCheckTests
{
    private static readonly byte[] Book = Books.Of([["a", "b"], ["1", "2"]]);

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("REPORT.PDF")]
    public void A_pdf_is_what_begins_and_ends_as_one(string name) => Assert.Equal(AttachmentFault.None, Of(name, Pdf()));

    [Fact]
    public void A_workbook_and_a_picture_are_taken()
    {
        Assert.Equal(AttachmentFault.None, Of("table.xlsx", Book));
        Assert.Equal(AttachmentFault.None, Of("scan.png", Png(4960, 7016)));
    }

    [Theory]
    [InlineData("page.html", AttachmentFault.Ending)]
    [InlineData("report.pdf.exe", AttachmentFault.Ending)]
    [InlineData("table.xlsm", AttachmentFault.Ending)]
    [InlineData("scan.png", AttachmentFault.Signature)]
    [InlineData("table.xlsx", AttachmentFault.Signature)]
    public void A_pdf_by_another_name_is_refused(string name, AttachmentFault expected) => Assert.Equal(expected, Of(name, Pdf()));

    [Fact]
    public void A_page_that_says_it_is_a_pdf_is_refused() => Assert.Equal(AttachmentFault.Signature, Of("a.pdf", "<html><script>alert(1)</script>%PDF-1.7 %%EOF"u8.ToArray()));

    [Fact]
    public void What_breaks_off_is_refused()
    {
        Assert.Equal(AttachmentFault.Damaged, Of("a.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray()));
        Assert.Equal(AttachmentFault.Damaged, Of("a.png", Png(10, 10)[..20]));
        Assert.Equal(AttachmentFault.Damaged, Of("a.xlsx", Book[..(Book.Length / 2)]));
        Assert.Equal(AttachmentFault.Empty, Of("a.pdf", []));
    }

    [Fact]
    public void A_small_picture_of_a_huge_size_is_refused() => Assert.Equal(AttachmentFault.Pixels, Of("a.png", Png(60_000, 60_000)));

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused()
    {
        var bomb = Books.Zip(("xl/workbook.xml", new byte[60_000_000]), ("xl/worksheets/sheet1.xml", new byte[60_000_000]));

        Assert.Equal(AttachmentFault.Bomb, Of("a.xlsx", bomb));
    }

    [Fact]
    public void Another_archive_and_a_workbook_with_macros_are_refused()
    {
        Assert.Equal(AttachmentFault.Signature, Of("a.xlsx", Books.Zip(("word/document.xml", [1]))));
        Assert.Equal(AttachmentFault.Macros, Of("a.xlsx", Books.Zip(("xl/workbook.xml", [1]), ("xl/vbaProject.bin", [1]))));
    }

    /// <summary>A picture of this size, of which nothing but the frame is there.</summary>
    public static byte[] Png(uint wide, uint high)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, wide);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), high);
        (header[8], header[9]) = (8, 0);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(named));
        return [.. length, .. named, .. check];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    private static byte[] Pdf() => "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();

    private static AttachmentFault Of(string name, byte[] bytes) => AttachmentCheck.FaultOf(name, new MemoryStream(bytes));
}
