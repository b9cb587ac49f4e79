using System.Collections.Immutable;
using System.Text.Json;

namespace ReviewRoom.Domain.Rubrics;

/// <summary>What is wrong with a score table's file: a key, the words are the application's.</summary>
public enum RubricFault
{
    /// <summary>Not JSON, or a member is missing or of another type; the place is the JSON path.</summary>
    Unreadable,
    /// <summary>The file has an id, name or code that is empty; the place names it.</summary>
    Nameless,
    NoCriteria,
    /// <summary>Two categories, criteria, band sets or bands have the same code.</summary>
    CodeTwice,
    /// <summary>Points are not positive.</summary>
    PointsNotPositive,
    /// <summary>The criteria's points do not sum to their category's.</summary>
    CategorySum,
    /// <summary>The categories' points do not sum to the total the file states.</summary>
    TotalSum,
    /// <summary>The file states another number of criteria than it has.</summary>
    CriterionCount,
    /// <summary>A criterion names a band set that is not in the file.</summary>
    UnknownBandSet,
    /// <summary>A criterion is neither about a process nor about results.</summary>
    UnknownType,
    /// <summary>The bands of a set do not tile 0, 5, …, 100.</summary>
    BandsDoNotTile,
    /// <summary>The bands tile, but they are not 0-5, 10-25, 30-45, 50-65, 70-85, 90-100, by which agreement is judged.</summary>
    BandEdges,
    /// <summary>A band has no text for a factor of its set, two, or one for a factor the set does not have.</summary>
    BandText,
}

/// <summary>One fault of a score table's file and where it stands: a code, or a JSON path.</summary>
/// <param name="Found">What the file has, where a number says more.</param>
/// <param name="Expected">What it should have.</param>
public sealed record RubricProblem(RubricFault Fault, string Where, int? Found = null, int? Expected = null);

/// <summary>The outcome of reading a score table's file: the table, or everything that is wrong with it.</summary>
public sealed record RubricReading(Rubric? Rubric, ImmutableArray<RubricProblem> Problems);

/// <summary>A score table (评分标准) as it is shipped or loaded by the office: JSON in the form of the scheme's data.</summary>
public static class RubricFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 32,
    };

    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    public static RubricReading Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<File>(json.StartsWith("\uFEFF"u8) ? json[3..] : json, Options);
            return file is null || HasHoles(file) ? Unreadable("$") : Checked(file);
        }
        catch (JsonException wrong)
        {
            return Unreadable(wrong.Path ?? "$");
        }
    }

    /// <summary>A null inside a list is not caught by the serializer.</summary>
    private static bool HasHoles(File file) =>
        file.BandSets.Any(s => s is null || s.Factors.Any(f => f is null) || s.Bands.Any(b => b is null || b.Texts.Any(t => t is null)))
        || file.Categories.Any(c => c is null || c.Items.Any(i => i is null));

    private static RubricReading Unreadable(string path) => new(null, [new RubricProblem(RubricFault.Unreadable, path)]);

    private static RubricReading Checked(File file)
    {
        var rubric = RubricOf(file);
        ImmutableArray<RubricProblem> problems = [.. RubricCheck.Of(rubric, file.TotalPoints, file.ItemCount)];
        return new RubricReading(problems.IsEmpty ? rubric : null, problems);
    }

    private static Rubric RubricOf(File file) => new(
        file.Id, file.Version, file.Name, file.Standard.Code ?? file.Standard.LikelyTarget ?? "", file.Status.Provisional || file.Status.Unverified,
        [.. file.BandSets.Select(s => new BandSet(s.Code, s.Name, [.. s.Factors], [.. s.Bands.Select(BandOf).OrderBy(b => b.Min)]))],
        [.. file.Categories.Select(c => new Category(
            c.Code, c.Name, c.Points, [.. c.Items.Select(i => new Criterion(i.Code, i.Name, i.Points, i.Type, i.BandSet, i.LookFor))]))]);

    private static Band BandOf(FileBand band) => new(
        band.Code, band.Min, band.Max, band.Label, [.. band.Texts.Select(t => new BandText(t.Factor, new Words(t.Zh.Text, t.En.Text)))]);

    // The file's own shape; members the product does not read are passed over.
    private sealed record File(
        string Id, int Version, Words Name, FileStandard Standard, FileStatus Status, int TotalPoints, int ItemCount,
        ImmutableArray<FileBandSet> BandSets, ImmutableArray<FileCategory> Categories);

    private sealed record FileStandard(string? Code = null, string? LikelyTarget = null);

    private sealed record FileStatus(bool Provisional = false, bool Unverified = false);

    private sealed record FileBandSet(string Code, Words Name, ImmutableArray<Factor> Factors, ImmutableArray<FileBand> Bands);

    private sealed record FileBand(string Code, int Min, int Max, Words Label, ImmutableArray<FileBandText> Texts);

    private sealed record FileBandText(string Factor, FileText Zh, FileText En);

    private sealed record FileText(string Text);

    private sealed record FileCategory(string Code, Words Name, int Points, ImmutableArray<FileCriterion> Items);

    private sealed record FileCriterion(string Code, Words Name, int Points, string Type, string BandSet, string? LookFor = null);
}
