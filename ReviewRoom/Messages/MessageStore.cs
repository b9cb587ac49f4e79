using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace ReviewRoom.Messages;

/// <summary>
/// Inbox and outbox: messages in a file of their own beside the ledger, with how far each stream has been read. A message and the mark that its entry was read are one transaction, and an entry read
/// twice makes no second one.
/// </summary>
public sealed class MessageStore
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS Messages (
            Number INTEGER PRIMARY KEY AUTOINCREMENT, Person TEXT NOT NULL, Matter TEXT NOT NULL, Kind TEXT NOT NULL, Session TEXT NOT NULL, About TEXT NOT NULL, Applicant TEXT, At INTEGER NOT NULL,
            ReadAt INTEGER, Mail TEXT NOT NULL, Attempts INTEGER NOT NULL, NextAt INTEGER NOT NULL, Error TEXT, SentAt INTEGER, Doubtful INTEGER NOT NULL, UNIQUE (Person, Matter)) STRICT;
        CREATE INDEX IF NOT EXISTS MessagesToSend ON Messages (Mail, NextAt);
        CREATE TABLE IF NOT EXISTS Cursors (Stream TEXT NOT NULL PRIMARY KEY, Version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private const string Columns = "SELECT Number, Person, Matter, Kind, Session, About, Applicant, At, ReadAt, Mail, Attempts, NextAt, Error, SentAt, Doubtful FROM Messages ";

    private readonly string source;

    /// <param name="file">Made if it is not there, its folder must be.</param>
    public MessageStore(string file)
    {
        source = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString();
        using var database = Opened();
        // What was being sent when the program ended may or may not have gone: it goes again, and says so.
        Run(database, Schema + "UPDATE Messages SET Mail = 'Waiting', NextAt = 0, Doubtful = 1 WHERE Mail = 'Sending';");
    }

    /// <summary>Messages of a person, or with an empty id the outbox, have changed.</summary>
    public event Action<string>? Changed;

    /// <summary>Version of the last entry of a stream that was read.</summary>
    public long CursorOf(string stream)
    {
        using var database = Opened();
        using var select = Command(database, "SELECT Version FROM Cursors WHERE Stream = $stream", ("$stream", stream));
        return select.ExecuteScalar() is long version ? version : 0;
    }

    /// <summary>Keeps the messages of entries up to a version, and that they were read.</summary>
    public void Keep(string stream, long upTo, IReadOnlyCollection<(string Person, string Matter, MessageDraft Draft, DateTimeOffset At, bool IsMailed)> messages)
    {
        using (var database = Opened())
        using (var transaction = database.BeginTransaction())
        {
            foreach (var (person, matter, draft, at, isMailed) in messages)
                Run(
                    database,
                    "INSERT OR IGNORE INTO Messages (Person, Matter, Kind, Session, About, Applicant, At, Mail, Attempts, NextAt, Doubtful) VALUES ($person, $matter, $kind, $session, $about, $applicant, $at, $mail, 0, 0, 0)",
                    ("$person", person), ("$matter", matter), ("$kind", $"{draft.Kind}"), ("$session", draft.Session), ("$about", draft.About), ("$applicant", (object?)draft.Applicant ?? DBNull.Value),
                    ("$at", at.ToUnixTimeMilliseconds()), ("$mail", $"{(isMailed ? MailState.Waiting : MailState.InboxOnly)}"));
            Run(database, "INSERT INTO Cursors (Stream, Version) VALUES ($stream, $version) ON CONFLICT (Stream) DO UPDATE SET Version = MAX(Version, excluded.Version)", ("$stream", stream), ("$version", upTo));
            transaction.Commit();
        }
        foreach (var person in messages.Select(m => m.Person).Distinct(StringComparer.Ordinal)) Changed?.Invoke(person);
        if (messages.Count > 0) Changed?.Invoke("");
    }

    /// <summary>A person's messages, the newest first.</summary>
    public ImmutableArray<Message> Of(string person, int most, bool isUnread = false) => Read("WHERE Person = $person AND (ReadAt IS NULL OR NOT $unread) ORDER BY At DESC, Number DESC LIMIT $most", ("$person", person), ("$unread", isUnread), ("$most", most));

    /// <summary>All that were to be sent, the newest first.</summary>
    public ImmutableArray<Message> Outbox(int most) => Read("WHERE Mail <> 'InboxOnly' ORDER BY At DESC, Number DESC LIMIT $most", ("$most", most));

    /// <summary>What is to be sent by now, the oldest first.</summary>
    public ImmutableArray<Message> Due(DateTimeOffset now, int most) =>
        Read("WHERE Mail = 'Waiting' AND NextAt <= $now ORDER BY Number LIMIT $most", ("$now", now.ToUnixTimeMilliseconds()), ("$most", most));

    public Message? Find(long number) => Read("WHERE Number = $number", ("$number", number)) is [var message] ? message : null;

    /// <summary>On disk when this returns: what is said before the mail goes out.</summary>
    public void Mark(Message message, MailState mail, int attempts, DateTimeOffset next, string? error, DateTimeOffset? sentAt)
    {
        using (var database = Opened())
            Run(
                database, "UPDATE Messages SET Mail = $mail, Attempts = $attempts, NextAt = $next, Error = $error, SentAt = $sent WHERE Number = $number", ("$mail", $"{mail}"), ("$attempts", attempts),
                ("$next", next.ToUnixTimeMilliseconds()), ("$error", (object?)error ?? DBNull.Value), ("$sent", sentAt is { } at ? at.ToUnixTimeMilliseconds() : DBNull.Value), ("$number", message.Number));
        Changed?.Invoke("");
    }

    /// <summary>Notes all of a person's messages as read.</summary>
    public void MarkRead(string person, DateTimeOffset now)
    {
        using (var database = Opened()) Run(database, "UPDATE Messages SET ReadAt = $now WHERE Person = $person AND ReadAt IS NULL", ("$now", now.ToUnixTimeMilliseconds()), ("$person", person));
        Changed?.Invoke(person);
    }

    private ImmutableArray<Message> Read(string where, params (string Name, object Value)[] parameters)
    {
        using var database = Opened();
        using var select = Command(database, Columns + where, parameters);
        using var row = select.ExecuteReader();
        var read = ImmutableArray.CreateBuilder<Message>();
        while (row.Read())
            read.Add(new Message(
                row.GetInt64(0), row.GetString(1), row.GetString(2), new MessageDraft(Enum.Parse<MessageKind>(row.GetString(3)), row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6)),
                Time(row.GetInt64(7)), row.IsDBNull(8) ? null : Time(row.GetInt64(8)), Enum.Parse<MailState>(row.GetString(9)), row.GetInt32(10), Time(row.GetInt64(11)), row.IsDBNull(12) ? null : row.GetString(12),
                row.IsDBNull(13) ? null : Time(row.GetInt64(13)), row.GetInt64(14) == 1));
        return read.ToImmutable();
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private SqliteConnection Opened()
    {
        var database = new SqliteConnection(source);
        database.Open();
        Run(database, "PRAGMA synchronous = FULL");
        return database;
    }

    private static void Run(SqliteConnection database, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(database, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection database, string sql, params (string Name, object Value)[] parameters)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // Only texts of this class come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
