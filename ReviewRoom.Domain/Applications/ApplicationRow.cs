using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>An application in a list, as one viewer may see it.</summary>
/// <param name="Submission">Number of the last submission; 0 before the first.</param>
/// <param name="Due">When an open correction is due.</param>
/// <param name="NotMet">Conditions the facts speak against.</param>
/// <param name="Found">Conditions with a finding of the office, and how many are asked; office and supervisor.</param>
public sealed record ApplicationRow(
    string Session, string Id, string Name, ApplicantKind Kind, Grade Grade, string Body, ApplicationStage Stage, int Submission, DateTimeOffset? SubmittedAt, DateTimeOffset? Due, bool IsOverdue,
    ImmutableArray<string> NotMet, ApplicationProgress? Found)
{
    public static ApplicationRow Of(ApplicationView view)
    {
        var round = view.Stage == ApplicationStage.Correction ? view.Rounds[^1] : null;
        return new ApplicationRow(
            view.Session, view.Id, view.Name, view.Kind, view.Grade, view.Body, view.Stage, view.Submissions.Length, view.Submissions is [.., var last] ? last.At : null, round?.Due, round?.OverdueAt is not null,
            [.. view.Checks.Where(c => c.Standing == ConditionStanding.NotMet).Select(c => c.Condition)],
            view.Findings is { } findings ? new ApplicationProgress(findings.Count(f => f.Result == CheckResult.Met), findings.Count(f => f.Result == CheckResult.NotMet), view.Checks.Length) : null);
    }
}

/// <summary>How far the formal check of an application has come.</summary>
public sealed record ApplicationProgress(int Met, int NotMet, int Of);

/// <summary>The applications of a session one person may see, by number, and how many stand where.</summary>
public sealed record ApplicationsInSight(string Session, ImmutableArray<ApplicationRow> Rows, ApplicationCounts Counts);
