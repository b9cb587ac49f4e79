using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

public sealed class RehearsalRoomTests
{
    [Fact]
    public void A_rehearsal_is_shown_as_one_to_everybody_and_a_room_on_record_never_is()
    {
        var rehearsal = ARehearsal();
        var room = Given.ARoom();

        foreach (var person in (Person[])[Given.Office, Given.Supervisor, Given.PersonOf("A")])
        {
            Assert.True(rehearsal.Sight(person)?.Rehearsal);
            Assert.Null(room.Sight(person)?.Rehearsal);
            Assert.DoesNotContain("\"rehearsal\"", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(room.Sight(person))), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("rehearsal-1", "rehearsal-1", false)]
    [InlineData("rehearsal-1", "session-6", true)]
    [InlineData("panel-a", "session-6", true)]
    [InlineData("panel-a", "rehearsal-1", false)]
    public void Neither_passes_a_rehearsal_for_a_room_nor_a_room_for_a_rehearsal_and_their_sessions_never_meet(string id, string session, bool asRehearsal)
    {
        var plan = APlan() with { Session = session, Rehearsal = asRehearsal ? Plan : null };

        var outcome = Room.Named(id).Decide(plan, new Asking(Given.Office, Given.Start, new byte[32]));

        Assert.Equal("rehearsal", outcome.Refusal?.Field);
    }

    [Fact]
    public void An_entry_that_calls_a_room_what_its_place_is_not_cannot_be_folded()
    {
        var made = (RoomCreated)ARehearsal().Entries[0].Event;

        Assert.Throws<InvalidOperationException>(() => Room.Named("panel-a").Apply(made, new Stamp(1, Given.Start, "office")));
        Assert.Throws<InvalidOperationException>(() => Room.Named("rehearsal-1").Apply(made with { Rehearsal = null }, new Stamp(1, Given.Start, "office")));
    }

    [Fact]
    public void Who_is_shut_out_of_a_dossier_is_shut_out_of_it_in_the_rehearsal_from_its_first_entry_on()
    {
        var given = ARehearsal(new Bar("d1", "expert-b", "RELATIVE", Recused: true), new Bar("d1", "office2", "RELATIVE", Recused: true), new Bar("d2", "expert-c", "RELATIVE", Recused: false));

        Assert.True(given.Sight(Given.PersonOf("B"), "d1").Recused);
        Assert.Null(given.Sight(Given.PersonOf("B"), "d1").Title);
        Assert.True(given.Sight(Given.Office2, "d1").Recused);
        Assert.True(given.Sight(Given.PersonOf("C"), "d2").Suspended);
        Assert.Equal("Dossier 2", given.Sight(Given.PersonOf("B"), "d2").Title);
        Assert.Equal(RefusalCode.Recused, given.Refused("B", new Declare("d1", Conflict: false)).Code);
    }

    [Fact]
    public void What_is_told_of_a_rehearsed_meeting_says_so()
    {
        var given = ARehearsal().Signed();
        var minutes = Minutes.Of("rehearsal-1", given.Entries.Select(e => new Recorded(e.Event, e.Stamp, "")));

        Assert.True(minutes.For(new Viewer.Office("office"))?.Rehearsal);
    }

    private static readonly RehearsalPlan Plan = new("room-1", 7, "en", []);

    private static CreateRoom APlan() => new(
        "Rehearsal", "rehearsal-1", "Sixth session", Given.ARubric(100, 200), Given.Free,
        [.. "ABC".Select(s => new SeatPlan($"{s}", Given.PersonOf($"{s}").Id, Given.PersonOf($"{s}").Name, s == 'A'))],
        [new DossierPlan("d1", "Dossier 1", ApplicantKind.Organisation), new DossierPlan("d2", "Dossier 2", ApplicantKind.Organisation)], Plan);

    private static Given ARehearsal(params Bar[] bars) => Given.ARoom("rehearsal-1", APlan() with { Rehearsal = Plan with { Bars = [.. bars] } });
}
