using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>
/// One ledger stream held in memory. Every act takes its turn: decide (pure) - append (durable) - publish (immutable snapshot).
/// Continuations never go back to a caller's circuit while a turn is held.
/// </summary>
public sealed class Live<TState, TAct, TEvent> : IDisposable
    where TState : class, IStreamState<TState, TAct, TEvent>
    where TAct : class
    where TEvent : class
{
    private const int LongestCommandId = 64;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock publishing = new();
    private readonly TState blank;
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly TimeProvider clock;
    private ImmutableList<Channel<TState>> watchers = [];
    private TState state;
    private Head head = Head.None;
    private bool stale = true;
    private bool isOver;
    private Bookmark<TState>? trusted;

    /// <param name="stream">Kind and id: <c>room/panel-a</c>.</param>
    /// <param name="blank">The state before the first entry.</param>
    public Live(string stream, TState blank, LedgerReader reader, LedgerWriter writer, TimeProvider clock)
    {
        (Stream, this.blank, state) = (stream, blank, blank);
        (this.reader, this.writer, this.clock) = (reader, writer, clock);
    }

    public string Stream { get; }

    /// <summary>Puts what is heard but not recorded (presence) onto every new state.</summary>
    public Func<TState, TState> Transient { get; init; } = state => state;

    /// <summary>Called in the turn, after the watchers: the state before and the state now. Must be quick.</summary>
    public Action<TState, TState> Published { get; init; } = (_, _) => { };

    /// <summary>Where folding may begin, for streams that grow long.</summary>
    public Bookmarks? Bookmarks { get; init; }

    /// <summary>The newest published snapshot.</summary>
    public TState State => Volatile.Read(ref state);

    public int Watchers => watchers.Count;

    /// <summary>Folds the stream from the ledger, if that is not done yet.</summary>
    public Task Load() => InTurn(() =>
    {
        if (stale) Refold();
    });

    /// <summary>
    /// What was taken from a bookmark is folded from the first entry, the chain checked entry by entry, while acts go on; where it is not the same,
    /// the bookmark is thrown away and the state is folded anew. False then.
    /// </summary>
    /// <exception cref="LedgerUnsoundException">The chain is broken.</exception>
    public async Task<bool> Prove()
    {
        if (trusted is not { } bookmark || Bookmarks is not { } bookmarks) return true;
        var (folded, end) = Fold(blank, Head.None, bookmark.Head.Version);
        Interlocked.CompareExchange(ref trusted, null, bookmark);
        if (end == bookmark.Head && Storage.Bookmarks.HashOf(folded) == bookmark.Hash) return true;
        await InTurn(() =>
        {
            bookmarks.Remove(Stream);
            stale = true;
            Refold();
        }).ConfigureAwait(false);
        return false;
    }

    public async Task<Answer<TState>> Ask(Person by, string commandId, TAct act, CancellationToken ct = default)
    {
        if (commandId is not { Length: > 0 and <= LongestCommandId }) return Refused(new Refusal(RefusalCode.Malformed) { Field = "commandId" });
        var fingerprint = Chain.Fingerprint(Stream, by.Id, Canonical.Bytes(act));
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (isOver) return Refused(RefusalCode.NotFound);
            if (stale) Refold();
            return Known(commandId, fingerprint) ?? await Take(by, commandId, fingerprint, act).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is SqliteException or LedgerUnsoundException)
        {
            return Refused(RefusalCode.NotStored);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is heard and not recorded has changed (<see cref="Transient"/>): takes its turn, is published, leaves no entry.</summary>
    public void Republish() => _ = InTurn(() => Publish(State));

    /// <summary>The newest state at once, then the newest after every change. Joining is one step with reading, so nothing falls between; a slow watcher misses only what is old.</summary>
    public async IAsyncEnumerable<TState> Watch([EnumeratorCancellation] CancellationToken ct)
    {
        var own = Channel.CreateBounded<TState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (publishing)
        {
            if (isOver) yield break;
            own.Writer.TryWrite(State);
            watchers = watchers.Add(own);
        }
        try
        {
            await foreach (var newest in own.Reader.ReadAllAsync(ct).ConfigureAwait(false)) yield return newest;
        }
        finally
        {
            lock (publishing) watchers = watchers.Remove(own);
        }
    }

    /// <summary>The stream is over and its ledger about to go: whoever watches sees the end, and every further act is refused.</summary>
    public Task End() => InTurn(() =>
    {
        lock (publishing)
        {
            isOver = true;
            foreach (var watcher in watchers) watcher.Writer.TryComplete();
        }
    });

    public void Dispose() => turn.Dispose();

    /// <summary>The same command again gives the same receipt; its id with anything else behind it is refused.</summary>
    private Answer<TState>? Known(string commandId, string fingerprint) => reader.Find(commandId) switch
    {
        null => null,
        { } entry when entry.Fingerprint == fingerprint => new Answer<TState>(entry.Receipt, null, State),
        _ => Refused(RefusalCode.CommandReused),
    };

    private async Task<Answer<TState>> Take(Person by, string commandId, string fingerprint, TAct act)
    {
        var random = RandomNumberGenerator.GetBytes(32 + Chain.SaltLength);
        var asking = new Asking(by, Chain.TimeAfter(head, clock.GetUtcNow()), random.AsMemory(Chain.SaltLength));
        var outcome = State.Decide(act, asking);
        if (outcome.Event is not { } happened) return Refused(outcome.Refusal ?? throw new InvalidOperationException("Neither an event nor a refusal."));
        // Read back and folded before it is stored: what cannot be folded must never reach the ledger, and memory holds what a restart would hold.
        var body = Canonical.Bytes(happened);
        var next = State.Apply(Canonical.Read<TEvent>(body), new Stamp(head.Version + 1, asking.At, by.Id));
        var entry = Chain.Next(head, Stream, asking, commandId, fingerprint, next.ActsBy(by.Id), random[..Chain.SaltLength], body);
        var stored = await writer.Append(entry).ConfigureAwait(false);
        if (stored != Stored.Yes)
        {
            stale = true;
            return stored == Stored.Refused && Known(commandId, fingerprint) is { } known ? known : Refused(RefusalCode.NotStored);
        }
        head = Head.Of(entry);
        if (head.Version % Storage.Bookmarks.Every == 0) Mark(head, next);
        Publish(next);
        return new Answer<TState>(entry.Receipt, null, State);
    }

    /// <summary>Drops what is in memory and folds the stream anew: after a failed commit only the file knows what is true.</summary>
    private void Refold()
    {
        var bookmark = Bookmarks?.Find<TState>(Stream);
        var from = bookmark?.Head ?? Head.None;
        var (folded, end) = Fold(bookmark?.State ?? blank, from, long.MaxValue);
        if (end.Version - from.Version >= Storage.Bookmarks.Every) Mark(end, folded);
        trusted = bookmark;
        head = end;
        stale = false;
        Publish(folded);
    }

    private (TState State, Head End) Fold(TState state, Head after, long upTo)
    {
        foreach (var entry in reader.Read(Stream, after.Version, upTo))
        {
            if (!Chain.Follows(after, entry)) throw new LedgerUnsoundException($"The chain of {Stream} is broken at version {entry.Header.Version}.");
            state = Folded(state, entry);
            after = Head.Of(entry);
        }
        return (state, after);
    }

    /// <summary>Nobody waits for it.</summary>
    private void Mark(Head at, TState folded)
    {
        if (Bookmarks is { } bookmarks) _ = Task.Run(() => bookmarks.Put(Stream, at, folded));
    }

    private static TState Folded(TState state, Entry entry)
    {
        try
        {
            return state.Apply(Canonical.Read<TEvent>(entry.Body), entry.Stamp);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new LedgerUnsoundException($"Version {entry.Header.Version} of {entry.Header.Stream} cannot be read.", fault);
        }
    }

    private async Task InTurn(Action act)
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            act();
        }
        finally
        {
            turn.Release();
        }
    }

    private void Publish(TState next)
    {
        TState before;
        lock (publishing)
        {
            before = state;
            var now = Transient(next);
            if (ReferenceEquals(before, now)) return;
            Volatile.Write(ref state, now);
            foreach (var watcher in watchers) watcher.Writer.TryWrite(now);
        }
        Published(before, State);
    }

    private Answer<TState> Refused(Refusal refusal) => new(null, refusal, State);

    private Answer<TState> Refused(RefusalCode code) => Refused(new Refusal(code));
}
