using Microsoft.Data.Sqlite;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Live;

/// <summary>Rooms that are longer than a bookmark is apart, closed and opened again.</summary>
public class BookmarkTests
{
    private const string Stream = "room/panel";
    private static readonly string[] People = ["office", "supervisor", "expert-a", "expert-b", "expert-e"];
    private static readonly string Criterion = House.Rubric().Criteria[0].Code;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_long_room_opens_from_its_bookmark_and_the_entries_after_it_as_it_was()
    {
        using var house = await ALongRoom();
        await house.Do("expert-c", "panel", new GiveMark("d1", Criterion, 85));
        var before = People.Select(person => Canonical.Bytes(house.Rooms.View(person, "panel"))).ToArray();

        house.Restart();

        Assert.Equal(before, People.Select(person => Canonical.Bytes(house.Rooms.View(person, "panel"))));
        Assert.Equal(house.Ledger.Reader.HeadOf(Stream).Version, house.Rooms.Find("panel")?.State.Version);
        Assert.InRange(house.Ledger.Bookmarks.Find<Room>(Stream)?.Head.Version ?? 0, Bookmarks.Every, long.MaxValue);
    }

    [Fact]
    public async Task What_is_asked_after_such_a_start_follows_the_chain_and_keeps_its_number()
    {
        using var house = await ALongRoom();
        var first = await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 70), Token);
        house.Restart();

        var again = await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 70), Token);
        var next = await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 75));
        await house.Rooms.Prove(Token);

        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(first.Receipt?.Number + 1, next.Number);
        Assert.True(Verification.Of(house.Ledger.Exporter.Lines(Stream, long.MaxValue, _ => true).Select(line => (ReadOnlyMemory<byte>)line.AsMemory(0, line.Length - 1))).IsWhole);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("half")]
    [InlineData("one bit")]
    [InlineData("another place")]
    public async Task A_bookmark_that_is_not_whole_or_not_of_this_ledger_is_as_good_as_none(string damage)
    {
        using var house = await ALongRoom();
        var before = Canonical.Bytes(house.Rooms.View("office", "panel"));
        var bookmark = house.Ledger.Bookmarks.Find<Room>(Stream) ?? throw new InvalidOperationException("none");
        var file = Directory.GetFiles(house.Ledger.Folder, "*.json", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[^20] ^= 1;
        if (damage == "another place") house.Ledger.Bookmarks.Put(Stream, bookmark.Head with { Hash = Chain.Genesis }, bookmark.State);
        else if (damage == "nothing") File.Delete(file);
        else await File.WriteAllBytesAsync(file, damage == "half" ? bytes[..(bytes.Length / 2)] : bytes, Token);

        var found = house.Ledger.Bookmarks.Find<Room>(Stream);
        house.Restart();

        Assert.Null(found);
        Assert.Equal(before, Canonical.Bytes(house.Rooms.View("office", "panel")));
    }

    [Fact]
    public async Task A_bookmark_that_tells_another_story_than_the_ledger_does_not_outlive_the_proof()
    {
        using var house = await ALongRoom();
        var truth = Canonical.Bytes(house.Rooms.View("expert-b", "panel"));
        var bookmark = house.Ledger.Bookmarks.Find<Room>(Stream) ?? throw new InvalidOperationException("none");
        var invented = bookmark.State.Apply(new MarkGiven("d1", "B", Criterion, new Domain.Rubrics.Rate(100)), new Stamp(bookmark.Head.Version, bookmark.Head.Time, "expert-b"));
        house.Ledger.Bookmarks.Put(Stream, bookmark.Head, invented);
        house.Restart();
        Assert.NotEqual(truth, Canonical.Bytes(house.Rooms.View("expert-b", "panel")));

        await house.Rooms.Prove(Token);

        Assert.Equal(truth, Canonical.Bytes(house.Rooms.View("expert-b", "panel")));
    }

    [Fact]
    public async Task A_chain_that_is_broken_before_the_bookmark_closes_its_room_and_no_other()
    {
        using var house = await ALongRoom();
        await house.ARoom("other");
        house.Ledger.Close();
        Change(house.Ledger.Tool(), version: 12);
        house.Restart();
        Assert.NotNull(house.Rooms.Find("panel"));
        await using var watch = house.Rooms.Watch("office", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();

        await house.Rooms.Prove(Token);

        Assert.False(await watch.MoveNextAsync());
        Assert.Null(house.Rooms.Find("panel"));
        Assert.NotNull(house.Rooms.View("office", "other"));
        Assert.Equal(RefusalCode.NotFound, (await house.Rooms.Ask("expert-b", "panel", House.Id(), new GiveMark("d1", Criterion, 70), Token)).Refusal?.Code);
    }

    [Fact]
    public async Task A_chain_that_is_broken_after_the_bookmark_leaves_its_room_out_at_the_start()
    {
        using var house = await ALongRoom();
        await house.Do("expert-c", "panel", new GiveMark("d1", Criterion, 85));
        var last = house.Ledger.Reader.HeadOf(Stream).Version;
        house.Ledger.Close();
        Change(house.Ledger.Tool(), last);

        house.Restart();

        Assert.Null(house.Rooms.Find("panel"));
    }

    /// <summary>With real time: a proof rests while the clock goes on.</summary>
    private static async Task<House> ALongRoom()
    {
        var house = new House(TimeProvider.System);
        await house.ARoom();
        await Task.WhenAll(Enumerable.Range(0, Bookmarks.Every + 20).Select(i => house.Do(House.Expert("ABCDE"[i % 5]).Id, "panel", new GiveMark("d1", Criterion, i % 21 * 5))));
        while (house.Ledger.Bookmarks.Find<Room>(Stream) is null) await Task.Yield();
        return house;
    }

    /// <summary>As somebody would who can write the file and knows of its guards.</summary>
    private static void Change(SqliteConnection tool, long version)
    {
        using var connection = tool;
        using var command = tool.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name = 'entries_are_not_changed'";
        var guard = (string?)command.ExecuteScalar();
        command.CommandText = "DROP TRIGGER entries_are_not_changed";
        command.ExecuteNonQuery();
        command.CommandText = "UPDATE entries SET actor = 'somebody' WHERE stream = 'room/panel' AND version = $version";
        command.Parameters.AddWithValue("$version", version);
        command.ExecuteNonQuery();
#pragma warning disable CA2100 // The ledger's own words.
        command.CommandText = guard;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
