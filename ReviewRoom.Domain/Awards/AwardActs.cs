using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Awards;

/// <summary>A request to the register of awards. JSON: <c>{"act":"recordPayment", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TakeAwards), "takeAwards")]
[JsonDerivedType(typeof(SetBudget), "setBudget")]
[JsonDerivedType(typeof(RecordPayment), "recordPayment")]
[JsonDerivedType(typeof(SetWorkingFunds), "setWorkingFunds")]
[JsonDerivedType(typeof(RecordExpense), "recordExpense")]
[JsonDerivedType(typeof(RecommendForProvince), "recommendForProvince")]
[JsonDerivedType(typeof(RecordMatch), "recordMatch")]
[JsonDerivedType(typeof(ReceiveReport), "receiveReport")]
[JsonDerivedType(typeof(CloseInvestigation), "closeInvestigation")]
[JsonDerivedType(typeof(ProposeRevocation), "proposeRevocation")]
[JsonDerivedType(typeof(ApproveRevocation), "approveRevocation")]
[JsonDerivedType(typeof(DeclineRevocation), "declineRevocation")]
[JsonDerivedType(typeof(RecordReturn), "recordReturn")]
[JsonDerivedType(typeof(RecordRecovery), "recordRecovery")]
[JsonDerivedType(typeof(PublishRevocation), "publishRevocation")]
[JsonDerivedType(typeof(RecordSelfReport), "recordSelfReport")]
[JsonDerivedType(typeof(RecordMidTerm), "recordMidTerm")]
[JsonDerivedType(typeof(NoteExpiry), "noteExpiry")]
public abstract record AwardAct;

/// <summary>Takes awards in: of a session that was conferred, by the program; of earlier sessions, by the office.</summary>
public sealed record TakeAwards(ImmutableArray<AwardEntry> Awards) : AwardAct;

/// <summary>An award as it was conferred.</summary>
/// <param name="Id">1 to 40 letters, digits and <c>- _ .</c>.</param>
/// <param name="Number">Of plaque and certificate within the session; absent where none is known.</param>
/// <param name="ValidUntil">Last day.</param>
/// <param name="OwedYuan">One-off money of Article 19; 0 for a repeat winner (Article 23).</param>
/// <param name="CreditCode">Of an organisation, where it is known.</param>
/// <param name="PaidYuan">What was paid before the register began.</param>
/// <param name="Revoked">Of an award that was taken back before the register began.</param>
public sealed record AwardEntry(
    string Id, string Session, string SessionTitle, int? Number, Grade Grade, ApplicantKind Kind, string Holder, string HolderName, DateOnly ConferredOn, DateOnly ValidUntil, int OwedYuan, bool IsRepeat,
    int PaidYuan = 0, PastRevocation? Revoked = null, string? CreditCode = null);

/// <param name="RecoveredYuan">What has come back of the money.</param>
public sealed record PastRevocation(RevocationGround Ground, DateOnly ApprovedOn, int RecoveredYuan);

/// <summary>The award money in the city's budget of a year (Article 25).</summary>
[Article(25)]
public sealed record SetBudget(int Year, int Yuan, string Document) : AwardAct;

/// <summary>What working funds are spent on.</summary>
[Article(25)]
public enum FundLine { Review, Experts, Meetings, Publicity, Other }

/// <summary>A line of working funds in the city's budget of a year (Article 25), beside the award money. A later one replaces it.</summary>
[Article(25)]
public sealed record SetWorkingFunds(int Year, FundLine Line, int Yuan, string Document) : AwardAct;

/// <summary>An expense of finance from a line of working funds; it counts in the year of its day.</summary>
/// <param name="Document">Of the expense: a voucher, a contract.</param>
[Article(25)]
public sealed record RecordExpense(FundLine Line, int Yuan, DateOnly On, string Purpose, string Document) : AwardAct;

/// <summary>The city recommends a holder for the provincial award first (Article 20); again for a later provincial session by another document.</summary>
[Article(20)]
public sealed record RecommendForProvince(string Award, string Document, DateOnly On) : AwardAct;

/// <summary>A payment of finance to a winner; counted against the budget of its year.</summary>
/// <param name="IsMatch">Of the sum that matches a provincial award (Article 20), not of Article 19.</param>
[Article(19, 20, 25)]
public sealed record RecordPayment(string Award, int Yuan, DateOnly On, string Voucher, bool IsMatch = false) : AwardAct;

/// <summary>The holder has won the provincial award: the city gives the same sum once (Article 20).</summary>
[Article(20)]
public sealed record RecordMatch(string Award, int Yuan, string Document, DateOnly On) : AwardAct;

/// <summary>A report (举报) against a holder (Article 21). Who it is from stands nowhere here.</summary>
[Article(21)]
public sealed record ReceiveReport(string Award, string Text) : AwardAct;

/// <summary>Ends the investigation of a report.</summary>
[Article(21)]
public sealed record CloseInvestigation(string Award, string Report, bool Founded, string Finding) : AwardAct;

/// <summary>Why an award is taken back (Article 21).</summary>
[Article(21)]
public enum RevocationGround { Fraud, QualityAccident, SafetyAccident, EnvironmentAccident, HealthAccident, SeriousBreach }

/// <summary>The office asks the city government to approve a revocation, on a report found true.</summary>
/// <param name="EventOn">The day of the accident or breach; for all grounds but fraud it lies within the validity.</param>
[Article(21)]
public sealed record ProposeRevocation(string Award, string Report, RevocationGround Ground, DateOnly EventOn, string Reason) : AwardAct;

/// <summary>The city government's approval of a revocation, recorded by another of the office than the one who proposed it.</summary>
[Article(21)]
public sealed record ApproveRevocation(string Award, string Document, DateOnly On) : AwardAct;

/// <summary>The city government did not approve: the award stands, and the same report carries no second proposal. Recorded by another of the office than the one who proposed it.</summary>
[Article(21)]
public sealed record DeclineRevocation(string Award, string Document, DateOnly On) : AwardAct;

public enum ReturnedObject { Plaque, Certificate }

[Article(21)]
public sealed record RecordReturn(string Award, ReturnedObject What, DateOnly On) : AwardAct;

/// <summary>Money that has come back of a revoked award, recorded by finance.</summary>
[Article(21)]
public sealed record RecordRecovery(string Award, int Yuan, DateOnly On, string Voucher) : AwardAct;

[Article(21)]
public sealed record PublishRevocation(string Award, DateOnly On, string Where) : AwardAct;

/// <summary>A winner's yearly report while the award is valid (Article 7: counties and departments supervise winners).</summary>
[Article(7)]
public sealed record RecordSelfReport(string Award, int Year, string Summary) : AwardAct;

/// <summary>How a holder keeps the conditions at the middle of the validity.</summary>
[Article(7)]
public enum MidTermResult { Kept, ToImprove, NotKept }

/// <summary>The mid-term check of a valid award, from two and a half years after its conferral on (Article 7: winners are supervised). It takes no award back by itself.</summary>
[Article(7)]
public sealed record RecordMidTerm(string Award, MidTermResult Result, DateOnly On, string Text) : AwardAct;

/// <summary>What happens by itself the day after the last day of validity. Asked by the program alone.</summary>
[Article(4)]
public sealed record NoteExpiry(string Award) : AwardAct;
