using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>A request to a board (room.md 9). JSON: <c>{"act":"release", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CreateBoard), "createBoard")]
[JsonDerivedType(typeof(Release), "release")]
[JsonDerivedType(typeof(SetRatesFrom), "ratesFrom")]
[JsonDerivedType(typeof(Blank), "blank")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(LockBoard), "lock")]
[JsonDerivedType(typeof(UnlockBoard), "unlock")]
[JsonDerivedType(typeof(Correct), "correct")]
[JsonDerivedType(typeof(MarkStale), "stale")]
[JsonDerivedType(typeof(StartCeremony), "startCeremony")]
[JsonDerivedType(typeof(NextCeremony), "nextCeremony")]
[JsonDerivedType(typeof(EndCeremony), "endCeremony")]
public abstract record BoardAct;

/// <summary>The first entry of a board.</summary>
/// <param name="RatesFrom">From which phase on rates and ranks may be shown: closed, unless the office switches deliberation on.</param>
public sealed record CreateBoard(string Title, string Session, string SessionTitle, Phase RatesFrom = Phase.Closed) : BoardAct;

/// <summary>What of a dossier is shown.</summary>
public enum What { Title, Count, Rate, Rank }

/// <summary>Shows something of one dossier, or of all (<c>"all": true</c>): always a snapshot, the board never moves by itself.</summary>
/// <param name="Room">Needed only where two rooms of the session have a dossier of this id.</param>
public sealed record Release(string? Dossier, What What, bool? All = null, string? Room = null) : BoardAct
{
    /// <summary>The rooms as they are at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public BoardSnapshot? Now { get; init; }
}

/// <summary>Switches rates on during deliberation, or off again. What is shown already stays.</summary>
public sealed record SetRatesFrom(Phase Phase) : BoardAct;

/// <summary>The privacy key: the board shows nothing until <see cref="Show"/>.</summary>
public sealed record Blank : BoardAct;

public sealed record Show : BoardAct;

/// <summary>定格: from here on only a correction changes the board.</summary>
public sealed record LockBoard : BoardAct;

/// <summary>Undoes <see cref="LockBoard"/>: releases are possible again. The reason is on record, and the supervisor is told.</summary>
public sealed record UnlockBoard(string Reason) : BoardAct;

/// <summary>Replaces a shown value, the old one struck through: the same act by two named persons of the office.</summary>
public sealed record Correct(string Dossier, string? Room = null) : BoardAct
{
    /// <summary>The rooms as they are at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public BoardSnapshot? Now { get; init; }
}

/// <summary>By the program: the sheets behind a shown value are no longer what they were.</summary>
public sealed record MarkStale(string Room, string Dossier) : BoardAct;

/// <summary>Which places a ceremony tells, from the last one up to the first.</summary>
public enum CeremonyScope
{
    /// <summary>Both grades of Article 4.</summary>
    Winners,

    /// <summary>The main award alone.</summary>
    Main,

    /// <summary>All that is ranked.</summary>
    All,
}

/// <summary>Begins a ceremony: from here on the board shows a ladder of empty places, and each <see cref="NextCeremony"/> tells one.</summary>
public sealed record StartCeremony(CeremonyScope What) : BoardAct
{
    /// <summary>The rooms as they are at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public BoardSnapshot? Now { get; init; }
}

/// <summary>The announcer's key: tells the next place from below, equal ones together. There is no way back; what was shown is on record.</summary>
/// <param name="Told">How many places were told when the key was pressed: a key pressed twice, or by two, tells one place.</param>
public sealed record NextCeremony(int Told) : BoardAct
{
    /// <summary>The rooms as they are at this moment, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public BoardSnapshot? Now { get; init; }
}

/// <summary>Leaves the full list of what was told on the board. Before all is told it needs a reason, of which the supervisor is told; the board goes neutral then.</summary>
public sealed record EndCeremony(string? Reason = null) : BoardAct;
