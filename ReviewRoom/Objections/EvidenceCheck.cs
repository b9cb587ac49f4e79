using ReviewRoom.Attachments;

namespace ReviewRoom.Objections;

/// <summary>Looks at a file a stranger hands in: a PDF or a picture, by its first bytes and not by its name alone.</summary>
public static class EvidenceCheck
{
    public const int MostFiles = 5;
    public const int MostBytes = Domain.Attachment.MostBytes;

    /// <summary>A whole request: the files and the words around them.</summary>
    public const long MostOfAll = (long)MostFiles * MostBytes + 1_000_000;

    public static ObjectionFault? FaultOf(string name, byte[] bytes)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > Domain.Attachment.LongestName || name.Any(c => char.IsControl(c) || c is '/' or '\\')) return ObjectionFault.FileName;
        if (bytes.Length == 0) return ObjectionFault.FileEmpty;
        if (bytes.Length > MostBytes) return ObjectionFault.FileSize;
        if (IsJpegName(name)) return Jpeg(bytes);
        if (AttachmentCheck.TypeOf(name) is not (Domain.AttachmentType.Pdf or Domain.AttachmentType.Png)) return ObjectionFault.FileKind;
        using var stream = new MemoryStream(bytes, writable: false);
        return AttachmentCheck.FaultOf(name, stream) switch
        {
            AttachmentFault.None => null,
            AttachmentFault.Signature => ObjectionFault.FileKind,
            _ => ObjectionFault.FileDamaged,
        };
    }

    public static string TypeOf(string name) => IsJpegName(name) ? "image/jpeg" : AttachmentCheck.TypeOf(name) == Domain.AttachmentType.Png ? "image/png" : "application/pdf";

    private static bool IsJpegName(string name) => Path.GetExtension(name).ToUpperInvariant() is ".JPG" or ".JPEG";

    /// <summary>Start of image at the beginning, end of image in the last bytes (ISO/IEC 10918-1).</summary>
    private static ObjectionFault? Jpeg(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ObjectionFault.FileKind;
        return bytes.AsSpan(Math.Max(0, bytes.Length - 4096)).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0 ? null : ObjectionFault.FileDamaged;
    }
}
