using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Room;

/// <summary>One line of what is signed.</summary>
/// <param name="First">The own rate as it was sealed, percent.</param>
/// <param name="Final">The own rate now.</param>
/// <param name="Mean">The panel's mean.</param>
public sealed record SignedRow(string Code, string Name, int? First, int? Final, string? Mean);

/// <summary>Readings of a revealed dossier's items: the common axis, dots in one string.</summary>
public static class RevealedItems
{
    /// <summary>The smallest span in tens that holds every mark: the same axis for every row.</summary>
    public static (int Low, int High) AxisOf(IEnumerable<ItemView> items)
    {
        var known = items.Where(i => i.Low is not null && i.High is not null).ToList();
        if (known.Count == 0) return (0, Rate.Highest);
        int low = known.Min(i => i.Low.GetValueOrDefault()) / 10 * 10, high = (known.Max(i => i.High.GetValueOrDefault()) + 9) / 10 * 10;
        return high - low >= 20 ? (low, high) : (Math.Max(Math.Min(low, 80), 0), Math.Min(Math.Max(low, 0) + 20, Rate.Highest));
    }

    /// <summary>Rates in the order of the seats, mine with a star.</summary>
    public static string Dots(ItemView item) => string.Join(',', item.Marks.Where(m => m.Rate is not null).Select(m => $"{m.Rate}{(m.Mine == true ? "*" : "")}"));

    public static string SeatedDots(ItemView item) => string.Join(',', item.Marks.Where(m => m.Rate is not null).Select(m => $"{m.Seat}:{m.Rate}{(m.Mine == true ? "*" : "")}"));

    /// <summary>The own sheet beside the panel's, item by item, as both are signed.</summary>
    public static ImmutableArray<SignedRow> OwnSheet(Rubric rubric, ImmutableArray<ItemView> items, Func<Words, string> say) =>
        [.. rubric.Criteria.Zip(items, (criterion, item) => item.Marks.FirstOrDefault(m => m.Mine == true) is var own && own is null
            ? new SignedRow(criterion.Code, say(criterion.Name), null, null, item.Mean)
            : new SignedRow(criterion.Code, say(criterion.Name), own.First ?? own.Rate, own.Rate, item.Mean))];

    /// <summary>
    /// The item to discuss after this one, by what it can change, going round; in table order where nothing is at stake, as in a calibration dossier.
    /// Null where none is open.
    /// </summary>
    public static string? NextToDiscuss(ImmutableArray<StakeView> stakes, ImmutableArray<string> open, string after)
    {
        string[] items = stakes.IsEmpty ? [.. open] : [.. stakes.Select(s => s.Criterion)];
        return items.Length == 0 ? null : items[(Array.IndexOf(items, after) + 1) % items.Length];
    }
}
