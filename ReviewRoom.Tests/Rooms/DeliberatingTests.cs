using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// From the reveal to the last signature.
public sealed class DeliberatingTests
{
    [Fact]
    public void A_reveal_needs_all_sheets_or_a_reason_and_at_least_one_sheet()
    {
        var given = Given.ARoom(seats: 3).Opened();
        Assert.Equal(RefusalCode.SheetsMissing, given.Refused(Given.Office, new Reveal("d1", "no sheet at all")).Code);
        given.Submitted("A", "d1", 60);
        Assert.Equal(["B", "C"], given.Refused("A", new Reveal("d1")).Seats);
        given.Do("A", new Reveal("d1", "time is up"));

        Assert.Equal(["B", "C"], Assert.IsType<Revealed>(given.Entries[^1].Event).Missing);
        Assert.Equal(Phase.Deliberation, given.Refused("A", new Reveal("d1")).Phase);
        Assert.Equal(Phase.Waiting, Given.ARoom().Refused(Given.Office, new Reveal("d1")).Phase);
    }

    [Fact]
    public void A_reason_for_a_reveal_that_needed_none_is_not_kept()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);

        given.Do(Given.Office, new Reveal("d1", "just so"));

        Assert.Null(given.Sight(given.On("A"), "d1").RevealReason);
    }

    [Fact]
    public void A_mark_changes_only_as_a_revision_and_the_first_stays_for_ever()
    {
        var given = Given.ARoom(seats: 2).Revealed("d1", 60);
        var remark = Assert.IsType<RemarkWritten>(given.Do("B", new WriteRemark("d1", "1", "read 4.1 again")));

        Assert.Equal(RefusalCode.RateOffGrid, given.Refused("A", new Revise("d1", "1", 61, "x")).Code);
        Assert.Equal(RefusalCode.RateOffGrid, given.Refused("A", new Revise("d1", "1", null, "x")).Code);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("A", new Revise("d1", "1", 65, "")).Code);
        Assert.Equal(RefusalCode.SameRate, given.Refused("A", new Revise("d1", "1", 60, "x")).Code);
        Assert.Equal("because", given.Refused("A", new Revise("d1", "1", 65, "x", "nothing")).Field);
        Assert.Equal("because", given.Refused("A", new Revise("d1", "2", 65, "x", remark.Id)).Field);
        given.Do("A", new Revise("d1", "1", 65, "the quote", remark.Id));
        given.Do("A", new Revise("d1", "1", 70, "and the table"));

        var mark = given.Sight(given.On("B"), "d1").Items?[0].Marks[0];
        Assert.Equal((70, 60, "and the table"), (mark?.Rate, mark?.First, mark?.Reason));
        Assert.Equal([(60, 65, remark.Id), (65, 70, null)], mark?.Revisions?.Select(r => (r.From, r.To, r.Because)).Select(r => (r.From ?? 0, r.To ?? 0, r.Because)) ?? []);
    }

    [Fact]
    public void Cannot_judge_may_become_a_mark_as_a_revision()
    {
        var given = Given.ARoom(seats: 2, rubric: Given.ARubric(100)).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", [null]);
        given.Do(Given.Office, new Reveal("d1"));
        Assert.Equal((1, 2, false), (given.Tally().Items[0].Marks.Length, given.Tally().Items[0].Of, given.Tally().Complete));

        given.Do("B", new Revise("d1", "1", 65, "I read it"));

        Assert.True(given.Tally().Complete);
        Assert.Equal("62.50", given.Sight(Given.Office, "d1").Items?[0].Mean);
    }

    [Fact]
    public void A_remark_answers_a_remark_of_the_same_item()
    {
        var given = Given.ARoom().Revealed();
        var first = Assert.IsType<RemarkWritten>(given.Do("A", new WriteRemark("d1", "1", "why so low?", new Place("4.1 ¶2", "words"))));

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("B", new WriteRemark("d1", "1", " ")).Code);
        Assert.Equal("about", given.Refused("B", new WriteRemark("d1", "2", "x", About: first.Id)).Field);
        Assert.Equal(RefusalCode.UnknownCriterion, given.Refused("B", new WriteRemark("d1", "9", "x")).Code);
        given.Do("B", new WriteRemark("d1", "1", "because", About: first.Id));

        Assert.Equal([null, first.Id], given.Sight(given.On("C"), "d1").Items?[0].Thread.Select(r => r.About) ?? []);
        Assert.Equal(Phase.Independent, Given.ARoom().Opened().Refused("A", new WriteRemark("d1", "1", "x")).Phase);
        Assert.Equal(Phase.Closed, Given.ARoom().Closed().Refused("A", new WriteRemark("d1", "1", "x")).Phase);
    }

    // Two seats and their marks, how the leader would close the item, and what he is told.
    public static TheoryData<int?, int?, Closing, bool, RefusalCode?> Closings => new()
    {
        { 60, 65, Closing.Agreed, false, null },
        { 60, 65, Closing.Accepted, false, null },
        { 60, 65, Closing.Differ, false, RefusalCode.MinorityMissing },
        { 60, 100, Closing.Agreed, false, RefusalCode.ItemsOpen },
        { 60, 100, Closing.Accepted, false, RefusalCode.ItemsOpen },
        { 60, 100, Closing.Differ, false, RefusalCode.MinorityMissing },
        { 60, 100, Closing.Differ, true, null },
        { 60, null, Closing.Agreed, false, RefusalCode.ItemsOpen },
        { 60, null, Closing.Accepted, false, null },
    };

    [Theory]
    [MemberData(nameof(Closings))]
    public void An_item_is_closed_as_its_marks_allow(int? a, int? b, Closing how, bool minority, RefusalCode? code)
    {
        var given = Given.ARoom(seats: 2, rubric: Given.ARubric(100)).Opened().Submitted("A", "d1", a).Submitted("B", "d1", b);
        given.Do(Given.Office, new Reveal("d1"));
        if (minority) given.Do("B", new RecordMinority("d1", "1", "I keep mine"));

        Assert.Equal(code, given.Ask(given.On("A"), new CloseItem("d1", "1", how, "reason")).Refusal?.Code);
    }

    [Fact]
    public void Accepting_needs_a_reason_and_a_gap_is_accepted_only_where_the_setting_allows_it()
    {
        var given = Gap(Given.Free);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("A", new CloseItem("d1", "1", Closing.Accepted)).Code);
        given.Do("A", new CloseItem("d1", "1", Closing.Accepted, "outside his field"));
        Assert.Equal((true, true), (given.Tally().Complete, given.Tally().Valid));

        var strict = Gap(Given.Free with { GapsMayBeAccepted = false });
        strict.TryDo(strict.On("A"), new CloseItem("d1", "1", Closing.Accepted, "outside his field"));
        Assert.False(strict.Tally().Complete);
        Assert.Equal(RefusalCode.ItemsOpen, strict.Refused(Given.Office, new Close("d1")).Code);
    }

    [Fact]
    public void A_revision_opens_its_item_again()
    {
        var given = Given.ARoom(seats: 2).Revealed();
        given.Do("A", new CloseItem("d1", "1", Closing.Agreed));

        given.Do("B", new Revise("d1", "1", 100, "on second thought"));

        Assert.Null(given.Sight(Given.Office, "d1").Items?[0].Closed);
        Assert.Equal(["1"], given.Refused("A", new Close("d1")).Criteria);
    }

    [Fact]
    public void A_minority_opinion_is_one_per_seat_with_the_rate_it_was_written_at()
    {
        var given = Given.ARoom(seats: 2).Revealed();
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("B", new RecordMinority("d1", "1", "")).Code);
        given.Do("B", new RecordMinority("d1", "1", "first"));
        given.Do("B", new Revise("d1", "1", 65, "why"));
        given.Do("B", new RecordMinority("d1", "1", "second"));

        var opinion = Assert.Single(given.Sight(given.On("A"), "d1").Items?[0].Minority ?? []);
        Assert.Equal(("B", "second", 65), (opinion.Seat, opinion.Text, opinion.Rate));
    }

    [Fact]
    public void The_leader_overrides_a_score_only_where_the_panel_agrees_one_and_only_with_a_comment()
    {
        var given = Given.ARoom(seats: 2, settings: Given.Free with { OfficialAggregate = OfficialAggregate.Agreed }, rubric: Given.ARubric(100)).Revealed("d1", 60);
        Assert.Equal("60", given.Tally().Total.ToString());

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("A", new CloseItem("d1", "1", Closing.Agreed, null, 63)).Code);
        Assert.Equal(RefusalCode.RateOffGrid, given.Refused("A", new CloseItem("d1", "1", Closing.Agreed, "why", 101)).Code);
        given.Do("A", new CloseItem("d1", "1", Closing.Agreed, "the panel settled on 63", 63));

        Assert.Equal("63", given.Tally().Total.ToString());
        Assert.Equal("rate", Given.ARoom().Revealed().Refused("A", new CloseItem("d1", "1", Closing.Agreed, "why", 63)).Field);
    }

    [Fact]
    public void A_dossier_is_closed_when_every_item_is_and_then_signed_by_every_counted_seat()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60, 60).Submitted("B", "d1", 60, 100).Submitted("C", "d1", 60, 60);
        given.Do(Given.Office, new Reveal("d1"));
        Assert.Equal(["2"], given.Refused(Given.Office, new Close("d1")).Criteria);
        given.Do("B", new Revise("d1", "2", 65, "persuaded"));
        given.Do("A", new Close("d1"));
        Assert.Equal(Phase.Closed, given.Refused("A", new CloseItem("d1", "1", Closing.Agreed)).Phase);

        given.Do("A", new Sign("d1", NoConflict: true));
        Assert.Equal(RefusalCode.AlreadySigned, given.Refused("A", new Sign("d1", NoConflict: true)).Code);
        given.Do("B", new Sign("d1", "I would have closed it otherwise", NoConflict: true));
        Assert.Equal(Phase.Closed, given.Dossier().Phase);
        given.Do("C", new Sign("d1", " ", NoConflict: true));

        Assert.Equal(Phase.Signed, given.Dossier().Phase);
        Assert.Equal([null, "I would have closed it otherwise", null], given.Sight(given.On("A"), "d1").Signatures?.Select(s => s.Dissent) ?? []);
        Assert.Equal(Phase.Deliberation, Given.ARoom().Revealed().Refused("A", new Sign("d1", NoConflict: true)).Phase);
    }

    [Fact]
    public void The_opinion_of_a_voided_sheet_does_not_let_an_item_differ()
    {
        var given = Given.ARoom(seats: 4).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60).Submitted("C", "d1", 90).Submitted("D", "d1", 90);
        given.Do(Given.Office, new Reveal("d1"));
        given.Do("D", new RecordMinority("d1", "1", "it is 90"));
        given.Do(Given.Supervisor, new RaiseConflict("d1", "D", "RELATIVE", "a cousin"));

        Assert.Equal(RefusalCode.MinorityMissing, given.Refused("A", new CloseItem("d1", "1", Closing.Differ)).Code);
        given.Do("C", new RecordMinority("d1", "1", "so do I"));
        given.Do("A", new CloseItem("d1", "1", Closing.Differ));
    }

    [Fact]
    public void A_remark_of_a_voided_sheet_is_not_pointed_at_any_more()
    {
        var given = Given.ARoom(seats: 3).Revealed();
        var remark = Assert.IsType<RemarkWritten>(given.Do("C", new WriteRemark("d1", "1", "look")));
        given.Do("B", new WriteRemark("d1", "1", "I did", About: remark.Id));
        given.Do("B", new Revise("d1", "1", 65, "so", remark.Id));
        given.Do(Given.Supervisor, new RaiseConflict("d1", "C", "RELATIVE", "a cousin"));

        var item = given.Sight(given.On("A"), "d1").Items?[0] ?? throw new InvalidOperationException();

        Assert.Null(Assert.Single(item.Thread).About);
        Assert.Null(item.Marks.Single(m => m.Seat == "B").Revisions?.Single().Because);
    }

    [Fact]
    public void Nobody_signs_without_declaring_anew_after_the_meeting_that_there_is_no_conflict()
    {
        var given = Given.ARoom(seats: 2).Closed();

        Assert.Equal((RefusalCode.NotCertified, "noConflict"), (given.Refused("A", new Sign("d1")).Code, given.Refused("A", new Sign("d1")).Field));
        Assert.Null(given.Sheet("A").SignedAt);
        Assert.Equal(new SheetSigned("d1", "A", null, NoConflict: true), given.Do("A", new Sign("d1", NoConflict: true)));
        Assert.True(given.Sheet("A").Certified);
    }

    [Fact]
    public void A_declaration_that_an_older_ledger_has_apart_from_the_signature_holds()
    {
        var given = Given.ARoom(seats: 2).Closed();
        var room = given.Room.Apply(new Declared("d1", "A", false, null, null, null), new Stamp(given.Room.Version + 1, DateTimeOffset.UnixEpoch, "expert-a"));

        Assert.True(room.Decide(new Sign("d1"), new Asking(given.On("A"), DateTimeOffset.UnixEpoch, new byte[32])).Refusal is null);
    }

    [Fact]
    public void An_absent_seat_has_nothing_to_sign()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);
        given.Do(Given.Office, new MarkAbsent("C", "ill", "d1"));
        given.Do(Given.Office, new Reveal("d1"));
        given.Do(Given.Office, new Close("d1"));
        Assert.Equal(RefusalCode.NotSubmitted, given.Refused("C", new Sign("d1", NoConflict: true)).Code);

        given.Do("A", new Sign("d1", NoConflict: true));
        given.Do("B", new Sign("d1", NoConflict: true));

        Assert.Equal(Phase.Signed, given.Dossier().Phase);
    }

    private static Given Gap(RoomSettings settings)
    {
        var given = Given.ARoom(seats: 2, settings: settings, rubric: Given.ARubric(100)).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", [null]);
        given.Do(Given.Office, new Reveal("d1"));
        return given;
    }
}
