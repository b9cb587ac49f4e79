using System.Collections.Immutable;

namespace ReviewRoom.Domain.Consensus;

/// <summary>How far the marks of one item lie apart, exact. The square of the sample standard deviation is kept: its root is not rational.</summary>
/// <param name="Variance">Sample variance (n - 1); null for one value.</param>
/// <param name="Quartiles">Interquartile range, type 7 (linear between order statistics).</param>
public sealed record Spread(Rational Mean, Rational Median, Rational? Variance, Rational Range, Rational Quartiles)
{
    /// <param name="values">At least one.</param>
    public static Spread Of(ImmutableArray<Rational> values)
    {
        var sorted = values.Sort();
        var mean = Rational.Sum(sorted) / sorted.Length;
        Rational? variance = sorted.Length < 2 ? null : Rational.Sum(sorted.Select(v => (v - mean) * (v - mean))) / (sorted.Length - 1);
        return new Spread(mean, Rational.Median(sorted), variance, sorted[^1] - sorted[0], Quantile(sorted, 3) - Quantile(sorted, 1));
    }

    /// <summary>The standard deviation as decimal text, from the exact variance, half away from zero.</summary>
    public string? Deviation(int decimals)
    {
        if (Variance is not { } variance) return null;
        var scale = System.Numerics.BigInteger.Pow(10, decimals);
        var squared = variance * new Rational(4 * scale * scale, 1);
        var twice = Root(squared.Numerator / squared.Denominator);
        return new Rational((twice + 1) / 2, scale).ToFixed(decimals);
    }

    private static Rational Quantile(ImmutableArray<Rational> sorted, int quarters)
    {
        var (below, rest) = Math.DivRem((sorted.Length - 1) * quarters, 4);
        return rest == 0 ? sorted[below] : sorted[below] + new Rational(rest, 4) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>The largest whole number whose square is not above <paramref name="value"/>.</summary>
    private static System.Numerics.BigInteger Root(System.Numerics.BigInteger value)
    {
        var root = System.Numerics.BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (var next = (root + value / root) / 2; next < root; next = (root + value / root) / 2) root = next;
        return root;
    }
}
