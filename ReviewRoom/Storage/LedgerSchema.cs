using Microsoft.Data.Sqlite;

namespace ReviewRoom.Storage;

/// <summary>The ledger file is not what this program would have made.</summary>
public sealed class LedgerUnsoundException : Exception
{
    public LedgerUnsoundException() { }
    public LedgerUnsoundException(string message) : base(message) { }
    public LedgerUnsoundException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>
/// The one table of the ledger and what guards it. Made once, in one transaction, so that a kill at any moment leaves either nothing or all of it;
/// never altered afterwards, and looked over at every start.
/// </summary>
public static class LedgerSchema
{
    /// <summary>Older versions of SQLite can lose committed pages when the write-ahead log is reset.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    private const string Table =
        """
        CREATE TABLE entries (
          seq INTEGER PRIMARY KEY,
          stream TEXT NOT NULL,
          version INTEGER NOT NULL,
          time INTEGER NOT NULL,
          actor TEXT NOT NULL,
          kind TEXT NOT NULL,
          number INTEGER NOT NULL,
          command_id TEXT NOT NULL,
          fingerprint TEXT NOT NULL,
          salt BLOB NOT NULL,
          body BLOB NOT NULL,
          body_hash TEXT NOT NULL,
          prev TEXT NOT NULL,
          hash TEXT NOT NULL,
          CONSTRAINT one_version UNIQUE (stream, version),
          CONSTRAINT one_command UNIQUE (command_id)
        ) STRICT
        """;

    private const string NoUpdate =
        """
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never changed'); END
        """;

    private const string NoDelete =
        """
        CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never removed'); END
        """;

    // INSERT OR REPLACE removes rows without asking the delete trigger, and an insert into the middle or the past is no append either.
    private const string NoReplace =
        """
        CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
        WHEN NEW.version IS NOT 1 + (SELECT coalesce(max(version), 0) FROM entries WHERE stream = NEW.stream)
          OR EXISTS (SELECT 1 FROM entries WHERE command_id = NEW.command_id)
          OR EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'an entry of the ledger is never replaced'); END
        """;

    private static readonly (string Name, string Sql)[] Parts =
    [
        ("entries", Table), ("entries_are_not_changed", NoUpdate), ("entries_are_not_removed", NoDelete), ("entries_are_not_replaced", NoReplace),
    ];

    /// <summary>Makes the file's table if it has none, sets the connection up for durable writing, and asserts all that the ledger's promises rest on.</summary>
    /// <exception cref="LedgerUnsoundException">A part is missing or different, or SQLite is too old.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < OldestSqlite)
            throw new LedgerUnsoundException($"SQLite {connection.ServerVersion} is older than {OldestSqlite}.");
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        Run(connection, "PRAGMA fullfsync=1");
        if (Find(connection, "entries") is null) Make(connection);
        foreach (var (name, sql) in Parts)
            if (Find(connection, name) != sql) throw new LedgerUnsoundException($"In the ledger {connection.DataSource} the part {name} is missing or was changed.");
        Expect(connection, "PRAGMA journal_mode", "wal");
        Expect(connection, "PRAGMA synchronous", "2");
    }

    private static void Make(SqliteConnection connection)
    {
        Run(connection, "BEGIN IMMEDIATE");
        try
        {
            // Another program may have made it between the question and the lock.
            if (Find(connection, "entries") is null)
                foreach (var (_, sql) in Parts) Run(connection, sql);
            Run(connection, "COMMIT");
        }
        catch (SqliteException)
        {
            Run(connection, "ROLLBACK");
            throw;
        }
    }

    private static string? Find(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_schema WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    private static void Expect(SqliteConnection connection, string pragma, string value)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Two literals of this class.
        command.CommandText = pragma;
#pragma warning restore CA2100
        var found = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (found != value) throw new LedgerUnsoundException($"{pragma} of the ledger is {found}, not {value}.");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
