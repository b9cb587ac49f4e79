using System.Collections.Concurrent;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>Who has a room open now, counted in open pages: what the server hears, not a record.</summary>
internal sealed class Attendance
{
    private readonly ConcurrentDictionary<(string Room, string Person), int> open = new();

    public void Joined(string personId, string roomId) => open.AddOrUpdate((roomId, personId), 1, (_, pages) => pages + 1);

    public void Left(string personId, string roomId)
    {
        if (open.AddOrUpdate((roomId, personId), 0, (_, pages) => Math.Max(0, pages - 1)) == 0) open.TryRemove(new((roomId, personId), 0));
    }

    /// <summary>The room with every seat's presence as it is heard now.</summary>
    public Room Put(Room room)
    {
        foreach (var seat in room.Seats)
            room = room.Heard(seat.PersonId, open.ContainsKey((room.Id, seat.PersonId)) ? Presence.Online : Presence.Offline);
        return room;
    }
}
