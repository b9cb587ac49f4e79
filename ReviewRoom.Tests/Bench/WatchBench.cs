using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Bench;

/// <summary>A revised mark of a revealed dossier until each of twenty who may see it has been given it, on a room of fifteen seats with all items revealed.</summary>
internal static class WatchBench
{
    private const int Watchers = 20;
    private static readonly string Criterion = House.Rubric().Criteria[0].Code;

    public static async Task Run(TextWriter output)
    {
        using var house = new House(TimeProvider.System);
        await house.ARoom("panel", seats: 15, dossiers: 4);
        foreach (var seat in "ABCDEFGHIJKLMNO") await house.Submit(seat, "panel", "d1", 50);
        await house.Do("office", "panel", new Reveal("d1"));
        await Measured(house, TimeSpan.FromMilliseconds(250), acts: 4);
        output.WriteLine($"mark -> {Watchers} watchers at the live object, one in 250 ms: {await Measured(house, TimeSpan.FromMilliseconds(250), acts: 20)}");
        output.WriteLine($"mark -> {Watchers} watchers at the live object, 40/s in one room (paced at 100 ms a viewer): {await Measured(house, TimeSpan.FromMilliseconds(25), acts: 120)}");
    }

    private static async Task<Latencies> Measured(House house, TimeSpan every, int acts)
    {
        var latencies = new Latencies();
        var asked = new long[acts + 1];
        var first = (house.Rooms.Find("panel") ?? throw new InvalidOperationException()).State.Version;
        using var stop = new CancellationTokenSource();
        string[] people = [.. "ABCDEFGHIJKLMNO".Select(s => House.Expert(s).Id), "office", "office2", "supervisor", "office", "supervisor"];
        var watchers = people.Take(Watchers).Select(person => Watch(house, person, asked, first, latencies, stop.Token)).ToArray();
        using var timer = new PeriodicTimer(every);
        for (var i = 1; i <= acts; i++)
        {
            await timer.WaitForNextTickAsync();
            asked[i] = Stopwatch.GetTimestamp();
            // Each revision tells its number in its reason.
            await house.Do("expert-b", "panel", new Revise("d1", Criterion, i % 2 == 0 ? 55 : 60, string.Create(CultureInfo.InvariantCulture, $"{first}/{i}")));
        }
        await Task.WhenAll(watchers);
        return latencies;
    }

    /// <summary>Takes the time of every act as it is first seen, until the last is.</summary>
    private static async Task Watch(House house, string person, long[] asked, long first, Latencies latencies, CancellationToken ct)
    {
        var seen = 0;
        await foreach (var view in house.Rooms.Watch(person, "panel", ct))
        {
            var reason = view.Dossiers[0].Items?[0].Marks.First(m => m.Seat == "B").Reason?.Split('/');
            if (reason is not [var run, var number] || run != first.ToString(CultureInfo.InvariantCulture)) continue;
            for (var newest = int.Parse(number, CultureInfo.InvariantCulture); seen < newest;) latencies.Add(asked[++seen]);
            if (seen == asked.Length - 1) return;
        }
    }
}
