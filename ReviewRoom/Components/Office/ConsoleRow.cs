using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Office;

/// <summary>
/// One dossier's line on the console. Holds only values that compare by content: a line that did not change is not drawn again.
/// </summary>
/// <param name="Barred">The office member is suspended from the dossier or recused: nothing else of it is known here.</param>
public sealed record ConsoleRow(string Room, string RoomTitle, string Dossier, SeatState? Barred, SeatLine Seats)
{
    public string Title { get; init; } = "";
    public ApplicantKind? Kind { get; init; }
    public Phase? Phase { get; init; }
    public bool Frozen { get; init; }
    public bool Adjourned { get; init; }
    public bool InFocus { get; init; }
    public int Submitted { get; init; }
    public int Eligible { get; init; }
    public int Minimum { get; init; }
    public string? Rate { get; init; }
    public int RateOf { get; init; }
    public bool LiveWithdrawn { get; init; }
    public bool? Passes { get; init; }
    public bool Valid { get; init; }
    public string? Spread { get; init; }
    public int? Agreed { get; init; }
    public int? Watched { get; init; }
    public int? Disputed { get; init; }
    public int? Rank { get; init; }
    public int? RankOf { get; init; }
    public bool Safe { get; init; }
    public StandingReason? Because { get; init; }
    public bool Borderline { get; init; }
    /// <summary>The rank by severity-adjusted means, where it is another one.</summary>
    public int? AdjustedRank { get; init; }
    /// <summary>A calibration dossier: counted nowhere.</summary>
    public bool Calibrates { get; init; }
    public bool TakenOff { get; init; }
    /// <summary>A site review.</summary>
    public bool OnSite { get; init; }
    public int OpenConflicts { get; init; }
    public int Recused { get; init; }

    public string Key => $"{Room}/{Dossier}";

    public bool IsRevealed => Phase >= Domain.Rooms.Phase.Deliberation;

    /// <summary>Fewer eligible seats than the panel minimum: no rank, and something has to be done.</summary>
    public bool IsTooSmall => Barred is null && Eligible < Minimum && Phase is not null;

    public static ConsoleRow Of(RoomView room, DossierView dossier)
    {
        SeatState? barred = dossier.Recused == true ? SeatState.Recused : dossier.Suspended == true ? SeatState.Suspended : null;
        var row = new ConsoleRow(room.Id, room.Title, dossier.Id, barred, SeatLine.Of(room, dossier));
        if (barred is not null) return row;
        var conflicts = dossier.Conflicts ?? [];
        return row with
        {
            Title = dossier.Title ?? dossier.Id,
            Kind = dossier.Kind,
            Phase = dossier.Phase,
            Frozen = room.Adjourned is null && dossier.TakenOff is null && (room.Frozen is not null || dossier.Frozen is not null),
            Adjourned = room.Adjourned is not null && dossier.Phase is not Domain.Rooms.Phase.Signed,
            InFocus = room.Focus == dossier.Id,
            Submitted = dossier.Progress?.Submitted ?? 0,
            Eligible = dossier.Progress?.Eligible ?? 0,
            Minimum = dossier.Progress?.Minimum ?? 0,
            Rate = dossier.Aggregate?.Rate,
            RateOf = dossier.Aggregate?.N ?? 0,
            OnSite = room.SiteReview == true,
            TakenOff = dossier.TakenOff == true,
            LiveWithdrawn = dossier.LiveWithdrawn == true,
            Passes = dossier.Aggregate?.Passes,
            Valid = dossier.Aggregate?.Valid == true,
            Spread = dossier.Aggregate?.Spread,
            Agreed = dossier.Consensus?.Agreed,
            Watched = dossier.Consensus?.Watch,
            Disputed = dossier.Consensus?.Disputed,
            Rank = dossier.Standing?.Rank,
            RankOf = dossier.Standing?.Of,
            Safe = dossier.Standing?.Safe == true,
            Borderline = dossier.Standing?.Borderline == true,
            Because = dossier.Standing?.Because,
            AdjustedRank = dossier.Standing is { Adjusted: { } adjusted } standing && adjusted.Rank != standing.Rank ? adjusted.Rank : null,
            Calibrates = dossier.Calibrates == true,
            OpenConflicts = conflicts.Count(c => c.State == ConflictState.Raised),
            Recused = dossier.Progress?.Recused ?? 0,
        };
    }

    /// <summary>
    /// All dossiers of the rooms in the order of the console: ranked ones by rank, the revealed without a rank, then the blind ones by agenda.
    /// A blind dossier's figure never moves it.
    /// </summary>
    public static ImmutableArray<ConsoleRow> All(IEnumerable<RoomView> rooms) =>
        [.. rooms.SelectMany(room => room.Dossiers.Select(d => Of(room, d))).Select((row, place) => (row, place))
            .OrderBy(r => Shelf(r.row)).ThenBy(r => r.row.Rank ?? 0).ThenBy(r => r.place).Select(r => r.row)];

    private static int Shelf(ConsoleRow row) => row switch
    {
        { Rank: not null } => 0,
        { IsRevealed: true } => 1,
        { Phase: Domain.Rooms.Phase.Independent } => 2,
        { Barred: not null } => 4,
        _ => 3,
    };

    /// <summary>The bar's length in percent, as the style attribute wants it.</summary>
    public static string Width(string rate) =>
        decimal.TryParse(rate, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? Math.Clamp(value, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) : "0";
}
