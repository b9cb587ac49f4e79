using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Rooms;

// The site review: marks brought along, questions to be settled on site (law.md 3, Article 17).
public sealed partial record Room
{
    /// <summary>Id of the room whose document review this site review follows; null for any other room.</summary>
    public string? SiteReviewOf => Made?.SiteReviewOf;

    /// <summary>A mark that was brought along counts only once its expert has said so.</summary>
    [Article(17)]
    private Outcome<RoomEvent> DecideKeep(KeepMarks act, Viewer.Expert expert)
    {
        if (Draft(act.Dossier, expert) is { } refused) return refused;
        var sheet = Dossiers[AgendaPlace(act.Dossier)].Sheets[PlaceOf(expert.Seat)];
        if (act.Criteria.IsDefaultOrEmpty || HasTwice(act.Criteria)) return Refusal.Malformed("criteria");
        if (act.Criteria.Any(c => Rubric.PlaceOf(c) < 0)) return RefusalCode.UnknownCriterion;
        if (act.Criteria.Any(c => sheet.CarriedAt(Rubric.PlaceOf(c)) is null)) return RefusalCode.NothingCarried;
        return act.Criteria.All(c => Rubric.PlaceOf(c) is var place && sheet.Marks[place] == sheet.CarriedAt(place)) ? RefusalCode.AlreadySettled : new MarksKept(act.Dossier, expert.Seat, act.Criteria);
    }

    /// <summary>Facts found on site, not marks: the panel writes them down together, before and after the reveal.</summary>
    [Article(17)]
    private Outcome<RoomEvent> DecideFound(FindOnSite act, Viewer.Expert expert)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase is not (Phase.Independent or Phase.Deliberation)) return WrongPhase(dossier);
        var sheet = dossier.Sheets[PlaceOf(expert.Seat)];
        if (!sheet.Declared) return RefusalCode.NotDeclared;
        if (sheet.Absent is not null) return RefusalCode.Absent;
        if (dossier.SiteIssues.All(i => i.Id != act.Issue)) return RefusalCode.UnknownIssue;
        return Said(act.Text, "text") ?? (Outcome<RoomEvent>)new FoundOnSite(act.Dossier, expert.Seat, act.Issue, act.Outcome, act.Text.Trim());
    }

    private static Dossier Visited(Dossier dossier, Opened e, DateTimeOffset at)
    {
        var opened = dossier with { Phase = Phase.Independent, OpenedAt = dossier.OpenedAt ?? at };
        if (e.Start is not { } start) return opened;
        return opened with
        {
            SiteIssues = start.Issues,
            Sheets = [.. opened.Sheets.Select(s => start.Sheets.FirstOrDefault(c => c.Seat == s.Seat) is { } carried ? s with { Carried = carried.Marks } : s)],
        };
    }

    private Sheet Kept(Sheet sheet, MarksKept e) => e.Criteria.Aggregate(sheet, (kept, criterion) => Rubric.PlaceOf(criterion) is var place
        ? kept with { Marks = kept.Marks.SetItem(place, kept.CarriedAt(place)), CannotJudge = kept.CannotJudge.Remove(criterion) } : kept);

    private static ImmutableArray<string> WithoutFinding(Dossier dossier) => [.. dossier.SiteIssues.Where(i => !dossier.Findings.ContainsKey(i.Id)).Select(i => i.Id)];

    /// <summary>For who may read the dossier: the questions are about its text.</summary>
    private static ImmutableArray<SiteIssueView>? SiteIssuesOf(Dossier dossier) =>
        dossier.SiteIssues.IsEmpty ? null : [.. dossier.SiteIssues.Select(i => new SiteIssueView(i.Id, i.Criterion, i.Text, i.Place, dossier.Findings.GetValueOrDefault(i.Id)))];

    private ImmutableSortedDictionary<string, int>? CarriedOf(Sheet sheet) => sheet.Carried.IsEmpty ? null
        : Rubric.Criteria.Select((c, i) => (c.Code, Rate: sheet.CarriedAt(i))).Where(m => m.Rate is not null).ToImmutableSortedDictionary(m => m.Code, m => m.Rate.GetValueOrDefault().Percent, StringComparer.Ordinal);
}
