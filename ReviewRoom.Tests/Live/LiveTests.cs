using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Live;

public class LiveTests
{
    private static readonly string Criterion = House.Rubric().Criteria[0].Code;

    [Fact]
    public async Task A_receipt_carries_the_persons_own_number_and_the_stored_body_hash()
    {
        using var house = new House();
        await house.ARoom();

        var receipt = await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 65));

        var entry = house.Ledger.Reader.Read("room/panel").Last();
        Assert.Equal(new Receipt("room/panel", 2, entry.Header.BodyHash), receipt);
        Assert.Equal(receipt.Hash, Chain.BodyHash(entry.Salt, entry.Body));
    }

    [Fact]
    public async Task The_same_command_gives_the_same_receipt_even_after_a_restart()
    {
        using var house = new House();
        await house.ARoom();
        var act = new GiveMark("d1", Criterion, 65);
        var first = await house.Rooms.Ask("expert-b", "panel", "command-1", act);
        await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 70));

        var again = await house.Rooms.Ask("expert-b", "panel", "command-1", act);
        house.Restart();
        var afterwards = await house.Rooms.Ask("expert-b", "panel", "command-1", act);

        Assert.NotNull(first.Receipt);
        Assert.Equal(first.Receipt, again.Receipt);
        Assert.Equal(first.Receipt, afterwards.Receipt);
        Assert.Equal(70, afterwards.View?.Dossiers[0].Mine?.Marks[Criterion]);
    }

    [Fact]
    public async Task A_retried_command_gives_its_receipt_even_where_the_act_would_be_refused_now()
    {
        using var house = new House();
        await house.ARoom();
        foreach (var criterion in House.Rubric().Criteria) await house.Do("expert-b", "panel", new GiveMark("d1", criterion.Code, 60));
        var first = await house.Rooms.Ask("expert-b", "panel", "submit-1", new Submit("d1"));

        var again = await house.Rooms.Ask("expert-b", "panel", "submit-1", new Submit("d1"));

        Assert.NotNull(first.Receipt);
        Assert.Equal(first.Receipt, again.Receipt);
    }

    [Theory]
    [InlineData("expert-b", 70)]
    [InlineData("expert-c", 65)]
    public async Task A_command_id_with_another_act_or_person_behind_it_is_refused(string person, int rate)
    {
        using var house = new House();
        await house.ARoom();
        await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 65));

        var answer = await house.Rooms.Ask(person, "panel", "command-1", new GiveMark("d1", Criterion, rate));

        Assert.Equal(RefusalCode.CommandReused, answer.Refusal?.Code);
        Assert.Null(answer.Receipt);
    }

    [Fact]
    public async Task A_command_id_of_another_room_is_refused()
    {
        using var house = new House();
        await house.ARoom();
        await house.ARoom("other");
        await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 65));

        var answer = await house.Rooms.Ask("expert-b", "other", "command-1", new GiveMark("d1", Criterion, 65));

        Assert.Equal(RefusalCode.CommandReused, answer.Refusal?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_command_id_must_be_one(string commandId)
    {
        using var house = new House();
        await house.ARoom();

        var answer = await house.Rooms.Ask("expert-b", "panel", commandId, new GiveMark("d1", Criterion, 65));

        Assert.Equal(RefusalCode.Malformed, answer.Refusal?.Code);
    }

    [Fact]
    public async Task Two_hundred_concurrent_asks_give_dense_versions_and_unique_receipts()
    {
        using var house = new House();
        var room = await house.ARoom();
        var before = room.State.Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            house.Rooms.Ask(House.Expert("ABCDE"[i % 5]).Id, "panel", House.Id(), new GiveMark("d1", Criterion, i % 21 * 5)))));

        Assert.Equal(200, answers.Select(a => a.Receipt).OfType<Receipt>().Distinct().Count());
        Assert.Equal(Enumerable.Range(1, (int)before + 200).Select(v => (long)v), house.Ledger.Reader.Read("room/panel").Select(e => e.Header.Version));
        Assert.Equal(before + 200, room.State.Version);
    }

    [Fact]
    public async Task A_refused_act_leaves_no_entry()
    {
        using var house = new House();
        var room = await house.ARoom();
        var before = room.State.Version;

        var answer = await house.Rooms.Ask("expert-b", "panel", House.Id(), new GiveMark("d1", Criterion, 63));

        Assert.Equal(RefusalCode.RateOffGrid, answer.Refusal?.Code);
        Assert.Equal(before, house.Ledger.Reader.HeadOf("room/panel").Version);
    }

    [Fact]
    public async Task The_record_is_never_set_back_by_a_clock_that_is()
    {
        using var house = new House(new BackwardClock());
        await house.ARoom(seats: 5);

        var times = house.Ledger.Reader.Read("room/panel").Select(e => e.Header.Time).ToArray();

        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.Equal(0, time.Ticks % TimeSpan.TicksPerMillisecond));
    }

    [Fact]
    public async Task A_late_joiner_is_given_the_newest_state_and_a_slow_one_misses_only_what_is_old()
    {
        using var house = new House();
        var room = await house.ARoom();
        await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 10));
        await using var slow = room.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await slow.MoveNextAsync();
        var joined = slow.Current.Version;

        for (var i = 0; i < 20; i++) await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 5 * i));
        await slow.MoveNextAsync();

        Assert.Equal(room.State.Version - 20, joined);
        Assert.Same(room.State, slow.Current);
    }

    [Fact]
    public async Task A_watcher_that_ends_is_forgotten()
    {
        using var house = new House();
        var room = await house.ARoom();
        for (var i = 0; i < 10; i++)
        {
            await using var watch = room.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
            await watch.MoveNextAsync();
        }

        Assert.Equal(0, room.Watchers);
    }

    [Fact]
    public async Task An_act_that_cannot_be_stored_is_refused_and_the_next_one_finds_the_truth()
    {
        using var house = new House();
        var room = await house.ARoom();
        var before = room.State.Version;
        using (var tool = house.Ledger.Tool())
        {
            using var busy = tool.BeginTransaction();
            var refused = await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 65));
            Assert.Equal(RefusalCode.NotStored, refused.Refusal?.Code);
            Assert.Equal(before, room.State.Version);
            Assert.NotNull(house.Ledger.Writer.Trouble);
        }

        var again = await house.Rooms.Ask("expert-b", "panel", "command-1", new GiveMark("d1", Criterion, 65));

        Assert.NotNull(again.Receipt);
        Assert.Equal(before + 1, room.State.Version);
        Assert.Null(house.Ledger.Writer.Trouble);
    }

    private sealed class BackwardClock : TimeProvider
    {
        private long ticks = House.Start.Ticks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, -12_345), TimeSpan.Zero);
    }
}
