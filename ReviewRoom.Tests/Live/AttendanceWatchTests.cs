using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Live;

public sealed class AttendanceWatchTests
{
    [Fact]
    public async Task A_page_that_does_not_answer_for_over_a_minute_is_a_lost_line_with_its_age()
    {
        using var house = new House();
        await house.ARoom(declared: false);
        house.Rooms.Joined("expert-b", "panel");

        house.Clock.Advance(TimeSpan.FromSeconds(60));
        house.Rooms.Listen("panel");
        var within = Seat(house);
        house.Clock.Advance(TimeSpan.FromSeconds(75));
        house.Rooms.Listen("panel");
        var lost = Seat(house);
        house.Rooms.Heard("expert-b", "panel");

        Assert.Equal((Presence.Online, null), (within.Presence, within.LostMinutes));
        Assert.Equal((Presence.LineLost, 2), (lost.Presence, lost.LostMinutes));
        Assert.Equal(Presence.Online, Seat(house).Presence);
    }

    [Fact]
    public async Task What_is_heard_is_written_down_once_by_the_program()
    {
        using var house = new House();
        await house.ARoom(declared: false);
        var since = house.Clock.GetUtcNow();
        house.Rooms.Joined("expert-b", "panel");

        for (var n = 0; n < 12; n++)
        {
            await AttendanceWatch.Look(house.Rooms, "panel", since, house.Clock);
            house.Clock.Advance(TimeSpan.FromSeconds(10));
            house.Rooms.Heard("expert-b", "panel");
        }

        Assert.Equal([new SeatJoined("B", since)], Written(house));
    }

    [Fact]
    public async Task A_stop_of_the_program_is_an_entry_of_its_own_and_whoever_comes_back_was_there()
    {
        using var house = new House();
        await house.ARoom(declared: false);
        house.Rooms.Joined("expert-b", "panel");
        await AttendanceWatch.Look(house.Rooms, "panel", house.Clock.GetUtcNow(), house.Clock);

        house.Restart();
        var since = house.Clock.GetUtcNow();
        var unheard = Seat(house);
        Assert.True(await AttendanceWatch.Began(house.Rooms, "panel", since));
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        house.Rooms.Joined("expert-b", "panel");
        house.Clock.Advance(TimeSpan.FromSeconds(40));
        await AttendanceWatch.Look(house.Rooms, "panel", since, house.Clock);

        Assert.Equal((Presence.LineLost, null), (unheard.Presence, unheard.LostMinutes));
        Assert.Single(Written(house));
        Assert.Single(house.Ledger.Reader.Read("room/panel"), e => Canonical.Read<RoomEvent>(e.Body) is Restarted);
    }

    [Fact]
    public async Task Nobody_opens_more_pages_of_a_room_than_a_person_needs()
    {
        using var house = new House();
        await house.ARoom(declared: false);

        var opened = Enumerable.Range(0, 10).Count(_ => house.Rooms.Joined("expert-b", "panel"));
        house.Rooms.Left("expert-b", "panel");

        Assert.Equal(8, opened);
        Assert.True(house.Rooms.Joined("expert-b", "panel"));
    }

    private static SeatView Seat(House house) => house.Rooms.View("expert-a", "panel")?.Seats[1] ?? throw new InvalidOperationException();

    private static IEnumerable<AttendanceEvent> Written(House house) => house.Ledger.Reader.Read("room/panel").Select(e => Canonical.Read<RoomEvent>(e.Body)).OfType<AttendanceEvent>();
}
