using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rooms;

/// <summary>Where the panel stands; alpha, ICC and W are information only and absent where undefined (room.md 5).</summary>
/// <param name="State">Worst state among the items not yet closed: agreed means consensus. It, <paramref name="Reached"/>, <paramref name="Settled"/> and
/// <paramref name="Open"/> go by the marks as they are; the counts and <paramref name="DisputedItems"/> by what is shown of each item.</param>
public sealed record ConsensusView(
    Agreement State, bool Reached, int Agreed, int Watch, int Disputed, int Settled, ImmutableArray<string> Open, ImmutableArray<string> DisputedItems,
    string? Alpha, string? Icc21, string? Icc2k, string? W, int? CompleteSheets)
{
    /// <summary>From the first marks to now.</summary>
    public MovementView? Movement { get; init; }
}

/// <summary>How the panel moved in deliberation; information only.</summary>
/// <param name="Revised">Marks changed, of <paramref name="Marks"/>.</param>
/// <param name="FirstRange">Mean range of the items first, points of percent, one decimal; absent with fewer than two sheets.</param>
/// <param name="FinalRange">The same now.</param>
public sealed record MovementView(int Revised, int Marks, string? FirstRange, string? FinalRange, ImmutableArray<SeatMovementView> Seats);

/// <param name="Seat">As beside the marks: seat letter or random label.</param>
/// <param name="Mean">Mean change of a mark, points of percent, two decimals; absent where no mark has both.</param>
public sealed record SeatMovementView(string Seat, int Revised, string? Mean);

/// <summary>How an expert's marks on a calibration dossier lie to the panel's (room.md 5).</summary>
/// <param name="Seat">As beside the marks: seat letter or random label.</param>
/// <param name="First">Mean of (own first mark - the item's mean), points of percent, two decimals: severe below zero, lenient above.</param>
/// <param name="Final">The same over the marks as they are.</param>
/// <param name="Marks">First marks that entered.</param>
public sealed record CalibrationView(string Seat, int Marks, string? First, string? Final, bool? Mine);
