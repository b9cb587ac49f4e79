using CsCheck;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Consensus;

// The smallest change that would settle an item (room.md 5; faces 02).
public sealed class SettlementTests
{
    private static readonly Gen<Rate[]> Marks = Gen.Int[0, 20].Select(step => new Rate(5 * step)).Array[2, 6];

    [Theory]
    [InlineData(new[] { 60, 65, 55, 60, 70 }, "")]
    [InlineData(new[] { 45, 50, 40, 45, 80 }, "80>55")]
    [InlineData(new[] { 30, 60, 35, 40, 45 }, "60>45")]
    [InlineData(new[] { 70, 75, 70, 45 }, "45>60")]
    [InlineData(new[] { 40, 90 }, "90>55")]
    [InlineData(new[] { 0, 0, 100, 100 }, "100>15 100>15")]
    [InlineData(new[] { 55 }, "")]
    public void The_fewest_marks_move_and_they_move_least(int[] marks, string moves)
    {
        var settlement = Settlement.Of([.. marks.Select(m => new Rate(m))]);

        Assert.Equal(moves, string.Join(' ', settlement?.Shifts.Select(s => $"{s.From}>{s.To}") ?? []));
    }

    [Fact]
    public void Among_equal_marks_the_first_is_named_and_it_is_told_that_another_change_is_as_small()
    {
        var settlement = Settlement.Of([new Rate(75), new Rate(60), new Rate(60), new Rate(60), new Rate(75)]);

        Assert.Equal(new Shift(1, new Rate(60), new Rate(65)), Assert.Single(settlement?.Shifts ?? []));
        Assert.False(settlement?.Only);
        Assert.True(Settlement.Of([new Rate(70), new Rate(75), new Rate(70), new Rate(45)])?.Only);
    }

    [Fact]
    public void Made_it_settles_the_item()
    {
        Marks.Sample(marks =>
        {
            if (Settlement.Of(marks) is not { } settlement) return AgreementRule.StateOf(marks) == Agreement.Agreed;
            return AgreementRule.StateOf(Made(marks, settlement)) == Agreement.Agreed && settlement.Shifts.All(s => s.From == marks[s.Place] && s.From != s.To);
        }, iter: 3000, seed: "0000KoBUEhx4");
    }

    [Fact]
    public void No_smaller_change_does()
    {
        Marks.Sample(marks =>
        {
            if (Settlement.Of(marks) is not { } settlement) return true;
            var size = (settlement.Shifts.Length, Distance: settlement.Shifts.Sum(s => Math.Abs(s.To.Percent - s.From.Percent)));
            // Everything that moves fewer marks, or as many by less; three and more at a time would be millions.
            return Changes(marks, Math.Min(size.Length, 2), []).All(c => (c.Moved, c.Distance).CompareTo(size) >= 0 || AgreementRule.StateOf(c.Marks) != Agreement.Agreed);
        }, iter: 60, seed: "0000KoBUEhx4");
    }

    [Fact]
    public void A_whole_panel_of_fifteen_is_searched_in_no_time()
    {
        Rate[] marks = [.. Enumerable.Range(0, 15).Select(i => new Rate(i * 35 % 105))];

        var settlement = Settlement.Of(marks);

        Assert.Equal(Agreement.Agreed, AgreementRule.StateOf(Made(marks, settlement ?? throw new InvalidOperationException())));
    }

    private static Rate[] Made(Rate[] marks, Settlement settlement) =>
        [.. marks.Select((m, i) => settlement.Shifts.FirstOrDefault(s => s.Place == i)?.To ?? m)];

    private static IEnumerable<(Rate[] Marks, int Moved, int Distance)> Changes(Rate[] marks, int most, int[] moved)
    {
        if (moved.Length == most) yield break;
        for (var place = moved.Length == 0 ? 0 : moved[^1] + 1; place < marks.Length; place++)
            for (var step = 0; step <= 20; step++)
            {
                Rate[] next = [.. marks];
                next[place] = new Rate(5 * step);
                if (next[place] == marks[place]) continue;
                yield return (next, 1, Math.Abs(next[place].Percent - marks[place].Percent));
                foreach (var (more, count, distance) in Changes(next, most, [.. moved, place]))
                    yield return (more, count + 1, distance + Math.Abs(next[place].Percent - marks[place].Percent));
            }
    }
}
