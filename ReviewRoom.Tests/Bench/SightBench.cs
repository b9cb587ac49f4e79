using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Bench;

/// <summary>One projection with its canonical bytes and etag: 15 seats, 30 dossiers, all 23 items of each revealed.</summary>
internal static class SightBench
{
    private const int Seats = 15, Dossiers = 30;

    public static Task Run(TextWriter output)
    {
        var given = Given.ARoom(Seats, Dossiers, rubric: Given.Shipped("gbt19580-2012"));
        for (var i = 1; i <= Dossiers; i++) given.Revealed(string.Create(CultureInfo.InvariantCulture, $"d{i}"), [50, 55, 60, 65]);
        foreach (var viewer in (Viewer[])[new Viewer.Office("office"), given.Room.ViewerOf(given.On("B"))])
        {
            var (cold, changed) = (new Latencies(), new Latencies());
            var bytes = 0;
            for (var i = 0; i < 12; i++) bytes = Measure(given, viewer, i < 4 ? new Latencies() : cold, i < 4 ? new Latencies() : changed, i);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one projection for the {viewer.Kind}, {Seats} seats x {Dossiers} dossiers x 23 items revealed ({bytes / 1024:#,0} KiB): cold {cold}"));
            output.WriteLine($"the same with one item changed: {changed}");
        }
        return Task.CompletedTask;
    }

    private static int Measure(Given given, Viewer viewer, Latencies cold, Latencies changed, int round)
    {
        // Folded anew: nothing of it has been projected or counted before.
        var room = given.Entries.Aggregate(Room.Named("room-1"), (r, e) => r.Apply(e.Event, e.Stamp));
        Timed(room, viewer, cold);
        for (var i = 0; i < 5; i++)
        {
            var revised = new Revised("d3", "B", "4.1.2", null, new Domain.Rubrics.Rate((round + i) % 10 * 5), "persuaded", null);
            room = room.Apply(revised, new Stamp(room.Version + 1, Given.Start.AddHours(9), "expert-b"));
            Timed(room, viewer, changed);
        }
        return Canonical.Bytes(Sight.Of(room, Standings.Of([room]), viewer)).Length;
    }

    private static void Timed(Room room, Viewer viewer, Latencies latencies)
    {
        var since = Stopwatch.GetTimestamp();
        if (Sight.Of(room, Standings.Of([room]), viewer) is null) throw new InvalidOperationException("sees nothing");
        latencies.Add(since);
    }
}
