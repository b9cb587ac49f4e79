using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// Declaring, marking, submitting, taking back: alone and blind.
public sealed class ScoringTests
{
    [Fact]
    public void A_seat_that_has_not_declared_may_neither_read_nor_mark()
    {
        var given = Given.ARoom();
        given.Do(Given.Office, new Open("d1"));

        Assert.Equal(RefusalCode.NotDeclared, given.Refused("A", new GiveMark("d1", "1", 60)).Code);
        Assert.False(given.Room.MayRead(given.Room.ViewerOf(given.On("A")), "d1"));
        given.Do("A", new Declare("d1", false));
        Assert.True(given.Room.MayRead(given.Room.ViewerOf(given.On("A")), "d1"));
        given.Do("A", new GiveMark("d1", "1", 60));
        Assert.Equal(RefusalCode.AlreadyDeclared, given.Refused("A", new Declare("d1", false)).Code);
    }

    [Fact]
    public void A_declaration_is_made_before_the_meeting_and_anew_with_the_signature_after_it()
    {
        var given = Given.ARoom(seats: 2).Closed();
        Assert.Equal(RefusalCode.NotCertified, given.Refused("A", new Declare("d1", false)).Code);
        Assert.Null(given.Sight(given.On("A"), "d1").Mine?.Certified);

        given.Do("A", new Sign("d1", NoConflict: true));

        Assert.True(given.Sight(given.On("A"), "d1").Mine?.Certified);
        Assert.Equal(RefusalCode.WrongPhase, Given.ARoom().Revealed().Refused("A", new Declare("d1", false)).Code);
        Assert.Equal(RefusalCode.WrongPhase, Given.ARoom().Signed().Refused("A", new Declare("d1", true, "RELATIVE")).Code);
        Assert.Equal(RefusalCode.UnknownConflictType, Given.ARoom().Refused("A", new Declare("d1", true, "GRUDGE")).Code);
        Assert.Equal(RefusalCode.UnknownConflictType, Given.ARoom().Refused("A", new Declare("d1", true)).Code);
    }

    [Theory]
    [InlineData(-5, RefusalCode.RateOffGrid)]
    [InlineData(1, RefusalCode.RateOffGrid)]
    [InlineData(62, RefusalCode.RateOffGrid)]
    [InlineData(105, RefusalCode.RateOffGrid)]
    [InlineData(0, null)]
    [InlineData(100, null)]
    [InlineData(null, null)]
    public void A_mark_lies_on_the_grid_of_five(int? rate, RefusalCode? code) =>
        Assert.Equal(code, Given.ARoom().Opened().Ask(Given.PersonOf("A"), new GiveMark("d1", "1", rate)).Refusal?.Code);

    [Fact]
    public void An_unknown_criterion_and_an_endless_text_are_refused()
    {
        var given = Given.ARoom().Opened();

        Assert.Equal(RefusalCode.UnknownCriterion, given.Refused("A", new GiveMark("d1", "4.9.9", 60)).Code);
        Assert.Equal(RefusalCode.UnknownCriterion, given.Refused("A", new CannotJudge("d1", "4.9.9", "why")).Code);
        Assert.Equal(RefusalCode.UnknownCriterion, given.Refused("A", new WriteComment("d1", "4.9.9", CommentKind.Strength, "x")).Code);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("A", new CannotJudge("d1", "1", "  ")).Code);
        Assert.Equal(RefusalCode.TextTooLong, given.Refused("A", new WriteComment("d1", "1", CommentKind.Strength, new string('x', Room.LongestText + 1))).Code);
        given.Do("A", new WriteComment("d1", "1", CommentKind.Strength, new string('x', Room.LongestText)));
    }

    [Fact]
    public void A_mark_takes_the_place_of_cannot_judge_and_the_other_way_round()
    {
        var given = Given.ARoom().Opened();

        given.Do("A", new CannotJudge("d1", "1", "why"));
        given.Do("A", new GiveMark("d1", "1", 60));
        Assert.Empty(given.Sheet("A").CannotJudge);
        given.Do("A", new CannotJudge("d1", "1", "why"));
        Assert.Null(given.Sheet("A").Marks[0]);
        given.Do("A", new GiveMark("d1", "1", 60));
        given.Do("A", new GiveMark("d1", "1", null));

        Assert.Equal(["1", "2"], given.Sheet("A").Unanswered(given.Room.Rubric));
    }

    [Fact]
    public void One_comment_of_a_kind_stands_on_a_criterion_and_an_empty_one_takes_it_away()
    {
        var given = Given.ARoom().Opened();

        given.Do("A", new WriteComment("d1", "1", CommentKind.Strength, "first"));
        given.Do("A", new WriteComment("d1", "1", CommentKind.Strength, "second"));
        given.Do("A", new WriteComment("d1", "1", CommentKind.SiteIssue, "look there"));
        Assert.Equal(["second", "look there"], given.Sheet("A").Comments.Select(c => c.Text));
        given.Do("A", new WriteComment("d1", "1", CommentKind.Strength, " "));

        Assert.Equal(["look there"], given.Sheet("A").Comments.Select(c => c.Text));
    }

    [Fact]
    public void A_sheet_is_handed_in_whole_once_and_taken_back_before_the_reveal()
    {
        var given = Given.ARoom().Opened();
        given.Do("A", new GiveMark("d1", "2", 60));

        var refusal = given.Refused("A", new Submit("d1"));
        Assert.Equal((RefusalCode.SheetIncomplete, "1"), (refusal.Code, refusal.Criteria?.Single()));
        Assert.Equal(RefusalCode.NotSubmitted, given.Refused("A", new TakeBack("d1")).Code);
        given.Do("A", new CannotJudge("d1", "1", "why"));
        given.Do("A", new Submit("d1"));
        Assert.Equal(RefusalCode.AlreadySubmitted, given.Refused("A", new Submit("d1")).Code);
        Assert.Equal(RefusalCode.AlreadySubmitted, given.Refused("A", new GiveMark("d1", "1", 60)).Code);
        given.Do("A", new TakeBack("d1"));
        given.Do("A", new GiveMark("d1", "1", 60));
        given.Do("A", new Submit("d1"));
        foreach (var seat in "BCDE") given.Submitted(seat.ToString(), "d1", 60);
        given.Do(Given.Office, new Reveal("d1"));

        Assert.Equal(RefusalCode.WrongPhase, given.Refused("A", new TakeBack("d1")).Code);
    }

    public static TheoryData<EvidenceRequired, int, bool> Evidence => new()
    {
        { EvidenceRequired.OutsideMiddle, 45, true }, { EvidenceRequired.OutsideMiddle, 50, false },
        { EvidenceRequired.OutsideMiddle, 65, false }, { EvidenceRequired.OutsideMiddle, 70, true },
        { EvidenceRequired.Extremes, 25, true }, { EvidenceRequired.Extremes, 30, false },
        { EvidenceRequired.Extremes, 85, false }, { EvidenceRequired.Extremes, 90, true },
        { EvidenceRequired.None, 0, false }, { EvidenceRequired.None, 100, false },
    };

    [Theory]
    [MemberData(nameof(Evidence))]
    public void A_mark_far_from_the_middle_needs_evidence_with_its_place(EvidenceRequired setting, int rate, bool needed)
    {
        var given = Given.ARoom(settings: Given.Free with { EvidenceRequired = setting }).Opened().Filled("A", "d1", 60, rate);

        var refusal = given.Ask(given.On("A"), new Submit("d1")).Refusal;

        Assert.Equal(needed ? RefusalCode.EvidenceMissing : null, refusal?.Code);
        if (!needed) return;
        Assert.Equal(["2"], refusal?.Criteria);
        given.Do("A", new WriteComment("d1", "2", CommentKind.SiteIssue, "see", new Place("4.1 ¶2")));
        given.Do("A", new WriteComment("d1", "2", CommentKind.Opportunity, "no place"));
        Assert.Equal(RefusalCode.EvidenceMissing, given.Refused("A", new Submit("d1")).Code);
        given.Do("A", new WriteComment("d1", "2", CommentKind.Opportunity, "with its place", new Place("4.1 ¶2")));
        given.Do("A", new Submit("d1"));
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("deliberation")]
    [InlineData("closed")]
    [InlineData("signed")]
    public void Outside_the_blind_phase_a_sheet_in_hand_cannot_be_changed(string phase)
    {
        var given = phase switch
        {
            "waiting" => Given.ARoom(),
            "deliberation" => Given.ARoom().Revealed(),
            "closed" => Given.ARoom().Closed(),
            _ => Given.ARoom().Signed(),
        };

        foreach (var act in new RoomAct[] { new GiveMark("d1", "1", 60), new CannotJudge("d1", "1", "why"), new WriteComment("d1", "1", CommentKind.Strength, "x"), new Submit("d1") })
            Assert.Equal(phase, given.Refused("A", act).Phase?.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Who_had_not_submitted_stays_blind_after_the_reveal_and_may_hand_in_late()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 70);
        Assert.Equal(["C"], given.Refused(Given.Office, new Reveal("d1")).Seats);
        given.Do(Given.Office, new Reveal("d1", "the hour is up"));

        Assert.Null(given.Sight(given.On("C"), "d1").Items);
        Assert.Null(given.Sight(given.On("C"), "d1").Aggregate);
        Assert.DoesNotContain(given.Sight(given.On("C"))?.Events ?? [], e => e.Kind == "consensus");
        Assert.Equal(RefusalCode.NotSubmitted, given.Refused("C", new WriteRemark("d1", "1", "hm")).Code);
        Assert.Equal(["C"], given.Refused(Given.Office, new Close("d1")).Seats);
        given.Submitted("C", "d1", 65);

        Assert.Equal(SeatState.Late, given.Sight(Given.Office, "d1").Seats?.Single(s => s.Seat == "C").State);
        Assert.Equal(3, given.Tally().Counted.Length);
        Assert.True(given.Sight(given.On("A"), "d1").Items?[0].Marks.Single(m => m.Seat == "C").Late);
        Assert.NotNull(given.Sight(given.On("C"), "d1").Items);
        Assert.Equal("the hour is up", given.Sight(given.On("A"), "d1").RevealReason);
    }

    [Fact]
    public void A_late_sheet_opens_the_items_that_were_closed_without_it()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 70);
        given.Do(Given.Office, new Reveal("d1", "time"));
        given.Do("A", new CloseItem("d1", "1", Closing.Agreed));

        given.Submitted("C", "d1", 20);

        Assert.Null(given.Dossier().TalkOn("1").Closed);
        Assert.Equal(["1", "2"], given.Refused(Given.Office, new Close("d1")).Criteria);
    }

    [Fact]
    public void A_consensus_of_the_others_is_not_told_to_who_is_still_blind()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 80);
        given.Do(Given.Office, new Reveal("d1", "time"));
        given.Do("A", new Revise("d1", "1", 75, "why"));
        given.Do("A", new Revise("d1", "2", 75, "why"));

        Assert.Contains(given.Sight(given.On("B"))?.Events ?? [], e => e.Kind == "consensus");
        Assert.DoesNotContain(given.Sight(given.On("C"))?.Events ?? [], e => e.Kind == "consensus");
    }
}
