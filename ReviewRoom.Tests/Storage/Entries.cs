using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Tests.Storage;

/// <summary>Entries that no room stands behind: for the ledger one body is as good as another.</summary>
internal static class Entries
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Person Writer = new("expert-b", "Expert", Roles.Expert);

    /// <summary>A chain of entries with texts of both languages in their bodies.</summary>
    public static IReadOnlyList<Entry> Chained(string stream, int count, Head? after = null)
    {
        var head = after ?? Head.None;
        var entries = new List<Entry>(count);
        for (var i = 0; i < count; i++)
        {
            entries.Add(Next(head, stream));
            head = Head.Of(entries[^1]);
        }
        return entries;
    }

    public static Entry Next(Head head, string stream, string? commandId = null, string text = "评审 a<b> \\\"quoted\\\"")
    {
        var number = (int)head.Version + 1;
        var asking = new Asking(Writer, Start.AddSeconds(number), ReadOnlyMemory<byte>.Empty);
        var body = Encoding.UTF8.GetBytes($$"""{"kind":"remarked","dossier":"d1","n":{{number}},"text":"{{text}}"}""");
        var command = commandId ?? $"{stream}-{Guid.NewGuid():N}";
        return Chain.Next(head, stream, asking, command, Chain.Fingerprint(stream, Writer.Id, body), number, RandomNumberGenerator.GetBytes(Chain.SaltLength), body);
    }
}
