using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Resources;
using ReviewRoom.Simulation;

namespace ReviewRoom.Components.Simulate;

/// <summary>The sandbox's candidates and figures in the reader's language.</summary>
public static class SimulateWords
{
    public static string NameOf(this IStringLocalizer<SimulateText> words, CandidateDraft candidate) =>
        candidate.Name is { Length: > 0 } name ? name : words["Candidate", candidate.Id.ToUpperInvariant()];

    public static string NameOf(this IStringLocalizer<SimulateText> words, IEnumerable<CandidateDraft> candidates, string id) =>
        candidates.FirstOrDefault(c => c.Id == id) is { } found ? words.NameOf(found) : id;

    public static string Yuan(this IStringLocalizer<SimulateText> words, int yuan) => words["Yuan", yuan.ToString("N0", CultureInfo.InvariantCulture)];
}
