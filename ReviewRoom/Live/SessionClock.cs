using System.Threading.Channels;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Live;

/// <summary>Does what time brings about by itself, each an entry of the program: replies fall due, the deadline of applications or of a correction passes, an accepted application comes into its register, a notice is over, a conferred award comes into the register, an award expires, the name of an objector is deleted (Articles 4, 5, 6, 13, 15, 18).</summary>
/// <param name="services">Sessions are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class SessionClock(IServiceProvider services, TimeProvider clock, ILogger<SessionClock> log) : BackgroundService
{
    /// <summary>A deadline is noticed no later than so long after it; also a clock set forward in the meantime.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (sessions, awards, objectors) = (services.GetRequiredService<LiveSessions>(), services.GetRequiredService<LiveAwards>(), services.GetRequiredService<Objections.ObjectionKeeping>());
        var (registers, applications) = (services.GetRequiredService<LiveRegisters>(), services.GetRequiredService<LiveApplications>());
        void Note(AwardSession session) => changed.Writer.TryWrite(true);
        void NoteApplication(Domain.Applications.Application application) => changed.Writer.TryWrite(true);
        sessions.Changed += Note;
        applications.Changed += NoteApplication;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await LookAt(sessions, awards, registers, stoppingToken);
                    await applications.PassDue(stoppingToken);
                    await applications.Carry(registers, stoppingToken);
                    await applications.PassWithdrawals(sessions, stoppingToken);
                    objectors.Clear();
                }
                catch (Exception fault) when (fault is InvalidOperationException or IOException or Microsoft.Data.Sqlite.SqliteException)
                {
                    log.LogError(fault, "What falls due could not be written down; it is looked for again.");
                }
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
            applications.Changed -= NoteApplication;
        }
    }

    private async Task LookAt(LiveSessions sessions, LiveAwards awards, LiveRegisters registers, CancellationToken ct)
    {
        foreach (var session in sessions.All.Where(s => s.FallsDue <= clock.GetUtcNow()).ToArray()) await sessions.PassDue(session, ct);
        foreach (var session in sessions.All.ToArray()) await awards.Carry(session, id => registers.Find(session.Id)?.CreditCodeOf(id), ct);
        await awards.NoteExpiries(ct);
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
