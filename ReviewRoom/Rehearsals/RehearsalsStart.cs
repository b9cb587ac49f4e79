using ReviewRoom.Demo;
using ReviewRoom.Hosting;

namespace ReviewRoom.Rehearsals;

/// <summary>Starts the rehearsals with the server and ends them with it.</summary>
/// <param name="services">The rooms are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class RehearsalsService(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<Rehearsals>().Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => services.GetRequiredService<Rehearsals>().Stop();
}

/// <summary>Puts rehearsals into the program.</summary>
public static class RehearsalsStart
{
    /// <summary>After the rooms are folded.</summary>
    public static void AddRehearsals(this WebApplicationBuilder builder, HostChoices choices)
    {
        builder.Services.AddSingleton<Rehearsals>();
        builder.Services.AddHostedService<RehearsalsService>();
        if (choices is { Demo: true, DemoRehearsal: true }) builder.Services.AddHostedService<DemoRehearsal>();
    }
}
