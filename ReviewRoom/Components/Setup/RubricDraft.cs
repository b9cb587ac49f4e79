using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Setup;

/// <summary>A score table as it is being written: what was typed stays as it was typed, sound or not, until it is saved as the next version.</summary>
public sealed class RubricDraft
{
    public string Id { get; set; } = "";

    /// <summary>The version it was begun from.</summary>
    public int From { get; set; }
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";
    public string Standard { get; set; } = "";
    public bool Provisional { get; set; }

    /// <summary>The sum the whole table is to have.</summary>
    public string Total { get; set; } = "";
    public List<CategoryDraft> Categories { get; set; } = [];
    public List<BandSetDraft> BandSets { get; set; } = [];

    public static RubricDraft Of(Rubric rubric) => new()
    {
        Id = rubric.Id,
        From = rubric.Version,
        Zh = rubric.Name.Zh,
        En = rubric.Name.En,
        Standard = rubric.Standard,
        Provisional = rubric.Provisional,
        Total = Typed(rubric.TotalPoints),
        Categories = [.. rubric.Categories.Select(CategoryDraft.Of)],
        BandSets = [.. rubric.BandSets.Select(BandSetDraft.Of)],
    };

    /// <summary>Points as they were typed; null where they are no whole number.</summary>
    public static int? Points(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points <= 100_000 ? points : null;

    public static string Typed(int points) => points.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sum of all criteria that can be read.</summary>
    public int Sum => Categories.Sum(c => c.Sum);

    /// <summary>Fields in which something other than a whole number stands, by the code beside them.</summary>
    public IEnumerable<string> Unreadable =>
        Categories.SelectMany(c => c.Criteria.Where(i => Points(i.Points) is null).Select(i => i.Code).Prepend(Points(c.Points) is null ? c.Code : "")).Append(Points(Total) is null ? Id : "").Where(code => code.Length > 0);

    /// <summary>Everything that keeps it from being saved.</summary>
    public ImmutableArray<RubricProblem> Problems => [.. RubricCheck.Of(Rubric, Points(Total) ?? 0, Rubric.Criteria.Length)];

    public bool IsSound => !Unreadable.Any() && Problems.IsEmpty;

    /// <summary>Has nothing been changed against this version?</summary>
    public bool IsSame(Rubric version) => !Unreadable.Any() && Points(Total) == version.TotalPoints && Canonical.Bytes(Rubric).AsSpan().SequenceEqual(Canonical.Bytes(version));

    /// <summary>The table as it stands; a field that cannot be read counts as 0.</summary>
    public Rubric Rubric => new(Id, From, Both(Zh, En), Standard.Trim(), Provisional, [.. BandSets.Select(s => s.BandSet)], [.. Categories.Select(c => c.Category)]);

    /// <summary>English may be left empty: then the Chinese stands for both.</summary>
    public static Words Both(string zh, string en) => new(zh.Trim(), string.IsNullOrWhiteSpace(en) ? zh.Trim() : en.Trim());

    /// <summary>Moves a criterion one place; over the edge of its category it goes into the next one.</summary>
    public void Move(CriterionDraft criterion, int by)
    {
        var at = Categories.FindIndex(c => c.Criteria.Contains(criterion));
        if (at < 0) return;
        var (place, list) = (Categories[at].Criteria.IndexOf(criterion), Categories[at].Criteria);
        if (place + by >= 0 && place + by < list.Count)
        {
            list.RemoveAt(place);
            list.Insert(place + by, criterion);
        }
        else if (at + by >= 0 && at + by < Categories.Count)
        {
            list.RemoveAt(place);
            var next = Categories[at + by].Criteria;
            next.Insert(by > 0 ? 0 : next.Count, criterion);
        }
    }

    public void Move(CategoryDraft category, int by)
    {
        var place = Categories.IndexOf(category);
        if (place < 0 || place + by < 0 || place + by >= Categories.Count) return;
        Categories.RemoveAt(place);
        Categories.Insert(place + by, category);
    }
}

/// <summary>A chapter as it is being written.</summary>
public sealed class CategoryDraft
{
    public Guid Key { get; set; } = Guid.NewGuid();
    public string Code { get; set; } = "";
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";
    public string Points { get; set; } = "";
    public List<CriterionDraft> Criteria { get; set; } = [];

    public static CategoryDraft Of(Category category) => new()
    {
        Code = category.Code,
        Zh = category.Name.Zh,
        En = category.Name.En,
        Points = RubricDraft.Typed(category.Points),
        Criteria = [.. category.Criteria.Select(CriterionDraft.Of)],
    };

    public int Sum => Criteria.Sum(c => RubricDraft.Points(c.Points) ?? 0);

    public Category Category => new(Code.Trim(), RubricDraft.Both(Zh, En), RubricDraft.Points(Points) ?? 0, [.. Criteria.Select(c => c.Criterion)]);
}

/// <summary>One scored item as it is being written.</summary>
public sealed class CriterionDraft
{
    public Guid Key { get; set; } = Guid.NewGuid();
    public string Code { get; set; } = "";
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";
    public string Points { get; set; } = "";
    public string Type { get; set; } = RubricCheck.Types[0];
    public string BandSet { get; set; } = "";
    public string LookFor { get; set; } = "";

    public static CriterionDraft Of(Criterion criterion) => new()
    {
        Code = criterion.Code,
        Zh = criterion.Name.Zh,
        En = criterion.Name.En,
        Points = RubricDraft.Typed(criterion.Points),
        Type = criterion.Type,
        BandSet = criterion.BandSet,
        LookFor = criterion.LookFor ?? "",
    };

    public Criterion Criterion => new(
        Code.Trim(), RubricDraft.Both(Zh, En), RubricDraft.Points(Points) ?? 0, Type, BandSet, string.IsNullOrWhiteSpace(LookFor) ? null : LookFor.Trim());
}

/// <summary>The texts of a set of bands as they are being written; the bands' edges and the factors stay.</summary>
public sealed class BandSetDraft
{
    public required BandSet Base { get; set; }
    public List<BandTextDraft> Texts { get; set; } = [];

    public static BandSetDraft Of(BandSet set) => new()
    {
        Base = set,
        Texts = [.. set.Bands.SelectMany(b => b.Texts.Select(t => new BandTextDraft { Band = b.Code, Factor = t.Factor, Zh = t.Text.Zh, En = t.Text.En }))],
    };

    public BandSet BandSet => Base with
    {
        Bands = [.. Base.Bands.Select(b => b with { Texts = [.. Texts.Where(t => t.Band == b.Code).Select(t => new BandText(t.Factor, RubricDraft.Both(t.Zh, t.En)))] })],
    };
}

/// <summary>What one factor reads like in one band, as it is being written.</summary>
public sealed class BandTextDraft
{
    public string Band { get; set; } = "";
    public string Factor { get; set; } = "";
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";
}
