using Microsoft.Data.Sqlite;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Storage;

public class LedgerSchemaTests
{
    private const string Columns = "stream, version, time, actor, kind, number, command_id, fingerprint, salt, body, body_hash, prev, hash";

    private static string Values(string command) => $"0, 'x', 'marked', 1, {command}, '', x'00', x'00', '', '', ''";

    [Theory]
    [InlineData("UPDATE entries SET actor = 'somebody' WHERE version = 1")]
    [InlineData("UPDATE OR REPLACE entries SET version = 2 WHERE version = 1")]
    [InlineData("UPDATE OR IGNORE entries SET body = x'00'")]
    [InlineData("DELETE FROM entries WHERE version = 2")]
    [InlineData("DELETE FROM entries")]
    public async Task An_entry_is_neither_changed_nor_removed(string sql)
    {
        using var ledger = new TemporaryLedger();
        await Store(ledger);

        AssertRefused(ledger, sql);
    }

    [Theory]
    [InlineData("INSERT", "'room/a', 2", "'new'")]
    [InlineData("INSERT OR REPLACE", "'room/a', 2", "'new'")]
    [InlineData("INSERT OR REPLACE", "'room/a', 1", "'new'")]
    [InlineData("REPLACE", "'room/a', 3", "'command-2'")]
    [InlineData("INSERT OR REPLACE", "'room/b', 1", "'command-1'")]
    [InlineData("INSERT", "'room/a', 4", "'new'")]
    [InlineData("INSERT", "'room/a', 0", "'new'")]
    public async Task An_entry_is_put_only_at_the_end_of_its_stream_and_only_once(string verb, string place, string command)
    {
        using var ledger = new TemporaryLedger();
        await Store(ledger);

        AssertRefused(ledger, $"{verb} INTO entries ({Columns}) VALUES ({place}, {Values(command)})");
    }

    [Fact]
    public async Task An_entry_is_not_replaced_by_way_of_its_row_number()
    {
        using var ledger = new TemporaryLedger();
        await Store(ledger);

        AssertRefused(ledger, $"REPLACE INTO entries (seq, {Columns}) VALUES (1, 'room/b', 1, {Values("'new'")})");
    }

    [Theory]
    [InlineData("DROP TRIGGER entries_are_not_changed")]
    [InlineData("DROP TRIGGER entries_are_not_removed")]
    [InlineData("DROP TRIGGER entries_are_not_replaced")]
    [InlineData("ALTER TABLE entries ADD COLUMN note TEXT")]
    public void A_ledger_without_its_guards_is_not_opened(string sql)
    {
        using var ledger = new TemporaryLedger();
        ledger.Close();
        using (var tool = ledger.Tool()) Run(tool, sql);

        Assert.Throws<LedgerUnsoundException>(() => new LedgerPen(ledger.File));
    }

    [Fact]
    public void The_file_is_written_ahead_and_fully_synchronised()
    {
        using var ledger = new TemporaryLedger();
        using var connection = new SqliteConnection(ledger.File.ForWriting);
        connection.Open();

        LedgerSchema.Prepare(connection);

        Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Scalar(connection, "PRAGMA synchronous"));
    }

    [Fact]
    public async Task Making_the_table_and_its_guards_is_one_transaction_that_a_start_repeats_if_it_was_cut_off()
    {
        using var ledger = new TemporaryLedger();
        ledger.Close();
        File.Delete(ledger.File.Path);
        using (var tool = ledger.Tool())
        {
            // As a kill in the middle leaves it: begun, not committed.
            Run(tool, "PRAGMA journal_mode=WAL");
            Run(tool, "BEGIN IMMEDIATE");
            Run(tool, "CREATE TABLE entries (seq INTEGER PRIMARY KEY)");
        }

        ledger.Restart();

        await Store(ledger);
        Assert.Equal(2, ledger.Reader.Read("room/a").Count());
    }

    [Fact]
    public void The_reading_connection_cannot_write()
    {
        using var ledger = new TemporaryLedger();
        using var connection = new SqliteConnection(ledger.File.ForReading);
        connection.Open();

        var fault = Assert.Throws<SqliteException>(() => Run(connection, "CREATE TABLE other (x)"));

        Assert.Equal(8, fault.SqliteErrorCode);
    }

    private static async Task Store(TemporaryLedger ledger)
    {
        var first = Entries.Next(Domain.Ledger.Head.None, "room/a", "command-1");
        Assert.Equal(Stored.Yes, await ledger.Writer.Append(first));
        Assert.Equal(Stored.Yes, await ledger.Writer.Append(Entries.Next(Domain.Ledger.Head.Of(first), "room/a", "command-2")));
    }

    private static void AssertRefused(TemporaryLedger ledger, string sql)
    {
        var before = ledger.Reader.Read("room/a").Select(e => e.Header).ToArray();
        using var tool = ledger.Tool();
        var fault = Assert.Throws<SqliteException>(() => Run(tool, sql));
        Assert.Contains("never", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, ledger.Reader.Read("room/a").Select(e => e.Header));
        Assert.Equal(2L, Scalar(tool, "SELECT count(*) FROM entries"));
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql) => Scalar(connection, sql);
}
