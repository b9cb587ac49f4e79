using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>What a board draws: only what was released to it. No mark, no name of a person, no blind dossier's value is ever in it.</summary>
/// <param name="Etag">SHA-256 (hex) of the canonical bytes of this view without the etag.</param>
/// <param name="State">computing, or locked.</param>
/// <param name="Blank">True while the privacy key is pressed; then nothing else is sent.</param>
/// <param name="Revealed">Dossiers revealed at the last release, of <paramref name="Of"/>.</param>
/// <param name="Brackets">Quota places; only when all dossiers are revealed and all that may be ranked are shown with rank and rate, or after a ceremony has told them.</param>
/// <param name="Ceremony">While a ceremony is under way; the rows shown before it are not sent then.</param>
public sealed record BoardView(
    string Id, string Etag, string Title, string SessionTitle, string State, bool? Blank, int? Revealed, int? Of, int? Waiting,
    ImmutableArray<BoardRow>? Rows, ImmutableArray<BracketView>? Brackets, FootView Foot, CeremonyView? Ceremony = null);

/// <summary>One row, in the order drawn.</summary>
/// <param name="Move">Places gained (positive) or lost at the last release.</param>
/// <param name="Tag">repeat (Article 23), or withinValidity (Article 4).</param>
/// <param name="Rate">Score rate in percent, two decimals.</param>
/// <param name="Word">How far the panel is: deliberating, signing, agreed, minority, below, notRanked.</param>
/// <param name="Old">The value before a correction, struck through.</param>
/// <param name="Recomputing">The value shown was found wrong; nothing is shown until it is corrected.</param>
public sealed record BoardRow(
    string Id, string Title, ApplicantKind Kind, int? Rank, int? Move, string? Tag, string? Rate, bool? Passes, string? Word, SheetCount? Sheets,
    string? Old, bool? Corrected, bool? Recomputing);

/// <param name="Submitted">Sheets counted, of <paramref name="Eligible"/>.</param>
public sealed record SheetCount(int Submitted, int Eligible, int Recused);

/// <summary>The places of one grade.</summary>
/// <param name="Grade">main or nomination.</param>
/// <param name="Places">The quota of Article 4.</param>
/// <param name="From">First row, from 0; rows from there on lie in the bracket.</param>
/// <param name="Vacant">Places nobody takes.</param>
/// <param name="Undecided">A tie stands across the last places: the leading group decides.</param>
public sealed record BracketView(string Grade, int Places, int From, int Rows, int Vacant, bool? Undecided);

/// <summary>The line below: keys of rules (<c>Board.Rule.{key}</c>), the time and number of the last change.</summary>
public sealed record FootView(ImmutableArray<string> Rules, DateTimeOffset At, long Entry);

/// <summary>The board as the office runs it: what is shown, what may be shown next, and who must leave the room before.</summary>
/// <param name="Told">What the supervisor is told of this board, newest first.</param>
public sealed record BoardDesk(
    string Id, string Title, string Session, bool Locked, bool Blank, Phase RatesFrom, BoardView Picture, ImmutableArray<DeskRow> Rows, ImmutableArray<MilestoneView> Told,
    CeremonyDesk Ceremony);

/// <summary>The desks of all boards one person may see, by title.</summary>
public sealed record BoardDesks(ImmutableArray<BoardDesk> Desks);

/// <summary>One dossier at the desk; recused or suspended: those words and the id alone.</summary>
/// <param name="RateRefused">Why rate and rank may not be shown now.</param>
/// <param name="CorrectionBy">Who asked for a correction; a second person must ask the same.</param>
/// <param name="Leave">Who is recused from it and must leave the room first.</param>
public sealed record DeskRow(
    string Room, string Dossier, string? Title, bool? Recused, bool? Suspended, bool? TitleShown, bool? CountShown, string? RateShown, int? RankShown, bool? Recomputing,
    RefusalCode? RateRefused, bool? MayCorrect, string? CorrectionBy, ImmutableArray<SeatToLeave>? Leave);
