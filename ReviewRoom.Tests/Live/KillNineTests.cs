using System.Collections.Concurrent;
using System.Diagnostics;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Live;

/// <summary>The program under load is killed without warning, again and again, on the same data folder; on two folders at a time.</summary>
public class KillNineTests
{
    private const int Folders = 2, Kills = 25;

    [Fact]
    public async Task Fifty_kills_under_load_lose_no_receipt_store_nothing_twice_and_leave_the_chain_whole()
    {
        var houses = await Task.WhenAll(Enumerable.Range(0, Folders).Select(place => Task.Run(() =>
        {
            var house = new KilledHouse(new Random(20260302 + place));
            // Every fifth run is killed while it starts, the first ones while the table is made.
            for (var i = 0; i < Kills; i++) house.RunAndKill(duringStart: i < 2 || i % 5 == 0);
            return house;
        })));

        Assert.All(houses, house => house.AssertItIsWhole(Kills));
    }
}

/// <summary>One data folder, whose programs are all killed, and what they had said before.</summary>
internal sealed class KilledHouse(Random random)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "ReviewRoom.Tests.exe" : "ReviewRoom.Tests");

    private readonly string folder = Directory.CreateTempSubdirectory("killed-").FullName;
    private readonly ConcurrentDictionary<string, Receipt> receipts = new();
    private readonly ConcurrentDictionary<string, bool> asked = new();
    private readonly ConcurrentBag<string> contradictions = [];

    public void AssertItIsWhole(int kills)
    {
        Assert.Empty(contradictions);
        Assert.True(receipts.Count > kills, $"Only {receipts.Count} receipts: no load.");
        using var ledger = new TemporaryLedger(folder);
        AssertEveryReceiptIsFound(ledger);
        AssertNothingIsTwice(ledger);
        Assert.All(ledger.Reader.Streams("room/"), stream =>
            Assert.True(Verification.Of(ledger.Exporter.Lines(stream, long.MaxValue, _ => true).Select(line => (ReadOnlyMemory<byte>)line.AsMemory(0, line.Length - 1))).IsWhole));
        AssertItOpensQuickly();
    }

    public void RunAndKill(bool duringStart)
    {
        using var child = Process.Start(new ProcessStartInfo(Program)
        {
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" },
            ArgumentList = { CrashLoad.Verb, folder }, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("The load did not start.");
        // What was acknowledged must be acknowledged alike; what was asked and not answered is settled now, once.
        foreach (var command in asked.Keys.Where(c => !receipts.ContainsKey(c)).Concat(receipts.Keys.Take(5))) child.StandardInput.WriteLine(command);
        child.StandardInput.WriteLine();
        child.StandardInput.Flush();
        if (duringStart) child.WaitForExit(random.Next(50, 400));
        else ReadUntil(child, random.Next(1, 300));
        child.Kill();
        Heed(child.StandardOutput.ReadToEnd());
        child.WaitForExit();
    }

    private void ReadUntil(Process child, int enough)
    {
        while (enough > 0)
        {
            if (child.StandardOutput.ReadLine() is not { } line) throw new InvalidOperationException(child.StandardError.ReadToEnd());
            Heed(line + "\n");
            if (line.StartsWith("receipt", StringComparison.Ordinal)) enough--;
        }
    }

    /// <summary>Takes in whole lines; one that the kill cut off says nothing.</summary>
    private void Heed(string output)
    {
        foreach (var line in output[..(output.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (words[0] == "ask") asked[words[1]] = true;
            if (words[0] != "receipt") continue;
            var receipt = new Receipt(words[2], int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture), words[4]);
            if (receipts.GetOrAdd(words[1], receipt) != receipt) contradictions.Add(line);
        }
    }

    private void AssertEveryReceiptIsFound(TemporaryLedger ledger) =>
        Assert.All(receipts, r => Assert.Equal(r.Value, ledger.Reader.Find(r.Key)?.Receipt));

    private static void AssertNothingIsTwice(TemporaryLedger ledger)
    {
        var entries = ledger.Reader.Streams("room/").SelectMany(s => ledger.Reader.Read(s)).ToArray();
        Assert.Equal(entries.Length, entries.Select(e => e.CommandId).Distinct().Count());
        foreach (var own in entries.GroupBy(e => (e.Header.Stream, e.Header.Actor)))
            Assert.Equal(Enumerable.Range(1, own.Count()), own.Select(e => e.Number));
    }

    private void AssertItOpensQuickly()
    {
        var watch = Stopwatch.StartNew();
        using var house = new House(TimeProvider.System, folder);
        Assert.NotEmpty(house.Rooms.Rooms);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Opening took {watch.Elapsed}.");
    }
}
