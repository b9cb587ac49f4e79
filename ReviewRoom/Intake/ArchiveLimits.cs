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
        using var memory = new MemoryStream(file, writable: false);
        return FaultOf(memory, Entries, Bytes);
    }

    /// <param name="file">Can be sought in; it stays open.</param>
    /// <param name="entries">Files inside.</param>
    /// <param name="bytes">Bytes of all that is inside, unpacked.</param>
    public static FileFault? FaultOf(Stream file, int entries, long bytes)
    {
        try
        {
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > entries || !Fits(archive, bytes) ? new FileFault(FileFaultKind.Bomb) : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            return new FileFault(FileFaultKind.Unreadable);
        }
    }

    private static bool Fits(ZipArchive archive, long left)
    {
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
