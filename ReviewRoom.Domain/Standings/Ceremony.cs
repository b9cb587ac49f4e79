using System.Collections.Immutable;

namespace ReviewRoom.Domain.Standings;

/// <summary>A place that was told, and what stands in the ladder of it now.</summary>
internal sealed record ToldPlace(TellingPlace Place, ShownDossier Shown);

/// <summary>A ceremony under way (揭晓): how many places it tells, and what it has told. It holds nothing of a place before that is told.</summary>
/// <param name="Order">Salted hash of the order it began with.</param>
internal sealed record Ceremony(CeremonyScope What, int Places, string Order)
{
    /// <summary>In the order of telling: the last place first.</summary>
    public ImmutableList<ToldPlace> Told { get; init; } = [];

    /// <summary>How many were told with the last key.</summary>
    public int Last { get; init; }

    public DateTimeOffset? LastAt { get; init; }
    public SessionCount? Count { get; init; }
    public ImmutableArray<VacancyView> Vacant { get; init; } = [];

    public bool IsOver => Told.Count == Places;

    public bool IsStale => Told.Exists(t => t.Shown.Stale);

    public Ceremony With(PlacesTold telling, DateTimeOffset at) => this with
    {
        // Within a tie the lower line first, so that the ladder fills from below.
        Told = Told.AddRange(telling.Places.Reverse().Select(p => new ToldPlace(p, ShownOf(p.Dossier)))),
        Last = telling.Places.Length,
        LastAt = at,
        Count = telling.Count,
        Vacant = Vacant.AddRange(telling.Vacant ?? []),
    };

    public Ceremony Change(Func<ShownDossier, ShownDossier> change) => this with { Told = [.. Told.Select(t => t with { Shown = change(t.Shown) })] };

    /// <summary>The list the ceremony leaves: what was shown before, with all that was told.</summary>
    public ImmutableList<ShownDossier> Left(ImmutableList<ShownDossier> before)
    {
        var told = Told.ToDictionary(t => t.Shown.Key, t => t.Shown, StringComparer.Ordinal);
        return [.. before.Where(s => !told.ContainsKey(s.Key)), .. Told.Reverse().Select(t => t.Shown)];
    }

    /// <summary>A correction has moved what was told out of the order in which it was told.</summary>
    public bool IsOutOfOrder
    {
        get
        {
            var lines = Told.OrderBy(t => t.Place.Place).ToArray();
            return lines.Zip(lines.Skip(1)).Any(pair => !Follows(pair.First, pair.Second));
        }
    }

    private static bool Follows(ToldPlace above, ToldPlace below) =>
        above.Shown.Figures?.Rate?.Value is { } high && below.Shown.Figures?.Rate?.Value is { } low && (above.Place.Rank == below.Place.Rank ? high == low : high > low);

    private static ShownDossier ShownOf(DossierSnapshot dossier) =>
        new(dossier.Room, dossier.Dossier, dossier.Title, dossier.Kind) { Figures = dossier, Rate = true, Rank = true };
}
