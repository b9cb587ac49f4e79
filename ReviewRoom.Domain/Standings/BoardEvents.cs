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
[JsonDerivedType(typeof(CeremonyStarted), "ceremonyStarted")]
[JsonDerivedType(typeof(PlacesTold), "placesTold")]
[JsonDerivedType(typeof(CeremonyEnded), "ceremonyEnded")]
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

/// <summary>How many places will be told, and by what it is known later whether their order is still the same. No name stands here.</summary>
/// <param name="Order">Salted hash of the order, grades and tags of the places.</param>
public sealed record CeremonyStarted(CeremonyScope What, int Places, string Order) : BoardEvent;

/// <param name="Vacant">Grades whose last place is told with these, and of which places are left over.</param>
public sealed record PlacesTold(SessionCount Count, ImmutableArray<TellingPlace> Places, ImmutableArray<VacancyView>? Vacant) : BoardEvent;

/// <summary>One place as it is told.</summary>
/// <param name="Place">Its line in the ladder, from 1 at the top.</param>
/// <param name="Rank">Equal to <paramref name="Place"/> but for ties, which share the rank of the first.</param>
/// <param name="Grade">main or nomination; absent for a place outside both.</param>
/// <param name="Tag">repeat (Article 23), or withinValidity (Article 4).</param>
/// <param name="Undecided">Stands in a tie over the last places of its grade: the leading group decides.</param>
public sealed record TellingPlace(int Place, int Rank, string? Grade, string? Tag, bool? Undecided, DossierSnapshot Dossier);

/// <param name="Reason">Why it ended before all was told; absent where all was.</param>
public sealed record CeremonyEnded(string? Reason) : BoardEvent;
