using System.Buffers.Binary;
using System.IO.Compression;
using ReviewRoom.Domain;
using ReviewRoom.Intake;

namespace ReviewRoom.Attachments;

/// <summary>Why a file is not attached (resource <c>AttachmentFault.{value}</c>).</summary>
public enum AttachmentFault
{
    None, Empty, TooLarge, TooMany, NameTooLong,
    /// <summary>Another ending than .pdf, .xlsx or .png.</summary>
    Ending,
    /// <summary>The bytes are not what the ending says.</summary>
    Signature,
    /// <summary>It breaks off, or its parts cannot be read.</summary>
    Damaged,
    /// <summary>It unpacks to more than is allowed.</summary>
    Bomb,
    /// <summary>A workbook with macros.</summary>
    Macros,
    /// <summary>A picture of more pixels than is allowed.</summary>
    Pixels,
    /// <summary>Attached already.</summary>
    Twice,
}

/// <summary>Looks at a file of a stranger before it is attached: its first bytes against its ending, and what it would unpack to.</summary>
public static class AttachmentCheck
{
    /// <summary>An A4 page at 600 dots an inch is 35 million.</summary>
    public const long MostPixels = 50_000_000;

    private const int MostParts = 2_000;
    private const long MostUnpacked = 100_000_000;

    public static AttachmentType? TypeOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".PDF" => AttachmentType.Pdf,
        ".XLSX" => AttachmentType.Xlsx,
        ".PNG" => AttachmentType.Png,
        _ => null,
    };

    /// <param name="file">Can be sought in; it stays open.</param>
    public static AttachmentFault FaultOf(string name, Stream file)
    {
        if (name.Length > Attachment.LongestName || string.IsNullOrWhiteSpace(name)) return AttachmentFault.NameTooLong;
        if (TypeOf(name) is not { } type) return AttachmentFault.Ending;
        if (file.Length == 0) return AttachmentFault.Empty;
        if (file.Length > Attachment.MostBytes) return AttachmentFault.TooLarge;
        return type switch
        {
            AttachmentType.Pdf => Pdf(file),
            AttachmentType.Png => Png(file),
            _ => Xlsx(file),
        };
    }

    private static AttachmentFault Pdf(Stream file)
    {
        if (!Bytes(file, 0, 5).SequenceEqual("%PDF-"u8)) return AttachmentFault.Signature;
        return Bytes(file, Math.Max(0, file.Length - 4096), 4096).AsSpan().IndexOf("%%EOF"u8) >= 0 ? AttachmentFault.None : AttachmentFault.Damaged;
    }

    /// <summary>Signature, then the header chunk with width and height (ISO/IEC 15948), and the end chunk.</summary>
    private static AttachmentFault Png(Stream file)
    {
        var head = Bytes(file, 0, 24);
        if (head.Length < 8 || !head.AsSpan(0, 8).SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return AttachmentFault.Signature;
        if (head.Length < 24 || !head.AsSpan(12, 4).SequenceEqual("IHDR"u8)) return AttachmentFault.Damaged;
        var (wide, high) = (BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(20)));
        if (wide == 0 || high == 0) return AttachmentFault.Damaged;
        if ((ulong)wide * high > MostPixels) return AttachmentFault.Pixels;
        return Bytes(file, Math.Max(0, file.Length - 12), 12).AsSpan().IndexOf("IEND"u8) >= 0 ? AttachmentFault.None : AttachmentFault.Damaged;
    }

    private static AttachmentFault Xlsx(Stream file)
    {
        if (!Bytes(file, 0, 4).SequenceEqual("PK\u0003\u0004"u8)) return AttachmentFault.Signature;
        if (ArchiveLimits.FaultOf(file, MostParts, MostUnpacked) is { } fault) return fault.Kind == FileFaultKind.Bomb ? AttachmentFault.Bomb : AttachmentFault.Damaged;
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.GetEntry("xl/workbook.xml") is null) return AttachmentFault.Signature;
        return archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? AttachmentFault.Macros : AttachmentFault.None;
    }

    private static byte[] Bytes(Stream file, long from, int count)
    {
        file.Position = from;
        var bytes = new byte[count];
        var read = file.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
