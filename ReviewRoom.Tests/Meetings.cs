using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests;

/// <summary>Whole stretches of a meeting in one word.</summary>
internal static class Meetings
{
    /// <summary>Everybody declares and the office opens the dossier.</summary>
    public static Given Opened(this Given given, string dossier = "d1")
    {
        foreach (var seat in given.Room.Seats) given.Do(seat.Letter, new Declare(dossier, false));
        given.Do(Given.Office, new Open(dossier));
        return given;
    }

    /// <summary>Fills a sheet; <c>null</c> is "cannot judge". Fewer rates than criteria repeat the last.</summary>
    public static Given Filled(this Given given, string seat, string dossier, params int?[] rates)
    {
        foreach (var (criterion, place) in given.Room.Rubric.Criteria.Select((c, i) => (c.Code, i)))
        {
            var rate = rates[Math.Min(place, rates.Length - 1)];
            given.Do(seat, rate is { } percent ? new GiveMark(dossier, criterion, percent) : new CannotJudge(dossier, criterion, "not my field"));
        }
        return given;
    }

    /// <summary>Fills a sheet and hands it in.</summary>
    public static Given Submitted(this Given given, string seat, string dossier, params int?[] rates)
    {
        given.Filled(seat, dossier, rates).Do(seat, new Submit(dossier));
        return given;
    }

    /// <summary>Opened, every sheet with these rates handed in, revealed.</summary>
    public static Given Revealed(this Given given, string dossier = "d1", params int?[] rates)
    {
        given.Opened(dossier);
        foreach (var seat in given.Room.Seats) given.Submitted(seat.Letter, dossier, rates.Length == 0 ? [60] : rates);
        given.Do(Given.Office, new Reveal(dossier));
        return given;
    }

    /// <summary>Revealed with equal marks, and closed.</summary>
    public static Given Closed(this Given given, string dossier = "d1")
    {
        given.Revealed(dossier).Do(Given.Office, new Close(dossier));
        return given;
    }

    /// <summary>Closed, and signed by every seat.</summary>
    public static Given Signed(this Given given, string dossier = "d1")
    {
        given.Closed(dossier);
        foreach (var seat in given.Room.Seats) given.Do(seat.Letter, new Sign(dossier, NoConflict: true));
        return given;
    }
}
