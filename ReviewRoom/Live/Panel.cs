using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>Who sits where in a room; pages of the office need no more of the room itself.</summary>
/// <param name="Formed">The day from which conflicts of interest are counted back.</param>
public sealed record Panel(ImmutableArray<Seat> Seats, DateOnly Formed)
{
    public static Panel? Of(LiveRooms rooms, string roomId) =>
        rooms.Find(roomId)?.State is { Exists: true } room ? new Panel(room.Seats, DateOnly.FromDateTime(room.FormedAt.ToLocalTime().DateTime)) : null;
}
