using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Waiting;

/// <summary>How a part of the procedure stands to today by its planned days; without days it is open.</summary>
public enum PartState { Unplanned, Done, Now, Later }

/// <summary>What is counted in a part of the procedure: resource key <c>Count.{name}</c>.</summary>
public enum Counted { Announced, Moved, Applied, Withdrawn, Recommended, NotRecommended, Accepted, Rejected, Closed, UnderWay, Shortlisted, Replied }

/// <param name="Of">Out of how many; absent where it is a number by itself.</param>
public sealed record LiveCount(Counted What, int N, int? Of = null);

/// <summary>One article of the procedure (12 to 18) in the time-table of a session.</summary>
/// <param name="Today">Where today's mark stands in it, in thousandths from its beginning to that of the next; absent where it does not.</param>
/// <param name="Counts">As far as the reader may know them.</param>
public sealed record ProcedurePart(int Article, DateOnly? From, DateOnly? To, PartState State, int? Today, ImmutableArray<LiveCount> Counts);

/// <summary>The home of a session as one person may see it: where it stands, who waits for whom, under which rules.</summary>
/// <param name="Role">office, supervisor, leadingGroup, unit, or none: who has no part in it reads what anybody may, and what is his.</param>
/// <param name="Minute">The minute it was told in: what is left until a deadline is counted from it.</param>
/// <param name="Regulation">Version of the regulation the session is planned on; absent for who has but a seat before it is announced.</param>
/// <param name="Settings">How the open points are read; the same.</param>
/// <param name="Accepted">Applications that were accepted; absent for who may not know it, or where applications are not taken here.</param>
/// <param name="Reviewed">Dossiers that are reviewed; absent for who may not know it.</param>
/// <param name="Approval">The planned day of the approval.</param>
public sealed partial record SessionHome(
    string Id, string Title, string Role, DateTimeOffset Minute, string? Regulation, DecisionSettings? Settings, SessionStage? Stage, int? Accepted, int? Reviewed, DateOnly? Approval,
    ImmutableArray<ProcedurePart> Parts, ImmutableArray<WaitingRow> Waits)
{
    /// <summary>The notice of the session, once it is out.</summary>
    public CallView? Call { get; init; }

    /// <summary>Why the session comes less than a cycle after the one before, where it does (Article 4).</summary>
    public string? CycleReason { get; init; }

    /// <summary>The notice of the proposed list is out.</summary>
    public bool IsNoticed { get; init; }

    /// <summary>Something was submitted to the county government or department the reader acts for.</summary>
    public bool Recommends { get; init; }

    /// <summary>The day in China.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateOnly Today => ChinaTime.DayOf(Minute);
}
