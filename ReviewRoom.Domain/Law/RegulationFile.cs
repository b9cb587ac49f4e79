using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Law;

/// <summary>The outcome of reading the regulation's file: the regulation, or everything that is wrong with it.</summary>
public sealed record RegulationReading(Regulation? Regulation, ImmutableArray<RegulationProblem> Problems);

/// <summary>The regulation as it ships: JSON in the form of the scheme's data.</summary>
public static class RegulationFile
{
    // The mark of a drafted article (拟) stands before its title in the file; in the program the article itself says it.
    private const string ChineseMark = "\uFF08\u62DF\uFF09", EnglishMark = "(Provisional) ";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        MaxDepth = 32,
    };

    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    public static RegulationReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json.StartsWith("\uFEFF"u8) ? json[3..] : json, Options);
            if (file is null || HasHoles(file)) return Unreadable("$");
            var regulation = RegulationOf(file);
            ImmutableArray<RegulationProblem> problems = [.. RegulationCheck.Of(regulation), .. KnownDiffers(file)];
            return new RegulationReading(problems.IsEmpty ? regulation : null, problems);
        }
        catch (JsonException wrong)
        {
            return Unreadable(wrong.Path ?? "$");
        }
    }

    private static RegulationReading Unreadable(string path) => new(null, [new RegulationProblem(RegulationFault.Unreadable, path)]);

    /// <summary>A null or an absent list inside a list is not caught by the serializer.</summary>
    private static bool HasHoles(File file) =>
        file.Chapters.Any(c => c is null || c.Articles.Length != 2) || file.Articles.Any(a => a is null) || file.Roles.Any(r => r is null) || file.Eligibility.Any(e => e is null || e.Evidence.Any(x => x is null))
        || file.Procedure.Steps.Any(s => s is null || s.Actor.Any(a => a is null) || s.TimeLimits.Length > 1 || s.TimeLimits.Any(l => l is null || l.Unit != "workingDays"))
        || file.Settings.Any(s => s is null || s.Alternatives.Any(a => a is null));

    /// <summary>Known and provisional say the same thing twice: they may not disagree.</summary>
    private static IEnumerable<RegulationProblem> KnownDiffers(File file) =>
        file.Articles.Where(a => a.Known == a.Provisional).Select(a => new RegulationProblem(RegulationFault.ProvisionalDiffers, $"{a.Number}"));

    private static Regulation RegulationOf(File file) => new(
        file.Id, file.Name, new Words(file.Source.Zh, file.Source.En), file.Source.Note,
        [.. file.Chapters.Select(c => new Chapter(c.Number, c.Title, c.Articles[0], c.Articles[1]))],
        [.. file.Articles.Select(a => new Article(a.Number, a.Chapter, TitleOf(a), a.Text, a.Gloss, a.Fidelity, a.Provisional))],
        FiguresOf(file.Parameters),
        [.. file.Roles.Select(r => new LawBody(r.Key, r.Name, [.. r.Articles]))],
        [.. file.Eligibility.Select(e => new Condition(e.Id, e.Article, e.Item, [.. e.AppliesTo], e.Text, e.Gloss, [.. e.Evidence], e.Check))],
        [.. file.Procedure.Steps.Select(s => new ProcedureStep(
            s.Key, s.Article, s.Name, [.. s.Actor], s.TimeLimits is [var limit] ? limit.Key : $"{s.Key}-days", s.TimeLimits is [var days] ? days.Days : null))],
        [.. file.Settings.Select(s => new Setting(s.Key, s.Question, ValueOf(s.Default), [.. s.Alternatives.Select(a => new Reading(ValueOf(a.Value), a.Label))], [.. s.Articles]))]);

    private static Words TitleOf(FileArticle article) => !article.Provisional ? article.Title : new Words(Without(article.Title.Zh, ChineseMark), Without(article.Title.En, EnglishMark));

    private static string Without(string title, string mark) => title.StartsWith(mark, StringComparison.Ordinal) ? title[mark.Length..] : title;

    private static LawFigures FiguresOf(FileParameters p) => new(
        p.CycleYears.Value, p.Quota.Main.Value, p.Quota.Nomination.Value, p.ValidityYears.Value,
        p.PassRate is { Den: 100, Inclusive: true } ? p.PassRate.Num : throw new JsonException("The pass line is not a share of 100 that passes.", "$.parameters.passRate", null, null),
        p.LawfulOperationYears.Value, p.CleanRecordYears.Value, p.ConsultationUnits.Value,
        new RewardTable(p.Reward.Matrix.Main.Organisation, p.Reward.Matrix.Main.Individual, p.Reward.Matrix.Nomination.Organisation, p.Reward.Matrix.Nomination.Individual, p.MaximumSessionReward.Value));

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new JsonException("A reading is a word or a number.", "$.settings", null, null),
    };

    // The file's own shape; members the product does not read are passed over.
    private sealed record File(
        string Id, Words Name, FileSource Source, ImmutableArray<FileChapter> Chapters, ImmutableArray<FileArticle> Articles, FileParameters Parameters,
        ImmutableArray<FileRole> Roles, ImmutableArray<FileCondition> Eligibility, FileProcedure Procedure, ImmutableArray<FileSetting> Settings);

    private sealed record FileSource(string Zh, string En, Words Note);

    private sealed record FileChapter(int Number, Words Title, ImmutableArray<int> Articles);

    private sealed record FileArticle(int Number, int Chapter, Words Title, string Text, string Gloss, Fidelity Fidelity, bool Known, bool Provisional);

    private sealed record FileValue(int Value);

    private sealed record FileQuota(FileValue Main, FileValue Nomination);

    private sealed record FileShare(int Num, int Den, bool Inclusive);

    private sealed record FileKinds(int Organisation, int Individual);

    private sealed record FileMatrix(FileKinds Main, FileKinds Nomination);

    private sealed record FileReward(FileMatrix Matrix);

    private sealed record FileParameters(
        FileValue CycleYears, FileQuota Quota, FileShare PassRate, FileValue ValidityYears, FileValue LawfulOperationYears, FileValue CleanRecordYears,
        FileValue ConsultationUnits, FileReward Reward, FileValue MaximumSessionReward);

    private sealed record FileRole(string Key, Words Name, ImmutableArray<int> Articles);

    private sealed record FileCondition(
        string Id, int Article, ImmutableArray<ApplicantKind> AppliesTo, string Text, string Gloss, ImmutableArray<string> Evidence, Words Check, int? Item = null);

    private sealed record FileProcedure(ImmutableArray<FileStep> Steps);

    private sealed record FileStep(string Key, int Article, Words Name, ImmutableArray<string> Actor, ImmutableArray<FileLimit> TimeLimits);

    private sealed record FileLimit(string Key, int Days, string Unit);

    private sealed record FileSetting(string Key, Words Question, JsonElement Default, ImmutableArray<FileReading> Alternatives, ImmutableArray<int> Articles);

    private sealed record FileReading(JsonElement Value, Words Label);
}
