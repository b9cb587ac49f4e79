using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;

namespace ReviewRoom.Domain.Sessions;

/// <summary>What happened to an award session: the body of one ledger entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(SessionPlanned), "sessionPlanned")]
[JsonDerivedType(typeof(SessionAnnounced), "sessionAnnounced")]
[JsonDerivedType(typeof(BodiesTaken), "bodiesTaken")]
[JsonDerivedType(typeof(PeopleLinked), "peopleLinked")]
[JsonDerivedType(typeof(DossiersShortlisted), "dossiersShortlisted")]
[JsonDerivedType(typeof(ConsultationStarted), "consultationStarted")]
[JsonDerivedType(typeof(BodyReplied), "bodyReplied")]
[JsonDerivedType(typeof(BodiesReminded), "bodiesReminded")]
[JsonDerivedType(typeof(FindingNoted), "findingNoted")]
[JsonDerivedType(typeof(OpinionDecided), "opinionDecided")]
[JsonDerivedType(typeof(ConsultationFellDue), "consultationFellDue")]
[JsonDerivedType(typeof(CandidateWithdrawn), "candidateWithdrawn")]
[JsonDerivedType(typeof(ConsultationClosed), "consultationClosed")]
[JsonDerivedType(typeof(Proposed), "proposed")]
[JsonDerivedType(typeof(HolidaysPut), "holidaysPut")]
[JsonDerivedType(typeof(ProposalReviewed), "proposalReviewed")]
[JsonDerivedType(typeof(NoticePublished), "noticePublished")]
[JsonDerivedType(typeof(ObjectionFiled), "objectionFiled")]
[JsonDerivedType(typeof(HandlersNamed), "handlersNamed")]
[JsonDerivedType(typeof(ObjectorRead), "objectorRead")]
[JsonDerivedType(typeof(ObjectionSettled), "objectionSettled")]
[JsonDerivedType(typeof(NoticeEnded), "noticeEnded")]
[JsonDerivedType(typeof(ListApproved), "listApproved")]
[JsonDerivedType(typeof(AwardsConferred), "awardsConferred")]
public abstract record SessionEvent;

public sealed record SessionPlanned(PlanSession Plan) : SessionEvent;

public sealed record BodiesTaken(ImmutableArray<Body> Bodies) : SessionEvent;

public sealed record PeopleLinked(ImmutableArray<BodyPerson> People) : SessionEvent;

/// <param name="Ended">Reviewed and not shortlisted.</param>
public sealed record DossiersShortlisted(ImmutableArray<string> Candidates, ImmutableArray<string> Ended, string Reason) : SessionEvent;

/// <param name="Candidates">By id, never in order of rank.</param>
public sealed record ConsultationStarted(DateTimeOffset Due, ImmutableArray<CandidateResult> Candidates) : SessionEvent;

public sealed record BodyReplied(string Body, ImmutableArray<Opinion> Objections) : SessionEvent;

public sealed record BodiesReminded(ImmutableArray<string> Bodies) : SessionEvent;

public sealed record FindingNoted(string Body, string Candidate, string Text) : SessionEvent;

public sealed record OpinionDecided(string Body, string Candidate, Verdict Verdict, string Reason) : SessionEvent;

/// <param name="Silent">Bodies without a reply.</param>
/// <param name="Articles">What it follows from.</param>
public sealed record ConsultationFellDue(ImmutableArray<string> Silent, ImmutableArray<int> Articles) : SessionEvent;

/// <param name="Articles">What it follows from.</param>
public sealed record CandidateWithdrawn(string Candidate, ImmutableArray<int> Articles) : SessionEvent;

/// <param name="Silent">Bodies without a reply.</param>
public sealed record ConsultationClosed(ImmutableArray<string> Silent) : SessionEvent;

/// <param name="Decision">What the rules gave, with the settings used.</param>
public sealed record Proposed(Decision Decision) : SessionEvent;
