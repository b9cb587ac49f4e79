using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

// The ceremony: bottom up, one place at a time, on the announcer's key. What is not told yet is on no board and in no entry.
public sealed partial record Board
{
    /// <summary>The showing of one place takes so long (a bar of 0.9 s, the name, the rate); a key pressed earlier tells nothing.</summary>
    public static readonly TimeSpan CeremonyPace = TimeSpan.FromSeconds(2);

    private Outcome<BoardEvent> DecideStart(StartCeremony act)
    {
        if (act.Now is not { } now) return RefusalCode.NotFound;
        if (MayNotStart(now) is { } refusal) return refusal;
        var plan = CeremonyPlan.Of(now, act.What);
        return plan.Places.IsEmpty ? RefusalCode.CeremonyNotReady : new CeremonyStarted(act.What, plan.Places.Length, plan.Order(Salt));
    }

    private Refusal? MayNotStart(BoardSnapshot now)
    {
        if (IsLocked) return new Refusal(RefusalCode.Locked);
        if (Ceremony is not null) return new Refusal(RefusalCode.CeremonyUnderWay);
        if (MayNotTell(now) is { } shut) return shut;
        if (now.Dossiers.IsEmpty || now.Dossiers.Any(d => d.Phase < Phase.Closed)) return new Refusal(RefusalCode.CeremonyNotReady);
        return Shown.Exists(s => s.Stale) ? new Refusal(RefusalCode.CorrectionFirst) : null;
    }

    /// <summary>Who may not see one dossier of the session would learn its place from the others: he does not tell any.</summary>
    private static Refusal? MayNotTell(BoardSnapshot now)
    {
        if (!now.Barred.IsEmpty) return new Refusal(now.Barred.ContainsValue(Access.Recused) ? RefusalCode.Recused : RefusalCode.Suspended);
        return now.Dossiers.Length < now.Count.Of ? new Refusal(RefusalCode.NotAllowed) : null;
    }

    private Outcome<BoardEvent> DecideNext(NextCeremony act, DateTimeOffset at)
    {
        if (act.Now is not { } now) return RefusalCode.NotFound;
        if (Ceremony is not { } ceremony) return RefusalCode.NoCeremony;
        if (act.Told != ceremony.Told.Count || ceremony.IsOver) return RefusalCode.AlreadySettled;
        if (IsBlank) return RefusalCode.Blanked;
        if (ceremony.LastAt is { } last && at - last < CeremonyPace) return RefusalCode.TooSoon;
        if (MayNotGoOn(ceremony, now) is { } refusal) return refusal;
        var plan = CeremonyPlan.Of(now, ceremony.What);
        var next = plan.Next(act.Told);
        return new PlacesTold(now.Count, next, plan.VacantAfter(next));
    }

    private Refusal? MayNotGoOn(Ceremony ceremony, BoardSnapshot now)
    {
        if (MayNotTell(now) is { } shut) return shut;
        if (ceremony.IsStale || ceremony.Told.Exists(t => IsOutdated(t.Shown, now, settled: true))) return new Refusal(RefusalCode.CorrectionFirst);
        return CeremonyPlan.Of(now, ceremony.What).Order(Salt) == ceremony.Order ? null : new Refusal(RefusalCode.CeremonyOutdated);
    }

    private Outcome<BoardEvent> DecideEnd(EndCeremony act)
    {
        if (Ceremony is not { } ceremony) return RefusalCode.NoCeremony;
        if (ceremony.IsOver) return new CeremonyEnded(null);
        if (string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        if (act.Reason.Length > Room.LongestText) return new Refusal(RefusalCode.TextTooLong) { Field = "reason" };
        return new CeremonyEnded(act.Reason.Trim());
    }

    /// <summary>The ladder: what was told, and empty places. A dossier this member of the office may not see stands as an empty place.</summary>
    private BoardView Laddered(Ceremony ceremony, ImmutableHashSet<string> hidden)
    {
        var told = ceremony.Told.Where(t => !hidden.Contains(t.Shown.Key)).ToDictionary(t => t.Place.Place);
        var outOfOrder = ceremony.IsOutOfOrder;
        ImmutableArray<LadderPlace> ladder = [.. Enumerable.Range(1, ceremony.Places).Select(line => told.TryGetValue(line, out var place) ? LineOf(place, outOfOrder) : new LadderPlace(line))];
        var view = new CeremonyView(
            ceremony.Told.Count, ceremony.Places, [.. ceremony.Told.TakeLast(ceremony.Last).Select(t => t.Place.Place).Order()], ladder,
            ceremony.Vacant.IsEmpty ? null : ceremony.Vacant);
        ImmutableArray<string> rules = told.Values.Any(t => t.Place.Tag == QuotaPlaces.Repeat) ? ["article4", "article11told", "article23told"] : ["article4", "article11told"];
        return new BoardView(Id, "", Title, Plan.SessionTitle, "ceremony", null, null, null, null, null, null, new FootView(rules, Changed.At, Changed.Version), view);
    }

    private static LadderPlace LineOf(ToldPlace told, bool outOfOrder)
    {
        var (place, shown) = (told.Place, told.Shown);
        var figures = shown.Figures;
        int? rank = shown.Stale || (outOfOrder && shown.Corrected) ? null : place.Rank;
        var line = new LadderPlace(place.Place, rank, place.Grade, shown.Title, figures?.ShortTitle, shown.Kind, place.Tag, place.Undecided);
        if (shown.Stale) return line with { Recomputing = true, Old = shown.Old, Corrected = shown.Corrected ? true : null };
        return line with
        {
            Rate = figures?.Rate?.Shown,
            Passes = figures?.Rate?.Passes,
            Minority = figures?.Minority is > 0 and var n ? n : null,
            Sheets = figures?.Submitted,
            Old = shown.Old,
            Corrected = shown.Corrected ? true : null,
        };
    }

    /// <summary>The ceremony as this desk may see it: the next place is for the office alone.</summary>
    private CeremonyDesk CeremonyFor(Viewer viewer, BoardSnapshot now)
    {
        var (open, unranked) = (now.Dossiers.Count(d => d.Phase < Phase.Closed), now.Dossiers.Count(d => d.Phase >= Phase.Closed && d.Points is null));
        var desk = new CeremonyDesk(Ceremony?.What, Ceremony?.Told.Count ?? 0, Ceremony?.Places ?? 0, null, null, open, unranked, null);
        if (Ceremony is not { } ceremony)
        {
            if (MayNotStart(now) is { } shut) return desk with { Refused = shut.Code };
            return viewer is Viewer.Office ? desk with { Lengths = [.. Enum.GetValues<CeremonyScope>().Select(s => new CeremonyLength(s, CeremonyPlan.Of(now, s).Places.Length))] } : desk;
        }
        if (ceremony.IsOver) return desk;
        if (MayNotGoOn(ceremony, now) is { } refusal) return desk with { Refused = refusal.Code };
        return viewer is Viewer.Office ? desk with { Next = [.. CeremonyPlan.Of(now, ceremony.What).Next(ceremony.Told.Count).Select(p => NextOf(p, now))] } : desk;
    }

    private static NextPlace NextOf(TellingPlace place, BoardSnapshot now) =>
        new(place.Place, place.Rank, place.Grade, place.Tag, place.Undecided, place.Dossier.Title, place.Dossier.Rate?.Shown, now.Leave.GetValueOrDefault(place.Dossier.Key, []));

    /// <summary>
    /// The picture as the prepared acts would make it, for the member of the office who prepares them; null where the first of them would be refused, or for anybody else.
    /// It holds nothing that member may not see.
    /// </summary>
    public BoardView? PreviewFor(Viewer viewer, BoardSnapshot now, ImmutableArray<BoardAct> acts, DateTimeOffset at)
    {
        if (Made is null || viewer is not Viewer.Office) return null;
        var (board, made) = (this, false);
        foreach (var act in acts)
        {
            if (board.Foreseen(act, now, at).Event is not { } happened) continue;
            (board, made) = (board.Apply(happened, new Stamp(board.Version + 1, at, "")), true);
        }
        return made ? Sealed(board.DrawnFor(now)) : null;
    }

    private Outcome<BoardEvent> Foreseen(BoardAct act, BoardSnapshot now, DateTimeOffset at) => act switch
    {
        Release release => DecideRelease(release with { Now = now }),
        StartCeremony start => DecideStart(start with { Now = now }),
        NextCeremony next => (this with { IsBlank = false }).DecideNext(next with { Now = now }, at + CeremonyPace),
        EndCeremony end => DecideEnd(end),
        _ => RefusalCode.NotAllowed,
    };
}
