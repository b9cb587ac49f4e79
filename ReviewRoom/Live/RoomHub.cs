using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>For screens and programs outside a circuit: the caller's own projection as a stream. No groups, nothing but projections.</summary>
public sealed class RoomHub(LiveRooms rooms, LiveBoards boards, Screens screens, PeopleDirectory people, Lines lines) : Hub
{
    /// <summary>A room as the signed-in person may see it: now, and after every change of that. Ends when the right ends.</summary>
    public async IAsyncEnumerable<RoomView> Watch(string? roomId, [EnumeratorCancellation] CancellationToken ct)
    {
        if (roomId is null || Context.User?.StandingId(people) is not { } personId) yield break;
        using var line = lines.Open(Context.ConnectionId);
        using var right = new StandingRight(people, Context.User, ct);
        await foreach (var view in rooms.Watch(personId, roomId, right.Token).UntilCancelled(ct)) yield return view;
    }

    /// <summary>The picture of the board this display was opened for. Ends when the display is closed or its time is over.</summary>
    public async IAsyncEnumerable<BoardView> WatchBoard([EnumeratorCancellation] CancellationToken ct)
    {
        if (Context.User is not { } user || screens.Of(user) is not { } screen) yield break;
        using var line = lines.Open(Context.ConnectionId);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct, screens.EndOf(screen));
        await foreach (var view in boards.Show(screen.Board, ends.Token).UntilCancelled(ct)) yield return view;
    }

    public override Task OnConnectedAsync()
    {
        var who = Context.User is { } user ? user.StandingId(people) ?? user.FindFirst(Screens.Claim)?.Value : null;
        if (who is null || !lines.Connect(Context.ConnectionId, who)) Context.Abort();
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lines.Disconnect(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
