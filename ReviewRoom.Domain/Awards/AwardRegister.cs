using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Awards;

/// <summary>The register of awards after conferral (Articles 4, 7, 19 to 23, 25): validity, money, reports, revocation. One for all sessions.</summary>
public sealed partial record AwardRegister : IStreamState<AwardRegister, AwardAct, AwardEvent>
{
    private AwardRegister(string id) => Id = id;

    public static AwardRegister Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }

    /// <summary>In the order in which they were taken in.</summary>
    public ImmutableArray<HeldAward> Awards { get; init; } = [];

    /// <summary>By year, in yuan.</summary>
    public ImmutableSortedDictionary<int, BudgetSet> Budgets { get; init; } = ImmutableSortedDictionary<int, BudgetSet>.Empty;

    /// <summary>Lines of working funds, by year and line.</summary>
    public ImmutableArray<WorkingFund> Funds { get; init; } = [];

    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public HeldAward? Find(string award) => Awards.FirstOrDefault(a => a.Entry.Id == award);

    /// <summary>Money left of a year's budget; a year without one has none.</summary>
    [Article(25)]
    public int LeftOf(int year) => (Budgets.GetValueOrDefault(year)?.Yuan ?? 0) - Awards.Sum(a => a.Payments.Where(p => p.On.Year == year).Sum(p => p.Yuan));

    /// <summary>Awards whose last day of validity is past and whose expiry is not noted yet.</summary>
    public IEnumerable<HeldAward> Expiring(DateOnly today) => Awards.Where(a => !a.IsExpiryNoted && a.StandingOn(today) == AwardStanding.Expired);

    public AwardRegister Apply(AwardEvent happened, Stamp stamp) =>
        Noting(Next(happened, stamp), happened, stamp) with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };

    private AwardRegister Next(AwardEvent happened, Stamp stamp) => happened switch
    {
        AwardsTaken e => this with { Awards = [.. Awards, .. e.Awards.Zip(e.Codes, (entry, code) => Taken(entry, code, stamp))] },
        BudgetSet e => this with { Budgets = Budgets.SetItem(e.Year, e) },
        PaymentRecorded e => With(e.Award, a => a with { Payments = a.Payments.Add(new PaymentMade(e.Yuan, e.On, e.Voucher, e.IsMatch, stamp.Actor)) }),
        WorkingFundsSet or ExpenseRecorded => this with { Funds = WorkingFund.After(Funds, happened) },
        ProvinceRecommended e => With(e.Award, a => a with { Recommendations = a.Recommendations.Add(new ProvincialRecommendation(e.Document, e.On)) }),
        MatchRecorded e => With(e.Award, a => a with { MatchYuan = e.Yuan, MatchDocument = e.Document, MatchFollows = e.Follows }),
        ReportReceived e => With(e.Award, a => a with { Reports = a.Reports.Add(new ReportAgainst(e.Report, e.Text, stamp.At, null, null)) }),
        InvestigationClosed e => With(e.Award, a => a with { Reports = [.. a.Reports.Select(r => r.Id == e.Report ? r with { Founded = e.Founded, Finding = e.Finding } : r)] }),
        RevocationProposed e => With(e.Award, a => a with { Revocation = new Revocation(e.Ground, e.EventOn, e.Reason, stamp.Actor, null, null, 0, [], null, null, null, null) { Report = e.Report } }),
        RevocationDeclined e => With(e.Award, a => a with { Revocation = null, Reports = [.. a.Reports.Select(r => r.Id == e.Report ? r with { IsDeclined = true } : r)] }),
        RevocationApproved e => Revoking(e.Award, r => r with { Document = e.Document, ApprovedOn = e.On, ToRecoverYuan = e.ToRecoverYuan }),
        ObjectReturned e => Revoking(e.Award, r => e.What == ReturnedObject.Plaque ? r with { PlaqueOn = e.On } : r with { CertificateOn = e.On }),
        RecoveryRecorded e => Revoking(e.Award, r => r with { Recoveries = r.Recoveries.Add(new PaymentMade(e.Yuan, e.On, e.Voucher, false, stamp.Actor)) }),
        RevocationPublished e => Revoking(e.Award, r => r with { PublishedOn = e.On, PublishedWhere = e.Where }),
        SelfReportRecorded e => With(e.Award, a => a with { SelfReports = a.SelfReports.Add(new SelfReport(e.Year, e.Summary, stamp.At)) }),
        MidTermRecorded e => With(e.Award, a => a with { MidTerm = new MidTermCheck(e.Result, e.On, e.Text) }),
        AwardExpired e => With(e.Award, a => a with { IsExpiryNoted = true }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static HeldAward Taken(AwardEntry entry, string code, Stamp stamp) =>
        HeldAward.Of(entry, code) with { History = [new HistoryEntry(stamp.Version, stamp.At, stamp.Actor, new AwardsTaken([entry], [code]))] };

    private static AwardRegister Noting(AwardRegister register, AwardEvent happened, Stamp stamp) => happened is IOfAward { Award: var award }
        ? register.With(award, a => a with { History = a.History.Add(new HistoryEntry(stamp.Version, stamp.At, stamp.Actor, happened)) })
        : register;

    private AwardRegister With(string award, Func<HeldAward, HeldAward> change) => this with { Awards = [.. Awards.Select(a => a.Entry.Id == award ? change(a) : a)] };

    private AwardRegister Revoking(string award, Func<Revocation, Revocation> change) => With(award, a => a with { Revocation = a.Revocation is { } r ? change(r) : null });

    private static string ReportId(HeldAward award) => string.Create(CultureInfo.InvariantCulture, $"r{award.Reports.Length + 1}");
}
