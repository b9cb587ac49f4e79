using System.Collections.Immutable;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Waiting;

/// <summary>Who waits for whom, told purely from one person's own projections.</summary>
public static partial class Waits
{
    /// <summary>Who is named of those who are waited for; of more the number is told.</summary>
    private const int MostNames = 3;

    /// <summary>All lines of a session for one person: what is overdue first, then by deadline, what has none last.</summary>
    /// <param name="nameOf">The name of a person's id.</param>
    public static ImmutableArray<WaitingRow> Of(SessionSight sight, Func<string, string> nameOf) =>
    [
        .. OfRooms(sight).Concat(OfApplications(sight)).Concat(OfSession(sight, nameOf)).Concat(OfAwards(sight)).Select(row => row with { Session = sight.Title })
            .OrderBy(row => row.Due is null).ThenBy(row => row.Due).ThenBy(row => !row.IsMine).ThenBy(row => row.What).ThenBy(row => row.Subject, StringComparer.Ordinal).ThenBy(row => row.Link, StringComparer.Ordinal),
    ];

    private static IEnumerable<WaitingRow> OfAwards(SessionSight sight)
    {
        if (sight.Awards is not { } register) return [];
        return register.Awards.Where(a => a.Award.Entry.Session == sight.Id).SelectMany(a => (IEnumerable<WaitingRow>)
            [.. Money(register, a), .. register.Role is "office" or "supervisor" ? Revocations(register, a, sight.Me) : []]);
    }

    private static IEnumerable<WaitingRow> Money(AwardsView register, HeldAwardView view)
    {
        if (view.Award.OpenYuan + view.Award.OpenMatchYuan > 0) yield return Line(view, WaitingFor.Payment, WaitingOn.Finance, 19, register.KeepsMoney);
        if (view.OutstandingYuan > 0) yield return Line(view, WaitingFor.Recovery, WaitingOn.Finance, 21, register.KeepsMoney);
    }

    private static IEnumerable<WaitingRow> Revocations(AwardsView register, HeldAwardView view, string me)
    {
        var (award, isOffice) = (view.Award, register.Role == "office");
        if (award.Reports.Any(r => r.Founded is null)) yield return Line(view, WaitingFor.Investigation, WaitingOn.Office, 21, isOffice);
        if (award.Revocation is null && award.Reports.Any(r => r.MayBeProposedOn)) yield return Line(view, WaitingFor.Revocation, WaitingOn.Office, 21, isOffice);
        if (award.Revocation is { ApprovedOn: null } proposed) yield return Line(view, WaitingFor.RevocationApproval, WaitingOn.Office, 21, isOffice && proposed.ProposedBy != me);
        if (award.Revocation is { Document: not null } done && (done.PlaqueOn is null || done.CertificateOn is null || done.PublishedOn is null)) yield return Line(view, WaitingFor.Return, WaitingOn.Office, 21, isOffice);
    }

    private static WaitingRow Line(HeldAwardView view, WaitingFor what, WaitingOn on, int article, bool isMine) =>
        new(what, on, null, view.Award.Entry.HolderName, [], 0, null, false, article, $"/awards?a={view.Award.Entry.Id}", isMine);

    /// <summary>The first few by name; of the rest only the number is told.</summary>
    private static ImmutableArray<string> Few(IEnumerable<string> names) => [.. names.Take(MostNames)];
}
