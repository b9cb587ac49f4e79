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
    }

    private ImmutableArray<Contender> Given { get; }
    public ImmutableArray<Contender> Ordered { get; }
    public int[] Ranks { get; }
    public QuotaPlaces Places { get; }

    /// <summary>The place of each contender, in order.</summary>
    public ImmutableArray<StandingView> Standings { get; }

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
