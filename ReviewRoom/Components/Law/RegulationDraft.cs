using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Law;

/// <summary>The words of one provisional article while they are being written.</summary>
public sealed class ArticleDraft
{
    public int Number { get; set; }
    public string TitleZh { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string Text { get; set; } = "";
    public string Gloss { get; set; } = "";

    public static ArticleDraft Of(Article article) =>
        new() { Number = article.Number, TitleZh = article.Title.Zh, TitleEn = article.Title.En, Text = article.Text, Gloss = article.Gloss ?? "" };

    /// <summary>Without an English title the Chinese one stands in both languages.</summary>
    public ArticleWording Wording => new(
        Number, new Words(TitleZh.Trim(), string.IsNullOrWhiteSpace(TitleEn) ? TitleZh.Trim() : TitleEn.Trim()), Text.Trim(), string.IsNullOrWhiteSpace(Gloss) ? null : Gloss.Trim());
}

/// <summary>A step of the procedure while it is being written; days as typed.</summary>
public sealed class StepDraft
{
    public string Key { get; set; } = "";
    public string NameZh { get; set; } = "";
    public string NameEn { get; set; } = "";
    public string Days { get; set; } = "";

    public static StepDraft Of(ProcedureStep step) =>
        new() { Key = step.Key, NameZh = step.Name.Zh, NameEn = step.Name.En, Days = step.Days?.ToString(CultureInfo.InvariantCulture) ?? "" };

    /// <summary>Empty is no limit.</summary>
    public bool HasDays => string.IsNullOrWhiteSpace(Days) || int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public StepWording Wording => new(
        Key, new Words(NameZh.Trim(), string.IsNullOrWhiteSpace(NameEn) ? NameZh.Trim() : NameEn.Trim()), int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null);
}

/// <summary>The office's next version while it is being written.</summary>
public sealed class RegulationDraft
{
    /// <summary>Number of the version it is written on.</summary>
    public int Base { get; set; }
    public DateOnly From { get; set; }
    public string Reason { get; set; } = "";
    public List<ArticleDraft> Articles { get; set; } = [];
    public List<StepDraft> Steps { get; set; } = [];

    public static RegulationDraft Of(RegulationVersion version, DateOnly today) => new()
    {
        Base = version.Number,
        From = version.From > today ? version.From.Value : today,
        Articles = [.. version.Content.Articles.Where(a => a.Provisional).Select(ArticleDraft.Of)],
        Steps = [.. version.Content.Steps.Select(StepDraft.Of)],
    };

    /// <summary>What it would change; empty while nothing is.</summary>
    public ImmutableArray<RegulationChange> Changes(Regulation on) => RegulationChange.Between(on, on.With([.. Articles.Select(a => a.Wording)], [.. Steps.Select(s => s.Wording)]));

    /// <summary>What it still lacks before it can be asked for: resource keys <c>Lacks.{…}</c>.</summary>
    public IEnumerable<string> Lacks(Regulation on)
    {
        if (Articles.Any(a => string.IsNullOrWhiteSpace(a.TitleZh) || string.IsNullOrWhiteSpace(a.Text)) || Steps.Any(s => string.IsNullOrWhiteSpace(s.NameZh))) yield return "Words";
        if (Steps.Any(s => !s.HasDays)) yield return "Days";
        if (Changes(on).IsEmpty) yield return "Change";
        if (string.IsNullOrWhiteSpace(Reason)) yield return "Reason";
    }

    /// <summary>Only what is different from the version it is written on.</summary>
    public AmendRegulation Act(Regulation on)
    {
        var changes = Changes(on);
        var isProcedure = changes.Any(c => c.Part is ChangedPart.StepName or ChangedPart.StepDays or ChangedPart.StepOrder);
        return new AmendRegulation(
            Base, From, Reason, [.. Articles.Where(a => changes.Any(c => c.Of is null && c.Article == a.Number)).Select(a => a.Wording)], isProcedure ? [.. Steps.Select(s => s.Wording)] : null);
    }

    public void Move(StepDraft step, int by)
    {
        var place = Steps.IndexOf(step);
        if (place + by < 0 || place + by >= Steps.Count) return;
        (Steps[place], Steps[place + by]) = (Steps[place + by], Steps[place]);
    }
}
