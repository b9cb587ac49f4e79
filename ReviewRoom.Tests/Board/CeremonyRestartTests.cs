using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Hall;

/// <summary>A server that goes away in the middle of a ceremony and comes back over the same folder.</summary>
public sealed class CeremonyRestartTests
{
    [Fact]
    public async Task A_ceremony_goes_on_after_a_restart_where_it_stood_and_tells_no_place_twice()
    {
        var clock = new ClockAhead();
        await using var before = await FullHall.Start(clock);
        await before.Ask(new StartCeremony(CeremonyScope.Winners));
        for (var told = 0; told < 3; told++)
        {
            await before.Ask(new NextCeremony(told));
            clock.Advance(Board.CeremonyPace);
        }
        var shown = Shown(before);

        await using var after = await AppUnderTest.Empty(time: clock, dataFolder: await before.StopAndKeepData());

        Assert.Equal(Canonical.Bytes(shown), Canonical.Bytes(Shown(after)));
        Assert.Equal(RefusalCode.AlreadySettled, (await after.Get<LiveBoards>().Ask("office", "hall", "again", new NextCeremony(2))).Refusal?.Code);
        await after.Ask(new NextCeremony(3));
        Assert.Equal(4, Shown(after).Told);
        Assert.Equal("盂县滹源食品有限公司", Shown(after).Ladder.First(place => place.Title is not null).Title);
    }

    private static CeremonyView Shown(AppUnderTest app) =>
        app.Get<LiveBoards>().Find("hall")?.State.For(new Viewer.Board("hall"))?.Ceremony ?? throw new InvalidOperationException("No ceremony is shown.");
}
