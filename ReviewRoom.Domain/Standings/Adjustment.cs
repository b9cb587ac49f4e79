using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>The severity-adjusted order beside the raw one, over the complete sheets of all contenders. Information only (room.md 5, incomplete panels).</summary>
/// <param name="Views">Of each contender, in raw order; null where panels are complete.</param>
internal sealed record Adjustment(SeverityView Severity, ImmutableArray<AdjustedView?> Views)
{
    /// <summary>Null where there is nothing to compare, or where a dossier's names are still hidden: which label is whom in another dossier would follow from the figures.</summary>
    public static Adjustment? Of(Ranked ranked)
    {
        if (ranked.Ordered.Length < 2 || ranked.Ordered.Any(c => c.Room.HidesNames(c.Dossier))) return null;
        var severity = Consensus.Severity.Of([.. ranked.Ordered.Select(SheetsOf)]);
        if (severity.Balanced) return new Adjustment(new SeverityView(true, severity.Linked, false), [.. ranked.Ordered.Select(_ => (AdjustedView?)null)]);
        var known = severity.Adjusted.OfType<Rational>().ToArray();
        ImmutableArray<AdjustedView?> views =
            [.. severity.Adjusted.Select(a => a is { } rate ? new AdjustedView(new ScoreRate(rate).Shown, 1 + known.Count(k => k > rate)) : null)];
        return new Adjustment(new SeverityView(false, severity.Linked, views.Where((v, i) => v is not null && v.Rank != ranked.Ranks[i]).Any()), views);
    }

    private static ImmutableArray<Consensus.SheetRate> SheetsOf(Contender contender)
    {
        var (room, sheets) = (contender.Room, contender.Dossier.Sheets);
        return [.. contender.Tally.Counted.Where(i => sheets[i].IsComplete).Select(i => new Consensus.SheetRate(room.Seats[i].PersonId, sheets[i].Total(room.Rubric) / room.Rubric.TotalPoints))];
    }
}
