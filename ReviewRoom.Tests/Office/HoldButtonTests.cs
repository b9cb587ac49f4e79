using Bunit;
using ReviewRoom.Components.Office;

namespace ReviewRoom.Tests.Office;

public sealed class HoldButtonTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private int fired;

    [Fact]
    public void One_Enter_only_asks_for_the_second()
    {
        var button = Button();

        button.Find("button").Click();

        Assert.Equal(0, fired);
        Assert.Contains("再按一次 Enter", button.Markup);
    }

    [Fact]
    public void Enter_twice_does_it_once()
    {
        var button = Button();

        button.Find("button").Click();
        button.Find("button").Click();

        Assert.Equal(1, fired);
        Assert.DoesNotContain("再按一次", button.Markup);
    }

    [Fact]
    public void The_first_Enter_is_forgotten_after_a_while()
    {
        var button = Button();

        button.Find("button").Click();
        context.Clock.Advance(HoldButton.Patience);
        button.Find("button").Click();

        Assert.Equal(0, fired);
    }

    [Fact]
    public void Leaving_the_button_forgets_the_first_Enter()
    {
        var button = Button();

        button.Find("button").Click();
        button.Find("button").FocusOut();
        button.Find("button").Click();

        Assert.Equal(0, fired);
    }

    [Fact]
    public void A_press_that_was_held_does_it()
    {
        Button().Find("button").DoubleClick();

        Assert.Equal(1, fired);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<HoldButton> Button() =>
        context.Render<HoldButton>(p => p.Add(x => x.Label, "揭示").Add(x => x.Consequence, "不能撤回。").Add(x => x.OnHeld, () => fired++));
}
