using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>A ceremony as the hall sees it: what was told, and for the rest nothing but empty places.</summary>
/// <param name="Told">Places told, of <paramref name="Places"/>.</param>
/// <param name="Now">Lines of the ladder told last: more than one for a tie.</param>
/// <param name="Ladder">One line a place, the first place first.</param>
/// <param name="Vacant">Places left over of the grades that are told to the end.</param>
public sealed record CeremonyView(int Told, int Places, ImmutableArray<int> Now, ImmutableArray<LadderPlace> Ladder, ImmutableArray<VacancyView>? Vacant);

/// <summary>One line of the ladder; of a place not told yet only its line is there.</summary>
/// <param name="Rank">Absent also where a correction has moved the place out of the order in which it was told.</param>
/// <param name="Grade">main, nomination, or none for a ranked dossier outside both.</param>
/// <param name="Minority">Signed minority opinions kept with the dossier.</param>
/// <param name="Sheets">Sheets counted.</param>
public sealed record LadderPlace(
    int Place, int? Rank = null, string? Grade = null, string? Title = null, string? ShortTitle = null, ApplicantKind? Kind = null, string? Tag = null, bool? Undecided = null,
    string? Rate = null, bool? Passes = null, int? Minority = null, int? Sheets = null, string? Old = null, bool? Corrected = null, bool? Recomputing = null);

/// <summary>Places of one grade that nobody takes.</summary>
public sealed record VacancyView(string Grade, int Places);

/// <summary>The ceremony at the desk.</summary>
/// <param name="What">Absent while none is under way.</param>
/// <param name="Refused">Why the next place may not be told now, or, while none is under way, why none may begin.</param>
/// <param name="Next">The place the key will tell; to the office alone.</param>
/// <param name="NotClosed">Dossiers that are not closed yet.</param>
/// <param name="NotRanked">Dossiers that are not valid for ranking and will not be told.</param>
/// <param name="Lengths">How many places each kind of ceremony would tell; to the office alone, while one may begin.</param>
public sealed record CeremonyDesk(
    CeremonyScope? What, int Told, int Places, RefusalCode? Refused, ImmutableArray<NextPlace>? Next, int NotClosed, int NotRanked, ImmutableArray<CeremonyLength>? Lengths)
{
    /// <summary>All places are told: what remains is to leave the full list.</summary>
    public bool IsOver => What is not null && Told == Places;
}

/// <param name="Leave">Who is recused from it and must leave the room before it is told.</param>
public sealed record NextPlace(int Place, int Rank, string? Grade, string? Tag, bool? Undecided, string Title, string? Rate, ImmutableArray<SeatToLeave> Leave);

public sealed record CeremonyLength(CeremonyScope What, int Places);
