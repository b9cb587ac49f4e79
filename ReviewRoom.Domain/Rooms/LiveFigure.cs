using System.Collections.Immutable;

namespace ReviewRoom.Domain.Rooms;

/// <summary>
/// The office's figure while the panel is blind (room.md 4). An average among few can be inverted and the difference of two gives the sheet between them,
/// so sheets enter in blocks of at least three, a block's value is fixed when it is added, and the figure is withdrawn for good once a sheet in it goes.
/// Only complete sheets enter: an item mean over fewer experts would be an equation of its own.
/// </summary>
public sealed record LiveFigure
{
    public const int BlockSize = 3;

    /// <summary>Seats whose sheets are in the figure.</summary>
    public ImmutableArray<string> Counted { get; init; } = [];

    /// <summary>Seats whose sheets wait for a block.</summary>
    public ImmutableArray<string> Pending { get; init; } = [];

    /// <summary>Sum of the counted sheets' totals, as they were when their block was added.</summary>
    public Rational Sum { get; init; }

    private Rational PendingSum { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Mean total of the counted sheets, or null where there is nothing that may be shown.</summary>
    public Rational? Mean => Withdrawn || Counted.Length == 0 ? null : Sum / Counted.Length;

    public LiveFigure Submitted(string seat, Rational total)
    {
        if (Withdrawn) return this;
        var (pending, sum) = (Pending.Add(seat), PendingSum + total);
        return pending.Length < BlockSize
            ? this with { Pending = pending, PendingSum = sum }
            : this with { Counted = Counted.AddRange(pending), Sum = Sum + sum, Pending = [], PendingSum = Rational.Zero };
    }

    /// <summary>A submitted sheet was taken back, suspended or voided.</summary>
    public LiveFigure Left(string seat, Rational total)
    {
        if (Counted.Contains(seat)) return this with { Withdrawn = true };
        return Pending.Contains(seat) ? this with { Pending = Pending.Remove(seat), PendingSum = PendingSum - total } : this;
    }
}
