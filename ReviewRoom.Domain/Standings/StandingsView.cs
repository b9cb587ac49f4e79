using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>
/// The standings 名次 as one viewer may see them: only dossiers revealed to this viewer stand here, and every rank, count and sensitivity is over these alone.
/// </summary>
/// <param name="Ranked">In order; exact ties share a rank and stand in the order of room and agenda.</param>
/// <param name="NotRanked">Revealed, but with a gap or fewer eligible sheets than the panel minimum.</param>
/// <param name="Vacant">Places left over by Articles 4 and 11, if nothing changed; absent where nothing is ranked.</param>
public sealed record StandingsView(string Session, ImmutableArray<StandingRow> Ranked, ImmutableArray<StandingRow> NotRanked, VacantPlaces? Vacant)
{
    /// <summary>Whether severity adjustment would change the order; office and supervisor.</summary>
    public SeverityView? Severity { get; init; }

    /// <summary>The row of one dossier, or null where this viewer may not know it.</summary>
    public StandingRow? Of(string room, string dossier)
    {
        foreach (var row in Ranked)
            if (row.Dossier == dossier && row.Room == room) return row;
        foreach (var row in NotRanked)
            if (row.Dossier == dossier && row.Room == room) return row;
        return null;
    }
}

/// <summary>One dossier in the standings.</summary>
/// <param name="Rate">Score rate in percent, two decimals, never rounded across the line.</param>
/// <param name="Exact">The total as a fraction in lowest terms.</param>
/// <param name="N">Sheets counted.</param>
/// <param name="Repeat">True where the place lies outside the quota because the applicant won this grade before (Article 23).</param>
public sealed record StandingRow(
    string Room, string Dossier, string Title, ApplicantKind Kind, string? Rate, string? Exact, int N, bool? Passes, bool? Repeat, StandingView? Standing)
{
    /// <summary>The open items, by how much they can change the decision.</summary>
    public ImmutableArray<StakeView>? Stakes { get; init; }
}

/// <summary>Places of the quota nobody takes (Articles 4 and 11).</summary>
public sealed record VacantPlaces(int Main, int Nomination);
