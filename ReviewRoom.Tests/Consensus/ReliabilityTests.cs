using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Consensus;

public sealed class ReliabilityTests
{
    [Fact]
    public void Equal_marks_everywhere_leave_every_statistic_undefined()
    {
        var reliability = Of([[60, 60, 60], [60, 60, 60], [60, 60, 60]]);

        Assert.Equal(new Reliability(3, null, null, null, null), reliability);
    }

    [Fact]
    public void One_sheet_or_one_criterion_says_nothing()
    {
        Assert.Equal(new Reliability(1, null, null, null, null), Of([[60, 70, 80]]));
        Assert.Equal(new Reliability(2, null, null, null, null), Of([[60], [70]]));
    }

    [Fact]
    public void Sheets_that_are_the_same_agree_fully()
    {
        var reliability = Of([[40, 60, 80], [40, 60, 80], [40, 60, 80]]);

        Assert.Equal(new Reliability(3, 1, 1, 1, 1), reliability);
    }

    [Fact]
    public void A_rater_who_is_always_ten_higher_keeps_the_order_but_not_the_absolute_agreement()
    {
        var reliability = Of([[40, 60, 80], [50, 70, 90]]);

        Assert.Equal((Rational)1, reliability.W);
        Assert.Equal("0.888889", reliability.Icc21?.ToFixed(6));
        Assert.Equal("0.857143", reliability.Alpha?.ToFixed(6));
    }

    [Fact]
    public void A_rater_who_ties_everything_halves_the_concordance_of_two()
    {
        var reliability = Of([[60, 60, 60], [40, 60, 80]]);

        Assert.Equal(new Rational(1, 2), reliability.W);
    }

    [Fact]
    public void Shuffled_experts_or_criteria_give_the_same_statistics() =>
        Gen.Select(Gen.Int[0, 20].Select(step => step * 5).Array[4].Array[2, 6], Gen.Int).Sample((sheets, seed) =>
        {
            var experts = sheets.ToArray();
            new Random(seed).Shuffle(experts);
            var reversed = sheets.Select(s => s.Reverse().ToArray()).ToArray();

            Assert.Equal(Of(sheets), Of(experts));
            Assert.Equal(Of(sheets), Of(reversed));
        });

    [Fact]
    public void Concordance_lies_between_nothing_and_one_and_alpha_never_above_one() =>
        Gen.Int[0, 20].Select(step => step * 5).Array[5].Array[2, 7].Sample(sheets =>
        {
            var reliability = Of(sheets);

            if (reliability.W is { } w) Assert.True(w >= 0 && w <= 1);
            if (reliability.Alpha is { } alpha) Assert.True(alpha <= 1);
            if (reliability.Icc21 is { } icc) Assert.True(icc <= 1);
        });

    private static Reliability Of(int[][] sheets) => Reliability.Of([.. sheets.Select(s => s.Select(p => new Rate(p)).ToImmutableArray())]);
}
