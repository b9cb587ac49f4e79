using Bunit;
using Microsoft.AspNetCore.Components.Web;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class ControlButtonsTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly Given given = Given.ARoom(seats: 3).Opened();
    private readonly List<RoomAct> asked = [];

    [Fact]
    public void The_second_click_of_a_double_click_does_not_take_the_focus_back()
    {
        var buttons = Buttons();

        buttons.Find("[aria-pressed]").Click(new MouseEventArgs { Detail = 1 });
        buttons.Find("[aria-pressed]").Click(new MouseEventArgs { Detail = 2 });

        Assert.Equal([new SetFocus("d1")], asked);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<ControlButtons> Buttons() => context.Render<ControlButtons>(p => p
        .Add(c => c.Room, ConsoleContext.Sight(given, Given.Office))
        .Add(c => c.Dossier, ConsoleContext.Sight(given, Given.Office, "d1"))
        .Add(c => c.Waited, 0)
        .Add(c => c.OnAct, asked.Add));
}
