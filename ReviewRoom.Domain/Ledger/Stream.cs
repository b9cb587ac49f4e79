namespace ReviewRoom.Domain.Ledger;

/// <summary>Who asks, when, and fresh random bytes: all that deciding may draw on besides the state itself.</summary>
/// <param name="By">The person, with the roles held at this moment.</param>
/// <param name="At">The server's time, UTC.</param>
/// <param name="Entropy">At least 16 random bytes, for ids and labels; recorded only through the event that uses them.</param>
public sealed record Asking(Person By, DateTimeOffset At, ReadOnlyMemory<byte> Entropy);

/// <summary>Where and when an event was recorded.</summary>
/// <param name="Version">1-based place in its stream.</param>
/// <param name="At">Time of the entry, UTC, whole milliseconds.</param>
/// <param name="Actor">Id of the person who acted.</param>
public readonly record struct Stamp(long Version, DateTimeOffset At, string Actor);

/// <summary>
/// A state that is the fold of its ledger stream: decides purely, applies deterministically. One act gives one event, one event is one entry.
/// </summary>
public interface IStreamState<TSelf, TAct, TEvent>
    where TSelf : class, IStreamState<TSelf, TAct, TEvent>
    where TAct : class
    where TEvent : class
{
    /// <summary>Version of the last event applied; 0 for a stream that has no entry yet.</summary>
    long Version { get; }

    /// <summary>Decides an act against this state. Pure: no clock, no randomness, no I/O but what <paramref name="asking"/> carries.</summary>
    Outcome<TEvent> Decide(TAct act, Asking asking);

    /// <summary>The next state after a recorded event.</summary>
    TSelf Apply(TEvent happened, Stamp stamp);

    /// <summary>How many acts of this person the stream holds: the number on a receipt.</summary>
    int ActsBy(string personId);
}

/// <summary>Proof that an act is on disk: <c>number</c> counts the person's own acts in the stream, <c>hash</c> is the entry's salted body hash (lower-case hex).</summary>
public sealed record Receipt(string Stream, int Number, string Hash);
