using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Decisions;

/// <summary>Candidates that stand equal, and their common rank: 1, 2, 2, 4.</summary>
/// <param name="Members">By id.</param>
public sealed record TieGroup(int Rank, ImmutableArray<Candidate> Members);

/// <summary>The order of those who may be proposed: by rate, equals by site review, then by results, never silently by anything else.</summary>
[Article(11)]
public static class Ranking
{
    public static ImmutableArray<TieGroup> Of(IEnumerable<Candidate> candidates, DecisionSettings settings, ImmutableArray<string>? order = null)
    {
        var groups = ImmutableArray.CreateBuilder<TieGroup>();
        var before = 0;
        foreach (var members in Ordered([.. candidates], settings).SelectMany(equals => order is { } given ? Split(equals, c => given.IndexOf(c.Id) is >= 0 and var place ? -place : null) : [equals]))
        {
            groups.Add(new TieGroup(before + 1, [.. members.OrderBy(c => c.Id, StringComparer.Ordinal)]));
            before += members.Length;
        }
        return groups.ToImmutable();
    }

    private static IEnumerable<ImmutableArray<Candidate>> Ordered(ImmutableArray<Candidate> candidates, DecisionSettings settings)
    {
        var byRate = Split(candidates, settings.RankingScale == RankingScale.RawScore ? c => c.Points : c => c.Rate.Value);
        return settings.TieBreak == TieBreak.SiteThenResultsThenLeadingGroup
            ? byRate.SelectMany(equals => Split(equals, c => c.SiteReviewRate)).SelectMany(equals => Split(equals, c => c.ResultsRate))
            : byRate;
    }

    /// <summary>Highest first. A measure that one of the equals lacks separates none of them.</summary>
    private static IEnumerable<ImmutableArray<Candidate>> Split(ImmutableArray<Candidate> equals, Func<Candidate, Rational?> measure) =>
        equals.Any(c => measure(c) is null) ? [equals]
            : equals.GroupBy(c => measure(c).GetValueOrDefault()).OrderByDescending(g => g.Key).Select(g => g.ToImmutableArray());
}
