using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain;

namespace ReviewRoom.Objections;

/// <summary>An objection as the store knows it by its intention.</summary>
/// <param name="Secret">Only for a while after it came in: a page sent twice shows it twice.</param>
/// <param name="Identity">What the ledger holds of the objector.</param>
public sealed record KnownObjection(string Receipt, string Identity, string? Secret);

/// <summary>An objector whose name is still kept.</summary>
public sealed record StandingObjector(string Session, string Receipt, DateTimeOffset KeptAt);

/// <summary>
/// Names and files of objectors: encrypted under a purpose of their own, outside the ledger, and deleted for good when their time is over. Who may read is decided before this is asked.
/// </summary>
public sealed class ObjectionStore
{
    /// <summary>So long the same request shows its secret again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    // No WAL: what is deleted here lies in no second file either.
    private const string Schema = """
        PRAGMA journal_mode = DELETE;
        CREATE TABLE IF NOT EXISTS Objections (
            Receipt TEXT NOT NULL PRIMARY KEY, Session TEXT NOT NULL, Intention TEXT NOT NULL UNIQUE, Identity TEXT NOT NULL,
            Salt BLOB NOT NULL, Secret BLOB NOT NULL, Shown BLOB, Sealed BLOB, KeptAt INTEGER NOT NULL) STRICT;
        """;

    private readonly string source, folder;
    private readonly IDataProtector seal;
    private readonly TimeProvider clock;

    /// <param name="folder">Made if it is not there.</param>
    public ObjectionStore(string folder, IDataProtectionProvider protection, TimeProvider clock)
    {
        (this.folder, this.clock) = (Directory.CreateDirectory(folder).FullName, clock);
        seal = protection.CreateProtector("ReviewRoom.Objections.Objector.v1");
        source = new SqliteConnectionStringBuilder { DataSource = Path.Combine(this.folder, "objections.db"), DefaultTimeout = 10 }.ToString();
        using var database = Opened();
        using var schema = Command(database, Schema);
        schema.ExecuteNonQuery();
    }

    /// <summary>The objection of this intention, if it has come in before.</summary>
    public KnownObjection? Find(string intention)
    {
        using var database = Opened();
        using var select = Command(database, "SELECT Receipt, Identity, Shown, KeptAt FROM Objections WHERE Intention = $intention", ("$intention", intention));
        using var row = select.ExecuteReader();
        if (!row.Read()) return null;
        var secret = !row.IsDBNull(2) && clock.GetUtcNow() - TimeOf(row.GetInt64(3)) < Again ? Encoding.UTF8.GetString(seal.Unprotect((byte[])row[2])) : null;
        return new KnownObjection(row.GetString(0), row.GetString(1), secret);
    }

    /// <summary>Keeps an objector with his files, all encrypted; on disk when this returns. False where the same intention was faster: then nothing is kept.</summary>
    public bool Keep(string session, string receipt, string intention, string secret, Objector objector, IReadOnlyList<byte[]> files)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        try
        {
            foreach (var (bytes, place) in files.Select((f, i) => (f, i + 1)))
            {
                Directory.CreateDirectory(FolderOf(receipt));
                File.WriteAllBytes(PlaceOf(receipt, place), seal.Protect(bytes));
            }
            using var database = Opened();
            using var insert = Command(database, "INSERT INTO Objections VALUES ($receipt, $session, $intention, $identity, $salt, $secret, $shown, $sealed, $at)",
                ("$receipt", receipt), ("$session", session), ("$intention", intention), ("$identity", objector.Hash()), ("$salt", salt), ("$secret", HashOf(salt, secret)),
                ("$shown", seal.Protect(Encoding.UTF8.GetBytes(secret))), ("$sealed", seal.Protect(Canonical.Bytes(objector))), ("$at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
            insert.ExecuteNonQuery();
            return true;
        }
        catch (SqliteException twice) when (twice.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            DeleteFiles(receipt);
            return false;
        }
        catch
        {
            DeleteFiles(receipt);
            throw;
        }
    }

    /// <summary>Is this the secret given with the receipt? An unknown receipt takes as long as a wrong secret.</summary>
    public bool Knows(string session, string receipt, string secret)
    {
        using var database = Opened();
        using var select = Command(database, "SELECT Salt, Secret FROM Objections WHERE Receipt = $receipt AND Session = $session", ("$receipt", receipt), ("$session", session));
        using var row = select.ExecuteReader();
        var isThere = row.Read();
        var (salt, kept) = isThere ? ((byte[])row[0], (byte[])row[1]) : (new byte[16], new byte[32]);
        return CryptographicOperations.FixedTimeEquals(kept, HashOf(salt, secret)) && isThere;
    }

    /// <summary>Who an objection is from; null once it is deleted, or where there is none.</summary>
    public Objector? Read(string receipt)
    {
        using var database = Opened();
        using var select = Command(database, "SELECT Sealed FROM Objections WHERE Receipt = $receipt AND Sealed IS NOT NULL", ("$receipt", receipt));
        return select.ExecuteScalar() is byte[] kept ? Canonical.Read<Objector>(seal.Unprotect(kept)) : null;
    }

    /// <param name="place">From 1.</param>
    public byte[]? ReadFile(string receipt, int place) =>
        Read(receipt) is { } objector && place >= 1 && place <= objector.Files.Length && File.Exists(PlaceOf(receipt, place)) ? seal.Unprotect(File.ReadAllBytes(PlaceOf(receipt, place))) : null;

    /// <summary>All whose name is still kept.</summary>
    public IReadOnlyList<StandingObjector> Standing()
    {
        using var database = Opened();
        using var select = Command(database, "SELECT Session, Receipt, KeptAt FROM Objections WHERE Sealed IS NOT NULL ORDER BY Receipt");
        using var row = select.ExecuteReader();
        List<StandingObjector> standing = [];
        while (row.Read()) standing.Add(new StandingObjector(row.GetString(0), row.GetString(1), TimeOf(row.GetInt64(2))));
        return standing;
    }

    /// <summary>Deletes name and files; receipt and secret still tell how the objection stands.</summary>
    public void Forget(string receipt) => Remove(receipt, "UPDATE Objections SET Sealed = NULL, Shown = NULL WHERE Receipt = $receipt");

    /// <summary>Deletes all: the objection never came to be.</summary>
    public void Drop(string receipt) => Remove(receipt, "DELETE FROM Objections WHERE Receipt = $receipt");

    private void Remove(string receipt, string how)
    {
        DeleteFiles(receipt);
        using var database = Opened();
        using var change = Command(database, $"PRAGMA secure_delete = ON; {how}", ("$receipt", receipt));
        change.ExecuteNonQuery();
    }

    private void DeleteFiles(string receipt)
    {
        if (Directory.Exists(FolderOf(receipt))) Directory.Delete(FolderOf(receipt), recursive: true);
    }

    private SqliteConnection Opened()
    {
        var database = new SqliteConnection(source);
        database.Open();
        return database;
    }

    private static SqliteCommand Command(SqliteConnection database, string text, params (string Name, object Value)[] values)
    {
        var command = database.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private static byte[] HashOf(byte[] salt, string secret) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(secret)]);

    private static DateTimeOffset TimeOf(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private string FolderOf(string receipt) => Path.Combine(folder, receipt);

    private string PlaceOf(string receipt, int place) => Path.Combine(FolderOf(receipt), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place}.sealed"));
}
