using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Live;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Bench;

/// <summary>A start over a ledger of a million entries in forty rooms, until every room is folded and its chain checked.</summary>
internal static class RestartBench
{
    private const int Rooms = 40, Entries = 1_000_000;

    public static async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("million-").FullName;
        using (var house = new House(TimeProvider.System, folder))
        {
            for (var i = 0; i < Rooms; i++) await house.ARoom($"panel-{i}", seats: 15, dossiers: 10);
            await Task.WhenAll(Enumerable.Range(0, Rooms).Select(i => Task.Run(() => Fill(house.Ledger, $"room/panel-{i}"))));
            house.Ledger.Close();
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            house.Restart();
            var first = watch.Elapsed;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"restart with {house.Rooms.Rooms.Sum(r => r.Version):#,0} entries in {house.Rooms.Rooms.Count} rooms: all open after {first.TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s CPU"));
        }
    }

    /// <summary>Marks put into the ledger as they would be after their decision; the writer takes them as it takes any.</summary>
    private static async Task Fill(TemporaryLedger ledger, string stream)
    {
        var head = ledger.Reader.HeadOf(stream);
        var criteria = House.Rubric().Criteria;
        var pending = new Queue<Task>();
        for (var i = 0; head.Version < Entries / Rooms; i++)
        {
            var seat = "ABCDEFGHIJKLMNO"[i % 15];
            RoomEvent marked = new MarkGiven($"d{(i % 10) + 1}", $"{seat}", criteria[i % criteria.Length].Code, new Domain.Rubrics.Rate(i % 21 * 5));
            var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(Chain.SaltLength);
            var entry = Chain.Next(head, stream, new Asking(House.Expert(seat), DateTimeOffset.UtcNow, default), House.Id(), "", i, salt, Canonical.Bytes(marked));
            head = Head.Of(entry);
            pending.Enqueue(ledger.Writer.Append(entry));
            if (pending.Count > 200) await pending.Dequeue();
        }
        await Task.WhenAll(pending);
    }
}
