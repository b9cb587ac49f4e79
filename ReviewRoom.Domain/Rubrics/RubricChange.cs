using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rubrics;

/// <summary>What differs between two versions of a score table.</summary>
public enum RubricChangeKind { Title, Standard, Provisional, Added, Removed, Points, Name, Type, BandSet, LookFor, Moved, BandText }

/// <summary>One difference between two versions.</summary>
/// <param name="Where">Code of the category or criterion, or of band set, band and factor; empty for the whole table.</param>
/// <param name="Before">Absent where there was nothing.</param>
/// <param name="After">Absent where there is nothing any more.</param>
public sealed record RubricChange(RubricChangeKind Kind, string Where, string? Before = null, string? After = null);

/// <summary>Compares two versions of a score table, code by code.</summary>
public static class RubricChanges
{
    public static ImmutableArray<RubricChange> Between(Rubric before, Rubric after) =>
    [
        .. Said(RubricChangeKind.Title, "", Both(before.Name), Both(after.Name)), .. Said(RubricChangeKind.Standard, "", before.Standard, after.Standard),
        .. Said(RubricChangeKind.Provisional, "", before.Provisional ? "1" : "0", after.Provisional ? "1" : "0"),
        .. Categories(before, after), .. Criteria(before, after), .. Moved(before, after), .. Texts(before, after),
    ];

    private static IEnumerable<RubricChange> Categories(Rubric before, Rubric after) => Paired(before.Categories, after.Categories, c => c.Code).SelectMany(p => p switch
    {
        (null, { } added) => [new RubricChange(RubricChangeKind.Added, added.Code, null, Whole(added.Name, added.Points))],
        ({ } gone, null) => [new RubricChange(RubricChangeKind.Removed, gone.Code, Whole(gone.Name, gone.Points))],
        ({ } was, { } now) => [.. Said(RubricChangeKind.Name, now.Code, Both(was.Name), Both(now.Name)), .. Said(RubricChangeKind.Points, now.Code, Number(was.Points), Number(now.Points))],
        _ => Array.Empty<RubricChange>(),
    });

    private static IEnumerable<RubricChange> Criteria(Rubric before, Rubric after) => Paired(before.Criteria, after.Criteria, c => c.Code).SelectMany(p => p switch
    {
        (null, { } added) => [new RubricChange(RubricChangeKind.Added, added.Code, null, Whole(added.Name, added.Points))],
        ({ } gone, null) => [new RubricChange(RubricChangeKind.Removed, gone.Code, Whole(gone.Name, gone.Points))],
        ({ } was, { } now) =>
        [
            .. Said(RubricChangeKind.Name, now.Code, Both(was.Name), Both(now.Name)), .. Said(RubricChangeKind.Points, now.Code, Number(was.Points), Number(now.Points)),
            .. Said(RubricChangeKind.Type, now.Code, was.Type, now.Type), .. Said(RubricChangeKind.BandSet, now.Code, was.BandSet, now.BandSet),
            .. Said(RubricChangeKind.LookFor, now.Code, was.LookFor ?? "", now.LookFor ?? ""),
        ],
        _ => Array.Empty<RubricChange>(),
    });

    /// <summary>Criteria of both versions that stand in another category or in another order among those of both.</summary>
    private static IEnumerable<RubricChange> Moved(Rubric before, Rubric after)
    {
        var (was, now) = (Places(before), Places(after));
        var common = before.Criteria.Select(c => c.Code).Where(now.ContainsKey).ToArray();
        var order = after.Criteria.Select(c => c.Code).Where(was.ContainsKey).ToArray();
        for (var i = 0; i < common.Length; i++)
            if (common[i] != order[i] || was[common[i]] != now[common[i]]) yield return new RubricChange(RubricChangeKind.Moved, common[i], was[common[i]], now[common[i]]);
    }

    private static Dictionary<string, string> Places(Rubric rubric) =>
        rubric.Categories.SelectMany(c => c.Criteria.Select(i => (i.Code, Category: c.Code))).ToDictionary(p => p.Code, p => p.Category, StringComparer.Ordinal);

    private static IEnumerable<RubricChange> Texts(Rubric before, Rubric after) =>
        Paired([.. Lines(before)], [.. Lines(after)], l => l.Where).SelectMany(p => Said(RubricChangeKind.BandText, (p.Before ?? p.After)?.Where ?? "", p.Before?.Text ?? "", p.After?.Text ?? ""));

    private static IEnumerable<Line> Lines(Rubric rubric) =>
        rubric.BandSets.SelectMany(s => s.Bands.SelectMany(b => b.Texts.Select(t => new Line($"{s.Code} {b.Min}-{b.Max} {t.Factor}", Both(t.Text)))));

    private static IEnumerable<(T? Before, T? After)> Paired<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> code) where T : class
    {
        var (was, now) = (before.ToDictionary(code, StringComparer.Ordinal), after.ToDictionary(code, StringComparer.Ordinal));
        foreach (var one in before) yield return (one, now.GetValueOrDefault(code(one)));
        foreach (var one in after.Where(a => !was.ContainsKey(code(a)))) yield return (null, one);
    }

    private static IEnumerable<RubricChange> Said(RubricChangeKind kind, string where, string before, string after) => before == after ? [] : [new RubricChange(kind, where, before, after)];

    private static string Both(Words words) => words.Zh == words.En ? words.Zh : $"{words.Zh} / {words.En}";

    private static string Whole(Words name, int points) => $"{Both(name)} ({Number(points)})";

    private static string Number(int points) => points.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Line(string Where, string Text);
}
