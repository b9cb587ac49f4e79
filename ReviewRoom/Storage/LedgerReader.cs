using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>Reads the ledger. Readers never wait for the writer, nor it for them.</summary>
public sealed class LedgerReader(IDbContextFactory<LedgerDb> factory)
{
    // Not static: a compiled query belongs to one model, and a process may run several servers.
    private readonly Func<LedgerDb, string, EntryRow?> byCommand =
        EF.CompileQuery((LedgerDb db, string commandId) => db.Entries.AsNoTracking().FirstOrDefault(r => r.CommandId == commandId));

    private readonly Func<LedgerDb, string, long, long, IEnumerable<EntryRow>> byStream =
        EF.CompileQuery((LedgerDb db, string stream, long after, long upTo) =>
            db.Entries.AsNoTracking().Where(r => r.Stream == stream && r.Version > after && r.Version <= upTo).OrderBy(r => r.Version).AsQueryable());

    /// <summary>The entry a command led to, in whatever stream.</summary>
    public Entry? Find(string commandId)
    {
        using var db = factory.CreateDbContext();
        return byCommand(db, commandId) is { } row ? Made(row) : null;
    }

    /// <summary>The entries of a stream, oldest first, read one by one from one snapshot of the file.</summary>
    public IEnumerable<Entry> Read(string stream, long after = 0, long upTo = long.MaxValue)
    {
        using var db = factory.CreateDbContext();
        foreach (var row in byStream(db, stream, after, upTo)) yield return Made(row);
    }

    /// <summary>All streams whose name begins so, in order of name.</summary>
    public IReadOnlyList<string> Streams(string prefix)
    {
        using var db = factory.CreateDbContext();
        return [.. db.Entries.Where(r => r.Version == 1 && r.Stream.StartsWith(prefix)).Select(r => r.Stream).OrderBy(s => s)];
    }

    /// <summary>The end of a stream's chain as it is on disk.</summary>
    public Head HeadOf(string stream)
    {
        using var db = factory.CreateDbContext();
        var last = db.Entries.Where(r => r.Stream == stream).OrderByDescending(r => r.Version).Select(r => new { r.Version, r.Time, r.Hash }).FirstOrDefault();
        return last is null ? Head.None : new Head(last.Version, DateTimeOffset.FromUnixTimeMilliseconds(last.Time), last.Hash);
    }

    private static Entry Made(EntryRow row) => new(
        new Header(row.Stream, row.Version, DateTimeOffset.FromUnixTimeMilliseconds(row.Time), row.Actor, row.Kind, row.BodyHash, row.Prev, row.Hash),
        row.CommandId, row.Fingerprint, row.Number, row.Salt, row.Body);
}
