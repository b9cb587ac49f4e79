using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace ReviewRoom.Archives;

/// <summary>A file of an archive, as its index names it.</summary>
/// <param name="Part">Which part of the index it stands in.</param>
public sealed record ArchivedFile(string Part, string Name, long Bytes, string Hash);

/// <summary>Writes the files of an archive one after another and hashes each as it goes; none is held in memory by it.</summary>
internal sealed class ArchiveWriter(ZipArchive zip, DateTimeOffset at)
{
    private readonly List<ArchivedFile> files = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ArchivedFile> Files => files;

    public void Add(string part, string name, byte[] bytes) => Add(part, name, to => to.Write(bytes));

    public void Add(string part, string name, string text) => Add(part, name, Encoding.UTF8.GetBytes(text));

    public void Add(string part, string name, Action<Stream> write)
    {
        var free = Free($"{part}/{name}");
        files.Add(Written(part, free, write));
    }

    /// <summary>A file of the archive itself, in its root.</summary>
    public ArchivedFile AddRoot(string name, byte[] bytes) => Written("", name, to => to.Write(bytes));

    private ArchivedFile Written(string part, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = at;
        using var hash = SHA256.Create();
        long bytes;
        using (var file = entry.Open())
        using (var counted = new Counted(file))
        {
            using (var through = new CryptoStream(counted, hash, CryptoStreamMode.Write, leaveOpen: true)) write(through);
            bytes = counted.Bytes;
        }
        return new ArchivedFile(part, name, bytes, Convert.ToHexStringLower(hash.Hash ?? []));
    }

    /// <summary>No two files of an archive have one name, on no system.</summary>
    private string Free(string name)
    {
        var (stem, end) = (Path.ChangeExtension(name, null), Path.GetExtension(name));
        for (var n = 2; !taken.Add(name); n++) name = $"{stem}-{n}{end}";
        return name;
    }

    /// <summary>Counts what goes through it.</summary>
    private sealed class Counted(Stream to) : Stream
    {
        public long Bytes { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => to.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            to.Write(buffer, offset, count);
            Bytes += count;
        }
    }
}
