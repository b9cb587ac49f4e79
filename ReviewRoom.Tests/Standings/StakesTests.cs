using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Ranks;

// Which items to discuss next: by how much they can change the decision (room.md 5). The table has 60 points on 1.1 and 40 on 1.2.
public sealed class StakesTests
{
    [Fact]
    public void The_item_that_can_move_the_dossier_across_the_line_comes_first_though_it_weighs_less()
    {
        // 1.1: 50 65 70, mean 61.67; 1.2: 30 50 80, mean 53.33. The rate is 58.33, 1.67 below the line; 1.1 can lift it by 5.00, 1.2 by 10.67.
        var panel = Panel.Of("a", 3, "d1").With(new Opened("d1")).Sheet("d1", "A", 50, 30).Sheet("d1", "B", 65, 50).Sheet("d1", "C", 70, 80).With(new Revealed("d1", null, [], []));

        var stakes = panel.StandingsFor(Panel.Office).Ranked.Single().Stakes ?? [];

        Assert.Equal([new StakeView("1.2", "10.67", "9.33", StakeTowards.Line, "1.67", true, true), new StakeView("1.1", "5.00", "7.00", StakeTowards.Line, "1.67", true, true)], stakes);
    }

    [Fact]
    public void Exactly_on_the_line_any_fall_changes_the_decision()
    {
        var panel = Panel.Of("a", 3, "d1").With(new Opened("d1")).Sheet("d1", "A", 45, 60).Sheet("d1", "B", 60, 60).Sheet("d1", "C", 75, 60).With(new Revealed("d1", null, [], []));

        var stake = Assert.Single(panel.StandingsFor(Panel.Office).Ranked.Single().Stakes ?? []);

        Assert.Equal(("1.1", StakeTowards.Line, "0.00", false, true), (stake.Criterion, stake.Towards, stake.Distance, stake.IsUp, stake.Reaches));
    }

    [Fact]
    public void A_place_of_the_quota_goes_before_a_mere_rank()
    {
        // d2 is 0.5 behind d1 and 1 ahead of d4; three main places are taken by d0, d1, d2, so that d4 below has another place.
        var panel = Panel.Of("a", 4, "d0", "d1", "d2", "d4").Closed("d0", 90, 90, 90, 90).Closed("d1", 85, 85, 85, 85).Closed("d4", 80, 80, 80, 80)
            .With(new Opened("d2")).Sheet("d2", "A", 70, 80).Sheet("d2", "B", 85, 80).Sheet("d2", "C", 95, 80).Sheet("d2", "D", 90, 80).With(new Revealed("d2", null, [], []));

        var rows = panel.StandingsFor(Panel.Office).Ranked;

        var stake = Assert.Single(rows.Single(r => r.Dossier == "d2").Stakes ?? []);
        Assert.Equal((StakeTowards.Quota, "3.00", false, true), (stake.Towards, stake.Distance, stake.IsUp, stake.Reaches));
        Assert.All(rows.Where(r => r.Dossier != "d2"), r => Assert.Null(r.Stakes));
    }

    [Fact]
    public void A_closed_item_leaves_the_list_at_once()
    {
        var panel = Panel.Of("a", 3, "d1").With(new Opened("d1")).Sheet("d1", "A", 50, 60).Sheet("d1", "B", 65, 60).Sheet("d1", "C", 70, 60).With(new Revealed("d1", null, [], []));
        var standings = Standings.Of([panel.Room]);
        var closed = panel.With(new ItemClosed("d1", "A", "1.1", Closing.Accepted, "talked about", null));

        Assert.Equal("1.1", Sight.Of(panel.Room, standings, Panel.Office)?.Dossiers[0].Stakes?.Single().Criterion);
        Assert.Null(Sight.Of(closed.Room, standings, Panel.Office)?.Dossiers[0].Stakes);
        Assert.False(Standings.Unmoved(panel.Room, closed.Room));
    }

    [Fact]
    public void A_dossier_that_cannot_be_ranked_is_held_against_the_line_alone()
    {
        var panel = Panel.Of("a", 3, "d1", "d2").Closed("d2", 80, 80, 80).With(new Opened("d1")).Sheet("d1", "A", 50, 60).Sheet("d1", "B", 80, 60).With(new Revealed("d1", null, ["C"], []));

        var stake = Assert.Single(panel.StandingsFor(Panel.Office).NotRanked.Single().Stakes ?? []);

        Assert.Equal((StakeTowards.Line, "3.00", false), (stake.Towards, stake.Distance, stake.IsUp));
    }

    [Fact]
    public void Who_is_blind_for_a_dossier_is_told_nothing_of_its_items()
    {
        var panel = Panel.Of("a", 4, "d1").With(new Opened("d1")).Sheet("d1", "A", 50, 60).Sheet("d1", "B", 65, 60).Sheet("d1", "C", 70, 60).With(new Revealed("d1", null, ["D"], []));

        Assert.Null(Sight.Of(panel.Room, Standings.Of([panel.Room]), panel.Seat("D"))?.Dossiers[0].Stakes);
        Assert.NotNull(Sight.Of(panel.Room, Standings.Of([panel.Room]), panel.Seat("A"))?.Dossiers[0].Stakes);
    }

    [Fact]
    public void A_severity_adjusted_order_stands_beside_the_raw_one_for_office_and_supervisor_only()
    {
        // C is 15 below the others, so that they are 5 above a panel of three: without him d2 looks better than it is.
        var panel = Panel.Of("a", 3, new RoomSettings(Minimum: 2), [.. new[] { "d1", "d2", "d3" }.Select(d => new DossierPlan(d, d, ApplicantKind.Organisation))])
            .Closed("d1", 80, 80, 65).Closed("d2", 70, 70, 70).Closed("d3", 65, 65, 50).Recused("d2", "C");

        var office = panel.StandingsFor(Panel.Office);

        Assert.Equal(new SeverityView(Balanced: false, Linked: true, Differs: false), panel.StandingsFor(Panel.Supervisor).Severity);
        Assert.Equal([("d1", "75.00", 1), ("d2", "65.00", 2), ("d3", "60.00", 3)], office.Ranked.Select(r => (r.Dossier, r.Standing?.Adjusted?.Rate ?? "", r.Standing?.Adjusted?.Rank ?? 0)));
        Assert.Null(panel.StandingsFor(panel.Seat("A")).Severity);
        Assert.All(panel.StandingsFor(panel.Seat("A")).Ranked, r => Assert.Null(r.Standing?.Adjusted));
    }

    [Fact]
    public void A_warning_says_that_the_adjusted_order_is_another_one()
    {
        var panel = Panel.Of("a", 3, new RoomSettings(Minimum: 2), [.. new[] { "d1", "d2", "d3" }.Select(d => new DossierPlan(d, d, ApplicantKind.Organisation))])
            .Closed("d1", 75, 75, 60).Closed("d2", 75, 70, 60).Closed("d3", 65, 65, 50).Recused("d2", "C");

        var office = panel.StandingsFor(Panel.Office);

        Assert.True(office.Severity?.Differs);
        Assert.Equal([("d2", 1, 2), ("d1", 2, 1), ("d3", 3, 3)], office.Ranked.Select(r => (r.Dossier, r.Standing?.Rank ?? 0, r.Standing?.Adjusted?.Rank ?? 0)));
    }

    [Fact]
    public void Complete_panels_and_hidden_names_have_no_adjusted_figures()
    {
        var complete = Panel.Of("a", 3, "d1", "d2").Closed("d1", 60, 60, 60).Closed("d2", 70, 70, 70);
        var letters = Panel.Of("a", 3, new RoomSettings(Minimum: 2, MarkNames: MarkNames.Letters), [.. new[] { "d1", "d2" }.Select(d => new DossierPlan(d, d, ApplicantKind.Organisation))])
            .Closed("d1", 75, 75, 60).Closed("d2", 70, 70, 60).Recused("d2", "C");

        Assert.True(complete.StandingsFor(Panel.Office).Severity?.Balanced);
        Assert.All(complete.StandingsFor(Panel.Office).Ranked, r => Assert.Null(r.Standing?.Adjusted));
        Assert.Null(letters.StandingsFor(Panel.Office).Severity);
    }
}
