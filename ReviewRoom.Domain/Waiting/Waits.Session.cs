using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Waiting;

// The session itself (Articles 5, 6, 12, 18): from the notice to the conferral.
public static partial class Waits
{
    private static IEnumerable<WaitingRow> OfSession(SessionSight sight, Func<string, string> nameOf)
    {
        if (sight.View is not { } view) return [];
        if (view.Role == "unit") return OfUnit(sight, view);
        return view.Stage switch
        {
            SessionStage.Planned or SessionStage.Announced => OfBeginning(sight, view),
            SessionStage.Consultation or SessionStage.Consulted => OfConsultation(sight, view),
            _ => OfClosing(sight, view).Concat(OfObjections(sight, view, nameOf)),
        };
    }

    /// <summary>A unit learns what is asked of it and nothing of any other.</summary>
    private static IEnumerable<WaitingRow> OfUnit(SessionSight sight, SessionView view)
    {
        if (view.Own is { At: null, IsOpen: true } own) yield return new WaitingRow(WaitingFor.Replies, WaitingOn.Units, null, null, [own.Name], 0, own.Due, false, 6, $"/sessions/{sight.Id}/reply", true);
    }

    private static IEnumerable<WaitingRow> OfBeginning(SessionSight sight, SessionView view)
    {
        var isOffice = view.Role == "office";
        if (view.Stage == SessionStage.Planned) yield return Step(sight, WaitingFor.Announcement, WaitingOn.Office, 12, sight.EndOf("notice"), isOffice, $"/office/setup?tab=bodies&session={sight.Id}");
        // Somebody can be asked about once a dossier is closed and passes.
        var ready = sight.Rooms.SelectMany(r => r.Dossiers).Any(d => d is { Phase: >= Rooms.Phase.Closed, Aggregate.Passes: true });
        yield return Step(sight, WaitingFor.Consultation, WaitingOn.Office, 6, sight.EndOf("consultation", first: true), isOffice && ready, $"/sessions/{sight.Id}/consultation");
    }

    private static IEnumerable<WaitingRow> OfConsultation(SessionSight sight, SessionView view)
    {
        if (view.Consultation is not { } asked) yield break;
        var (isOffice, link) = (view.Role == "office", $"/sessions/{sight.Id}/consultation");
        var silent = asked.Units.Where(u => u.RepliedAt is null).ToArray();
        if (asked.ClosedAt is null && silent.Length > 0)
            yield return new WaitingRow(WaitingFor.Replies, WaitingOn.Units, null, null, Few(silent.Select(u => u.ShortName)), silent.Length, asked.Due, false, 6, link, false);
        foreach (var objection in asked.Objections.Where(o => o.Verdict is null))
            yield return new WaitingRow(
                WaitingFor.Opinion, WaitingOn.Office, objection.Opinion.Candidate, asked.Rows.FirstOrDefault(r => r.Candidate == objection.Opinion.Candidate)?.Title, [], 0,
                sight.EndOf("proposal"), true, 6, $"{link}?u={objection.Unit}&c={objection.Opinion.Candidate}", isOffice);
        if (asked.ClosedAt is null && (silent.Length == 0 || asked.IsOverdue)) yield return Step(sight, WaitingFor.Closing, WaitingOn.Office, 6, sight.EndOf("consultation"), isOffice, link);
        if (view.Stage == SessionStage.Consulted && asked.Objections.All(o => o.Verdict is not null)) yield return Step(sight, WaitingFor.Proposal, WaitingOn.Office, 6, sight.EndOf("proposal"), isOffice, link);
    }

    private static IEnumerable<WaitingRow> OfClosing(SessionSight sight, SessionView view)
    {
        var (link, notice) = ($"/sessions/{sight.Id}/closing", view.Closing?.Notice);
        var (isOffice, leads) = (view.Role == "office", view.Role == "leadingGroup");
        var isOpen = (view.Closing?.Objections ?? []).Any(o => o.Upheld is null);
        return view.Stage switch
        {
            SessionStage.Proposed => [Step(sight, WaitingFor.Review, WaitingOn.LeadingGroup, 5, sight.EndOf("public-notice", first: true), leads, link)],
            SessionStage.Reviewed => [Step(sight, WaitingFor.Publishing, WaitingOn.Office, 5, sight.EndOf("public-notice", first: true), isOffice, link)],
            SessionStage.PublicNotice when notice is not null => [Step(sight, WaitingFor.NoticePeriod, WaitingOn.Public, 5, new DateTimeOffset(notice.To.AddDays(1), default, ChinaTime.Offset), false, $"/notice/{sight.Id}")],
            SessionStage.NoticeEnded when !isOpen => [Step(sight, WaitingFor.Approval, WaitingOn.LeadingGroup, 5, sight.EndOf("approval"), leads, link)],
            SessionStage.Approved => [Step(sight, WaitingFor.Conferral, WaitingOn.Office, 19, sight.EndOf("conferral"), isOffice, link)],
            _ => [],
        };
    }

    private static IEnumerable<WaitingRow> OfObjections(SessionSight sight, SessionView view, Func<string, string> nameOf) => (view.Closing?.Objections ?? []).Where(o => o.Upheld is null).Select(o => new WaitingRow(
        o.Handlers.IsEmpty && view.Role != "leadingGroup" ? WaitingFor.Handlers : WaitingFor.Objection, o.Handlers.IsEmpty ? WaitingOn.Office : WaitingOn.Handlers, o.Candidate,
        view.Closing?.Winners.FirstOrDefault(w => w.Id == o.Candidate)?.Title, [.. o.Handlers.Select(nameOf)], 0, sight.EndOf("approval"), true, 5, $"/sessions/{sight.Id}/closing",
        view.Role == "office" && (o.Handlers.IsEmpty || o.Handlers.Contains(sight.Me))));

    private static WaitingRow Step(SessionSight sight, WaitingFor what, WaitingOn on, int article, DateTimeOffset? due, bool isMine, string link) => new(what, on, null, null, [], 0, due, true, article, link, isMine);
}
