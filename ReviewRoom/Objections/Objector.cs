using System.Collections.Immutable;
using System.Security.Cryptography;
using ReviewRoom.Domain;

namespace ReviewRoom.Objections;

/// <summary>Who an objection is from, as its two handlers read it. It stands encrypted in a store of its own and never in the ledger.</summary>
/// <param name="Code">Number of the identity card, or the unified social credit code.</param>
/// <param name="Salt">Keeps the hash in the ledger from being guessed back to a name.</param>
public sealed record Objector(string Name, string Phone, string Code, ImmutableArray<EvidenceFile> Files, string Salt)
{
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the ledger holds of it.</summary>
    public string Hash() => Canonical.Hash(Canonical.Bytes(this));
}

/// <summary>A file an objector handed in.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
public sealed record EvidenceFile(string Name, long Bytes, string Hash);
