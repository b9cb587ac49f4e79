using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Waiting;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Session;

/// <summary>How a session's home says days, deadlines and who is waited for.</summary>
public static class SessionWords
{
    /// <summary>What is due so soon is marked.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    /// <summary>A day of this year without the year.</summary>
    public static string Day(this IStringLocalizer<SessionText> words, DateOnly day, DateOnly today) => words[day.Year == today.Year ? "Day" : "DayOfYear", day];

    public static string What(this IStringLocalizer<SessionText> words, WaitingRow row)
    {
        var what = words[row.N > 0 ? $"For.{row.What}.N" : $"For.{row.What}", row.N];
        return row.Subject is { } subject ? words["For.Of", words.Number(subject), what] : what;
    }

    public static string On(this IStringLocalizer<SessionText> words, WaitingRow row)
    {
        if (row.Names.IsEmpty) return words[$"On.{row.On}"];
        var names = string.Join(words["Separator"], row.Names.Select(name => row.On == WaitingOn.Seats ? words["Seat", name].Value : name));
        return row.N > row.Names.Length ? words[$"More.{row.On}", names, row.N] : names;
    }

    public static string Due(this IStringLocalizer<SessionText> words, WaitingRow row, DateTimeOffset minute)
    {
        if (row.Due is not { } due) return words["Due.None"];
        var (today, day) = (ChinaTime.DayOf(minute), ChinaTime.DayOf(row.IsDay ? due.AddTicks(-1) : due));
        var said = day == today ? words["Due.Today"] : words.Day(day, today);
        return row.IsDay ? said : words["Due.Moment", said, ChinaTime.Of(due).ToString("HH:mm", CultureInfo.InvariantCulture)];
    }

    /// <summary>What is left, and how it is marked; null where no time is set.</summary>
    public static (string Words, string Look)? Left(this IStringLocalizer<SessionText> words, WaitingRow row, DateTimeOffset minute)
    {
        if (row.Due is not { } due) return null;
        var left = due - minute;
        if (left <= TimeSpan.Zero && row.IsDay) return Over(words, ChinaTime.DayOf(minute).DayNumber - ChinaTime.DayOf(due.AddTicks(-1)).DayNumber);
        if (left <= TimeSpan.Zero) return -left < TimeSpan.FromDays(1) ? (words["Over.Hours", Math.Max(1, (int)-left.TotalHours)], "over") : Over(words, (int)-left.TotalDays);
        var days = ChinaTime.DayOf(row.IsDay ? due.AddTicks(-1) : due).DayNumber - ChinaTime.DayOf(minute).DayNumber;
        if (days > 0) return (words[days == 1 ? "Left.Day" : "Left.Days", days], "");
        if (row.IsDay) return (words["Left.LastDay"], "soon");
        return (left < TimeSpan.FromHours(1) ? words["Left.Minutes", left.Minutes] : words["Left.Hours", left.Hours, left.Minutes], left <= Soon ? "soon" : "");
    }

    private static (string Words, string Look) Over(IStringLocalizer<SessionText> words, int days) => (words[days == 1 ? "Over.Day" : "Over.Days", days], "over");

    /// <summary>The number of an application in the reader's words: org-03 is the third organisation.</summary>
    private static string Number(this IStringLocalizer<SessionText> words, string applicant)
    {
        var dash = applicant.LastIndexOf('-');
        return dash > 0 && applicant[..dash] is "org" or "ind" ? words[applicant[..dash] == "org" ? "Number.Organisation" : "Number.Individual", applicant[(dash + 1)..]] : applicant;
    }
}
