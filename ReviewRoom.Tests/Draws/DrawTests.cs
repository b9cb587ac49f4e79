using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Tests.Draws;

public sealed class DrawTests
{
    private const string OfficeNonce = "office nonce of the day", SupervisorNonce = "supervisor nonce of the day";

    private Draw draw = Draw.Named("draw-1");

    private static CommitPool Commit(int members = 12, int size = 5, params Quota[] quotas) => new(
        "Panel A", "session-6", size, 2, [.. quotas],
        [.. Enumerable.Range(1, members).Select(i => new PoolMember($"p{i}", $"Expert {i}", i % 3 == 0 ? ["finance"] : ["quality"], i == 7 ? "conflict" : null))]);

    [Fact]
    public void A_panel_is_drawn_when_both_nonces_are_open_and_not_before()
    {
        Do(Given.Office, Commit());
        Assert.Equal(RefusalCode.SecondPersonNeeded, Refused(Given.Office, new OpenNonce(OfficeNonce)).Code);
        Do(Given.Office, new CommitNonce(Draw.HashOf(OfficeNonce)));
        Assert.Equal(RefusalCode.AlreadySettled, Refused(Given.Office2, new CommitNonce(Draw.HashOf("another one of the office"))).Code);
        Assert.Equal(RefusalCode.SecondPersonNeeded, Refused(Given.Office, new OpenNonce(OfficeNonce)).Code);
        Do(Given.Supervisor, new CommitNonce(Draw.HashOf(SupervisorNonce)));
        Assert.Equal("nonce", Refused(Given.Office, new OpenNonce("not what was committed")).Field);
        Do(Given.Office, new OpenNonce(OfficeNonce));
        Assert.Null(draw.Now.Result);
        Do(Given.Supervisor, new OpenNonce(SupervisorNonce));

        var seen = Assert.Single(draw.For(Given.Supervisor).Rounds);
        Assert.Equal((5, 2), (seen.Result!.Panel.Length, seen.Result.Reserve.Length));
        Assert.DoesNotContain(seen.Members!.Value.Single(m => m.Excluded is not null).Alias, seen.Result.Panel.AddRange(seen.Result.Reserve));
    }

    [Fact]
    public void Anybody_runs_a_draw_again_from_its_public_form_and_gets_the_same_panel()
    {
        Run(Commit(20, 7, new Quota("finance", 3)));
        var round = Assert.Single(draw.For(null).Rounds);
        var told = Canonical.Read<RoundView>(Canonical.Bytes(round));

        Assert.Equal(told.PoolHash, told.Pool.Hash);
        var again = DrawLot.Run(told.Pool, DrawLot.Seed(told.PoolHash, told.OfficeNonce!, told.SupervisorNonce!));
        Assert.Equal(round.Result!.Panel.AsEnumerable(), again!.Panel);
        Assert.Equal(round.Result.Reserve.AsEnumerable(), again.Reserve);
    }

    [Fact]
    public void The_public_sees_neither_names_nor_why_somebody_cannot_be_drawn()
    {
        Run(Commit() with { Members = Commit().Members.SetItem(1, new PoolMember("canary-id", "CanaryName", ["quality"], "CanaryReason")) });
        var shown = System.Text.Encoding.UTF8.GetString(Canonical.Bytes(draw.For(null)));

        Assert.All(["anary", "p1", "Expert"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        Assert.Contains("CanaryName", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(draw.For(Given.Office))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_draw_needs_a_reason_and_the_first_stays_on_record()
    {
        Run(Commit());
        Assert.Equal(RefusalCode.ReasonRequired, Refused(Given.Office, Commit()).Code);
        Run(Commit() with { Reason = "two fell ill" });

        Assert.Equal([null, "two fell ill"], draw.For(null).Rounds.Select(r => r.Reason));
        Assert.All(draw.For(null).Rounds, r => Assert.NotNull(r.Result));
    }

    [Fact]
    public void A_draw_that_cannot_succeed_names_the_condition_to_loosen()
    {
        Assert.Equal(["finance"], Refused(Given.Office, Commit(12, 5, new Quota("finance", 5), new Quota("quality", 1))).Criteria.GetValueOrDefault().AsEnumerable());
        Assert.Equal("size", Refused(Given.Office, Commit(6)).Field);
        Assert.Equal(["finance", "quality"], Refused(Given.Office, Commit(12, 5, new Quota("finance", 3), new Quota("quality", 3))).Criteria.GetValueOrDefault().AsEnumerable());
    }

    [Fact]
    public void Only_office_and_supervisor_act_and_the_pool_is_the_offices()
    {
        Assert.Equal(RefusalCode.NotFound, Refused(Given.Stranger, Commit()).Code);
        Assert.Equal(RefusalCode.NotAllowed, Refused(Given.Supervisor, Commit()).Code);
        Assert.Equal(RefusalCode.NotFound, Refused(Given.Supervisor, new CommitNonce(Draw.HashOf(SupervisorNonce))).Code);
    }

    /// <summary>Chi-square over how often each is drawn; 26.1 is passed by chance once in 10,000 at 5 degrees of freedom within a specialty.</summary>
    [Fact]
    public void Everybody_of_one_specialty_is_drawn_equally_often()
    {
        const int Draws = 6000;
        var pool = Draw.Named("x").Decide(Commit(12, 5, new Quota("finance", 2)) with { Reserve = 0 }, Asks(Given.Office)).Event is PoolCommitted e
            ? Draw.Named("x").Apply(e, new Stamp(1, Given.Start, "office")).Now.Pool : throw new InvalidOperationException();
        var counts = pool.Candidates.Where(c => c.Drawable).ToDictionary(c => c.Alias, _ => 0);
        for (var i = 0; i < Draws; i++)
            foreach (var alias in DrawLot.Run(pool, DrawLot.Seed(pool.Hash, $"a{i}", "b"))!.Panel) counts[alias]++;

        foreach (var group in pool.Candidates.Where(c => c.Drawable).GroupBy(c => c.Specialties[0]))
        {
            var seen = group.Select(c => (double)counts[c.Alias]).ToArray();
            var chi = seen.Sum(s => (s - seen.Average()) * (s - seen.Average()) / seen.Average());
            Assert.InRange(chi, 0, 26.1);
        }
    }

    [Fact]
    public void A_seed_gives_its_panel_for_ever()
    {
        ImmutableArray<Candidate> candidates = [.. "abcdefgh".Select(c => new Candidate(c.ToString(), [], true))];

        var drawn = DrawLot.Run(new DrawPool(3, 1, [], candidates), new string('0', 64));

        Assert.Equal("ahe b", $"{string.Concat(drawn!.Panel)} {string.Concat(drawn.Reserve)}");
    }

    [Fact]
    public void Every_drawn_panel_meets_its_quotas() =>
        Gen.Select(Gen.Int[8, 30], Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int).Sample((members, finance, quality, salt) =>
        {
            if (Draw.Named("x").Decide(Commit(members, 5, [new Quota("finance", finance), .. quality == 0 ? Array.Empty<Quota>() : [new Quota("quality", quality)]]), Asks(Given.Office)).Event is not PoolCommitted e) return;
            var pool = Draw.Named("x").Apply(e, new Stamp(1, Given.Start, "office")).Now.Pool;
            var panel = DrawLot.Run(pool, DrawLot.Seed(pool.Hash, $"{salt}", "b"))!.Panel.Select(a => pool.Candidates.Single(c => c.Alias == a)).ToArray();

            Assert.Equal(5, panel.Distinct().Count());
            Assert.True(panel.Count(c => c.Specialties.Contains("finance")) >= finance && panel.Count(c => c.Specialties.Contains("quality")) >= quality);
        }, iter: 200);

    private void Run(CommitPool commit)
    {
        Do(Given.Office, commit);
        Do(Given.Office, new CommitNonce(Draw.HashOf(OfficeNonce)));
        Do(Given.Supervisor, new CommitNonce(Draw.HashOf(SupervisorNonce)));
        Do(Given.Supervisor, new OpenNonce(SupervisorNonce));
        Do(Given.Office, new OpenNonce(OfficeNonce));
    }

    private static Asking Asks(Person by) => new(by, Given.Start, Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    private void Do(Person by, DrawAct act)
    {
        var outcome = draw.Decide(act, Asks(by));
        Assert.Null(outcome.Refusal);
        draw = draw.Apply(outcome.Event!, new Stamp(draw.Version + 1, Given.Start, by.Id));
    }

    private Refusal Refused(Person by, DrawAct act) => draw.Decide(act, Asks(by)).Refusal ?? throw new InvalidOperationException($"{act} was accepted");
}
