using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Office;

public sealed class ReleaseFormTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly Given given = Given.ARoom(seats: 3, dossiers: 2);
    private readonly List<BoardAct> asked = [];

    [Fact]
    public void The_preview_gives_the_rate_and_the_rank_the_board_will_show()
    {
        given.Closed("d1").Closed("d2");

        var form = Form("room-1/d1");

        Assert.Contains("60.00　第 1", form.Find(".preview").TextContent);
        form.Find("form").Submit();
        Assert.Equal([new Release("d1", What.Rate, Room: "room-1"), new Release("d1", What.Rank, Room: "room-1")], asked);
    }

    [Fact]
    public void Who_is_recused_from_a_dossier_is_asked_to_leave_before_it_is_shown()
    {
        given.Do("B", new Declare("d1", true, "RELATIVE", "cousin"));
        foreach (var seat in (string[])["A", "C"]) given.Do(seat, new Declare("d1", false));
        given.Do(Given.Office, new Open("d1"));
        given.Submitted("A", "d1", 60).Submitted("C", "d1", 60).Do(Given.Office, new Reveal("d1"));
        given.Do(Given.Office, new Close("d1"));

        var form = Form("room-1/d1", present: true);

        Assert.Contains("请 席B Expert B 离场后再上屏", form.Markup);
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
        form.Find(".ban input").Change(true);
        Assert.False(form.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public void What_may_not_be_shown_yet_is_not_offered_and_says_why()
    {
        given.Opened("d1");

        var form = Form("room-1/d1");

        Assert.Contains("没有可以上屏的", form.Markup);
        Assert.Contains("现在还不能上屏", form.Markup);
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<ReleaseForm> Form(string selected, bool present = false)
    {
        var room = present ? given.Room.Heard("expert-b", Presence.Online) : given.Room;
        var board = Board.Named("hall").Apply(new BoardCreated("Hall", room.Session, "Session", Phase.Closed, "00"), new(1, Given.Start, "office"));
        var desk = board.DeskFor(new Viewer.Office("office"), BoardSnapshot.Of([room], "00", "office")) ?? throw new InvalidOperationException();
        return context.Render<ReleaseForm>(p => p.Add(x => x.Desk, desk).Add(x => x.Rows, ConsoleRow.All([ConsoleContext.Sight(given, Given.Office)]))
            .Add(x => x.Selected, selected).Add(x => x.OnAct, act => asked.Add(act)));
    }
}
