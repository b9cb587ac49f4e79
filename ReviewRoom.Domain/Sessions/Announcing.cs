using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Sessions;

/// <summary>
/// Announces the session (发布评选通知, Article 12) from its plan: which score table each kind of applicant is judged by, how to apply, whom to ask.
/// From then on regulation, year and readings of the plan are bound; a later plan moves dates only, with a reason.
/// </summary>
/// <param name="On">The day the notice carries: today, or an earlier one where it went out on paper first.</param>
/// <param name="Rubrics">One for organisations, one for individuals.</param>
/// <param name="HowToApply">1 to 2,000 characters.</param>
/// <param name="Contact">1 to 200 characters.</param>
[Article(10, 12)]
public sealed record AnnounceSession(DateOnly On, ImmutableArray<RubricChoice> Rubrics, string HowToApply, string Contact) : SessionAct
{
    /// <summary>What there is to announce from, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public AnnouncementGround? Ground { get; init; }
}

/// <summary>The score table applicants of a kind are judged by.</summary>
public sealed record RubricChoice(ApplicantKind Kind, string Id, int Version);

/// <summary>What a session can be announced on.</summary>
/// <param name="InForce">Version of the regulation in force today.</param>
/// <param name="MainPlaces">Places of the main grade that version gives (Article 4).</param>
/// <param name="Rubrics">Score tables that are there.</param>
public sealed record AnnouncementGround(string InForce, int MainPlaces, int NominationPlaces, ImmutableArray<NamedRubric> Rubrics);

/// <param name="Standard">Of which standard: GB/T 19580-2012.</param>
public sealed record NamedRubric(string Id, int Version, Words Name, string Standard);

/// <summary>The announcement as it went out.</summary>
/// <param name="Rubrics">Organisations first.</param>
public sealed record SessionAnnounced(DateOnly On, int MainPlaces, int NominationPlaces, ImmutableArray<AnnouncedRubric> Rubrics, string HowToApply, string Contact) : SessionEvent;

public sealed record AnnouncedRubric(ApplicantKind Kind, NamedRubric Rubric);

/// <summary>Dates of an announced session were moved.</summary>
public sealed record DatesMoved(DateOnly On, string Reason);

/// <summary>An announcement with what became of its dates.</summary>
public sealed record Announcement(SessionAnnounced Said, ImmutableArray<DatesMoved> Moved);

/// <summary>The notice of a session (评选通知), as anybody may read it.</summary>
/// <param name="Regulation">Version of the regulation the session is bound to.</param>
/// <param name="Steps">As planned now.</param>
/// <param name="Moved">Every time dates were moved since, the first one first.</param>
public sealed record CallView(
    string Session, string Title, int Year, string Regulation, DateOnly On, DateOnly Deadline, ImmutableArray<PlannedStep> Steps, int NoticeDays, DecisionSettings Settings,
    int MainPlaces, int NominationPlaces, ImmutableArray<AnnouncedRubric> Rubrics, string HowToApply, string Contact, ImmutableArray<DatesMoved> Moved)
{
    /// <summary>Why the session comes less than a cycle after the one before, where it does (Article 4).</summary>
    public string? CycleReason { get; init; }
}
