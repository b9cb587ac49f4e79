using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Awards;

/// <summary>What happened to the register of awards: the body of one ledger entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(AwardsTaken), "awardsTaken")]
[JsonDerivedType(typeof(BudgetSet), "budgetSet")]
[JsonDerivedType(typeof(PaymentRecorded), "paymentRecorded")]
[JsonDerivedType(typeof(WorkingFundsSet), "workingFundsSet")]
[JsonDerivedType(typeof(ExpenseRecorded), "expenseRecorded")]
[JsonDerivedType(typeof(ProvinceRecommended), "provinceRecommended")]
[JsonDerivedType(typeof(MatchRecorded), "matchRecorded")]
[JsonDerivedType(typeof(ReportReceived), "reportReceived")]
[JsonDerivedType(typeof(InvestigationClosed), "investigationClosed")]
[JsonDerivedType(typeof(RevocationProposed), "revocationProposed")]
[JsonDerivedType(typeof(RevocationApproved), "revocationApproved")]
[JsonDerivedType(typeof(RevocationDeclined), "revocationDeclined")]
[JsonDerivedType(typeof(ObjectReturned), "objectReturned")]
[JsonDerivedType(typeof(RecoveryRecorded), "recoveryRecorded")]
[JsonDerivedType(typeof(RevocationPublished), "revocationPublished")]
[JsonDerivedType(typeof(SelfReportRecorded), "selfReportRecorded")]
[JsonDerivedType(typeof(MidTermRecorded), "midTermRecorded")]
[JsonDerivedType(typeof(AwardExpired), "awardExpired")]
public abstract record AwardEvent;

/// <summary>An event of one award.</summary>
public interface IOfAward
{
    string Award { get; }
}

/// <param name="Codes">By which each is verified in public, in the order of the awards.</param>
public sealed record AwardsTaken(ImmutableArray<AwardEntry> Awards, ImmutableArray<string> Codes) : AwardEvent;

public sealed record BudgetSet(int Year, int Yuan, string Document) : AwardEvent;

public sealed record PaymentRecorded(string Award, int Yuan, DateOnly On, string Voucher, bool IsMatch) : AwardEvent, IOfAward;

public sealed record WorkingFundsSet(int Year, FundLine Line, int Yuan, string Document) : AwardEvent;

public sealed record ExpenseRecorded(FundLine Line, int Yuan, DateOnly On, string Purpose, string Document) : AwardEvent;

public sealed record ProvinceRecommended(string Award, string Document, DateOnly On) : AwardEvent, IOfAward;

/// <param name="Follows">Document of the recommendation it follows from, where there was one.</param>
public sealed record MatchRecorded(string Award, int Yuan, string Document, DateOnly On, string? Follows = null) : AwardEvent, IOfAward;

/// <param name="Report">Id of the report within the award: r1, r2 …</param>
public sealed record ReportReceived(string Award, string Report, string Text) : AwardEvent, IOfAward;

public sealed record InvestigationClosed(string Award, string Report, bool Founded, string Finding) : AwardEvent, IOfAward;

public sealed record RevocationProposed(string Award, string Report, RevocationGround Ground, DateOnly EventOn, string Reason) : AwardEvent, IOfAward;

/// <param name="ToRecoverYuan">What had been paid of the city's award money.</param>
public sealed record RevocationApproved(string Award, string Document, DateOnly On, int ToRecoverYuan) : AwardEvent, IOfAward;

public sealed record RevocationDeclined(string Award, string Report, string Document, DateOnly On) : AwardEvent, IOfAward;

public sealed record ObjectReturned(string Award, ReturnedObject What, DateOnly On) : AwardEvent, IOfAward;

public sealed record RecoveryRecorded(string Award, int Yuan, DateOnly On, string Voucher) : AwardEvent, IOfAward;

public sealed record RevocationPublished(string Award, DateOnly On, string Where) : AwardEvent, IOfAward;

public sealed record SelfReportRecorded(string Award, int Year, string Summary) : AwardEvent, IOfAward;

public sealed record MidTermRecorded(string Award, MidTermResult Result, DateOnly On, string Text) : AwardEvent, IOfAward;

/// <param name="Articles">What it follows from.</param>
public sealed record AwardExpired(string Award, ImmutableArray<int> Articles) : AwardEvent, IOfAward;
