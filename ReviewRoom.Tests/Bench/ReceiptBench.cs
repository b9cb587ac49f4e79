using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Bench;

/// <summary>A mark of an expert until his durable receipt is there: through rights, turn, decision, commit and his projection after it. Eight rooms of fifteen seats.</summary>
internal static class ReceiptBench
{
    private const int Rooms = 8, Clients = 64;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);
    private static readonly string Criterion = House.Rubric().Criteria[0].Code;

    public static async Task Run(TextWriter output)
    {
        using var house = new House(TimeProvider.System);
        for (var i = 0; i < Rooms; i++) await house.ARoom($"panel-{i}", seats: 15, dossiers: 4);
        await Closed(house, TimeSpan.FromSeconds(1));
        foreach (var rate in (int[])[40, 200]) output.WriteLine($"mark -> receipt at {rate}/s: {await Open(house, rate)}");
        var (latencies, perSecond) = await Closed(house, Time);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mark -> receipt, {Clients} clients without pause: {perSecond:#,0}/s; {latencies}"));
    }

    /// <summary>Marks come at their times, whether the ones before are answered or not.</summary>
    private static async Task<Latencies> Open(House house, int perSecond)
    {
        var latencies = new Latencies();
        var marks = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Time; await timer.WaitForNextTickAsync())
        {
            var number = marks.Count;
            marks.Add(Task.Run(() => latencies.Of(() => Mark(house, number))));
        }
        await Task.WhenAll(marks);
        return latencies;
    }

    private static async Task<(Latencies, double PerSecond)> Closed(House house, TimeSpan time)
    {
        var latencies = new Latencies();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; watch.Elapsed < time; i += Clients) await latencies.Of(() => Mark(house, i));
        })));
        return (latencies, latencies.Count / watch.Elapsed.TotalSeconds);
    }

    private static async Task<bool> Mark(House house, int number)
    {
        var seat = "ABCDEFGHIJKLMNO"[number % 15];
        await house.Do(House.Expert(seat).Id, $"panel-{number % Rooms}", new GiveMark($"d{(number % 4) + 1}", Criterion, number % 21 * 5));
        return true;
    }
}
