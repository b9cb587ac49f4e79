using Microsoft.Extensions.Localization;

namespace ReviewRoom.Resources;

/// <summary>Words of the conduct files: <c>ConductText.resx</c> (Chinese) and <c>ConductText.en.resx</c>.</summary>
public sealed class ConductText;

/// <summary>Says what conduct files hold.</summary>
public static class ConductWords
{
    /// <summary>A withdrawal by its first and last day; without a last one it is for good.</summary>
    public static string Span(this IStringLocalizer<ConductText> words, DateOnly? from, DateOnly? until) => from is not { } first ? ""
        : until is { } last ? words["Span", AwardWords.Day(first), AwardWords.Day(last)] : words["Span.ForGood", AwardWords.Day(first)];
}
