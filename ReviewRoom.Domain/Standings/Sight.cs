using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>The whole of what one viewer may know of a room: its projection with the standings he may see, sealed by its etag.</summary>
public static class Sight
{
    private static readonly ConditionalWeakTable<ItemView[], byte[]> ItemHashes = [];
    private static readonly byte[] NoItems = new byte[SHA256.HashSizeInBytes];

    public static RoomView? Of(Room room, Standings standings, Viewer viewer)
    {
        if (room.For(viewer) is not { } view) return null;
        var places = standings.With(room).For(viewer);
        var seen = view with
        {
            Etag = "",
            Dossiers = [.. view.Dossiers.Select(d => d.Revealed == true && places.Of(room.Id, d.Id) is { } row ? d with { Standing = row.Standing, Stakes = row.Stakes } : d)],
            Severity = places.Severity,
        };
        return seen with { Etag = EtagOf(seen) };
    }

    /// <summary>The items are by far the most of a view and seldom change: they enter by a hash of their own, made once per projected dossier.</summary>
    private static string EtagOf(RoomView view)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Canonical.Bytes(view with { Dossiers = [.. view.Dossiers.Select(d => d.Items is null ? d : d with { Items = null })] }));
        foreach (var dossier in view.Dossiers) hash.AppendData(dossier.Items is { } items ? HashOf(items) : NoItems);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] HashOf(ImmutableArray<ItemView> items) =>
        ItemHashes.GetValue(ImmutableCollectionsMarshal.AsArray(items) ?? [], _ => SHA256.HashData(Canonical.Bytes(items)));
}
