namespace ReviewRoom.Domain.Rooms;

/// <summary>Something worth telling about the meeting: a kind and whom it concerns, never a value.</summary>
/// <param name="Tell">The supervisor is told: two-person acts, conflicts settled after the reveal, disclosures.</param>
public sealed record Milestone(long Version, DateTimeOffset At, string Kind, string Actor, string? Seat, string? Dossier, string? Reason, bool Tell = false)
{
    /// <summary>
    /// The seats that saw the marks at that moment, where only they are told: a consensus of sheets voided since must not reach who came to the table later.
    /// </summary>
    public string? Witnesses { get; init; }

    /// <summary>
    /// How many a room keeps at hand of each dossier and audience; older ones are in the ledger. Kept apart, because what a viewer may not know of
    /// must not push out what he may.
    /// </summary>
    public const int Kept = 40;

    /// <summary>Who is told of it: the panel, one seat, those who see marks, or the chairs alone.</summary>
    public string Audience => Kind switch
    {
        "reminded" => $"seat {Seat}",
        "consensus" => $"witnesses {Witnesses}",
        "seatJoined" or "seatAway" or "seatReturned" or "seatLeft" or "restarted" => "attendance",
        _ => ForThePanel.Contains(Kind) ? "panel" : "chairs",
    };

    /// <summary>Kinds the panel may know of a dossier on its table. Others are the office's and the supervisor's.</summary>
    public static readonly IReadOnlySet<string> ForThePanel = new HashSet<string>(StringComparer.Ordinal)
    {
        "opened", "submitted", "revealed", "closed", "signed", "recused", "frozen", "thawed", "takenOff", "absent", "present", "deadline", "consensus", "allSubmitted", "deputy", "adjourned", "resumed",
    };
}
