using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>A reading connection with its prepared statements; for one reading at a time.</summary>
internal sealed class LedgerGlass : IDisposable
{
    private const string Entries = "SELECT stream, version, time, actor, kind, body_hash, prev, hash, command_id, fingerprint, number, salt, body FROM entries ";

    // From name to name through the index: as many steps as there are streams, however many entries they have.
    private const string Names =
        """
        WITH RECURSIVE names(name) AS (
          SELECT min(stream) FROM entries WHERE stream >= $from
          UNION ALL SELECT (SELECT min(stream) FROM entries WHERE stream > name) FROM names WHERE name < $to)
        SELECT name FROM names WHERE name < $to
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand byCommand, byStream, last, names;

    public LedgerGlass(LedgerFile file)
    {
        connection = new SqliteConnection(file.ForReading);
        connection.Open();
        byCommand = Statement(Entries + "WHERE command_id = $1", "$1");
        byStream = Statement(Entries + "WHERE stream = $1 AND version > $2 AND version <= $3 ORDER BY version", "$1", "$2", "$3");
        last = Statement("SELECT version, time, hash FROM entries WHERE stream = $1 ORDER BY version DESC LIMIT 1", "$1");
        names = Statement(Names, "$from", "$to");
    }

    public Entry? Find(string commandId)
    {
        using var row = Asked(byCommand, commandId);
        return row.Read() ? Made(row) : null;
    }

    public IEnumerable<Entry> Read(string stream, long after, long upTo)
    {
        using var row = Asked(byStream, stream, after, upTo);
        while (row.Read()) yield return Made(row);
    }

    public Head HeadOf(string stream)
    {
        using var row = Asked(last, stream);
        return row.Read() ? new Head(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2)) : Head.None;
    }

    public IReadOnlyList<string> Streams(string prefix)
    {
        using var row = Asked(names, prefix, prefix + char.MaxValue);
        var found = new List<string>();
        while (row.Read()) found.Add(row.GetString(0));
        return found;
    }

    public void Dispose() => connection.Dispose();

    private static SqliteDataReader Asked(SqliteCommand statement, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) statement.Parameters[i].Value = values[i];
        return statement.ExecuteReader();
    }

    private static Entry Made(SqliteDataReader row) => new(
        new Header(row.GetString(0), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.GetString(4),
            row.GetString(5), row.GetString(6), row.GetString(7)),
        row.GetString(8), row.GetString(9), row.GetInt32(10), row.GetFieldValue<byte[]>(11), row.GetFieldValue<byte[]>(12));

    private SqliteCommand Statement(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = "" });
        return command;
    }
}
