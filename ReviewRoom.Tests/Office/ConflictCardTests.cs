using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class ConflictCardTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly Given given = Given.ARoom(seats: 3).Opened();
    private RoomAct? asked;

    [Fact]
    public void A_raised_conflict_gives_its_ground_its_source_and_its_strength()
    {
        Raise();

        var card = Card(Given.Office);

        Assert.Contains("近亲属", card.Markup);
        Assert.Contains("cousin", card.Markup);
        Assert.Contains("监察提出", card.Markup);
        Assert.Contains("直接", card.Markup);
        Assert.Contains("席位已暂封", card.Markup);
    }

    [Fact]
    public void Confirming_is_one_press_before_the_reveal()
    {
        Raise();

        Card(Given.Office).Find("button.pri").Click();

        Assert.IsType<ConfirmConflict>(asked);
    }

    [Fact]
    public void Dismissing_asks_for_the_reason()
    {
        Raise();
        var card = Card(Given.Office);

        card.Find("button:not(.pri)").Click();
        card.Find("textarea").Input("another person of that name");
        card.Find("form").Submit();

        Assert.Equal("another person of that name", Assert.IsType<DismissConflict>(asked).Reason);
    }

    [Fact]
    public void Who_did_the_first_half_is_told_that_another_must_do_the_second()
    {
        Raise();
        given.Do(Given.Office, new DismissConflict(Conflict(Given.Office).Id, "namesake"));

        var mine = Card(Given.Office);
        Assert.Contains("另一位同事", mine.Markup);
        Assert.Empty(mine.FindAll("button"));

        var other = Card(Given.Office2);
        Assert.Contains("Office One 认为不构成，等第二人", other.Markup);
        Assert.Contains("namesake", other.Markup);
        Assert.Contains("一同排除", other.Markup);
    }

    public void Dispose() => context.Dispose();

    private void Raise() => given.Do(Given.Supervisor, new RaiseConflict("d1", "B", "RELATIVE", "cousin"));

    private ConflictView Conflict(Person person) => ConsoleContext.Sight(given, person, "d1").Conflicts.GetValueOrDefault().Single();

    private IRenderedComponent<ConflictCard> Card(Person person) => context.Render<ConflictCard>(p => p
        .Add(x => x.Conflict, Conflict(person)).Add(x => x.Who, "席B Expert B").Add(x => x.DossierTitle, "Dossier 1").Add(x => x.First, "Office One")
        .Add(x => x.IsFirst, Conflict(person).AwaitingBy == person.Id).Add(x => x.OnAct, act => asked = act));
}
