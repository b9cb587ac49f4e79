using System.Collections.Immutable;

namespace ReviewRoom.Domain.Law;

/// <summary>Where a version stands on the day of looking: in force, yet to begin, past, or overtaken by a later one before it began.</summary>
public enum VersionState { InForce, Coming, Past, Overtaken }

/// <summary>One line of the history.</summary>
/// <param name="Until">Last day in force; absent while no later version ends it.</param>
/// <param name="By">Who wrote it; told to office and supervisor.</param>
/// <param name="Changes">Against the version before it.</param>
public sealed record VersionLine(int Number, VersionState State, DateOnly? From, DateOnly? Until, string? Reason, string? By, DateTimeOffset At, ImmutableArray<RegulationChange> Changes);

/// <summary>One version of the regulation to read, with what each article does in the program, and the history of all versions, the newest first.</summary>
/// <param name="InForce">Number of the version in force today.</param>
public sealed record RegulationView(int Version, int InForce, Regulation Regulation, ImmutableArray<ArticleRule> Rules, ImmutableArray<VersionLine> History)
{
    /// <summary>The line of the version that is read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public VersionLine Line => History.First(v => v.Number == Version);

    /// <summary>Null where there is no such version.</summary>
    /// <param name="number">Absent for the one in force.</param>
    /// <param name="sees">Office and supervisor are told who wrote a version; all others are not.</param>
    /// <param name="nameOf">The name of a person's id.</param>
    public static RegulationView? Of(RegulationBook book, int? number, DateOnly today, bool sees, Func<string, string> nameOf)
    {
        if (!book.Exists) return null;
        var inForce = book.InForce(today);
        var read = number is { } asked ? book.Find(asked) : inForce;
        return read is null ? null : new RegulationView(
            read.Number, inForce.Number, read.Content, ArticleRule.All, [.. book.Versions.Reverse().Select(v => LineOf(book, v, today, sees ? nameOf(v.By) : null))]);
    }

    private static VersionLine LineOf(RegulationBook book, RegulationVersion version, DateOnly today, string? by)
    {
        // No later version begins before an earlier one (the book sees to it), so the next one ends this.
        var ends = book.Find(version.Number + 1)?.From;
        var state = ends is not null && ends == version.From ? VersionState.Overtaken
            : version.From > today ? VersionState.Coming
            : ends <= today ? VersionState.Past : VersionState.InForce;
        var before = book.Find(version.Number - 1);
        return new VersionLine(
            version.Number, state, version.From, state == VersionState.Overtaken ? null : ends?.AddDays(-1), version.Reason, by, version.At,
            before is null ? [] : RegulationChange.Between(before.Content, version.Content));
    }
}
