using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Minutes;

/// <summary>One entry of a room's stream as the minutes read it: what happened, when and by whom, and the chain's hash there.</summary>
/// <param name="Hash">Header hash of the entry, lower-case hex.</param>
public sealed record Recorded(RoomEvent Event, Stamp Stamp, string Hash)
{
    public static Recorded Of(Entry entry) => new(Canonical.Read<RoomEvent>(entry.Body), entry.Stamp, entry.Header.Hash);
}
