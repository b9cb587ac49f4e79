using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>A version of the application as it went out: the first one, then one for each correction.</summary>
/// <param name="Answer">What the applicant says has been changed; absent of the first.</param>
public sealed record Submission(int Number, DateTimeOffset At, string? Answer)
{
    /// <summary>Objections during the internal notice.</summary>
    public int Objections { get; init; }

    public string? Handled { get; init; }
}

/// <summary>A recommendation that stands.</summary>
/// <param name="By">Person id; absent for who may not know it.</param>
public sealed record StandingRecommendation(string Body, RecommendApplicant Letter, DateTimeOffset At, string? By);

/// <param name="By">Person id; absent for who may not know it.</param>
public sealed record DeclinedRecommendation(string Body, string Reason, DateTimeOffset At, string? By);

/// <summary>What the office found of one condition.</summary>
/// <param name="By">Person id.</param>
/// <param name="Submission">Number of the submission it was found of.</param>
public sealed record FindingOf(string Condition, CheckResult Result, ImmutableArray<string> Evidence, string Text, string By, DateTimeOffset At, int Submission);

/// <summary>A correction (补正) the office asked for.</summary>
/// <param name="By">Person id; absent for who may not know it.</param>
public sealed record CorrectionRound(int Number, ImmutableArray<CorrectionPoint> Points, DateTimeOffset Due, DateTimeOffset AskedAt, string? By)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Answer { get; init; }

    /// <summary>When the program noted that it was not answered in time.</summary>
    public DateTimeOffset? OverdueAt { get; init; }
}

/// <summary>Accepted (受理) or rejected (不予受理).</summary>
/// <param name="Condition">The condition that is not met, of a rejection.</param>
/// <param name="By">Person id; absent for who may not know it.</param>
public sealed record ApplicationDecision(bool IsAccepted, string? Condition, int? Article, string? Reason, DateTimeOffset At, string? By);

public sealed record Withdrawal(string Reason, DateTimeOffset At);

/// <summary>An entry of the ledger about an application.</summary>
/// <param name="By">Person id.</param>
public sealed record ApplicationEntry(long Number, DateTimeOffset At, string By, ApplicationEvent What);

/// <summary>What an acceptance carries into the session's register.</summary>
public sealed record AcceptedApplication(string Id, string Name, ApplicantKind Kind, ApplicationForm Form, string Text, ImmutableArray<Attachment> Files);
