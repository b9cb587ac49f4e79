using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// What the ledger keeps and what a program sends, as canonical JSON.
public sealed class WritingTests
{
    public static TheoryData<RoomEvent> EventsWithGaps =>
    [
        new Declared("d1", "A", false, null, null, null),
        new MarkGiven("d1", "A", "1", null),
        new CommentWritten("d1", "A", "1", CommentKind.Strength, "text", null),
        new RemarkWritten("d1", "A", "1", "r1", "text", null, null),
        new Revised("d1", "A", "1", null, new(50), "reason", null),
        new ItemClosed("d1", "A", "1", Closing.Agreed, null, null),
        new Revealed("d1", null, [], ["P"]),
        new SheetSigned("d1", "A", null),
        new DeadlineSet("d1", null),
        new FocusSet(null),
        new FrozenBy(null, "reason"),
        new Thawed(null),
        new SeatAbsent("A", null, "reason"),
        new SeatPresent("A", null),
        new DeputyAppointed(null),
        new ConflictRaised("d1", "c1", null, "office2", "RELATIVE", "note", ConflictSource.Office, ConflictStrength.Direct, true),
    ];

    [Theory]
    [MemberData(nameof(EventsWithGaps))]
    public void An_event_is_read_back_as_it_was_written_where_something_is_absent(RoomEvent happened)
    {
        var written = Canonical.Bytes(happened);

        Assert.DoesNotContain("null", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
        Assert.Equal(written, Canonical.Bytes(Canonical.Read<RoomEvent>(written)));
    }

    [Fact]
    public void A_room_folded_again_from_its_entries_is_the_same_room()
    {
        var given = Given.ARoom(settings: Given.Free with { MarkNames = MarkNames.Letters }, rubric: Given.Shipped("individual"));
        given.Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 75).Submitted("C", "d1", 40);
        given.Do("D", new Declare("d1", true, "RELATIVE", "cousin"));
        given.Do(Given.Office, new MarkAbsent("E", "ill"));
        given.Do(Given.Office, new Reveal("d1", "time"));

        var again = given.Entries.Aggregate(Room.Named("room-1"), (room, entry) => room.Apply(entry.Event, entry.Stamp));

        foreach (var person in new[] { Given.Office, Given.Supervisor, given.On("A"), given.On("D") })
            Assert.Equal(Canonical.Bytes(given.Sight(person)), Canonical.Bytes(again.For(again.ViewerOf(person))));
    }

    [Theory]
    [InlineData("""{"act":"mark","dossier":"d1","criterion":"1","rate":60}""", 60)]
    [InlineData("""{"dossier":"d1","criterion":"1","rate":null,"act":"mark"}""", null)]
    public void A_mark_is_sent_with_its_rate_or_an_express_null(string json, int? rate) =>
        Assert.Equal(new GiveMark("d1", "1", rate), Canonical.Read<RoomAct>(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"act":"mark","dossier":"d1","criterion":"1"}""")]
    [InlineData("""{"act":"mark","dossier":"d1","rate":60}""")]
    [InlineData("""{"act":"mark","dossier":null,"criterion":"1","rate":60}""")]
    [InlineData("""{"act":"mark","dossier":"d1","criterion":"1","rate":"60"}""")]
    [InlineData("""{"act":"mark","dossier":"d1","criterion":"1","rate":60.5}""")]
    [InlineData("""{"act":"sing","dossier":"d1"}""")]
    [InlineData("""{"dossier":"d1"}""")]
    [InlineData("""{"act":"freeze"}""")]
    [InlineData("""{"act":"closeItem","dossier":"d1","criterion":"1","how":"vote"}""")]
    [InlineData("""{"act":"closeItem","dossier":"d1","criterion":"1","how":1}""")]
    [InlineData("""[]""")]
    public void What_is_no_act_is_not_read(string json) =>
        Assert.ThrowsAny<JsonException>(() => Canonical.Read<RoomAct>(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_act_may_leave_out_what_it_does_not_say() =>
        Assert.Equal(new Reveal("d1"), Canonical.Read<RoomAct>("""{"act":"reveal","dossier":"d1"}"""u8));
}
