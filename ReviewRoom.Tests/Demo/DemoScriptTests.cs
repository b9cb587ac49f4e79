using ReviewRoom.Demo;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Demo;

public sealed class DemoScriptTests
{
    private static readonly DateTimeOffset Begins = new(2026, 11, 26, 6, 0, 0, TimeSpan.Zero);
    private static readonly DemoFiles Files = DemoFiles.Read(Shipped.Folder);

    [Theory]
    [InlineData("panel-a", "org-01", Phase.Signed)]
    [InlineData("panel-a", "org-02", Phase.Closed)]
    [InlineData("panel-a", "org-04", Phase.Deliberation)]
    [InlineData("panel-a", "org-11", Phase.Independent)]
    [InlineData("panel-a", "org-10", Phase.Waiting)]
    [InlineData("panel-b", "org-05", Phase.Signed)]
    [InlineData("panel-b", "org-06", Phase.Closed)]
    [InlineData("panel-b", "org-09", Phase.Independent)]
    [InlineData("panel-b", "org-12", Phase.Independent)]
    public void Every_act_is_accepted_and_each_dossier_gets_as_far_as_planned(string room, string dossier, Phase phase)
    {
        Assert.Equal(phase, Played(room).Find(dossier)?.Phase);
    }

    [Theory]
    [InlineData("panel-a", "org-01")]
    [InlineData("panel-a", "org-02")]
    [InlineData("panel-a", "org-04")]
    [InlineData("panel-b", "org-05")]
    [InlineData("panel-b", "org-06")]
    public void A_dossier_after_its_deliberation_has_the_expected_total(string room, string id)
    {
        var played = Played(room);
        var dossier = Assert.IsType<Dossier>(played.Find(id));
        var expected = Shipped.Expected("expected-results.json")["results"]!.AsArray().Single(a => (string)a!["applicantId"]! == id)!["after"]!["total"]!;

        var total = played.TallyOf(dossier).Total;

        Assert.Equal(new Rational((long)expected["num"]!, (long)expected["den"]!), total);
    }

    [Fact]
    public void The_office_sees_a_live_figure_over_three_of_the_four_sheets()
    {
        var office = Assert.IsType<RoomView>(Played("panel-b").For(new Viewer.Office("office")));

        var dossier = office.Dossiers.Single(d => d.Id == "org-09");
        Assert.Equal((4, 7), (dossier.Progress?.Submitted, dossier.Progress?.Eligible));
        Assert.Equal(3, dossier.Aggregate?.N);
    }

    [Fact]
    public void The_waiting_dossier_has_nobody_recused_and_nothing_signed()
    {
        var waiting = Assert.IsType<Dossier>(Played("panel-a").Find("org-10"));

        Assert.Empty(waiting.Conflicts);
        Assert.All(waiting.Sheets, s => Assert.False(s.Declared));
    }

    [Fact]
    public void One_conflict_waits_to_be_settled_and_one_expert_is_recused()
    {
        var room = Played("panel-b");

        Assert.Equal([ConflictState.Raised], room.Find("org-12")?.Conflicts.Select(c => c.State));
        Assert.Equal([(ConflictState.Confirmed, "RELATIVE")], room.Find("org-05")?.Conflicts.Select(c => (c.State, c.Type)));
    }

    [Fact]
    public void Comments_carry_the_place_of_what_they_quote()
    {
        var comments = Played("panel-a").Dossiers.SelectMany(d => d.Sheets).SelectMany(s => s.Comments).ToArray();

        Assert.NotEmpty(comments);
        Assert.All(comments.Where(c => c.Place is not null), c => Assert.Matches(@"^4\.\d\.\d ¶\d+$", c.Place?.At ?? ""));
        Assert.Contains(comments, c => c.Place is not null);
    }

    [Fact]
    public void Everything_happened_before_the_demonstration_began()
    {
        Assert.All(Steps("panel-a").Concat(Steps("panel-b")), step => Assert.InRange(step.Before, TimeSpan.Zero, DemoScript.SetUp));
    }

    private static Room Played(string id)
    {
        var room = Room.Named(id);
        foreach (var step in Steps(id))
        {
            var at = Begins - step.Before;
            var act = step.Act(room);
            var entropy = new byte[32];
            BitConverter.TryWriteBytes(entropy, room.Version);
            var outcome = room.Decide(act, new Asking(step.By, at, entropy));
            Assert.True(outcome.Event is not null, $"{act}: {outcome.Refusal}");
            room = room.Apply(outcome.Event, new Stamp(room.Version + 1, at, step.By.Id));
        }
        return room;
    }

    private static IReadOnlyList<DemoStep<Room, RoomAct>> Steps(string room) =>
        new DemoScript(Files, Files.Meeting.Rooms.Single(r => r.Id == room), DemoPeople.Of(Files).ToDictionary(p => p.Id)).Steps();
}
