using System.Net;
using Microsoft.Data.Sqlite;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Awards;

/// <summary>Somebody has changed an entry of the register of awards behind the program's back.</summary>
public sealed class BrokenRegisterTests
{
    [Fact]
    public async Task Rooms_meet_without_a_register_whose_chain_is_broken_and_nobody_is_told_that_an_award_does_not_exist()
    {
        await using var before = await AppUnderTest.Demo();
        var code = before.Get<LiveAwards>().Public()[0].Code;
        var folder = await before.StopAndKeepData();
        SqliteConnection.ClearAllPools();
        Change(Path.Combine(folder, "ledger.db"));

        await using var after = await AppUnderTest.Empty(demo: true, dataFolder: folder);

        using var office = await after.Api("office");
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/api/rooms/panel-a")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/api/awards")).StatusCode);
        using var visitor = after.Visitor();
        foreach (var path in (string[])[$"/verify/{code}", $"/api/awards/public/{code}", "/awards/public", "/api/awards/public"])
            Assert.Equal((path, HttpStatusCode.InternalServerError), (path, (await visitor.GetAsync(path)).StatusCode));
    }

    private static void Change(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name = 'entries_are_not_changed'";
        var guard = (string?)command.ExecuteScalar();
        command.CommandText = "DROP TRIGGER entries_are_not_changed; UPDATE entries SET actor = 'somebody' WHERE stream = 'awards/register' AND version = 3";
        Assert.Equal(1, command.ExecuteNonQuery());
#pragma warning disable CA2100 // The ledger's own words.
        command.CommandText = guard;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
