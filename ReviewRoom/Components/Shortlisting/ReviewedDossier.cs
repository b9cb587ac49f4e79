using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Shortlisting;

/// <summary>A dossier whose document review is closed, as the reader may see it, with its site review where there is one.</summary>
/// <param name="Rank">Over the session; absent where it cannot be ranked.</param>
public sealed record ReviewedDossier(string Id, string Title, ApplicantKind Kind, string Room, string RoomTitle, string? Rate, bool? Passes, int? Rank, RoomView? Site)
{
    /// <summary>By number, so that the order of the list advises nobody. Those the reader is recused from are not among them.</summary>
    public static ImmutableArray<ReviewedDossier> Of(IEnumerable<RoomView> rooms)
    {
        var all = rooms.ToArray();
        return
        [
            .. all.Where(r => r.SiteReview is null).SelectMany(room => room.Dossiers.Where(d => d is { Phase: >= Phase.Closed, Calibrates: null, TakenOff: null, Aggregate.Valid: true }).Select(d => new ReviewedDossier(
                d.Id, d.Title ?? d.Id, d.Kind.GetValueOrDefault(), room.Id, room.Title, d.Aggregate?.Rate, d.Aggregate?.Passes, d.Standing?.Rank,
                all.FirstOrDefault(site => site.SiteReviewOf == room.Id && site.Dossiers.Any(s => s.Id == d.Id)))))
            .OrderBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>How far its site review has come; null where there is none.</summary>
    public Phase? SitePhase => Site?.Dossiers.FirstOrDefault(d => d.Id == Id)?.Phase;
}
