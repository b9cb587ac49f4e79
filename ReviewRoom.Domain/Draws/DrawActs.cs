using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Draws;

/// <summary>A request to a draw (room.md 7). JSON: <c>{"act":"commitPool", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CommitPool), "commitPool")]
[JsonDerivedType(typeof(CommitNonce), "commitNonce")]
[JsonDerivedType(typeof(OpenNonce), "openNonce")]
public abstract record DrawAct;

/// <summary>A person of the pool as the office puts him up.</summary>
/// <param name="Excluded">Why he may not be drawn (a conflict, an absence); null for who may.</param>
public sealed record PoolMember(string PersonId, string Name, ImmutableArray<string> Specialties, string? Excluded = null);

/// <summary>The office freezes pool and conditions. On a draw that has a pool already, run or given up: a repeated draw, with a reason; both stay on record.</summary>
/// <param name="Session">Id of the award session.</param>
/// <param name="Agenda">Ids of the applicants whose conflicts of interest the exclusions follow from; the room set up from the draw begins with them.</param>
public sealed record CommitPool(
    string Title, string Session, int Size, int Reserve, ImmutableArray<Quota> Quotas, ImmutableArray<PoolMember> Members, string? Reason = null,
    ImmutableArray<string>? Agenda = null) : DrawAct;

/// <summary>Office and supervisor each commit a secret before either is known.</summary>
/// <param name="Hash">SHA-256 (lower-case hex) of the nonce's UTF-8 bytes.</param>
public sealed record CommitNonce(string Hash) : DrawAct;

/// <summary>Opens the own nonce, once both are committed. With the second one the draw is run.</summary>
public sealed record OpenNonce(string Nonce) : DrawAct;

/// <summary>What happened to a draw.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PoolCommitted), "poolCommitted")]
[JsonDerivedType(typeof(NonceCommitted), "nonceCommitted")]
[JsonDerivedType(typeof(NonceOpened), "nonceOpened")]
public abstract record DrawEvent;

/// <param name="Aliases">The random id of each member, in the members' order.</param>
/// <param name="PoolHash">Of the public form made from both.</param>
public sealed record PoolCommitted(
    string Title, string Session, int Size, int Reserve, ImmutableArray<Quota> Quotas, ImmutableArray<PoolMember> Members, ImmutableArray<string> Aliases, string PoolHash,
    string? Reason = null, ImmutableArray<string>? Agenda = null) : DrawEvent;

/// <param name="BySupervisor">Whose of the two it is.</param>
public sealed record NonceCommitted(bool BySupervisor, string Hash) : DrawEvent;

public sealed record NonceOpened(bool BySupervisor, string Nonce) : DrawEvent;
