using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>What became of an entry.</summary>
public enum Stored
{
    /// <summary>It is on disk.</summary>
    Yes,
    /// <summary>This entry alone was refused: its command or its place in the stream is taken.</summary>
    Refused,
    /// <summary>The file could not be written: nothing of the group is known to be stored.</summary>
    Failed,
}

/// <summary>That the ledger cannot be written just now, since when, and what the file system says.</summary>
public sealed record LedgerTrouble(DateTimeOffset Since, string Message);

/// <summary>
/// The only writer of the ledger: one thread, many streams. All that waits is written in one transaction with a savepoint per act,
/// and nobody is answered before that transaction is on disk.
/// </summary>
public sealed class LedgerWriter : IDisposable
{
    private const int LargestGroup = 2048;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4 * LargestGroup) { SingleReader = true });
    private readonly LedgerFile file;
    private readonly TimeProvider clock;
    private readonly ILogger<LedgerWriter> log;
    private readonly Thread thread;
    private LedgerPen? pen;

    public LedgerWriter(LedgerFile file, TimeProvider clock, ILogger<LedgerWriter> log)
    {
        (this.file, this.clock, this.log) = (file, clock, log);
        pen = new LedgerPen(file);
        thread = new Thread(Write) { Name = "ledger writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Set while acts are being refused because the file cannot be written.</summary>
    public LedgerTrouble? Trouble { get; private set; }

    /// <summary>Comes back once the entry is on disk, or is known not to be acknowledged.</summary>
    public async Task<Stored> Append(Entry entry)
    {
        var waiting = new Waiting(entry, new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await queue.Writer.WriteAsync(waiting).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            return Stored.Failed;
        }
        return await waiting.Done.Task.ConfigureAwait(false);
    }

    /// <summary>Writes what still waits, then closes the file.</summary>
    public void Dispose()
    {
        if (!queue.Writer.TryComplete()) return;
        thread.Join();
        pen?.Dispose();
    }

    private void Write()
    {
        var group = new List<Waiting>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var waiting)) group.Add(waiting);
            var stored = Commit(group);
            for (var i = 0; i < group.Count; i++) group[i].Done.SetResult(stored is null ? Stored.Failed : stored[i]);
            group.Clear();
        }
    }

    /// <summary>One transaction; null if it failed as a whole.</summary>
    private Stored[]? Commit(List<Waiting> group)
    {
        try
        {
            pen ??= new LedgerPen(file);
            pen.Begin();
            var stored = new Stored[group.Count];
            for (var i = 0; i < stored.Length; i++) stored[i] = pen.Put(group[i].Entry) ? Stored.Yes : Stored.Refused;
            pen.Commit();
            Trouble = null;
            return stored;
        }
#pragma warning disable CA1031 // Whatever it was: the acts are refused with the truth, and the next group starts on a fresh connection.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Trouble ??= new LedgerTrouble(clock.GetUtcNow(), fault.Message);
            log.LogError(fault, "The ledger could not be written: {Acts} acts refused.", group.Count);
            Abandon();
            return null;
        }
    }

    private void Abandon()
    {
        try
        {
            pen?.Dispose();
        }
        catch (SqliteException fault)
        {
            log.LogWarning(fault, "The ledger's connection did not close cleanly.");
        }
        pen = null;
    }

    private sealed record Waiting(Entry Entry, TaskCompletionSource<Stored> Done);
}
