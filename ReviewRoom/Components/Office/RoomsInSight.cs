using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Components.Office;

/// <summary>All rooms one person may see, each as he may see it, by title.</summary>
public sealed record RoomsInSight(ImmutableArray<RoomView> Rooms)
{
    /// <summary>How often it is asked whether there is a room that was not there before.</summary>
    private static readonly TimeSpan NewRooms = TimeSpan.FromSeconds(5);

    public RoomsInSight With(RoomView room) =>
        Rooms.Any(r => r.Id == room.Id) ? new([.. Rooms.Select(r => r.Id == room.Id ? room : r)]) : Sorted(Rooms.Add(room));

    /// <summary>The same, but no room older than it was shown: a page never falls back behind its last receipt.</summary>
    public RoomsInSight NotBefore(RoomsInSight? shown) =>
        shown is null ? this : new([.. Rooms.Select(r => shown.Find(r.Id) is { } seen && seen.Moment > r.Moment ? seen : r)]);

    /// <summary>The rooms on record in which the person is this: who has a seat in one is only that seat there.</summary>
    public ImmutableArray<RoomView> As(string kind) => [.. Rooms.Where(r => r.Rehearsal is null && r.Viewer.Kind == kind)];

    /// <summary>The rehearsals in which the person is this; they never stand among the rooms on record.</summary>
    public ImmutableArray<RoomView> Rehearsals(string kind) => [.. Rooms.Where(r => r.Rehearsal == true && r.Viewer.Kind == kind)];

    public RoomView? Find(string? room) => Rooms.FirstOrDefault(r => r.Id == room);

    private static RoomsInSight Sorted(IEnumerable<RoomView> rooms) => new([.. rooms.OrderBy(r => r.Title, StringComparer.Ordinal)]);

    /// <summary>All of them now, then again after every change of one of them. A room out of sight leaves.</summary>
    public static async IAsyncEnumerable<RoomsInSight> Watch(LiveRooms rooms, string personId, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var seen = new Dictionary<string, RoomView>(StringComparer.Ordinal);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var follow = Follow(rooms, personId, clock, seen, changed.Writer, stop.Token);
        try
        {
            await foreach (var _ in changed.Reader.ReadAllAsync(ct))
            {
                RoomsInSight now;
                lock (seen) now = Sorted(seen.Values);
                yield return now;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await follow;
        }
    }

    /// <summary>One watch per room, and a look now and then whether there are more rooms.</summary>
    private static async Task Follow(
        LiveRooms rooms, string personId, TimeProvider clock, Dictionary<string, RoomView> seen, ChannelWriter<bool> changed, CancellationToken ct)
    {
        var watches = new Dictionary<string, Task>(StringComparer.Ordinal);
        var first = true;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                foreach (var view in rooms.Rooms.Where(r => !watches.TryGetValue(r.Id, out var watch) || watch.IsCompleted).Select(r => rooms.View(personId, r.Id)).OfType<RoomView>())
                {
                    lock (seen) seen[view.Id] = view;
                    watches[view.Id] = WatchOne(rooms, personId, view.Id, seen, changed, ct);
                }
                if (first) changed.TryWrite(true);
                first = false;
                await Task.Delay(NewRooms, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
        finally
        {
            await Task.WhenAll(watches.Values);
        }
    }

    private static async Task WatchOne(LiveRooms rooms, string personId, string room, Dictionary<string, RoomView> seen, ChannelWriter<bool> changed, CancellationToken ct)
    {
        try
        {
            await foreach (var view in rooms.Watch(personId, room, ct))
            {
                lock (seen) seen[room] = view;
                changed.TryWrite(true);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
        lock (seen) seen.Remove(room);
        changed.TryWrite(true);
    }
}
