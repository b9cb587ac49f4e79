using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>The dossier's place among those this viewer may see revealed.</summary>
public sealed record StandingView(int Rank, int Of, bool? Safe, bool? Borderline, StandingReason? Because, string? Bracket)
{
    /// <summary>The place by severity-adjusted means; office and supervisor, where panels are unequal. Information only.</summary>
    public AdjustedView? Adjusted { get; init; }
}

/// <param name="Rate">Score rate in percent, two decimals.</param>
public sealed record AdjustedView(string Rate, int Rank);

/// <summary>What severity adjustment says of all standings this viewer sees (room.md 5, incomplete panels).</summary>
/// <param name="Balanced">The panels are complete: the adjustment adds nothing, and there are no adjusted figures.</param>
/// <param name="Linked">False where some dossiers share no expert with the others: their severities cannot be compared.</param>
/// <param name="Differs">The adjusted order is another one. The raw one decides.</param>
public sealed record SeverityView(bool Balanced, bool Linked, bool Differs);

public enum StakeTowards { Line, Quota, Rank }

/// <summary>An open item and what it could change within the panel's own marks: information which to discuss next.</summary>
/// <param name="Up">How far the score rate would rise if the item's mean were the highest mark given; percentage points, two decimals.</param>
/// <param name="Down">How far it would fall if it were the lowest.</param>
/// <param name="Towards">What it is nearest to change: the side of the 60 % line, the quota place, or the rank.</param>
/// <param name="Distance">How far the rate is from that; percentage points, two decimals.</param>
/// <param name="IsUp">Whether a higher rate would change it, or a lower one.</param>
/// <param name="Reaches">The item alone could change it.</param>
public sealed record StakeView(string Criterion, string Up, string Down, StakeTowards Towards, string Distance, bool IsUp, bool Reaches);

/// <summary>Why a rank is not safe: <c>withoutSeat</c>, and what it would be then.</summary>
public sealed record StandingReason(string Reason, string? Seat, int? Rank);
