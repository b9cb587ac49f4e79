using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Standings;

/// <summary>What the panels of a session have settled, as the session takes it over: dossiers closed, valid for ranking and not below the line, by applicant id.</summary>
[Article(6, 11)]
public static class SessionResults
{
    /// <summary>For the program's own use: exact totals, of which nobody is shown anything but by the session's projection.</summary>
    public static ImmutableArray<CandidateResult> Of(IEnumerable<Room> rooms) =>
    [
        .. Closed(rooms).Select(c => Contender.Of(c.Room, c.Dossier)).OfType<Contender>()
            .Where(c => c.Rate.Passes).Select(ResultOf).OrderBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>Ids of the dossiers whose document review is closed and valid: who can be shortlisted, passing or not.</summary>
    [Article(16, 17)]
    public static ImmutableArray<string> Reviewed(IEnumerable<Room> rooms) =>
    [
        .. rooms.Where(r => r is { Exists: true, Rehearsal: null, SiteReviewOf: null }).SelectMany(room => room.Dossiers.Where(d => d is { Phase: >= Phase.Closed, Stands: true } && Contender.Of(room, d) is not null))
            .Select(d => d.Id).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Every dossier whose last review is closed: once its site review is opened, that one (Article 17).</summary>
    private static IEnumerable<(Room Room, Dossier Dossier)> Closed(IEnumerable<Room> rooms)
    {
        (Room Room, Dossier Dossier)[] all = [.. rooms.Where(r => r is { Exists: true, Rehearsal: null }).SelectMany(room => room.Dossiers.Where(d => d.Stands).Select(d => (room, d)))];
        return SiteReview.Standing(all, d => d.Phase > Phase.Waiting).Where(r => r.Dossier.Phase >= Phase.Closed);
    }

    private static CandidateResult ResultOf(Contender contender)
    {
        var (plan, full) = (contender.Dossier.Plan, contender.Room.Rubric.TotalPoints);
        return new CandidateResult(plan.Id, plan.Title, plan.Kind, (contender.Rate.Value * full).ToString(), full, plan.Won ?? []) { Visited = contender.Room.SiteReviewOf is null ? null : true };
    }
}
