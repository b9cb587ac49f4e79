using System.Collections.Immutable;
using System.Globalization;

namespace ReviewRoom.Domain.Law;

/// <summary>What of the regulation a change is about.</summary>
public enum ChangedPart { Title, Text, Gloss, StepName, StepDays, StepOrder, Reading }

/// <summary>One difference between two versions.</summary>
/// <param name="Article">The article it belongs to; absent for the order of the steps.</param>
/// <param name="Of">Key of the step or setting, where it is about one.</param>
/// <param name="Before">Empty where there was nothing.</param>
/// <param name="After">Empty where there is nothing any more.</param>
public sealed record RegulationChange(ChangedPart Part, int? Article, string? Of, string Before, string After)
{
    /// <summary>All differences, article by article, then the procedure.</summary>
    public static ImmutableArray<RegulationChange> Between(Regulation before, Regulation after) =>
        [.. before.Articles.Zip(after.Articles).SelectMany(pair => OfArticle(pair.First, pair.Second)), .. OfSteps(before, after), .. OfSettings(before, after)];

    private static IEnumerable<RegulationChange> OfArticle(Article was, Article now)
    {
        if (was.Title.Zh != now.Title.Zh) yield return new(ChangedPart.Title, now.Number, null, was.Title.Zh, now.Title.Zh);
        if (was.Title.En != now.Title.En) yield return new(ChangedPart.Title, now.Number, null, was.Title.En, now.Title.En);
        if (was.Text != now.Text) yield return new(ChangedPart.Text, now.Number, null, was.Text, now.Text);
        if (was.Gloss != now.Gloss) yield return new(ChangedPart.Gloss, now.Number, null, was.Gloss ?? "", now.Gloss ?? "");
    }

    private static IEnumerable<RegulationChange> OfSteps(Regulation before, Regulation after)
    {
        foreach (var (was, now) in before.Steps.Join(after.Steps, s => s.Key, s => s.Key, (was, now) => (was, now)))
        {
            if (was.Name.Zh != now.Name.Zh) yield return new(ChangedPart.StepName, now.Article, now.Key, was.Name.Zh, now.Name.Zh);
            if (was.Name.En != now.Name.En) yield return new(ChangedPart.StepName, now.Article, now.Key, was.Name.En, now.Name.En);
            if (was.Days != now.Days) yield return new(ChangedPart.StepDays, now.Article, now.Key, DaysOf(was), DaysOf(now));
        }
        if (!before.Steps.Select(s => s.Key).SequenceEqual(after.Steps.Select(s => s.Key), StringComparer.Ordinal))
            yield return new(ChangedPart.StepOrder, null, null, OrderOf(before), OrderOf(after));
    }

    private static IEnumerable<RegulationChange> OfSettings(Regulation before, Regulation after) =>
        from pair in before.Settings.Zip(after.Settings)
        where pair.First.Default != pair.Second.Default
        select new RegulationChange(ChangedPart.Reading, null, pair.Second.Key, pair.First.Default, pair.Second.Default);

    private static string DaysOf(ProcedureStep step) => step.Days?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string OrderOf(Regulation regulation) => string.Join(" → ", regulation.Steps.Select(s => s.Name.Zh));
}
