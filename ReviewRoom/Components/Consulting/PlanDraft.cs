using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Consulting;

/// <summary>The plan of a session as it is being written.</summary>
public sealed class PlanDraft
{
    /// <summary>The steps of the procedure (Articles 12 to 18, provisional) in their order, with the article of each.</summary>
    public static readonly ImmutableArray<(string Key, int Article)> Steps =
    [
        ("notice", 12), ("application", 13), ("recommendation", 14), ("formal-check", 15), ("document-review", 16), ("site-review", 17),
        ("consultation", 18), ("proposal", 18), ("public-notice", 18), ("approval", 18), ("conferral", 18),
    ];

    public string Title { get; set; } = "";
    public string Regulation { get; set; } = "1";
    public int? Year { get; set; }
    public DateOnly? Deadline { get; set; }
    public Dictionary<string, DateOnly?> From { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, DateOnly?> To { get; } = new(StringComparer.Ordinal);
    public DecisionSettings Settings { get; set; } = new();
    public int NoticeDays { get; set; } = 5;
    /// <summary>Why dates of an announced session are moved.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Why the session comes less than a cycle after the one before.</summary>
    public string CycleReason { get; set; } = "";

    public static PlanDraft Of(PlanSession? plan, string title, int year)
    {
        var draft = new PlanDraft { Title = plan?.Title ?? title, Regulation = plan?.Regulation ?? "1", Year = plan?.Year ?? year, Deadline = plan?.Deadline, Settings = plan?.Settings ?? new DecisionSettings(), NoticeDays = plan?.NoticeDays ?? 5, CycleReason = plan?.CycleReason ?? "" };
        foreach (var step in plan?.Steps ?? []) (draft.From[step.Key], draft.To[step.Key]) = (step.From, step.To);
        return draft;
    }

    /// <summary>The first step that ends before it begins, or has an end and no beginning.</summary>
    public string? Odd => Steps.Select(s => s.Key).FirstOrDefault(k => To.GetValueOrDefault(k) is { } to && (From.GetValueOrDefault(k) is not { } from || to < from));

    /// <summary>Null while something that must be there is missing.</summary>
    public PlanSession? Act() => string.IsNullOrWhiteSpace(Title) || string.IsNullOrWhiteSpace(Regulation) || Year is not { } year || Deadline is not { } deadline || Odd is not null ? null : new PlanSession(
        Title.Trim(), Regulation.Trim(), year, deadline,
        [.. Steps.Select(s => s.Key).Where(k => From.GetValueOrDefault(k) is not null).Select(k => (k, From: From[k].GetValueOrDefault())).Select(s => new PlannedStep(s.k, s.From, To.GetValueOrDefault(s.k) ?? s.From))], Settings, NoticeDays, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), string.IsNullOrWhiteSpace(CycleReason) ? null : CycleReason.Trim());
}
