using System.Collections.Immutable;

namespace ReviewRoom.Domain.Law;

/// <summary>
/// The days off and the make-up working days of one year, as the State Council's notice gives them; every other Saturday and Sunday is off, every other day is worked.
/// </summary>
/// <param name="Off">Days off that are not a Saturday or Sunday, or are named as off all the same.</param>
/// <param name="Worked">Saturdays and Sundays that are worked (调休).</param>
/// <param name="Source">The notice it is taken from.</param>
public sealed record HolidayTable(int Year, ImmutableArray<DateOnly> Off, ImmutableArray<DateOnly> Worked, string Source)
{
    /// <summary>All days are of the year, none is both, and what is worked is a Saturday or Sunday.</summary>
    public bool IsSound =>
        Year is >= 2000 and <= 2100 && !Off.IsDefaultOrEmpty && !Worked.IsDefault && Off.Concat(Worked).All(d => d.Year == Year)
        && Off.Concat(Worked).Distinct().Count() == Off.Length + Worked.Length && Worked.All(IsWeekend) && Source is { Length: > 0 and <= 200 };

    public bool IsWorked(DateOnly day) => Worked.Contains(day) || (!Off.Contains(day) && !IsWeekend(day));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>Chinese working days, by editable tables; where a year's table is missing there is no answer, never a guess.</summary>
/// <param name="Tables">One a year.</param>
public sealed record WorkingDays(ImmutableArray<HolidayTable> Tables)
{
    /// <summary>The working day so many after a day, that day itself not counted (the period begins on the day after); null where a table is missing (<paramref name="missing"/>).</summary>
    [Article(5, 18)]
    public DateOnly? After(DateOnly day, int workingDays, out int missing)
    {
        missing = 0;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (TableOf(day) is not { } table)
            {
                missing = day.Year;
                return null;
            }
            if (table.IsWorked(day)) left--;
        }
        return day;
    }

    /// <summary>Working days from one day to another, both counted; null where a table is missing.</summary>
    public int? Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (TableOf(day) is not { } table) return null;
            if (table.IsWorked(day)) count++;
        }
        return count;
    }

    private HolidayTable? TableOf(DateOnly day) => Tables.FirstOrDefault(t => t.Year == day.Year);
}
