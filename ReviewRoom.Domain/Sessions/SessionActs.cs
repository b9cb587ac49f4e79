using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Sessions;

/// <summary>A request to an award session (届). JSON: <c>{"act":"planSession", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PlanSession), "planSession")]
[JsonDerivedType(typeof(AnnounceSession), "announceSession")]
[JsonDerivedType(typeof(TakeBodies), "takeBodies")]
[JsonDerivedType(typeof(LinkPeople), "linkPeople")]
[JsonDerivedType(typeof(ShortlistDossiers), "shortlist")]
[JsonDerivedType(typeof(StartConsultation), "startConsultation")]
[JsonDerivedType(typeof(ReplyToConsultation), "reply")]
[JsonDerivedType(typeof(RemindBodies), "remind")]
[JsonDerivedType(typeof(NoteFinding), "noteFinding")]
[JsonDerivedType(typeof(DecideOpinion), "decideOpinion")]
[JsonDerivedType(typeof(PassDue), "passDue")]
[JsonDerivedType(typeof(NoteWithdrawal), "noteWithdrawal")]
[JsonDerivedType(typeof(CloseConsultation), "closeConsultation")]
[JsonDerivedType(typeof(Propose), "propose")]
[JsonDerivedType(typeof(PutHolidays), "putHolidays")]
[JsonDerivedType(typeof(ReviewProposal), "reviewProposal")]
[JsonDerivedType(typeof(PublishNotice), "publishNotice")]
[JsonDerivedType(typeof(FileObjection), "fileObjection")]
[JsonDerivedType(typeof(NameHandlers), "nameHandlers")]
[JsonDerivedType(typeof(ReadObjector), "readObjector")]
[JsonDerivedType(typeof(SettleObjection), "settleObjection")]
[JsonDerivedType(typeof(EndNotice), "endNotice")]
[JsonDerivedType(typeof(ApproveList), "approveList")]
[JsonDerivedType(typeof(ConferAwards), "conferAwards")]
public abstract record SessionAct;

/// <summary>Plans a session (Articles 6 and 12): the regulation it is bound to, its year, its time-table and how the open points are read. Until it is announced a later plan replaces it; after that one moves dates only. All stay on record.</summary>
/// <param name="Title">1 to 200 characters: 第六届阳泉市质量奖.</param>
/// <param name="Regulation">Version of the regulation in force when it is announced.</param>
/// <param name="Year">2000 to 2100.</param>
/// <param name="Deadline">Last day of applications; validity of earlier awards is looked at on it.</param>
/// <param name="Steps">In order, one entry a step, each from one day to another.</param>
/// <param name="NoticeDays">Working days of the public notice, 1 to 30.</param>
/// <param name="Reason">Why dates are moved, needed once the session is announced; up to 1,000 characters, and printed in the notice.</param>
/// <param name="CycleReason">Why the session comes less than a cycle after the one before (Article 4), needed where it does; up to 1,000 characters, and printed in the notice.</param>
public sealed record PlanSession(
    string Title, string Regulation, int Year, DateOnly Deadline, ImmutableArray<PlannedStep> Steps, DecisionSettings Settings, int NoticeDays = 5, string? Reason = null, string? CycleReason = null) : SessionAct
{
    /// <summary>What came before, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public CycleGround? Cycle { get; init; }

    /// <summary>The year of the session before where this one comes less than a cycle after it; null where it does not.</summary>
    [JsonIgnore]
    [Article(4)]
    public int? TooSoonAfter => Cycle switch
    {
        { SessionYear: { } before } cycle => Year - before < cycle.Years ? before : null,
        { ConferredIn: { } conferred } cycle => (Steps.IsDefault ? null : Steps.FirstOrDefault(s => s.Key == "conferral")?.To.Year ?? Year) - conferred < cycle.Years ? conferred : null,
        _ => null,
    };
}

/// <summary>What a plan is held against for the cycle of Article 4.</summary>
/// <param name="Years">Of a cycle, as the regulation has it.</param>
/// <param name="SessionYear">Year of the latest other session that is not later; absent where there is none.</param>
/// <param name="ConferredIn">Without such a session: the latest year of conferral in the register of awards; then the year of conferral counts, where it is planned.</param>
[Article(4)]
public sealed record CycleGround(int Years, int? SessionYear, int? ConferredIn);

/// <param name="Key">Key of the step in the regulation's data: notice, application, recommendation …</param>
public sealed record PlannedStep(string Key, DateOnly From, DateOnly To);

/// <summary>Takes bodies in: member units, the leading group; one whose id is there already is replaced.</summary>
public sealed record TakeBodies(ImmutableArray<Body> Bodies) : SessionAct;

/// <summary>Tells which accounts act for which bodies; a person acts for one body.</summary>
public sealed record LinkPeople(ImmutableArray<BodyPerson> People) : SessionAct;

public sealed record BodyPerson(string Body, string PersonId);

/// <summary>Settles who of the reviewed goes on to the site review (Article 17).</summary>
/// <param name="Candidates">Applicant ids; their document reviews are closed.</param>
/// <param name="Reason">By what they were chosen; 1 to 1,000 characters.</param>
[Article(16, 17)]
public sealed record ShortlistDossiers(ImmutableArray<string> Candidates, string Reason) : SessionAct
{
    /// <summary>Who is reviewed at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Reviewed { get; init; } = [];
}

/// <summary>Asks the member units for their opinion of the candidates (Article 6).</summary>
/// <param name="Due">When replies are due.</param>
/// <param name="Candidates">Applicant ids.</param>
/// <param name="Recommended">Which body recommended which of them, where that is known.</param>
[Article(6)]
public sealed record StartConsultation(DateTimeOffset Due, ImmutableArray<string> Candidates, ImmutableArray<Recommendation>? Recommended = null) : SessionAct
{
    /// <summary>The results of the session at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public ImmutableArray<CandidateResult> Results { get; init; } = [];
}

/// <summary>A body recommended an applicant (Article 7).</summary>
[Article(7)]
public sealed record Recommendation(string Candidate, string Body);

/// <summary>A unit's reply about all candidates: who is not named in it has no objection. Until the consultation is closed a later reply replaces it.</summary>
public sealed record ReplyToConsultation(ImmutableArray<Opinion> Objections) : SessionAct;

/// <summary>A member unit's objection to a candidate.</summary>
/// <param name="Condition">The condition it concerns, E1 to E7.</param>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="Basis">What it rests on: a document, a decision; up to 400 characters.</param>
public sealed record Opinion(string Candidate, string Condition, string Text, string? Basis = null);

/// <summary>Reminds units that have not replied.</summary>
public sealed record RemindBodies(ImmutableArray<string> Bodies) : SessionAct;

/// <summary>What the office found out about an objection.</summary>
public sealed record NoteFinding(string Body, string Candidate, string Text) : SessionAct;

/// <summary>What becomes of an objection: adopted takes the candidate out; partly adopted and not adopted leave him in.</summary>
public enum Verdict { Adopted, PartlyAdopted, NotAdopted }

/// <summary>Decides an objection, with the reason the leading group will read.</summary>
[Article(6)]
public sealed record DecideOpinion(string Body, string Candidate, Verdict Verdict, string Reason) : SessionAct;

/// <summary>What happens by itself when replies are due: units without one are 逾期未复 from now on. Asked by the program alone.</summary>
[Article(6, 18)]
public sealed record PassDue : SessionAct;

/// <summary>An applicant has withdrawn his application: he is asked about and proposed no more. Asked by the program alone.</summary>
[Article(13)]
public sealed record NoteWithdrawal(string Candidate) : SessionAct;

/// <summary>Ends the consultation: by the office once it is due or every unit has replied. A unit without a reply stays 逾期未复.</summary>
public sealed record CloseConsultation : SessionAct;

/// <summary>Proposes the winners to the leading group by the rules (Articles 4, 6, 11).</summary>
[Article(4, 6, 11)]
public sealed record Propose : SessionAct;

/// <summary>A dossier's result as the session takes it from its rooms.</summary>
/// <param name="Id">Applicant id.</param>
/// <param name="Points">Exact total as a fraction in lowest terms, <c>16799/28</c>.</param>
/// <param name="Of">Full points of the score table.</param>
/// <param name="Recommended">Id of the body that recommended the applicant.</param>
public sealed record CandidateResult(string Id, string Title, ApplicantKind Kind, string Points, int Of, ImmutableArray<WonBefore> Won, string? Recommended = null)
{
    /// <summary>True where it is the score of a site review.</summary>
    public bool? Visited { get; init; }
}
