using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>
/// Writes down who joined, whose line was lost, who returned and left (room.md 8). Heartbeats leave no entry. A stop of the program is nobody's leave: it is an entry of its own,
/// and whoever is heard within a minute after it was there all the time.
/// </summary>
/// <param name="services">Rooms are folded when this starts, not when it is made.</param>
public sealed class AttendanceWatch(IServiceProvider services, TimeProvider clock, ILogger<AttendanceWatch> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (rooms, since) = (services.GetRequiredService<LiveRooms>(), clock.GetUtcNow());
        using var timer = new PeriodicTimer(Pace, clock);
        var begun = rooms.Rooms.Where(r => r.HasSeatsAtTheTable).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        do
        {
            foreach (var room in rooms.Rooms)
                await Safely(room.Id, async () =>
                {
                    // What is heard in a room is written after its restart, so that nobody has left who was there all the time.
                    if (begun.Contains(room.Id) && !await Began(rooms, room.Id, since)) return;
                    begun.Remove(room.Id);
                    await Look(rooms, room.Id, since, clock);
                });
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Writes down in a room where seats were at the table that the program was started anew; false where that could not be stored, and is to be tried again.</summary>
    public static async Task<bool> Began(LiveRooms rooms, string roomId, DateTimeOffset since) =>
        (await Write(rooms, roomId, new NoteRestart(since)))?.Refusal?.Code != RefusalCode.NotStored;

    /// <summary>Shows and writes down what has changed in one room.</summary>
    /// <param name="since">When the program began to listen.</param>
    public static async Task Look(LiveRooms rooms, string roomId, DateTimeOffset since, TimeProvider clock)
    {
        if (rooms.Find(roomId) is not { } live) return;
        foreach (var due in live.State.DueAttendance(rooms.LinesOf(roomId), since, clock.GetUtcNow()).ToArray()) await Write(rooms, roomId, due);
        rooms.Listen(roomId);
    }

    /// <summary>One room's fault must not keep the others from being heard.</summary>
    private async Task Safely(string roomId, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException)
        {
            log.LogError(fault, "The attendance of {Room} could not be written down.", roomId);
        }
    }

    // One thing heard is one command, however often it is found.
    private static async Task<Answer<Room>?> Write(LiveRooms rooms, string roomId, RoomAct act) =>
        rooms.Find(roomId) is not { } live ? null : await live.Ask(Person.System, Cause.CommandOf(roomId, Canonical.Hash(Canonical.Bytes(act))), act);
}
