using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rooms;

// Attendance (room.md 8): joined, away, returned and left are entries of the program; a heartbeat, a page turn and a reload are not.
public sealed partial record Room
{
    /// <summary>Without an answer for longer than this a seat's line is lost.</summary>
    public static readonly TimeSpan LostAfter = TimeSpan.FromSeconds(60);

    /// <summary>A closed page that is open again within this was a reload, not a leave.</summary>
    public static readonly TimeSpan LeftAfter = TimeSpan.FromSeconds(20);

    /// <summary>A line lost for longer than this is a leave.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(30);

    /// <summary>By person: the times at the table, oldest first.</summary>
    private ImmutableDictionary<string, ImmutableArray<Spell>> Attended { get; init; } = ImmutableDictionary<string, ImmutableArray<Spell>>.Empty;
    private ImmutableArray<DateTimeOffset> Restarts { get; init; } = [];
    private DateTimeOffset? FirstOpenedAt { get; init; }

    private bool IsOver => !Dossiers.IsEmpty && Dossiers.All(d => d.Phase == Phase.Signed);

    private ImmutableArray<Spell> SpellsOf(string personId) => Attended.GetValueOrDefault(personId, []);

    private AttendanceState Recorded(string personId) => SpellsOf(personId) switch
    {
        [.., { To: null }] => AttendanceState.Present,
        [.., { End: SpellEnd.Away }] => AttendanceState.Away,
        [.., _] => AttendanceState.Left,
        _ => AttendanceState.Expected,
    };

    /// <summary>What the attendance of each seat has turned to and is not written down yet; heard lines by person.</summary>
    /// <param name="since">When the program began to listen: a seat that is at the table by the record and was not heard since has been away from then on.</param>
    public IEnumerable<NoteSeat> DueAttendance(IReadOnlyDictionary<string, LineHeard> heard, DateTimeOffset since, DateTimeOffset now) =>
        Seats.Select(seat => Due(seat, heard.TryGetValue(seat.PersonId, out var line) ? line : null, since, now)).OfType<NoteSeat>();

    private NoteSeat? Due(Seat seat, LineHeard? heard, DateTimeOffset since, DateTimeOffset now)
    {
        NoteSeat Step(AttendanceStep step, DateTimeOffset at) => new(seat.Letter, step, at);
        var last = SpellsOf(seat.PersonId) is [.., var spell] ? spell : null;
        return Recorded(seat.PersonId) switch
        {
            AttendanceState.Expected or AttendanceState.Left when !IsOver && Adjourned is null && heard is { } line && line.IsThere(now) => Step(AttendanceStep.Joined, FromSitting(line.Since)),
            AttendanceState.Present when heard is { Closed: { } closed } && now - closed > LeftAfter => Step(AttendanceStep.Left, closed),
            AttendanceState.Present when heard is { Closed: null } line && !line.IsThere(now) => Step(AttendanceStep.Away, line.Last),
            AttendanceState.Present when heard is null && now - since > LostAfter => Step(AttendanceStep.Away, since),
            AttendanceState.Away when Adjourned is null && heard is { } line && line.IsThere(now) => Step(AttendanceStep.Returned, FromSitting(line.Since)),
            AttendanceState.Away when heard is { Closed: { } closed } && now - closed > LeftAfter => Step(AttendanceStep.Left, closed),
            AttendanceState.Away when last?.To is { } gone && now - gone > GivenUpAfter => Step(AttendanceStep.Left, gone),
            _ => null,
        };
    }

    /// <summary>A page left open since before the resumption is there from the resumption on.</summary>
    private DateTimeOffset FromSitting(DateTimeOffset since) => Sittings is [_, .., var resumed] && resumed.From > since ? resumed.From : since;

    /// <summary>A seat's presence as it is heard now, and for how many whole minutes a lost line is lost; null where nobody knows.</summary>
    public (Presence Presence, int? LostMinutes) PresenceOf(string personId, LineHeard? heard, DateTimeOffset now)
    {
        if (heard is { } line)
        {
            if (line.IsThere(now)) return (Presence.Online, null);
            return line.Closed is not null || Recorded(personId) == AttendanceState.Left ? (Presence.Offline, null) : (Presence.LineLost, Minutes(now - line.Last));
        }
        return Recorded(personId) switch
        {
            AttendanceState.Present => (Presence.LineLost, null),
            AttendanceState.Away => (Presence.LineLost, SpellsOf(personId)[^1].To is { } gone ? Minutes(now - gone) : null),
            _ => (Presence.Offline, null),
        };
    }

    private static int Minutes(TimeSpan span) => (int)(span.Ticks / TimeSpan.TicksPerMinute);

    /// <summary>Seats at the table by the record: whom a stop of the program cut off.</summary>
    public bool HasSeatsAtTheTable => Seats.Any(s => Recorded(s.PersonId) == AttendanceState.Present);

    private Outcome<RoomEvent> DecideNoted(NoteSeat note)
    {
        if (PlaceOf(note.Seat) is not (>= 0 and var place)) return RefusalCode.NotFound;
        return (note.Step, Recorded(Seats[place].PersonId)) switch
        {
            (AttendanceStep.Joined, AttendanceState.Expected or AttendanceState.Left) => new SeatJoined(note.Seat, note.At),
            (AttendanceStep.Away, AttendanceState.Present) => new SeatAway(note.Seat, note.At),
            (AttendanceStep.Returned, AttendanceState.Away) => new SeatReturned(note.Seat, note.At),
            (AttendanceStep.Left, AttendanceState.Present or AttendanceState.Away) => new SeatLeft(note.Seat, note.At),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<RoomEvent> DecideRestart(NoteRestart note)
    {
        if (!HasSeatsAtTheTable) return RefusalCode.NotAllowed;
        return new Restarted(note.At, [.. Seats.Where(s => Recorded(s.PersonId) == AttendanceState.Present).Select(s => s.Letter)]);
    }

    private Room Attending(AttendanceEvent happened) => happened switch
    {
        SeatJoined e => WithSpells(e.Seat, spells => spells.Add(new Spell(e.At, Acted: spells.IsEmpty && WasAtWork(PlaceOf(e.Seat), e.At) ? true : null))),
        SeatReturned e => WithSpells(e.Seat, spells => spells.Add(new Spell(e.At))),
        SeatAway e => WithSpells(e.Seat, spells => Ended(spells, e.At, SpellEnd.Away)),
        SeatLeft e => WithSpells(e.Seat, spells => Ended(spells, e.At, SpellEnd.Left)),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>Whether the seat's person did anything in the room before this, or a sheet of his came on paper.</summary>
    private bool WasAtWork(int place, DateTimeOffset before) =>
        (Began.TryGetValue(Seats[place].PersonId, out var first) && first < before) || Dossiers.Any(d => d.Sheets[place].Paper is { } paper && paper.At < before);

    private static string KindOf(AttendanceEvent heard) => heard switch { SeatJoined => "seatJoined", SeatAway => "seatAway", SeatReturned => "seatReturned", _ => "seatLeft" };

    private Room WithAbsence(string seat, string? dossier, string? reason) => this with
    {
        Dossiers = [.. Dossiers.Select(d => (dossier is null || d.Id == dossier) && MayTurnAbsent(d, seat) ? d.WithSheet(PlaceOf(seat), s => s with { Absent = reason }) : d)],
    };

    private bool MayTurnAbsent(Dossier dossier, string seat) => dossier.Phase < Phase.Closed && !dossier.Sheets[PlaceOf(seat)].IsSubmitted;

    private Room WithSpells(string seat, Func<ImmutableArray<Spell>, ImmutableArray<Spell>> change)
    {
        var person = Seats[PlaceOf(seat)].PersonId;
        return this with { Attended = Attended.SetItem(person, change(SpellsOf(person))) };
    }

    private ImmutableArray<Spell> Ended(ImmutableArray<Spell> spells, DateTimeOffset at, SpellEnd end)
    {
        var last = spells[^1];
        var early = end == SpellEnd.Left && FirstOpenedAt is not null && !IsOver && Frozen is null;
        return spells.SetItem(spells.Length - 1, last with { To = last.To ?? (at < last.From ? last.From : at), End = end, Early = early ? true : null });
    }

    /// <summary>
    /// The register of attendance: who is there is known to every seat. Whether a seat was at work is not, so that for an expert absence is never concluded from it:
    /// his register is made from the times at the table alone. To who is barred from a dossier the meeting begins with the first one that is not, and nothing is said of leaving
    /// early: that would tell when the one he is barred from was opened, and when it was signed.
    /// </summary>
    internal AttendanceRegister Register(Viewer viewer)
    {
        var (chairs, barred, opened) = (viewer is Viewer.Office or Viewer.Supervisor, IsBarredFromAny(viewer), FirstOpenedFor(viewer));
        return new(opened, [.. Seats.Select((_, place) => AttendanceOf(place, chairs, barred, opened))], Restarts.IsEmpty ? null : Restarts);
    }

    private bool IsBarredFromAny(Viewer viewer) => PersonOf(viewer) is { } id && Dossiers.Any(d => d.AccessOf(id) != Access.Full);

    private DateTimeOffset? FirstOpenedFor(Viewer viewer) =>
        IsBarredFromAny(viewer) && PersonOf(viewer) is { } id ? Dossiers.Where(d => d.AccessOf(id) == Access.Full).Min(d => d.OpenedAt) : FirstOpenedAt;

    /// <summary>The sittings as this viewer may know them: the first one began with a dossier's opening, and is as long to him as he knows of.</summary>
    private ImmutableArray<Sitting> SittingsFor(Viewer viewer)
    {
        if (!IsBarredFromAny(viewer) || Sittings is not [var first, ..]) return Sittings;
        return FirstOpenedFor(viewer) is { } opened && !(opened > first.To) ? Sittings.SetItem(0, first with { From = opened }) : first.To is { } to ? Sittings.SetItem(0, first with { From = to }) : Sittings.RemoveAt(0);
    }

    private SeatAttendance AttendanceOf(int place, bool chairs, bool barred, DateTimeOffset? opened)
    {
        var seat = Seats[place];
        var spells = SpellsOf(seat.PersonId);
        if (!chairs) spells = [.. spells.Select(s => s with { Acted = null })];
        if (barred) spells = [.. spells.Select(s => s with { Early = null })];
        var state = Recorded(seat.PersonId);
        if (spells.IsEmpty && (Attended.IsEmpty || (chairs ? WasAtWork(place, DateTimeOffset.MaxValue) : opened is not null))) state = AttendanceState.NotRecorded;
        else if (spells.IsEmpty && opened is not null) state = AttendanceState.Absent;
        return new SeatAttendance(seat.Letter, seat.Name, state, LateMinutes(spells, opened), spells is [.., { Early: true }] ? true : null, spells);
    }

    /// <summary>Late: not at the table at the first opening and come after it. A line that was lost just then is not lateness.</summary>
    private static int? LateMinutes(ImmutableArray<Spell> spells, DateTimeOffset? begun)
    {
        if (begun is not { } opened || spells.LastOrDefault(s => s.From <= opened) is { } before && (before.To is not { } to || to >= opened || before.End == SpellEnd.Away)) return null;
        if (spells.FirstOrDefault(s => s.From > opened) is not { } first || spells[0].Acted == true) return null;
        return Minutes(first.From - opened + TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
    }
}
