using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

public sealed class AttendanceTests
{
    private static readonly DateTimeOffset Nine = Given.Start;

    [Fact]
    public void A_line_is_written_down_as_joined_away_returned_and_left_and_beats_between_are_not()
    {
        var given = Given.ARoom(seats: 2);

        Hear(given, At(0), new LineHeard(At(0), At(0), null));
        Hear(given, At(1), new LineHeard(At(0), At(1), null));
        Hear(given, At(5), new LineHeard(At(0), At(2), null));
        Hear(given, At(6), new LineHeard(At(6), At(6), null));
        Hear(given, At(9), new LineHeard(At(6), At(8), At(8)));

        Assert.Equal(
            [new SeatJoined("A", At(0)), new SeatAway("A", At(2)), new SeatReturned("A", At(6)), new SeatLeft("A", At(8))],
            given.Entries.Select(e => e.Event).OfType<AttendanceEvent>());
        Assert.Equal([new Spell(At(0), At(2), SpellEnd.Away), new Spell(At(6), At(8), SpellEnd.Left)], Row(given, "A").Spells);
    }

    [Fact]
    public void A_page_that_is_open_again_within_twenty_seconds_was_a_reload()
    {
        var given = Given.ARoom(seats: 1);
        Hear(given, At(0), new LineHeard(At(0), At(0), null));

        Hear(given, At(1).AddSeconds(20), new LineHeard(At(0), At(1), At(1)));

        Assert.Equal(AttendanceState.Present, Row(given, "A").State);
    }

    [Fact]
    public void A_restart_of_the_program_is_nobodys_leave()
    {
        var given = Given.ARoom(seats: 2);
        Hear(given, At(0), new LineHeard(At(0), At(0), null));
        given.Do(Person.System, new NoteRestart(At(30)));

        Hear(given, At(30).AddSeconds(50), null, since: At(30));
        var within = Row(given, "A");
        Hear(given, At(32), null, since: At(30));

        Assert.Equal(AttendanceState.Present, within.State);
        Assert.Equal([At(30)], given.Room.For(new Viewer.Office("office"))?.Attendance?.Restarts);
        Assert.Equal([new Spell(At(0), At(30), SpellEnd.Away)], Row(given, "A").Spells);
    }

    [Fact]
    public void A_line_lost_for_half_an_hour_is_a_leave()
    {
        var given = Given.ARoom(seats: 1);
        Hear(given, At(0), new LineHeard(At(0), At(0), null));
        Hear(given, At(2), new LineHeard(At(0), At(0), null));

        Hear(given, At(31), new LineHeard(At(0), At(0), null));

        Assert.Equal(AttendanceState.Left, Row(given, "A").State);
        Assert.Equal((Presence.Offline, null), given.Room.PresenceOf("expert-a", new LineHeard(At(0), At(0), null), At(31)));
    }

    [Fact]
    public void Who_comes_after_the_first_opening_is_late_who_goes_before_the_end_left_early_and_who_never_came_is_absent()
    {
        var given = Given.ARoom(seats: 3);
        given.Do(Given.Office, new Open("d1"));
        var opened = given.Room.For(new Viewer.Office("office"))?.Attendance?.FirstOpenedAt ?? default;

        Hear(given, opened.AddMinutes(12), new LineHeard(opened.AddSeconds(690), opened.AddMinutes(12), null));
        Hear(given, opened.AddMinutes(20), new LineHeard(opened.AddSeconds(690), opened.AddMinutes(19), opened.AddMinutes(19)));

        Assert.Equal((12, true, AttendanceState.Left), (Row(given, "A").LateMinutes, Row(given, "A").LeftEarly == true, Row(given, "A").State));
        Assert.Equal(AttendanceState.Absent, Row(given, "B").State);
    }

    [Fact]
    public void Absence_is_not_concluded_from_a_line_nobody_listened_to()
    {
        var given = Given.ARoom(seats: 2);
        given.Do("B", new Declare("d1", Conflict: false));
        given.Do(Given.Office, new Open("d1"));
        Hear(given, At(1), new LineHeard(At(1), At(1), null));

        Assert.Equal(AttendanceState.NotRecorded, Row(given, "B").State);
    }

    [Fact]
    public void Who_handed_in_on_paper_alone_is_not_entered_as_absent()
    {
        var given = Given.ARoom(seats: 3);
        given.Do(Given.Office, new Open("d1"));
        given.Do(Person.System, new NoteSeat("A", AttendanceStep.Joined, At(0)));
        given.Do(Given.Office, new RecordPaper("d1", "B", [new PaperMark("1", 60), new PaperMark("2", 60)], NoConflict: true));

        Assert.Equal(AttendanceState.NotRecorded, Row(given, "B").State);
    }

    [Fact]
    public void Who_acts_right_after_coming_late_came_late()
    {
        var given = Given.ARoom(seats: 2);
        given.Do(Given.Office, new Open("d1"));
        var opened = given.Entries[^1].Stamp.At;
        given.Do("A", new Declare("d1", Conflict: false));

        given.Do(Person.System, new NoteSeat("A", AttendanceStep.Joined, opened.AddTicks(1)));

        Assert.Equal((1, null), (Row(given, "A").LateMinutes, Row(given, "A").Spells[0].Acted));
    }

    [Fact]
    public void No_expert_learns_from_the_register_whether_another_has_acted()
    {
        Given Room(bool acted)
        {
            var given = Given.ARoom(seats: 3);
            given.Do(Given.Office, new Open("d1"));
            given.Do(Person.System, new NoteSeat("A", AttendanceStep.Joined, At(0)));
            if (acted) foreach (var seat in new[] { "B", "C" }) given.Do(seat, new Declare("d1", Conflict: false));
            given.Do(Person.System, new NoteSeat("C", AttendanceStep.Joined, At(60)));
            return given;
        }
        byte[] Seen(Given given) => Canonical.Bytes((Minutes.Of("room-1", given.Entries.Select(e => new Recorded(e.Event, e.Stamp, ""))).For(given.Room.ViewerOf(given.On("A"))) ?? throw new InvalidOperationException()).Attendance);

        Assert.Equal(Seen(Room(acted: false)), Seen(Room(acted: true)));
    }

    [Theory]
    [InlineData("A")]
    [InlineData(null)]
    public void Who_is_barred_from_a_dossier_learns_from_the_register_neither_when_it_was_opened_nor_when_it_was_signed(string? seat)
    {
        var barred = seat is null ? Given.Office2 : Given.PersonOf(seat);
        Given Room(bool opened)
        {
            var given = Given.ARoom(seats: 3, dossiers: 2);
            given.Do(Given.Supervisor, new RaiseConflict("d1", seat, "RELATIVE", "brother", seat is null ? barred.Id : null));
            given.Do(Given.Office, new Open(opened ? "d1" : "d2"));
            given.Do(Person.System, new NoteSeat("B", AttendanceStep.Joined, At(40)));
            given.Do(Given.Office, new Open(opened ? "d2" : "d1"));
            given.Do(Person.System, new NoteSeat("B", AttendanceStep.Left, At(50)));
            return given;
        }
        AttendanceRegister Seen(Given given) => Minutes.Of("room-1", given.Entries.Select(e => new Recorded(e.Event, e.Stamp, ""))).For(given.Room.ViewerOf(barred))?.Attendance ?? throw new InvalidOperationException();
        var first = Room(opened: true);

        Assert.Equal(first.Entries.Last(e => e.Event is Opened { Dossier: "d2" }).Stamp.At, Seen(first).FirstOpenedAt);
        Assert.All(Seen(first).Seats, s => Assert.Null(s.LeftEarly));
        Assert.True(Row(first, "B").LeftEarly);
        Assert.True(first.Room.For(new Viewer.Office("office"))?.Attendance?.FirstOpenedAt < Seen(first).FirstOpenedAt);

        first.Do(Given.Office, new Adjourn("late", null));
        Assert.Equal(Seen(first).FirstOpenedAt, first.Sight(barred)?.Adjourned?.From);
        Assert.Equal(first.Sight(barred)?.Adjourned?.From, first.Sight(barred)?.Sittings?[0].From);
    }

    [Fact]
    public void Nobody_but_the_program_writes_attendance()
    {
        var given = Given.ARoom();
        var note = new NoteSeat("A", AttendanceStep.Joined, At(0));

        Assert.All([Given.Office, Given.Supervisor, given.On("A")], person => Assert.Equal(RefusalCode.NotAllowed, given.Refused(person, note).Code));
        Assert.Equal(RefusalCode.NotFound, given.Refused(Given.Stranger, note).Code);
        Assert.Equal(RefusalCode.NotAllowed, given.Refused(Person.System, new NoteSeat("A", AttendanceStep.Returned, At(0))).Code);
    }

    [Fact]
    public void The_register_is_for_the_office_and_the_supervisor()
    {
        var given = Given.ARoom();

        Assert.NotNull(given.Sight(Given.Office)?.Attendance);
        Assert.NotNull(given.Sight(Given.Supervisor)?.Attendance);
        Assert.Null(given.Sight(given.On("A"))?.Attendance);
    }

    private static DateTimeOffset At(int minutes) => Nine.AddMinutes(minutes);

    private static SeatAttendance Row(Given given, string seat) =>
        (given.Room.For(new Viewer.Office("office"))?.Attendance ?? throw new InvalidOperationException()).Seats.Single(s => s.Seat == seat);

    /// <summary>What the program writes down when it hears this of seat A.</summary>
    private static void Hear(Given given, DateTimeOffset now, LineHeard? line, DateTimeOffset? since = null)
    {
        var heard = line is { } one ? new Dictionary<string, LineHeard> { ["expert-a"] = one } : [];
        foreach (var due in given.Room.DueAttendance(heard, since ?? Nine, now).ToArray()) given.Do(Person.System, due);
    }
}
