using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// A signed paper sheet, entered by one person and read back by another.
public sealed class PaperTests
{
    private static readonly Attachment Scan = new("f-scan", "sheet.pdf", AttachmentType.Pdf, 10, new string('a', 64));

    [Fact]
    public void A_paper_sheet_counts_only_when_a_second_person_has_read_the_same()
    {
        var given = Given.ARoom(seats: 2).Opened();

        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 70), NoConflict: true));
        Assert.False(given.Sheet("B").IsSubmitted);
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Given.Office, new ConfirmPaper("d1", "B", Marks(60, 70))).Code);
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 70)));

        Assert.True(given.Sheet("B").IsSubmitted);
        Assert.Equal([60, 70], given.Sheet("B").Marks.Select(m => m?.Percent));
    }

    [Fact]
    public void A_reading_that_differs_voids_both_is_told_to_the_supervisor_and_names_no_item()
    {
        var given = Papers(60, 70, confirmed: false);
        var other = Papers(95, 70, confirmed: false);

        foreach (var room in new[] { given, other }) room.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 75)));

        Assert.Equal(new PaperMisread("d1", "B"), given.Entries[^1].Event);
        Assert.Null(given.Sheet("B").Paper);
        Assert.False(given.Sheet("B").IsSubmitted);
        Assert.Equal(("paperMisread", "B"), given.Sight(Given.Supervisor)?.Told?.Select(t => (t.Kind, t.Seat)).First());
        Assert.True(given.Sight(Given.Office2, "d1").Seats?[1].PaperMisread);
        Assert.Null(given.Sight(Given.PersonOf("A"), "d1").Seats?[1].PaperMisread);
        Assert.Equal(Canonical.Bytes(given.Sight(Given.Office2)), Canonical.Bytes(other.Sight(Given.Office2)));
        Assert.Equal(RefusalCode.NoPaper, given.Refused(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 70))).Code);
    }

    [Fact]
    public void After_readings_that_differ_both_enter_the_sheet_anew()
    {
        var given = Papers(60, 70, confirmed: false);
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 75)));

        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 75), true));
        Assert.Null(given.Sight(Given.Office2, "d1").Seats?[1].PaperMisread);
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 75)));

        Assert.Equal([60, 75], given.Sheet("B").Marks.Select(m => m?.Percent));
    }

    [Fact]
    public void A_paper_sheet_that_counts_can_be_taken_back_until_the_reveal_and_leaves_nothing()
    {
        var given = Papers(60, 70, confirmed: true);
        given.Do(Given.Office, new WithdrawPaper("d1", "B", "the wrong seat's sheet"));

        Assert.Equal((false, false, true), (given.Sheet("B").IsSubmitted, given.Sheet("B").IsBegun, given.Sheet("B").Declared));
        Assert.Null(given.Sheet("B").Paper);
        Assert.Equal(("paperWithdrawn", "B", "the wrong seat's sheet"), given.Sight(Given.Supervisor)?.Told?.Select(t => (t.Kind, t.Seat, t.Reason)).First());
        given.Submitted("B", "d1", 80);

        var undeclared = Given.ARoom(seats: 2);
        undeclared.Do(Given.Office, new Open("d1"));
        undeclared.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 70), true));
        undeclared.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 70)));
        undeclared.Do(Given.Office, new WithdrawPaper("d1", "B", "why"));
        Assert.False(undeclared.Sheet("B").Declared);

        var revealed = Papers(60, 70, confirmed: true).Submitted("A", "d1", 60).Submitted("C", "d1", 60).Submitted("D", "d1", 60);
        revealed.Do(Given.Office, new Reveal("d1", "why"));
        Assert.Equal(RefusalCode.AlreadySubmitted, revealed.Refused(Given.Office, new WithdrawPaper("d1", "B", "why")).Code);
    }

    [Fact]
    public void Entered_again_without_a_new_scan_a_paper_sheet_keeps_its_scan()
    {
        var given = Papers(60, 70, confirmed: false);
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 75), true));
        Assert.Equal(Scan, given.Sheet("B").Paper?.Scan);

        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 70)));
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 70), true));
        Assert.Equal(Scan, given.Sheet("B").Paper?.Scan);
    }

    [Fact]
    public void What_stands_on_a_paper_sheet_reaches_nobody_before_the_reveal()
    {
        var (one, other) = (Papers(60, 70, confirmed: true), Papers(95, 5, confirmed: true));
        var (begun, begun2) = (Papers(60, 70, confirmed: false), Papers(95, 5, confirmed: false));

        foreach (var person in new[] { Given.Office, Given.Office2, Given.Supervisor, Given.PersonOf("A"), Given.PersonOf("C") })
        {
            Assert.Equal(Canonical.Bytes(one.Sight(person)), Canonical.Bytes(other.Sight(person)));
            Assert.Equal(Canonical.Bytes(begun.Sight(person)), Canonical.Bytes(begun2.Sight(person)));
            Assert.All(begun.Entries.Where(e => e.Event is PaperRecorded), e => Assert.False(begun.Room.MayReadBody(begun.Room.ViewerOf(person), e.Event)));
        }
        Assert.Equal(Canonical.Bytes(begun.Sight(Given.PersonOf("B"))), Canonical.Bytes(begun2.Sight(Given.PersonOf("B"))));
    }

    [Fact]
    public void The_live_figure_leaves_out_a_sheet_that_two_of_the_office_have_seen_on_paper()
    {
        var given = Papers(60, 70, confirmed: true).Submitted("A", "d1", 60).Submitted("C", "d1", 60);

        Assert.Null(given.Sight(Given.Office, "d1").Aggregate);
        given.Submitted("D", "d1", 80);
        Assert.Equal(3, given.Sight(Given.Office, "d1").Aggregate?.N);
    }

    [Fact]
    public void A_sheet_is_either_on_paper_or_on_the_page()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Filled("B", "d1", 60);
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 70), true));

        Assert.Equal(RefusalCode.AlreadySubmitted, given.Refused(Given.Office, new RecordPaper("d1", "A", Marks(60, 70), true)).Code);
        Assert.Equal(RefusalCode.OnPaper, given.Refused("B", new GiveMark("d1", "1", 80)).Code);
        Assert.Equal(RefusalCode.OnPaper, given.Refused("B", new Submit("d1")).Code);
        given.Do(Given.Office2, new WithdrawPaper("d1", "B", "the page works again"));
        given.Do("B", new Submit("d1"));

        Assert.Equal(RefusalCode.NoPaper, Given.ARoom().Opened().Refused(Given.Office, new ConfirmPaper("d1", "B", Marks(60, 70))).Code);
    }

    [Fact]
    public void A_paper_sheet_is_whole_on_the_grid_and_declared()
    {
        var given = Given.ARoom(seats: 2).Opened("d1");
        ImmutableArray<PaperMark> half = [new PaperMark("1", 60)];
        ImmutableArray<PaperMark> why = [new PaperMark("1", 60), new PaperMark("2", null, "not my field")];

        Assert.Equal("2", Assert.Single(given.Refused(Given.Office, new RecordPaper("d1", "B", half, true)).Criteria ?? []));
        Assert.Equal(RefusalCode.RateOffGrid, given.Refused(Given.Office, new RecordPaper("d1", "B", Marks(60, 62), true)).Code);
        Assert.Equal(RefusalCode.UnknownCriterion, given.Refused(Given.Office, new RecordPaper("d1", "B", [.. why, new PaperMark("9", 60)], true)).Code);
        Assert.Equal("scan", given.Refused(Given.Office, new RecordPaper("d1", "B", why, true, Scan with { Type = AttachmentType.Xlsx })).Field);
        given.Do(Given.Office, new RecordPaper("d1", "B", why, true));
    }

    [Fact]
    public void After_the_reveal_a_paper_sheet_is_late_and_its_scan_is_for_those_who_see_its_marks()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60);
        given.Do(Given.Office, new Reveal("d1", "time is up"));
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(60, 70), true, Scan));
        Assert.Null(given.Room.FileFor(given.Room.ViewerOf(Given.Office), "d1", "f-scan"));

        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(60, 70)));

        Assert.True(given.Sheet("B").Late);
        foreach (var person in new[] { Given.Office, Given.Supervisor, given.On("A") }) Assert.Equal(Scan, given.Room.FileFor(given.Room.ViewerOf(person), "d1", "f-scan"));
        Assert.Null(given.Room.FileFor(given.Room.ViewerOf(given.On("C")), "d1", "f-scan"));
    }

    [Fact]
    public void A_recused_seat_takes_no_paper_and_its_scan_is_gone()
    {
        var given = Papers(60, 70, confirmed: true);
        given.Do(Given.Supervisor, new RaiseConflict("d1", "A", "DISPUTE_3Y", "why"));

        Assert.Equal(RefusalCode.Suspended, given.Refused(Given.Office, new RecordPaper("d1", "A", Marks(60, 70), true)).Code);
        given.Do(Given.Supervisor, new RaiseConflict("d1", "B", "DISPUTE_3Y", "why"));
        given.Submitted("C", "d1", 60).Submitted("D", "d1", 60).Do(Given.Office, new Reveal("d1", "why"));

        Assert.Null(given.Room.FileFor(given.Room.ViewerOf(Given.Supervisor), "d1", "f-scan"));
    }

    private static ImmutableArray<PaperMark> Marks(params int[] rates) => [.. rates.Select((r, i) => new PaperMark((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), r))];

    /// <summary>Four seats; the sheet of B came on paper with its scan.</summary>
    private static Given Papers(int first, int second, bool confirmed)
    {
        var given = Given.ARoom(seats: 4).Opened();
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks(first, second), true, Scan));
        if (confirmed) given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks(first, second)));
        return given;
    }
}
