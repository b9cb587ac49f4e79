using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Intake;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Live;

/// <summary>What works in the background goes on by itself once the ledger can be written again.</summary>
public sealed class HeldLedgerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_register_says_is_carried_into_a_quiet_room_later_and_meanwhile_it_is_not_asked_without_a_pause()
    {
        using var house = new House();
        using var registers = new LiveRegisters(house.Ledger.Reader, house.Ledger.Writer, house.People, house.Rooms, Names(), house.Clock, NullLogger<LiveRegisters>.Instance);
        Assert.Null((await registers.Begin("office", House.Id(), "First")).Refusal);
        Assert.Null((await registers.Ask("office", "session-1", House.Id(), new RecordApproval("No. 12", new DateOnly(2026, 1, 1)), Token)).Refusal);
        Assert.Null((await house.Rooms.Create(House.Office, House.Id(), "panel", House.Plan("panel", 5, 1) with { Session = "session-1" })).Refusal);
        var changes = 0;
        house.Rooms.Changed += _ => Interlocked.Increment(ref changes);
        await using var services = new ServiceCollection().AddSingleton(house.Rooms).AddSingleton(registers).BuildServiceProvider();
        using var watch = new RegisterWatch(services, Names(), house.People, house.Clock, NullLogger<RegisterWatch>.Instance);

        using (var holder = house.Ledger.Tool())
        {
            Run(holder, "BEGIN IMMEDIATE");
            await watch.StartAsync(Token);
            await Until(() => house.Ledger.Writer.Trouble is not null);
            // The second look folds the room anew, and that rings.
            await Until(() => Volatile.Read(ref changes) > 0, () => house.Clock.Advance(RegisterWatch.Again));
            await Task.Delay(TimeSpan.FromSeconds(3.5), Token);
            Run(holder, "ROLLBACK");
        }
        Assert.InRange(Volatile.Read(ref changes), 1, 2);
        await Until(() => house.Rooms.Find("panel")?.State.Approval is not null, () => house.Clock.Advance(RegisterWatch.Again));
        await watch.StopAsync(Token);

        Assert.Equal("No. 12", house.Rooms.Find("panel")?.State.Approval?.Document);
    }

    [Fact]
    public async Task A_stop_of_the_program_that_could_not_be_written_down_is_written_down_later()
    {
        using var house = new House();
        await house.ARoom(declared: false);
        house.Rooms.Joined("expert-b", "panel");
        await AttendanceWatch.Look(house.Rooms, "panel", house.Clock.GetUtcNow(), house.Clock);
        house.Restart();
        await using var services = new ServiceCollection().AddSingleton(house.Rooms).BuildServiceProvider();
        using var watch = new AttendanceWatch(services, house.Clock, NullLogger<AttendanceWatch>.Instance);

        using (var holder = house.Ledger.Tool())
        {
            Run(holder, "BEGIN IMMEDIATE");
            await watch.StartAsync(Token);
            await Until(() => house.Ledger.Writer.Trouble is not null);
            Run(holder, "ROLLBACK");
        }
        await Until(() => Restarts(house) > 0, () => house.Clock.Advance(AttendanceWatch.Pace));
        house.Clock.Advance(AttendanceWatch.Pace);
        await watch.StopAsync(Token);

        Assert.Equal(1, Restarts(house));
    }

    private static int Restarts(House house) => house.Ledger.Reader.Read("room/panel").Count(e => Canonical.Read<RoomEvent>(e.Body) is Restarted);

    private static Identification Names() => new(RegisterJson.NameParts(Shipped.Bytes("scheme/name-parts.json")));

    private static void Run(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task Until(Func<bool> so, Action? meanwhile = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!so())
        {
            meanwhile?.Invoke();
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }
}
