using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Conduct;

/// <summary>What happened to the conduct files: the body of one ledger entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(IncidentNoted), "incidentNoted")]
[JsonDerivedType(typeof(WithdrawalProposed), "withdrawalProposed")]
[JsonDerivedType(typeof(DisciplineProposed), "disciplineProposed")]
[JsonDerivedType(typeof(ProposalAnswered), "proposalAnswered")]
[JsonDerivedType(typeof(WithdrawalDecided), "withdrawalDecided")]
[JsonDerivedType(typeof(WithdrawalConfirmed), "withdrawalConfirmed")]
public abstract record ConductEvent(string Expert);

/// <param name="Id">Within the file: i1, i2 …</param>
public sealed record IncidentNoted(string Expert, string Id, Misconduct Of, DateOnly On, string Facts, string? Room, string? Dossier, Attachment? Evidence) : ConductEvent(Expert);

/// <param name="Id">Within the file: w1, w2 …</param>
public sealed record WithdrawalProposed(string Expert, string Id, string Incident, DateOnly From, DateOnly? Until, string Reason) : ConductEvent(Expert);

/// <param name="Id">Within the file: d1, d2 …</param>
public sealed record DisciplineProposed(string Expert, string Id, string Incident, string PassedTo, string Reason) : ConductEvent(Expert);

public sealed record ProposalAnswered(string Expert, string Id, string Text) : ConductEvent(Expert);

public sealed record WithdrawalDecided(string Expert, string Id, bool Granted, string Reason) : ConductEvent(Expert);

public sealed record WithdrawalConfirmed(string Expert, string Id) : ConductEvent(Expert);
