using System.Diagnostics;
using ReviewRoom.Demo;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Demo;

public sealed class DemoRecordTests
{
    private const string Stream = "room/panel-a";
    private static readonly DateTimeOffset Begins = new(2026, 11, 26, 6, 0, 0, TimeSpan.Zero);
    private static readonly DemoFiles Files = DemoFiles.Read(Shipped.Folder);

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        using var ledger = new TemporaryLedger();
        await Write(ledger, Steps());
        var head = ledger.Reader.HeadOf(Stream);

        await Write(ledger, Steps());

        Assert.Equal(head, ledger.Reader.HeadOf(Stream));
    }

    [Fact]
    public async Task A_start_that_was_killed_is_finished_by_the_next_with_the_same_times()
    {
        using var ledger = new TemporaryLedger();
        await Write(ledger, Steps().Take(700).ToArray());

        await Write(ledger, Steps());

        var entries = ledger.Reader.Read(Stream).ToArray();
        Assert.Equal(Steps().Count, entries.Length);
        Assert.Equal(Begins - Steps()[^1].Before, entries[^1].Header.Time);
        var head = Head.None;
        foreach (var entry in entries)
        {
            Assert.True(Chain.Follows(head, entry));
            head = Head.Of(entry);
        }
    }

    [Fact]
    public async Task A_room_is_on_record_within_a_few_seconds()
    {
        using var ledger = new TemporaryLedger();
        var clock = Stopwatch.StartNew();

        await Write(ledger, Steps());

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private static Task Write(TemporaryLedger ledger, IReadOnlyList<DemoStep<Room, RoomAct>> steps)
    {
        var record = new DemoRecord(ledger.Reader, ledger.Writer);
        return record.Write<Room, RoomAct, RoomEvent>(Stream, Room.Named("panel-a"), steps, record.BeginsAt(Stream, DemoScript.SetUp, Begins));
    }

    private static IReadOnlyList<DemoStep<Room, RoomAct>> Steps() =>
        new DemoScript(Files, Files.Meeting.Rooms.Single(r => r.Id == "panel-a"), DemoPeople.Of(Files).ToDictionary(p => p.Id)).Steps();
}
