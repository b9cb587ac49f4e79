using System.Collections.Immutable;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Consensus;

/// <summary>Agreement statistics of a panel, exact; information only, never a gate (room.md 5). A statistic that is undefined is null.</summary>
/// <param name="Raters">Complete sheets that entered.</param>
/// <param name="Alpha">Krippendorff's alpha with the interval metric.</param>
/// <param name="Icc21">ICC(2,1): two-way random, absolute agreement, one rater (Shrout and Fleiss 1979).</param>
/// <param name="Icc2k">ICC(2,k): the same for the mean of the k raters.</param>
/// <param name="W">Kendall's coefficient of concordance with tie correction.</param>
public sealed record Reliability(int Raters, Rational? Alpha, Rational? Icc21, Rational? Icc2k, Rational? W)
{
    /// <param name="sheets">One array of rates per expert, all in the same order of criteria.</param>
    public static Reliability Of(ImmutableArray<ImmutableArray<Rate>> sheets)
    {
        if (sheets.Length < 2 || sheets[0].Length < 2) return new Reliability(sheets.Length, null, null, null, null);
        var percents = sheets.Select(s => s.Select(r => (long)r.Percent).ToArray()).ToArray();
        var variance = Variance.Of(percents);
        return new Reliability(sheets.Length, AlphaOf(percents), variance.OneRater, variance.AllRaters, ConcordanceOf(percents));
    }

    /// <summary>1 - observed over expected disagreement, squared differences: within an item weighted 1/(m-1), expected over all pairs.</summary>
    private static Rational? AlphaOf(long[][] sheets)
    {
        var (raters, items) = (sheets.Length, sheets[0].Length);
        long all = (long)raters * items;
        var within = Enumerable.Range(0, items).Sum(i => PairedSquares([.. sheets.Select(s => s[i])]));
        var expected = new Rational(PairedSquares([.. sheets.SelectMany(s => s)]), all * (all - 1));
        return expected == Rational.Zero ? null : 1 - new Rational(within, all * (raters - 1)) / expected;
    }

    /// <summary>Sum of (a - b) squared over all ordered pairs.</summary>
    private static long PairedSquares(long[] values) => 2 * (values.Length * values.Sum(v => v * v) - values.Sum() * values.Sum());

    /// <summary>W = 12 S / (m²(n³ - n) - m T) over the raters' rankings of the items; ranks are doubled so that shared ones stay whole.</summary>
    private static Rational? ConcordanceOf(long[][] sheets)
    {
        long raters = sheets.Length, items = sheets[0].Length;
        var ranks = sheets.Select(DoubledRanks).ToArray();
        var sums = Enumerable.Range(0, (int)items).Select(i => ranks.Sum(r => r[i])).ToArray();
        var spread = new Rational(items * sums.Sum(s => s * s) - sums.Sum() * sums.Sum(), 4 * items);
        var ties = sheets.Sum(s => s.GroupBy(v => v).Sum(g => (long)g.Count() * g.Count() * g.Count() - g.Count()));
        var most = raters * raters * (items * items * items - items) - raters * ties;
        return most == 0 ? null : 12 * spread / most;
    }

    private static long[] DoubledRanks(long[] values) => [.. values.Select(v => 2L * values.Count(other => other < v) + values.Count(other => other == v) + 1)];

    /// <summary>Mean squares of the two-way table: items (rows), raters (columns), error.</summary>
    private sealed record Variance(int Items, int Raters, Rational BetweenItems, Rational BetweenRaters, Rational Error)
    {
        /// <summary>Undefined where the estimated total variance is not positive.</summary>
        public Rational? OneRater => Share(BetweenItems + (Raters - 1) * Error + Raters * (BetweenRaters - Error) / Items);

        public Rational? AllRaters => Share(BetweenItems + (BetweenRaters - Error) / Items);

        private Rational? Share(Rational whole) => whole > Rational.Zero ? (BetweenItems - Error) / whole : null;

        public static Variance Of(long[][] sheets)
        {
            var (raters, items) = (sheets.Length, sheets[0].Length);
            var grand = sheets.Sum(s => s.Sum());
            var common = new Rational(grand * grand, (long)raters * items);
            var total = sheets.Sum(s => s.Sum(v => v * v)) - common;
            var rows = new Rational(Enumerable.Range(0, items).Sum(i => Square(sheets.Sum(s => s[i]))), raters) - common;
            var columns = new Rational(sheets.Sum(s => Square(s.Sum())), items) - common;
            return new Variance(items, raters, rows / (items - 1), columns / (raters - 1), (total - rows - columns) / ((items - 1) * (raters - 1)));
        }

        private static long Square(long value) => value * value;
    }
}
