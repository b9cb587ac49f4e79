using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Law;

/// <summary>How near the words at hand are to the regulation's own: as the official interpretation gives them, shortened, or reconstructed because the text is lost.</summary>
public enum Fidelity { AsGiven, Summary, Reconstructed }

/// <summary>A chapter (章) and the articles it holds, first and last included.</summary>
public sealed record Chapter(int Number, Words Title, int First, int Last);

/// <summary>An article (条).</summary>
/// <param name="Text">Chinese: the words that count.</param>
/// <param name="Gloss">What it says, in English; absent where nobody has written it.</param>
/// <param name="Provisional">Its text is not known: what stands here is drafted (拟), and the office may change it by a later version.</param>
public sealed record Article(int Number, int Chapter, Words Title, string Text, string? Gloss, Fidelity Fidelity, bool Provisional);

/// <summary>A body that the regulation gives something to do.</summary>
public sealed record LawBody(string Key, Words Name, ImmutableArray<int> Articles);

/// <summary>A condition an applicant must meet (Articles 8 and 9).</summary>
/// <param name="Id">E1 to E7.</param>
/// <param name="Item">The item of its article; absent where it is the whole article.</param>
/// <param name="Evidence">Papers that show it, in Chinese.</param>
/// <param name="Check">What of it can be checked by program and what is judged by people.</param>
public sealed record Condition(
    string Id, int Article, int? Item, ImmutableArray<ApplicantKind> AppliesTo, string Text, string Gloss, ImmutableArray<string> Evidence, Words Check);

/// <summary>A step of the procedure (Articles 12 to 18).</summary>
/// <param name="Key">Stays the same in every version: plans of sessions name it.</param>
/// <param name="Actors">Keys of the bodies that act.</param>
/// <param name="LimitKey">Name of its time limit; the setting of that name, where there is one, follows the limit.</param>
/// <param name="Days">Its time limit in working days; absent where there is none.</param>
public sealed record ProcedureStep(string Key, int Article, Words Name, ImmutableArray<string> Actors, string LimitKey, int? Days);

/// <summary>One way to read an open point.</summary>
public sealed record Reading(string Value, Words Label);

/// <summary>An open point (待明确) of the regulation as a setting: the question, the reading in force and the others.</summary>
/// <param name="Default">Value of the reading in force.</param>
/// <param name="Articles">Articles it touches.</param>
public sealed record Setting(string Key, Words Question, string Default, ImmutableArray<Reading> Alternatives, ImmutableArray<int> Articles);

/// <summary>One-off rewards in yuan (Article 19), and the most one session can cost.</summary>
[Article(19)]
public sealed record RewardTable(int MainOrganisation, int MainIndividual, int NominationOrganisation, int NominationIndividual, int MostPerSession);

/// <summary>The figures the known articles give.</summary>
/// <param name="PassPercent">The line of Article 11, reached by who is exactly on it.</param>
/// <param name="LawfulYears">Years of lawful operation (Article 8, item 1).</param>
/// <param name="CleanYears">Years without a major accident (Article 8, item 5).</param>
/// <param name="Units">Member units that are consulted (Article 6).</param>
public sealed record LawFigures(int CycleYears, int MainPlaces, int NominationPlaces, int ValidityYears, int PassPercent, int LawfulYears, int CleanYears, int Units, RewardTable Reward);

/// <summary>
/// The regulation (办法) as data: what it says, article by article, its figures, its procedure, and its open points with the reading in force. One value is one version of it.
/// </summary>
/// <param name="Source">Where the words come from, and what is not known.</param>
public sealed record Regulation(
    string Id, Words Name, Words Source, Words Note, ImmutableArray<Chapter> Chapters, ImmutableArray<Article> Articles, LawFigures Figures,
    ImmutableArray<LawBody> Bodies, ImmutableArray<Condition> Conditions, ImmutableArray<ProcedureStep> Steps, ImmutableArray<Setting> Settings)
{
    /// <summary>Numbers of the articles the office may change.</summary>
    public IEnumerable<int> Provisional => Articles.Where(a => a.Provisional).Select(a => a.Number);

    /// <summary>The open points that touch an article.</summary>
    public IEnumerable<Setting> SettingsOf(int article) => Settings.Where(s => s.Articles.Contains(article));

    /// <summary>The next version: other words for articles, other names, order or time limits of steps. What may change is decided by <see cref="RegulationBook"/>.</summary>
    /// <param name="steps">All of them, each once; absent where they stay.</param>
    public Regulation With(IReadOnlyList<ArticleWording> articles, ImmutableArray<StepWording>? steps) => this with
    {
        Articles = [.. Articles.Select(a => articles.FirstOrDefault(w => w.Number == a.Number) is { } w ? a with { Title = w.Title, Text = w.Text, Gloss = w.Gloss } : a)],
        Steps = steps is { } order ? [.. order.Select(w => Steps.First(s => s.Key == w.Key) with { Name = w.Name, Days = w.Days })] : Steps,
        Settings = steps is { } limits ? [.. Settings.Select(s => s with { Default = LimitOf(s, limits) ?? s.Default })] : Settings,
    };

    private string? LimitOf(Setting setting, ImmutableArray<StepWording> limits) =>
        Steps.FirstOrDefault(s => s.LimitKey == setting.Key) is { } step ? limits.First(w => w.Key == step.Key).Days?.ToString(CultureInfo.InvariantCulture) : null;
}
