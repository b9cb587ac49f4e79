using ReviewRoom.Domain.Law;
using ReviewRoom.Live;
using ReviewRoom.Storage;

namespace ReviewRoom.Hosting;

/// <summary>Opens the regulation before the first request, so that a session can be bound to a version of it; the first start takes the one that ships.</summary>
public sealed class RegulationStart(LiveRegulations regulations, ILogger<RegulationStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var reading = RegulationFile.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "scheme", $"{LiveRegulations.Id}.json"), cancellationToken));
        if (reading.Regulation is not { } shipped) throw new InvalidOperationException($"The regulation that ships is not sound: {string.Join(", ", reading.Problems)}");
        try
        {
            if (await regulations.Begin(shipped) is { Refusal: { } refusal }) log.LogError("The regulation could not be taken into the ledger: {Refusal}. It is tried again at the next start.", refusal.Code);
        }
        catch (LedgerUnsoundException fault)
        {
            log.LogCritical(fault, "The regulation cannot be opened.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
