using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Closing;

/// <summary>Small words of the closing page.</summary>
internal static class ClosingWords
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The name of a candidate; his number where the reader is not told it.</summary>
    public static string Name(this SessionView view, string candidate) =>
        view.Closing?.Winners.FirstOrDefault(w => w.Id == candidate)?.Title ?? view.Proposal?.Names.FirstOrDefault(n => n.Id == candidate)?.Title ?? candidate;
}
