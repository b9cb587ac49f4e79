using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Decisions;

/// <summary>A candidate who gets a grade.</summary>
/// <param name="Rate">For show: percent, two decimals, never 60.00 for less than 60.</param>
/// <param name="OutsideQuota">A repeat winner: does not count against the quota, no money (Article 23).</param>
public sealed record Awarded(string Id, int Rank, string Rate, bool OutsideQuota, int AmountYuan, ImmutableArray<int> Articles);

public enum NotAwardedReason { Blocked, BelowThreshold, WithinValidity, NoPlaceLeft, Tied }

/// <summary>A candidate who gets nothing, why, and by which article.</summary>
public sealed record NotAwarded(string Id, NotAwardedReason Reason, string Rate, ImmutableArray<int> Articles);

/// <summary>A tie at the edge of a quota: the leading group decides, and until then nothing behind it is filled.</summary>
/// <param name="Places">Places left for them.</param>
/// <param name="Ids">Those who stand equal, by id.</param>
/// <param name="Pending">Everybody behind them, by id.</param>
public sealed record UndecidedTie(Grade Grade, int Places, ImmutableArray<string> Ids, ImmutableArray<string> Pending);

/// <summary>Places of a session that nobody takes (空缺).</summary>
public sealed record Vacancies(int Main, int Nomination);

/// <summary>
/// What the regulation decides for a session's candidates under given readings of its open points. A pure function; the leading group's own acts
/// (leaving a place vacant, breaking a tie) are not in it.
/// </summary>
[Article(4, 11, 19, 23)]
public sealed record Decision(
    ImmutableArray<Awarded> Main, ImmutableArray<Awarded> Nomination, ImmutableArray<NotAwarded> NotAwarded,
    ImmutableArray<UndecidedTie> Undecided, Vacancies Vacant, DecisionSettings Settings)
{
    public static Decision Decide(DecisionRequest request)
    {
        var settings = request.Settings;
        var refused = request.Candidates.Select(c => Out(c, request)).OfType<NotAwarded>().ToList();
        var out_ = refused.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var ranking = Ranking.Of(request.Candidates.Where(c => !out_.Contains(c.Id)), settings, request.Order);
        var main = new QuotaAllocation(Grade.Main, QuotaAllocation.QuotaOf(Grade.Main), settings);
        var nomination = new QuotaAllocation(Grade.Nomination, QuotaAllocation.QuotaOf(Grade.Nomination), settings);

        var behindMain = FillMain(main, ranking, refused);
        var pending = main.Undecided is null ? FillNomination(nomination, behindMain, refused, request) : behindMain;
        return new Decision(
            main.Awarded, nomination.Awarded, [.. refused.OrderBy(r => r.Id, StringComparer.Ordinal)],
            (main.Undecided ?? nomination.Undecided) is { } tie ? [tie with { Pending = IdsOf(pending) }] : [],
            new Vacancies(main.Vacant, main.Undecided is null ? nomination.Vacant : 0), settings);
    }

    /// <summary>Who is out before anybody is ranked, and why, in the order of the reasons.</summary>
    [Article(4, 5, 11)]
    private static NotAwarded? Out(Candidate candidate, DecisionRequest request)
    {
        if (candidate.Blocked) return Refused(candidate, NotAwardedReason.Blocked);
        if (!candidate.Rate.Passes && request.Settings.PassLinePerGrade == PassLinePerGrade.SameForBoth) return Refused(candidate, NotAwardedReason.BelowThreshold);
        if (Holds(candidate, Grade.Main, request)) return Refused(candidate, NotAwardedReason.WithinValidity);
        var shut = request.Settings.NominationMayApplyForMain == NominationMayApplyForMain.Blocked && Holds(candidate, Grade.Nomination, request);
        return shut ? Refused(candidate, NotAwardedReason.WithinValidity) : null;
    }

    [Article(4)]
    private static bool Holds(Candidate candidate, Grade grade, DecisionRequest request) =>
        candidate.Awards.Any(a => a.Grade == grade && a.IsValid(request.Year, request.AsOf));

    /// <summary>Fills the main grade in order and gives those who go on to nomination, or who wait behind an undecided tie.</summary>
    private static List<TieGroup> FillMain(QuotaAllocation main, ImmutableArray<TieGroup> ranking, List<NotAwarded> refused)
    {
        var behind = new List<TieGroup>();
        foreach (var group in ranking)
        {
            var passing = main is { IsOpen: true, Undecided: null } ? group.Members.RemoveAll(c => !c.Rate.Passes) : [];
            var others = group.Members.RemoveAll(passing.Contains);
            if (!passing.IsEmpty) refused.AddRange(main.Reach(group.Rank, passing).Select(c => Refused(c, NotAwardedReason.Tied)));
            if (!others.IsEmpty) behind.Add(new TieGroup(group.Rank, others));
        }
        return behind;
    }

    /// <summary>Fills nomination with those behind a full main grade and gives those who wait behind an undecided tie.</summary>
    private static List<TieGroup> FillNomination(QuotaAllocation nomination, List<TieGroup> behindMain, List<NotAwarded> refused, DecisionRequest request)
    {
        for (var place = 0; place < behindMain.Count; place++)
        {
            if (nomination.Undecided is not null) return behindMain[place..];
            var group = behindMain[place];
            var holders = group.Members.RemoveAll(c => !Holds(c, Grade.Nomination, request));
            var others = group.Members.RemoveAll(holders.Contains);
            refused.AddRange(holders.Select(c => Refused(c, NotAwardedReason.WithinValidity)));
            if (!nomination.IsOpen) refused.AddRange(others.Select(c => Refused(c, NotAwardedReason.NoPlaceLeft)));
            else if (!others.IsEmpty) refused.AddRange(nomination.Reach(group.Rank, others).Select(c => Refused(c, NotAwardedReason.Tied)));
        }
        return [];
    }

    private static NotAwarded Refused(Candidate candidate, NotAwardedReason reason) => new(candidate.Id, reason, candidate.Rate.Shown, reason switch
    {
        NotAwardedReason.Blocked => [5],
        NotAwardedReason.BelowThreshold => [11],
        NotAwardedReason.Tied => [5, 11],
        _ => [4],
    });

    private static ImmutableArray<string> IdsOf(IEnumerable<TieGroup> groups) =>
        [.. groups.SelectMany(g => g.Members).Select(c => c.Id).Order(StringComparer.Ordinal)];
}
