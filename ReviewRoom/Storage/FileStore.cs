using System.Buffers;
using System.Security.Cryptography;

namespace ReviewRoom.Storage;

/// <summary>A file as it is kept: SHA-256 (lower-case hex) of its bytes, and how many they are.</summary>
public sealed record KeptFile(string Hash, long Bytes);

/// <summary>
/// Files that people brought in, each under the SHA-256 of its bytes: written once, never changed. The ledger holds the hash; who may have a file is decided before this is asked.
/// </summary>
public sealed class FileStore
{
    private readonly string folder;

    /// <param name="folder">Made if it is not there; for its owner alone, as the data folder is.</param>
    public FileStore(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        // What a stop left half-written was never named by anybody.
        foreach (var rest in Directory.EnumerateFiles(folder, "*.part")) File.Delete(rest);
    }

    /// <summary>Streams a file to disk and keeps it; the same bytes twice are kept once. On disk when this returns.</summary>
    /// <returns>Null where it is larger than <paramref name="most"/> bytes: then nothing is kept.</returns>
    /// <exception cref="IOException">It could not be written; nothing is kept.</exception>
    public async Task<KeptFile?> Keep(Stream source, long most, CancellationToken ct = default)
    {
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        try
        {
            if (await Written(source, part, most, ct).ConfigureAwait(false) is not { } kept) return null;
            var place = PlaceOf(kept.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place) ?? folder);
            File.Move(part, place, overwrite: true);
            return kept;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Null where no such file is kept.</summary>
    public FileStream? Open(string hash)
    {
        if (hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigitLower)) return null;
        try
        {
            return new FileStream(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<KeptFile?> Written(Stream source, string part, long most, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            long bytes = 0;
            for (int read; (read = await source.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
            {
                if ((bytes += read) > most) return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct).ConfigureAwait(false);
            }
            file.Flush(flushToDisk: true);
            return new KeptFile(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string PlaceOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
