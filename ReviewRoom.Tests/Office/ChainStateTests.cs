using ReviewRoom.Components.Supervision;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Office;

public sealed class ChainStateTests
{
    [Fact]
    public async Task A_whole_chain_is_followed_on_from_where_it_was_verified()
    {
        using var house = new House();
        await house.ARoom(seats: 3);
        var first = ChainState.None(House.Start).Further(house.Ledger.Reader, "room/panel", House.Start);
        await house.Do("office", "panel", new Freeze("lunch"));

        var second = first.Further(house.Ledger.Reader, "room/panel", House.Start);

        Assert.Null(second.Bad);
        Assert.Equal(first.Head.Version + 1, second.Head.Version);
        Assert.Equal(house.Ledger.Reader.HeadOf("room/panel").Hash, second.Head.Hash);
    }

    [Fact]
    public async Task A_chain_that_does_not_follow_names_the_entry()
    {
        using var house = new House();
        await house.ARoom(seats: 3);
        var elsewhere = new ChainState(new(2, House.Start, new string('0', 64)), null, House.Start);

        Assert.Equal(3, elsewhere.Further(house.Ledger.Reader, "room/panel", House.Start).Bad);
    }

    [Fact]
    public async Task A_page_of_the_ledger_is_newest_first_and_goes_back_to_the_beginning()
    {
        using var house = new House();
        await house.ARoom(seats: 5);
        await house.Submit('A', "panel", "d1");
        var chain = ChainState.None(House.Start);

        var newest = LedgerPage.Read(house.Ledger.Reader, "room/panel", null, chain);
        var oldest = LedgerPage.Read(house.Ledger.Reader, "room/panel", 3, chain);

        Assert.Equal(newest.Newest, newest.Headers[0].Version);
        Assert.Equal([2L, 1L], oldest.Headers.Select(h => h.Version));
    }
}
