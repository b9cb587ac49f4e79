using ReviewRoom.Domain.Conflicts;

namespace ReviewRoom.Domain.Rooms;

/// <summary>A suspected or settled conflict of interest between a person and a dossier: Raised -> Confirmed (recusal) | Dismissed (room.md 6).</summary>
/// <param name="Effective">False while the second of two persons has not raised it too.</param>
public sealed record Conflict(
    string Id, string? Seat, string PersonId, string Type, string Note, ConflictSource Source, ConflictStrength Strength, ConflictState State,
    bool Effective, DateTimeOffset At)
{
    /// <summary>The types of the scheme (expert-conflict.types).</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "EMPLOYMENT_3Y", "ADVISER_CONSULT_3Y", "OFFICER_OR_SHAREHOLDER", "RELATIVE", "DISPUTE_3Y", "SAME_CONTROL",
        "COMPETITOR_CUSTOMER_SUPPLIER", "DRAFTED_OR_RECOMMENDED", "OTHER_DECLARED",
    ];

    /// <summary>Person who did the first half of a two-person act, and which: raise, confirm, dismiss.</summary>
    public string? AwaitingBy { get; init; }
    public string? Awaiting { get; init; }
    public string? Reason { get; init; }
    public string? Contest { get; init; }

    /// <summary>The fact of the register it follows from, if from one.</summary>
    public Basis? Basis { get; init; }

    /// <summary>Direct and raised: access is suspended at once, before anybody has decided.</summary>
    public bool Suspends => Effective && State == ConflictState.Raised && Strength == ConflictStrength.Direct;

    public bool Recuses => Effective && State == ConflictState.Confirmed;
}
