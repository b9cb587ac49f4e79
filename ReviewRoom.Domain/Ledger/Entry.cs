namespace ReviewRoom.Domain.Ledger;

/// <summary>One act on record (账目): a header in the chain of its stream, the salted body, and what makes the act idempotent.</summary>
/// <param name="CommandId">The client's own id of the command; unique in the whole ledger.</param>
/// <param name="Fingerprint">SHA-256 of who asked what of which stream: the same command again has the same one.</param>
/// <param name="Number">How many acts of this actor the stream holds with this one: the number on the receipt.</param>
/// <param name="Salt">16 random bytes, so that a hash cannot be guessed back to a mark.</param>
/// <param name="Body">Canonical bytes of the event.</param>
public sealed record Entry(Header Header, string CommandId, string Fingerprint, int Number, byte[] Salt, byte[] Body)
{
    public Receipt Receipt => new(Header.Stream, Number, Header.BodyHash);

    public Stamp Stamp => new(Header.Version, Header.Time, Header.Actor);
}

/// <summary>The end of a stream's chain: what the next entry is linked to.</summary>
public readonly record struct Head(long Version, DateTimeOffset Time, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static readonly Head None = new(0, DateTimeOffset.UnixEpoch, Chain.Genesis);

    public static Head Of(Entry entry) => new(entry.Header.Version, entry.Header.Time, entry.Header.Hash);
}
