using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class IntentionsTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_double_click_is_one_intention()
    {
        var intentions = new Intentions(clock);

        Assert.NotNull(intentions.Begin("room", new Remind("d1")));
        Assert.Null(intentions.Begin("room", new Remind("d1")));
        intentions.Answered("room", new Remind("d1"));
        Assert.Null(intentions.Begin("room", new Remind("d1")));
    }

    [Fact]
    public void A_quarter_of_an_hour_more_is_given_once_per_press()
    {
        var intentions = new Intentions(clock);

        Assert.NotNull(intentions.Begin("room", new SetDeadline("d1", Given.Start)));
        intentions.Answered("room", new SetDeadline("d1", Given.Start));
        Assert.Null(intentions.Begin("room", new SetDeadline("d1", Given.Start.AddMinutes(15))));
    }

    [Fact]
    public void The_same_act_later_is_a_new_intention_with_an_id_of_its_own()
    {
        var intentions = new Intentions(clock);
        var first = intentions.Begin("room", new Remind("d1"));
        intentions.Answered("room", new Remind("d1"));

        clock.Advance(Intentions.Moment);
        var second = intentions.Begin("room", new Remind("d1"));

        Assert.NotNull(second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void While_the_answer_is_awaited_it_is_not_asked_again()
    {
        var intentions = new Intentions(clock);
        intentions.Begin("room", new Remind("d1"));

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(intentions.Begin("room", new Remind("d1")));
    }
}
