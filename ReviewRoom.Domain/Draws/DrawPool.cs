using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Draws;

/// <summary>A condition of a draw: at least so many members with this specialty.</summary>
/// <param name="Least">1 or more.</param>
public sealed record Quota(string Specialty, int Least);

/// <summary>A member of the pool under a random id.</summary>
/// <param name="Drawable">False for who is excluded or absent; the public form does not tell which.</param>
public sealed record Candidate(string Alias, ImmutableArray<string> Specialties, bool Drawable);

/// <summary>
/// The public form of a draw: all that its result follows from but the seed. It names nobody.
/// </summary>
/// <param name="Size">Seats on the panel.</param>
/// <param name="Reserve">Named after the panel, in the order in which they step in.</param>
/// <param name="Candidates">By alias.</param>
public sealed record DrawPool(int Size, int Reserve, ImmutableArray<Quota> Quotas, ImmutableArray<Candidate> Candidates)
{
    /// <summary>SHA-256 (lower-case hex) of the canonical bytes: what is committed before anybody knows the seed.</summary>
    [JsonIgnore]
    public string Hash => Canonical.Hash(Canonical.Bytes(this));
}

/// <summary>What a draw gives, as aliases.</summary>
public sealed record Drawn(ImmutableArray<string> Panel, ImmutableArray<string> Reserve);
