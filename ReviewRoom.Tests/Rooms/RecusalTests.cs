using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// Recusal at any second: what is gone, what is kept, what is counted again.
public sealed class RecusalTests
{
    private static readonly RaiseConflict AgainstB = new("d1", "B", "RELATIVE", "seen at the wedding");

    [Fact]
    public void A_conflict_an_expert_declares_himself_recuses_him_at_once()
    {
        var given = Given.ARoom(seats: 6, settings: Given.Free with { Minimum = 5 }).Opened().Submitted("B", "d1", 60);

        given.Do("B", new Declare("d1", true, "RELATIVE", "cousin"));

        Assert.Equal(new DossierView("d1") { Recused = true }, given.Sight(given.On("B"), "d1"));
        Assert.Equal(new ProgressView(0, 5, 1, 0, 0, 5), given.Sight(Given.Office, "d1").Progress);
        Assert.Equal(SeatState.Recused, given.Sight(given.On("A"), "d1").Seats?.Single(s => s.Seat == "B").State);
        Assert.Equal(60, given.Sheet("B").Marks[0]?.Percent);
        Assert.Equal(Domain.Rooms.Access.Recused, given.Dossier().AccessOf("expert-b"));
        Assert.All(
            new RoomAct[] { new GiveMark("d1", "1", 70), new Submit("d1"), new TakeBack("d1"), new Declare("d1", false), new WriteRemark("d1", "1", "x"), new Sign("d1", NoConflict: true) },
            act => Assert.Equal(RefusalCode.Recused, given.Refused("B", act).Code));
    }

    [Fact]
    public void The_panel_may_fall_below_its_minimum_and_the_result_is_then_not_valid()
    {
        var given = Given.ARoom(seats: 5, settings: Given.Free with { Minimum = 5 }).Opened();
        foreach (var seat in "ABCDE") given.Submitted(seat.ToString(), "d1", 60);
        Assert.True(given.Tally().Valid);

        given.Do("E", new Declare("d1", true, "RELATIVE"));
        given.Do(Given.Office, new Reveal("d1"));

        Assert.Equal((true, false, 4), (given.Tally().Complete, given.Tally().Valid, given.Tally().Counted.Length));
        Assert.False(given.Sight(Given.Office, "d1").Aggregate?.Valid);
    }

    [Fact]
    public void A_voided_sheet_is_kept_but_counts_and_shows_nowhere()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 100).Submitted("C", "d1", 65);
        given.Do(Given.Office, new Reveal("d1"));
        given.Do("B", new WriteRemark("d1", "1", "I stand by it"));
        given.Do("B", new RecordMinority("d1", "1", "mine"));
        var id = Raised(given, Given.Supervisor, AgainstB);
        given.Do(Given.Office, new ConfirmConflict(id));
        given.Do(Given.Office2, new ConfirmConflict(id));

        var item = given.Sight(Given.Office, "d1").Items?[0] ?? throw new InvalidOperationException();
        Assert.Equal(["A", "C"], item.Marks.Select(m => m.Seat));
        Assert.Equal((0, 0, "62.50"), (item.Thread.Length, item.Minority.Length, item.Mean));
        Assert.Equal(100, given.Sheet("B").Marks[0]?.Percent);
        Assert.Single(given.Dossier().TalkOn("1").Thread);
    }

    [Theory]
    [InlineData("waiting")]
    [InlineData("independent")]
    [InlineData("deliberation")]
    [InlineData("closed")]
    public void A_recusal_can_strike_in_any_phase_until_the_signatures_are_complete(string phase)
    {
        var given = phase switch
        {
            "waiting" => Given.ARoom(),
            "independent" => Given.ARoom().Opened(),
            "deliberation" => Given.ARoom().Revealed(),
            _ => Given.ARoom().Closed(),
        };
        var id = Raised(given, Given.Supervisor, AgainstB);
        Assert.True(given.Sight(given.On("B"), "d1").Suspended);

        given.Do(Given.Office, new ConfirmConflict(id));
        given.TryDo(Given.Office2, new ConfirmConflict(id));

        Assert.Equal(new DossierView("d1") { Recused = true }, given.Sight(given.On("B"), "d1"));
    }

    [Fact]
    public void A_conflict_found_after_the_meeting_suspends_and_two_decide()
    {
        var given = Given.ARoom(seats: 3).Closed();

        given.Do("B", new Declare("d1", true, "RELATIVE", "I learned it today"));
        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        given.Do("A", new Sign("d1", NoConflict: true));
        given.Do("C", new Sign("d1", NoConflict: true));
        Assert.Equal(Phase.Closed, given.Dossier().Phase);
        var id = given.Dossier().Conflicts.Single().Id;
        given.Do(Given.Office, new ConfirmConflict(id));
        given.Do(Given.Office2, new ConfirmConflict(id));

        Assert.Equal(Phase.Signed, given.Dossier().Phase);
    }

    [Fact]
    public void Colleagues_learn_only_that_one_is_recused()
    {
        var given = Given.ARoom().Opened();
        given.Do("B", new Declare("d1", true, "DISPUTE_3Y", "a lawsuit"));

        var colleague = Canonical.Bytes(given.Sight(given.On("A")));

        Assert.DoesNotContain("DISPUTE_3Y", System.Text.Encoding.UTF8.GetString(colleague), StringComparison.Ordinal);
        Assert.DoesNotContain("lawsuit", System.Text.Encoding.UTF8.GetString(colleague), StringComparison.Ordinal);
        Assert.Equal(1, given.Sight(given.On("A"), "d1").Progress?.Recused);
    }

    [Fact]
    public void The_signature_and_the_dissent_of_a_voided_seat_are_shown_to_nobody()
    {
        var given = Given.ARoom(seats: 3).Closed();
        given.Do("B", new Sign("d1", "I disagree", NoConflict: true));
        Assert.Equal("I disagree", given.Sight(given.On("A"), "d1").Signatures?.Single().Dissent);

        Raised(given, Given.Supervisor, AgainstB);

        Assert.Empty(given.Sight(given.On("A"), "d1").Signatures ?? [new SignatureView("B", default, null)]);
        Assert.Empty(given.Sight(Given.Office, "d1").Signatures ?? [new SignatureView("B", default, null)]);
    }

    [Fact]
    public void A_supervisor_out_of_a_dossier_is_told_nothing_more_of_it()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Opened();
        var inspector = Given.Supervisor with { Id = "supervisor2" };
        given.Do("B", new Declare("d2", true, "RELATIVE"));
        Raised(given, Given.Office, AgainstB with { Seat = null, Person = inspector.Id });

        given.Do("C", new Declare("d1", true, "RELATIVE"));

        Assert.Equal(new DossierView("d1") { Suspended = true }, given.Sight(inspector, "d1"));
        Assert.All(given.Sight(inspector)?.Told ?? [], t => Assert.Equal("d2", t.Dossier));
        Assert.Contains(given.Sight(Given.Supervisor)?.Told ?? [], t => t.Dossier == "d1" && t.Seat == "C");
    }

    private static string Raised(Given given, Person by, RaiseConflict act) => ((ConflictRaised)given.Do(by, act)).Id;
}
