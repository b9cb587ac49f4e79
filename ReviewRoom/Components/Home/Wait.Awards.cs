using ReviewRoom.Domain.Awards;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Home;

public sealed partial record Wait
{
    /// <summary>What the register of awards asks of finance or of the office.</summary>
    /// <param name="me">Who proposed a revocation waits for another to record its approval.</param>
    public static IReadOnlyList<Wait> OfAwards(AwardsView register, string me, DateOnly today) =>
        [.. register.Awards.SelectMany(a => (IEnumerable<Wait>)[.. register.KeepsMoney ? OfFinance(a) : [], .. register.Role == "office" ? OfOffice(a, me, today) : []]).OrderByDescending(w => w.IsMine).ThenBy(w => w.Kind)];

    private static IEnumerable<Wait> OfFinance(HeldAwardView view)
    {
        if (view.Award.OpenYuan + view.Award.OpenMatchYuan is > 0 and var owed) yield return Line(view, WaitKind.PayAward, owed);
        if (view.OutstandingYuan > 0) yield return Line(view, WaitKind.RecoverAward, view.OutstandingYuan);
    }

    private static IEnumerable<Wait> OfOffice(HeldAwardView view, string me, DateOnly today)
    {
        var award = view.Award;
        if (award.Reports.Count(r => r.Founded is null) is > 0 and var open) yield return Line(view, WaitKind.Investigate, open);
        if (award.Revocation is null && award.Reports.Any(r => r.MayBeProposedOn)) yield return Line(view, WaitKind.ProposeRevocation, 1);
        if (award.Revocation is { ApprovedOn: null, ProposedBy: var by }) yield return by == me ? Line(view, WaitKind.AwaitApproval, 1, isMine: false) : Line(view, WaitKind.ApproveRevocation, 1);
        if (award.Revocation is { Document: not null } done && new[] { done.PlaqueOn, done.CertificateOn, done.PublishedOn }.Count(day => day is null) is > 0 and var left) yield return Line(view, WaitKind.TakeBack, left);
        if (award.IsMidTermDue(today)) yield return Line(view, WaitKind.MidTerm, 1);
        if (view.Standing == AwardStanding.Valid && award.Entry.ValidUntil.DayNumber - today.DayNumber is <= AwardWords.SoonDays and var days) yield return Line(view, WaitKind.AwardExpires, days, isMine: false);
    }

    private static Wait Line(HeldAwardView view, WaitKind kind, int n, bool isMine = true) => new(kind, view.Award.Entry.SessionTitle, view.Award.Entry.HolderName, $"/awards?a={view.Award.Entry.Id}", n, isMine);
}
