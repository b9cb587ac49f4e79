using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Standings;

/// <summary>The places a ceremony would tell over the rooms as they are at one moment, the first place first, and what is left over of each grade.</summary>
[Article(4, 11, 23)]
internal sealed record CeremonyPlan(ImmutableArray<TellingPlace> Places, ImmutableArray<BracketView> Grades)
{
    /// <summary>All lines from the first place down to the last one of the scope: what lies between winners without an award is told as what it is, so that no rank is ever skipped.</summary>
    public static CeremonyPlan Of(BoardSnapshot now, CeremonyScope what)
    {
        ImmutableArray<DossierSnapshot> ordered = [.. now.Dossiers.Where(d => d.Points is not null).OrderByDescending(d => d.Rate?.Value)];
        var places = QuotaPlaces.Of([.. ordered.Select(d => d.Contestant)], now.Count.AsOf ?? default);
        var grades = what == CeremonyScope.Main ? places.Stretches() is [var main, ..] ? [main] : [] : places.Stretches();
        var last = what == CeremonyScope.All ? ordered.Length : grades.Select(g => g.From + g.Rows).DefaultIfEmpty(0).Max();
        return new CeremonyPlan([.. ordered.Take(last).Select((d, i) => PlaceOf(d, i, ordered, places, grades))], grades);
    }

    private static TellingPlace PlaceOf(DossierSnapshot dossier, int line, ImmutableArray<DossierSnapshot> ordered, QuotaPlaces places, ImmutableArray<BracketView> grades)
    {
        var rank = 1 + ordered.Count(other => other.Rate?.Value > dossier.Rate?.Value);
        var grade = grades.FirstOrDefault(g => line >= g.From && line < g.From + g.Rows)?.Grade;
        return new TellingPlace(line + 1, rank, grade, places.Tags[line], places.Brackets[line] == "undecided" ? true : null, dossier);
    }

    /// <summary>The places told next when so many are: the last one left, and all that are equal to it.</summary>
    public ImmutableArray<TellingPlace> Next(int told)
    {
        if (told >= Places.Length) return [];
        var last = Places[^(told + 1)];
        return [.. Places.Take(Places.Length - told).Where(p => p.Rank == last.Rank)];
    }

    /// <summary>What is left over of the grades whose last place is told with these.</summary>
    public ImmutableArray<VacancyView>? VacantAfter(ImmutableArray<TellingPlace> telling)
    {
        var (first, below) = (telling.Min(p => p.Place) - 1, telling.Max(p => p.Place));
        // Reached now and not before; a grade without any place is reached with the first telling of all.
        bool IsReached(BracketView grade) => first <= grade.From && (grade.From < below || below == Places.Length);
        ImmutableArray<VacancyView> vacant = [.. Grades.Where(g => g.Vacant > 0 && IsReached(g)).Select(g => new VacancyView(g.Grade, g.Vacant))];
        return vacant.IsEmpty ? null : vacant;
    }

    /// <summary>Order, grades and tags in one salted hash: what a ceremony has promised to tell.</summary>
    public string Order(string salt) =>
        Canonical.Hash(Encoding.UTF8.GetBytes($"{salt}|{string.Join('|', Places.Select(p => $"{p.Dossier.Key},{p.Rank},{p.Grade},{p.Tag},{p.Undecided}"))}"))[..32];
}
