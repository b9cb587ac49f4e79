using ReviewRoom.Live;

namespace ReviewRoom.Hosting;

/// <summary>Folds every room before the first request, so that nobody waits for it and a broken ledger is told of at the start.</summary>
public sealed class RoomsStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<LiveRooms>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
