using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Domain.Awards;

public sealed partial record AwardRegister
{
    public const int LongestText = 4_000;
    public const int LongestDocument = 200;
    public const int MostYuan = 100_000_000;

    /// <summary>Money is recorded by finance, expiry by the program, all else by the office; the supervisor reads; to all others there is no register but its public form.</summary>
    public Outcome<AwardEvent> Decide(AwardAct act, Asking asking)
    {
        var (by, today) = (asking.By, ChinaTime.DayOf(asking.At));
        var isOffice = by.Roles.HasFlag(Roles.Office);
        if (act is NoteExpiry expiry) return by == Person.System ? DecideExpiry(expiry, today) : RefusalCode.NotAllowed;
        if (act is TakeAwards take) return isOffice || by == Person.System ? DecideTaking(take, asking) : Reader(by);
        if (act is RecordPayment or RecordRecovery or SetBudget or SetWorkingFunds or RecordExpense) return by.Roles.HasFlag(Roles.Finance) ? DecideMoney(act, today) : isOffice ? RefusalCode.NotAllowed : Reader(by);
        if (!isOffice) return Reader(by);
        return act switch
        {
            RecommendForProvince recommend => DecideRecommendation(recommend, today),
            RecordMatch match => DecideMatch(match, today),
            ReceiveReport report => DecideReport(report),
            CloseInvestigation close => DecideInvestigation(close),
            ProposeRevocation propose => DecideProposal(propose, today),
            ApproveRevocation approve => DecideApproval(approve, by, today),
            DeclineRevocation decline => DecideDecline(decline, by, today),
            RecordReturn returned => DecideReturn(returned, today),
            PublishRevocation publish => DecidePublication(publish, today),
            RecordSelfReport report => DecideSelfReport(report, today),
            RecordMidTerm check => DecideMidTerm(check, today),
            _ => RefusalCode.NotAllowed,
        };
    }

    private static RefusalCode Reader(Person by) => by.Roles.HasFlag(Roles.Supervisor) || by.Roles.HasFlag(Roles.Finance) ? RefusalCode.NotAllowed : RefusalCode.NotFound;

    private Outcome<AwardEvent> DecideTaking(TakeAwards act, Asking asking)
    {
        if (act.Awards.IsDefaultOrEmpty || act.Awards.GroupBy(a => a.Id, StringComparer.Ordinal).Any(g => g.Count() > 1)) return Refusal.Malformed("awards");
        if (act.Awards.Any(a => !Register.IsId(a.Id) || !Register.IsName(a.HolderName) || a.ValidUntil < a.ConferredOn || a.CreditCode is { Length: > 18 } || a.OwedYuan is < 0 or > MostYuan || a.PaidYuan < 0 || a.PaidYuan > a.OwedYuan)) return Refusal.Malformed("awards");
        if (act.Awards.Any(a => a.Revoked is { } past && (past.RecoveredYuan < 0 || past.RecoveredYuan > a.PaidYuan))) return Refusal.Malformed("awards");
        if (act.Awards.Any(a => Find(a.Id) is not null)) return RefusalCode.AlreadySettled;
        return new AwardsTaken(act.Awards, [.. act.Awards.Select(a => Canonical.Hash([.. asking.Entropy.Span, .. Encoding.UTF8.GetBytes(a.Id)])[..16])]);
    }

    private Outcome<AwardEvent> DecideMoney(AwardAct act, DateOnly today) => act switch
    {
        SetBudget budget => DecideBudget(budget),
        SetWorkingFunds funds => DecideFunds(funds),
        RecordExpense expense => DecideExpense(expense, today),
        RecordPayment payment => DecidePayment(payment, today),
        RecordRecovery recovery => DecideRecovery(recovery, today),
        _ => RefusalCode.NotAllowed,
    };

    [Article(25)]
    private Outcome<AwardEvent> DecideBudget(SetBudget act)
    {
        if (act.Year is < 2000 or > 2100) return Refusal.Malformed("year");
        if (act.Yuan is < 0 or > MostYuan || act.Yuan < (Budgets.GetValueOrDefault(act.Year)?.Yuan ?? 0) - LeftOf(act.Year)) return Refusal.Malformed("yuan");
        if (!IsDocument(act.Document)) return Refusal.Malformed("document");
        return new BudgetSet(act.Year, act.Yuan, act.Document.Trim());
    }

    /// <summary>Never more than is owed, never more than the year's budget holds, never to who has lost the award.</summary>
    [Article(19, 20, 23, 25)]
    private Outcome<AwardEvent> DecidePayment(RecordPayment act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.IsRevoked) return RefusalCode.AwardRevoked;
        if (act.On > today || act.On < award.Entry.ConferredOn) return Refusal.Malformed("on");
        if (!IsDocument(act.Voucher)) return Refusal.Malformed("voucher");
        var open = act.IsMatch ? award.MatchYuan - award.MatchPaidYuan : award.Entry.OwedYuan - award.PaidYuan;
        if (open == 0) return RefusalCode.NothingOwed;
        if (act.Yuan < 1 || act.Yuan > open) return Refusal.Malformed("yuan");
        return act.Yuan > LeftOf(act.On.Year) ? RefusalCode.BudgetExceeded : new PaymentRecorded(act.Award, act.Yuan, act.On, act.Voucher.Trim(), act.IsMatch);
    }

    [Article(20)]
    private Outcome<AwardEvent> DecideMatch(RecordMatch act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.IsRevoked) return RefusalCode.AwardRevoked;
        if (award.MatchDocument is not null) return RefusalCode.AlreadySettled;
        if (act.On > today) return Refusal.Malformed("on");
        if (act.Yuan is < 1 or > MostYuan) return Refusal.Malformed("yuan");
        return IsDocument(act.Document) ? new MatchRecorded(act.Award, act.Yuan, act.Document.Trim(), act.On, award.Recommendations.LastOrDefault(r => r.On <= act.On)?.Document) : Refusal.Malformed("document");
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideReport(ReceiveReport act)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.IsRevoked) return RefusalCode.AwardRevoked;
        return Worded(act.Text, "text") ?? (Outcome<AwardEvent>)new ReportReceived(act.Award, ReportId(award), act.Text.Trim());
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideInvestigation(CloseInvestigation act)
    {
        if (Find(act.Award)?.Reports.FirstOrDefault(r => r.Id == act.Report) is not { } report) return RefusalCode.NotFound;
        if (report.Founded is not null) return RefusalCode.AlreadySettled;
        return Worded(act.Finding, "finding") ?? (Outcome<AwardEvent>)new InvestigationClosed(act.Award, act.Report, act.Founded, act.Finding.Trim());
    }

    /// <summary>Only on a report found true; an accident or breach outside the validity is no ground, fraud always is.</summary>
    [Article(21)]
    private Outcome<AwardEvent> DecideProposal(ProposeRevocation act, DateOnly today)
    {
        if (Find(act.Award) is not { } award || award.Reports.FirstOrDefault(r => r.Id == act.Report) is not { } report) return RefusalCode.NotFound;
        if (award.Revocation is not null) return RefusalCode.AlreadySettled;
        if (!report.MayBeProposedOn) return RefusalCode.ReportNotFounded;
        if (act.EventOn > today) return Refusal.Malformed("eventOn");
        if (act.Ground != RevocationGround.Fraud && (act.EventOn < award.Entry.ConferredOn || act.EventOn > award.Entry.ValidUntil)) return RefusalCode.OutsideValidity;
        return Worded(act.Reason, "reason") ?? (Outcome<AwardEvent>)new RevocationProposed(act.Award, act.Report, act.Ground, act.EventOn, act.Reason.Trim());
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideApproval(ApproveRevocation act, Person by, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.Revocation is not { } revocation) return RefusalCode.NotProposed;
        if (revocation.ApprovedOn is not null) return RefusalCode.AlreadySettled;
        if (revocation.ProposedBy == by.Id) return RefusalCode.SamePerson;
        if (act.On > today) return Refusal.Malformed("on");
        return IsDocument(act.Document) ? new RevocationApproved(act.Award, act.Document.Trim(), act.On, award.PaidYuan) : Refusal.Malformed("document");
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideDecline(DeclineRevocation act, Person by, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.Revocation is not { Report: { } report } revocation) return award.IsRevoked ? RefusalCode.AlreadySettled : RefusalCode.NotProposed;
        if (revocation.ApprovedOn is not null) return RefusalCode.AlreadySettled;
        if (revocation.ProposedBy == by.Id) return RefusalCode.SamePerson;
        if (act.On > today) return Refusal.Malformed("on");
        return IsDocument(act.Document) ? new RevocationDeclined(act.Award, report, act.Document.Trim(), act.On) : Refusal.Malformed("document");
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideReturn(RecordReturn act, DateOnly today)
    {
        if (Find(act.Award)?.Revocation is not { ApprovedOn: { } approved } revocation) return RefusalCode.NotRevoked;
        if ((act.What == ReturnedObject.Plaque ? revocation.PlaqueOn : revocation.CertificateOn) is not null) return RefusalCode.AlreadySettled;
        return act.On > today || act.On < approved ? Refusal.Malformed("on") : new ObjectReturned(act.Award, act.What, act.On);
    }

    [Article(21)]
    private Outcome<AwardEvent> DecideRecovery(RecordRecovery act, DateOnly today)
    {
        if (Find(act.Award)?.Revocation is not { ApprovedOn: { } approved } revocation) return RefusalCode.NotRevoked;
        if (revocation.OutstandingYuan == 0) return RefusalCode.NothingOwed;
        if (act.Yuan < 1 || act.Yuan > revocation.OutstandingYuan) return Refusal.Malformed("yuan");
        if (act.On > today || act.On < approved) return Refusal.Malformed("on");
        return IsDocument(act.Voucher) ? new RecoveryRecorded(act.Award, act.Yuan, act.On, act.Voucher.Trim()) : Refusal.Malformed("voucher");
    }

    [Article(21)]
    private Outcome<AwardEvent> DecidePublication(PublishRevocation act, DateOnly today)
    {
        if (Find(act.Award)?.Revocation is not { ApprovedOn: { } approved } revocation) return RefusalCode.NotRevoked;
        if (revocation.PublishedOn is not null) return RefusalCode.AlreadySettled;
        if (act.On > today || act.On < approved) return Refusal.Malformed("on");
        return IsDocument(act.Where) ? new RevocationPublished(act.Award, act.On, act.Where.Trim()) : Refusal.Malformed("where");
    }

    [Article(7)]
    private Outcome<AwardEvent> DecideSelfReport(RecordSelfReport act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.StandingOn(today) != AwardStanding.Valid) return RefusalCode.OutsideValidity;
        if (act.Year < award.Entry.ConferredOn.Year || act.Year > today.Year) return Refusal.Malformed("year");
        if (award.SelfReports.Any(r => r.Year == act.Year)) return RefusalCode.AlreadySettled;
        return Worded(act.Summary, "summary") ?? (Outcome<AwardEvent>)new SelfReportRecorded(act.Award, act.Year, act.Summary.Trim());
    }

    [Article(4)]
    private Outcome<AwardEvent> DecideExpiry(NoteExpiry act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.IsExpiryNoted) return RefusalCode.AlreadySettled;
        return award.StandingOn(today) == AwardStanding.Expired ? new AwardExpired(act.Award, [4]) : RefusalCode.NotDue;
    }

    private static bool IsDocument(string text) => text?.Trim() is { Length: > 0 and <= LongestDocument };

    private static Refusal? Worded(string text, string field) => Refusal.OfText(text, field, LongestText);
}
