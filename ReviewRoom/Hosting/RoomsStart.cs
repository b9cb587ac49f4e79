using ReviewRoom.Live;

namespace ReviewRoom.Hosting;

/// <summary>
/// Opens every room and register before the first request, so that nobody waits for it and a broken ledger is told of at the start; then, beside the work, proves what was
/// taken from bookmarks.
/// </summary>
public sealed class RoomsStart(IServiceProvider services) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<LiveRooms>();
        services.GetRequiredService<LiveConduct>();
        services.GetRequiredService<LiveRegisters>();
        services.GetRequiredService<LiveSessions>();
        services.GetRequiredService<LiveAwards>();
        services.GetRequiredService<LivePapers>();
        services.GetRequiredService<LiveApplications>();
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => services.GetRequiredService<LiveRooms>().Prove(stoppingToken);
}
