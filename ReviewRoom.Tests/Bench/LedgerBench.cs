using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Bench;

/// <summary>
/// Durable commits of bare SQLite as the ceiling (the same rows and indexes, one synced commit a group, no guards), the same through the pen (guards and a savepoint
/// an act), then acts through the one writer from 500 streams, each with one act under way.
/// </summary>
internal static class LedgerBench
{
    private const int Streams = 500;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    public static async Task Run(TextWriter output)
    {
        var (single, _) = Grouped(1, guards: false);
        var (grouped, cpu) = Grouped(Streams, guards: false);
        output.WriteLine(Line($"bare SQLite, synchronous=FULL: {single:#,0} single commits/s; {grouped:#,0} rows/s in groups of {Streams} ({cpu:0.0} us CPU a row)"));
        var (guarded, guardedCpu) = Grouped(Streams, guards: true);
        output.WriteLine(Line($"the same with the ledger's guards and a savepoint an act: {guarded:#,0} rows/s = {guarded / grouped:0.00} x bare ({guardedCpu:0.0} us CPU a row)"));
        await Writer(TimeSpan.FromSeconds(1));
        var before = Environment.CpuUsage.TotalTime;
        var (perSecond, latencies) = await Writer(Time);
        cpu = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / latencies.Count;
        output.WriteLine(Line($"durable acts through the writer, {Streams} streams: {perSecond:#,0}/s = {perSecond / single:0.0} x single commits, {perSecond / grouped:0.00} x bare groups = {perSecond / guarded:0.00} x guarded ({cpu:0.0} us CPU an act, making it included); {latencies}"));
    }

    /// <summary>Rows a second by one thread that does nothing else.</summary>
    private static (double PerSecond, double Cpu) Grouped(int group, bool guards)
    {
        using var ledger = new TemporaryLedger();
        ledger.Close();
        using var pen = new LedgerPen(ledger.File);
        if (!guards) Unguard(ledger);
        var heads = new Head[Streams];
        Array.Fill(heads, Head.None);
        var prepared = new Queue<Entry>(Enumerable.Range(0, Streams * 200).Select(i => Made(heads, i % Streams)));
        var rows = 0;
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Time && prepared.Count >= group)
        {
            pen.Begin();
            for (var i = 0; i < group; i++)
                if (guards ? !pen.Put(prepared.Dequeue()) : pen.Write(prepared.Dequeue()) != SQLitePCL.raw.SQLITE_DONE) throw new InvalidOperationException("not stored");
            pen.Commit();
            rows += group;
        }
        return (rows / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / rows);
    }

    private static void Unguard(TemporaryLedger ledger)
    {
        using var tool = ledger.Tool();
        using var drop = tool.CreateCommand();
        drop.CommandText = "DROP TRIGGER entries_are_not_changed; DROP TRIGGER entries_are_not_removed; DROP TRIGGER entries_are_not_replaced";
        drop.ExecuteNonQuery();
    }

    private static async Task<(double PerSecond, Latencies Latencies)> Writer(TimeSpan time)
    {
        using var ledger = new TemporaryLedger();
        var latencies = new Latencies();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(i => Task.Run(async () =>
        {
            var head = new[] { Head.None };
            while (watch.Elapsed < time)
            {
                var entry = Made(head, 0, i);
                if (await latencies.Of(() => ledger.Writer.Append(entry)) != Stored.Yes) throw new InvalidOperationException("not stored");
            }
        })));
        return (latencies.Count / watch.Elapsed.TotalSeconds, latencies);
    }

    private static Entry Made(Head[] heads, int at, int? name = null)
    {
        var entry = Entries.Next(heads[at], string.Create(CultureInfo.InvariantCulture, $"room/{name ?? at}"));
        heads[at] = Head.Of(entry);
        return entry;
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
