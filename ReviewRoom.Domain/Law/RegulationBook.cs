using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Law;

/// <summary>One version of the regulation, with who wrote it and why.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">First day in force; absent for the first, which is in force until another is.</param>
/// <param name="By">Person id.</param>
public sealed record RegulationVersion(int Number, DateOnly? From, string? Reason, string By, DateTimeOffset At, Regulation Content);

/// <summary>
/// The book of the regulation's versions. A version is never changed: a session is bound to the one in force when it was announced, and a later one never touches it.
/// </summary>
public sealed record RegulationBook : IStreamState<RegulationBook, RegulationAct, RegulationEvent>
{
    public const int LongestTitle = 60;
    public const int LongestText = 2_000;
    public const int LongestReason = 400;

    /// <summary>Longest time limit of a step, in working days.</summary>
    public const int MostDays = 60;

    private RegulationBook(string id) => Id = id;

    /// <summary>A book without a version.</summary>
    public static RegulationBook Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    public ImmutableList<RegulationVersion> Versions { get; init; } = [];
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public bool Exists => !Versions.IsEmpty;
    public RegulationVersion Newest => Versions[^1];
    public RegulationVersion? Find(int number) => number >= 1 && number <= Versions.Count ? Versions[number - 1] : null;
    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    /// <summary>The version in force on a day: of those that have begun, the last that was written.</summary>
    [Article(27)]
    public RegulationVersion InForce(DateOnly on) => Versions.Last(v => v.From is null || v.From <= on);

    public Outcome<RegulationEvent> Decide(RegulationAct act, Asking asking) => act switch
    {
        TakeRegulation take => DecideTake(take, asking),
        AmendRegulation amend => DecideAmend(amend, asking),
        _ => RefusalCode.NotAllowed,
    };

    private Outcome<RegulationEvent> DecideTake(TakeRegulation act, Asking asking)
    {
        if (asking.By != Person.System) return RefusalCode.NotAllowed;
        if (Exists) return RefusalCode.AlreadySettled;
        return RegulationCheck.Of(act.Regulation).Any() ? Refusal.Malformed("regulation") : new RegulationTaken(act.Regulation);
    }

    private Outcome<RegulationEvent> DecideAmend(AmendRegulation act, Asking asking)
    {
        if (!asking.By.Roles.HasFlag(Roles.Office)) return RefusalCode.NotAllowed;
        if (!Exists) return RefusalCode.NotFound;
        if (act.Base != Newest.Number) return new Refusal(RefusalCode.RegulationMoved) { Criteria = [Newest.Number.ToString(CultureInfo.InvariantCulture)] };
        if (act.From < ChinaTime.DayOf(asking.At) || act.From < Newest.From) return Refusal.Malformed("from");
        if (string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        if (act.Reason.Length > LongestReason) return Refusal.Malformed("reason");
        if (WrongArticles(act.Articles ?? []) is { } articles) return articles;
        if (act.Steps is { } steps && WrongSteps(steps) is { } field) return Refusal.Malformed(field);
        var amended = new RegulationAmended(act.Base, act.From, act.Reason.Trim(), [.. (act.Articles ?? []).Select(Tidy)], act.Steps is { } given ? [.. given.Select(Tidy)] : null);
        return RegulationChange.Between(Newest.Content, Newest.Content.With(amended.Articles, amended.Steps)).IsEmpty ? RefusalCode.AlreadySettled : amended;
    }

    /// <summary>Articles whose words are known are the city government's: the office changes none of them here.</summary>
    private Refusal? WrongArticles(ImmutableArray<ArticleWording> articles)
    {
        if (articles.IsDefault || articles.Any(a => a is null) || articles.DistinctBy(a => a.Number).Count() < articles.Length) return Refusal.Malformed("articles");
        if (articles.Any(a => Newest.Content.Articles.All(known => known.Number != a.Number))) return Refusal.Malformed("articles");
        ImmutableArray<string> known = [.. articles.Select(a => a.Number).Except(Newest.Content.Provisional).Order().Select(n => n.ToString(CultureInfo.InvariantCulture))];
        if (!known.IsEmpty) return new Refusal(RefusalCode.ArticleFixed) { Criteria = known };
        if (articles.Any(a => !IsTitle(a.Title))) return Refusal.Malformed("title");
        return articles.Any(a => !IsText(a.Text) || a.Gloss?.Length > LongestText) ? Refusal.Malformed("text") : null;
    }

    private string? WrongSteps(ImmutableArray<StepWording> steps)
    {
        var known = Newest.Content.Steps;
        if (steps.IsDefault || steps.Any(s => s is null) || steps.Length != known.Length || !known.All(k => steps.Any(s => s.Key == k.Key))) return "steps";
        if (steps.Any(s => !IsTitle(s.Name))) return "title";
        return steps.All(s => s.Days is null or (>= 1 and <= MostDays) && IsReading(known.First(k => k.Key == s.Key), s.Days)) ? null : "days";
    }

    /// <summary>A limit that is an open point of the regulation takes one of that point's readings.</summary>
    private bool IsReading(ProcedureStep step, int? days) =>
        Newest.Content.Settings.FirstOrDefault(s => s.Key == step.LimitKey) is not { } setting || setting.Alternatives.Any(a => a.Value == days?.ToString(CultureInfo.InvariantCulture));

    private static bool IsTitle(Words title) => IsShort(title.Zh) && IsShort(title.En);

    private static bool IsShort(string title) => !string.IsNullOrWhiteSpace(title) && title.Length <= LongestTitle;

    private static bool IsText(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;

    private static ArticleWording Tidy(ArticleWording w) => w with { Title = Tidy(w.Title), Text = w.Text.Trim(), Gloss = string.IsNullOrWhiteSpace(w.Gloss) ? null : w.Gloss.Trim() };

    private static StepWording Tidy(StepWording w) => w with { Name = Tidy(w.Name) };

    private static Words Tidy(Words words) => new(words.Zh.Trim(), words.En.Trim());

    public RegulationBook Apply(RegulationEvent happened, Stamp stamp)
    {
        var next = happened switch
        {
            RegulationTaken e => new RegulationVersion(1, null, null, stamp.Actor, stamp.At, e.Regulation),
            RegulationAmended e => new RegulationVersion(Versions.Count + 1, e.From, e.Reason, stamp.Actor, stamp.At, Newest.Content.With(e.Articles, e.Steps)),
            _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
        };
        return this with { Versions = Versions.Add(next), Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };
    }
}
