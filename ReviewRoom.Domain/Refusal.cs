using System.Collections.Immutable;

namespace ReviewRoom.Domain;

/// <summary>Why a request was declined. Codes are keys: the words, in the reader's language, are the application's (resource key <c>Refusal.{Code}</c>).</summary>
public enum RefusalCode
{
    /// <summary>There is no such thing, or the asker may not know of it.</summary>
    NotFound,
    NotAllowed,
    WrongPhase,
    Frozen,
    NotFrozen,
    NotDeclared,
    AlreadyDeclared,
    Suspended,
    Recused,
    Absent,
    AlreadySubmitted,
    NotSubmitted,
    SheetIncomplete,
    EvidenceMissing,
    RateOffGrid,
    UnknownCriterion,
    UnknownSeat,
    UnknownConflict,
    UnknownConflictType,
    ReasonRequired,
    TextTooLong,
    SheetsMissing,
    ItemsOpen,
    MinorityMissing,
    SameRate,
    NotDisputed,
    AlreadySettled,
    AlreadySigned,
    AlreadyMarked,
    SamePerson,
    SecondPersonNeeded,
    NotReleasable,
    TwoSheetsMustChange,
    Locked,
    NotLocked,
    CommandReused,
    Malformed,
    /// <summary>The ledger could not be written: nothing was stored.</summary>
    NotStored,
}

/// <summary>
/// A declined request: a value, never an exception. Arguments are typed and hold only what the asker may know.
/// </summary>
/// <param name="Code">Why.</param>
public sealed record Refusal(RefusalCode Code)
{
    /// <summary>The criteria concerned, in rubric order.</summary>
    public ImmutableArray<string>? Criteria { get; init; }

    /// <summary>The seats concerned, in seat order.</summary>
    public ImmutableArray<string>? Seats { get; init; }

    /// <summary>The phase the dossier is in now (<see cref="RefusalCode.WrongPhase"/>).</summary>
    public Rooms.Phase? Phase { get; init; }

    /// <summary>The field of the request that is wrong (<see cref="RefusalCode.Malformed"/>, <see cref="RefusalCode.TextTooLong"/>).</summary>
    public string? Field { get; init; }

    /// <summary>The article of the regulation that stands behind the refusal.</summary>
    public int? Article { get; init; }
}

/// <summary>What deciding gives: one event to be recorded, or one refusal.</summary>
public readonly record struct Outcome<TEvent>(TEvent? Event, Refusal? Refusal) where TEvent : class
{
    public static implicit operator Outcome<TEvent>(Refusal refusal) => new(null, refusal);
    public static implicit operator Outcome<TEvent>(RefusalCode code) => new(null, new Refusal(code));
    public static implicit operator Outcome<TEvent>(TEvent happened) => new(happened, null);
}
