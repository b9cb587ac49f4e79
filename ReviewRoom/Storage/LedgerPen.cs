using System.Globalization;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Ledger;
using SQLitePCL;

namespace ReviewRoom.Storage;

/// <summary>The writing connection with its prepared statements; used by the writer's thread only. What is done for every act goes straight to SQLite.</summary>
internal sealed class LedgerPen : IDisposable
{
    // Groups touch a page of two indexes for every act: pages that fell out of SQLite's 2 MB would be read again for each.
    private const string Cache = "PRAGMA cache_size=-65536";

    // 16 MB of log before it is carried over into the file: a page is then carried over once for many acts that changed it, and nobody waits longer for it
    // than for a few commits.
    private const string CarryOver = "PRAGMA wal_autocheckpoint=4096";

    private const string Insert =
        """
        INSERT INTO entries (stream, version, time, actor, kind, number, command_id, fingerprint, salt, body, body_hash, prev, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /// <summary>The last byte of an answer is its kind, the others tell it more exactly.</summary>
    private const int Kind = 0xFF;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, touch;
    private readonly sqlite3_stmt savepoint, release, undo, insert;

    public LedgerPen(LedgerFile file)
    {
        connection = new SqliteConnection(file.ForWriting);
        try
        {
            connection.Open();
            LedgerSchema.Prepare(connection);
            foreach (var pragma in (string[])[Cache, CarryOver]) Run(pragma);
            if (file.LargestPages > 0) Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={file.LargestPages}"));
            (begin, commit, touch) = (Statement("BEGIN IMMEDIATE"), Statement("COMMIT"), Statement("PRAGMA user_version=0"));
            (savepoint, release, undo, insert) = (Prepared("SAVEPOINT act"), Prepared("RELEASE act"), Prepared("ROLLBACK TO act"), Prepared(Insert));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Begin() => begin.ExecuteNonQuery();

    /// <summary>Durable when this returns.</summary>
    public void Commit() => commit.ExecuteNonQuery();

    /// <summary>Writes a page without changing anything, to see whether the file takes it.</summary>
    public void Touch() => touch.ExecuteNonQuery();

    /// <summary>Puts one act into the open transaction; false if this one alone cannot be stored.</summary>
    public bool Put(Entry entry)
    {
        Check(Step(savepoint));
        var code = Write(entry);
        var isRefused = (code & Kind) is raw.SQLITE_TOOBIG or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH;
        if (isRefused) Check(Step(undo));
        else Check(code);
        Check(Step(release));
        return !isRefused;
    }

    /// <summary>The row alone, as SQLite answers.</summary>
    internal int Write(Entry entry) => Fill(entry) is var code and not raw.SQLITE_OK ? code : Step(insert);

    /// <summary>Closing rolls back what was not committed.</summary>
    public void Dispose()
    {
        foreach (var statement in (sqlite3_stmt[])[savepoint, release, undo, insert]) statement.Dispose();
        connection.Dispose();
    }

    private int Fill(Entry entry)
    {
        var header = entry.Header;
        ReadOnlySpan<int> codes =
        [
            raw.sqlite3_bind_text(insert, 1, header.Stream), raw.sqlite3_bind_int64(insert, 2, header.Version),
            raw.sqlite3_bind_int64(insert, 3, header.Time.ToUnixTimeMilliseconds()), raw.sqlite3_bind_text(insert, 4, header.Actor),
            raw.sqlite3_bind_text(insert, 5, header.Kind), raw.sqlite3_bind_int64(insert, 6, entry.Number),
            raw.sqlite3_bind_text(insert, 7, entry.CommandId), raw.sqlite3_bind_text(insert, 8, entry.Fingerprint),
            raw.sqlite3_bind_blob(insert, 9, entry.Salt), raw.sqlite3_bind_blob(insert, 10, entry.Body),
            raw.sqlite3_bind_text(insert, 11, header.BodyHash), raw.sqlite3_bind_text(insert, 12, header.Prev), raw.sqlite3_bind_text(insert, 13, header.Hash),
        ];
        // Zero is well.
        var bad = codes.IndexOfAnyExcept(raw.SQLITE_OK);
        return bad < 0 ? raw.SQLITE_OK : codes[bad];
    }

    private static int Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        return code;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code & Kind, connection.Handle);

    private sqlite3_stmt Prepared(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), connection.Handle);
        return statement;
    }

    private void Run(string sql)
    {
        using var command = Statement(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Statement(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
