using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Storage;

/// <summary>A state as it was folded up to an entry.</summary>
/// <param name="Hash">SHA-256 of the state's own bytes.</param>
public sealed record Bookmark<TState>(Head Head, string Hash, TState State);

/// <summary>
/// Where folding may begin: states of long streams, kept beside the ledger so that a start need not read it from its first entry. A cache and no record:
/// one that is not of this program, not whole, or not of this ledger is as good as none, and the folder may be removed at any time.
/// </summary>
public sealed class Bookmarks(LedgerFile file, LedgerReader ledger, ILogger<Bookmarks> log) : IDisposable
{
    /// <summary>So many entries are folded sooner than a bookmark is worth its reading.</summary>
    public const int Every = 1000;

    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file.Path) ?? "", "bookmarks")).FullName;
    private readonly Lock gate = new();
    private bool isOver;

    /// <summary>The newest bookmark of a stream, if the ledger has its entry at that place. The entries before it are not looked at.</summary>
    public Bookmark<TState>? Find<TState>(string stream) where TState : class
    {
        try
        {
            if (!File.Exists(PathOf(stream))) return null;
            var bytes = File.ReadAllBytes(PathOf(stream)).AsSpan();
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0) return null;
            var label = Canonical.Read<Label>(bytes[..end]);
            var state = bytes[(end + 1)..];
            if (label.Form != FoldedState.FormOf<TState>() || label.Hash != Canonical.Hash(state) || !IsThere(stream, label.Head)) return null;
            return new Bookmark<TState>(label.Head, label.Hash, FoldedState.Read<TState>(state));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            log.LogWarning(fault, "The bookmark of {Stream} cannot be read; the stream is folded from its first entry.", stream);
            return null;
        }
    }

    /// <summary>Whole or not at all: a file beside it takes its place.</summary>
    public void Put<TState>(string stream, Head head, TState state) where TState : class
    {
        var bytes = FoldedState.Bytes(state);
        var label = Canonical.Bytes(new Label(FoldedState.FormOf<TState>(), head, Canonical.Hash(bytes)));
        lock (gate)
        {
            if (isOver) return;
            try
            {
                var beside = PathOf(stream) + ".new";
                File.WriteAllBytes(beside, [.. label, (byte)'\n', .. bytes]);
                File.Move(beside, PathOf(stream), overwrite: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(fault, "The bookmark of {Stream} could not be written.", stream);
            }
        }
    }

    public static string HashOf<TState>(TState state) where TState : class => Canonical.Hash(FoldedState.Bytes(state));

    public void Remove(string stream)
    {
        lock (gate) File.Delete(PathOf(stream));
    }

    /// <summary>Nothing is written any more.</summary>
    public void Dispose()
    {
        lock (gate) isOver = true;
    }

    private bool IsThere(string stream, Head head) => ledger.Read(stream, after: head.Version - 1, upTo: head.Version).Any(entry => Head.Of(entry) == head);

    private string PathOf(string stream) => Path.Combine(folder, stream.Replace('/', '-') + ".json");

    private sealed record Label(string Form, Head Head, string Hash);
}
