using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

// What the office presses when a meeting is adjourned and when it goes on.
public sealed class SittingFormsTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly List<RoomAct> asked = [];

    [Fact]
    public void Enter_in_a_field_of_the_adjourning_is_no_long_press()
    {
        var form = context.Render<AdjournForm>(p => p.Add(c => c.Deadlines, 1).Add(c => c.OnAct, act => asked.Add(act)));
        form.Find("textarea").Input("下班");

        form.Find("form").Submit();
        Assert.Empty(asked);

        form.Find("[data-hold]").DoubleClick();
        Assert.Equal([new Adjourn("下班")], asked);
    }

    [Fact]
    public void A_deadline_that_ended_with_the_sitting_is_offered_with_what_was_left_of_it()
    {
        var given = Given.ARoom(seats: 2).Opened();
        given.Do(Given.Office, new SetDeadline("d1", Given.Start.AddMinutes(40)));
        given.Do(Given.Office, new Adjourn("evening"));
        Assert.Empty(Offer(given).Markup);
        given.Do(Given.Office, new Resume());

        var offer = Offer(given);
        Assert.Contains("离截止还有 40 分", offer.Markup, StringComparison.Ordinal);
        foreach (var place in new[] { 0, 1 }) offer.FindAll("button")[place].Click();

        Assert.Equal([new SetDeadline("d1", context.Clock.GetUtcNow().AddMinutes(40)), new SetDeadline("d1", null)], asked);
    }

    [Fact]
    public void Another_time_begins_with_what_was_left_of_the_deadline()
    {
        var form = context.Render<DeadlineForm>(p => p.Add(c => c.Dossier, "d1").Add(c => c.Left, 40).Add(c => c.OnAct, act => asked.Add(act)));

        form.Find("form").Submit();

        Assert.Equal([new SetDeadline("d1", context.Clock.GetUtcNow().AddMinutes(40))], asked);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<DeadlineOffer> Offer(Given given) => context.Render<DeadlineOffer>(p => p
        .Add(c => c.Room, ConsoleContext.Sight(given, Given.Office)).Add(c => c.Dossier, ConsoleContext.Sight(given, Given.Office, "d1")).Add(c => c.OnAct, act => asked.Add(act)));
}
