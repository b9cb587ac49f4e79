using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Decisions;

/// <summary>
/// The places of one grade being filled from a ranking. Open until the quota is full of winners who count against it; repeat winners are placed beside it;
/// a tie with more members than places left stops everything.
/// </summary>
[Article(4, 11, 23)]
public sealed class QuotaAllocation(Grade grade, int quota, DecisionSettings settings)
{
    /// <summary>Places per session, organisations and individuals together.</summary>
    [Article(4)]
    public static int QuotaOf(Grade grade) => grade == Grade.Main ? 3 : 5;

    private readonly List<Awarded> awarded = [];
    private int placed;
    private bool vacated;

    public bool IsOpen => placed < quota && !vacated;

    public UndecidedTie? Undecided { get; private set; }

    public int Vacant => Undecided is null ? quota - placed : 0;

    public ImmutableArray<Awarded> Awarded => [.. awarded.OrderBy(a => a.Rank).ThenBy(a => a.Id, StringComparer.Ordinal)];

    /// <summary>Members of one group of equals reach the open grade together. Gives those left without a place for good (only where ties are vacated).</summary>
    public ImmutableArray<Candidate> Reach(int rank, ImmutableArray<Candidate> equals)
    {
        var inside = equals.Where(c => !settings.IsRepeat(c, grade)).ToImmutableArray();
        foreach (var repeat in equals.Where(c => settings.IsRepeat(c, grade))) Award(repeat, rank, outsideQuota: true);
        var left = quota - placed;
        if (inside.Length <= left)
        {
            foreach (var winner in inside) Award(winner, rank, outsideQuota: false);
            placed += inside.Length;
            return [];
        }
        if (settings.TieBreak == TieBreak.ShareVacate)
        {
            vacated = true;
            return inside;
        }
        Undecided = new UndecidedTie(grade, left, [.. inside.Select(c => c.Id)], []);
        return [];
    }

    private void Award(Candidate winner, int rank, bool outsideQuota) => awarded.Add(new Awarded(
        winner.Id, rank, winner.Rate.Shown, outsideQuota, Rewards.AmountYuan(grade, winner.Kind, outsideQuota), outsideQuota ? [4, 11, 23] : [4, 11, 19]));
}
