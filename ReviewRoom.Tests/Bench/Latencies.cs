using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ReviewRoom.Tests.Bench;

/// <summary>Times taken, from many tasks at once, told as percentiles.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> taken = [];

    public int Count => taken.Count;

    public void Add(long since) => Add(since, Stopwatch.GetTimestamp());

    public void Add(long since, long until) => taken.Add(Stopwatch.GetElapsedTime(since, until).TotalMilliseconds);

    public async Task<T> Of<T>(Func<Task<T>> call)
    {
        var since = Stopwatch.GetTimestamp();
        var result = await call();
        Add(since);
        return result;
    }

    public override string ToString()
    {
        var sorted = taken.Order().ToArray();
        return sorted.Length == 0 ? "nothing measured"
            : string.Create(CultureInfo.InvariantCulture, $"p50 {At(sorted, 0.50):0.00} ms, p99 {At(sorted, 0.99):0.00} ms, worst {sorted[^1]:0.00} ms (n = {sorted.Length})");
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
