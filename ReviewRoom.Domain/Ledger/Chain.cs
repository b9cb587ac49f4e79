using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReviewRoom.Domain.Ledger;

/// <summary>How entries are bound together: a salted hash over each body, and a hash over each header that carries the hash before it.</summary>
public static class Chain
{
    public const int SaltLength = 16;

    /// <summary>What stands before the first entry of every stream.</summary>
    public static readonly string Genesis = new('0', 64);

    public static string BodyHash(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> body)
    {
        // One call over one buffer: an incremental hash costs more than the hashing.
        var length = salt.Length + body.Length;
        var salted = length <= 1024 ? stackalloc byte[1024] : new byte[length];
        salt.CopyTo(salted);
        body.CopyTo(salted[salt.Length..]);
        return Canonical.Hash(salted[..length]);
    }

    public static string HashOf(Header header) => Canonical.Hash(header.Bytes());

    /// <summary>The next entry after a head. The time is cut to whole milliseconds and never goes back.</summary>
    /// <param name="salt"><see cref="SaltLength"/> fresh random bytes.</param>
    public static Entry Next(Head head, string stream, Asking asking, string commandId, string fingerprint, int number, byte[] salt, byte[] body)
    {
        if (salt.Length != SaltLength) throw new ArgumentException("A salt has 16 bytes.", nameof(salt));
        var header = new Header(stream, head.Version + 1, TimeAfter(head, asking.At), asking.By.Id, KindOf(body), BodyHash(salt, body), head.Hash, "");
        return new Entry(header with { Hash = HashOf(header) }, commandId, fingerprint, number, salt, body);
    }

    /// <summary>A clock that was set back does not set the record back.</summary>
    public static DateTimeOffset TimeAfter(Head head, DateTimeOffset now)
    {
        var whole = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return whole < head.Time ? head.Time : whole;
    }

    /// <summary>Does this entry follow that head, unchanged in header and body?</summary>
    public static bool Follows(Head head, Entry entry) =>
        entry.Header.Version == head.Version + 1 && entry.Header.Prev == head.Hash && entry.Header.Hash == HashOf(entry.Header)
        && entry.Header.BodyHash == BodyHash(entry.Salt, entry.Body);

    /// <summary>Who asked what of which stream, as one hash.</summary>
    public static string Fingerprint(string stream, string personId, ReadOnlySpan<byte> act)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{stream}\n{personId}\n"));
        hash.AppendData(act);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A canonical body names its kind first.</summary>
    private static string KindOf(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        if (json.Read() && json.Read() && json.ValueTextEquals("kind") && json.Read()) return json.GetString() ?? "";
        throw new ArgumentException("A body begins with its kind.", nameof(body));
    }
}
