using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>Counts the lines to the hub: how many one person or display may hold, how many streams one line may carry.</summary>
public sealed class Lines
{
    public const int PerCaller = 24;
    public const int StreamsPerLine = 60;

    private readonly ConcurrentDictionary<string, string> callers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> streams = new(StringComparer.Ordinal);

    /// <summary>False where the caller holds too many lines already.</summary>
    public bool Connect(string connectionId, string caller)
    {
        callers[connectionId] = caller;
        return held.AddOrUpdate(caller, 1, (_, count) => count + 1) <= PerCaller;
    }

    public void Disconnect(string connectionId)
    {
        streams.TryRemove(connectionId, out _);
        if (!callers.TryRemove(connectionId, out var caller)) return;
        if (held.AddOrUpdate(caller, 0, (_, count) => count - 1) <= 0) held.TryRemove(new(caller, 0));
    }

    /// <summary>One stream on a line, until disposed.</summary>
    /// <exception cref="HubException">The line carries too many.</exception>
    public IDisposable Open(string connectionId)
    {
        if (streams.AddOrUpdate(connectionId, 1, (_, count) => count + 1) <= StreamsPerLine) return new Stream(this, connectionId);
        Close(connectionId);
        throw new HubException("TooManyStreams");
    }

    private void Close(string connectionId) => streams.AddOrUpdate(connectionId, 0, (_, count) => Math.Max(0, count - 1));

    private sealed class Stream(Lines lines, string connectionId) : IDisposable
    {
        public void Dispose() => lines.Close(connectionId);
    }
}

/// <summary>The right a person had when a stream began: authorisation is asked once, so the stream itself must end when the right does.</summary>
internal sealed class StandingRight : IDisposable
{
    private readonly PeopleDirectory people;
    private readonly ClaimsPrincipal principal;
    private readonly CancellationTokenSource ends;

    public StandingRight(PeopleDirectory people, ClaimsPrincipal principal, CancellationToken ct)
    {
        (this.people, this.principal) = (people, principal);
        ends = CancellationTokenSource.CreateLinkedTokenSource(ct);
        people.Changed += Hear;
        Hear(principal.PersonId() ?? "");
    }

    public CancellationToken Token => ends.Token;

    public void Dispose()
    {
        people.Changed -= Hear;
        ends.Dispose();
    }

    private void Hear(string personId)
    {
        if (principal.PersonId() == personId && principal.StandingId(people) is null) ends.Cancel();
    }
}

internal static class StreamEnds
{
    /// <summary>A stream that is over when its own right is cancelled, and fails only when the caller has gone.</summary>
    public static async IAsyncEnumerable<T> UntilCancelled<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken caller)
    {
        await using var items = source.GetAsyncEnumerator(caller);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync()) yield break;
            }
            catch (OperationCanceledException) when (!caller.IsCancellationRequested)
            {
                yield break;
            }
            yield return items.Current;
        }
    }
}
