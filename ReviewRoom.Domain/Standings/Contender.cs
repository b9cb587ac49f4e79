using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>A revealed dossier that may be ranked, with its exact score rate.</summary>
internal sealed record Contender(Room Room, Dossier Dossier, Tally Tally, ScoreRate Rate)
{
    private static readonly ConditionalWeakTable<Dossier, ScoreRate?[]> Known = [];

    /// <summary>A contender where the dossier is rankable (complete, panel minimum reached), else null.</summary>
    public static Contender? Of(Room room, Dossier dossier)
    {
        var tally = room.TallyOf(dossier);
        return tally.Valid && tally.Rate(room.Rubric) is { } rate ? new Contender(room, dossier, tally, rate) : null;
    }

    public bool Counts(int place) => Tally.Counted.Contains(place);

    /// <summary>
    /// The rate with one seat's sheet left out; null where no total is left. Costly, so all seats at once and only once per state of the dossier.
    /// </summary>
    public ScoreRate? Without(int place) => Known.GetValue(Dossier, _ => AllWithout())[place];

    private ScoreRate?[] AllWithout()
    {
        var rates = new ScoreRate?[Room.Seats.Length];
        foreach (var place in Tally.Counted) rates[place] = Tally.Without(place, Dossier, Room.Rubric, Room.Settings).Rate(Room.Rubric);
        return rates;
    }

    /// <summary>Contenders in order of rate, highest first; equal rates keep the order given.</summary>
    public static ImmutableArray<Contender> Ordered(IEnumerable<Contender> contenders) => [.. contenders.OrderByDescending(c => c.Rate.Value)];

    /// <summary>Ranks over contenders in order: exact ties share one (1, 2, 2, 4).</summary>
    public static int[] Ranks(ImmutableArray<Contender> ordered)
    {
        var ranks = new int[ordered.Length];
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = i > 0 && ordered[i].Rate.Value == ordered[i - 1].Rate.Value ? ranks[i - 1] : i + 1;
        return ranks;
    }
}
