using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Intake;

/// <summary>Awards won before, as a clerk writes them in one cell: year or day, then the grade, and a word where it was revoked; several with a semicolon between.</summary>
internal static class AwardText
{
    public const string Column = "awards";

    /// <summary>Null where the cell is empty; what cannot be read is noted as a fault of the row.</summary>
    public static ImmutableArray<WonBefore>? Read(RowCells cells)
    {
        if (cells.Text(Column) is not { } text) return null;
        var won = ImmutableArray.CreateBuilder<WonBefore>();
        foreach (var part in text.Split([';', '\uFF1B', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Award(part) is { } award) won.Add(award);
            else cells.Fault(RowFaultKind.Award, Column, part);
        }
        return won.Count == 0 ? null : won.ToImmutable();
    }

    /// <summary>The same awards as <see cref="Read"/> takes them, in words of the reader's language.</summary>
    /// <param name="word">The word of a key: main, nomination, revoked.</param>
    public static string Write(ImmutableArray<WonBefore>? won, Func<string, string> word) => string.Join(
        "; ", (won ?? []).Select(w => $"{(w.ConferredOn is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : w.Year.ToString(CultureInfo.InvariantCulture))} {word(w.Grade)}{(w.Revoked ? " " + word("revoked") : "")}"));

    private static WonBefore? Award(string text)
    {
        var words = text.Split([' ', '\u3000', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length is < 2 or > 3 || IntakeWords.Value(words[1]) is not { } grade || grade is not ("main" or "nomination")) return null;
        var revoked = words.Length == 3 && IntakeWords.Value(words[2]) == "revoked";
        if (words.Length == 3 && !revoked) return null;
        if (RowCells.DayOf(words[0]) is { } day) return new WonBefore(grade, day.Year, day, revoked);
        return int.TryParse(words[0].TrimEnd('\u5E74'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100 ? new WonBefore(grade, year, null, revoked) : null;
    }
}
