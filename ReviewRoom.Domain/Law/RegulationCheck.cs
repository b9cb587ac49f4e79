namespace ReviewRoom.Domain.Law;

/// <summary>What is wrong with the regulation's file: a key, the words are the reader's.</summary>
public enum RegulationFault
{
    /// <summary>Not JSON, or a member is missing or of another type; the place is the JSON path.</summary>
    Unreadable,
    /// <summary>An id, name or text is empty; the place names it.</summary>
    Nameless,
    ChapterCount,
    /// <summary>The chapters do not hold the articles one after the other.</summary>
    ChaptersDoNotTile,
    /// <summary>Not 27 articles, numbered from 1.</summary>
    ArticleCount,
    /// <summary>An article stands in another chapter than the chapters say.</summary>
    WrongChapter,
    /// <summary>An article is provisional that is known, or known that is not.</summary>
    ProvisionalDiffers,
    /// <summary>The conditions are not E1 to E7 of Articles 8 and 9.</summary>
    Conditions,
    /// <summary>An article of the procedure has no step, or a step belongs to no article of it.</summary>
    Steps,
    /// <summary>A key stands twice.</summary>
    KeyTwice,
    /// <summary>A step is done by a body the file does not have.</summary>
    UnknownBody,
    /// <summary>A time limit is none of 1 to 60 working days.</summary>
    Days,
    /// <summary>The reading in force is none of the readings.</summary>
    DefaultNotAmongAlternatives,
    /// <summary>A body or setting names an article there is not.</summary>
    UnknownArticle,
    /// <summary>The most a session can cost is not what places and rewards give.</summary>
    MoneyDiffers,
}

/// <summary>One fault of the file and where it stands.</summary>
public sealed record RegulationProblem(RegulationFault Fault, string Where);

/// <summary>Is the data sound: as many chapters and articles as the interpretation counts, provisional exactly where the text is lost, every reference in place?</summary>
public static class RegulationCheck
{
    public const int Chapters = 8;
    public const int Articles = 27;

    public static IEnumerable<RegulationProblem> Of(Regulation law) => [.. OfArticles(law), .. OfProcedure(law), .. OfSettings(law)];

    private static IEnumerable<RegulationProblem> OfArticles(Regulation law)
    {
        if (string.IsNullOrWhiteSpace(law.Id) || string.IsNullOrWhiteSpace(law.Name.Zh)) yield return new(RegulationFault.Nameless, "name");
        if (law.Chapters.Length != Chapters) yield return new(RegulationFault.ChapterCount, $"{law.Chapters.Length}");
        var next = 1;
        foreach (var chapter in law.Chapters)
        {
            if (chapter.First != next || chapter.Last < chapter.First) yield return new(RegulationFault.ChaptersDoNotTile, $"{chapter.Number}");
            next = chapter.Last + 1;
        }
        if (next != Articles + 1) yield return new(RegulationFault.ChaptersDoNotTile, $"{next - 1}");
        if (!law.Articles.Select(a => a.Number).SequenceEqual(Enumerable.Range(1, Articles))) yield return new(RegulationFault.ArticleCount, $"{law.Articles.Length}");
        foreach (var article in law.Articles)
        {
            if (string.IsNullOrWhiteSpace(article.Title.Zh) || string.IsNullOrWhiteSpace(article.Text)) yield return new(RegulationFault.Nameless, $"{article.Number}");
            if (law.Chapters.FirstOrDefault(c => c.First <= article.Number && article.Number <= c.Last)?.Number != article.Chapter) yield return new(RegulationFault.WrongChapter, $"{article.Number}");
            if (article.Provisional != ArticleAttribute.IsProvisional(article.Number) || article.Provisional != (article.Fidelity == Fidelity.Reconstructed))
                yield return new(RegulationFault.ProvisionalDiffers, $"{article.Number}");
        }
    }

    private static IEnumerable<RegulationProblem> OfProcedure(Regulation law)
    {
        if (!law.Conditions.Select(c => c.Id).SequenceEqual(Enumerable.Range(1, 7).Select(n => $"E{n}")) || law.Conditions.Any(c => c.Article is not (8 or 9))) yield return new(RegulationFault.Conditions, "");
        if (!law.Steps.Select(s => s.Article).Distinct().Order().SequenceEqual(Enumerable.Range(12, 7))) yield return new(RegulationFault.Steps, "");
        if (Twice(law.Steps.Select(s => s.Key)) is { } step) yield return new(RegulationFault.KeyTwice, step);
        if (Twice(law.Bodies.Select(b => b.Key)) is { } body) yield return new(RegulationFault.KeyTwice, body);
        foreach (var unknown in law.Steps.SelectMany(s => s.Actors).Except(law.Bodies.Select(b => b.Key))) yield return new(RegulationFault.UnknownBody, unknown);
        foreach (var wrong in law.Steps.Where(s => s.Days is not null and not (>= 1 and <= RegulationBook.MostDays))) yield return new(RegulationFault.Days, wrong.Key);
        foreach (var wrong in law.Bodies.Where(b => b.Articles.Any(IsUnknown))) yield return new(RegulationFault.UnknownArticle, wrong.Key);
        var figures = law.Figures;
        if (figures.MainPlaces * figures.Reward.MainOrganisation + figures.NominationPlaces * figures.Reward.NominationOrganisation != figures.Reward.MostPerSession)
            yield return new(RegulationFault.MoneyDiffers, $"{figures.Reward.MostPerSession}");
    }

    private static IEnumerable<RegulationProblem> OfSettings(Regulation law)
    {
        if (Twice(law.Settings.Select(s => s.Key)) is { } twice) yield return new(RegulationFault.KeyTwice, twice);
        foreach (var setting in law.Settings)
        {
            if (Twice(setting.Alternatives.Select(a => a.Value)) is { } value) yield return new(RegulationFault.KeyTwice, $"{setting.Key}.{value}");
            if (setting.Alternatives.All(a => a.Value != setting.Default)) yield return new(RegulationFault.DefaultNotAmongAlternatives, setting.Key);
            if (setting.Articles.IsEmpty || setting.Articles.Any(IsUnknown)) yield return new(RegulationFault.UnknownArticle, setting.Key);
            if (law.Steps.FirstOrDefault(s => s.LimitKey == setting.Key) is { } step && $"{step.Days}" != setting.Default) yield return new(RegulationFault.Days, setting.Key);
        }
    }

    private static bool IsUnknown(int article) => article is < 1 or > Articles;

    private static string? Twice(IEnumerable<string> keys) => keys.GroupBy(k => k, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any())?.Key;
}
