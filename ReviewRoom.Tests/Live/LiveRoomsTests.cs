using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Live;

public class LiveRoomsTests
{
    private static readonly string Criterion = House.Rubric().Criteria[0].Code;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_came_in_as_a_scan_for_this_room_can_be_named_as_one()
    {
        using var house = new House();
        await house.ARoom();
        await house.ARoom("other");
        var hash = new string('a', 64);
        house.Rooms.Scans.Note("other", hash);
        var act = new RecordPaper("d1", "B", [.. House.Rubric().Criteria.Select(c => new PaperMark(c.Code, 60))], NoConflict: true, new Attachment("f-scan", "sheet.pdf", AttachmentType.Pdf, 10, hash));

        var refused = (await house.Rooms.Ask("office", "panel", House.Id(), act, TestContext.Current.CancellationToken)).Refusal;
        house.Rooms.Scans.Note("panel", hash);

        Assert.Equal((RefusalCode.Malformed, "scan"), (refused?.Code, refused?.Field));
        await house.Do("office", "panel", act);
    }

    [Fact]
    public async Task A_watcher_is_given_his_own_projection_at_once()
    {
        using var house = new House();
        await house.ARoom();
        await house.Do("expert-c", "panel", new GiveMark("d1", Criterion, 45));

        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal("B", watch.Current.Viewer.Seat);
        Assert.DoesNotContain("45", Encoding.UTF8.GetString(Canonical.Bytes(watch.Current.Dossiers[0].Mine)), StringComparison.Ordinal);
        Assert.Equal(house.Rooms.View("expert-b", "panel")?.Etag, watch.Current.Etag);
    }

    [Fact]
    public async Task A_change_that_is_not_his_is_not_pushed_and_leaves_no_trace_in_what_follows()
    {
        using var house = new House();
        await house.ARoom();
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync();
        for (var i = 0; i < 10; i++) await house.Do("expert-c", "panel", new GiveMark("d1", Criterion, 5 * i));
        await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 70));

        Assert.True(await Passing(house, next));
        Assert.Equal(70, watch.Current.Dossiers[0].Mine?.Marks[Criterion]);
    }

    [Fact]
    public async Task Many_changes_within_a_tenth_of_a_second_are_one_push_with_the_newest()
    {
        using var house = new House();
        await house.ARoom();
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync().AsTask();
        for (var i = 0; i <= 20; i++) await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 5 * i));

        Assert.False(next.IsCompleted);
        Assert.True(await Passing(house, new ValueTask<bool>(next)));
        Assert.Equal(100, watch.Current.Dossiers[0].Mine?.Marks[Criterion]);
    }

    [Fact]
    public async Task A_change_after_a_quiet_tenth_of_a_second_is_pushed_at_once()
    {
        using var house = new House();
        await house.ARoom();
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();
        house.Clock.Advance(LiveRooms.Pace);

        await house.Do("expert-b", "panel", new GiveMark("d1", Criterion, 70));

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(70, watch.Current.Dossiers[0].Mine?.Marks[Criterion]);
    }

    [Fact]
    public async Task A_better_state_of_an_item_is_pushed_once_when_it_has_stood_for_five_seconds()
    {
        using var house = new House();
        await house.ARoom(seats: 4);
        foreach (var seat in "ABCD") await house.Submit(seat, "panel", "d1", seat == 'A' ? 40 : 60);
        await house.Do("office", "panel", new Reveal("d1"));
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();
        house.Clock.Advance(LiveRooms.Pace);
        await house.Do("expert-a", "panel", new Revise("d1", Criterion, 50, "moved"));
        await watch.MoveNextAsync();
        Assert.Equal((Agreement.Agreed, Agreement.Disputed), (watch.Current.Dossiers[0].Items?[0].State, watch.Current.Dossiers[0].Items?[0].Shown));

        var next = watch.MoveNextAsync().AsTask();
        house.Clock.Advance(Room.Calm - TimeSpan.FromMilliseconds(1));
        Assert.Equal(Agreement.Disputed, house.Rooms.View("expert-c", "panel")?.Dossiers[0].Items?[0].Shown);
        Assert.False(next.IsCompleted);
        house.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await next);
        Assert.Equal((Agreement.Agreed, Agreement.Agreed), (watch.Current.Dossiers[0].Items?[0].State, watch.Current.Dossiers[0].Items?[0].Shown));
        Assert.Null(house.Rooms.Find("panel")?.State.CalmAt);
    }

    [Fact]
    public async Task A_watch_ends_when_the_person_may_not_see_the_room_any_more()
    {
        using var house = new House();
        await house.ARoom();
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync();
        house.Put(House.Expert('B'), disabled: true);

        Assert.False(await Passing(house, next));
        Assert.Null(house.Rooms.View("expert-b", "panel"));
        Assert.Equal(0, house.Rooms.Watching);
    }

    [Fact]
    public async Task A_confirmed_conflict_takes_the_dossier_away_with_the_next_push()
    {
        using var house = new House();
        await house.ARoom();
        await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync();
        await house.Do("office", "panel", new RaiseConflict("d1", "B", "EMPLOYMENT_3Y", "worked there"));

        Assert.True(await Passing(house, next));
        Assert.Equal("""{"id":"d1","suspended":true}""", Encoding.UTF8.GetString(Canonical.Bytes(watch.Current.Dossiers[0])));
    }

    [Fact]
    public async Task A_reveal_in_another_room_of_the_session_reaches_the_standings_here()
    {
        using var house = new House();
        await house.ARoom("one");
        await house.ARoom("two");
        await Revealed(house, "one");
        await using var watch = house.Rooms.Watch("office", "one", Token).GetAsyncEnumerator(Token);
        await watch.MoveNextAsync();
        Assert.Equal(1, watch.Current.Dossiers[0].Standing?.Of);

        var next = watch.MoveNextAsync();
        await Revealed(house, "two");

        Assert.True(await Passing(house, next));
        Assert.Equal(2, watch.Current.Dossiers[0].Standing?.Of);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("unknown")]
    public async Task Who_may_not_know_a_room_is_told_that_there_is_none(string person)
    {
        using var house = new House();
        await house.ARoom();

        var answer = await house.Rooms.Ask(person, "panel", House.Id(), new GiveMark("d1", Criterion, 60), Token);
        var nowhere = await house.Rooms.Ask("expert-b", "nowhere", House.Id(), new GiveMark("d1", Criterion, 60), Token);

        Assert.Equal(new RoomAnswer(null, new Refusal(RefusalCode.NotFound), null), answer);
        Assert.Equal(answer, nowhere);
        Assert.Null(house.Rooms.View(person, "panel"));
    }

    [Fact]
    public async Task A_room_folded_anew_gives_every_viewer_the_same_bytes()
    {
        using var house = new House();
        await house.ARoom("one", dossiers: 2);
        await Revealed(house, "one");
        await house.Do("expert-b", "one", new WriteRemark("d1", Criterion, "为什么？", new Place("4.1 ¶2")));
        await house.Do("expert-c", "one", new Revise("d1", Criterion, 45, "persuaded"));
        await house.Do("office", "one", new RaiseConflict("d2", "E", "DISPUTE_3Y", "a dispute"));
        await house.Do("expert-a", "one", new GiveMark("d2", Criterion, 30));
        string[] people = ["office", "office2", "supervisor", "expert-a", "expert-b", "expert-e"];
        var before = people.Select(p => Canonical.Bytes(house.Rooms.View(p, "one"))).ToArray();

        house.Restart();

        Assert.Equal(before, people.Select(p => Canonical.Bytes(house.Rooms.View(p, "one"))));
    }

    [Fact]
    public async Task After_a_restart_ranks_span_all_rooms_of_the_session()
    {
        using var house = new House();
        foreach (var room in (string[])["one", "two", "three"])
        {
            await house.ARoom(room);
            await Revealed(house, room);
        }

        house.Restart();

        Assert.All((string[])["one", "two", "three"], room => Assert.Equal(3, house.Rooms.View("office", room)?.Dossiers[0].Standing?.Of));
    }

    [Fact]
    public async Task Presence_is_heard_counted_by_pages_and_leaves_no_entry()
    {
        using var house = new House();
        var room = await house.ARoom();
        var version = room.State.Version;

        house.Rooms.Joined("expert-b", "panel");
        house.Rooms.Joined("expert-b", "panel");
        house.Rooms.Left("expert-b", "panel");
        await house.Do("expert-a", "panel", new GiveMark("d1", Criterion, 60));
        var with = house.Rooms.View("expert-a", "panel")?.Seats[1].Presence;
        house.Rooms.Left("expert-b", "panel");
        await house.Do("expert-a", "panel", new GiveMark("d1", Criterion, 65));
        var without = house.Rooms.View("expert-a", "panel")?.Seats[1].Presence;

        Assert.Equal(Presence.Online, with);
        Assert.Equal(Presence.Offline, without);
        Assert.Equal(version + 2, room.State.Version);
    }

    [Fact]
    public async Task Two_hundred_joins_and_leaves_leave_nobody_behind()
    {
        using var house = new House();
        await house.ARoom();
        for (var i = 0; i < 200; i++)
        {
            await using var watch = house.Rooms.Watch("expert-b", "panel", Token).GetAsyncEnumerator(Token);
            await watch.MoveNextAsync();
        }

        Assert.Equal(0, house.Rooms.Watching);
    }

    [Fact]
    public async Task A_circuit_that_hangs_does_not_hold_the_room()
    {
        using var house = new House();
        await house.ARoom();
        var hung = new HungContext();

        var own = hung.Run(() => house.Rooms.Ask("expert-b", "panel", House.Id(), new GiveMark("d1", Criterion, 60)));
        await house.Do("expert-c", "panel", new GiveMark("d1", Criterion, 60));

        Assert.NotNull((await own).Receipt);
        Assert.Equal(0, hung.Posted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("Panel A")]
    public async Task A_room_id_that_is_none_is_malformed(string id)
    {
        using var house = new House();
        var room = await house.ARoom();

        var answer = await house.Rooms.Create(House.Office, House.Id(), id, new CreateRoom("T", "s", "S", room.State.Rubric, room.State.Settings, [new("A", "x", "X", true)], []));

        Assert.Equal(RefusalCode.Malformed, answer.Refusal?.Code);
    }

    [Fact]
    public async Task A_room_that_was_refused_does_not_exist_and_one_that_exists_is_not_made_again()
    {
        using var house = new House();
        var room = await house.ARoom();
        var plan = new CreateRoom("T", "s", "S", room.State.Rubric, room.State.Settings, [new("A", "x", "X", true)], []);

        var byExpert = await house.Rooms.Create(House.Expert('B'), House.Id(), "other", plan);
        var again = await house.Rooms.Create(House.Office, House.Id(), "panel", plan);

        Assert.Equal(RefusalCode.NotAllowed, byExpert.Refusal?.Code);
        Assert.Null(house.Rooms.Find("other"));
        Assert.Equal(RefusalCode.NotAllowed, again.Refusal?.Code);
        Assert.Equal(["Panel panel"], house.Rooms.Rooms.Select(r => r.Title));
    }

    private static async Task Revealed(House house, string room)
    {
        foreach (var seat in "ABCDE") await house.Submit(seat, room, "d1", 40 + (5 * (seat - 'A')));
        await house.Do("office", room, new Reveal("d1"));
    }

    /// <summary>Lets the time pass until the awaited push is there.</summary>
    private static async Task<bool> Passing(House house, ValueTask<bool> push)
    {
        var task = push.AsTask();
        while (!task.IsCompleted)
        {
            house.Clock.Advance(LiveRooms.Pace);
            await Task.Yield();
        }
        return await task;
    }

    /// <summary>A circuit whose thread never comes back: whatever is posted to it stays there.</summary>
    private sealed class HungContext : SynchronizationContext
    {
        private int posted;

        public int Posted => posted;

        public override void Post(SendOrPostCallback d, object? state) => Interlocked.Increment(ref posted);

        public T Run<T>(Func<T> call)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                return call();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }
}
