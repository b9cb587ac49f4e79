using Microsoft.Data.Sqlite;

namespace ReviewRoom.Tests.Storage;

public class SqliteVersionTests
{
    /// <summary>Older versions can lose committed pages when the write-ahead log is reset.</summary>
    [Fact]
    public void The_bundled_sqlite_carries_the_write_ahead_log_fix()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 51, 3), connection.ServerVersion);
    }
}
