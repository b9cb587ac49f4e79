using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Storage;

namespace ReviewRoom.Archives;

/// <summary>The lines of every stream that belongs to a session, as its archive holds them: every header, so that each chain can be verified, and the bodies that may stand in it.</summary>
internal sealed class ArchiveLedgers(LedgerReader reader, Exporter exporter)
{
    /// <summary>Streams of the session besides its rooms, in the order of the index.</summary>
    public IEnumerable<(string Stream, IEnumerable<byte[]> Lines)> Of(string session, IReadOnlySet<string> draws, IReadOnlySet<string> boards)
    {
        foreach (var stream in (string[])[$"session/{session}", $"register/{session}", $"papers/{session}", LivePapers.Templates, $"law/{LiveRegulations.Id}"])
            if (Has(stream)) yield return (stream, Whole(stream, _ => true));
        foreach (var stream in reader.Streams($"application/{session}/")) yield return (stream, Whole(stream, _ => true));
        foreach (var stream in draws.Order(StringComparer.Ordinal).Select(id => $"draw/{id}").Where(Has)) yield return (stream, Whole(stream, _ => true));
        // A board's first entry holds the salt its pictures are hashed with.
        foreach (var stream in boards.Order(StringComparer.Ordinal).Select(id => $"board/{id}").Where(Has)) yield return (stream, Whole(stream, entry => entry.Header.Version > 1));
        if (Has(LiveAwards.Stream)) yield return (LiveAwards.Stream, Awards(session));
    }

    /// <summary>A closed room as this person may have it.</summary>
    public IEnumerable<byte[]> Room(Room room, Person person) => exporter.Room(room, room.ViewerOf(person)) ?? [];

    /// <summary>One register holds the awards of all sessions: of others it shows headers only.</summary>
    private IEnumerable<byte[]> Awards(string session)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        return Whole(LiveAwards.Stream, entry =>
        {
            switch (Canonical.Read<AwardEvent>(entry.Body))
            {
                case AwardsTaken taken when taken.Awards.All(a => a.Session == session):
                    own.UnionWith(taken.Awards.Select(a => a.Id));
                    return true;
                case IOfAward of: return own.Contains(of.Award);
                default: return false;
            }
        });
    }

    private IEnumerable<byte[]> Whole(string stream, Func<Entry, bool> mayRead) => exporter.Lines(stream, reader.HeadOf(stream).Version, mayRead);

    private bool Has(string stream) => reader.HeadOf(stream).Version > 0;
}
