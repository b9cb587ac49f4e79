using System.Collections.Concurrent;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>Who has a room open now, by what the open pages answer: what the server hears, not a record. Nothing unheard is shown as there.</summary>
internal sealed class Attendance(TimeProvider clock)
{
    /// <summary>Pages of one room a person may have open at once: more is a browser gone wrong, and each costs a circuit.</summary>
    public const int PagesPerPerson = 8;

    private readonly ConcurrentDictionary<(string Room, string Person), Line> lines = new();

    /// <summary>False where the person has too many pages of the room open.</summary>
    public bool Joined(string personId, string roomId)
    {
        var now = clock.GetUtcNow();
        var line = lines.AddOrUpdate(
            (roomId, personId), _ => new Line(1, new LineHeard(now, now, null)),
            (_, before) => new Line(before.Pages + 1, new LineHeard(Goes(before.Heard, now) ? before.Heard.Since : now, now, null)));
        if (line.Pages <= PagesPerPerson) return true;
        lines[(roomId, personId)] = line with { Pages = line.Pages - 1 };
        return false;
    }

    /// <summary>A page has answered; true where the person was not heard before.</summary>
    public bool Heard(string personId, string roomId)
    {
        var now = clock.GetUtcNow();
        if (!lines.TryGetValue((roomId, personId), out var before) || before.Pages == 0) return false;
        var wasThere = before.Heard.IsThere(now);
        lines.TryUpdate((roomId, personId), before with { Heard = new LineHeard(wasThere ? before.Heard.Since : now, now, null) }, before);
        return !wasThere;
    }

    /// <summary>A page has gone. Where it was the last and had answered just before, it was closed; one that went silent is only forgotten later.</summary>
    public void Left(string personId, string roomId)
    {
        var now = clock.GetUtcNow();
        lines.AddOrUpdate((roomId, personId), _ => new Line(0, new LineHeard(now, now, now)), (_, before) =>
        {
            var pages = Math.Max(0, before.Pages - 1);
            return new Line(pages, pages == 0 && before.Heard.IsThere(now) ? before.Heard with { Closed = now } : before.Heard);
        });
    }

    /// <summary>What is heard of a room, by person.</summary>
    public IReadOnlyDictionary<string, LineHeard> Of(string roomId) =>
        lines.Where(line => line.Key.Room == roomId).ToDictionary(line => line.Key.Person, line => line.Value.Heard, StringComparer.Ordinal);

    /// <summary>The room with every seat's presence as it is heard now.</summary>
    public Room Put(Room room)
    {
        var now = clock.GetUtcNow();
        foreach (var seat in room.Seats)
        {
            var (presence, minutes) = room.PresenceOf(seat.PersonId, lines.TryGetValue((room.Id, seat.PersonId), out var line) ? line.Heard : null, now);
            room = room.Heard(seat.PersonId, presence, minutes);
        }
        return room;
    }

    /// <summary>A page that is opened again soon after the last one was closed is the same visit.</summary>
    private static bool Goes(LineHeard heard, DateTimeOffset now) => now - (heard.Closed ?? heard.Last) <= (heard.Closed is null ? Room.LostAfter : Room.LeftAfter);

    private sealed record Line(int Pages, LineHeard Heard);
}
