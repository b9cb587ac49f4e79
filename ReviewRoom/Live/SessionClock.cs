using System.Threading.Channels;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Live;

/// <summary>Does what a session's deadlines bring about by themselves: when replies are due, an entry of the program names the units that are silent (Articles 6 and 18).</summary>
/// <param name="services">Sessions are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class SessionClock(IServiceProvider services, TimeProvider clock) : BackgroundService
{
    /// <summary>A deadline is noticed no later than so long after it; also a clock set forward in the meantime.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sessions = services.GetRequiredService<LiveSessions>();
        void Note(AwardSession session) => changed.Writer.TryWrite(true);
        sessions.Changed += Note;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                foreach (var session in sessions.All.Where(s => s.FallsDue <= clock.GetUtcNow()).ToArray()) await sessions.PassDue(session, stoppingToken);
                await Wait(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        finally
        {
            sessions.Changed -= Note;
        }
    }

    private async Task Wait(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(Task.Delay(Look, clock, patience.Token), changed.Reader.WaitToReadAsync(patience.Token).AsTask());
        await patience.CancelAsync();
        changed.Reader.TryRead(out _);
        ct.ThrowIfCancellationRequested();
    }
}
