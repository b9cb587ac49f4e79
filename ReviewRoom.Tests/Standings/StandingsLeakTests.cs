using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Ranks;

public sealed class StandingsLeakTests
{
    [Theory]
    [InlineData(5), InlineData(60), InlineData(100)]
    public void The_marks_of_a_blind_dossier_change_nothing_in_anybodys_standings(int rate)
    {
        Panel World(int hidden) => Panel.Of("a", 4, "d1", "d2", "d3").Closed("d1", 60, 65, 70, 75).Closed("d2", 70, 70, 70, 70).Scored("d3", hidden, hidden, hidden, hidden);
        var (one, other) = (World(50), World(rate));

        Viewer[] all = [Panel.Office, Panel.Supervisor, .. "ABCD".Select(s => one.Seat(s.ToString()))];

        Assert.All(all, viewer => Assert.Equal(Bytes(one.StandingsFor(viewer)), Bytes(other.StandingsFor(viewer))));
    }

    [Theory]
    [InlineData(5), InlineData(60), InlineData(100)]
    public void A_recused_viewers_standings_do_not_depend_on_the_dossier_he_is_recused_from(int rate)
    {
        Panel World(int hidden) => Panel.Of("a", 4, "d1", "d2", "d3").Closed("d1", 60, 65, 70, 75).Closed("d2", 70, 70, 70, 70).Closed("d3", hidden, hidden, hidden, 40).Recused("d3", "D").OfficeRecused("d3", "office");
        var (one, other) = (World(50), World(rate));

        Assert.All([one.Seat("D"), Panel.Office], viewer => Assert.Equal(Bytes(one.StandingsFor(viewer)), Bytes(other.StandingsFor(viewer))));
        Assert.All([one.Seat("D"), Panel.Office], viewer => Assert.Equal(["d2", "d1"], one.StandingsFor(viewer).Ranked.Select(r => r.Dossier)));
        Assert.Contains(one.StandingsFor(one.Seat("A")).Ranked, r => r.Dossier == "d3");
    }

    [Fact]
    public void A_view_never_mixes_an_old_moment_of_the_standings_with_a_new_one_of_the_room()
    {
        var before = Panel.Of("a", 4, "d1", "d2").Closed("d1", 60, 60, 60, 60).Closed("d2", 70, 70, 70, 70);
        var after = before.Recused("d2", "D");

        var view = Sight.Of(after.Room, Standings.Of([before.Room]), after.Seat("D"));

        Assert.Equal([(1, 1)], view?.Dossiers.Select(d => d.Standing).OfType<StandingView>().Select(s => (s.Rank, s.Of)));
    }

    [Fact]
    public void Equal_sight_has_equal_etags_and_another_rank_another_etag()
    {
        var panel = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 60);
        var blind = Panel.Of("b", 3, "d2").Scored("d2", 70, 70, 70);
        var revealed = blind.With(new Revealed("d2", null, [], ["P", "Q", "R"]));

        string? Etag(Viewer viewer, Panel other) => Sight.Of(panel.Room, Standings.Of([panel.Room, other.Room]), viewer)?.Etag;

        Assert.Equal(Etag(panel.Seat("A"), blind), Etag(panel.Seat("A"), revealed));
        Assert.NotEqual(Etag(Panel.Office, blind), Etag(Panel.Office, revealed));
    }

    [Fact]
    public void Who_may_not_know_the_room_gets_no_sight_of_it()
    {
        var panel = Panel.Of("a", 3, "d1").Closed("d1", 60, 60, 60);

        Assert.Null(Sight.Of(panel.Room, Standings.Of([panel.Room]), new Viewer.Stranger()));
        Assert.Null(Sight.Of(panel.Room, Standings.Of([panel.Room]), new Viewer.Board("hall")));
    }

    private static string Bytes(StandingsView view) => System.Text.Encoding.UTF8.GetString(Canonical.Bytes(view));
}
