using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

// The projections: the hall's, which holds only what was released, and the desk of the office.
public sealed partial record Board
{
    /// <summary>What this board draws; null for everybody who is not this board.</summary>
    public BoardView? For(Viewer viewer) => Made is not null && viewer is Viewer.Board board && board.BoardId == Id ? Sealed(Picture()) : null;

    private static BoardView Sealed(BoardView view) => view with { Etag = Canonical.Hash(Canonical.Bytes(view)) };

    private BoardView Picture()
    {
        var state = IsLocked ? "locked" : "computing";
        if (IsBlank) return new BoardView(Id, "", Title, Plan.SessionTitle, state, true, null, null, null, null, null, new FootView([], Changed.At, Changed.Version));
        return Drawn(state);
    }

    private BoardView Drawn(string state) => Ceremony is { } ceremony ? Laddered(ceremony, []) : Listed(state);

    private BoardView Listed(string state)
    {
        var ordered = Ordered();
        var ranks = RanksOf(Shown);
        var places = QuotaPlaces.Of([.. ordered.Where(s => ranks.ContainsKey(s.Key)).Select(s => s.Figures).OfType<DossierSnapshot>().Select(f => f.Contestant)], Count?.AsOf ?? default);
        var whole = Count is { } count && count.Revealed == count.Of && ranks.Count == count.Rankable && ranks.Count > 0 && Shown.All(s => s.Rate || !s.IsRanked);
        ImmutableArray<BoardRow> rows = [.. ordered.Select((s, i) => RowOf(s, ranks, i < places.Tags.Length ? places.Tags[i] : null))];
        ImmutableArray<BracketView> brackets = whole || Announced is not (null or CeremonyScope.Main) ? places.Stretches() : Announced is null ? [] : [.. places.Stretches().Take(1)];
        return new BoardView(
            Id, "", Title, Plan.SessionTitle, state, null, Count?.Revealed, Count?.Of, Count is { } c && c.Of > c.Revealed ? c.Of - c.Revealed : null,
            rows, brackets.IsEmpty ? null : brackets, new FootView(Rules(rows, brackets), Changed.At, Changed.Version));
    }

    private ImmutableArray<string> Rules(ImmutableArray<BoardRow> rows, ImmutableArray<BracketView> brackets)
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        if (rows.Any(r => r.Rank is not null)) rules.Add("article11");
        if (rows.Any(r => r.Tag == "repeat")) rules.Add("article23");
        if (rows.Any(r => r.Rank is not null) && brackets.IsEmpty) rules.Add("bracketsLater");
        if (Announced is not null) rules.Add("proposal");
        return rules.ToImmutable();
    }

    /// <summary>Ranked rows by rate, then the others in the order they came.</summary>
    private ImmutableArray<ShownDossier> Ordered() => [.. Shown.OrderByDescending(s => s.IsRanked ? s.Figures?.Rate?.Value : null)];

    /// <summary>Ranks among what is shown ranked on this board: nothing else enters. Exact ties share a rank.</summary>
    private static Dictionary<string, int> RanksOf(ImmutableList<ShownDossier> shown)
    {
        var ranked = shown.Where(s => s.IsRanked).Select(s => (s.Key, Rate: s.Figures?.Rate?.Value ?? Rational.Zero)).ToArray();
        return ranked.ToDictionary(s => s.Key, s => 1 + ranked.Count(other => other.Rate > s.Rate), StringComparer.Ordinal);
    }

    private static BoardRow RowOf(ShownDossier shown, Dictionary<string, int> ranks, string? tag)
    {
        var (rate, sheets) = (shown.Figures?.Rate, shown.Figures ?? shown.Count);
        int? rank = shown.Stale || !ranks.TryGetValue(shown.Key, out var place) ? null : place;
        var shows = shown.Rate && !shown.Stale;
        return new BoardRow(
            shown.Key, shown.Title, shown.Kind, rank, rank is null || shown.Move == 0 ? null : shown.Move, shows ? tag : null,
            shows ? rate?.Shown : null, shows ? rate?.Passes : null, shown.Stale || shown.Figures is not { } figures ? null : WordOf(figures, shown.Rate),
            sheets is null || shown.Stale ? null : new SheetCount(sheets.Submitted, sheets.Eligible, sheets.Recused),
            shown.Old, shown.Corrected ? true : null, shown.Stale ? true : null);
    }

    /// <summary>Which side of the line a dossier lies on is told with its rate and not before.</summary>
    private static string WordOf(DossierSnapshot figures, bool rateShown) => figures switch
    {
        { Rate: null } => "notRanked",
        { Rate: { Passes: false } } when rateShown => "below",
        { Phase: Phase.Deliberation } => "deliberating",
        { Phase: Phase.Closed } => "signing",
        { Minority: > 0 } => "minority",
        _ => "agreed",
    };

    /// <summary>The desk of a member of the office, over the session as it is now; the supervisor reads it.</summary>
    public BoardDesk? DeskFor(Viewer viewer, BoardSnapshot now)
    {
        if (Made is null || viewer is not (Viewer.Office or Viewer.Supervisor)) return null;
        var ranks = RanksOf(Shown);
        return new BoardDesk(
            Id, Title, Session, IsLocked, IsBlank, RatesFrom, Sealed(DrawnFor(now)),
            [.. now.Dossiers.Select(d => DeskOf(d, now, ranks)), .. now.Barred.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => BarredOf(b.Key, b.Value))],
            [.. Told.Where(t => t.Dossier is not { } id || !now.Barred.Keys.Any(k => k.EndsWith("/" + id, StringComparison.Ordinal)))
                .Select(t => new MilestoneView(t.At, t.Kind, null, t.Dossier, t.Actor, t.Reason))], CeremonyFor(viewer, now));
    }

    /// <summary>The picture as it would be without the privacy key, and without what this member may not see.</summary>
    private BoardView DrawnFor(BoardSnapshot now) =>
        Ceremony is { } ceremony ? Laddered(ceremony, [.. now.Barred.Keys]) : Without(Listed(IsLocked ? "locked" : "computing"), now.Barred.Keys);

    /// <summary>A conflict binds the office's own people too, though the hall may see it.</summary>
    private static BoardView Without(BoardView picture, IEnumerable<string> barred)
    {
        var hidden = barred.ToHashSet(StringComparer.Ordinal);
        return picture with { Rows = picture.Rows is { } rows ? [.. rows.Where(r => !hidden.Contains(r.Id))] : null, Brackets = hidden.Count == 0 ? picture.Brackets : null };
    }

    private DeskRow DeskOf(DossierSnapshot dossier, BoardSnapshot now, Dictionary<string, int> ranks)
    {
        var shown = Find(dossier.Room, dossier.Dossier);
        int? rank = ranks.TryGetValue(dossier.Key, out var place) ? place : null;
        return new DeskRow(
            dossier.Room, dossier.Dossier, dossier.Title, null, null, shown is not null, shown?.Count is not null, shown is { Rate: true } ? shown.Figures?.Rate?.Shown : null, rank,
            shown?.Stale == true ? true : null, MayShow(dossier, What.Rank)?.Code, shown is { Figures: not null } && (IsLocked || shown.Stale) ? true : null, shown?.AskedBy,
            now.Leave.GetValueOrDefault(dossier.Key));
    }

    private static DeskRow BarredOf(string key, Access access)
    {
        var parts = key.Split('/', 2);
        return new DeskRow(parts[0], parts[1], null, access == Access.Recused ? true : null, access == Access.Suspended ? true : null, null, null, null, null, null, null, null, null, null);
    }
}
