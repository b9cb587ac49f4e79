using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Sessions;

/// <summary>How a unit stands to a candidate.</summary>
public enum OpinionState
{
    /// <summary>Not replied, and not due.</summary>
    Awaited,
    NoObjection,
    /// <summary>An objection without a decision.</summary>
    Objection,
    Decided,
    /// <summary>逾期未复: due without a reply. Never consent.</summary>
    Silent,
}

/// <summary>An award session as one viewer may see it.</summary>
/// <param name="Version">Tells the server which of two views is older; it counts acts the viewer may not know of, and so never leaves it.</param>
/// <param name="Role">office, supervisor, leadingGroup or unit.</param>
public sealed record SessionView(string Id, [property: JsonIgnore] long Version, string Role, SessionStage Stage, PlanSession Plan)
{
    /// <summary>The notice of the session, once it is out.</summary>
    public CallView? Call { get; init; }

    public ConsultationView? Consultation { get; init; }

    /// <summary>What a unit is asked and what it replied; nothing of any other unit.</summary>
    public OwnReplyView? Own { get; init; }

    /// <summary>Who goes on to the site review; office and supervisor.</summary>
    public ShortlistView? Shortlist { get; init; }

    public ProposalView? Proposal { get; init; }

    /// <summary>Review, notice, objections, approval and conferral; office, supervisor and leading group.</summary>
    public ClosingView? Closing { get; init; }

    /// <summary>The office's tables of days off.</summary>
    public ImmutableArray<HolidayTable>? Holidays { get; init; }

    /// <summary>Bodies and who acts for each; office and supervisor.</summary>
    public ImmutableArray<Body>? Bodies { get; init; }

    /// <summary>Which accounts act for which bodies; office and supervisor.</summary>
    public ImmutableArray<BodyPerson>? People { get; init; }
}

/// <summary>The consultation as office, supervisor and leading group see it; no score is in it.</summary>
/// <param name="Units">Heads of the columns, by kind and then by id.</param>
/// <param name="Rows">One a candidate, by number.</param>
/// <param name="Objections">In the order in which they came.</param>
public sealed record ConsultationView(
    DateTimeOffset OpenedAt, DateTimeOffset Due, DateTimeOffset? ClosedAt, int Replied, ImmutableArray<UnitView> Units, ImmutableArray<OpinionRow> Rows, ImmutableArray<ObjectionView> Objections)
{
    /// <summary>Units without a reply are 逾期未复 from now on.</summary>
    public bool IsOverdue { get; init; }
}

public sealed record UnitView(string Id, string ShortName, BodyKind Kind, DateTimeOffset? RepliedAt, bool IsLate, int Reminders);

/// <param name="States">In the order of the units.</param>
/// <param name="Recommended">Place in the units of the one that recommended the candidate.</param>
public sealed record OpinionRow(string Candidate, string Title, ApplicantKind Kind, ImmutableArray<OpinionState> States, int? Recommended)
{
    /// <summary>He has withdrawn: his row stays, and nothing comes of it.</summary>
    public bool? Withdrawn { get; init; }

    public int Without => States.Count(s => s == OpinionState.NoObjection);
    public int With => States.Count(s => s is OpinionState.Objection or OpinionState.Decided);
    public int Open => States.Count(s => s is OpinionState.Awaited or OpinionState.Silent);
}

/// <param name="Entry">Number of the reply in the session's stream.</param>
public sealed record ObjectionView(string Unit, Opinion Opinion, DateTimeOffset At, long Entry, Finding? Finding, OpinionVerdict? Verdict);

/// <param name="Candidates">By number, without scores.</param>
/// <param name="Objections">Absent until the unit has replied.</param>
/// <param name="Decided">Candidates whose objection has been decided and so no longer changes.</param>
/// <param name="Recommended">Candidates the unit itself recommended.</param>
public sealed record OwnReplyView(
    string Unit, string Name, DateTimeOffset Due, bool IsOpen, ImmutableArray<NamedCandidate> Candidates, ImmutableArray<Opinion>? Objections, DateTimeOffset? At, ImmutableArray<string> Decided, ImmutableArray<string> Recommended)
{
    /// <summary>Number on the receipt of the reply; absent until there is one.</summary>
    public int? Receipt { get; init; }

    /// <summary>Given after it was due.</summary>
    public bool IsLate { get; init; }

    /// <summary>How often the unit was reminded.</summary>
    public int Reminders { get; init; }
}

public sealed record NamedCandidate(string Id, string Title, ApplicantKind Kind);

/// <summary>The proposed list, for office, supervisor and leading group.</summary>
public sealed record ProposalView(Decision Decision, ImmutableArray<NamedCandidate> Names, DateTimeOffset At);
