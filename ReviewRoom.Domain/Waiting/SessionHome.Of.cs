using System.Collections.Immutable;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Waiting;

public sealed partial record SessionHome
{
    /// <summary>First and last article of the procedure.</summary>
    private const int FirstPart = 12, LastPart = 18;

    /// <summary>The home as it is told purely from what the person may see; null where there is nothing for him.</summary>
    /// <param name="procedure">Steps of the regulation the session is planned on: which article a planned step belongs to.</param>
    /// <param name="nameOf">The name of a person's id.</param>
    [Article(12)]
    public static SessionHome? Of(SessionSight sight, ImmutableArray<ProcedureStep> procedure, DateTimeOffset now, Func<string, string> nameOf)
    {
        if (!sight.IsAnything) return null;
        var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var overseen = sight.Overseen.ToArray();
        return new SessionHome(
            sight.Id, sight.Title, sight.View?.Role ?? "none", minute, sight.View?.Plan.Regulation ?? sight.Call?.Regulation, sight.View?.Plan.Settings ?? sight.Call?.Settings, sight.View?.Stage,
            CountsOf(sight)?.Accepted, overseen.Length > 0 ? DossiersOf(overseen).Count() : null, sight.Steps.FirstOrDefault(s => s.Key == "approval")?.To,
            PartsOf(sight, procedure, ChinaTime.DayOf(now)), Domain.Waiting.Waits.Of(sight, nameOf))
        {
            Call = sight.Call,
            CycleReason = sight.View?.Plan.CycleReason ?? sight.Call?.CycleReason,
            Recommends = sight.Applications.Any(a => a.Role == "county"),
            IsNoticed = sight.View?.Closing?.Notice is not null,
        };
    }

    /// <summary>The part under way today, or else the next one with a day.</summary>
    public ProcedurePart? Current => Parts.FirstOrDefault(p => p.State == PartState.Now) ?? Parts.FirstOrDefault(p => p.State == PartState.Later);

    private static ImmutableArray<ProcedurePart> PartsOf(SessionSight sight, ImmutableArray<ProcedureStep> procedure, DateOnly today)
    {
        var spans = Enumerable.Range(FirstPart, LastPart - FirstPart + 1).Select(article => (Article: article, Span: SpanOf(sight.Steps.Where(s => procedure.Any(p => p.Key == s.Key && p.Article == article))) ?? SpanOf(sight, article))).ToArray();
        var last = spans.LastOrDefault(s => s.Span?.From <= today);
        return [.. spans.Select(s => new ProcedurePart(
            s.Article, s.Span?.From, s.Span?.To, StateOf(s.Span, today),
            s.Article == last.Article && s.Span is { } span ? Mark(span, spans.FirstOrDefault(n => n.Article > s.Article && n.Span is not null).Span?.From, today) : null, CountsOf(sight, s.Article)))];
    }

    private static (DateOnly From, DateOnly To)? SpanOf(IEnumerable<PlannedStep> steps) => steps.ToArray() is { Length: > 0 } planned ? (planned.Min(s => s.From), planned.Max(s => s.To)) : null;

    /// <summary>A notice that is out has its day, planned or not.</summary>
    private static (DateOnly From, DateOnly To)? SpanOf(SessionSight sight, int article) => article == FirstPart && sight.Call is { On: var on } ? (on, on) : null;

    private static PartState StateOf((DateOnly From, DateOnly To)? span, DateOnly today) =>
        span is not { } days ? PartState.Unplanned : today > days.To ? PartState.Done : today >= days.From ? PartState.Now : PartState.Later;

    /// <summary>A rail leads from the beginning of a part to that of the next: its days, and behind them the days until the next begins. The first and the last of it belong to the marks of the parts.</summary>
    private static int? Mark((DateOnly From, DateOnly To) span, DateOnly? next, DateOnly today)
    {
        if (today <= span.To) return 160 + 460 * (today.DayNumber - span.From.DayNumber) / Math.Max(1, span.To.DayNumber - span.From.DayNumber);
        return next > today ? 640 + 320 * (today.DayNumber - span.To.DayNumber) / (next.Value.DayNumber - span.To.DayNumber) : null;
    }

    private static ImmutableArray<LiveCount> CountsOf(SessionSight sight, int article) => article switch
    {
        12 when sight.Call is { } call => call.Moved.IsEmpty ? [new(Counted.Announced, 1)] : [new(Counted.Announced, 1), new(Counted.Moved, call.Moved.Length)],
        13 when CountsOf(sight) is { } all => [new(Counted.Applied, all.Submitted), .. all.Withdrawn > 0 ? [new LiveCount(Counted.Withdrawn, all.Withdrawn)] : Array.Empty<LiveCount>()],
        14 when CountsOf(sight) is { } all => [new(Counted.Recommended, all.Recommended), new(Counted.NotRecommended, all.NotRecommended)],
        15 when CountsOf(sight) is { } all => [new(Counted.Accepted, all.Accepted), new(Counted.Rejected, all.Rejected)],
        16 when sight.Overseen.Where(r => r.SiteReview is null).ToArray() is { Length: > 0 } rooms => ReviewedIn(rooms),
        17 when sight.View?.Shortlist is { } list => [new(Counted.Shortlisted, list.Candidates.Length), .. ReviewedIn([.. sight.Overseen.Where(r => r.SiteReview is not null)])],
        18 when sight.View?.Consultation is { } asked => [new(Counted.Replied, asked.Replied, asked.Units.Length)],
        _ => [],
    };

    /// <summary>Of all applications, for office and supervisor; without those they are recused from.</summary>
    private static ApplicationCounts? CountsOf(SessionSight sight) => sight.Applications is [{ Role: "office" or "supervisor" }, ..] ? ApplicationCounts.Of(sight.Applications) : null;

    private static ImmutableArray<LiveCount> ReviewedIn(RoomView[] rooms)
    {
        var known = DossiersOf(rooms).ToArray();
        return [new(Counted.Closed, known.Count(d => d.Phase >= Phase.Closed), known.Length), new(Counted.UnderWay, known.Count(d => d.Phase is Phase.Independent or Phase.Deliberation))];
    }

    private static IEnumerable<DossierView> DossiersOf(IEnumerable<RoomView> rooms) => rooms.SelectMany(r => r.Dossiers).Where(d => d.Calibrates != true && d.TakenOff != true).DistinctBy(d => d.Id, StringComparer.Ordinal);
}
