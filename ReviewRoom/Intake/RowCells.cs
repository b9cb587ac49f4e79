using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Intake;

/// <summary>Takes values out of one row and notes what cannot be read.</summary>
internal sealed partial class RowCells(SheetRow row)
{
    private const int LongestText = 200;

    private readonly List<RowFault> faults = [.. row.Faults];

    public ImmutableArray<RowFault> Faults => [.. faults];

    public string? Text(string column)
    {
        if (row.Cells.GetValueOrDefault(column) is not { Length: > 0 } text) return null;
        if (text.Length > LongestText) faults.Add(new RowFault(RowFaultKind.TooLong, column, text[..20]));
        return text;
    }

    public string Needed(string column)
    {
        if (Text(column) is { } text) return text;
        if (faults.All(f => f.Column != column)) faults.Add(new RowFault(RowFaultKind.Missing, column));
        return "";
    }

    public string? Code(string column) => Text(column)?.ToUpperInvariant();

    /// <summary>A day: 2026-11-10, 2026/11/10, with other marks between, or a spreadsheet's day number.</summary>
    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DayOf(text) is { } written) return written;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 367 and < 80_000) return DateOnly.FromDateTime(DateTime.FromOADate(number));
        faults.Add(new RowFault(RowFaultKind.Date, column, text));
        return null;
    }

    /// <summary>A day as people write it, or null.</summary>
    public static DateOnly? DayOf(string text) => WrittenDay().Match(text) is { Success: true } day
        && DateOnly.TryParseExact($"{day.Groups[1]}-{day.Groups[2]}-{day.Groups[3]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written) ? written : null;

    public void Fault(RowFaultKind kind, string column, string value) => faults.Add(new RowFault(kind, column, value));

    public Span When() => new(Day("from"), Day("to"));

    /// <summary>0 to 100; a percent sign may follow.</summary>
    public decimal Percent(string column)
    {
        if (Text(column) is not { } text) return 0;
        if (decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return percent;
        faults.Add(new RowFault(RowFaultKind.Percent, column, text));
        return 0;
    }

    /// <summary>One of the words allowed here; "" where it is none of them.</summary>
    public string Word(string column, params string[] allowed)
    {
        var text = Needed(column);
        if (text.Length == 0) return "";
        if (IntakeWords.Value(text) is { } word && allowed.Contains(word)) return word;
        faults.Add(new RowFault(RowFaultKind.Word, column, text));
        return "";
    }

    public OrganisationRef Organisation(string name, string code) => new(null, Code(code), Text(name));

    [GeneratedRegex(@"^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenDay();
}
