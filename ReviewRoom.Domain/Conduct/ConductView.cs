using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Conduct;

/// <summary>The conduct files as the supervisory body or the office sees them.</summary>
/// <param name="Role">supervisor or office.</param>
/// <param name="Version">Tells the server which of two views is older; it counts acts the viewer may not know of, and so never leaves it.</param>
public sealed record ConductView(string Role, [property: JsonIgnore] long Version, ImmutableArray<ConductFileView> Files);

/// <param name="IsWithdrawn">He may not review today.</param>
/// <param name="Incidents">For the supervisory body alone.</param>
public sealed record ConductFileView(string Expert, bool IsWithdrawn, ImmutableArray<Incident> Incidents, ImmutableArray<ConductProposal> Proposals);

/// <summary>What a person is told of his own conduct file.</summary>
/// <param name="IsWithdrawn">He may not review today.</param>
public sealed record OwnConduct(bool IsWithdrawn, ImmutableArray<OwnProposal> Proposals);

/// <param name="On">Day of the proposal.</param>
/// <param name="PassedTo">Of discipline: who decides about it.</param>
/// <param name="Decision">Once it stands.</param>
public sealed record OwnProposal(string Id, Misconduct Kind, DateOnly? From, DateOnly? Until, string? PassedTo, string Reason, DateOnly On, string? Answer, OwnDecision? Decision);

public sealed record OwnDecision(bool Granted, string Reason, DateOnly On);
