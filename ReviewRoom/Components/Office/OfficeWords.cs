using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Office;

/// <summary>Sentences the office's and the supervisor's pages share.</summary>
public static class OfficeWords
{
    /// <summary>Milestones a seat brings about itself; the others happen to it.</summary>
    private static readonly HashSet<string> DoneBySeat = new(StringComparer.Ordinal) { "submitted", "takenBack", "signed", "contested", "seatJoined", "seatReturned", "seatLeft" };

    /// <summary>席A、席B.</summary>
    public static string Seats(this IStringLocalizer<OfficeText> words, IEnumerable<string> seats) =>
        string.Join(words["Seat.And"], seats.Select(s => words["Seat", s].Value));

    /// <summary>Server time to the second, as the ledger has it; of another day with its date.</summary>
    public static string Second(this DateTimeOffset at) => Local(at, "HH:mm:ss", "MM-dd HH:mm:ss");

    public static string Minute(this DateTimeOffset at) => Local(at, "HH:mm", "MM-dd HH:mm");

    /// <summary>For a narrow column: the time of today, the day of another.</summary>
    public static string MinuteOrDay(this DateTimeOffset at) => Local(at, "HH:mm", "MM-dd");

    private static string Local(DateTimeOffset at, string today, string otherDay)
    {
        var local = at.ToLocalTime();
        return local.ToString(local.Date == DateTimeOffset.Now.Date ? today : otherDay, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A milestone as one line: who, what, which dossier; never a value.</summary>
    public static string Told(this IStringLocalizer<OfficeText> words, IStringLocalizer<DomainText> domain, RoomView room, MilestoneView told)
    {
        var who = told.Seat is { } seat ? $"{words["Seat", seat]} {room.Seats.FirstOrDefault(s => s.Seat == seat)?.Name}" : "";
        var dossier = told.Dossier is { } id ? room.Dossiers.FirstOrDefault(d => d.Id == id) : null;
        var what = told.Dossier is null ? room.Title : dossier?.ShortTitle ?? dossier?.Title ?? told.Dossier;
        var line = who.Length == 0 ? "Ticker.Dossier" : DoneBySeat.Contains(told.Kind) ? "Ticker.BySeat" : "Ticker.AboutSeat";
        return words[line, who, domain.Event(told.Kind), what];
    }

    /// <summary>The same of a board.</summary>
    public static string Told(this IStringLocalizer<OfficeText> words, IStringLocalizer<DomainText> domain, BoardDesk board, MilestoneView told) =>
        words["Ticker.Dossier", "", domain.Event(told.Kind), board.Rows.FirstOrDefault(r => r.Dossier == told.Dossier)?.Title ?? board.Title];
}
