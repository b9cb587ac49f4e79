using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>
/// The order of all dossiers of one award session, over all its rooms: a pure function of the rooms, seen only through <see cref="For"/>.
/// </summary>
public sealed class Standings
{
    private readonly ImmutableArray<Room> rooms;
    private readonly ConcurrentDictionary<Viewer, StandingsView> views = new();

    private Standings(ImmutableArray<Room> rooms) => this.rooms = rooms;

    /// <summary>The standings over the rooms of one session.</summary>
    public static Standings Of(IEnumerable<Room> rooms) => new([.. rooms.Where(r => r.Exists).OrderBy(r => r.Id, StringComparer.Ordinal)]);

    public string Session => rooms.IsEmpty ? "" : rooms[0].Session;

    /// <summary>The same standings with this very state of a room, so that a view never mixes two moments of it.</summary>
    public Standings With(Room room)
    {
        for (var i = 0; i < rooms.Length; i++)
            if (rooms[i].Id == room.Id) return Unmoved(rooms[i], room) ? this : new Standings(rooms.SetItem(i, room));
        return Of(rooms.Append(room));
    }

    /// <summary>True where nothing between two states of a room can move a rank, or what is at stake, for anybody: the same seats, and of every revealed dossier the same marks, sheets, conflicts and open items.</summary>
    public static bool Unmoved(Room before, Room now)
    {
        if (ReferenceEquals(before, now)) return true;
        if (before.Exists != now.Exists || before.Dossiers.Length != now.Dossiers.Length) return false;
        if (!before.Seats.Select(s => s.PersonId).SequenceEqual(now.Seats.Select(s => s.PersonId), StringComparer.Ordinal)) return false;
        for (var i = 0; i < now.Dossiers.Length; i++)
            if (!Unmoved(before, before.Dossiers[i], now, now.Dossiers[i])) return false;
        return true;
    }

    private static bool Unmoved(Room before, Dossier was, Room now, Dossier dossier)
    {
        if (ReferenceEquals(was, dossier) || (!was.IsRevealed && !dossier.IsRevealed)) return true;
        if (was.IsRevealed != dossier.IsRevealed || was.Stands != dossier.Stands || was.Conflicts != dossier.Conflicts) return false;
        if (!was.Sheets.Select(s => s.IsSubmitted).SequenceEqual(dossier.Sheets.Select(s => s.IsSubmitted))) return false;
        var (then, tally) = (before.TallyOf(was), now.TallyOf(dossier));
        return then.Total == tally.Total && then.Complete == tally.Complete && then.Valid == tally.Valid && then.Counted.SequenceEqual(tally.Counted)
            && then.Items.Zip(tally.Items).All(pair => pair.First.HasGap == pair.Second.HasGap && pair.First.Open == pair.Second.Open && pair.First.Marks.SequenceEqual(pair.Second.Marks));
    }

    /// <summary>
    /// Ranks over the revealed dossiers this viewer may see, and nothing else: a blind dossier, one he is recused from, a calibration dossier, or a room where he
    /// is nobody leaves no trace in any rank, count or sensitivity.
    /// </summary>
    public StandingsView For(Viewer viewer) => views.GetOrAdd(viewer, Project);

    private StandingsView Project(Viewer viewer)
    {
        (Room Room, Dossier Dossier)[] revealed = [.. rooms.SelectMany(room => ViewerIn(room, viewer) is { } there ? room.Dossiers.Where(d => d.Stands && room.IsRevealedTo(there, d)).Select(d => (room, d)) : [])];
        var contenders = SiteReview.Standing(revealed, _ => true).Select(s => (room: s.Room, d: s.Dossier, Contender: Contender.Of(s.Room, s.Dossier))).ToArray();
        var ranked = Ranked.Of([.. contenders.Select(c => c.Contender).OfType<Contender>()]);
        var adjusted = viewer is Viewer.Office or Viewer.Supervisor ? ranked.Adjusted : null;
        return new StandingsView(
            Session,
            [.. ranked.Ordered.Select((c, i) => RowOf(c.Room, c.Dossier, c.Tally, ranked.Standings[i] with { Adjusted = adjusted?.Views[i] }, ranked.StakesOf(i), ranked.Places.Tags[i] == QuotaPlaces.Repeat))],
            [.. contenders.Where(c => c.Contender is null).Select(c => RowOf(c.room, c.d, c.room.TallyOf(c.d), null, StakesOf(c.room, c.d), false))],
            ranked.Places.Vacant) { Severity = adjusted?.Severity };
    }

    /// <summary>Of a dossier that cannot be ranked yet: against the line alone.</summary>
    private static ImmutableArray<StakeView> StakesOf(Room room, Dossier dossier)
    {
        var tally = room.TallyOf(dossier);
        return tally.Rate(room.Rubric) is { } rate ? Stakes.Of(tally, room.Rubric.TotalPoints, rate, []) : [];
    }

    private static StandingRow RowOf(Room room, Dossier dossier, Tally tally, StandingView? standing, ImmutableArray<StakeView> stakes, bool repeat)
    {
        var rate = tally.Rate(room.Rubric);
        return new StandingRow(
            room.Id, dossier.Id, dossier.Plan.Title, dossier.Plan.Kind, rate?.Shown, tally.Total?.ToString(), tally.Counted.Length, rate?.Passes,
            repeat ? true : null, standing) { Stakes = stakes.IsEmpty ? null : stakes };
    }

    /// <summary>Who the viewer of one room is in another: an expert only where he has a seat, office and supervisor only where they have none.</summary>
    private static Viewer? ViewerIn(Room room, Viewer viewer) => viewer switch
    {
        Viewer.Expert expert => SeatOf(room, expert.PersonId) is { } seat ? expert with { Seat = seat } : null,
        Viewer.Office office => SeatOf(room, office.PersonId) is null ? office : null,
        Viewer.Supervisor supervisor => SeatOf(room, supervisor.PersonId) is null ? supervisor : null,
        _ => null,
    };

    private static string? SeatOf(Room room, string personId)
    {
        foreach (var seat in room.Seats)
            if (seat.PersonId == personId) return seat.Letter;
        return null;
    }
}
