using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ReviewRoom.Identity;

namespace ReviewRoom.Hosting;

/// <summary>Tells the person who started the program where it listens, where the data lie, and how the first administrator signs up.</summary>
public sealed class StartNotes(IServer server, HostChoices choices, FirstRun firstRun, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Tell);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in addresses.SelectMany(Reachable)) choices.Console.WriteLine($"ReviewRoom    {address}");
        choices.Console.WriteLine($"Data folder   {choices.DataFolder}{(choices.Demo ? " (demo)" : "")}");
        if (choices.Lan) choices.Console.WriteLine($"Certificate   SHA-256 {LanCertificate.Fingerprint(choices)}, {LanCertificate.PublicFile(choices)}");
        if (firstRun.Token is { } token && addresses.SelectMany(Reachable).FirstOrDefault() is { } first)
            choices.Console.WriteLine($"First run     {first}/first-run/{token} makes the administrator, once");
    }

    private static IEnumerable<string> Reachable(string address) =>
        address.Contains("0.0.0.0", StringComparison.Ordinal) || address.Contains("[::]", StringComparison.Ordinal)
            ? LanCertificate.Addresses().Select(own => address.Replace("0.0.0.0", own, StringComparison.Ordinal).Replace("[::]", own, StringComparison.Ordinal))
            : [address];
}
