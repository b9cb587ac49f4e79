using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class PreCheckTests : IDisposable
{
    private readonly ConsoleContext context = new();

    [Fact]
    public void The_reveal_says_how_many_sheets_are_missing_and_whose()
    {
        var given = Given.ARoom(seats: 5).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60).Submitted("C", "d1", 60);

        Assert.Contains("已提交 3 / 5，缺 席D、席E", Checks(given));
        var reveal = Step(given).Find("button.hold");
        Assert.True(reveal.HasAttribute("disabled"));
        Assert.Contains("揭示　还差 2 份", reveal.TextContent);
    }

    [Fact]
    public void With_every_sheet_in_the_reveal_may_be_pressed_and_names_its_consequence()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);

        var step = Step(given);
        Assert.False(step.Find("button.hold").HasAttribute("disabled"));
        Assert.Contains("不能撤回", step.Markup);
    }

    [Fact]
    public void A_missing_sheet_may_be_left_out_only_with_a_reason()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60);
        RoomAct? asked = null;
        var step = context.Render<NextStep>(p => p.Add(x => x.Dossier, "d1").Add(x => x.Ready, Ready(given)).Add(x => x.OnAct, act => asked = act));

        step.Find("button.quiet").Click();
        Assert.Contains("席B", step.Find("label").TextContent);
        Assert.True(step.Find("button.hold").HasAttribute("disabled"));
        step.Find("textarea").Input("ill");
        step.Find("button.hold").DoubleClick();

        Assert.Equal(new Reveal("d1", "ill"), asked);
    }

    [Fact]
    public void Nobody_may_hurry_where_no_sheet_is_in() =>
        Assert.Empty(Step(Given.ARoom(seats: 2).Opened()).FindAll("button.quiet"));

    [Fact]
    public void Closing_counts_the_items_that_are_open()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 20, 60).Submitted("B", "d1", 80, 60);
        given.Do(Given.Office, new Reveal("d1"));

        Assert.Contains("评分项了结 1 / 2", Checks(given));
        Assert.Contains("关闭　还差 1 项", Step(given).Find("button.hold").TextContent);
    }

    [Fact]
    public void A_frozen_dossier_says_that_it_must_be_resumed_first()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);
        given.Do(Given.Office, new Freeze("pause", "d1"));

        Assert.Contains("已暂停，先恢复", Checks(given));
        Assert.Contains("揭示　先恢复", Step(given).Find("button.hold").TextContent);
    }

    [Fact]
    public void Too_few_eligible_seats_are_named_against_the_minimum()
    {
        var given = Given.ARoom(seats: 5, settings: Given.Free with { Minimum = 5 }).Opened();
        given.Do("B", new Declare("d1", true, "RELATIVE", "cousin"));

        Assert.Contains("有效席位 4，少于 5", Checks(given));
    }

    public void Dispose() => context.Dispose();

    private static Readiness Ready(Given given) => Readiness.Of(ConsoleContext.Sight(given, Given.Office), ConsoleContext.Sight(given, Given.Office, "d1"));

    private string Checks(Given given) => context.Render<PreChecks>(p => p.Add(x => x.Ready, Ready(given))).Markup;

    private IRenderedComponent<NextStep> Step(Given given) => context.Render<NextStep>(p => p.Add(x => x.Dossier, "d1").Add(x => x.Ready, Ready(given)));
}
