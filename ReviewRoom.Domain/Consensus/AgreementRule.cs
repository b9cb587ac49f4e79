using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Consensus;

/// <summary>
/// Agreement of one item (room.md 5). Disputed: range at least 25, or a mark 20 or more from the median of the others, or two marks two or more bands apart.
/// Agreed: range at most 15, same or adjacent bands, at least 75 % of marks within 10 of the median. Else watch. One mark: no state.
/// The interquartile range is not used alone: it hides a lone dissenter 40 points off in a panel of five.
/// </summary>
public static class AgreementRule
{
    public const int AgreedRange = 15;
    public const int DisputedRange = 25;
    public const int LoneDistance = 20;
    public const int NearMedian = 10;

    public static Agreement? StateOf(IReadOnlyList<Rate> marks)
    {
        if (marks.Count < 2) return null;
        var sorted = marks.Select(m => m.Percent).Order().ToArray();
        var range = sorted[^1] - sorted[0];
        var bands = new Rate(sorted[^1]).Band - new Rate(sorted[0]).Band;
        if (range >= DisputedRange || bands >= 2 || HasLoneMark(sorted)) return Agreement.Disputed;
        var twiceMedian = TwiceMedian(sorted);
        var near = sorted.Count(p => Math.Abs(2 * p - twiceMedian) <= 2 * NearMedian);
        return range <= AgreedRange && 4 * near >= 3 * sorted.Length ? Agreement.Agreed : Agreement.Watch;
    }

    /// <summary>Twice the median of sorted percents, so that it stays whole.</summary>
    public static int TwiceMedian(IReadOnlyList<int> sorted)
    {
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle];
    }

    private static bool HasLoneMark(int[] sorted)
    {
        for (var i = 0; i < sorted.Length; i++)
        {
            var others = sorted.Where((_, place) => place != i).ToArray();
            if (Math.Abs(2 * sorted[i] - TwiceMedian(others)) >= 2 * LoneDistance) return true;
        }
        return false;
    }
}
