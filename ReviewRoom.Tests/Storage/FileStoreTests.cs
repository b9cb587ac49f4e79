using System.Security.Cryptography;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Markdown;

namespace ReviewRoom.Tests.Storage;

public sealed class FileStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FileStore store;

    public FileStoreTests() => store = new FileStore(Files);

    private string Files => Path.Combine(folder.Path, "files");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_kept_is_found_again_by_the_hash_of_its_bytes_after_a_restart_too()
    {
        var bytes = RandomNumberGenerator.GetBytes(200_000);

        var kept = await store.Keep(new MemoryStream(bytes), bytes.Length, TestContext.Current.CancellationToken);

        Assert.Equal(new KeptFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), kept);
        Assert.Equal(bytes, await Read(new FileStore(Files), kept?.Hash ?? ""));
    }

    [Fact]
    public async Task What_is_one_byte_too_large_leaves_nothing_behind()
    {
        var kept = await store.Keep(new MemoryStream(new byte[101]), 100, TestContext.Current.CancellationToken);

        Assert.Null(kept);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Files));
    }

    [Fact]
    public async Task A_line_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => store.Keep(new Broken(), 1000, TestContext.Current.CancellationToken));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Files));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_hash_or_was_never_kept_is_not_there(string hash) => Assert.Null(store.Open(hash));

    private static async Task<byte[]> Read(FileStore store, string hash)
    {
        await using var file = store.Open(hash) ?? throw new InvalidOperationException(hash);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return memory.ToArray();
    }

    private sealed class Broken() : MemoryStream(new byte[10])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= 10 ? throw new IOException("gone") : base.ReadAsync(buffer, cancellationToken);
    }
}
