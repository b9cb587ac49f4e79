using System.Runtime.InteropServices;

namespace ReviewRoom.Tests.Bench;

/// <summary>The measurements of <c>dotnet run -c Release --project ReviewRoom.Tests -- bench [name…]</c>. A new one is a line in the table.</summary>
internal static class Benches
{
    public const string Verb = "bench";

    private static readonly (string Name, bool Usual, Func<TextWriter, Task> Run)[] All =
    [
        ("ledger", true, LedgerBench.Run),
        ("receipt", true, ReceiptBench.Run),
        ("watch", true, WatchBench.Run),
        ("hub", true, HubBench.Run),
        ("sight", true, SightBench.Run),
        ("restart", false, RestartBench.Run),
        ("session", false, SessionBench.Run),
    ];

    public static async Task<int> Run(IReadOnlyCollection<string> names, TextWriter output)
    {
        if (names.FirstOrDefault(n => All.All(b => b.Name != n)) is { } unknown)
        {
            output.WriteLine($"There is no {unknown}; there are {string.Join(", ", All.Select(b => b.Name))}.");
            return 2;
        }
        output.WriteLine($".NET {Environment.Version}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}{(IsOptimized ? "" : ", NOT a Release build")}");
        foreach (var bench in All.Where(b => names.Count == 0 ? b.Usual : names.Contains(b.Name))) await bench.Run(output);
        return 0;
    }

    private static bool IsOptimized =>
        !typeof(Live.House).Assembly.GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), false).OfType<System.Diagnostics.DebuggableAttribute>().Any(d => d.IsJITOptimizerDisabled);
}
