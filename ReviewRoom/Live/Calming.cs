using System.Collections.Concurrent;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>Looks at a room again at the moment a held state of agreement is over, so that its viewers are shown the better one then.</summary>
/// <param name="look">Publishes the room as it is at that moment.</param>
internal sealed class Calming(TimeProvider clock, Action<string> look)
{
    private readonly ConcurrentDictionary<(string Room, DateTimeOffset At), bool> waiting = new();

    /// <summary>Takes note of the next such moment; of one it knows already only once.</summary>
    public void Note(Room room)
    {
        if (room.CalmAt is { } at && waiting.TryAdd((room.Id, at), true)) _ = Await(room.Id, at);
    }

    private async Task Await(string room, DateTimeOffset at)
    {
        // A timer counts whole milliseconds and may ring before its moment.
        while (at - clock.GetUtcNow() is { Ticks: > 0 } rest)
            await Task.Delay(rest < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : rest, clock).ConfigureAwait(false);
        waiting.TryRemove((room, at), out _);
        look(room);
    }
}
