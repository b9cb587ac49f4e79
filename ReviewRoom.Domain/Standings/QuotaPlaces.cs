using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>What the quota of Article 4 would give the contenders in order: bracket and repeat winner of each, and the places left over.</summary>
/// <param name="Brackets">main, nomination, undecided, or null for no place; in the order of the contenders.</param>
/// <param name="Repeats">True where the place is outside the quota (Article 23).</param>
internal sealed record QuotaPlaces(ImmutableArray<string?> Brackets, ImmutableArray<bool> Repeats, VacantPlaces? Vacant)
{
    public static QuotaPlaces Of(ImmutableArray<Contender> ordered) =>
        new([.. ordered.Select(_ => (string?)null)], [.. ordered.Select(_ => false)], null);
}
