using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Awards;

/// <summary>How an award stands on a day.</summary>
public enum AwardStanding { Valid, Expired, Revoked }

/// <summary>How the money of an award stands; a repeat winner is owed nothing.</summary>
public enum MoneyStanding { NothingOwed, Owed, Paid, RecoveryOpen, Recovered }

public sealed record PaymentMade(int Yuan, DateOnly On, string Voucher, bool IsMatch, string By);

/// <param name="Id">r1, r2 …</param>
/// <param name="Founded">Absent while it is investigated.</param>
public sealed record ReportAgainst(string Id, string Text, DateTimeOffset At, bool? Founded, string? Finding)
{
    /// <summary>The city government did not approve the revocation proposed on it.</summary>
    public bool IsDeclined { get; init; }

    /// <summary>Found true, and not spent on a proposal that was declined.</summary>
    public bool MayBeProposedOn => Founded == true && !IsDeclined;
}

public sealed record SelfReport(int Year, string Summary, DateTimeOffset At);

/// <summary>The mid-term check of an award.</summary>
public sealed record MidTermCheck(MidTermResult Result, DateOnly On, string Text);

/// <summary>A recommendation for the provincial award (Article 20).</summary>
public sealed record ProvincialRecommendation(string Document, DateOnly On);

/// <summary>A revocation on its way, or done.</summary>
/// <param name="ProposedBy">Person id.</param>
/// <param name="Document">Of the city government's approval, once it is there.</param>
public sealed record Revocation(
    RevocationGround Ground, DateOnly? EventOn, string? Reason, string? ProposedBy, string? Document, DateOnly? ApprovedOn, int ToRecoverYuan, ImmutableArray<PaymentMade> Recoveries,
    DateOnly? PlaqueOn, DateOnly? CertificateOn, DateOnly? PublishedOn, string? PublishedWhere)
{
    /// <summary>The report it was proposed on; absent where the award was revoked before the register began.</summary>
    public string? Report { get; init; }

    public int OutstandingYuan => ToRecoverYuan - Recoveries.Sum(r => r.Yuan);
}

/// <summary>An entry of the ledger about an award.</summary>
/// <param name="Number">Of the entry in the register's stream.</param>
/// <param name="By">Person id.</param>
public sealed record HistoryEntry(long? Number, DateTimeOffset At, string By, AwardEvent What);

/// <summary>A conferred award in the register, with what came after: money, reports, revocation, expiry.</summary>
/// <param name="Code">By which it is verified in public.</param>
/// <param name="MatchYuan">Sum of Article 20, once the province's document is recorded.</param>
[Article(4, 19, 20, 21, 23)]
public sealed record HeldAward(
    AwardEntry Entry, string Code, ImmutableArray<PaymentMade> Payments, int MatchYuan, string? MatchDocument, ImmutableArray<ReportAgainst> Reports, ImmutableArray<SelfReport> SelfReports,
    Revocation? Revocation, bool IsExpiryNoted)
{
    /// <summary>For the provincial award, in the order in which they were recorded.</summary>
    public ImmutableArray<ProvincialRecommendation> Recommendations { get; init; } = [];

    /// <summary>Document of the recommendation the provincial award follows from; absent without one.</summary>
    public string? MatchFollows { get; init; }

    /// <summary>Months from the conferral to the mid-term check: half of five years.</summary>
    public const int MidTermMonths = 30;

    public MidTermCheck? MidTerm { get; init; }

    /// <summary>The award is valid, no revocation is on its way, and its mid-term check is due and not recorded.</summary>
    [Article(7)]
    public bool IsMidTermDue(DateOnly today) => MidTerm is null && Revocation is null && StandingOn(today) == AwardStanding.Valid && today >= Entry.ConferredOn.AddMonths(MidTermMonths);

    /// <summary>Every entry about this award, the oldest first.</summary>
    public ImmutableArray<HistoryEntry> History { get; init; } = [];

    public static HeldAward Of(AwardEntry entry, string code) => new(
        entry, code, [], 0, null, [], [],
        entry.Revoked is { } past ? new Revocation(past.Ground, null, null, null, null, past.ApprovedOn, entry.PaidYuan, past.RecoveredYuan > 0 ? [new PaymentMade(past.RecoveredYuan, past.ApprovedOn, "", false, "")] : [], null, null, null, null) : null, false);

    public int PaidYuan => Entry.PaidYuan + Payments.Where(p => !p.IsMatch).Sum(p => p.Yuan);

    public int MatchPaidYuan => Payments.Where(p => p.IsMatch).Sum(p => p.Yuan);

    /// <summary>Still to be paid of Article 19; nothing to who has lost the award.</summary>
    public int OpenYuan => IsRevoked ? 0 : Entry.OwedYuan - PaidYuan;

    /// <summary>Still to be paid of Article 20.</summary>
    public int OpenMatchYuan => IsRevoked ? 0 : MatchYuan - MatchPaidYuan;

    public bool IsRevoked => Revocation is { ApprovedOn: not null };

    /// <summary>Valid to the day before the fifth anniversary; a revoked award is neither valid nor expired.</summary>
    public AwardStanding StandingOn(DateOnly day) => IsRevoked ? AwardStanding.Revoked : day > Entry.ValidUntil ? AwardStanding.Expired : AwardStanding.Valid;

    public MoneyStanding Money => this switch
    {
        { IsRevoked: true, Revocation: { ToRecoverYuan: > 0, OutstandingYuan: > 0 } } => MoneyStanding.RecoveryOpen,
        { IsRevoked: true, Revocation.ToRecoverYuan: > 0 } => MoneyStanding.Recovered,
        { IsRevoked: true } => MoneyStanding.NothingOwed,
        { Entry.OwedYuan: 0, MatchYuan: 0 } => MoneyStanding.NothingOwed,
        _ => PaidYuan < Entry.OwedYuan || MatchPaidYuan < MatchYuan ? MoneyStanding.Owed : MoneyStanding.Paid,
    };
}
