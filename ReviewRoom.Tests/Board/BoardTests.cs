using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Tests.Ranks;

namespace ReviewRoom.Tests.Hall;

public sealed class BoardTests
{
    private static Panel Ten() => Panel.Of("a", 3, "d1", "d2", "d3").Closed("d1", 60, 60, 60).Closed("d2", 80, 80, 80).Scored("d3", 70, 70, 70);

    [Fact]
    public void A_new_board_shows_nothing()
    {
        var hall = Hall.Of(Ten());

        Assert.Empty(hall.Rows);
        Assert.Null(hall.View.Of);
    }

    [Fact]
    public void Only_what_was_released_is_shown_and_in_order()
    {
        var hall = Hall.Of(Ten());

        hall.Release(What.Rate, "d1");
        hall.Release(What.Rank, "d1");
        hall.Release(What.Rank, "d2");

        Assert.Equal([("a/d2", 1, null), ("a/d1", 2, "60.00")], hall.Rows.Select(r => (r.Id, r.Rank ?? 0, r.Rate)));
        Assert.Equal((2, 3, 1), (hall.View.Revealed, hall.View.Of, hall.View.Waiting));
        Assert.Null(hall.View.Brackets);
    }

    [Fact]
    public void Rows_tell_how_far_they_moved_at_the_last_release()
    {
        var hall = Hall.Of(Ten());

        hall.Release(What.Rank, "d1");
        hall.Release(What.Rank, "d2");

        Assert.Equal([null, -1], hall.Rows.Select(r => r.Move));
    }

    [Fact]
    public void Showing_more_of_the_same_order_keeps_the_arrows()
    {
        var hall = Hall.Of(Ten());
        hall.Release(What.Rank, "d1");
        hall.Release(What.Rank, "d2");

        hall.Release(What.Rate);

        Assert.Equal([null, -1], hall.Rows.Select(r => r.Move));
    }

    [Fact]
    public void A_rank_alone_does_not_tell_the_side_of_the_line()
    {
        var hall = Hall.Of(Panel.Of("a", 3, "d1", "d2").Closed("d1", 60, 60, 60).Closed("d2", 40, 40, 40));

        hall.Release(What.Rank);
        var ranked = hall.Rows;
        hall.Release(What.Rate);

        Assert.Equal(["signing", "signing"], ranked.Select(r => r.Word));
        Assert.Equal([null, null], ranked.Select(r => r.Passes));
        Assert.Equal(["signing", "below"], hall.Rows.Select(r => r.Word));
    }

    [Theory]
    [InlineData(What.Rate), InlineData(What.Rank)]
    public void A_blind_dossier_gives_no_rate_and_no_rank(What what)
    {
        var hall = Hall.Of(Ten());

        Assert.Equal(RefusalCode.NotReleasable, hall.Release(what, "d3"));
        Assert.Empty(hall.Rows);
    }

    [Fact]
    public void A_blind_dossier_may_show_its_title_and_how_many_sheets_are_in()
    {
        var hall = Hall.Of(Ten());

        hall.Release(What.Title, "d3");
        hall.Release(What.Count, "d3");

        Assert.Equal([new BoardRow("a/d3", "Title d3", ApplicantKind.Organisation, null, null, null, null, null, null, new SheetCount(3, 3, 0), null, null, null)], hall.Rows);
    }

    [Fact]
    public void All_means_all_that_may_be_shown()
    {
        var hall = Hall.Of(Ten());

        Assert.Null(hall.Release(What.Rank));

        Assert.Equal(["a/d2", "a/d1"], hall.Rows.Select(r => r.Id));
    }

    [Fact]
    public void Rates_are_shown_from_closed_on_unless_deliberation_is_switched_on()
    {
        var hall = Hall.Of(Panel.Of("a", 3, "d1").Revealed("d1", 60, 60, 60));

        Assert.Equal(RefusalCode.NotReleasable, hall.Release(What.Rate, "d1"));
        Assert.Null(hall.Ask(new SetRatesFrom(Phase.Deliberation)));
        Assert.Null(hall.Release(What.Rate, "d1"));
        Assert.Equal("deliberating", hall.Rows.Single().Word);
    }

    [Fact]
    public void The_board_never_moves_by_itself()
    {
        var panel = Panel.Of("a", 3, "d1").Revealed("d1", 60, 60, 60);
        var hall = Hall.Of(Phase.Deliberation, panel);
        hall.Release(What.Rate, "d1");
        var before = hall.View.Etag;

        hall.Panels = [panel.Revised("d1", "A", 100)];
        hall.Look();

        Assert.Equal(before, hall.View.Etag);
    }

    [Fact]
    public void In_deliberation_a_new_snapshot_needs_two_changed_sheets()
    {
        var panel = Panel.Of("a", 3, "d1").Revealed("d1", 60, 60, 60);
        var hall = Hall.Of(Phase.Deliberation, panel);
        hall.Release(What.Rate, "d1");

        hall.Panels = [panel.Revised("d1", "A", 100)];
        Assert.Equal(RefusalCode.TwoSheetsMustChange, hall.Release(What.Rate, "d1"));

        hall.Panels = [panel.Revised("d1", "A", 100).Revised("d1", "B", 65).Revised("d1", "B", 60)];
        Assert.Equal(RefusalCode.TwoSheetsMustChange, hall.Release(What.Rank, "d1"));

        hall.Panels = [panel.Revised("d1", "A", 100).Revised("d1", "B", 65)];
        Assert.Null(hall.Release(What.Rate, "d1"));
        Assert.Equal("69.00", hall.Rows.Single().Rate);
    }

    [Fact]
    public void A_voided_sheet_makes_the_shown_value_read_recomputing_until_two_persons_have_corrected_it()
    {
        var panel = Panel.Of("a", 4, "d1").Closed("d1", 60, 60, 60, 100);
        var hall = Hall.Of(panel);
        hall.Release(What.Rate, "d1");
        hall.Release(What.Rank, "d1");

        hall.Panels = [panel.Recused("d1", "D")];
        hall.Look();
        var stale = hall.Rows.Single();

        Assert.Equal((null, null, true), (stale.Rate, stale.Rank, stale.Recomputing));
        Assert.Equal(RefusalCode.SecondPersonNeeded, hall.Release(What.Rate, "d1"));
        Assert.Null(hall.Ask(new Correct("d1")));
        Assert.Equal(stale, hall.Rows.Single());
        Assert.Equal(RefusalCode.SamePerson, hall.Ask(new Correct("d1")));
        Assert.Null(hall.Ask(new Correct("d1"), "office2"));
        Assert.Equal(("60.00", "70.00", true, null), (hall.Rows.Single().Rate, hall.Rows.Single().Old, hall.Rows.Single().Corrected, hall.Rows.Single().Recomputing));
        Assert.Equal(["corrected", "correctionAsked"], hall.Board.Told.Select(t => t.Kind));
    }

    [Fact]
    public void The_first_half_of_a_correction_leaves_no_trace_on_the_board()
    {
        var hall = Hall.Of(Ten());
        hall.Release(What.Rate);
        hall.Ask(new LockBoard());
        var before = hall.View;

        hall.Ask(new Correct("d1"));

        Assert.Equal(before.Etag, hall.View.Etag);
    }

    [Fact]
    public void A_value_below_the_panel_minimum_is_corrected_to_not_ranked()
    {
        var panel = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 60);
        var hall = Hall.Of(panel);
        hall.Release(What.Rate, "d1");

        hall.Panels = [panel.Recused("d1", "C")];
        hall.Look();
        hall.Ask(new Correct("d1"));
        hall.Ask(new Correct("d1"), "office2");

        var row = hall.Rows.Single();
        Assert.Equal((null, "60.00", "notRanked"), (row.Rate, row.Old, row.Word));
    }

    [Fact]
    public void A_locked_board_takes_only_a_correction()
    {
        var hall = Hall.Of(Ten());
        hall.Release(What.Rank);
        Assert.Equal(RefusalCode.NotLocked, hall.Ask(new Correct("d1")));

        hall.Ask(new LockBoard());

        Assert.Equal("locked", hall.View.State);
        Assert.Equal(RefusalCode.Locked, hall.Release(What.Title, "d3"));
        Assert.Equal(RefusalCode.Locked, hall.Ask(new LockBoard()));
        Assert.Null(hall.Ask(new Correct("d1")));
    }

    [Fact]
    public void A_lock_is_undone_with_a_reason_of_which_the_supervisor_is_told()
    {
        var hall = Hall.Of(Ten());
        hall.Release(What.Rank);
        Assert.Equal(RefusalCode.NotLocked, hall.Ask(new UnlockBoard("too early")));
        hall.Ask(new LockBoard());

        Assert.Equal(RefusalCode.ReasonRequired, hall.Ask(new UnlockBoard(" ")));
        Assert.Equal(RefusalCode.TextTooLong, hall.Ask(new UnlockBoard(new string('x', Domain.Rooms.Room.LongestText + 1))));
        Assert.Equal("locked", hall.View.State);
        Assert.Null(hall.Ask(new UnlockBoard(" too early ")));

        Assert.Equal("computing", hall.View.State);
        Assert.Null(hall.Release(What.Title, "d3"));
        var desk = hall.Board.DeskFor(Panel.Supervisor, BoardSnapshot.Of(hall.Panels.Select(p => p.Room), hall.Board.Salt, "supervisor"));
        Assert.Equal([("unlocked", "office", "too early")], desk?.Told.Select(t => (t.Kind, t.Person, t.Reason)) ?? []);
    }

    [Fact]
    public void Unlocking_ends_a_correction_that_was_asked_for_the_lock_and_keeps_one_that_is_needed()
    {
        var panel = Panel.Of("a", 5, "d1", "d2").Closed("d1", 70, 70, 70, 70, 70).Closed("d2", 60, 60, 60, 60, 60);
        var hall = Hall.Of(panel);
        hall.Release(What.Rate);
        hall.Ask(new LockBoard());
        hall.Ask(new Correct("d1"));
        hall.Panels = [panel.Recused("d2", "D")];
        hall.Look();
        hall.Ask(new Correct("d2"));

        hall.Ask(new UnlockBoard("one more dossier"));

        Assert.Equal(RefusalCode.NotLocked, hall.Ask(new Correct("d1"), "office2"));
        Assert.Null(hall.Ask(new Correct("d2"), "office2"));
        Assert.True(hall.Rows.Single(r => r.Id == "a/d2").Corrected);
    }

    [Fact]
    public void After_the_lock_any_changed_sheet_makes_a_value_read_recomputing()
    {
        var panel = Panel.Of("a", 3, "d1").Revealed("d1", 60, 60, 60);
        var hall = Hall.Of(Phase.Deliberation, panel);
        hall.Release(What.Rate, "d1");
        hall.Ask(new LockBoard());

        hall.Panels = [panel.Revised("d1", "A", 65)];
        hall.Look();

        Assert.True(hall.Rows.Single().Recomputing);
    }

    [Fact]
    public void The_privacy_key_takes_everything_from_the_screen_and_gives_it_back()
    {
        var hall = Hall.Of(Ten());
        hall.Release(What.Rank);
        var rows = hall.Rows;

        hall.Ask(new Blank());
        var blank = hall.View;
        hall.Ask(new Show());

        Assert.Equal((true, null, null), (blank.Blank, blank.Rows, blank.Of));
        Assert.Equal(rows, hall.Rows);
    }

    [Fact]
    public void Brackets_stand_only_when_all_are_revealed_and_shown()
    {
        var panel = Panel.Of("a", 3, "d1", "d2", "d3", "d4", "d5").Closed("d1", 90, 90, 90).Closed("d2", 85, 85, 85).Closed("d3", 80, 80, 80).Closed("d4", 75, 75, 75);
        var hall = Hall.Of(panel);
        hall.Release(What.Rank);
        Assert.Null(hall.View.Brackets);

        hall.Panels = [panel.Closed("d5", 50, 50, 50)];
        hall.Release(What.Count);
        Assert.Null(hall.View.Brackets);
        hall.Release(What.Rank);
        Assert.Null(hall.View.Brackets);
        hall.Release(What.Rate);

        Assert.Equal([new BracketView("main", 3, 0, 3, 0, null), new BracketView("nomination", 5, 3, 1, 4, null)], hall.View.Brackets ?? []);
    }

    [Fact]
    public void A_tie_over_the_last_place_is_undecided()
    {
        var hall = Hall.Of(Panel.Of("a", 3, "d1", "d2", "d3", "d4").Closed("d1", 90, 90, 90).Closed("d2", 85, 85, 85).Closed("d3", 80, 80, 80).Closed("d4", 80, 80, 80));

        hall.Release(What.Rank);
        hall.Release(What.Rate);

        Assert.Equal([new BracketView("main", 3, 0, 4, 0, true)], hall.View.Brackets ?? []);
    }

    [Fact]
    public void A_conflict_binds_the_office_at_the_board_too()
    {
        var hall = Hall.Of(Ten().OfficeRecused("d1", "office"));

        Assert.Equal(RefusalCode.Recused, hall.Release(What.Rate, "d1"));
        hall.Release(What.Rank);
        Assert.Equal(["a/d2"], hall.Rows.Select(r => r.Id));

        Assert.Null(hall.Release(What.Rank, "d1", by: "office2"));
        var desk = hall.Board.DeskFor(Panel.Office, BoardSnapshot.Of(hall.Panels.Select(p => p.Room), hall.Board.Salt, "office"));
        Assert.Equal([("d1", null, true)], desk?.Rows.Where(r => r.Recused == true).Select(r => (r.Dossier, r.Title, r.Recused)) ?? []);
        Assert.DoesNotContain("Title d1", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(desk)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_a_seat_in_a_room_does_not_run_the_board_for_it()
    {
        var hall = Hall.Of(Ten());
        var leaderOfBoth = new Person("p-A@a", "A", Roles.Office | Roles.Expert);

        Assert.Equal(RefusalCode.NotFound, hall.Ask(new Release("d1", What.Rate), leaderOfBoth));
    }

    [Theory]
    [InlineData(Roles.Expert, RefusalCode.NotFound), InlineData(Roles.None, RefusalCode.NotFound), InlineData(Roles.Administrator, RefusalCode.NotFound)]
    [InlineData(Roles.Supervisor, RefusalCode.NotAllowed)]
    public void Only_the_office_acts(Roles roles, RefusalCode refusal)
    {
        var hall = Hall.Of(Ten());

        Assert.All(new BoardAct[] { new Release("d1", What.Rate), new Blank(), new LockBoard(), new UnlockBoard("why"), new Correct("d1") }, act => Assert.Equal(refusal, hall.Ask(act, new Person("x", "x", roles))));
    }

    [Fact]
    public void The_desk_names_who_must_leave_the_room_before_a_dossier_is_shown()
    {
        var hall = Hall.Of(Ten().Recused("d2", "C"));

        var desk = hall.Board.DeskFor(Panel.Office, BoardSnapshot.Of(hall.Panels.Select(p => p.Room), hall.Board.Salt, "office"));

        Assert.Equal([("d2", "Name C@a")], desk?.Rows.SelectMany(r => (r.Leave ?? []).Select(l => (r.Dossier, l.Name))) ?? []);
        Assert.Null(hall.Board.DeskFor(new Viewer.Expert("p-A@a", "A"), BoardSnapshot.Of([], "", null)));
    }
}
