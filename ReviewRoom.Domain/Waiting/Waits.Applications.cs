using System.Collections.Immutable;
using ReviewRoom.Domain.Applications;

namespace ReviewRoom.Domain.Waiting;

// The way of the applications (Articles 13 to 15): applicant, county or department, office.
public static partial class Waits
{
    private static IEnumerable<WaitingRow> OfApplications(SessionSight sight)
    {
        var known = sight.Applications;
        foreach (var own in known.Where(a => a is { Role: "applicant", Stage: ApplicationStage.Draft or ApplicationStage.InternalNotice }))
            yield return Row(WaitingFor.Application, WaitingOn.Applicants, 13, EndOf(own.Deadline), true, "/apply") with { Subject = own.Id, Title = own.Name };
        if (Many(known.Where(a => IsOffice(a) && a.Stage is ApplicationStage.Draft or ApplicationStage.InternalNotice)) is { } drafts)
            yield return Row(WaitingFor.Application, WaitingOn.Applicants, 13, EndOf(drafts[0].Deadline), false, LinkTo(sight, "applications", drafts)) with { N = drafts.Length };
        foreach (var round in known.Where(a => a.Stage == ApplicationStage.Correction)) yield return OfRound(sight, round);
        if (Many(known.Where(a => a.Role == "county" && IsUnanswered(a))) is { } ours)
            yield return Row(WaitingFor.Recommendation, WaitingOn.Counties, 14, sight.EndOf("recommendation"), true, LinkTo(sight, "recommendations", ours)) with { N = ours.Length };
        if (Many(known.Where(a => IsOffice(a) && IsUnanswered(a))) is { } theirs)
            yield return Row(WaitingFor.Recommendation, WaitingOn.Counties, 14, sight.EndOf("recommendation"), false, LinkTo(sight, "applications", theirs)) with { N = theirs.Length };
        if (Many(known.Where(a => IsOffice(a) && a.Stage is ApplicationStage.Recommended or ApplicationStage.NotRecommended)) is { } open)
            yield return Row(WaitingFor.FormalCheck, WaitingOn.Office, 15, sight.EndOf("formal-check"), open[0].Role == "office", LinkTo(sight, "applications", open)) with { N = open.Length };
    }

    /// <summary>A correction waits for the applicant until it is due, and then for the office.</summary>
    private static WaitingRow OfRound(SessionSight sight, ApplicationView view)
    {
        var (round, isOver) = (view.Rounds[^1], view.Rounds[^1].OverdueAt is not null);
        var link = view.Role switch { "applicant" => "/apply", "county" => $"/sessions/{sight.Id}/recommendations?a={view.Id}", _ => $"/sessions/{sight.Id}/applications?a={view.Id}" };
        return Row(WaitingFor.Correction, isOver ? WaitingOn.Office : WaitingOn.Applicants, 15, round.Due, isOver ? view.Role == "office" : view.Role == "applicant", link) with { Subject = view.Id, Title = view.Name, IsDay = false };
    }

    /// <summary>Submitted, and without a word of the county or department; also while the office asks for a correction.</summary>
    private static bool IsUnanswered(ApplicationView view) => view is { Stage: ApplicationStage.Submitted or ApplicationStage.Correction, Recommendation: null, Declined: null };

    private static bool IsOffice(ApplicationView view) => view.Role is "office" or "supervisor";

    private static ImmutableArray<ApplicationView>? Many(IEnumerable<ApplicationView> views) => views.ToImmutableArray() is { IsEmpty: false } some ? some : null;

    /// <summary>The list, or the one that is meant.</summary>
    private static string LinkTo(SessionSight sight, string page, ImmutableArray<ApplicationView> views) => views is [var one] ? $"/sessions/{sight.Id}/{page}?a={one.Id}" : $"/sessions/{sight.Id}/{page}";

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), default, ChinaTime.Offset);

    private static WaitingRow Row(WaitingFor what, WaitingOn on, int article, DateTimeOffset? due, bool isMine, string link) => new(what, on, null, null, [], 0, due, true, article, link, isMine);
}
