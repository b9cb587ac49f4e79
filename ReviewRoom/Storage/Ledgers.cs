using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Storage;

/// <summary>A ledger file as it is used: who writes it, who reads it, and where folding may begin.</summary>
public sealed record OpenLedger(LedgerReader Reader, LedgerWriter Writer, Bookmarks? Bookmarks);

/// <summary>
/// All ledgers of the server: the record, and beside it one file for each rehearsal. The one place where it is decided in which of them a room lies.
/// Wiping a rehearsal removes its file: no entry of any ledger is ever deleted.
/// </summary>
public sealed class Ledgers : IDisposable
{
    private readonly ConcurrentDictionary<string, OpenLedger> rehearsals = new(StringComparer.Ordinal);
    private readonly OpenLedger record;
    private readonly string folder;
    private readonly TimeProvider clock;
    private readonly ILogger<LedgerWriter> log;
    private TaskCompletionSource turned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens the rehearsals there are. One whose file is broken is left out and told of: the record and the other rehearsals do not wait for it.</summary>
    /// <param name="file">The record; rehearsals lie in a folder beside it.</param>
    public Ledgers(LedgerFile file, OpenLedger record, TimeProvider clock, ILogger<LedgerWriter> log)
    {
        (this.record, this.clock, this.log) = (record, clock, log);
        record.Writer.Turned += Ring;
        folder = Path.Combine(Path.GetDirectoryName(file.Path) ?? "", "rehearsals");
        if (!Directory.Exists(folder)) return;
        foreach (var id in Directory.EnumerateFiles(folder, "*.db").Select(path => Path.GetFileNameWithoutExtension(path)).Where(RehearsalPlan.IsId)) Guarded(id, () => Opened(id));
    }

    /// <summary>The rooms on record and in rehearsal, each where it belongs: what lies in the wrong file is no room.</summary>
    /// <param name="prefix">Of the streams asked for: <c>room/</c>.</param>
    /// <param name="strays">Told of every stream that is not where it belongs.</param>
    public IReadOnlyList<string> Ids(string prefix, Action<string> strays)
    {
        var found = new List<string>();
        foreach (var id in record.Reader.Streams(prefix).Select(stream => stream[prefix.Length..]))
            if (RehearsalPlan.IsId(id)) strays(prefix + id);
            else found.Add(id);
        foreach (var (file, ledger) in rehearsals)
            Guarded(file, () =>
            {
                foreach (var id in ledger.Reader.Streams(prefix).Select(stream => stream[prefix.Length..]))
                    if (id == file) found.Add(id);
                    else strays(prefix + id);
            });
        return found;
    }

    /// <summary>Where a room lies; null for a rehearsal that is not there (any more).</summary>
    public OpenLedger? Find(string id) => RehearsalPlan.IsId(id) ? rehearsals.GetValueOrDefault(id) : record;

    /// <summary>Where a room that is to be made will lie: a rehearsal gets a file of its own.</summary>
    public OpenLedger For(string id) => Find(id) ?? Opened(id);

    /// <summary>Whether a rehearsal of this id can be made: nothing lies in its place, not even what is broken.</summary>
    public bool IsFree(string id) => !File.Exists(PathOf(id));

    /// <summary>What can be wrong with a file: with its bytes, with what is written in it, with its place.</summary>
    public static bool IsOfTheFile(Exception fault) => fault is SqliteException or LedgerUnsoundException or IOException or UnauthorizedAccessException;

    /// <summary>What keeps any ledger from being written: the record's trouble goes first.</summary>
    public LedgerTrouble? Trouble => record.Writer.Trouble ?? rehearsals.Values.Select(r => r.Writer.Trouble).FirstOrDefault(t => t is not null);

    /// <summary>Whether all ledgers can be written, the record and the rehearsals, now and after every turn of that.</summary>
    public async IAsyncEnumerable<LedgerHealth> Watch([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var next = Volatile.Read(ref turned).Task;
            yield return new LedgerHealth(Trouble);
            await next.WaitAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Throws where nothing can be removed beside the rehearsals: asked before anything of one is closed.</summary>
    public void MayWipe(string id)
    {
        if (!rehearsals.ContainsKey(id)) return;
        var probe = PathOf(id) + "-wipe";
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Closes a rehearsal's file and removes it. Nothing of it is left; where it cannot be removed it lies there as it was, closed.</summary>
    public void Wipe(string id)
    {
        if (!rehearsals.TryRemove(id, out var ledger)) return;
        Close(ledger);
        Ring();
        Remove(id);
    }

    public void Dispose()
    {
        record.Writer.Turned -= Ring;
        foreach (var ledger in rehearsals.Values) Close(ledger);
    }

    private OpenLedger Opened(string id) => rehearsals.GetOrAdd(id, _ =>
    {
        Directory.CreateDirectory(folder);
        var (file, isNew) = (new LedgerFile(PathOf(id)), IsFree(id));
        try
        {
            var ledger = new OpenLedger(new LedgerReader(file), new LedgerWriter(file, clock, log), null);
            ledger.Writer.Turned += Ring;
            return ledger;
        }
        catch (Exception fault) when (isNew && IsOfTheFile(fault))
        {
            // Half made, it would only be in the way.
            Guarded(id, () => Remove(id));
            throw;
        }
    });

    private void Ring() => Interlocked.Exchange(ref turned, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    private void Guarded(string id, Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            log.LogCritical(fault, "The file of {Rehearsal} is left out.", id);
        }
    }

    private void Remove(string id)
    {
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(PathOf(id) + end);
    }

    private static void Close(OpenLedger ledger)
    {
        ledger.Writer.Dispose();
        ledger.Reader.Dispose();
    }

    private string PathOf(string id) => Path.Combine(folder, id + ".db");
}
