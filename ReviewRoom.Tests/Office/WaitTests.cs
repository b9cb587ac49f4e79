using ReviewRoom.Components.Home;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class WaitTests
{
    [Fact]
    public void An_expert_is_led_from_declaration_to_signature()
    {
        var given = Given.ARoom(seats: 2);
        Assert.Equal((WaitKind.Declare, 0), OfB(given));

        given.Opened();
        Assert.Equal((WaitKind.Mark, 2), OfB(given));

        given.Filled("B", "d1", 60);
        Assert.Equal((WaitKind.Submit, 0), OfB(given));

        given.Do("B", new Submit("d1"));
        Assert.Equal((WaitKind.AwaitReveal, 0), OfB(given));

        given.Submitted("A", "d1", 60).Do(Given.Office, new Reveal("d1"));
        Assert.Equal((WaitKind.Discuss, 0), OfB(given));

        given.Do(Given.Office, new Close("d1"));
        Assert.Equal((WaitKind.Sign, 0), OfB(given));

        given.Do("B", new Sign("d1", NoConflict: true));
        Assert.Equal((WaitKind.AwaitOthers, 0), OfB(given));
    }

    [Fact]
    public void While_the_meeting_is_adjourned_nothing_but_a_declaration_is_asked_of_an_expert_and_he_is_told_when_it_goes_on()
    {
        var given = Given.ARoom(seats: 2, dossiers: 2).Opened();
        given.Do(Given.Office, new Adjourn("evening", Given.Start.AddDays(1)));

        Assert.Equal([(WaitKind.AdjournedUntil, Given.Start.AddDays(1), false), (WaitKind.Declare, null, true)], Wait.OfExpert(ConsoleContext.Sight(given, given.On("B")), 2).Select(w => (w.Kind, w.Until, w.IsMine)));

        given.Do(Given.Office, new Resume());
        Assert.Equal(WaitKind.Mark, Wait.OfExpert(ConsoleContext.Sight(given, given.On("B")), 2).First().Kind);
    }

    [Fact]
    public void A_recused_expert_is_told_no_title()
    {
        var given = Given.ARoom(seats: 2);
        given.Do("B", new Declare("d1", true, "RELATIVE", "cousin"));

        var wait = Assert.Single(Wait.OfExpert(ConsoleContext.Sight(given, given.On("B")), 2));

        Assert.Equal((WaitKind.Withheld, null, false), (wait.Kind, wait.Subject, wait.IsMine));
    }

    [Fact]
    public void The_office_is_told_what_may_be_opened_revealed_and_closed()
    {
        var given = Given.ARoom(seats: 2);
        Assert.Empty(OfOffice(given, Given.Office.Id));

        foreach (var seat in given.Room.Seats) given.Do(seat.Letter, new Declare("d1", false));
        Assert.Equal([WaitKind.Opens], OfOffice(given, Given.Office.Id));

        given.Do(Given.Office, new Open("d1"));
        given.Submitted("A", "d1", 60).Submitted("B", "d1", 60);
        Assert.Equal([WaitKind.Reveals], OfOffice(given, Given.Office.Id));

        given.Do(Given.Office, new Reveal("d1"));
        Assert.Equal([WaitKind.Closes], OfOffice(given, Given.Office.Id));
    }

    [Fact]
    public void The_second_half_of_a_two_person_act_waits_only_for_the_other()
    {
        var given = Given.ARoom(seats: 3).Opened();
        given.Do(Given.Supervisor, new RaiseConflict("d1", "B", "RELATIVE", "cousin"));
        Assert.Equal([WaitKind.Settle], OfOffice(given, Given.Office.Id));

        given.Do(Given.Office, new DismissConflict(given.Dossier().Conflicts[0].Id, "namesake"));

        Assert.Empty(OfOffice(given, Given.Office.Id));
        Assert.Equal([WaitKind.SecondPerson], OfOffice(given, Given.Office2.Id));
        Assert.Equal([WaitKind.SecondPerson], Wait.OfSupervisor(ConsoleContext.Sight(given, Given.Supervisor)).Select(w => w.Kind));
    }

    private static (WaitKind, int) OfB(Given given)
    {
        var wait = Assert.Single(Wait.OfExpert(ConsoleContext.Sight(given, given.On("B")), given.Room.Rubric.Criteria.Length));
        return (wait.Kind, wait.N);
    }

    private static IEnumerable<WaitKind> OfOffice(Given given, string me) =>
        Wait.OfOffice(ConsoleContext.Sight(given, me == Given.Office.Id ? Given.Office : Given.Office2), me).Select(w => w.Kind);
}
