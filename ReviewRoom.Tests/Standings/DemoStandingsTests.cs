using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Ranks;

public sealed class DemoStandingsTests
{
    private static readonly StandingsView View = Standings.Of(DemoSession.Deliberated().Select(p => p.Given.Room)).For(Panel.Office);

    [Fact]
    public void The_demonstrations_ranking_is_the_expected_one()
    {
        var expected = Shipped.Expected("expected-results.json")["rankingAfter"]?.AsArray()
            .Select(r => ((string?)r?["applicantId"], (int?)r?["rank"], (bool?)r?["passes60"])) ?? [];

        Assert.Equal(expected.Where(e => View.NotRanked.All(n => n.Dossier != e.Item1)).Select(e => e.Item1), View.Ranked.Select(r => r.Dossier));
        Assert.All(View.Ranked, row => Assert.Equal(expected.Single(e => e.Item1 == row.Dossier).Item3, row.Passes));
    }

    [Fact]
    public void The_demonstrations_brackets_are_the_expected_proposal()
    {
        var proposal = Shipped.Expected("expected-results.json")["proposalDefaultSettings"];
        var expected = proposal?["list"]?.AsArray().Select(r => ((string?)r?["applicantId"], (string?)r?["grade"], (bool?)r?["repeatWinner"] == true)) ?? [];

        Assert.Equal(expected, View.Ranked.Where(r => r.Standing?.Bracket is not null).Select(r => ((string?)r.Dossier, r.Standing?.Bracket, r.Repeat == true)));
        Assert.Equal(new VacantPlaces((int?)proposal?["vacant"]?["main"] ?? -1, (int?)proposal?["vacant"]?["nomination"] ?? -1), View.Vacant);
    }

    [Fact]
    public void Whoever_lies_within_two_points_of_the_line_is_borderline()
    {
        var near = View.Ranked.Where(r => r.Dossier is "org-06" or "org-04" or "org-11").Select(r => r.Standing?.Borderline);

        Assert.All(near, borderline => Assert.True(borderline));
    }
}
