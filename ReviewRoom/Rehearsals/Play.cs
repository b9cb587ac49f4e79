using System.Threading.Channels;
using ReviewRoom.Live;

namespace ReviewRoom.Rehearsals;

/// <summary>
/// Plays one rehearsal: whoever is due does his next act through the same door as people do, then is busy for a while. Rests while it is paused or nobody looks,
/// and while all wait for somebody who is not played.
/// </summary>
internal sealed class Play(string roomId, Cast cast, LiveRooms rooms, TimeProvider clock, RehearsalSettings settings)
{
    /// <summary>Who had nothing to do looks again after so long.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(4);

    /// <summary>When all wait they look again after so long: what is shown may come to rest, or a seat become free, without an act.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private TimeSpan now;
    private volatile bool rests;

    public RehearsalSettings Settings { get; private set; } = settings;

    /// <summary>Called when nobody who is played has anything left to do, the chair included, and no real person is waited for.</summary>
    public Action Ended { get; init; } = () => { };

    public void Set(RehearsalSettings wanted)
    {
        Settings = wanted;
        woken.Writer.TryWrite(true);
    }

    /// <summary>Somebody began or ceased to look.</summary>
    public void Looked() => woken.Writer.TryWrite(true);

    /// <summary>The room has changed: one who waited may have something to do.</summary>
    public void Changed()
    {
        if (rests) woken.Writer.TryWrite(true);
    }

    /// <summary>Until the room is gone or the token is cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        while (rooms.Find(roomId) is { } room)
        {
            var players = cast.All(Settings.Chairs).ToArray();
            rests = true;
            var version = room.State.Version;
            if (Settings.Tempo == Tempo.Paused || rooms.WatchingOf(roomId) == 0) await woken.Reader.ReadAsync(ct).ConfigureAwait(false);
            else if (players.All(p => p.IdleAt == version)) await Rest(players, ct).ConfigureAwait(false);
            else
            {
                rests = false;
                var next = players.MinBy(p => p.Due) ?? throw new InvalidOperationException("Nobody plays.");
                if (await Wait(next.Due, ct).ConfigureAwait(false)) await Do(next, ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Until the room changes, and now and then without that.</summary>
    private async Task Rest(Player[] players, CancellationToken ct)
    {
        if (Settings.Chairs && !cast.HasGuests) Ended();
        await Woken(Patience, ct).ConfigureAwait(false);
        foreach (var player in players) player.IdleAt = null;
    }

    /// <summary>Waits until it is time; false where something was changed meanwhile.</summary>
    private async Task<bool> Wait(TimeSpan due, CancellationToken ct)
    {
        if (due > now && Settings.Played(due - now) is { Ticks: > 0 } wait)
        {
            var (since, left) = (clock.GetTimestamp(), due - now);
            if (await Woken(wait, ct).ConfigureAwait(false))
            {
                now += left * Math.Min(1, clock.GetElapsedTime(since) / wait);
                return false;
            }
        }
        if (due > now) now = due;
        return true;
    }

    /// <summary>True where it was woken before the time was over.</summary>
    private async Task<bool> Woken(TimeSpan time, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var changed = woken.Reader.WaitToReadAsync(over.Token).AsTask();
        var first = await Task.WhenAny(Task.Delay(time, clock, over.Token), changed).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
        return first == changed && woken.Reader.TryRead(out _);
    }

    private async Task Do(Player player, CancellationToken ct)
    {
        var version = rooms.Find(roomId)?.State.Version;
        if (player.Next(rooms, roomId) is var (person, move))
        {
            var answer = await rooms.Ask(person, roomId, Guid.NewGuid().ToString("N"), move.Act, ct).ConfigureAwait(false);
            player.IdleAt = answer.Receipt is null ? version : null;
            player.Due = now + (answer.Receipt is null ? Look : move.Pause);
        }
        else (player.IdleAt, player.Due) = (version, now + Look);
    }
}
