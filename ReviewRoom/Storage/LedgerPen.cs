using System.Globalization;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>The writing connection with its prepared statements; used by the writer's thread only.</summary>
internal sealed class LedgerPen : IDisposable
{
    private const int TooBig = 18, Constraint = 19, Mismatch = 20;

    private const string Insert =
        """
        INSERT INTO entries (stream, version, time, actor, kind, number, command_id, fingerprint, salt, body, body_hash, prev, hash)
        VALUES ($stream, $version, $time, $actor, $kind, $number, $command, $fingerprint, $salt, $body, $bodyHash, $prev, $hash)
        """;

    private static readonly string[] Names =
        ["$stream", "$version", "$time", "$actor", "$kind", "$number", "$command", "$fingerprint", "$salt", "$body", "$bodyHash", "$prev", "$hash"];

    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, touch, savepoint, release, undo, insert;
    private readonly SqliteParameter[] values;

    public LedgerPen(LedgerFile file)
    {
        connection = new SqliteConnection(file.ForWriting);
        try
        {
            connection.Open();
            LedgerSchema.Prepare(connection);
            if (file.LargestPages > 0) Statement(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={file.LargestPages}")).ExecuteNonQuery();
            (begin, commit, touch) = (Statement("BEGIN IMMEDIATE"), Statement("COMMIT"), Statement("PRAGMA user_version=0"));
            (savepoint, release, undo) = (Statement("SAVEPOINT act"), Statement("RELEASE act"), Statement("ROLLBACK TO act"));
            insert = Statement(Insert);
            values = [.. Names.Select(name => insert.Parameters.Add(new SqliteParameter { ParameterName = name, Value = "" }))];
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
        savepoint.ExecuteNonQuery();
        try
        {
            Fill(entry);
            insert.ExecuteNonQuery();
            release.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode is TooBig or Constraint or Mismatch)
        {
            undo.ExecuteNonQuery();
            release.ExecuteNonQuery();
            return false;
        }
    }

    /// <summary>Closing rolls back what was not committed.</summary>
    public void Dispose() => connection.Dispose();

    private void Fill(Entry entry)
    {
        var header = entry.Header;
        values[0].Value = header.Stream;
        values[1].Value = header.Version;
        values[2].Value = header.Time.ToUnixTimeMilliseconds();
        values[3].Value = header.Actor;
        values[4].Value = header.Kind;
        values[5].Value = entry.Number;
        values[6].Value = entry.CommandId;
        values[7].Value = entry.Fingerprint;
        values[8].Value = entry.Salt;
        values[9].Value = entry.Body;
        values[10].Value = header.BodyHash;
        values[11].Value = header.Prev;
        values[12].Value = header.Hash;
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
