using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Conduct;

/// <summary>What a withdrawn review qualification does in the rooms of the demonstration. Expert 01 sits on panel A, with marks of his own.</summary>
public sealed class WithdrawnTests : IAsyncLifetime
{
    private const string Expert = "expert-01";

    private AppUnderTest? app;

    private AppUnderTest App => app ?? throw new InvalidOperationException("The server has not started.");

    private LiveConduct Conduct => App.Get<LiveConduct>();

    private LiveRooms Rooms => App.Get<LiveRooms>();

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.Demo();
        await Do("supervisor", new NoteIncident(Expert, Misconduct.Leaking, Conduct.Today, "facts", "panel-a", "org-11"));
        Assert.Equal(RefusalCode.MarksSealed, (await Ask("supervisor", new ProposeWithdrawal(Expert, "i1", Conduct.Today, null, "he gave 65"))).Refusal?.Code);
        await Do("supervisor", new ProposeWithdrawal(Expert, "i1", Conduct.Today, null, "told others of the dossier"));
        await Do("office", new DecideWithdrawal(Expert, "w1", true, "agreed"));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [Fact]
    public async Task Article_22_a_withdrawn_expert_is_neither_seated_nor_drawn_nor_replaced_in_nor_given_a_code_and_acts_on_no_seat()
    {
        var before = Rooms.Find("panel-a")?.State ?? throw new InvalidOperationException();
        Assert.NotNull(await App.Get<OneTimeCodes>().Issue("office", Expert));
        Assert.Empty(Conduct.SeatsToFill("office"));
        await Do("office2", new ConfirmWithdrawal(Expert, "w1"));

        var plan = new CreateRoom("New", "session-6", "Session", before.Rubric, before.Settings, [new SeatPlan("A", Expert, "Expert", true)], [new DossierPlan("d1", "Dossier", ApplicantKind.Organisation)]);
        Assert.Equal(RefusalCode.QualificationWithdrawn, (await Rooms.Create(App.Get<PeopleDirectory>().Find("office") ?? Person.System, ApiClient.NewId(), "new-room", plan)).Refusal?.Code);
        Assert.Equal(RefusalCode.QualificationWithdrawn, (await Rooms.Ask("office", "panel-b", ApiClient.NewId(), new ReplaceSeat("A", Expert, "Expert"), Token)).Refusal?.Code);
        Assert.Equal(RefusalCode.QualificationWithdrawn, (await Rooms.Ask(Expert, "panel-a", ApiClient.NewId(), new GiveMark("org-11", "4.1.2", 60), Token)).Refusal?.Code);
        Assert.Null(await App.Get<OneTimeCodes>().Issue("office", Expert));
        var draws = App.Get<LiveDraws>();
        Assert.Equal(RefusalCode.QualificationWithdrawn, (await draws.Ask("office", "draw-x", ApiClient.NewId(), Pool(null), Token)).Refusal?.Code);
        Assert.Null((await draws.Ask("office", "draw-x", ApiClient.NewId(), Pool("withdrawn"), Token)).Refusal);
    }

    [Fact]
    public async Task Article_22_his_seats_in_open_rooms_are_shown_to_the_office_and_his_marks_stay_as_they_are()
    {
        var before = Rooms.Find("panel-a")?.State ?? throw new InvalidOperationException();
        await Do("office2", new ConfirmWithdrawal(Expert, "w1"));

        var seat = Assert.Single(Conduct.SeatsToFill("office"));
        var letter = before.Seats.Single(s => s.PersonId == Expert).Letter;
        Assert.Equal(("panel-a", letter), (seat.Room, seat.Seat));
        Assert.Empty(Conduct.SeatsToFill("supervisor"));
        Assert.Same(before, Rooms.Find("panel-a")?.State);
        Assert.Null((await Rooms.Ask("office", "panel-a", ApiClient.NewId(), new MarkAbsent(letter, "qualification withdrawn"), Token)).Refusal);
        Assert.Empty(Conduct.SeatsToFill("office"));
        Assert.Equal(RefusalCode.QualificationWithdrawn, (await Rooms.Ask("office", "panel-a", ApiClient.NewId(), new MarkPresent(letter), Token)).Refusal?.Code);
    }

    [Fact]
    public async Task Article_22_another_expert_is_sent_the_same_whatever_stands_in_this_file()
    {
        using var other = await App.Api("expert-02");
        var before = await Read(other);

        await Do("office2", new ConfirmWithdrawal(Expert, "w1"));
        await Do("supervisor", new NoteIncident(Expert, Misconduct.Abuse, Conduct.Today, "more"));

        Assert.Equal(before, await Read(other));
    }

    private static async Task<string> Read(HttpClient client) => await client.GetStringAsync("/api/conduct/own") + await client.GetStringAsync("/api/rooms/panel-a") + await client.GetStringAsync("/api/me");

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    private static CommitPool Pool(string? excluded) => new("Panel", "session-6", 2, 0, [], [new PoolMember(Expert, "Expert", [], excluded), new PoolMember("expert-20", "Twenty", []), new PoolMember("expert-21", "Twenty one", [])]);

    private Task<ConductAnswer> Ask(string person, ConductAct act) => Conduct.Ask(person, ApiClient.NewId(), act, Token);

    private async Task Do(string person, ConductAct act) => Assert.Null((await Ask(person, act)).Refusal);
}
