using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Tests.Ranks;

namespace ReviewRoom.Tests.Hall;

/// <summary>Bottom up, one place at a time, on the announcer's key.</summary>
public sealed class CeremonyTests
{
    /// <summary>Six winners and one below the line: three of the main award, two of nomination and a tie between them.</summary>
    private static Panel Seven() => Panel.Of("a", 3, "d1", "d2", "d3", "d4", "d5", "d6", "d7")
        .Closed("d1", 95, 95, 95).Closed("d2", 90, 90, 90).Closed("d3", 85, 85, 85).Closed("d4", 75, 75, 75).Closed("d5", 75, 75, 75).Closed("d6", 65, 65, 65).Closed("d7", 40, 40, 40);

    private static Hall Begun(CeremonyScope what = CeremonyScope.Winners, Panel? panel = null)
    {
        var hall = Hall.Of(panel ?? Seven());
        Assert.Null(hall.Ask(new StartCeremony(what)));
        return hall;
    }

    [Fact]
    public void It_begins_with_empty_places_and_nothing_else()
    {
        var hall = Begun();

        var ceremony = hall.View.Ceremony ?? throw new InvalidOperationException();
        Assert.Equal((0, 6), (ceremony.Told, ceremony.Places));
        Assert.Equal([1, 2, 3, 4, 5, 6], ceremony.Ladder.Select(l => l.Place));
        Assert.All(ceremony.Ladder, line => Assert.Equal(new LadderPlace(line.Place), line));
        Assert.Null(hall.View.Rows);
    }

    [Fact]
    public void Each_press_tells_the_next_place_from_below_and_equal_ones_together()
    {
        var hall = Begun();
        var told = new List<string>();

        while (hall.Next() is null) told.Add(string.Join('+', Lines(hall).Where(l => hall.View.Ceremony?.Now.Contains(l.Place) == true).Select(l => $"{l.Rank}:{l.Title}:{l.Rate}:{l.Grade}")));

        Assert.Equal(
            [
                "6:Title d6:65.00:nomination", "4:Title d4:75.00:nomination+4:Title d5:75.00:nomination", "3:Title d3:85.00:main", "2:Title d2:90.00:main", "1:Title d1:95.00:main",
            ], told);
    }

    [Fact]
    public void A_place_not_told_changes_nothing_on_the_board_and_nothing_in_its_entries()
    {
        // The two on top exchange their names' rates: the same order of grades, another name on each place.
        var (one, other) = (Begun(), Begun(panel: Panel.Of("a", 3, "d1", "d2", "d3", "d4", "d5", "d6", "d7")
            .Closed("d1", 90, 90, 90).Closed("d2", 100, 100, 100).Closed("d3", 85, 85, 85).Closed("d4", 75, 75, 75).Closed("d5", 75, 75, 75).Closed("d6", 65, 65, 65).Closed("d7", 20, 20, 20)));

        for (var step = 0; step < 4; step++)
        {
            Assert.Equal(one.View.Etag, other.View.Etag);
            Assert.Equal((one.Next(), other.Next()), (null, null));
        }

        Assert.NotEqual(one.View.Etag, other.View.Etag);
    }

    [Fact]
    public void A_tie_ahead_does_not_show_in_the_empty_places()
    {
        var (tied, apart) = (Begun(), Begun(panel: Panel.Of("a", 3, "d1", "d2", "d3", "d4", "d5", "d6", "d7")
            .Closed("d1", 95, 95, 95).Closed("d2", 90, 90, 90).Closed("d3", 85, 85, 85).Closed("d4", 80, 80, 80).Closed("d5", 75, 75, 75).Closed("d6", 65, 65, 65).Closed("d7", 40, 40, 40)));

        Assert.Equal((tied.Next(), apart.Next()), (null, null));

        Assert.Equal(tied.View.Etag, apart.View.Etag);
    }

    [Fact]
    public void A_key_pressed_twice_or_too_soon_tells_one_place()
    {
        var hall = Begun();
        hall.Next();

        Assert.Equal(RefusalCode.AlreadySettled, hall.Ask(new NextCeremony(0)));
        var soon = hall.Board.Decide(new NextCeremony(1) { Now = hall.Now("office") }, new Asking(new Person("office", "Office", Roles.Office), hall.View.Foot.At + Board.CeremonyPace - TimeSpan.FromMilliseconds(1), new byte[32]));

        Assert.Equal(RefusalCode.TooSoon, soon.Refusal?.Code);
        Assert.Equal(1, hall.View.Ceremony?.Told);
    }

    [Fact]
    public void Its_end_leaves_the_full_list_with_brackets_and_vacancies_but_nobody_below_the_line()
    {
        var hall = Begun();
        while (hall.Next() is null) { }

        Assert.Null(hall.Ask(new EndCeremony()));

        Assert.Null(hall.View.Ceremony);
        Assert.Equal(["1:95.00", "2:90.00", "3:85.00", "4:75.00", "4:75.00", "6:65.00"], hall.Rows.Select(r => $"{r.Rank}:{r.Rate}"));
        Assert.Equal([new BracketView("main", 3, 0, 3, 0, null), new BracketView("nomination", 5, 3, 3, 2, null)], hall.View.Brackets ?? []);
    }

    [Fact]
    public void The_main_award_alone_says_nothing_of_the_other_grade()
    {
        var hall = Begun(CeremonyScope.Main);
        while (hall.Next() is null) { }

        hall.Ask(new EndCeremony());

        Assert.Equal([new BracketView("main", 3, 0, 3, 0, null)], hall.View.Brackets ?? []);
        Assert.Equal(3, hall.Rows.Length);
    }

    [Fact]
    public void A_repeat_winner_stands_beside_the_quota_and_a_vacancy_is_told_with_the_last_place_of_its_grade()
    {
        var panel = Panel.Of("a", 3, new RoomSettings(Minimum: 3), [.. "12345".Select(n => new DossierPlan("d" + n, "Title d" + n, ApplicantKind.Organisation, Won: n == '2' ? [new WonBefore("main", 2010)] : null))]);
        for (var i = 1; i <= 5; i++) panel = panel.Closed("d" + i, 95 - 5 * i, 95 - 5 * i, 95 - 5 * i);
        var hall = Begun(panel: panel);

        hall.Next();
        var (rules, vacant) = (hall.View.Foot.Rules, hall.View.Ceremony?.Vacant);
        while (hall.Next() is null) { }

        Assert.Equal([new VacancyView("nomination", 4)], vacant ?? []);
        Assert.Equal(["article4", "article11told"], rules);
        Assert.Equal(["article4", "article11told", "article23told"], hall.View.Foot.Rules);
        Assert.Equal(["main:", "main:repeat", "main:", "main:", "nomination:"], Lines(hall).Select(l => $"{l.Grade}:{l.Tag}"));
    }

    [Fact]
    public void A_tie_over_the_last_place_is_told_together_and_left_to_the_leading_group()
    {
        var hall = Begun(panel: Panel.Of("a", 3, "d1", "d2", "d3", "d4", "d5").Closed("d1", 90, 90, 90).Closed("d2", 85, 85, 85).Closed("d3", 80, 80, 80).Closed("d4", 80, 80, 80).Closed("d5", 70, 70, 70));

        hall.Next();

        Assert.Equal([(3, true), (3, true)], Lines(hall).Where(l => l.Title is not null).Select(l => (l.Rank ?? 0, l.Undecided == true)));
        Assert.Equal(4, hall.View.Ceremony?.Places);
    }

    [Fact]
    public void Every_dossier_must_be_closed_before_it_may_begin()
    {
        var hall = Hall.Of(Seven(), Panel.Of("b", 3, "e1").Revealed("e1", 60, 60, 60));

        Assert.Equal(RefusalCode.CeremonyNotReady, hall.Ask(new StartCeremony(CeremonyScope.Winners)));
        Assert.Equal((RefusalCode.CeremonyNotReady, 1), (hall.Desk(Panel.Office, "office").Ceremony.Refused, hall.Desk(Panel.Office, "office").Ceremony.NotClosed));
        Assert.Equal(RefusalCode.NoCeremony, hall.Next());
    }

    [Fact]
    public void While_it_is_under_way_nothing_else_goes_on_the_board_but_the_privacy_key()
    {
        var hall = Begun();

        Assert.Equal(RefusalCode.CeremonyUnderWay, hall.Release(What.Rank));
        Assert.Equal(RefusalCode.CeremonyUnderWay, hall.Ask(new LockBoard()));
        Assert.Equal(RefusalCode.CeremonyUnderWay, hall.Ask(new StartCeremony(CeremonyScope.All)));
        Assert.Null(hall.Ask(new Blank()));

        Assert.Equal((true, null), (hall.View.Blank, hall.View.Ceremony));
        Assert.Equal(RefusalCode.Blanked, hall.Ask(new NextCeremony(0)));
        Assert.Null(hall.Ask(new Show()));
        Assert.Null(hall.Next());
    }

    [Fact]
    public void An_order_that_has_changed_since_it_began_stops_it()
    {
        var hall = Begun(panel: Panel.Of("a", 4, "d1", "d2").Closed("d1", 90, 90, 90, 90).Closed("d2", 80, 80, 80, 100));
        hall.Next();

        hall.Panels = [Panel.Of("a", 4, "d1", "d2").Closed("d1", 70, 70, 70, 70).Closed("d2", 80, 80, 80, 100)];

        Assert.Equal(RefusalCode.CeremonyOutdated, hall.Next());
        Assert.Equal(RefusalCode.ReasonRequired, hall.Ask(new EndCeremony()));
        Assert.Null(hall.Ask(new EndCeremony("order has changed")));
        Assert.Equal((true, "ceremonyStopped", "order has changed"), (hall.View.Blank, hall.Board.Told[0].Kind, hall.Board.Told[0].Reason));
        hall.Ask(new Show());
        Assert.Empty(hall.Rows);
    }

    [Fact]
    public void A_told_value_that_is_wrong_is_corrected_by_two_before_it_goes_on()
    {
        var hall = Begun(panel: Panel.Of("a", 4, "d1", "d2").Closed("d1", 90, 90, 90, 90).Closed("d2", 70, 70, 70, 80));
        hall.Next();

        hall.Panels = [hall.Panels[0].Recused("d2", "D")];
        hall.Look();
        Assert.True(Lines(hall)[1].Recomputing);
        Assert.Null(Lines(hall)[1].Rate);
        Assert.Equal(RefusalCode.CorrectionFirst, hall.Next());
        Assert.Null(hall.Ask(new Correct("d2")));
        Assert.Equal(RefusalCode.SamePerson, hall.Ask(new Correct("d2")));
        Assert.Null(hall.Ask(new Correct("d2"), "office2"));

        Assert.Equal(("70.00", "72.50", true, 2), (Lines(hall)[1].Rate, Lines(hall)[1].Old, Lines(hall)[1].Corrected, Lines(hall)[1].Rank));
        Assert.Null(hall.Next());
    }

    [Fact]
    public void Who_must_leave_stands_beside_the_next_place_and_that_is_for_the_office_alone()
    {
        var hall = Begun(panel: Panel.Of("a", 4, "d1", "d2").Closed("d1", 90, 90, 90, 90).Closed("d2", 70, 70, 70, 80).Recused("d2", "C"));

        var next = hall.Desk(Panel.Office, "office").Ceremony.Next ?? [];
        Assert.Equal([("Title d2", "Name C@a")], next.SelectMany(n => n.Leave.Select(l => (n.Title, l.Name))));
        Assert.Null(hall.Desk(Panel.Supervisor, "supervisor").Ceremony.Next);
    }

    [Fact]
    public void Who_is_recused_from_one_dossier_tells_none_and_is_shown_an_empty_place_of_it()
    {
        var hall = Begun(panel: Seven().OfficeRecused("d6", "office2"));
        hall.Next();

        var desk = hall.Desk(new Viewer.Office("office2"), "office2");

        Assert.Equal((RefusalCode.Recused, null), (desk.Ceremony.Refused, desk.Ceremony.Next));
        Assert.Equal(new LadderPlace(6), desk.Picture.Ceremony?.Ladder[5]);
        Assert.Equal(RefusalCode.Recused, hall.Next("office2"));
        Assert.Equal(RefusalCode.Recused, Hall.Of(hall.Panels).Ask(new StartCeremony(CeremonyScope.All), "office2"));
        Assert.DoesNotContain("Title d6", Encoding.UTF8.GetString(Canonical.Bytes(desk)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_preview_shows_the_office_what_the_key_would_tell_and_tells_the_board_nothing()
    {
        var hall = Begun();
        var before = hall.View.Etag;

        var preview = hall.Board.PreviewFor(Panel.Office, hall.Now("office"), [new NextCeremony(0)], hall.View.Foot.At);
        hall.Next();

        Assert.NotEqual(before, preview?.Etag);
        Assert.Equal(hall.View.Ceremony?.Ladder, preview?.Ceremony?.Ladder ?? []);
        Assert.Null(hall.Board.PreviewFor(Panel.Supervisor, hall.Now("supervisor"), [new NextCeremony(1)], hall.View.Foot.At));
    }

    [Fact]
    public void A_preview_for_a_recused_member_of_the_office_holds_nothing_of_the_dossier()
    {
        var hall = Hall.Of(Seven().OfficeRecused("d6", "office2"));

        var mine = hall.Board.PreviewFor(Panel.Office, hall.Now("office"), [new Release(null, What.Rate, All: true)], hall.View.Foot.At);
        var theirs = hall.Board.PreviewFor(new Viewer.Office("office2"), hall.Now("office2"), [new Release(null, What.Rate, All: true)], hall.View.Foot.At);
        var barred = hall.Board.PreviewFor(new Viewer.Office("office2"), hall.Now("office2"), [new Release("d6", What.Rate)], hall.View.Foot.At);

        Assert.Contains("Title d6", Encoding.UTF8.GetString(Canonical.Bytes(mine)), StringComparison.Ordinal);
        Assert.DoesNotContain("d6", Encoding.UTF8.GetString(Canonical.Bytes(theirs)), StringComparison.Ordinal);
        Assert.Null(barred);
    }

    private static LadderPlace[] Lines(Hall hall) => [.. hall.View.Ceremony?.Ladder ?? []];
}
