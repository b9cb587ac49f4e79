using System.IO.Compression;

namespace ReviewRoom.Intake;

/// <summary>What an archive (ZIP, and so XLSX) may hold. The sizes it states may lie, so it is unpacked into nothing first and the bytes are counted.</summary>
public static class ArchiveLimits
{
    /// <summary>Bytes of one uploaded file.</summary>
    public const int UploadBytes = 5_000_000;

    public const int Entries = 400;

    /// <summary>Bytes of all that is inside, unpacked.</summary>
    public const long Bytes = 40_000_000;

    /// <summary>Null where it can be unpacked safely.</summary>
    public static FileFault? FaultOf(byte[] file)
    {
        if (file.Length == 0) return new FileFault(FileFaultKind.Empty);
        if (file.Length > UploadBytes) return new FileFault(FileFaultKind.TooLarge);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false));
            return archive.Entries.Count > Entries || !Fits(archive) ? new FileFault(FileFaultKind.Bomb) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return new FileFault(FileFaultKind.Unreadable);
        }
    }

    private static bool Fits(ZipArchive archive)
    {
        var left = Bytes;
        var nothing = new byte[64 * 1024];
        foreach (var entry in archive.Entries)
        {
            using var unpacked = entry.Open();
            for (int read; (read = unpacked.Read(nothing)) > 0;)
                if ((left -= read) < 0) return false;
        }
        return true;
    }
}
