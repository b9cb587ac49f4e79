using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>
/// A set of contenders with ranks, quota places and decision sensitivity (room.md 5): computed once per set of dossiers,
/// and shared by all viewers who see the same set, for as long as none of its dossiers changes.
/// </summary>
internal sealed class Ranked
{
    private const int Kept = 8;
    private static readonly ConditionalWeakTable<Dossier, List<Ranked>> Known = [];

    private Ranked(ImmutableArray<Contender> given)
    {
        Given = given;
        Ordered = Contender.Ordered(given);
        Ranks = Contender.Ranks(Ordered);
        Places = PlacesOf(Ordered);
        Standings = Sensitivity.Of(this);
        stakes = new ImmutableArray<StakeView>[Ordered.Length];
        adjusted = new Lazy<Adjustment?>(() => Adjustment.Of(this));
    }

    private readonly ImmutableArray<StakeView>[] stakes;
    private readonly Lazy<Adjustment?> adjusted;

    private ImmutableArray<Contender> Given { get; }
    public ImmutableArray<Contender> Ordered { get; }
    public int[] Ranks { get; }
    public QuotaPlaces Places { get; }

    /// <summary>The place of each contender, in order.</summary>
    public ImmutableArray<StandingView> Standings { get; }

    /// <summary>The severity-adjusted order beside this one; null where names are hidden. Made when a viewer asks who may have it.</summary>
    public Adjustment? Adjusted => adjusted.Value;

    /// <summary>What is at stake in a contender's open items.</summary>
    public ImmutableArray<StakeView> StakesOf(int i) =>
        stakes[i].IsDefault ? stakes[i] = Stakes.Of(Ordered[i].Tally, Ordered[i].Room.Rubric.TotalPoints, Ordered[i].Rate, [.. EdgesOf(i, -1), .. EdgesOf(i, 1)]) : stakes[i];

    /// <summary>The next rank above (-1) or below (1), and the next place of the quota.</summary>
    private IEnumerable<Edge> EdgesOf(int i, int step)
    {
        Edge To(int other, StakeTowards towards) => new(towards, Rational.Abs(Ordered[other].Rate.Value - Ordered[i].Rate.Value), IsUp: step < 0, Beyond: false);
        if (i + step >= 0 && i + step < Ordered.Length) yield return To(i + step, StakeTowards.Rank);
        for (var other = i + step; other >= 0 && other < Ordered.Length; other += step)
        {
            if (Places.Brackets[other] == Places.Brackets[i]) continue;
            yield return To(other, StakeTowards.Quota);
            yield break;
        }
    }

    /// <summary>Validity of earlier awards is looked at on the day of the latest reveal seen here, until a session brings its own application deadline.</summary>
    public QuotaPlaces PlacesOf(ImmutableArray<Contender> ordered) => QuotaPlaces.Of([.. ordered.Select(Contestant.From)], AsOf);

    private DateOnly AsOf => Given.IsEmpty ? default : DateOnly.FromDateTime(Given.Max(c => c.Dossier.Revealed?.At ?? default).UtcDateTime);

    public static Ranked Of(ImmutableArray<Contender> given)
    {
        if (given.IsEmpty) return new Ranked(given);
        var known = Known.GetOrCreateValue(given[0].Dossier);
        lock (known)
        {
            if (known.Find(r => r.IsOver(given)) is { } found) return found;
            var ranked = new Ranked(given);
            if (known.Count == Kept) known.RemoveAt(0);
            known.Add(ranked);
            return ranked;
        }
    }

    /// <summary>The same dossiers in the same state, in rooms with the same seats.</summary>
    private bool IsOver(ImmutableArray<Contender> given)
    {
        if (given.Length != Given.Length) return false;
        for (var i = 0; i < given.Length; i++)
            if (!ReferenceEquals(given[i].Dossier, Given[i].Dossier) || given[i].Room.Id != Given[i].Room.Id) return false;
        return true;
    }
}
