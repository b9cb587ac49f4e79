using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>What a board has been given of one dossier.</summary>
/// <param name="Title">As released.</param>
/// <param name="Room">Room and dossier together are the row's name.</param>
internal sealed record ShownDossier(string Room, string Dossier, string Title, ApplicantKind Kind)
{
    /// <summary>n of N sheets, where released.</summary>
    public DossierSnapshot? Count { get; init; }

    /// <summary>The snapshot its rate and rank are of.</summary>
    public DossierSnapshot? Figures { get; init; }
    public bool Rate { get; init; }
    public bool Rank { get; init; }

    /// <summary>Places gained (positive) or lost at the last release.</summary>
    public int Move { get; init; }

    /// <summary>The sheets are no longer what they were: reads 重新计算 until corrected.</summary>
    public bool Stale { get; init; }

    /// <summary>The value shown before the last correction, struck through from then on.</summary>
    public string? Old { get; init; }
    public bool Corrected { get; init; }

    /// <summary>Who asked for the correction first; it takes a second person.</summary>
    public string? AskedBy { get; init; }

    public string Key => DossierSnapshot.KeyOf(Room, Dossier);

    public bool IsRanked => Rank && Figures?.Points is not null;
}

/// <summary>
/// A screen in the hall (大屏): the fold of what was released to it, blanked, locked and corrected. It holds only what was shown, and never moves by itself.
/// </summary>
public sealed partial record Board : IStreamState<Board, BoardAct, BoardEvent>
{
    private Board(string id) => Id = id;

    /// <summary>A board that has no entry yet.</summary>
    public static Board Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    private BoardCreated? Made { get; init; }
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;
    private ImmutableList<ShownDossier> Shown { get; init; } = [];
    private SessionCount? Count { get; init; }
    public Phase RatesFrom { get; init; } = Phase.Closed;
    public bool IsBlank { get; init; }
    public bool IsLocked { get; init; }

    /// <summary>The ceremony under way.</summary>
    private Ceremony? Ceremony { get; init; }

    /// <summary>What the last ceremony told to its end: the brackets of these grades stand, until a correction.</summary>
    private CeremonyScope? Announced { get; init; }

    /// <summary>When the picture last changed, and with which entry.</summary>
    private Stamp Changed { get; init; }

    /// <summary>What the supervisor is told: corrections and unlocking, newest first. They carry no values.</summary>
    public ImmutableList<Milestone> Told { get; init; } = [];

    public bool Exists => Made is not null;
    public string Title => Plan.Title;
    public string Session => Plan.Session;

    /// <summary>Makes the fingerprints of this board's snapshots.</summary>
    public string Salt => Plan.Salt;
    private BoardCreated Plan => Made ?? throw new InvalidOperationException("The board has no entry yet.");

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    /// <summary>Shown values that are wrong now: a counted sheet was voided, or after the lock or a telling any sheet changed. Room and dossier of each.</summary>
    public IEnumerable<(string Room, string Dossier)> Outdated(BoardSnapshot now) =>
        Shown.Where(s => IsOutdated(s, now, IsLocked)).Concat((Ceremony?.Told ?? []).Select(t => t.Shown).Where(s => IsOutdated(s, now, settled: true)))
            .Select(s => (s.Room, s.Dossier)).Distinct();

    private static bool IsOutdated(ShownDossier shown, BoardSnapshot now, bool settled) =>
        shown is { Stale: false, Figures: { } figures } && now.Find(shown.Dossier, shown.Room) is { } later
        && (figures.LostSheet(later) || (settled && figures.ChangedSheets(later) > 0));

    public Board Apply(BoardEvent happened, Stamp stamp)
    {
        var next = Next(happened, stamp);
        var seen = happened is CorrectionAsked or RatesFromSet ? next : next with { Changed = stamp };
        return seen with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };
    }

    private Board Next(BoardEvent happened, Stamp stamp) => happened switch
    {
        BoardCreated e => this with { Made = e, RatesFrom = e.RatesFrom },
        Released e => Moved(this with { Count = e.What == What.Title ? Count : e.Count, Shown = e.Dossiers.Aggregate(Shown, (shown, d) => With(shown, e, d)) }),
        RatesFromSet e => this with { RatesFrom = e.Phase },
        Blanked => this with { IsBlank = true },
        ShownAgain => this with { IsBlank = false },
        BoardLocked => this with { IsLocked = true },
        BoardUnlocked e => Tell(Unlocked(), "unlocked", null, stamp, e.Reason),
        CorrectionAsked e => Tell(With(e.Room, e.Dossier, s => s with { AskedBy = stamp.Actor }), "correctionAsked", e.Dossier, stamp),
        Corrected e => Tell(Moved(With(e.Dossier.Room, e.Dossier.Dossier, s => Replaced(s, e.Dossier)) with { Count = e.Count, Announced = null }), "corrected", e.Dossier.Dossier, stamp),
        Staled e => With(e.Room, e.Dossier, s => s with { Stale = true }),
        CeremonyStarted e => this with { Ceremony = new Ceremony(e.What, e.Places, e.Order) },
        PlacesTold e => this with { Ceremony = Ceremony?.With(e, stamp.At) },
        CeremonyEnded { Reason: null } when Ceremony is { } told => Moved(this with { Ceremony = null, Announced = told.What, Count = told.Count ?? Count, Shown = told.Left(Shown) }),
        CeremonyEnded e => Tell(this with { Ceremony = null, IsBlank = true }, "ceremonyStopped", null, stamp, e.Reason),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static ImmutableList<ShownDossier> With(ImmutableList<ShownDossier> all, Released release, DossierSnapshot snapshot)
    {
        var place = all.FindIndex(s => s.Key == snapshot.Key);
        if (place < 0 && release is { What: What.Count, All: true }) return all;
        var shown = place < 0 ? new ShownDossier(snapshot.Room, snapshot.Dossier, snapshot.Title, snapshot.Kind) : all[place];
        var next = release.What switch
        {
            What.Count => shown with { Count = snapshot },
            What.Rate => shown with { Figures = snapshot, Rate = true },
            What.Rank => shown with { Figures = snapshot, Rank = true },
            _ => shown,
        };
        return place < 0 ? all.Add(next) : all.SetItem(place, next);
    }

    private static ShownDossier Replaced(ShownDossier shown, DossierSnapshot now)
    {
        var before = shown.Figures?.Rate?.Shown;
        var old = before == now.Rate?.Shown ? shown.Old : before;
        return shown with { Figures = now, Stale = false, AskedBy = null, Corrected = true, Old = shown.Rate ? old : null };
    }

    /// <summary>Changes what is shown of a dossier, in the list and in the ladder.</summary>
    private Board With(string room, string dossier, Func<ShownDossier, ShownDossier> change)
    {
        if (Find(room, dossier) is null) throw new InvalidOperationException($"{room}/{dossier} is not shown on board {Id}.");
        ShownDossier In(ShownDossier s) => s.Room == room && s.Dossier == dossier ? change(s) : s;
        return this with { Shown = [.. Shown.Select(In)], Ceremony = Ceremony?.Change(In) };
    }

    /// <summary>How far each row has moved against the picture before.</summary>
    private Board Moved(Board next)
    {
        var (before, after) = (RanksOf(Shown), RanksOf(next.Shown));
        // Showing more of the same order moves nothing, and the arrows of the last change stay.
        if (before.Count == after.Count && before.All(b => after.TryGetValue(b.Key, out var now) && now == b.Value)) return next;
        int MoveOf(string key) => before.TryGetValue(key, out var was) && after.TryGetValue(key, out var now) ? was - now : 0;
        return next with { Shown = [.. next.Shown.Select(s => s with { Move = MoveOf(s.Key) })] };
    }

    /// <summary>What reads 重新计算 still waits for its correction; a correction asked only because of the lock is settled by a release.</summary>
    private Board Unlocked() => this with { IsLocked = false, Shown = [.. Shown.Select(s => s.Stale ? s : s with { AskedBy = null })] };

    private static Board Tell(Board board, string kind, string? dossier, Stamp stamp, string? reason = null) =>
        board with { Told = board.Told.Insert(0, new Milestone(stamp.Version, stamp.At, kind, stamp.Actor, null, dossier, reason, Tell: true)) };
}
