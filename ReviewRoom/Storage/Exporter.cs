using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Storage;

/// <summary>Writes a stream out as lines of an <c>export.jsonl</c>: every header, and the bodies the reader may see.</summary>
public sealed class Exporter(LedgerReader ledger)
{
    /// <summary>The lines of a stream up to a version, each ending with a line break. A body goes in only where <paramref name="mayReadBody"/> says so.</summary>
    public IEnumerable<byte[]> Lines(string stream, long upTo, Func<Entry, bool> mayReadBody)
    {
        foreach (var entry in ledger.Read(stream, upTo: upTo)) yield return [.. ExportLine.Of(entry, mayReadBody(entry)).Bytes(), (byte)'\n'];
    }

    /// <summary>A room's record as one viewer may read it now; null for who may not have an export at all, and of a rehearsal, which is no record.</summary>
    public IEnumerable<byte[]>? Room(Room room, Viewer viewer) =>
        viewer is not (Viewer.Office or Viewer.Supervisor) || room.Rehearsal is not null ? null
        : Lines($"room/{room.Id}", room.Version, entry => room.MayReadBody(viewer, Canonical.Read<RoomEvent>(entry.Body)));
}
