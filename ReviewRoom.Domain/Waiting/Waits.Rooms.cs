using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Waiting;

// The live rooms (Articles 3, 16, 17): whose sheet, declaration, settlement or signature is missing.
public static partial class Waits
{
    private static IEnumerable<WaitingRow> OfRooms(SessionSight sight) =>
        sight.Rooms.SelectMany(room => room.Dossiers.Where(d => d.Phase is not null && d.TakenOff != true).SelectMany(d => room.Viewer.Kind == "expert" ? OfSeat(sight, room, d) : OfDesk(sight, room, d)));

    /// <summary>What an expert's own dossier asks of him; nothing of other people's sheets is in it.</summary>
    private static IEnumerable<WaitingRow> OfSeat(SessionSight sight, RoomView room, DossierView dossier)
    {
        if (dossier is not { Phase: { } phase and not Phase.Signed, Mine: { } mine } || (mine.Declared && room.StopOf(dossier) is not null)) yield break;
        if (!mine.Declared) yield return Own(WaitingFor.Declarations, 3);
        else if (phase is Phase.Independent or Phase.Deliberation && !mine.Submitted) yield return Own(WaitingFor.Sheets, ArticleOf(room));
        else if (phase == Phase.Deliberation && dossier.Consensus is { Open.IsEmpty: false } open) yield return Own(WaitingFor.Items, ArticleOf(room)) with { N = open.Open.Length };
        else if (phase == Phase.Closed && mine is { Submitted: true, Signed: not true }) yield return Own(WaitingFor.Signatures, ArticleOf(room));

        WaitingRow Own(WaitingFor what, int article) =>
            new(what, WaitingOn.Seats, dossier.Id, TitleOf(dossier), [], 0, DueOf(sight, room, dossier), dossier.Deadline is null, article, $"/room/{room.Id}?d={dossier.Id}", true);
    }

    /// <summary>What office and supervisor see: who of the seats is missing, and what the office itself has to do.</summary>
    private static IEnumerable<WaitingRow> OfDesk(SessionSight sight, RoomView room, DossierView dossier)
    {
        var isOffice = room.Viewer.Kind == "office";
        var link = isOffice ? $"/office?d={room.Id}/{dossier.Id}" : $"/supervisor?room={room.Id}";
        foreach (var row in Steps(room, dossier)) yield return row;
        var open = (dossier.Conflicts ?? []).Where(c => c.State == ConflictState.Raised).ToArray();
        if (open.Count(c => c.Awaiting is null) is > 0 and var raised) yield return Desk(WaitingFor.Conflicts, 3, raised, isOffice);
        if (open.Where(c => c.Awaiting is not null).ToArray() is { Length: > 0 } half) yield return Desk(WaitingFor.SecondPerson, 3, half.Length, isOffice && half.Any(c => c.AwaitingBy != sight.Me));
        if (dossier.Feedback is { ReleasedAt: null, Texts: > 0 } feedback)
            yield return Desk(WaitingFor.Texts, 18, feedback.Texts - feedback.Read, isOffice) with { Due = sight.EndOf("conferral"), IsDay = true, Link = $"/rooms/{room.Id}/dossiers/{dossier.Id}/feedback" };

        IEnumerable<WaitingRow> Steps(RoomView room, DossierView dossier) => dossier.Phase switch
        {
            Phase.Waiting => Seats(WaitingFor.Declarations, 3, s => s is { Declared: false, State: SeatState.Waiting or SeatState.Marking }) is { } row ? [row] : [Desk(WaitingFor.Opening, ArticleOf(room), 0, isOffice)],
            Phase.Independent => Seats(WaitingFor.Sheets, ArticleOf(room), s => s.State is SeatState.Waiting or SeatState.Marking) is { } row ? [row] : [Desk(WaitingFor.Reveal, ArticleOf(room), 0, isOffice)],
            Phase.Deliberation when dossier.Consensus is { Open.IsEmpty: false } items => [Desk(WaitingFor.Items, ArticleOf(room), items.Open.Length, false) with { On = WaitingOn.Seats }],
            Phase.Deliberation => [Desk(WaitingFor.Close, ArticleOf(room), 0, isOffice)],
            Phase.Closed => Seats(WaitingFor.Signatures, ArticleOf(room), s => s.State is SeatState.Submitted or SeatState.Late) is { } row ? [row] : [],
            _ => [],
        };

        WaitingRow? Seats(WaitingFor what, int article, Func<SeatStateView, bool> misses) => (dossier.Seats ?? []).Where(misses).Select(s => s.Seat).ToImmutableArray() is { IsEmpty: false } missing
            ? Desk(what, article, missing.Length, false) with { On = WaitingOn.Seats, Names = Few(missing.Select(seat => $"{seat} {room.Seats.FirstOrDefault(s => s.Seat == seat)?.Name}")) } : null;

        WaitingRow Desk(WaitingFor what, int article, int n, bool isMine) => new(what, WaitingOn.Office, dossier.Id, TitleOf(dossier), [], n, DueOf(sight, room, dossier), dossier.Deadline is null, article, link, isMine);
    }

    /// <summary>The dossier's own deadline, or the last day the plan gives the review.</summary>
    private static DateTimeOffset? DueOf(SessionSight sight, RoomView room, DossierView dossier) => dossier.Deadline ?? sight.EndOf(room.SiteReview == true ? "site-review" : "document-review");

    /// <summary>The document review, or that on the site.</summary>
    private static int ArticleOf(RoomView room) => room.SiteReview == true ? 17 : 16;

    private static string? TitleOf(DossierView dossier) => dossier.ShortTitle ?? dossier.Title;
}
