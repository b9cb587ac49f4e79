using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>A request to one application of a session. JSON: <c>{"act":"saveForm", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(InviteApplicant), "invite")]
[JsonDerivedType(typeof(LinkApplicant), "linkApplicant")]
[JsonDerivedType(typeof(SaveForm), "saveForm")]
[JsonDerivedType(typeof(SaveDossier), "saveDossier")]
[JsonDerivedType(typeof(AddFiles), "addFiles")]
[JsonDerivedType(typeof(RemoveFile), "removeFile")]
[JsonDerivedType(typeof(BeginInternalNotice), "beginInternalNotice")]
[JsonDerivedType(typeof(StopInternalNotice), "stopInternalNotice")]
[JsonDerivedType(typeof(SubmitApplication), "submit")]
[JsonDerivedType(typeof(AnswerCorrection), "answerCorrection")]
[JsonDerivedType(typeof(WithdrawApplication), "withdraw")]
[JsonDerivedType(typeof(RecommendApplicant), "recommend")]
[JsonDerivedType(typeof(DeclineToRecommend), "declineToRecommend")]
[JsonDerivedType(typeof(WithdrawRecommendation), "withdrawRecommendation")]
[JsonDerivedType(typeof(CheckCondition), "checkCondition")]
[JsonDerivedType(typeof(AskCorrection), "askCorrection")]
[JsonDerivedType(typeof(AcceptApplication), "accept")]
[JsonDerivedType(typeof(RejectApplication), "reject")]
[JsonDerivedType(typeof(CloseUnsubmitted), "closeUnsubmitted")]
[JsonDerivedType(typeof(PassCorrectionDue), "passCorrectionDue")]
[JsonDerivedType(typeof(NoteCarried), "noteCarried")]
public abstract record ApplicationAct
{
    /// <summary>The session's terms at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public ApplicationTerms Terms { get; init; } = ApplicationTerms.None;
}

/// <summary>Invites an applicant: the first entry of an application. By the office, or by a county government or department for one of its own.</summary>
/// <param name="Body">Id of the county government or department it goes to.</param>
/// <param name="PersonId">The account that acts for the applicant.</param>
[Article(7, 13)]
public sealed record InviteApplicant(string Name, ApplicantKind Kind, Grade Grade, string Body, string PersonId) : ApplicationAct;

/// <summary>Gives the application another account; the earlier one acts for it no more.</summary>
public sealed record LinkApplicant(string PersonId, string Reason) : ApplicationAct;

/// <summary>Saves the whole form; an earlier one is replaced and stays on record.</summary>
[Article(13)]
public sealed record SaveForm(ApplicationForm Form) : ApplicationAct;

/// <summary>Saves the self-evaluation report.</summary>
/// <param name="Text">SHA-256 (lower-case hex) of the Markdown, which is kept outside the ledger.</param>
[Article(13)]
public sealed record SaveDossier(string Text) : ApplicationAct;

public sealed record AddFiles(ImmutableArray<Attachment> Files) : ApplicationAct;

public sealed record RemoveFile(string File) : ApplicationAct;

/// <summary>Begins the applicant's internal notice (内部公示): so many working days from the day after.</summary>
/// <param name="Where">Where it hangs; 1 to 200 characters.</param>
[Article(13)]
public sealed record BeginInternalNotice(string Where) : ApplicationAct;

/// <summary>Takes the internal notice down, so that the application can be changed; it begins anew.</summary>
public sealed record StopInternalNotice(string Reason) : ApplicationAct;

/// <summary>Submits the application to its county government or department, after the internal notice and until the deadline.</summary>
/// <param name="Objections">How many came in during the internal notice.</param>
/// <param name="Handled">What became of them; needed where there were any.</param>
[Article(13)]
public sealed record SubmitApplication(int Objections = 0, string? Handled = null) : ApplicationAct;

/// <summary>Answers a correction that was asked for, with what has been changed.</summary>
[Article(13, 15)]
public sealed record AnswerCorrection(string Answer) : ApplicationAct;

/// <summary>Withdraws the application, until the session's public notice.</summary>
[Article(13)]
public sealed record WithdrawApplication(string Reason) : ApplicationAct;

/// <summary>How one condition was found.</summary>
public enum CheckResult { Met, NotMet, Open }

/// <summary>How the recommending body found one condition.</summary>
public sealed record LocalFinding(string Condition, CheckResult Result, string? Text = null);

/// <summary>A county government or department recommends an applicant of its own.</summary>
/// <param name="Submission">Number of the submission it has looked at.</param>
/// <param name="Document">Number of its letter.</param>
/// <param name="On">Day of its letter.</param>
/// <param name="NoticeFrom">First day of its local notice.</param>
/// <param name="NoticeTo">Last day of it.</param>
/// <param name="Departments">Departments that were asked.</param>
/// <param name="LocalCheck">One for each condition the applicant speaks to; one that is not met is not recommended.</param>
/// <param name="Text">Up to 4,000 characters.</param>
/// <param name="Countersigned">Id of a body that joins in, as the high-tech zone does.</param>
[Article(7, 14)]
public sealed record RecommendApplicant(
    int Submission, string Document, DateOnly On, DateOnly NoticeFrom, DateOnly NoticeTo, ImmutableArray<string> Departments, ImmutableArray<LocalFinding> LocalCheck, string Text,
    string? Countersigned = null) : ApplicationAct;

[Article(7, 14)]
public sealed record DeclineToRecommend(int Submission, string Reason) : ApplicationAct;

/// <summary>Takes a recommendation back, until the application is accepted or rejected.</summary>
[Article(7, 14)]
public sealed record WithdrawRecommendation(string Reason) : ApplicationAct;

/// <summary>What the office found of one condition; a later finding replaces it and both stay on record.</summary>
/// <param name="Submission">Number of the submission it has looked at.</param>
/// <param name="Evidence">Papers it rests on.</param>
[Article(15)]
public sealed record CheckCondition(int Submission, string Condition, CheckResult Result, ImmutableArray<string> Evidence, string Text) : ApplicationAct;

/// <param name="Why">1 to 1,000 characters.</param>
public sealed record CorrectionPoint(string Condition, string Why);

/// <summary>Asks the applicant for a correction; there may be several rounds.</summary>
[Article(15)]
public sealed record AskCorrection(int Submission, ImmutableArray<CorrectionPoint> Points, DateTimeOffset Due) : ApplicationAct;

/// <summary>Accepts the application, which the program then carries into the session's register.</summary>
[Article(15)]
public sealed record AcceptApplication(int Submission, string? Reason = null) : ApplicationAct;

/// <summary>Rejects the application; the condition that is not met names the article.</summary>
[Article(15)]
public sealed record RejectApplication(int Submission, string Condition, string Reason) : ApplicationAct;

/// <summary>What happens by itself when the deadline has passed over an application that was not submitted. Asked by the program alone.</summary>
[Article(13)]
public sealed record CloseUnsubmitted : ApplicationAct;

/// <summary>What happens by itself when a correction is overdue. Asked by the program alone.</summary>
[Article(15)]
public sealed record PassCorrectionDue : ApplicationAct;

/// <summary>The accepted application stands in the session's register. Asked by the program alone.</summary>
/// <param name="Register">Stream of the register.</param>
public sealed record NoteCarried(string Register) : ApplicationAct;
