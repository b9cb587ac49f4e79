using System.Runtime.CompilerServices;
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

/// <summary>What keeps the ledger from being written; the words and what to do are the application's (resource key <c>Trouble.{Kind}</c>).</summary>
public enum TroubleKind
{
    /// <summary>The disk, or the size allowed, is full.</summary>
    Full,
    /// <summary>The file or its folder may not be written, or is not there.</summary>
    NotWritable,
    /// <summary>Another program holds the file.</summary>
    Held,
    /// <summary>The file is damaged, or not what this program made.</summary>
    Unsound,
    Other,
}

/// <summary>That the ledger cannot be written just now, since when, and what the file system says.</summary>
public sealed record LedgerTrouble(DateTimeOffset Since, TroubleKind Kind, string Message)
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static LedgerTrouble Of(Exception fault, DateTimeOffset since) => new(since, KindOf(fault), fault.Message);

    private static TroubleKind KindOf(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: Full } => TroubleKind.Full,
        SqliteException { SqliteErrorCode: ReadOnly or CannotOpen } => TroubleKind.NotWritable,
        SqliteException { SqliteErrorCode: Busy or Locked } => TroubleKind.Held,
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } or LedgerUnsoundException => TroubleKind.Unsound,
        _ => TroubleKind.Other,
    };
}

/// <summary>Whether the ledger can be written.</summary>
/// <param name="Trouble">Null: it can.</param>
public sealed record LedgerHealth(LedgerTrouble? Trouble);

/// <summary>
/// The only writer of the ledger: one thread, many streams. All that waits is written in one transaction with a savepoint per act,
/// and nobody is answered before that transaction is on disk.
/// </summary>
public sealed class LedgerWriter : IDisposable
{
    private const int LargestGroup = 2048;

    /// <summary>While the file cannot be written, it is tried so often, so that the trouble ends when it is over and not with the next act.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4 * LargestGroup) { SingleReader = true });
    private readonly LedgerFile file;
    private readonly TimeProvider clock;
    private readonly ILogger<LedgerWriter> log;
    private readonly Thread thread;
    private LedgerPen? pen;
    private TaskCompletionSource turned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerWriter(LedgerFile file, TimeProvider clock, ILogger<LedgerWriter> log)
    {
        (this.file, this.clock, this.log) = (file, clock, log);
        pen = new LedgerPen(file);
        thread = new Thread(Write) { Name = "ledger writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>The ledger cannot be written any more, or can be again. Must not block.</summary>
    public event Action? Turned;

    /// <summary>Set while acts are being refused because the file cannot be written.</summary>
    public LedgerTrouble? Trouble
    {
        get;
        private set
        {
            if (field == value) return;
            field = value;
            Interlocked.Exchange(ref turned, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            Turned?.Invoke();
        }
    }

    /// <summary>Whether the ledger can be written, now and after every turn of that.</summary>
    public async IAsyncEnumerable<LedgerHealth> Watch([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var next = Volatile.Read(ref turned).Task;
            yield return new LedgerHealth(Trouble);
            await next.WaitAsync(ct).ConfigureAwait(false);
        }
    }

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
        while (AwaitActs())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var waiting)) group.Add(waiting);
            var stored = Commit(group);
            for (var i = 0; i < group.Count; i++) group[i].Done.SetResult(stored is null ? Stored.Failed : stored[i]);
            group.Clear();
        }
    }

    /// <summary>Waits until there is something to write; false at the end. While there is trouble the file is tried meanwhile.</summary>
    private bool AwaitActs()
    {
        var acts = queue.Reader.WaitToReadAsync().AsTask();
        while (Trouble is not null && Task.WhenAny(acts, Task.Delay(Retry, clock)).GetAwaiter().GetResult() != acts) Commit([]);
        return acts.GetAwaiter().GetResult();
    }

    /// <summary>One transaction; null if it failed as a whole. Without acts it tries whether the file can be written.</summary>
    private Stored[]? Commit(List<Waiting> group)
    {
        try
        {
            pen ??= new LedgerPen(file);
            pen.Begin();
            var stored = new Stored[group.Count];
            for (var i = 0; i < stored.Length; i++) stored[i] = pen.Put(group[i].Entry) ? Stored.Yes : Stored.Refused;
            if (stored.Length == 0) pen.Touch();
            pen.Commit();
            Trouble = null;
            return stored;
        }
#pragma warning disable CA1031 // Whatever it was: the acts are refused with the truth, and the next group starts on a fresh connection.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Trouble = LedgerTrouble.Of(fault, Trouble?.Since ?? clock.GetUtcNow());
            if (group.Count > 0) log.LogError(fault, "The ledger could not be written: {Acts} acts refused.", group.Count);
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
