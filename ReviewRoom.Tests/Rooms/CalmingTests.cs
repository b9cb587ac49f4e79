using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// No flicker: a better state of an item is shown once it has stood for five seconds (room.md 5). In this world every act takes a second.
public sealed class CalmingTests
{
    private readonly Given given = Given.ARoom().Opened();

    public CalmingTests()
    {
        given.Submitted("A", "d1", 40);
        foreach (var seat in "BCDE") given.Submitted(seat.ToString(), "d1", 60);
        given.Do(Given.Office, new Reveal("d1"));
    }

    private ItemView Item => given.Sight(given.On("B"), "d1").Items?[0] ?? throw new InvalidOperationException();

    private DateTimeOffset Now => given.Entries[^1].Stamp.At;

    [Fact]
    public void A_better_state_is_held_back_until_it_has_stood_for_five_seconds()
    {
        Revise(50);

        Assert.Equal((Agreement.Agreed, Agreement.Disputed), (Item.State, Item.Shown));
        Assert.Same(given.Room, given.Room.Calmed(Now.AddSeconds(4.999)));
        var calm = given.Room.Calmed(Now.AddSeconds(5));
        Assert.Null(calm.For(new Viewer.Office("office"))?.Dossiers[0].Items?[0].Held);
        Assert.Null(calm.CalmAt);
    }

    [Fact]
    public void A_worse_state_is_shown_at_once()
    {
        Revise(50);
        given.Do("A", new Revise("d1", "1", 40, "back again"));

        Assert.Equal((Agreement.Disputed, null), (Item.State, Item.Held));
        Assert.Null(given.Room.CalmAt);
    }

    [Fact]
    public void The_five_seconds_begin_anew_with_every_change_of_state_and_not_with_every_revision()
    {
        Revise(50);
        var since = Now;
        given.Do("A", new Revise("d1", "1", 55, "nearer still"));
        Assert.Equal(since.AddSeconds(5), given.Room.CalmAt);

        given.Do("C", new Revise("d1", "1", 70, "away: range 15, but next to nobody"));
        given.Do("D", new Revise("d1", "1", 75, "watch"));
        Assert.Equal((Agreement.Watch, Agreement.Disputed), (Item.State, Item.Shown));
        Assert.Equal(Now.AddSeconds(5), given.Room.CalmAt);
    }

    [Fact]
    public void What_decides_does_not_wait()
    {
        Revise(50);
        given.Do("A", new Revise("d1", "2", 60, "the other item too"));

        var seen = given.Sight(given.On("A"), "d1").Consensus ?? throw new InvalidOperationException();
        Assert.True(seen.Reached);
        Assert.Equal((2, 2), (seen.Disputed, seen.Settled));
        given.Do(Given.Office, new Close("d1"));
    }

    [Fact]
    public void A_sheet_that_leaves_the_table_ends_all_holds()
    {
        Revise(50);
        given.Do(Given.Supervisor, new RaiseConflict("d1", "E", "RELATIVE", "seen"));

        Assert.Null(Item.Held);
        Assert.Null(given.Room.CalmAt);
    }

    [Fact]
    public void A_late_sheet_is_shown_the_marks_as_they_are()
    {
        var late = Given.ARoom().Opened();
        late.Submitted("A", "d1", 40);
        foreach (var seat in "BCD") late.Submitted(seat.ToString(), "d1", 60);
        late.Do(Given.Office, new Reveal("d1", "no time"));
        late.Do("A", new Revise("d1", "1", 60, "moved"));
        late.Submitted("E", "d1", 60);

        Assert.All(late.Sight(late.On("E"), "d1").Items ?? [], i => Assert.Null(i.Held));
    }

    private void Revise(int rate) => given.Do("A", new Revise("d1", "1", rate, "moved"));
}
