using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// The office's hand on the meeting: opening, deadlines, freezing, absences, seats.
public sealed class ChairingTests
{
    [Fact]
    public void A_dossier_is_opened_once()
    {
        var given = Given.ARoom();
        given.Do(Given.Office, new Open("d1"));

        Assert.Equal(Phase.Independent, given.Refused(Given.Office, new Open("d1")).Phase);
    }

    [Fact]
    public void A_deadline_lies_ahead_and_can_be_taken_away_and_the_program_may_set_it()
    {
        var given = Given.ARoom().Opened();
        var until = Given.Start.AddHours(2);

        Assert.Equal(RefusalCode.Malformed, given.Refused(Given.Office, new SetDeadline("d1", Given.Start.AddSeconds(-1))).Code);
        given.Do(Given.Office, new SetDeadline("d1", until.ToOffset(TimeSpan.FromHours(8))));
        Assert.Equal(until, given.Sight(given.On("A"), "d1").Deadline);
        given.Do(Person.System, new SetDeadline("d1", null));

        Assert.Null(given.Dossier().Deadline);
        Assert.Equal(RefusalCode.WrongPhase, Given.ARoom().Signed().Refused(Given.Office, new SetDeadline("d1", null)).Code);
    }

    [Fact]
    public void The_program_reveals_when_a_deadline_says_so_and_does_nothing_else_of_the_office()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60);

        Assert.Equal(RefusalCode.NotAllowed, given.Refused(Person.System, new Close("d1")).Code);
        Assert.Equal(RefusalCode.SheetsMissing, given.Refused(Person.System, new Reveal("d1")).Code);
        given.Do(Person.System, new Reveal("d1", "deadline"));

        Assert.Equal(Phase.Deliberation, given.Dossier().Phase);
    }

    [Fact]
    public void A_reminder_goes_to_those_the_dossier_waits_for_and_no_other_seat_hears_it()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60);

        Assert.Equal(["B", "C"], Assert.IsType<Reminded>(given.Do(Given.Office, new Remind("d1"))).Seats);

        Assert.Contains(given.Sight(given.On("B"))?.Events ?? [], e => e.Kind == "reminded" && e.Seat == "B");
        Assert.DoesNotContain(given.Sight(given.On("B"))?.Events ?? [], e => e.Seat == "C");
        Assert.DoesNotContain(given.Sight(given.On("A"))?.Events ?? [], e => e.Kind == "reminded");
        Assert.Equal(RefusalCode.WrongPhase, Given.ARoom(seats: 2).Signed().Refused(Given.Office, new Remind("d1")).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("d1")]
    public void A_frozen_room_or_dossier_stops_everybody_s_acts_until_it_is_thawed(string? dossier)
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60).Filled("B", "d1", 60);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new Freeze(" ", dossier)).Code);
        given.Do(Given.Office, new Freeze("fire drill", dossier));

        Assert.All(
            new RoomAct[] { new GiveMark("d1", "1", 70), new Submit("d1"), new WriteComment("d1", "1", CommentKind.Strength, "x"), new CannotJudge("d1", "1", "x") },
            act => Assert.Equal(RefusalCode.Frozen, given.Refused("B", act).Code));
        Assert.Equal(RefusalCode.Frozen, given.Refused("A", new TakeBack("d1")).Code);
        Assert.Equal(RefusalCode.Frozen, given.Refused("A", new Reveal("d1", "x")).Code);
        Assert.All(
            new RoomAct[] { new Reveal("d1", "x"), new MarkAbsent("B", "x", "d1"), new Freeze("again", dossier) },
            act => Assert.Equal(RefusalCode.Frozen, given.Refused(Given.Office, act).Code));
        var shown = dossier is null ? given.Sight(given.On("A"))?.Frozen : given.Sight(given.On("A"), "d1").Frozen;
        Assert.Equal("fire drill", shown?.Reason);
        given.Do(Given.Office, new Thaw(dossier));
        given.Do("B", new Submit("d1"));

        Assert.Equal(RefusalCode.NotFrozen, given.Refused(Given.Office, new Thaw(dossier)).Code);
    }

    [Fact]
    public void A_frozen_deliberation_stands_still_too()
    {
        var given = Given.ARoom().Revealed();
        given.Do(Given.Office, new Freeze("lunch", "d1"));

        Assert.All(
            new RoomAct[] { new WriteRemark("d1", "1", "x"), new Revise("d1", "1", 70, "x"), new RecordMinority("d1", "1", "x"), new CloseItem("d1", "1", Closing.Agreed), new Close("d1") },
            act => Assert.Equal(RefusalCode.Frozen, given.Refused("A", act).Code));
        Assert.Equal(RefusalCode.Frozen, Frozen(Given.ARoom().Closed()).Refused("A", new Sign("d1", NoConflict: true)).Code);
    }

    [Fact]
    public void Freezing_one_dossier_leaves_the_other_at_work()
    {
        var given = Given.ARoom(dossiers: 2).Opened("d1").Opened("d2");
        given.Do(Given.Office, new Freeze("why", "d1"));

        given.Do("A", new GiveMark("d2", "1", 60));

        Assert.Equal(RefusalCode.Frozen, given.Refused("A", new GiveMark("d1", "1", 60)).Code);
    }

    [Fact]
    public void An_absent_seat_is_not_waited_for_and_does_not_mark()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new MarkAbsent("C", "", "d1")).Code);
        Assert.Equal(RefusalCode.AlreadySubmitted, given.Refused(Given.Office, new MarkAbsent("A", "ill", "d1")).Code);
        Assert.Equal(RefusalCode.UnknownSeat, given.Refused(Given.Office, new MarkAbsent("Z", "ill", "d1")).Code);
        given.Do(Given.Office, new MarkAbsent("C", "ill", "d1"));

        Assert.Equal(RefusalCode.Absent, given.Refused("C", new GiveMark("d1", "1", 60)).Code);
        Assert.Equal(RefusalCode.AlreadyMarked, given.Refused(Given.Office, new MarkAbsent("C", "ill", "d1")).Code);
        Assert.Equal((SeatState.Absent, "ill"), StateOf(given, Given.Office, "C"));
        Assert.Equal((SeatState.Absent, null), StateOf(given, given.On("A"), "C"));
        given.Do(Given.Office, new Reveal("d1"));
        Assert.True(given.Tally().Complete);
        given.Do(Given.Office, new MarkPresent("C", "d1"));
        Assert.False(given.Tally().Complete);
        given.Submitted("C", "d1", 65);

        Assert.True(given.Sheet("C").Late);
        Assert.Equal(RefusalCode.AlreadyMarked, given.Refused(Given.Office, new MarkPresent("C", "d1")).Code);
    }

    [Fact]
    public void Absent_for_the_whole_room_touches_every_dossier_whose_sheet_is_not_in()
    {
        var given = Given.ARoom(seats: 2, dossiers: 2).Opened("d1").Opened("d2").Submitted("B", "d1", 60);

        given.Do(Given.Office, new MarkAbsent("B", "called away"));

        Assert.Null(given.Sheet("B", "d1").Absent);
        Assert.Equal("called away", given.Sheet("B", "d2").Absent);
        given.Do(Given.Office, new MarkPresent("B"));
        Assert.Null(given.Sheet("B", "d2").Absent);
    }

    [Fact]
    public void A_seat_is_given_to_another_only_before_its_first_mark()
    {
        var given = Given.ARoom(seats: 3).Opened();
        Assert.Equal(RefusalCode.Malformed, given.Refused(Given.Office, new ReplaceSeat("B", "expert-c", "C")).Code);
        Assert.Equal(RefusalCode.Malformed, given.Refused(Given.Office, new ReplaceSeat("B", "expert-x", " ")).Code);
        Assert.Equal(RefusalCode.UnknownSeat, given.Refused(Given.Office, new ReplaceSeat("Z", "expert-x", "X")).Code);
        var before = given.On("B");
        given.Do(Given.Office, new ReplaceSeat("B", "expert-x", "Expert X"));

        Assert.Null(given.Sight(before));
        Assert.Equal("Expert X", given.Sight(given.On("B"))?.Seats.Single(s => s.Seat == "B").Name);
        Assert.Equal(RefusalCode.NotDeclared, given.Refused("B", new GiveMark("d1", "1", 60)).Code);
        given.Do("B", new Declare("d1", false));
        given.Do("B", new GiveMark("d1", "1", 60));

        Assert.Equal(RefusalCode.SeatHasMarked, given.Refused(Given.Office, new ReplaceSeat("B", "expert-y", "Y")).Code);
    }

    [Fact]
    public void The_focus_points_and_moves_nobody_s_draft()
    {
        var given = Given.ARoom(dossiers: 2).Opened("d1").Opened("d2");
        given.Do("A", new GiveMark("d1", "1", 60));

        given.Do(Given.Office, new SetFocus("d2"));

        Assert.Equal("d2", given.Sight(given.On("A"))?.Focus);
        Assert.Equal(60, given.Sight(given.On("A"), "d1").Mine?.Marks["1"]);
        Assert.Equal(RefusalCode.NotFound, given.Refused(Given.Office, new SetFocus("d9")).Code);
        given.Do(Given.Office, new SetFocus(null));
        Assert.Null(given.Sight(given.On("A"))?.Focus);
    }

    [Fact]
    public void The_supervisor_sees_sealed_values_with_a_reason_that_the_panel_reads_after_the_reveal()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60);
        Assert.Null(given.Sight(Given.Supervisor, "d1").Items);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Supervisor, new Disclose("d1", " ")).Code);
        given.Do(Given.Supervisor, new Disclose("d1", "a report"));

        Assert.Equal(60, given.Sight(Given.Supervisor, "d1").Items?[0].Marks.Single().Rate);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Supervisor, new Disclose("d1", "again")).Code);
        Assert.Null(given.Sight(given.On("A"), "d1").Disclosures);
        given.Submitted("B", "d1", 60).Do(Given.Office, new Reveal("d1"));

        Assert.Equal("a report", given.Sight(given.On("A"), "d1").Disclosures?.Single().Reason);
    }

    [Fact]
    public void What_happened_where_one_may_not_look_does_not_shorten_one_s_own_list_of_events()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Opened("d1").Opened("d2");
        given.Do("B", new Declare("d1", true, "RELATIVE"));
        given.Submitted("A", "d2", 60);
        var before = Canonical.Bytes(given.Sight(given.On("B")));

        given.Filled("A", "d1", 60);
        for (var i = 0; i < 120; i++) given.Do("A", i % 2 == 0 ? new Submit("d1") : new TakeBack("d1"));

        Assert.Equal(before, Canonical.Bytes(given.Sight(given.On("B"))));
    }

    private static Given Frozen(Given given)
    {
        given.Do(Given.Office, new Freeze("why", "d1"));
        return given;
    }

    private static (SeatState?, string?) StateOf(Given given, Person person, string seat)
    {
        var state = given.Sight(person, "d1").Seats?.Single(s => s.Seat == seat);
        return (state?.State, state?.Reason);
    }
}
