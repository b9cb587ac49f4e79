using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Ranks;

public sealed class StandingsTests
{
    [Fact]
    public void Exact_ties_share_a_rank_and_the_next_rank_is_skipped()
    {
        var panel = Panel.Of("a", 3, "d1", "d2", "d3", "d4").Closed("d1", 60, 60, 60).Closed("d2", 70, 70, 70).Closed("d3", 65, 70, 75).Closed("d4", 80, 80, 80);

        var ranked = panel.StandingsFor(Panel.Office).Ranked;

        Assert.Equal([("d4", 1, 4), ("d2", 2, 4), ("d3", 2, 4), ("d1", 4, 4)], ranked.Select(r => (r.Dossier, r.Standing?.Rank ?? 0, r.Standing?.Of ?? 0)));
    }

    [Fact]
    public void Only_revealed_dossiers_stand_in_the_standings()
    {
        var panel = Panel.Of("a", 3, "d1", "d2", "d3").Closed("d1", 60, 60, 60).Scored("d2", 90, 90, 90);

        var view = panel.StandingsFor(Panel.Office);

        Assert.Equal(["d1"], view.Ranked.Select(r => r.Dossier));
        Assert.Empty(view.NotRanked);
    }

    [Fact]
    public void A_dossier_below_the_panel_minimum_is_named_and_not_ranked()
    {
        var panel = Panel.Of("a", 4, "d1", "d2").Closed("d1", 60, 60, 60, 60).Closed("d2", 90, 90, 90, 90).Recused("d2", "A").Recused("d2", "B");

        var view = panel.StandingsFor(Panel.Office);

        Assert.Equal(["d1"], view.Ranked.Select(r => r.Dossier));
        Assert.Equal(["d2"], view.NotRanked.Select(r => r.Dossier));
    }

    [Fact]
    public void An_expert_is_ranked_only_what_he_may_see()
    {
        var a = Panel.Of("a", 3, "d1", "d2").Closed("d1", 60, 60, 60).Closed("d2", 70, 70, 70);
        var b = Panel.Of("b", 3, "d3").Closed("d3", 90, 90, 90);

        var office = a.StandingsFor(Panel.Office, b);
        var expert = a.StandingsFor(a.Seat("A"), b);

        Assert.Equal(["d3", "d2", "d1"], office.Ranked.Select(r => r.Dossier));
        Assert.Equal([("d2", 1), ("d1", 2)], expert.Ranked.Select(r => (r.Dossier, r.Standing?.Rank ?? 0)));
    }

    [Fact]
    public void An_expert_with_the_same_letter_in_another_room_sees_nothing_of_it()
    {
        var a = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 60);
        var b = Panel.Of("b", 3, "d2").Closed("d2", 90, 90, 90);

        var seen = b.StandingsFor(a.Seat("A"), a);

        Assert.Equal(["d1"], seen.Ranked.Select(r => r.Dossier));
    }

    [Fact]
    public void A_seat_that_did_not_submit_stays_out_of_the_standings_of_that_dossier()
    {
        var panel = Panel.Of("a", 4, "d1", "d2").Revealed("d1", 60, 60, 60).Revealed("d2", 70, 70, 70, 70);

        var view = panel.StandingsFor(panel.Seat("D"));

        Assert.Equal(["d2"], view.Ranked.Select(r => r.Dossier));
    }

    [Theory]
    [InlineData("stranger"), InlineData("board"), InlineData("program")]
    public void Nobody_else_has_standings(string kind)
    {
        var panel = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 60);
        Viewer viewer = kind switch { "board" => new Viewer.Board("hall"), "program" => new Viewer.Program(), _ => new Viewer.Stranger() };

        var view = panel.StandingsFor(viewer);

        Assert.Empty(view.Ranked);
        Assert.Empty(view.NotRanked);
    }

    [Fact]
    public void A_rank_that_no_single_expert_can_change_is_safe()
    {
        var panel = Panel.Of("a", 3, "d1", "d2").Closed("d1", 70, 70, 70).Closed("d2", 90, 90, 90);

        var first = panel.StandingsFor(Panel.Office).Ranked[0].Standing;

        Assert.True(first is { Safe: true, Borderline: false, Because: null });
    }

    [Fact]
    public void A_rank_that_hangs_on_one_expert_names_his_seat_and_the_rank_without_him()
    {
        var panel = Panel.Of("a", 4, "d1", "d2").Closed("d1", 70, 70, 70, 100).Closed("d2", 75, 75, 75, 75);

        var (first, second) = (panel.StandingsFor(Panel.Office).Ranked[0], panel.StandingsFor(Panel.Office).Ranked[1]);

        Assert.Equal(("d1", false, new StandingReason("withoutSeat", "D", 2)), (first.Dossier, first.Standing?.Safe, first.Standing?.Because));
        Assert.Equal(("d2", false, new StandingReason("withoutSeat", "D", 1)), (second.Dossier, second.Standing?.Safe, second.Standing?.Because));
    }

    [Fact]
    public void A_line_that_hangs_on_one_expert_is_told_before_a_rank_that_does()
    {
        var panel = Panel.Of("a", 4, "d1", "d2").Closed("d1", 50, 60, 60, 75).Closed("d2", 90, 60, 60, 60);

        var second = panel.StandingsFor(Panel.Office).Ranked[1];

        Assert.Equal(("d1", new StandingReason("withoutSeat", "D", 2)), (second.Dossier, second.Standing?.Because));
    }

    [Fact]
    public void Within_two_points_of_the_line_is_borderline_even_where_the_rank_is_safe()
    {
        var panel = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 65);

        var only = panel.StandingsFor(Panel.Office).Ranked[0].Standing;

        Assert.True(only is { Safe: true, Borderline: true });
    }

    [Fact]
    public void With_letters_the_seat_is_called_by_its_label_beside_the_dossier()
    {
        ImmutableArray<DossierPlan> plans = [new("d1", "One", ApplicantKind.Organisation), new("d2", "Two", ApplicantKind.Organisation)];
        var panel = Panel.Of("a", 4, new RoomSettings(Minimum: 3, MarkNames: MarkNames.Letters), plans).Closed("d1", 70, 70, 70, 100).Closed("d2", 75, 75, 75, 75);

        var first = panel.StandingsFor(Panel.Office).Ranked[0].Standing;

        Assert.Equal("S", first?.Because?.Seat);
    }

    [Fact]
    public void The_quota_gives_three_main_places_and_a_repeat_winner_stands_outside_it()
    {
        ImmutableArray<WonBefore> won = [new("main", 2015)];
        ImmutableArray<DossierPlan> plans = [.. Enumerable.Range(1, 6).Select(i => new DossierPlan($"d{i}", $"T{i}", ApplicantKind.Organisation, Won: i == 2 ? won : null))];
        var panel = Panel.Of("a", 3, new RoomSettings(Minimum: 3), plans)
            .Closed("d1", 95, 95, 95).Closed("d2", 90, 90, 90).Closed("d3", 85, 85, 85).Closed("d4", 80, 80, 80).Closed("d5", 75, 75, 75).Closed("d6", 50, 50, 50);

        var view = panel.StandingsFor(Panel.Office);

        Assert.Equal(["main", "main", "main", "main", "nomination", null], view.Ranked.Select(r => r.Standing?.Bracket));
        Assert.Equal(["d2"], view.Ranked.Where(r => r.Repeat == true).Select(r => r.Dossier));
        Assert.Equal(new VacantPlaces(0, 4), view.Vacant);
    }
}
