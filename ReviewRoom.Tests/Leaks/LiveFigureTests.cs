using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Leaks;

/// <summary>
/// The office's figure while the panel is blind. Every figure it was shown is a linear equation over versions of sheets; no single version, and no
/// difference of two versions of one sheet, follows from all of them together, whatever the sheets did in between.
/// </summary>
public sealed class LiveFigureTests
{
    private sealed record Version(string Seat, Rational Total);

    /// <summary>What a meeting showed, and every version of a sheet that was ever handed in.</summary>
    private sealed class Shown
    {
        public List<Version> Versions { get; } = [];
        public Dictionary<string, int> Last { get; } = [];
        public List<int> InFigure { get; } = [];
        public List<int[]> Figures { get; } = [];
    }

    [Fact]
    public void No_sheet_follows_from_all_the_figures_of_a_meeting() =>
        Gen.Select(Gen.Int[3, 9], Gen.Int[0, 9999].Array[300]).Sample((seats, numbers) =>
        {
            var shown = Play(seats, new Choices(numbers));

            Assert.Empty(Told(shown));
        }, iter: 300);

    [Fact]
    public void A_figure_that_moved_with_every_sheet_would_be_found_out()
    {
        var shown = new Shown();
        foreach (var seat in "ABC") shown.Versions.Add(new Version(seat.ToString(), 60));
        shown.Figures.Add([0, 1]);
        shown.Figures.Add([0, 1, 2]);

        Assert.Equal(["C1"], Told(shown));
    }

    [Fact]
    public void A_figure_that_followed_a_changed_sheet_would_be_found_out()
    {
        var shown = new Shown();
        foreach (var seat in "ABCA") shown.Versions.Add(new Version(seat.ToString(), 60));
        shown.Figures.Add([0, 1, 2]);
        shown.Figures.Add([3, 1, 2]);

        Assert.Equal(["A1-A2"], Told(shown));
    }

    [Fact]
    public void A_sheet_with_a_gap_is_never_in_the_figure()
    {
        var given = Given.ARoom(4, rubric: Given.ARubric(100, 100)).Opened();
        foreach (var seat in "ABC") given.Submitted(seat.ToString(), "d1", 60, seat == 'C' ? null : 60);
        Assert.Null(given.Sight(Given.Office, "d1").Aggregate);

        given.Submitted("D", "d1", 60);

        Assert.Equal(new AggregateView("60.00", 3), given.Sight(Given.Office, "d1").Aggregate);
    }

    [Fact]
    public void A_figure_is_gone_for_good_once_a_sheet_in_it_is_taken_back()
    {
        var given = Given.ARoom(4).Opened();
        foreach (var seat in "ABC") given.Submitted(seat.ToString(), "d1", 60);
        Assert.Equal(new AggregateView("60.00", 3), given.Sight(Given.Office, "d1").Aggregate);

        given.Do("A", new TakeBack("d1"));

        Assert.Equal((null, true), (given.Sight(Given.Office, "d1").Aggregate, given.Sight(Given.Office, "d1").LiveWithdrawn));
        given.Do("A", new Submit("d1"));
        given.Submitted("D", "d1", 60);
        Assert.Null(given.Sight(Given.Office, "d1").Aggregate);
    }

    [Fact]
    public void Figures_are_shown_in_these_meetings()
    {
        var random = new Random(6);
        var figures = Enumerable.Range(0, 40).Sum(_ => Play(8, new Choices([.. Enumerable.Range(0, 300).Select(_ => random.Next(10_000))])).Figures.Count);

        Assert.True(figures > 20, $"{figures} figures");
    }

    /// <summary>Names of what the figures give away: one version (C1), or the change between two of one seat (A1-A2).</summary>
    private static IEnumerable<string> Told(Shown shown)
    {
        var equations = new Equations(shown.Versions.Count);
        foreach (var figure in shown.Figures) equations.Add([.. Enumerable.Range(0, shown.Versions.Count).Select(i => (Rational)(figure.Contains(i) ? 1 : 0))]);
        var names = shown.Versions.Select((v, i) => v.Seat + shown.Versions.Take(i + 1).Count(w => w.Seat == v.Seat)).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (equations.Determine(equations.Unit(i))) yield return names[i];
            for (var j = i + 1; j < names.Length; j++)
                if (shown.Versions[i].Seat == shown.Versions[j].Seat && equations.Determine(Equations.Minus(equations.Unit(i), equations.Unit(j), 1))) yield return $"{names[i]}-{names[j]}";
        }
    }

    private static Shown Play(int seats, Choices choices)
    {
        var given = Given.ARoom(seats, rubric: Given.ARubric(7, 300, 1000)).Opened();
        var shown = new Shown();
        for (var i = 0; i < 40; i++)
        {
            Act(given, choices, shown);
            if (given.Sight(Given.Office, "d1").Aggregate is { } figure) Read(given, figure, shown);
        }
        return shown;
    }

    private static void Act(Given given, Choices choices, Shown shown)
    {
        var seat = given.Room.Seats[choices.Below(given.Room.Seats.Length)].Letter;
        switch (choices.Below(18))
        {
            case > 10: Submit(given, seat, choices, shown); break;
            case 0: given.TryDo(given.On(seat), new TakeBack("d1")); break;
            case 7: given.TryDo(Given.Supervisor, new RaiseConflict("d1", seat, "RELATIVE", "note")); break;
            case 8: Settle(given, c => new DismissConflict(c, "nothing in it")); break;
            case 9: Settle(given, c => new ConfirmConflict(c)); break;
            case 1: given.TryDo(given.On(seat), new Declare("d1", true, "RELATIVE")); break;
            default: given.TryDo(Given.Office, choices.Chance(50) ? new MarkAbsent(seat, "ill", "d1") : new MarkPresent(seat, "d1")); break;
        }
    }

    private static void Submit(Given given, string seat, Choices choices, Shown shown)
    {
        foreach (var criterion in given.Room.Rubric.Criteria)
            given.TryDo(given.On(seat), choices.Chance(97) ? new GiveMark("d1", criterion.Code, 5 * choices.Below(21)) : new CannotJudge("d1", criterion.Code, "no"));
        if (!given.TryDo(given.On(seat), new Submit("d1"))) return;
        shown.Last[seat] = shown.Versions.Count;
        shown.Versions.Add(new Version(seat, given.Sheet(seat).Total(given.Room.Rubric)));
    }

    private static void Settle(Given given, Func<string, RoomAct> act)
    {
        if (given.Dossier().Conflicts.FirstOrDefault(c => c.State == ConflictState.Raised) is not { } conflict) return;
        given.TryDo(Given.Office, act(conflict.Id));
        given.TryDo(Given.Office2, act(conflict.Id));
    }

    /// <summary>Which versions stand in the figure: the newest of each seat that is newly counted, held against the rate that was shown.</summary>
    private static void Read(Given given, AggregateView figure, Shown shown)
    {
        var known = shown.InFigure.Select(v => shown.Versions[v].Seat).ToHashSet();
        foreach (var seat in given.Dossier().Live.Counted.Where(s => !known.Contains(s))) shown.InFigure.Add(shown.Last[seat]);
        Assert.Equal(figure.N, shown.InFigure.Count);
        Assert.True(figure.N >= 3);
        var total = Rational.Sum(shown.InFigure.Select(v => shown.Versions[v].Total));
        Assert.Equal(ScoreRate.Of(total / figure.N, given.Room.Rubric.TotalPoints).Shown, figure.Rate);
        Assert.Equal((null, null, null, null), (figure.Points, figure.Exact, figure.Spread, figure.Passes));
        if (shown.Figures.Count == 0 || !shown.Figures[^1].SequenceEqual(shown.InFigure)) shown.Figures.Add([.. shown.InFigure]);
    }
}
