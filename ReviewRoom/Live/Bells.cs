using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ReviewRoom.Domain;

namespace ReviewRoom.Live;

/// <summary>One viewer's bell: it says only "look again", and ringing it twice before he looks is ringing it once.</summary>
internal sealed class Bell(string personId, string roomId)
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public string PersonId { get; } = personId;

    public string RoomId { get; } = roomId;

    public void Ring() => rung.Writer.TryWrite(true);

    public IAsyncEnumerable<bool> Rings(CancellationToken ct) => rung.Reader.ReadAllAsync(ct);

    /// <summary>What rang up to now is answered by the look that follows.</summary>
    public void Hush() => rung.Reader.TryRead(out _);
}

/// <summary>The bells of all who watch, by room.</summary>
internal sealed class Bells
{
    private readonly ConcurrentDictionary<string, ImmutableList<Bell>> byRoom = new(StringComparer.Ordinal);

    public int Count => byRoom.Values.Sum(bells => bells.Count);

    public int CountOf(string roomId) => byRoom.GetValueOrDefault(roomId, []).Count;

    /// <summary>Joins with the bell already rung: the first look is due at once.</summary>
    public Bell Join(string personId, string roomId)
    {
        var bell = new Bell(personId, roomId);
        byRoom.AddOrUpdate(roomId, _ => [bell], (_, bells) => bells.Add(bell));
        bell.Ring();
        return bell;
    }

    /// <summary>What a person may see of something now, then after every ring that changes it for him, at the pace of a viewer; ends when there is nothing for him any more.</summary>
    /// <param name="pace">Between two looks; a viewer's where nothing is said.</param>
    public async IAsyncEnumerable<T> Watch<T>(string personId, string roomId, Func<T?> look, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct, TimeSpan? pace = null) where T : class
    {
        var bell = Join(personId, roomId);
        try
        {
            string? shown = null;
            await foreach (var _ in bell.Rings(ct).ConfigureAwait(false))
            {
                if (look() is not { } view) yield break;
                var etag = Canonical.Hash(Canonical.Bytes(view));
                if (etag == shown) continue;
                shown = etag;
                yield return view;
                await Task.Delay(pace ?? LiveRooms.Pace, clock, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            Leave(bell);
        }
    }

    public void Leave(Bell bell) => byRoom.AddOrUpdate(bell.RoomId, _ => [], (_, bells) => bells.Remove(bell));

    public void Ring(string roomId)
    {
        foreach (var bell in byRoom.GetValueOrDefault(roomId, [])) bell.Ring();
    }

    public void RingAll()
    {
        foreach (var bell in byRoom.Values.SelectMany(bells => bells)) bell.Ring();
    }

    public void RingPerson(string personId)
    {
        foreach (var bell in byRoom.Values.SelectMany(bells => bells))
            if (bell.PersonId == personId) bell.Ring();
    }
}
