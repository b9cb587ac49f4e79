using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Consensus;

/// <summary>One mark that would move.</summary>
/// <param name="Place">Index into the marks asked about.</param>
public sealed record Shift(int Place, Rate From, Rate To);

/// <summary>
/// The smallest change that would make an item agreed by <see cref="AgreementRule"/>: the fewest marks moved, then the smallest sum of movements on the grid of five.
/// Information about where the panel stands, never advice to a person: among equal marks the first in the order given is named.
/// </summary>
/// <param name="Shifts">In the order of the marks.</param>
/// <param name="Only">No other change is as small.</param>
public sealed record Settlement(ImmutableArray<Shift> Shifts, bool Only)
{
    /// <summary>Values of a window as wide as an agreed range may be.</summary>
    private const int Wide = AgreementRule.AgreedRange / Rate.Step + 1;
    private const int Grid = Rate.Highest / Rate.Step + 1;

    /// <summary>Null where the item is agreed already, or has fewer than two marks.</summary>
    public static Settlement? Of(IReadOnlyList<Rate> marks)
    {
        if (AgreementRule.StateOf(marks) is null or Agreement.Agreed) return null;
        var held = new int[Grid];
        foreach (var mark in marks) held[mark.Percent / Rate.Step]++;
        var search = new Search(held, marks.Count);
        for (var low = 0; low + Wide <= Grid; low++) search.Window(low);
        return search.Best is { } wanted ? Written(marks, held, wanted, search.Found == 1) : null;
    }

    /// <summary>Marks that may stay do, as many as are wanted on their value; the rest goes to the rest in order, so that no two paths cross.</summary>
    private static Settlement Written(IReadOnlyList<Rate> marks, int[] held, int[] wanted, bool only)
    {
        var leaving = held.Select((n, value) => Math.Max(n - wanted[value], 0)).ToArray();
        var targets = new Queue<int>(wanted.SelectMany((n, value) => Enumerable.Repeat(value, Math.Max(n - held[value], 0))));
        var choice = Enumerable.Range(0, Grid).All(value => leaving[value] == 0 || leaving[value] == held[value]);
        var shifts = ImmutableArray.CreateBuilder<Shift>();
        foreach (var (rate, place) in marks.Select((rate, place) => (rate, place)).OrderBy(m => m.rate.Percent).ThenBy(m => m.place))
            if (leaving[rate.Percent / Rate.Step]-- > 0) shifts.Add(new Shift(place, rate, new Rate(targets.Dequeue() * Rate.Step)));
        return new Settlement([.. shifts.OrderBy(s => s.Place)], only && choice);
    }

    /// <summary>All ways to spread the marks over a window of values: their number grows with the cube of the panel, not with its power.</summary>
    private sealed class Search(int[] held, int count)
    {
        private readonly int[] wanted = new int[Grid];
        private (int Moved, int Distance) least = (int.MaxValue, 0);

        public int[]? Best { get; private set; }

        /// <summary>How many different outcomes are as small as the best.</summary>
        public int Found { get; private set; }

        public void Window(int low)
        {
            var inside = 0;
            for (var value = low; value < low + Wide; value++) inside += held[value];
            if (count - inside <= least.Moved) Spread(low, low + Wide - 1, count);
        }

        private void Spread(int value, int last, int left)
        {
            if (value == last)
            {
                wanted[value] = left;
                Weigh(last);
                wanted[value] = 0;
                return;
            }
            for (var n = 0; n <= left; n++)
            {
                wanted[value] = n;
                Spread(value + 1, last, left - n);
            }
            wanted[value] = 0;
        }

        private void Weigh(int last)
        {
            var kept = 0;
            for (var value = last - Wide + 1; value <= last; value++) kept += Math.Min(held[value], wanted[value]);
            if (count - kept > least.Moved) return;
            var size = (count - kept, Distance());
            if (size.CompareTo(least) > 0 || (Found > 0 && size == least && wanted.AsSpan().SequenceEqual(Best)) || !IsAgreed(last)) return;
            Found = size == least ? Found + 1 : 1;
            if (Found == 1) (least, Best) = (size, [.. wanted]);
        }

        private bool IsAgreed(int last)
        {
            var rates = new Rate[count];
            var next = 0;
            for (var value = last - Wide + 1; value <= last; value++)
                for (var n = 0; n < wanted[value]; n++) rates[next++] = new Rate(value * Rate.Step);
            return AgreementRule.StateOf(rates) == Agreement.Agreed;
        }

        /// <summary>Sum of movements in steps, leaving marks matched to free places in order.</summary>
        private int Distance()
        {
            int distance = 0, pending = 0;
            for (var value = 0; value < Grid; value++)
            {
                pending += held[value] - wanted[value];
                distance += Math.Abs(pending);
            }
            return distance;
        }
    }
}
