using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Live;

public sealed class ConflictWatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fact_taken_into_the_register_suspends_the_expert_at_once_and_a_dismissed_one_stays_dismissed()
    {
        await using var app = await AppUnderTest.Demo();
        var (rooms, registers) = (app.Get<LiveRooms>(), app.Get<LiveRegisters>());
        var four = registers.View("office").Registers.Single().Experts.Single(e => e.Id == "exp-04");
        var employed = four with { Posts = four.Posts.Add(new Post(new OrganisationRef(Name: "平定拾窑砂器文创有限公司"), "顾问", new Span(new DateOnly(2025, 1, 1)))) };

        Assert.Null((await registers.Ask("office", "session-6", "c1", new TakeExperts([employed]), Token)).Refusal);
        var raised = await Until(rooms, c => c is { Seat: "D", State: ConflictState.Raised });

        Assert.Equal((ConflictSource.Registry, "experts.exp-04.employments[2]"), (raised.Source, raised.Basis?.DataRef));
        Assert.True(rooms.View("expert-04", "panel-a")!.Dossiers.Single(d => d.Id == "org-11").Suspended);
        foreach (var person in new[] { "office", "office2" })
            Assert.Null((await rooms.Ask(person, "panel-a", $"dismiss {person}", new DismissConflict(raised.Id, "同名单位"), Token)).Refusal);
        Assert.Null((await registers.Ask("office", "session-6", "c2", new TakeExperts([employed with { Title = "研究员" }]), Token)).Refusal);
        await registers.Ask("office", "session-6", "c3", new TakeExperts([employed with { Offices = [new Post(new OrganisationRef("org-11"), "监事", new Span())] }]), Token);

        var second = await Until(rooms, c => c is { Seat: "D", State: ConflictState.Raised });
        Assert.Equal("experts.exp-04.offices[0]", second.Basis?.DataRef);
    }

    [Fact]
    public async Task Who_is_seated_is_checked_before_he_sees_anything()
    {
        await using var app = await AppUnderTest.Demo();
        var rooms = app.Get<LiveRooms>();
        var plan = new CreateRoom(
            "又一组", "session-6", "第六届", rooms.Rooms[0].Rubric, new RoomSettings(), [new SeatPlan("A", "expert-01", "韩牧之", true), new SeatPlan("B", "expert-28", "孟知行")],
            [new DossierPlan("org-12", "阳泉安栖物业服务有限公司", ApplicantKind.Organisation), new DossierPlan("ind-04", "赖成栋", ApplicantKind.Individual)]);

        Assert.Null((await rooms.Create(Given.Office, "c1", "panel-c", plan)).Refusal);

        Assert.Equal((ConflictStrength.Direct, "RELATIVE"), await Kind(c => c.Dossier == "org-12"));
        Assert.Equal((ConflictStrength.Derived, "RELATIVE"), await Kind(c => c.Dossier == "ind-04"));
        Assert.Equal([true, null], rooms.View("expert-28", "panel-c")?.Dossiers.Select(d => d.Suspended) ?? []);

        async Task<(ConflictStrength?, string)> Kind(Func<ConflictView, bool> like) => await Until(rooms, like, "panel-c") is var found ? (found.Strength, found.Type) : default;
    }

    [Fact]
    public async Task The_demonstrations_own_panels_are_left_as_they_are()
    {
        await using var app = await AppUnderTest.Demo();
        var (rooms, registers) = (app.Get<LiveRooms>(), app.Get<LiveRegisters>());

        await registers.Ask("office", "session-6", "c1", new NameSession("再命名"), Token);

        Assert.All(rooms.Rooms, room => Assert.DoesNotContain(room.Dossiers.SelectMany(d => d.Conflicts), c => c.Source == ConflictSource.Registry));
    }

    /// <summary>The first conflict like this that the office is shown, as soon as it is.</summary>
    private static async Task<ConflictView> Until(LiveRooms rooms, Func<ConflictView, bool> like, string room = "panel-a")
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await foreach (var view in rooms.Watch("office", room, patience.Token))
            if (view.Dossiers.SelectMany(d => d.Conflicts.GetValueOrDefault([])).FirstOrDefault(like) is { } found) return found;
        throw new InvalidOperationException("The room was closed.");
    }
}
