using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// A meeting adjourned and resumed on another day.
public sealed class SittingTests
{
    private static readonly DateTimeOffset Tomorrow = Given.Start.AddDays(1);

    [Fact]
    public void While_adjourned_nothing_is_scored_revealed_or_signed_and_drafts_stay()
    {
        var given = Given.ARoom(seats: 2, dossiers: 2).Closed("d2").Opened().Filled("A", "d1", 60);

        given.Do(Given.Office, new Adjourn("evening", Tomorrow));

        foreach (var act in new RoomAct[] { new GiveMark("d1", "1", 70), new Submit("d1"), new Sign("d2", NoConflict: true), new WriteComment("d1", "1", CommentKind.Strength, "s") })
            Assert.Equal(RefusalCode.Adjourned, given.Refused("A", act).Code);
        foreach (var act in new RoomAct[] { new Reveal("d1", "why"), new SetDeadline("d1", Tomorrow), new Remind("d1"), new SetFocus("d1"), new Freeze("why"), new Adjourn("again") })
            Assert.Equal(RefusalCode.Adjourned, given.Refused(Given.Office, act).Code);
        Assert.Equal(RefusalCode.Adjourned, given.Refused(Person.System, new Reveal("d1", "deadline")).Code);
        Assert.Equal(60, given.Sight(given.On("A"), "d1").Mine?.Marks["1"]);
    }

    [Fact]
    public void Conflicts_a_replacement_and_a_deputy_do_not_wait_for_the_resumption()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Opened();
        given.Do(Given.Office, new Adjourn("evening"));

        given.Do("B", new Declare("d2", true, "RELATIVE", "a cousin"));
        given.Do(Given.Supervisor, new RaiseConflict("d2", "A", "DISPUTE_3Y", "heard in the evening"));
        given.Do(Given.Office, new ReplaceSeat("C", "expert-z", "Expert Z"));
        given.Do(Given.Office, new AppointDeputy("B"));

        Assert.True(given.Sight(given.On("A"), "d2").Suspended);
    }

    [Fact]
    public void The_next_sitting_goes_on_where_the_last_ended_without_its_deadlines()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Given.Office, new SetDeadline("d1", Given.Start.AddHours(3)));
        given.Do(Given.Office, new Adjourn("evening", Tomorrow));
        Assert.Equal(Tomorrow, given.Sight(given.On("A"))?.Adjourned?.Until);

        given.Do(Given.Office2, new Resume());

        Assert.Null(given.Dossier().Deadline);
        Assert.Null(given.Sight(given.On("A"))?.Adjourned);
        Assert.Equal(["evening", null], given.Sight(given.On("A"))?.Sittings?.Select(s => s.Reason) ?? []);
        given.Do("A", new GiveMark("d1", "1", 70));
    }

    [Fact]
    public void What_was_left_of_a_deadline_is_kept_for_the_office_through_any_number_of_adjournments_until_it_sets_one_or_none()
    {
        var given = Given.ARoom(seats: 2, dossiers: 3).Opened().Opened("d2").Opened("d3");
        foreach (var dossier in new[] { "d1", "d2", "d3" }) given.Do(Given.Office, new SetDeadline(dossier, Given.Start.AddMinutes(40)));
        foreach (var _ in new[] { 1, 2 })
        {
            given.Do(Given.Office, new Adjourn("evening"));
            given.Do(Given.Office, new Resume());
        }
        Assert.Equal([40, 40, 40], given.Sight(Given.Office)?.Dossiers.Select(d => d.DeadlineLeft) ?? []);
        Assert.All(new[] { Given.Supervisor, given.On("A") }, person => Assert.Null(given.Sight(person, "d1").DeadlineLeft));

        given.Do(Given.Office, new SetDeadline("d1", Tomorrow));
        given.Do(Given.Office, new SetDeadline("d2", null));
        given.Submitted("A", "d3", 60).Do(Given.Office, new Reveal("d3", "why"));

        Assert.Equal([null, null, null], given.Sight(Given.Office)?.Dossiers.Select(d => d.DeadlineLeft) ?? []);
    }

    [Fact]
    public void Only_a_meeting_that_sits_is_adjourned_and_only_an_adjourned_one_resumed()
    {
        var given = Given.ARoom();

        Assert.Equal(RefusalCode.NotSitting, given.Refused(Given.Office, new Adjourn("why")).Code);
        given.Opened();
        Assert.Equal(RefusalCode.NotAdjourned, given.Refused(Given.Office, new Resume()).Code);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new Adjourn(" ")).Code);
        Assert.Equal("until", given.Refused(Given.Office, new Adjourn("why", Given.Start)).Field);
        Assert.Equal(RefusalCode.NotFound, given.Refused(Given.Stranger, new GiveMark("d1", "1", 60)).Code);
    }

    [Fact]
    public void Attendance_is_closed_with_the_sitting_and_opened_again_with_the_next()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Person.System, new NoteSeat("A", AttendanceStep.Joined, Given.Start));
        var open = new Dictionary<string, LineHeard> { [given.On("A").Id] = new(Given.Start, Tomorrow, null) };

        given.Do(Given.Office, new Adjourn("evening"));
        Assert.Empty(given.Room.DueAttendance(open, Given.Start, Tomorrow));
        given.Do(Given.Office, new Resume());

        var due = Assert.Single(given.Room.DueAttendance(open, Given.Start, Tomorrow));
        Assert.Equal((AttendanceStep.Joined, given.Room.Sittings[1].From), (due.Step, due.At));
        Assert.Null(given.Sight(Given.Office)?.Attendance?.Seats[0].LeftEarly);
    }

    [Fact]
    public void Who_was_away_when_the_meeting_adjourned_did_not_leave_early()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Person.System, new NoteSeat("A", AttendanceStep.Joined, Given.Start));
        given.Do(Person.System, new NoteSeat("A", AttendanceStep.Away, Given.Start.AddMinutes(1)));
        given.Do(Given.Office, new Adjourn("evening"));

        Assert.Empty(given.Room.DueAttendance(new Dictionary<string, LineHeard>(), Given.Start, Tomorrow));
        Assert.Equal([new Spell(Given.Start, Given.Start.AddMinutes(1), SpellEnd.Left)], given.Sight(Given.Office)?.Attendance?.Seats[0].Spells.Select(s => s with { Acted = null }));
    }

    [Fact]
    public void The_minutes_tell_each_sitting_with_its_times()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Given.Office, new Adjourn("evening", Tomorrow));
        given.Do(Given.Office, new Resume());

        var minutes = Minutes.Of("room-1", given.Entries.Select(e => new Recorded(e.Event, e.Stamp, "")));

        var sittings = minutes.For(given.Room.ViewerOf(given.On("A")))?.Sittings ?? [];
        Assert.Equal(2, sittings.Length);
        Assert.Equal((sittings[0].To, (DateTimeOffset?)null), (given.Entries.Single(e => e.Event is MeetingAdjourned).Stamp.At, sittings[1].To));
    }
}
