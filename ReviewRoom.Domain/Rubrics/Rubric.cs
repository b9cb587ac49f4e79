using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Rubrics;

/// <summary>A text in the two languages of the product.</summary>
public sealed record Words(string Zh, string En)
{
    public string In(bool chinese) => chinese ? Zh : En;
}

/// <summary>One element of the scoring method (approach, deployment, learning, integration; levels, trends, comparisons, integration).</summary>
public sealed record Factor(string Code, Words Name);

/// <summary>What one factor reads like in one band.</summary>
public sealed record BandText(string Factor, Words Text);

/// <summary>A scoring band: rates from <paramref name="Min"/> to <paramref name="Max"/> percent, inclusive.</summary>
public sealed record Band(string Code, int Min, int Max, Words Label, ImmutableArray<BandText> Texts);

/// <summary>A set of six bands that tile 0..100.</summary>
public sealed record BandSet(string Code, Words Name, ImmutableArray<Factor> Factors, ImmutableArray<Band> Bands);

/// <summary>One scored item of the standard.</summary>
/// <param name="Points">Full points, a positive integer.</param>
public sealed record Criterion(string Code, Words Name, int Points, string Type, string BandSet, string? LookFor);

/// <summary>A chapter of the standard: its criteria's points sum to its own.</summary>
public sealed record Category(string Code, Words Name, int Points, ImmutableArray<Criterion> Criteria);

/// <summary>
/// A score table (评分标准), versioned: Article 10 asks for the latest edition of DB14/T 1462-1464, so the rubric is data and a session is bound to one version.
/// </summary>
[Article(10)]
public sealed record Rubric(
    string Id, int Version, Words Name, string Standard, bool Provisional, ImmutableArray<BandSet> BandSets, ImmutableArray<Category> Categories)
{
    private FrozenDictionary<string, int>? places;

    /// <summary>All criteria in table order.</summary>
    [JsonIgnore]
    public ImmutableArray<Criterion> Criteria => criteria.IsDefault ? criteria = [.. Categories.SelectMany(c => c.Criteria)] : criteria;

    private ImmutableArray<Criterion> criteria;

    /// <summary>Sum of all points (1000 in the tables of the scheme).</summary>
    [JsonIgnore]
    public int TotalPoints => Categories.Sum(c => c.Points);

    /// <summary>Place of a criterion in <see cref="Criteria"/>, or -1 for an unknown code.</summary>
    public int PlaceOf(string code) =>
        (places ??= Criteria.Select((c, i) => (c.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i)).GetValueOrDefault(code, -1);

    public BandSet BandSetOf(Criterion criterion) => BandSets.First(b => b.Code == criterion.BandSet);
}
