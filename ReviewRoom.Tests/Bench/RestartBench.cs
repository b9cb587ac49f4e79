using System.Diagnostics;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Live;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Bench;

/// <summary>
/// Starts over a ledger of a million entries in forty rooms, one of them of forty thousand: first with no bookmark, as after an update of the program, then the
/// whole server with bookmarks and as many entries after each as there can be, until it is ready and a room is opened.
/// </summary>
internal static class RestartBench
{
    private const int Rooms = 40, Entries = 1_000_000, Longest = 40_000;

    public static async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("million-").FullName;
        try
        {
            await Filled(folder, output);
            for (var i = 0; i < 2; i++) await Served(folder, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Filled(string folder, TextWriter output)
    {
        using var house = new House(TimeProvider.System, folder, keepsFolder: true);
        for (var i = 0; i < Rooms; i++) await house.ARoom($"panel-{i}", seats: 15, dossiers: 10);
        await FillAll(house.Ledger, Bookmarks.Every - 1);
        house.Ledger.Close();
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        house.Restart();
        output.WriteLine(Line($"start with {house.Rooms.Rooms.Sum(r => r.Version):#,0} entries in {house.Rooms.Rooms.Count} rooms and no bookmark: all folded after {Took(watch, before)}"));
        await FillAll(house.Ledger, 0);
    }

    private static async Task Served(string folder, TextWriter output)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await using var app = await AppUnderTest.Empty(dataFolder: folder);
        using var visitor = app.Visitor();
        (await visitor.GetAsync("/readyz")).EnsureSuccessStatusCode();
        var rooms = app.Get<LiveRooms>();
        output.WriteLine(Line($"the whole server with {rooms.Rooms.Sum(r => r.Version):#,0} entries, {Bookmarks.Every - 1} after each bookmark: ready after {Took(watch, before)}"));
        if (app.Get<PeopleDirectory>().Find("office") is null) await app.Get<People>().AddAll([new("office", "Office", Roles.Office)], AppUnderTest.Password);
        using var office = await app.Api("office");
        (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        (await office.GetAsync("/api/rooms/panel-0")).EnsureSuccessStatusCode();
        output.WriteLine(Line($"first look at a room of {rooms.Find("panel-0")?.State.Version:#,0} entries: {Took(watch, before)}"));
        (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var room = new Live<Room, RoomAct, RoomEvent>("room/panel-0", Room.Named("panel-0"), app.Get<LedgerReader>(), app.Get<LedgerWriter>(), TimeProvider.System);
        await room.Load();
        output.WriteLine(Line($"that room folded from its first entry: {Took(watch, before)}"));
    }

    private static Task FillAll(TemporaryLedger ledger, int less) => Task.WhenAll(Enumerable.Range(0, Rooms).Select(i => Task.Run(() =>
        Fill(ledger, $"room/panel-{i}", (i == 0 ? Longest : (Entries - Longest) / (Rooms - 1)) - less))));

    private static string Took(Stopwatch watch, TimeSpan before) => Line($"{watch.Elapsed.TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s CPU");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Marks put into the ledger as they would be after their decision; the writer takes them as it takes any.</summary>
    private static async Task Fill(TemporaryLedger ledger, string stream, int until)
    {
        var head = ledger.Reader.HeadOf(stream);
        var criteria = House.Rubric().Criteria;
        var pending = new Queue<Task>();
        for (var i = 0; head.Version < until; i++)
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
