using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rooms;

/// <summary>What the attendance of a seat can turn to; written down by the program.</summary>
public enum AttendanceStep { Joined, Away, Returned, Left }

/// <summary>How a spell at the table ended.</summary>
public enum SpellEnd { Away, Left }

/// <summary>A time a person was at the table: from the first page he opened to the last that was heard of him; without an end it goes on.</summary>
/// <param name="Early">Left while the meeting was under way and not frozen.</param>
/// <param name="Acted">He had acted in the room, or had a sheet on paper, before he came by his line: nothing can be said about when he came. Not for experts.</param>
public sealed record Spell(DateTimeOffset From, DateTimeOffset? To = null, SpellEnd? End = null, bool? Early = null, bool? Acted = null);

/// <summary>How a seat stands in the register of attendance.</summary>
public enum AttendanceState
{
    /// <summary>Nothing was heard of a line, but the seat acted, or nobody's attendance was kept: absence cannot be concluded.</summary>
    NotRecorded,
    /// <summary>Not there yet, and nothing has been opened so far.</summary>
    Expected,
    Absent,
    Present,
    Away,
    Left,
}

/// <summary>The attendance of one seat.</summary>
/// <param name="LateMinutes">Whole minutes, rounded up, from the first opening to the arrival.</param>
/// <param name="LeftEarly">True where the last thing heard is that he left while the meeting was under way.</param>
public sealed record SeatAttendance(string Seat, string Name, AttendanceState State, int? LateMinutes, bool? LeftEarly, ImmutableArray<Spell> Spells);

/// <summary>The register of attendance (签到册) of a room.</summary>
/// <param name="Restarts">When the program was started anew while seats were at the table: being unheard then is nobody's absence.</param>
public sealed record AttendanceRegister(DateTimeOffset? FirstOpenedAt, ImmutableArray<SeatAttendance> Seats, ImmutableArray<DateTimeOffset>? Restarts);

/// <summary>What the server hears of a person's pages of one room.</summary>
/// <param name="Since">Since when they answer without a gap.</param>
/// <param name="Last">The last answer of any of them.</param>
/// <param name="Closed">When the last of them was closed, while it answered; null where one is open, or went silent.</param>
public readonly record struct LineHeard(DateTimeOffset Since, DateTimeOffset Last, DateTimeOffset? Closed)
{
    /// <summary>An open page that answered within the last minute.</summary>
    public bool IsThere(DateTimeOffset now) => Closed is null && now - Last <= Room.LostAfter;
}
