using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Consensus;

// The worked panel: 6 criteria, 5 experts, 310 points in all.
public sealed class PanelVectorTests
{
    private static readonly int[] Points = [50, 30, 40, 60, 50, 80];

    private static readonly int[][] Marks =
    [
        [60, 65, 55, 60, 70],
        [45, 50, 40, 45, 80],
        [70, 70, 75, 65, 70],
        [50, 55, 50, 45, 55],
        [30, 60, 35, 40, 45],
        [65, 70, 60, 60, 65],
    ];

    [Fact]
    public void The_panel_s_reliability_is_as_published()
    {
        var reliability = Reliability.Of([.. Enumerable.Range(0, 5).Select(e => Marks.Select(item => new Rate(item[e])).ToImmutableArray())]);

        Assert.Equal(5, reliability.Raters);
        Near("0.497882", reliability.Alpha);
        Near("0.546988", reliability.Icc21);
        Near("0.857899", reliability.Icc2k);
        Near("0.711111", reliability.W);
        Assert.Equal(new Rational(32, 45), reliability.W);
    }

    [Theory]
    [InlineData(0, "62", "60", "5.7009", "15", "5", "61.6667")]
    [InlineData(1, "52", "45", "16.0468", "40", "5", "46.6667")]
    [InlineData(2, "70", "70", "3.5355", "10", "0", "70.0000")]
    [InlineData(3, "51", "50", "4.1833", "10", "5", "51.6667")]
    [InlineData(4, "42", "40", "11.5109", "30", "10", "40.0000")]
    [InlineData(5, "64", "65", "4.1833", "10", "5", "63.3333")]
    public void An_item_s_spread_is_as_published(int item, string mean, string median, string deviation, string range, string quartiles, string trimmed)
    {
        ImmutableArray<Rational> values = [.. Marks[item].Select(m => (Rational)m)];

        var spread = Spread.Of(values);

        Assert.Equal((mean, median, range, quartiles), (spread.Mean.ToString(), spread.Median.ToString(), spread.Range.ToString(), spread.Quartiles.ToString()));
        Assert.Equal(deviation, spread.Deviation(4));
        Assert.Equal(trimmed, Tally.Trimmed(values).ToFixed(4));
    }

    [Fact]
    public void The_room_counts_the_panel_and_knows_its_disputes()
    {
        var tally = Panel(Given.Free).Tally();

        Assert.Equal(["337/2", "389/2", "165", "329/2", "389/2"], tally.SheetTotals.Select(t => t.ToString()));
        Assert.Equal("887/5", tally.Total.ToString());
        Assert.Equal([Agreement.Agreed, Agreement.Disputed, Agreement.Agreed, Agreement.Agreed, Agreement.Disputed, Agreement.Agreed], tally.Items.Select(i => i.State.GetValueOrDefault()));
        var rate = ScoreRate.Of(tally.Total.GetValueOrDefault(), 310);
        Assert.Equal("57.2258", (rate.Value * 100).ToFixed(4));
        Assert.False(rate.Passes);
    }

    [Theory]
    [InlineData(OfficialAggregate.Mean, Trimming.None, "177.4")]
    [InlineData(OfficialAggregate.Mean, Trimming.Item, "174.5")]
    [InlineData(OfficialAggregate.Mean, Trimming.Total, "176.0")]
    [InlineData(OfficialAggregate.Median, Trimming.None, "168.5")]
    public void The_settings_choose_the_official_total(OfficialAggregate aggregate, Trimming trimming, string total)
    {
        var tally = Panel(Given.Free with { OfficialAggregate = aggregate, Trimming = trimming }).Tally();

        Assert.Equal(total, tally.Total?.ToFixed(1));
    }

    [Fact]
    public void Fewer_than_five_sheets_are_not_trimmed()
    {
        var given = Given.ARoom(seats: 4, settings: Given.Free with { Trimming = Trimming.Total }, rubric: Given.ARubric(100)).Opened();
        foreach (var (seat, rate) in new[] { ("A", 60), ("B", 60), ("C", 60), ("D", 100) }) given.Submitted(seat, "d1", rate);

        Assert.Equal("70", given.Tally().Total.ToString());
    }

    private static Given Panel(RoomSettings settings)
    {
        var given = Given.ARoom(seats: 5, settings: settings, rubric: Given.ARubric(Points)).Opened();
        for (var expert = 0; expert < 5; expert++) given.Submitted(((char)('A' + expert)).ToString(), "d1", [.. Marks.Select(item => (int?)item[expert])]);
        return given;
    }

    private static void Near(string expected, Rational? value)
    {
        Assert.NotNull(value);
        Assert.Equal(expected, value.Value.ToFixed(6));
    }
}
