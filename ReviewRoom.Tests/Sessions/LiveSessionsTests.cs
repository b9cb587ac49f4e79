using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Sessions;

public sealed class LiveSessionsTests
{
    [Fact]
    public async Task Those_who_can_be_asked_about_are_closed_and_pass_and_are_named_without_their_score()
    {
        await using var world = await AConsultation.Planned();
        var sessions = world.App.Get<LiveSessions>();

        Assert.Equal(["d1", "d3"], sessions.Eligible("office", AConsultation.Id).Select(c => c.Id));
        Assert.Equal(["d1", "d3"], sessions.Eligible("supervisor", AConsultation.Id).Select(c => c.Id));
        Assert.All((string[])["unit-01", "leading", "expert-01", "admin", "nobody"], person => Assert.Empty(sessions.Eligible(person, AConsultation.Id)));
        Assert.Equal(RefusalCode.NoResult, (await world.Ask("office", AConsultation.Start(Soon) with { Candidates = ["d1", "d2"], Recommended = null })).Refusal?.Code);
    }

    [Fact]
    public async Task Who_is_recused_from_a_candidate_neither_sees_him_nor_chooses_whom_the_units_are_asked_about()
    {
        await using var world = await AConsultation.Planned(recused: true);
        var sessions = world.App.Get<LiveSessions>();

        Assert.Equal(["d1"], sessions.Eligible("office2", AConsultation.Id).Select(c => c.Id));
        Assert.Equal((false, true), (sessions.MayStart("office2", AConsultation.Id), sessions.MayStart("office", AConsultation.Id)));
        Assert.Equal(RefusalCode.Recused, (await world.Ask("office2", new StartConsultation(Soon, ["d1"]))).Refusal?.Code);
        await world.Do("office", AConsultation.Start(Soon));
        await world.Do("unit-01", new ReplyToConsultation([new Opinion("d3", "E5", "canary")]));

        var seen = System.Text.Encoding.UTF8.GetString(Canonical.Bytes(sessions.View("office2", AConsultation.Id)));
        Assert.DoesNotContain("canary", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("d3", seen, StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NotFound, (await world.Ask("office2", new DecideOpinion("unit-01", "d3", Verdict.Adopted, "no business of his"))).Refusal?.Code);
    }

    [Fact]
    public async Task Who_watches_all_sessions_hears_of_the_first_one_and_of_every_reply()
    {
        await using var world = await AConsultation.Planned();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var seen = world.App.Get<LiveSessions>().WatchAll("unit-01", enough.Token).GetAsyncEnumerator(enough.Token);

        Assert.True(await seen.MoveNextAsync());
        Assert.Null(seen.Current.Sessions.Single().Own);
        await world.Do("office", AConsultation.Start(Soon));
        Assert.True(await seen.MoveNextAsync());

        Assert.True(seen.Current.Sessions.Single().Own is { IsOpen: true, Objections: null });
        Assert.Empty(world.App.Get<LiveSessions>().Views("unit-99"));
    }

    private static DateTimeOffset Soon => DateTimeOffset.UtcNow.AddDays(3);
}
