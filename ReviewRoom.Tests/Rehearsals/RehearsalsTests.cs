using Microsoft.Data.Sqlite;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Markdown;
using ReviewRoom.Rehearsals;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Rehearsals;

public sealed class RehearsalsTests
{
    [Fact]
    public async Task A_rehearsal_has_the_seats_the_agenda_and_the_settings_of_its_room_and_leaves_the_room_as_it_was()
    {
        await using var scene = new RehearsalScene();
        var room = await scene.House.ARoom(dossiers: 3);
        var before = room.State.Version;

        var rehearsal = scene.House.Rooms.Find(await scene.Begun(RehearsalSettings.Resting))?.State ?? throw new InvalidOperationException();

        Assert.Equal(room.State.Seats.Select(s => (s.Letter, s.PersonId, s.Leader)), rehearsal.Seats.Select(s => (s.Letter, s.PersonId, s.Leader)));
        Assert.Equal(room.State.Dossiers.Select(d => d.Id), rehearsal.Dossiers.Select(d => d.Id));
        Assert.Equal((room.State.Settings, before), (rehearsal.Settings, room.State.Version));
        Assert.NotEqual(room.State.Session, rehearsal.Session);
        Assert.All(rehearsal.Dossiers, d => Assert.Equal(Phase.Waiting, d.Phase));
    }

    [Fact]
    public async Task Pressing_twice_gives_one_rehearsal()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();

        var both = await Task.WhenAll(scene.Begun(RehearsalSettings.Resting), scene.Begun(RehearsalSettings.Resting));

        Assert.Equal(both[0], both[1]);
        Assert.Single(scene.House.Rooms.Rooms, r => r.Rehearsal is not null);
    }

    [Theory]
    [InlineData("expert-a")]
    [InlineData("supervisor")]
    [InlineData("nobody")]
    public async Task Only_the_office_begins_sets_and_wipes(string person)
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();

        Assert.Equal(RefusalCode.NotFound, (await scene.Rehearsals.Begin(person, "panel", RehearsalSettings.Resting)).Refusal?.Code);
        var id = await scene.Begun(RehearsalSettings.Resting);

        Assert.False(scene.Rehearsals.Set(person, id, new RehearsalSettings(Tempo.Fast, Chairs: true)));
        Assert.False(await scene.Rehearsals.Wipe(person, id));
        Assert.Equal(RehearsalSettings.Resting, scene.Rehearsals.SettingsOf(id));
    }

    [Fact]
    public async Task A_wiped_rehearsal_leaves_nothing_and_the_room_stands()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();
        var id = await scene.Begun(new RehearsalSettings(Tempo.Fastest, Chairs: true));
        scene.Look(id);
        await scene.When(id, r => r.Version > 20);

        Assert.True(await scene.Rehearsals.Wipe("office", id));
        Assert.False(await scene.Rehearsals.Wipe("office", "panel"));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(scene.House.Ledger.Folder, "rehearsals")));
        Assert.Null(scene.Rehearsals.SettingsOf(id));
        Assert.NotNull(scene.House.Rooms.Find("panel"));
    }

    [Fact]
    public async Task Who_is_shut_out_of_a_dossier_while_it_is_rehearsed_is_shut_out_of_the_rehearsal_at_once()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(dossiers: 2, declared: false);
        await scene.House.Do("expert-c", "panel", new Declare("d1", Conflict: true, "RELATIVE"));
        var id = await scene.Begun(RehearsalSettings.Resting);
        Assert.True(scene.House.Rooms.View("expert-c", id)?.Dossiers[0].Recused);

        await scene.House.Do("expert-b", "panel", new Declare("d2", Conflict: true, "RELATIVE"));
        await scene.When(id, r => r.Dossiers[1].AccessOf("expert-b") != Access.Full);

        Assert.Null(scene.House.Rooms.View("expert-b", id)?.Dossiers[1].Title);
        Assert.NotNull(scene.House.Rooms.View("expert-b", id)?.Dossiers[0].Title);
    }

    [Fact]
    public async Task A_declaration_that_was_played_opens_no_text_to_the_expert_himself()
    {
        await using var scene = new RehearsalScene();
        var hash = await scene.Texts.Store("# 1 A heading\n\nWords of the dossier.");
        var plan = House.Plan("panel", 5, 1);
        await scene.House.Rooms.Create(House.Office, House.Id(), "panel", plan with { Dossiers = [plan.Dossiers[0] with { Text = hash }] });
        var id = await scene.Begun(RehearsalSettings.Resting);
        await scene.House.Do("expert-b", id, new Declare("d1", Conflict: false));
        var reader = new DossierReader(scene.House.Rooms, scene.House.People, scene.Texts);
        Assert.True(scene.House.Rooms.View("expert-b", id)?.Dossiers[0].Readable);

        var before = reader.For("expert-b", id, "d1");
        await scene.House.Do("expert-b", "panel", new Declare("d1", Conflict: false));

        Assert.Null(before);
        Assert.NotNull(reader.For("expert-b", id, "d1"));
    }

    [Fact]
    public async Task Who_is_shut_out_after_the_last_signature_of_the_rehearsal_sees_nothing_of_the_dossier_there()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(new RehearsalSettings(Tempo.Fastest, Chairs: true));
        scene.Look(id);
        await scene.When(id, r => r.Dossiers[0].Phase == Phase.Signed);
        Assert.NotNull(scene.House.Rooms.View("expert-b", id)?.Dossiers[0].Title);

        await scene.House.Do("expert-b", "panel", new Declare("d1", Conflict: true, "RELATIVE"));

        Assert.Equal(Access.Full, scene.House.Rooms.Find(id)?.State.Dossiers[0].AccessOf("expert-b"));
        Assert.Equal(new DossierView("d1") { Recused = true }, scene.House.Rooms.View("expert-b", id)?.Dossiers[0]);
    }

    [Fact]
    public async Task A_rehearsal_without_a_place_on_the_disk_is_refused_and_begins_once_there_is_one()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();
        var place = Path.Combine(scene.House.Ledger.Folder, "rehearsals");
        await File.WriteAllTextAsync(place, "", TestContext.Current.CancellationToken);

        var refused = await scene.Rehearsals.Begin("office", "panel", RehearsalSettings.Resting);
        File.Delete(place);

        Assert.Equal((null, RefusalCode.NotStored), (refused.Id, refused.Refusal?.Code));
        Assert.NotNull((await scene.Rehearsals.Begin("office", "panel", RehearsalSettings.Resting)).Id);
    }

    [Fact]
    public async Task A_rehearsal_does_not_begin_in_the_place_of_a_broken_file()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();
        var place = Path.Combine(scene.House.Ledger.Folder, "rehearsals");
        Directory.CreateDirectory(place);
        await File.WriteAllTextAsync(Path.Combine(place, "rehearsal-1.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal("rehearsal-2", (await scene.Rehearsals.Begin("office", "panel", RehearsalSettings.Resting)).Id);
    }

    [Fact]
    public async Task A_rehearsal_whose_file_cannot_be_removed_is_kept_goes_on_and_is_wiped_later()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();
        var id = await scene.Begun(RehearsalSettings.Resting);
        var inTheWay = Path.Combine(scene.House.Ledger.Folder, "rehearsals", $"{id}.db-wipe");
        Directory.CreateDirectory(inTheWay);

        Assert.False(await scene.Rehearsals.Wipe("office", id));
        Assert.NotNull(scene.Rehearsals.SettingsOf(id));
        await scene.House.Do("office", id, new Open("d1"));
        Directory.Delete(inTheWay);

        Assert.True(await scene.Rehearsals.Wipe("office", id));
    }

    [Fact]
    public async Task A_rehearsal_that_cannot_be_written_raises_the_alarm_of_the_house_until_it_can()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom();
        var id = await scene.Begun(RehearsalSettings.Resting);
        var file = Path.Combine(scene.House.Ledger.Folder, "rehearsals", $"{id}.db");
        await using var health = scene.House.Ledger.Ledgers.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await health.MoveNextAsync());
        Assert.Null(health.Current.Trouble);

        using (var tool = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            tool.Open();
            using var hold = tool.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();
            Assert.Equal(RefusalCode.NotStored, (await scene.House.Rooms.Ask("office", id, House.Id(), new Open("d1"), TestContext.Current.CancellationToken)).Refusal?.Code);
            Assert.True(await health.MoveNextAsync());
            Assert.Equal(TroubleKind.Held, health.Current.Trouble?.Kind);
            Assert.Null(scene.House.Ledger.Writer.Trouble);
        }

        Assert.True(await health.MoveNextAsync());
        Assert.Null(health.Current.Trouble);
    }
}
