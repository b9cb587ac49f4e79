using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Simulation;

/// <summary>A simulation as it is written: what the interface describes and the page shows. It is read by <see cref="SimulationReader"/>.</summary>
/// <param name="AsOf">The day on which the validity of earlier awards is looked at; without it, by whole years.</param>
/// <param name="Of">Full points of the score table; a candidate's own overrides it.</param>
/// <param name="Settings">Keys and values of the scheme's settings; the rest are the defaults.</param>
public sealed record SimulationRequest(int Year, DateOnly? AsOf, int Of, ImmutableDictionary<string, string>? Settings, ImmutableArray<SimulatedCandidate> Candidates);

/// <param name="Points">An exact decimal ("612.5") or fraction ("16799/28"), 0 to the full points.</param>
/// <param name="SiteReview">As <paramref name="Points"/>; separates equals.</param>
/// <param name="Results">As <paramref name="Points"/>; separates equals after the site review.</param>
public sealed record SimulatedCandidate(
    string Id, ApplicantKind Kind, string Points, int? Of, string? SiteReview, string? Results, ImmutableArray<EarlierAward>? WonBefore, bool? Blocked);

/// <summary>An earlier award: its year, or the day it was conferred on.</summary>
public sealed record EarlierAward(Grade Grade, int? Year, DateOnly? ConferredOn, bool? Revoked);
