using System.Threading.Channels;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

/// <summary>Looks after every change of a room, and once at the start, whether a board shows what is no longer true.</summary>
/// <param name="services">Rooms and boards are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class BoardWatch(IServiceProvider services, ILogger<BoardWatch> log) : BackgroundService
{
    // Sessions to look at; a session is looked at once however often it rang.
    private readonly Channel<string> rung = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var fault in services.GetRequiredService<LiveBoards>().Unsound) log.LogCritical(fault, "A board cannot be opened.");
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (rooms, boards) = (services.GetRequiredService<LiveRooms>(), services.GetRequiredService<LiveBoards>());
        rooms.Changed += Note;
        try
        {
            foreach (var session in boards.Boards.Select(b => b.Session).Distinct(StringComparer.Ordinal)) rung.Writer.TryWrite(session);
            while (await rung.Reader.WaitToReadAsync(stoppingToken)) await Look(boards);
        }
        finally
        {
            rooms.Changed -= Note;
        }
    }

    private async Task Look(LiveBoards boards)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        while (rung.Reader.TryRead(out var session)) due.Add(session);
        foreach (var session in due)
        {
            try
            {
                await boards.LookForStale(session);
            }
            catch (Exception fault) when (fault is InvalidOperationException or IOException)
            {
                log.LogError(fault, "The boards of {Session} could not be looked at.", session);
            }
        }
    }

    private void Note(Room room) => rung.Writer.TryWrite(room.Session);
}
