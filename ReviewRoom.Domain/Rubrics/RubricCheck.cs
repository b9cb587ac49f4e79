using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rubrics;

/// <summary>What a score table must keep so that a sheet can be counted: sums, unique codes, bands that tile the scale, a text for each factor.</summary>
public static class RubricCheck
{
    /// <summary>What a criterion may be about.</summary>
    public static readonly ImmutableArray<string> Types = ["process", "results"];

    /// <param name="total">The sum the table's file states.</param>
    /// <param name="criteria">The number of criteria the table's file states.</param>
    public static IEnumerable<RubricProblem> Of(Rubric rubric, int total, int criteria) =>
    [
        .. Names(rubric), .. Codes(rubric), .. Sums(rubric, total, criteria),
        .. rubric.BandSets.SelectMany(Bands),
        .. rubric.Criteria.Where(c => rubric.BandSets.All(s => s.Code != c.BandSet)).Select(c => new RubricProblem(RubricFault.UnknownBandSet, c.Code)),
        .. rubric.Criteria.Where(c => !Types.Contains(c.Type)).Select(c => new RubricProblem(RubricFault.UnknownType, c.Code)),
    ];

    private static IEnumerable<RubricProblem> Names(Rubric rubric)
    {
        if (string.IsNullOrWhiteSpace(rubric.Id)) yield return new RubricProblem(RubricFault.Nameless, "id");
        if (IsBlank(rubric.Name)) yield return new RubricProblem(RubricFault.Nameless, "name");
        foreach (var category in rubric.Categories.Where(c => string.IsNullOrWhiteSpace(c.Code) || IsBlank(c.Name)))
            yield return new RubricProblem(RubricFault.Nameless, category.Code);
        foreach (var criterion in rubric.Criteria.Where(c => string.IsNullOrWhiteSpace(c.Code) || IsBlank(c.Name)))
            yield return new RubricProblem(RubricFault.Nameless, criterion.Code);
    }

    private static bool IsBlank(Words words) => string.IsNullOrWhiteSpace(words.Zh) || string.IsNullOrWhiteSpace(words.En);

    private static IEnumerable<RubricProblem> Codes(Rubric rubric) =>
        Twice(rubric.Categories.Select(c => c.Code))
            .Concat(Twice(rubric.Criteria.Select(c => c.Code)))
            .Concat(Twice(rubric.BandSets.Select(s => s.Code)))
            .Concat(rubric.BandSets.SelectMany(s => Twice(s.Bands.Select(b => b.Code)).Concat(Twice(s.Factors.Select(f => f.Code)))))
            .Select(code => new RubricProblem(RubricFault.CodeTwice, code));

    private static IEnumerable<string> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    private static IEnumerable<RubricProblem> Sums(Rubric rubric, int total, int criteria)
    {
        if (rubric.Criteria.IsEmpty) yield return new RubricProblem(RubricFault.NoCriteria, rubric.Id);
        foreach (var criterion in rubric.Criteria.Where(c => c.Points <= 0))
            yield return new RubricProblem(RubricFault.PointsNotPositive, criterion.Code, criterion.Points);
        foreach (var category in rubric.Categories)
            if (category.Criteria.Sum(c => (long)c.Points) is var sum && sum != category.Points)
                yield return new RubricProblem(RubricFault.CategorySum, category.Code, Whole(sum), category.Points);
        if (rubric.Categories.Sum(c => (long)c.Points) is var whole && whole != total)
            yield return new RubricProblem(RubricFault.TotalSum, rubric.Id, Whole(whole), total);
        if (rubric.Criteria.Length != criteria)
            yield return new RubricProblem(RubricFault.CriterionCount, rubric.Id, rubric.Criteria.Length, criteria);
    }

    private static int Whole(long sum) => (int)Math.Clamp(sum, int.MinValue, int.MaxValue);

    private static IEnumerable<RubricProblem> Bands(BandSet set)
    {
        if (!Tile(set)) yield return new RubricProblem(RubricFault.BandsDoNotTile, set.Code);
        else if (set.Bands.Where((b, i) => new Rate(b.Min).Band != i || new Rate(b.Max).Band != i).Any())
            yield return new RubricProblem(RubricFault.BandEdges, set.Code);
        foreach (var band in set.Bands.Where(b => !HasItsTexts(set, b)))
            yield return new RubricProblem(RubricFault.BandText, $"{set.Code}.{band.Code}");
    }

    private static bool Tile(BandSet set)
    {
        var next = 0;
        foreach (var band in set.Bands.OrderBy(b => b.Min))
        {
            if (band.Min != next || band.Max < band.Min || !Rate.IsOnGrid(band.Max)) return false;
            next = band.Max + Rate.Step;
        }
        return next == Rate.Highest + Rate.Step;
    }

    private static bool HasItsTexts(BandSet set, Band band) =>
        band.Texts.Length == set.Factors.Length
        && set.Factors.All(f => band.Texts.Count(t => t.Factor == f.Code) == 1)
        && band.Texts.All(t => !IsBlank(t.Text));
}
