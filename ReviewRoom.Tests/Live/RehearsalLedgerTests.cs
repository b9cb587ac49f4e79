using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Live;

public sealed class RehearsalLedgerTests
{
    private const string Id = "rehearsal-1";

    [Fact]
    public async Task A_rehearsal_writes_to_a_file_of_its_own_and_the_record_gets_nothing_of_it()
    {
        using var house = new House();
        var before = house.Ledger.Reader.Streams("").Count;

        await ARehearsal(house);

        Assert.Equal(before, house.Ledger.Reader.Streams("").Count);
        Assert.True(house.Ledger.Ledgers.Find(Id)?.Reader.HeadOf($"room/{Id}").Version > 1);
        Assert.True(File.Exists(FileOf(house)));
    }

    [Fact]
    public async Task A_wiped_rehearsal_is_gone_from_disk_and_whoever_looked_at_it_sees_its_end()
    {
        using var house = new House();
        await ARehearsal(house);
        await using var page = house.Rooms.Watch("office", Id, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await page.MoveNextAsync());

        Assert.True(await house.Rooms.Wipe(Id));

        var end = page.MoveNextAsync();
        house.Clock.Advance(LiveRooms.Pace);
        Assert.False(await end);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(house.Ledger.Folder, "rehearsals")));
        Assert.Null(house.Rooms.View("office", Id));
        Assert.Equal(RefusalCode.NotFound, (await house.Rooms.Ask("office", Id, House.Id(), new Reveal("d1"))).Refusal?.Code);
    }

    [Fact]
    public async Task A_wiped_rehearsal_begins_anew_under_the_same_id()
    {
        using var house = new House();
        await ARehearsal(house);
        await house.Rooms.Wipe(Id);

        await ARehearsal(house);

        Assert.Equal(Phase.Independent, house.Rooms.View("office", Id)?.Dossiers[0].Phase);
        Assert.Equal(7, house.Ledger.Ledgers.Find(Id)?.Reader.HeadOf($"room/{Id}").Version);
    }

    [Fact]
    public async Task A_rehearsal_is_there_again_after_a_restart()
    {
        using var house = new House();
        await ARehearsal(house);

        house.Restart();

        Assert.True(house.Rooms.View("office", Id)?.Rehearsal);
        Assert.Equal(Phase.Independent, house.Rooms.View("office", Id)?.Dossiers[0].Phase);
    }

    [Fact]
    public async Task A_room_on_record_cannot_be_wiped()
    {
        using var house = new House();
        await house.ARoom();

        Assert.False(await house.Rooms.Wipe("panel"));

        Assert.NotNull(house.Rooms.View("office", "panel"));
    }

    [Fact]
    public async Task What_was_smuggled_into_the_wrong_file_is_no_room()
    {
        using var house = new House();
        await house.ARoom();
        await ARehearsal(house);
        Assert.Equal(Stored.Yes, await house.Ledger.Writer.Append(Entries.Next(Head.None, "room/rehearsal-9")));
        Assert.Equal(Stored.Yes, await (house.Ledger.Ledgers.Find(Id)?.Writer ?? throw new InvalidOperationException()).Append(Entries.Next(Head.None, "room/panel-x")));

        house.Restart();

        Assert.Equal(["panel", Id], house.Rooms.Rooms.Select(r => r.Id));
    }

    [Fact]
    public async Task A_rehearsal_is_never_exported_and_the_room_beside_it_is()
    {
        using var house = new House();
        var room = await house.ARoom();
        await ARehearsal(house);

        Assert.Null(house.Ledger.Exporter.Room(house.Rooms.Rooms.Single(r => r.Id == Id), new Viewer.Supervisor("supervisor")));
        Assert.NotNull(house.Ledger.Exporter.Room(room.State, new Viewer.Supervisor("supervisor")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whom_the_room_shuts_out_of_a_dossier_its_rehearsal_shows_nothing_of_it_without_an_act_of_its_own(bool isExpert)
    {
        using var house = new House();
        await house.ARoom();
        await ARehearsal(house);
        var (person, seat) = isExpert ? ("expert-b", "B") : ("office2", null);
        Assert.NotNull(house.Rooms.View(person, Id)?.Dossiers[0].Title);
        await using var page = house.Rooms.Watch(person, Id, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await page.MoveNextAsync());

        await house.Do("office", "panel", new RaiseConflict("d1", seat, "RELATIVE", "married", seat is null ? person : null));
        var next = page.MoveNextAsync();
        house.Clock.Advance(LiveRooms.Pace);

        Assert.True(await next);
        var dossier = Assert.Single(page.Current.Dossiers);
        Assert.Equal(new DossierView("d1") { Suspended = true }, dossier);
        Assert.DoesNotContain("Dossier 1", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(page.Current)), StringComparison.Ordinal);
        Assert.NotNull(house.Rooms.View("expert-c", Id)?.Dossiers[0].Title);
        Assert.Null((await house.Rooms.Ask(person, Id, House.Id(), new Reveal("d1"))).View?.Dossiers[0].Title);
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_is_left_out_and_the_rooms_meet()
    {
        using var house = new House();
        await house.ARoom();
        await ARehearsal(house);
        await File.WriteAllTextAsync(Path.Combine(house.Ledger.Folder, "rehearsals", "rehearsal-2.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        house.Restart();

        Assert.Equal(["panel", Id], house.Rooms.Rooms.Select(r => r.Id));
        Assert.False(house.Rooms.IsFree("rehearsal-2"));
        Assert.True(house.Rooms.IsFree("rehearsal-3"));
    }

    private static async Task ARehearsal(House house)
    {
        var plan = House.Plan(Id, 5, 1) with { Session = Id, Rehearsal = new RehearsalPlan("panel", 7, "en", []) };
        Assert.Null((await house.Rooms.Create(House.Office, House.Id(), Id, plan)).Refusal);
        await house.Do("office", Id, new Open("d1"));
        foreach (var seat in "ABCDE") await house.Do(House.Expert(seat).Id, Id, new Declare("d1", Conflict: false));
    }

    private static string FileOf(House house) => Path.Combine(house.Ledger.Folder, "rehearsals", $"{Id}.db");
}
