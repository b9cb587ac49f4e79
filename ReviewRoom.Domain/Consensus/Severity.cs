using System.Collections.Immutable;

namespace ReviewRoom.Domain.Consensus;

/// <summary>One expert's rate of one dossier.</summary>
/// <param name="Rate">0..1, exact.</param>
public sealed record SheetRate(string Expert, Rational Rate);

/// <summary>
/// What dossiers would have been rated if every expert had rated all of them (room.md 5, incomplete panels): the least-squares fit of
/// <c>rate = dossier + expert's severity</c>, the severities of experts linked by shared dossiers summing to zero. Exact. Information only: the raw mean decides.
/// </summary>
/// <param name="Adjusted">Of each dossier, in the order given; null without sheets.</param>
/// <param name="Balanced">Wherever panels can be compared, the same experts rated every dossier: then the adjusted mean is the raw one.</param>
/// <param name="Linked">All dossiers are linked by shared experts. Where they are not, the groups cannot be compared with each other.</param>
public sealed record Severity(ImmutableArray<Rational?> Adjusted, bool Balanced, bool Linked)
{
    /// <param name="dossiers">The sheets of each dossier, no expert twice.</param>
    public static Severity Of(ImmutableArray<ImmutableArray<SheetRate>> dossiers)
    {
        var adjusted = new Rational?[dossiers.Length];
        var groups = Groups(dossiers);
        var balanced = true;
        foreach (var group in groups)
        {
            var experts = group.SelectMany(d => dossiers[d]).Select(s => s.Expert).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var same = group.All(d => dossiers[d].Length == experts.Length);
            balanced &= same;
            var severity = same ? experts.ToDictionary(e => e, _ => Rational.Zero, StringComparer.Ordinal) : Severities(experts, [.. group.Select(d => dossiers[d])]);
            foreach (var d in group) adjusted[d] = Mean(dossiers[d].Select(s => s.Rate - severity[s.Expert]));
        }
        return new Severity([.. adjusted], balanced, groups.Count <= 1);
    }

    /// <summary>Dossiers that share an expert, directly or through others.</summary>
    private static List<List<int>> Groups(ImmutableArray<ImmutableArray<SheetRate>> dossiers)
    {
        var groups = new List<(HashSet<string> Experts, List<int> Dossiers)>();
        for (var d = 0; d < dossiers.Length; d++)
        {
            if (dossiers[d].IsEmpty) continue;
            var experts = dossiers[d].Select(s => s.Expert).ToHashSet(StringComparer.Ordinal);
            var touching = groups.Where(g => g.Experts.Overlaps(experts)).ToArray();
            groups.RemoveAll(touching.Contains);
            foreach (var group in touching) experts.UnionWith(group.Experts);
            groups.Add((experts, [.. touching.SelectMany(g => g.Dossiers), d]));
        }
        return [.. groups.Select(g => g.Dossiers)];
    }

    /// <summary>
    /// Normal equations with the dossiers eliminated: over an expert's dossiers, the sum of (own rate - dossier's mean) is the sum of
    /// (own severity - dossier's mean severity). One added to every coefficient asks for the sum of zero and makes the system regular.
    /// </summary>
    private static Dictionary<string, Rational> Severities(string[] experts, ImmutableArray<SheetRate>[] dossiers)
    {
        var size = experts.Length;
        var rows = new Rational[size][];
        for (var i = 0; i < size; i++) rows[i] = [.. Enumerable.Repeat((Rational)1, size), Rational.Zero];
        foreach (var sheets in dossiers)
        {
            var (mean, share) = (Mean(sheets.Select(s => s.Rate)), new Rational(1, sheets.Length));
            int[] places = [.. sheets.Select(s => Array.IndexOf(experts, s.Expert))];
            for (var i = 0; i < places.Length; i++)
            {
                var row = rows[places[i]];
                row[places[i]] += 1;
                foreach (var place in places) row[place] -= share;
                row[size] += sheets[i].Rate - mean;
            }
        }
        var solved = Solved(rows);
        return experts.Select((e, i) => (e, solved[i])).ToDictionary(e => e.e, e => e.Item2, StringComparer.Ordinal);
    }

    /// <summary>Gauss-Jordan elimination over a positive definite system: no pivot is zero.</summary>
    private static Rational[] Solved(Rational[][] rows)
    {
        for (var pivot = 0; pivot < rows.Length; pivot++)
        {
            var by = rows[pivot][pivot];
            for (var column = pivot; column <= rows.Length; column++) rows[pivot][column] /= by;
            foreach (var row in rows)
            {
                if (ReferenceEquals(row, rows[pivot]) || row[pivot] == Rational.Zero) continue;
                var times = row[pivot];
                for (var column = pivot; column <= rows.Length; column++) row[column] -= times * rows[pivot][column];
            }
        }
        return [.. rows.Select(r => r[^1])];
    }

    private static Rational Mean(IEnumerable<Rational> values)
    {
        var all = values.ToArray();
        return Rational.Sum(all) / all.Length;
    }
}
