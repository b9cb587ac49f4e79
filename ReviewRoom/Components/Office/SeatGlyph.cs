using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Office;

/// <summary>A seat as the console draws it: letter, name, how it stands to the dossier, whether its line is there.</summary>
public readonly record struct SeatGlyph(string Seat, string Name, SeatState State, bool Declared, Presence Presence, int? LostMinutes = null);

/// <summary>The seats of one dossier in seat order; two lines with the same glyphs are equal, so that an unchanged row is not drawn again.</summary>
public sealed record SeatLine(ImmutableArray<SeatGlyph> Seats)
{
    public static SeatLine Of(RoomView room, DossierView dossier) => new(
        dossier.Seats is { } states
            ? [.. states.Select(s => Glyph(s, room.Seats.FirstOrDefault(chair => chair.Seat == s.Seat)))]
            : []);

    private static SeatGlyph Glyph(SeatStateView state, SeatView? chair) =>
        new(state.Seat, chair?.Name ?? "", state.State, state.Declared == true, chair?.Presence ?? Presence.Offline, chair?.LostMinutes);

    /// <summary>The seats that are still waited for: on the panel, and their sheet is not in.</summary>
    public IEnumerable<SeatGlyph> Unsubmitted => Seats.Where(s => s.State is SeatState.Waiting or SeatState.Marking);

    public IEnumerable<SeatGlyph> Suspended => Seats.Where(s => s.State == SeatState.Suspended);

    public IEnumerable<SeatGlyph> Undeclared => Unsubmitted.Where(s => !s.Declared);

    public bool Equals(SeatLine? other) => other is not null && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan());

    public override int GetHashCode() => Seats.Aggregate(0, HashCode.Combine);
}
