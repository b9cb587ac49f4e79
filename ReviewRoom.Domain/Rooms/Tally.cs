using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>One criterion counted over the eligible final sheets.</summary>
/// <param name="Marks">In seat order, without those who could not judge.</param>
/// <param name="Of">Counted sheets.</param>
/// <param name="Open">Not agreed and not closed by the leader, or with a gap nobody accepted.</param>
public sealed record ItemTally(Criterion Criterion, ImmutableArray<Rate> Marks, int Of, Rational? Mean, Rational? Median, Agreement? State, bool HasGap, bool Open)
{
    public int? Low => Marks.IsEmpty ? null : Marks.Min().Percent;
    public int? High => Marks.IsEmpty ? null : Marks.Max().Percent;
    public int? Range => High - Low;
}

/// <summary>The official count of one dossier (room.md 3): per criterion points x mean rate over the eligible final sheets, summed, exact.</summary>
/// <param name="Counted">Places (in seat order) of the sheets counted.</param>
/// <param name="Total">The official total by the room's setting; null with no sheet or an item nobody judged.</param>
/// <param name="Complete">Nothing is missing: every eligible sheet is in, and every item is judged by all or its gap accepted.</param>
/// <param name="Valid">Complete, and at least the panel minimum: may be ranked.</param>
public sealed record Tally(ImmutableArray<int> Counted, ImmutableArray<ItemTally> Items, ImmutableArray<Rational> SheetTotals, Rational? Total, bool Complete, bool Valid)
{
    private static readonly ConditionalWeakTable<Dossier, Tally> Known = [];

    public ScoreRate? Rate(Rubric rubric) => Total is { } total ? ScoreRate.Of(total, rubric.TotalPoints) : null;

    /// <summary>The tally of a dossier as it is now; computed once per state of the dossier.</summary>
    public static Tally Of(Dossier dossier, ImmutableArray<Seat> seats, Rubric rubric, RoomSettings settings)
    {
        if (Known.TryGetValue(dossier, out var known)) return known;
        var counted = Enumerable.Range(0, seats.Length).Where(i => dossier.Counts(seats[i], dossier.Sheets[i])).ToImmutableArray();
        var eligible = Enumerable.Range(0, seats.Length).Count(i => dossier.IsEligible(seats[i], dossier.Sheets[i]));
        var tally = Over(dossier, counted, eligible, rubric, settings);
        Known.AddOrUpdate(dossier, tally);
        return tally;
    }

    /// <summary>The same with one more seat left out, for sensitivity; the panel minimum is ignored.</summary>
    public Tally Without(int place, Dossier dossier, Rubric rubric, RoomSettings settings) =>
        Over(dossier, Counted.Remove(place), Counted.Length - 1, rubric, settings with { Minimum = 1 });

    private static Tally Over(Dossier dossier, ImmutableArray<int> counted, int eligible, Rubric rubric, RoomSettings settings)
    {
        var items = rubric.Criteria.Select((c, i) => ItemOf(dossier, counted, c, i, settings)).ToImmutableArray();
        var totals = counted.Select(place => dossier.Sheets[place].Total(rubric)).ToImmutableArray();
        var total = counted.IsEmpty || items.Any(i => i.Marks.IsEmpty) ? null : OfficialTotal(dossier, items, totals, counted, settings);
        var complete = counted.Length == eligible && total is not null && items.All(i => !i.HasGap);
        return new Tally(counted, items, totals, total, complete, complete && counted.Length >= settings.Minimum);
    }

    private static ItemTally ItemOf(Dossier dossier, ImmutableArray<int> counted, Criterion criterion, int place, RoomSettings settings)
    {
        var marks = counted.Select(i => dossier.Sheets[i].Marks[place]).OfType<Rate>().ToImmutableArray();
        var state = AgreementRule.StateOf(marks);
        var closed = dossier.TalkOn(criterion.Code).Closed;
        var short_ = marks.Length < counted.Length;
        var gap = short_ && !(settings.GapsMayBeAccepted && closed is { How: Closing.Accepted });
        Rational? mean = marks.IsEmpty ? null : new Rational(marks.Sum(m => m.Percent), marks.Length);
        Rational? median = marks.IsEmpty ? null : Rational.Median(marks.Select(m => (Rational)m.Percent));
        var open = gap || (closed is null && (short_ || state is not (null or Agreement.Agreed)));
        return new ItemTally(criterion, marks, counted.Length, mean, median, state, gap, open);
    }

    private static Rational? OfficialTotal(
        Dossier dossier, ImmutableArray<ItemTally> items, ImmutableArray<Rational> totals, ImmutableArray<int> counted, RoomSettings settings)
    {
        if (settings.OfficialAggregate == OfficialAggregate.Median) return Rational.Median(totals);
        if (settings.Trimming == Trimming.Total && counted.Length >= 5) return Trimmed(totals);
        return Rational.Sum(items.Select(i => i.Criterion.Points * ItemRate(dossier, i, settings) / 100));
    }

    private static Rational ItemRate(Dossier dossier, ItemTally item, RoomSettings settings)
    {
        if (settings.OfficialAggregate == OfficialAggregate.Agreed && dossier.TalkOn(item.Criterion.Code).Closed?.Rate is { } agreed) return agreed;
        if (settings.Trimming == Trimming.Item && item.Marks.Length >= 5) return Trimmed([.. item.Marks.Select(m => (Rational)m.Percent)]);
        return item.Mean ?? Rational.Zero;
    }

    /// <summary>Mean without the highest and the lowest.</summary>
    public static Rational Trimmed(ImmutableArray<Rational> values) =>
        Rational.Sum(values.Order().Skip(1).Take(values.Length - 2)) / (values.Length - 2);
}
