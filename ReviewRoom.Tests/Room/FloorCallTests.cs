using ReviewRoom.Components.Room;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class FloorCallTests
{
    [Fact]
    public void An_opened_dossier_and_one_on_the_floor_call_the_panel()
    {
        var given = Given.ARoom(dossiers: 2);

        var opened = Call(given, "A", () => given.Do(Given.Office, new Open("d1")));
        var focused = Call(given, "A", () => given.Do(Given.Office, new SetFocus("d2")));
        var marked = Call(given, "A", () => given.Do("A", new Declare("d1", Conflict: false)));

        Assert.Equal(new FloorCall(FloorCallKind.Opened, "d1"), opened);
        Assert.Equal(new FloorCall(FloorCallKind.Focused, "d2"), focused);
        Assert.Null(marked);
    }

    [Fact]
    public void Closing_a_dossier_calls_to_the_next_on_the_agenda()
    {
        var given = Given.ARoom(seats: 1, dossiers: 2).Revealed();
        foreach (var criterion in given.Room.Rubric.Criteria) given.TryDo(given.On("A"), new CloseItem("d1", criterion.Code, Closing.Accepted, "reason"));

        var closed = Call(given, "A", () => given.Do(Given.Office, new Close("d1")));

        Assert.Equal(new FloorCall(FloorCallKind.Next, "d2"), closed);
    }

    [Fact]
    public void Who_is_shut_out_of_a_dossier_is_not_called_to_it()
    {
        var given = Given.ARoom(dossiers: 2);
        given.Do("B", new Declare("d1", Conflict: true, "RELATIVE", "cousin"));

        var opened = Call(given, "B", () => given.Do(Given.Office, new Open("d1")));
        var focused = Call(given, "B", () => given.Do(Given.Office, new SetFocus("d1")));

        Assert.Null(opened);
        Assert.Null(focused);
    }

    private static FloorCall? Call(Given given, string seat, Action act)
    {
        var before = given.Sight(given.On(seat)) ?? throw new InvalidOperationException();
        act();
        return FloorCall.Between(before, given.Sight(given.On(seat)) ?? throw new InvalidOperationException());
    }
}
