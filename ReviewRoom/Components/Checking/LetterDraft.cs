using System.Collections.Immutable;
using ReviewRoom.Domain.Applications;

namespace ReviewRoom.Components.Checking;

/// <summary>A letter of recommendation as it is being written, with the local check beside it.</summary>
public sealed class LetterDraft
{
    private static readonly char[] Separators = ['\u3001', '\uFF0C', ',', ';', '\uFF1B', '\n'];

    public Dictionary<string, CheckResult?> Results { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);
    public string Document { get; set; } = "";
    public DateOnly? On { get; set; }
    public DateOnly? NoticeFrom { get; set; }
    public DateOnly? NoticeTo { get; set; }
    public string Departments { get; set; } = "";
    public string Text { get; set; } = "";
    public string Countersigned { get; set; } = "";

    public string TextOf(string condition) => Texts.GetValueOrDefault(condition, "");

    public ImmutableArray<string> DepartmentsAsked => [.. Departments.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Conditions without a local finding.</summary>
    public ImmutableArray<string> OpenOf(IEnumerable<string> asked) => [.. asked.Where(c => Results.GetValueOrDefault(c) is null)];

    /// <summary>Null while something that must be there is missing.</summary>
    public RecommendApplicant? Act(int submission, ImmutableArray<string> asked) =>
        Document.Trim().Length == 0 || On is not { } on || NoticeFrom is not { } from || NoticeTo is not { } to || to < from || !OpenOf(asked).IsEmpty ? null : new RecommendApplicant(
            submission, Document.Trim(), on, from, to, DepartmentsAsked,
            [.. asked.Select(c => new LocalFinding(c, Results[c] ?? CheckResult.Open, TextOf(c).Trim() is { Length: > 0 } text ? text : null))], Text.Trim(), Countersigned.Length > 0 ? Countersigned : null);
}
