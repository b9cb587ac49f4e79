using ReviewRoom.Components.Room;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.ExpertRoom;

public class SheetDeskTests
{
    private readonly Given given = Given.ARoom(seats: 3);

    public SheetDeskTests()
    {
        given.Do(Given.Office, new Open("d1"));
        given.Do("B", new Declare("d1", false));
    }

    [Fact]
    public async Task A_mark_is_saved_when_its_receipt_is_there_and_the_server_reads_it_back()
    {
        var desk = Desk(Through);

        await desk.Mark("1", 65, null);

        Assert.Equal((SaveState.Saved, 2), (desk.Save, desk.Number));
        Assert.Equal(65, desk.Sheet.RateOf("1"));
    }

    [Fact]
    public async Task While_it_is_on_its_way_it_is_shown_and_not_called_saved()
    {
        var line = new TaskCompletionSource<RoomAnswer>();
        var desk = Desk((_, _) => line.Task);

        var marking = desk.Mark("1", 65, null);

        Assert.Equal(SaveState.Sending, desk.Save);
        Assert.Equal(65, desk.Sheet.RateOf("1"));
        Assert.Empty(desk.Sheet.Stored.Marks);
        line.SetResult(new RoomAnswer(null, new Refusal(RefusalCode.Frozen), null));
        await marking;
    }

    [Fact]
    public async Task A_refused_mark_is_kept_beside_the_valid_one()
    {
        var desk = Desk(Through);
        await desk.Mark("1", 65, null);
        given.Do(Given.Office, new Freeze("fire drill"));

        await desk.Mark("1", 80, null);

        Assert.Equal(SaveState.Refused, desk.Save);
        Assert.Equal(65, desk.Sheet.RateOf("1"));
        Assert.Equal(("80%", 80, "Frozen"), (desk.Sheet.UnstoredOf("1")?.Wanted, desk.Sheet.UnstoredOf("1")?.Rate, desk.Sheet.UnstoredOf("1")?.Words));
    }

    [Fact]
    public async Task A_receipt_for_something_else_than_was_sent_is_not_called_saved()
    {
        var desk = Desk(async (id, act) => (await Through(id, act)) with { View = null });

        await desk.Mark("1", 65, null);

        Assert.NotEqual(SaveState.Saved, desk.Save);
    }

    [Fact]
    public async Task What_the_ledger_could_not_write_is_asked_again()
    {
        var desk = Desk((_, _) => Task.FromResult(new RoomAnswer(null, new Refusal(RefusalCode.NotStored), null)));

        var delivery = await desk.Deliver(new DraftEntry("c1", "1", "strength", null, "clear", null));

        Assert.Equal(new Delivery(Stored: false, Retry: true), delivery);
        Assert.Null(desk.Sheet.UnstoredOf("1"));
    }

    [Fact]
    public async Task A_text_kept_by_the_browser_goes_out_with_the_command_it_was_made_with()
    {
        string? sent = null;
        var desk = Desk((id, act) => Through(sent = id, act));

        var delivery = await desk.Deliver(new DraftEntry("made-offline", "1", "opportunity", null, "no link", new Place("4.3.2 ¶3", "a quote")));

        Assert.True(delivery.Stored);
        Assert.Equal("made-offline", sent);
        Assert.Equal(new Place("4.3.2 ¶3", "a quote"), given.Sheet("B").Comments.Single().Place);
    }

    [Fact]
    public async Task Clearing_a_mark_remembers_it_for_undo()
    {
        var desk = Desk(Through);
        await desk.Mark("1", 65, null);

        await desk.Mark("1", null, null);

        Assert.Equal(("1", 65), desk.Cleared);
        Assert.Null(desk.Sheet.RateOf("1"));
    }

    private SheetDesk Desk(Func<string, RoomAct, Task<RoomAnswer>> ask) => new(given.Room.Rubric, "d1", ask, refusal => refusal.Code.ToString(), TimeProvider.System);

    /// <summary>The room itself, without storage.</summary>
    private Task<RoomAnswer> Through(string commandId, RoomAct act)
    {
        var person = given.On("B");
        if (given.Ask(person, act).Refusal is { } refusal) return Task.FromResult(new RoomAnswer(null, refusal, given.Sight(person)));
        given.Do(person, act);
        return Task.FromResult(new RoomAnswer(new Receipt("room/room-1", given.Room.ActsBy(person.Id), "00"), null, given.Sight(person)));
    }
}
