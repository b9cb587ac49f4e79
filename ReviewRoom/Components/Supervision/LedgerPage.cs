using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Components.Supervision;

/// <summary>How far a stream's chain was verified: whole up to a head, or broken at an entry.</summary>
/// <param name="Bad">Version of the first entry that does not follow.</param>
public sealed record ChainState(Head Head, long? Bad, DateTimeOffset At)
{
    public static ChainState None(DateTimeOffset at) => new(Head.None, null, at);

    /// <summary>Verifies what has come since, header and body; a broken chain stays broken.</summary>
    public ChainState Further(LedgerReader ledger, string stream, DateTimeOffset at)
    {
        if (Bad is not null) return this;
        var head = Head;
        foreach (var entry in ledger.Read(stream, after: head.Version))
        {
            if (!Chain.Follows(head, entry)) return new ChainState(head, entry.Header.Version, at);
            head = Head.Of(entry);
        }
        return new ChainState(head, null, at);
    }
}

/// <summary>A stretch of a stream's headers, newest first: kinds, actors, times, hashes, no body.</summary>
/// <param name="Newest">Version of the newest entry of the stream.</param>
public sealed record LedgerPage(ImmutableArray<Header> Headers, long Newest, ChainState Chain)
{
    public const int Length = 50;

    /// <param name="before">Only entries older than this version; null for the newest.</param>
    public static LedgerPage Read(LedgerReader ledger, string stream, long? before, ChainState chain)
    {
        var newest = ledger.HeadOf(stream).Version;
        var upTo = before is { } edge ? Math.Min(edge - 1, newest) : newest;
        return new LedgerPage([.. ledger.Read(stream, after: Math.Max(0, upTo - Length), upTo: upTo).Select(e => e.Header).Reverse()], newest, chain);
    }
}
