using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Components.Closing;

/// <summary>What is wrong with a row of dates (resource <c>Row.{value}</c>).</summary>
public enum RowProblem { NotADate, OtherYear, Backwards, Twice, NotWeekend }

/// <param name="Row">As it was typed.</param>
public sealed record BadRow(string Row, RowProblem Problem);

/// <summary>
/// A table of days off as it is pasted from the published notice: a date or a range in each row (2026-10-01, 10-01, 10/1; the same with the Chinese words for year, month, day and "to").
/// </summary>
public sealed partial record HolidayDraft(int Year, string Off, string Worked, string Source)
{
    private readonly record struct Row(string Text, DateOnly From, DateOnly To, RowProblem? Problem);

    public static HolidayDraft Of(HolidayTable table) => new(table.Year, Lines(table.Off), Lines(table.Worked), table.Source);

    /// <summary>Every row that cannot be taken, and why.</summary>
    public ImmutableArray<BadRow> Problems()
    {
        var (off, worked) = (Rows(Off), Rows(Worked));
        var free = off.Where(r => r.Problem is null).SelectMany(Days).ToHashSet();
        return
        [
            .. off.Concat(worked).Where(r => r.Problem is not null).Select(r => new BadRow(r.Text, r.Problem.GetValueOrDefault())),
            .. worked.Where(r => r.Problem is null && Days(r).Any(free.Contains)).Select(r => new BadRow(r.Text, RowProblem.Twice)),
            .. worked.Where(r => r.Problem is null && !Days(r).Any(free.Contains) && Days(r).Any(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))).Select(r => new BadRow(r.Text, RowProblem.NotWeekend)),
        ];
    }

    /// <summary>The table; null while a row is wrong, or something is missing.</summary>
    public HolidayTable? Table()
    {
        if (!Problems().IsEmpty) return null;
        ImmutableArray<DateOnly> DaysOf(string text) => [.. Rows(text).SelectMany(Days).Distinct().Order()];
        var table = new HolidayTable(Year, DaysOf(Off), DaysOf(Worked), Source.Trim());
        return table.IsSound ? table : null;
    }

    private static string Lines(ImmutableArray<DateOnly> days) => string.Join('\n', days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static IEnumerable<DateOnly> Days(Row row) => Enumerable.Range(0, row.To.DayNumber - row.From.DayNumber + 1).Select(row.From.AddDays);

    private List<Row> Rows(string text) => [.. Separators().Split(text).Select(r => r.Trim()).Where(r => r.Length > 0).Select(RowOf)];

    private Row RowOf(string text)
    {
        var ends = To().Split(text, 2);
        if (DateOf(ends[0], Year, null) is not { } from) return new Row(text, default, default, RowProblem.NotADate);
        if ((ends.Length == 1 ? from : DateOf(ends[1], from.Year, from.Month)) is not { } to) return new Row(text, default, default, RowProblem.NotADate);
        return new Row(text, from, to, from.Year != Year || to.Year != Year ? RowProblem.OtherYear : to < from ? RowProblem.Backwards : null);
    }

    /// <summary>Year and month may be left out where they are known.</summary>
    private static DateOnly? DateOf(string text, int year, int? month)
    {
        int[] numbers = [.. Numbers().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];
        if (!Shape().IsMatch(text.Trim())) return null;
        return numbers switch
        {
            [var y, var m, var d] => Made(y, m, d),
            [var m, var d] => Made(year, m, d),
            [var d] when month is { } same => Made(year, same, d),
            _ => null,
        };
    }

    private static DateOnly? Made(int year, int month, int day) =>
        year is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"[\n\r,;\uFF0C\u3001\uFF1B]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s*(?:\u81F3|\u5230|~|\u2014+|\u2013|\.\.|\bto\b)\s*")]
    private static partial Regex To();

    [GeneratedRegex(@"\d{1,4}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:\d{4}[-/.\u5E74])?(?:\d{1,2}[-/.\u6708])?\d{1,2}\u65E5?(?:[\uFF08(][^\uFF09)]*[\uFF09)])?$")]
    private static partial Regex Shape();
}
