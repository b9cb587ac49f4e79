using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Decisions;

// Few distinct rates, in tables of 1000 and of 84 points (where they are fractions), and more candidates than places, so that ties, full quotas and repeat winners meet often.
public sealed class DecisionProperties
{
    /// <summary>Sessions looked at for each property: undecided ties behind a full grade are not frequent.</summary>
    private const int Many = 2_000;

    private static readonly Gen<Award> Awards = Gen.Select(Gen.Enum<Grade>(), Gen.Int[2016, 2025], Gen.Int[0, 3], Gen.Int[1, 6], (grade, year, day, revoked) =>
        new Award(grade, year, day == 0 ? null : new DateOnly(year, 10, 18 + day), revoked == 1));

    private static readonly Gen<Candidate> Candidates = Gen.Select(
        Gen.Int[58, 68], Gen.Bool, Gen.Int[1, 8], Awards.Array[0, 2], Gen.Int[60, 62].Nullable(), Gen.Int[20, 21].Nullable(), Gen.Bool,
        (percent, individual, blocked, won, site, results, isSmall) => new Candidate(
            "", individual ? ApplicantKind.Individual : ApplicantKind.Organisation, new Rational(percent, 100) * (isSmall ? 84 : 1000), isSmall ? 84 : 1000,
            Percent(site, isSmall), Percent(results, isSmall), [.. won], blocked == 1));

    private static readonly Gen<DecisionRequest> Sessions = Gen.Select(Candidates.Array[0, 22], Gen.Int[0, 3]).Select((all, day) =>
        new DecisionRequest(2026, day == 0 ? null : new DateOnly(2026, 10, 18 + day), new DecisionSettings(), [.. all.Select((c, i) => c with { Id = ((char)('a' + i)).ToString() })]));

    private static readonly Gen<DecisionSettings> Readings = Gen.Select(
        Gen.Enum<RankingScale>(), Gen.Enum<TieBreak>(), Gen.Enum<PassLinePerGrade>(), Gen.Enum<RepeatScope>(), Gen.Enum<RepeatAppliesTo>(), Gen.Enum<FormerSystemCounts>(), Gen.Enum<NominationMayApplyForMain>(),
        (scale, tie, line, scope, whom, former, nomination) => new DecisionSettings(scale, tie, line, scope, whom, former, nomination));

    /// <summary>Under any reading of the open points.</summary>
    private static readonly Gen<DecisionRequest> AnyReading = Gen.Select(Sessions, Readings, (session, settings) => session with { Settings = settings });

    [Fact]
    public void Quotas_are_never_exceeded_and_places_add_up() => AnyReading.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var (main, nomination) = (decision.Main.Count(a => !a.OutsideQuota), decision.Nomination.Count(a => !a.OutsideQuota));

        Assert.InRange(main, 0, 3);
        Assert.InRange(nomination, 0, 5);
        if (!decision.Undecided.IsEmpty) return;
        Assert.Equal(new Vacancies(3 - main, 5 - nomination), decision.Vacant);
    }, iter: Many);

    [Fact]
    public void Everybody_is_told_exactly_one_thing() => AnyReading.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var told = decision.Main.Concat(decision.Nomination).Select(a => a.Id)
            .Concat(decision.NotAwarded.Select(n => n.Id)).Concat(decision.Undecided.SelectMany(u => u.Ids.Concat(u.Pending)));

        Assert.Equal(session.Candidates.Select(c => c.Id).Order(), told.Order());
    }, iter: Many);

    [Fact]
    public void Nobody_below_the_line_is_awarded() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var awarded = decision.Main.Concat(decision.Nomination).Select(a => a.Id).Concat(decision.Undecided.SelectMany(u => u.Ids.Concat(u.Pending))).ToHashSet();

        Assert.All(session.Candidates.Where(c => awarded.Contains(c.Id)), c => Assert.True(c.Rate.Passes));
    }, iter: Many);

    [Fact]
    public void The_order_of_the_candidates_changes_nothing() => Gen.Select(AnyReading, Gen.Int).Sample((session, seed) =>
    {
        var shuffled = session.Candidates.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Canonical.Bytes(Decision.Decide(session)), Canonical.Bytes(Decision.Decide(session with { Candidates = [.. shuffled] })));
    }, iter: Many);

    [Fact]
    public void More_points_never_lower_a_candidate() => Gen.Select(Sessions.Where(s => s.Candidates.Length > 0), Gen.Int[0, 21], Gen.Int[1, 80]).Sample((session, place, more) =>
    {
        var candidate = session.Candidates[place % session.Candidates.Length];
        var raised = session with { Candidates = session.Candidates.Replace(candidate, candidate with { Points = candidate.Points + new Rational(more * candidate.Of, 1000) }) };

        Assert.True(Standing(Decision.Decide(raised), candidate, session) >= Standing(Decision.Decide(session), candidate, session));
    }, iter: Many);

    [Fact]
    public void Repeat_winners_cost_nothing_and_use_no_place() => AnyReading.Sample(session =>
    {
        var decision = Decision.Decide(session);

        Assert.All(decision.Main.Concat(decision.Nomination), a => Assert.Equal(a.OutsideQuota, a.AmountYuan == 0));
        Assert.InRange(decision.Main.Concat(decision.Nomination).Sum(a => a.AmountYuan), 0, 1_400_000);
    }, iter: Many);

    [Fact]
    public void Below_the_line_nobody_gets_the_main_award_under_any_reading() => AnyReading.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var main = decision.Main.Select(a => a.Id).Concat(decision.Undecided.Where(u => u.Grade == Grade.Main).SelectMany(u => u.Ids)).ToHashSet();

        Assert.All(session.Candidates.Where(c => main.Contains(c.Id)), c => Assert.True(c.Rate.Passes));
    }, iter: Many);

    [Fact]
    public void Nobody_who_holds_an_award_gets_it_again_or_waits_for_it() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var main = decision.Main.Select(a => a.Id).Concat(decision.Undecided.SelectMany(u => u.Ids.Concat(u.Pending))).ToHashSet();
        var nomination = decision.Nomination.Select(a => a.Id).Concat(decision.Undecided.Where(u => u.Grade == Grade.Nomination).SelectMany(u => u.Ids)).ToHashSet();

        Assert.DoesNotContain(session.Candidates, c => main.Contains(c.Id) && Holds(c, Grade.Main, session));
        Assert.DoesNotContain(session.Candidates, c => nomination.Contains(c.Id) && Holds(c, Grade.Nomination, session));
    }, iter: Many);

    [Fact]
    public void Equals_inside_the_quota_who_may_be_separated_by_nothing_are_told_the_same() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var plain = session.Candidates.Where(c => c is { Blocked: false, SiteReview: null, Results: null } && c.Awards.Any() == false).GroupBy(c => c.Rate.Value);

        Assert.All(plain, equals => Assert.Single(equals.Select(c => Standing(decision, c, session)).Distinct()));
    }, iter: Many);

    private static bool Holds(Candidate candidate, Grade grade, DecisionRequest session) => candidate.Awards.Any(a => a.Grade == grade && a.IsValid(session.Year, session.AsOf));

    private static Rational? Percent(int? percent, bool isSmall) => percent is { } value ? new Rational(value, 100) * (isSmall ? 84 : 1000) : null;

    /// <summary>
    /// main, undecided for main, nomination, undecided for nomination or pending, none. Behind a tie for nomination all are pending whatever their history; who holds a nomination has
    /// nothing to wait for there (reached before the tie he is told so), so for him that is none.
    /// </summary>
    private static int Standing(Decision decision, Candidate candidate, DecisionRequest session)
    {
        var id = candidate.Id;
        if (decision.Main.Any(a => a.Id == id)) return 4;
        if (decision.Undecided.Any(u => u.Grade == Grade.Main && u.Ids.Contains(id))) return 3;
        if (decision.Nomination.Any(a => a.Id == id)) return 2;
        var waits = decision.Undecided.FirstOrDefault(u => u.Ids.Contains(id) || u.Pending.Contains(id));
        return waits is null || (waits.Grade == Grade.Nomination && Holds(candidate, Grade.Nomination, session)) ? 0 : 1;
    }
}
