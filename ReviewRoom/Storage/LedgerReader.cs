using System.Collections.Concurrent;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>Reads the ledger. Readers never wait for the writer, nor it for them; each reading has a connection of its own while it lasts.</summary>
public sealed class LedgerReader(LedgerFile file) : IDisposable
{
    private readonly ConcurrentBag<LedgerGlass> idle = [];

    /// <summary>The entry a command led to, in whatever stream.</summary>
    public Entry? Find(string commandId) => With(glass => glass.Find(commandId));

    /// <summary>The entries of a stream, oldest first, read one by one from one snapshot of the file.</summary>
    public IEnumerable<Entry> Read(string stream, long after = 0, long upTo = long.MaxValue)
    {
        var glass = Taken();
        try
        {
            foreach (var entry in glass.Read(stream, after, upTo)) yield return entry;
        }
        finally
        {
            idle.Add(glass);
        }
    }

    /// <summary>All streams whose name begins so, in order of name.</summary>
    public IReadOnlyList<string> Streams(string prefix) => With(glass => glass.Streams(prefix));

    /// <summary>The end of a stream's chain as it is on disk.</summary>
    public Head HeadOf(string stream) => With(glass => glass.HeadOf(stream));

    /// <summary>Closes what is not in use.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var glass)) glass.Dispose();
    }

    private T With<T>(Func<LedgerGlass, T> look)
    {
        var glass = Taken();
        try
        {
            return look(glass);
        }
        finally
        {
            idle.Add(glass);
        }
    }

    private LedgerGlass Taken() => idle.TryTake(out var glass) ? glass : new LedgerGlass(file);
}
