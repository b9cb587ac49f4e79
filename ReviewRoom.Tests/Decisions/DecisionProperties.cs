using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Decisions;

// Few distinct points, so that ties, full quotas and repeat winners meet often.
public sealed class DecisionProperties
{
    private static readonly Gen<Award> Awards = Gen.Select(Gen.Enum<Grade>(), Gen.Int[2016, 2025], Gen.Int[1, 6], (grade, year, revoked) => new Award(grade, year, Revoked: revoked == 1));

    private static readonly Gen<Candidate> Candidates = Gen.Select(
        Gen.Int[57, 66], Gen.Bool, Gen.Int[1, 8], Awards.Array[0, 2], Gen.Int[60, 62].Nullable(), Gen.Int[20, 21].Nullable(),
        (points, individual, blocked, won, site, results) => new Candidate(
            "", individual ? ApplicantKind.Individual : ApplicantKind.Organisation, points * 10, 1000, Tenfold(site), Tenfold(results), [.. won], blocked == 1));

    private static readonly Gen<DecisionRequest> Sessions = Candidates.Array[0, 14].Select(all =>
        new DecisionRequest(2026, null, new DecisionSettings(), [.. all.Select((c, i) => c with { Id = ((char)('a' + i)).ToString() })]));

    [Fact]
    public void Quotas_are_never_exceeded_and_places_add_up() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var (main, nomination) = (decision.Main.Count(a => !a.OutsideQuota), decision.Nomination.Count(a => !a.OutsideQuota));

        Assert.InRange(main, 0, 3);
        Assert.InRange(nomination, 0, 5);
        if (!decision.Undecided.IsEmpty) return;
        Assert.Equal(new Vacancies(3 - main, 5 - nomination), decision.Vacant);
    });

    [Fact]
    public void Everybody_is_told_exactly_one_thing() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var told = decision.Main.Concat(decision.Nomination).Select(a => a.Id)
            .Concat(decision.NotAwarded.Select(n => n.Id)).Concat(decision.Undecided.SelectMany(u => u.Ids.Concat(u.Pending)));

        Assert.Equal(session.Candidates.Select(c => c.Id).Order(), told.Order());
    });

    [Fact]
    public void Nobody_below_the_line_is_awarded() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);
        var awarded = decision.Main.Concat(decision.Nomination).Select(a => a.Id).Concat(decision.Undecided.SelectMany(u => u.Ids.Concat(u.Pending))).ToHashSet();

        Assert.All(session.Candidates.Where(c => awarded.Contains(c.Id)), c => Assert.True(c.Rate.Passes));
    });

    [Fact]
    public void The_order_of_the_candidates_changes_nothing() => Gen.Select(Sessions, Gen.Int).Sample((session, seed) =>
    {
        var shuffled = session.Candidates.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Canonical.Bytes(Decision.Decide(session)), Canonical.Bytes(Decision.Decide(session with { Candidates = [.. shuffled] })));
    });

    [Fact]
    public void More_points_never_lower_a_candidate() => Gen.Select(Sessions.Where(s => s.Candidates.Length > 0), Gen.Int[0, 13], Gen.Int[1, 80]).Sample((session, place, more) =>
    {
        var candidate = session.Candidates[place % session.Candidates.Length];
        var raised = session with { Candidates = session.Candidates.Replace(candidate, candidate with { Points = candidate.Points + more }) };

        Assert.True(Standing(Decision.Decide(raised), candidate.Id) >= Standing(Decision.Decide(session), candidate.Id));
    });

    [Fact]
    public void Repeat_winners_cost_nothing_and_use_no_place() => Sessions.Sample(session =>
    {
        var decision = Decision.Decide(session);

        Assert.All(decision.Main.Concat(decision.Nomination), a => Assert.Equal(a.OutsideQuota, a.AmountYuan == 0));
        Assert.InRange(decision.Main.Concat(decision.Nomination).Sum(a => a.AmountYuan), 0, 1_400_000);
    });

    private static Rational? Tenfold(int? percent) => percent is { } value ? (Rational)(value * 10) : null;

    private static int Standing(Decision decision, string id) =>
        decision.Main.Any(a => a.Id == id) ? 4
        : decision.Undecided.Any(u => u.Grade == Grade.Main && u.Ids.Contains(id)) ? 3
        : decision.Nomination.Any(a => a.Id == id) ? 2
        : decision.Undecided.Any(u => u.Ids.Contains(id) || u.Pending.Contains(id)) ? 1 : 0;
}
