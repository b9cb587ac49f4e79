using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>What happened to a board: the body of one ledger entry. What was shown is on record here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(BoardCreated), "boardCreated")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(RatesFromSet), "ratesFromSet")]
[JsonDerivedType(typeof(Blanked), "blanked")]
[JsonDerivedType(typeof(ShownAgain), "shownAgain")]
[JsonDerivedType(typeof(BoardLocked), "boardLocked")]
[JsonDerivedType(typeof(BoardUnlocked), "boardUnlocked")]
[JsonDerivedType(typeof(CorrectionAsked), "correctionAsked")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Staled), "staled")]
public abstract record BoardEvent;

/// <param name="Salt">Random, hex: the fingerprints of sheets in this board's snapshots are made with it.</param>
public sealed record BoardCreated(string Title, string Session, string SessionTitle, Phase RatesFrom, string Salt) : BoardEvent;

public sealed record Released(What What, bool All, SessionCount Count, ImmutableArray<DossierSnapshot> Dossiers) : BoardEvent;

public sealed record RatesFromSet(Phase Phase) : BoardEvent;

public sealed record Blanked : BoardEvent;

public sealed record ShownAgain : BoardEvent;

public sealed record BoardLocked : BoardEvent;

public sealed record BoardUnlocked(string Reason) : BoardEvent;

public sealed record CorrectionAsked(string Room, string Dossier) : BoardEvent;

public sealed record Corrected(SessionCount Count, DossierSnapshot Dossier) : BoardEvent;

public sealed record Staled(string Room, string Dossier) : BoardEvent;
