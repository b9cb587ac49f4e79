using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>What happened to an application: the body of one ledger entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(ApplicantInvited), "applicantInvited")]
[JsonDerivedType(typeof(ApplicantLinked), "applicantLinked")]
[JsonDerivedType(typeof(FormSaved), "formSaved")]
[JsonDerivedType(typeof(DossierSaved), "dossierSaved")]
[JsonDerivedType(typeof(FilesAdded), "filesAdded")]
[JsonDerivedType(typeof(FileRemoved), "fileRemoved")]
[JsonDerivedType(typeof(InternalNoticeBegun), "internalNoticeBegun")]
[JsonDerivedType(typeof(InternalNoticeStopped), "internalNoticeStopped")]
[JsonDerivedType(typeof(ApplicationSubmitted), "applicationSubmitted")]
[JsonDerivedType(typeof(CorrectionAnswered), "correctionAnswered")]
[JsonDerivedType(typeof(ApplicationWithdrawn), "applicationWithdrawn")]
[JsonDerivedType(typeof(ApplicantRecommended), "applicantRecommended")]
[JsonDerivedType(typeof(RecommendationDeclined), "recommendationDeclined")]
[JsonDerivedType(typeof(RecommendationWithdrawn), "recommendationWithdrawn")]
[JsonDerivedType(typeof(ConditionChecked), "conditionChecked")]
[JsonDerivedType(typeof(CorrectionAsked), "correctionAsked")]
[JsonDerivedType(typeof(ApplicationAccepted), "applicationAccepted")]
[JsonDerivedType(typeof(ApplicationRejected), "applicationRejected")]
[JsonDerivedType(typeof(ApplicationClosed), "applicationClosed")]
[JsonDerivedType(typeof(CorrectionFellDue), "correctionFellDue")]
[JsonDerivedType(typeof(ApplicationCarried), "applicationCarried")]
public abstract record ApplicationEvent;

public sealed record ApplicantInvited(string Name, ApplicantKind Applicant, Grade Grade, string Body, string PersonId) : ApplicationEvent;

public sealed record ApplicantLinked(string PersonId, string Reason) : ApplicationEvent;

public sealed record FormSaved(ApplicationForm Form) : ApplicationEvent;

public sealed record DossierSaved(string Text) : ApplicationEvent;

public sealed record FilesAdded(ImmutableArray<Attachment> Files) : ApplicationEvent;

public sealed record FileRemoved(string File) : ApplicationEvent;

/// <param name="From">First working day that counts.</param>
/// <param name="To">Last one, until midnight.</param>
/// <param name="Days">The working days of the period, in order.</param>
public sealed record InternalNoticeBegun(string Where, DateOnly From, DateOnly To, ImmutableArray<DateOnly> Days) : ApplicationEvent;

public sealed record InternalNoticeStopped(string Reason) : ApplicationEvent;

public sealed record ApplicationSubmitted(int Objections, string? Handled) : ApplicationEvent;

public sealed record CorrectionAnswered(string Answer) : ApplicationEvent;

public sealed record ApplicationWithdrawn(string Reason) : ApplicationEvent;

/// <param name="Body">Who recommends.</param>
public sealed record ApplicantRecommended(string Body, RecommendApplicant Letter) : ApplicationEvent;

public sealed record RecommendationDeclined(string Body, string Reason) : ApplicationEvent;

public sealed record RecommendationWithdrawn(string Body, string Reason) : ApplicationEvent;

public sealed record ConditionChecked(string Condition, CheckResult Result, ImmutableArray<string> Evidence, string Text) : ApplicationEvent;

public sealed record CorrectionAsked(ImmutableArray<CorrectionPoint> Points, DateTimeOffset Due) : ApplicationEvent;

/// <param name="Findings">What it rests on, by condition.</param>
public sealed record ApplicationAccepted(string? Reason, ImmutableArray<ConditionChecked> Findings) : ApplicationEvent;

/// <param name="Article">The article of the condition.</param>
public sealed record ApplicationRejected(string Condition, int Article, string Reason) : ApplicationEvent;

/// <param name="Deadline">The day that has passed.</param>
/// <param name="Articles">What it follows from.</param>
public sealed record ApplicationClosed(DateOnly Deadline, ImmutableArray<int> Articles) : ApplicationEvent;

/// <param name="Articles">What it follows from.</param>
public sealed record CorrectionFellDue(ImmutableArray<int> Articles) : ApplicationEvent;

/// <param name="Register">Stream of the register it stands in now.</param>
public sealed record ApplicationCarried(string Register) : ApplicationEvent;
