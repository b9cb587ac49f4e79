using ReviewRoom.Domain.Conflicts;

namespace ReviewRoom.Domain.Rooms;

public enum ConflictState { Raised, Confirmed, Dismissed }
public enum ConflictSource { Self, Registry, Applicant, Supervisor, Office }
public enum ConflictStrength { Direct, Derived }

/// <param name="Note">The ground in words; office and supervisor only, and the author of a self-declaration.</param>
/// <param name="Awaiting">The act that waits for a second named person: raise, confirm or dismiss.</param>
/// <param name="Basis">The fact of the register it follows from; office, supervisor and the person himself.</param>
public sealed record ConflictView(
    string Id, string Dossier, string? Seat, string? Person, string Type, ConflictState State, ConflictSource? Source, ConflictStrength? Strength, string? Note, string? Reason,
    DateTimeOffset? At, string? Awaiting, string? AwaitingBy, string? Contest, Basis? Basis = null);
