using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>Something the decision turns on, and how far a dossier's score rate is from it.</summary>
/// <param name="Distance">0..1 of the score rate, exact.</param>
/// <param name="IsUp">Reached by a higher rate; otherwise by a lower one.</param>
/// <param name="Beyond">Must be passed and not only reached: exactly 60 % passes.</param>
internal sealed record Edge(StakeTowards Towards, Rational Distance, bool IsUp, bool Beyond);

/// <summary>
/// How much each open item could change the decision about its dossier (room.md 5): which items to discuss first.
/// An item can move the score rate by points x (highest mark - mean) up, and by points x (mean - lowest mark) down: within the panel's own marks, by the mean
/// whatever the room's aggregate. That is held against the distance to the 60 % line, to the next dossier with another quota place, and to the next rank.
/// First come items that alone could change the side of the line or the place, then those that could change the rank, then the rest;
/// within these by the share of the distance they cover, and at equal share by the movement.
/// </summary>
internal static class Stakes
{
    public static ImmutableArray<StakeView> Of(Tally tally, int points, ScoreRate rate, IEnumerable<Edge> edges)
    {
        Edge[] all = [.. edges, Line(rate)];
        return [.. tally.Items.Where(i => i.Open && !i.Marks.IsEmpty).Select(i => StakeOf(i, points, all)).Order().Select(s => s.View)];
    }

    private static Edge Line(ScoreRate rate) => new(StakeTowards.Line, Rational.Abs(rate.Value - ScoreRate.Line), IsUp: !rate.Passes, Beyond: rate.Passes);

    private static Stake StakeOf(ItemTally item, int points, Edge[] edges)
    {
        var mean = item.Mean.GetValueOrDefault();
        var (up, down) = (Part(item.High.GetValueOrDefault() - mean), Part(mean - item.Low.GetValueOrDefault()));
        return edges.Select(edge => new Stake(item.Criterion.Code, up, down, edge)).Min() ?? throw new InvalidOperationException("There is always the line.");

        Rational Part(Rational percent) => percent * item.Criterion.Points / (100 * points);
    }

    /// <summary>One item held against one edge; the smaller one comes first.</summary>
    private sealed record Stake(string Criterion, Rational Up, Rational Down, Edge Edge) : IComparable<Stake>
    {
        private Rational Movement => Edge.IsUp ? Up : Down;

        private bool Reaches => Movement > Rational.Zero && (Edge.Beyond ? Movement > Edge.Distance : Movement >= Edge.Distance);

        private int Class => !Reaches ? 2 : Edge.Towards == StakeTowards.Rank ? 1 : 0;

        public StakeView View => new(Criterion, (Up * 100).ToFixed(2), (Down * 100).ToFixed(2), Edge.Towards, Shown(Edge.Distance), Edge.IsUp, Reaches);

        /// <summary>What is not there yet is never shown as no distance.</summary>
        private static string Shown(Rational distance) => (distance * 100).ToFixed(2) is var text && text == "0.00" && distance > Rational.Zero ? "0.01" : text;

        public int CompareTo(Stake? other)
        {
            if (other is null) return -1;
            if (Class != other.Class) return Class.CompareTo(other.Class);
            // Shares compared crosswise, so that no distance of zero divides.
            var share = (other.Movement * Edge.Distance).CompareTo(Movement * other.Edge.Distance);
            if (share != 0) return share;
            var movement = other.Movement.CompareTo(Movement);
            return movement != 0 ? movement : Edge.Towards.CompareTo(other.Edge.Towards);
        }
    }
}
