using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Rehearsals;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Rehearsals;

public sealed class PlayTests
{
    private static readonly RehearsalSettings ByItself = new(Tempo.Fastest, Chairs: true);

    [Fact]
    public async Task Simulated_experts_play_a_whole_meeting_to_the_last_signature()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(dossiers: 2, declared: false);

        var id = await scene.Begun(ByItself);
        scene.Look(id);
        var room = await scene.When(id, r => r.Dossiers.All(d => d.Phase == Phase.Signed));

        var kinds = scene.Entries(id).Select(e => e.Header.Kind).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["declared", "marked", "commented", "submitted", "revealed", "remarked", "revised", "itemClosed", "closed", "signed"], StringComparer.Ordinal), kinds);
        Assert.All(room.Dossiers, d => Assert.True(room.TallyOf(d).Valid));
        Assert.Empty(scene.House.Ledger.Reader.Streams("room/rehearsal"));
    }

    [Fact]
    public async Task While_nobody_looks_nothing_is_played()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(ByItself);
        await Task.Yield();
        var before = scene.House.Rooms.Find(id)?.State.Version;

        scene.Look(id);
        await scene.When(id, r => r.Version > 3);

        Assert.Equal(1, before);
    }

    [Fact]
    public async Task The_office_opens_reveals_and_closes_itself_unless_it_lets_that_be_played()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(ByItself with { Chairs = false });
        scene.Look(id);

        await scene.When(id, r => r.Dossiers[0].Sheets.All(s => s.Declared));
        Assert.Equal(Phase.Waiting, scene.House.Rooms.Find(id)?.State.Dossiers[0].Phase);
        await scene.House.Do("office", id, new Open("d1"));
        await scene.When(id, r => r.Dossiers[0].Sheets.All(s => s.IsSubmitted));
        await scene.House.Do("office", id, new Reveal("d1"));
        var revealed = await scene.When(id, r => r.Dossiers[0].Phase == Phase.Deliberation && r.TallyOf(r.Dossiers[0]).Items.All(i => !i.Open));

        Assert.Equal(Phase.Deliberation, revealed.Dossiers[0].Phase);
    }

    [Fact]
    public async Task A_seat_that_a_person_has_taken_is_left_to_him()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(ByItself);
        scene.House.Rooms.Joined("expert-b", id);

        scene.Look(id);
        var room = await scene.When(id, r => r.Dossiers[0].Sheets.Count(s => s.IsSubmitted) == 4);

        Assert.Equal(0, room.ActsBy("expert-b"));
        Assert.False(room.Dossiers[0].Sheets[1].Declared);
        Assert.Equal(Phase.Independent, room.Dossiers[0].Phase);
    }

    [Fact]
    public async Task At_the_pace_of_a_meeting_acts_come_one_by_one_as_time_passes()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(new RehearsalSettings(Tempo.Real, Chairs: true));
        scene.Look(id);

        await scene.When(id, r => r.Dossiers[0].Phase == Phase.Independent);
        var still = scene.House.Rooms.Find(id)?.State.Dossiers[0].Sheets.Sum(s => s.Marks.Count(m => m is not null));
        while (scene.House.Rooms.Find(id)?.State.Dossiers[0].Sheets.Any(s => s.IsBegun) == false)
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(0, still);
    }

    [Fact]
    public void The_same_seed_gives_the_same_marks()
    {
        var first = new Judgement(7, "expert-a");
        var again = new Judgement(7, "expert-a");
        var other = new Judgement(8, "expert-a");
        var codes = House.Rubric().Criteria.Select(c => c.Code).ToArray();

        Assert.Equal(codes.Select(c => first.RateOf("d1", c)), codes.Select(c => again.RateOf("d1", c)));
        Assert.NotEqual(codes.Select(c => first.RateOf("d1", c)), codes.Select(c => other.RateOf("d1", c)));
        Assert.All(codes, c => Assert.Equal(0, first.RateOf("d1", c) % 5));
    }

    [Fact]
    public async Task Before_the_reveal_no_simulated_expert_knows_or_tells_anything_of_another_sheet()
    {
        await using var scene = new RehearsalScene();
        await scene.House.ARoom(declared: false);
        var id = await scene.Begun(ByItself with { Chairs = false });
        scene.Look(id);
        await scene.House.Do("office", id, new Open("d1"));

        await scene.When(id, r => r.Dossiers[0].Sheets.All(s => s.IsSubmitted));

        var seen = scene.House.Rooms.View("expert-b", id)?.Dossiers[0];
        Assert.Null(seen?.Items);
        Assert.Null(seen?.Aggregate);
        Assert.Equal(House.Rubric().Criteria.Length, seen?.Mine?.Marks.Count + seen?.Mine?.CannotJudge.Count);
    }
}
