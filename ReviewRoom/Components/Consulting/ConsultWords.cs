using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Resources;

namespace ReviewRoom.Components.Consulting;

/// <summary>What the pages of a session have in common in their words: its time, its numbers, the groups of its units.</summary>
public static class ConsultWords
{
    /// <summary>Working days a unit is given where the office says nothing else.</summary>
    public const int WorkingDays = 10;

    public static string Moment(this IStringLocalizer<ConsultText> words, DateTimeOffset at) => ChinaTime.Of(at).ToString(words["Format.Moment"], CultureInfo.CurrentCulture);

    public static string Day(this IStringLocalizer<ConsultText> words, DateOnly day) => day.ToString(words["Format.Day"], CultureInfo.CurrentCulture);

    public static string Second(this IStringLocalizer<ConsultText> words, DateTimeOffset at) => ChinaTime.Of(at).ToString(words["Format.Second"], CultureInfo.CurrentCulture);

    /// <summary>A moment as a form has it: the country's time, without saying so.</summary>
    public static DateTime Typed(DateTimeOffset at) => DateTime.SpecifyKind(ChinaTime.Of(at).DateTime, DateTimeKind.Unspecified);

    public static DateTimeOffset Meant(DateTime typed) => new DateTimeOffset(DateTime.SpecifyKind(typed, DateTimeKind.Unspecified), ChinaTime.Offset).ToUniversalTime();

    /// <summary>Ten days from Monday to Friday on, at five in the afternoon: public holidays are for the office to add.</summary>
    public static DateTime UsualDue(DateTimeOffset now)
    {
        var day = Typed(now).Date;
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return day.AddHours(17);
    }

    /// <summary>The number of an application in the reader's words: org-03 is the third organisation.</summary>
    public static string Number(this IStringLocalizer<ConsultText> words, string candidate, ApplicantKind kind) =>
        candidate.LastIndexOf('-') is > 0 and var dash && candidate[..dash] is "org" or "ind" ? words[$"Number.{kind}", candidate[(candidate.LastIndexOf('-') + 1)..]] : candidate;

    /// <summary>Units under one head: those who report upwards stand with the mass organisations.</summary>
    public static string GroupOf(BodyKind kind) => kind == BodyKind.Vertical ? nameof(BodyKind.MassOrganisation) : kind.ToString();

    public static IEnumerable<(string Key, int Count)> Groups(ImmutableArray<UnitView> units) => units.GroupBy(u => GroupOf(u.Kind)).Select(g => (g.Key, g.Count()));
}
