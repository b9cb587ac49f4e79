using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Sessions;

/// <summary>A session over the rooms of a whole server: from the results of its panels to the register of awards, with what time brings about by itself.</summary>
public sealed class SessionClockTests : IAsyncDisposable
{
    private const string Id = "s1";
    private readonly ClockAhead clock = new();
    private AppUnderTest? app;

    private LiveSessions Sessions => (app ?? throw new InvalidOperationException()).Get<LiveSessions>();

    [Fact]
    public async Task A_session_goes_from_its_results_to_the_register_and_what_falls_due_is_an_entry_of_the_program()
    {
        app = await FullHall.Start(clock);
        await Planned();
        await Do("office", new StartConsultation(Now.AddHours(1), [.. Enumerable.Range(0, 8).Select(i => $"d{i}")]));
        await Do("unit-01", new ReplyToConsultation([new Opinion("d7", "E5", "an accident of 2025")]));

        await Later(TimeSpan.FromHours(2), new RemindBodies(["unit-02"]), view => view.Consultation?.Rows[0].States[1] == OpinionState.Silent);
        await Do("office", new DecideOpinion("unit-01", "d7", Verdict.Adopted, "the accident is proved"));
        await Do("office", new CloseConsultation());
        await Do("office", new Propose());
        await Do("leading", new ReviewProposal(true, 5, 0, 0, "Minutes 4"));
        await Do("office", new PublishNotice(Today, "0353-0000000"));
        await Later(TimeSpan.FromDays(10), new PutHolidays(Table(Today.Year, "again")), view => view.Stage == SessionStage.NoticeEnded);
        await Do("leading", new ApproveList("Minutes 5", Today));
        await Do("office", new ConferAwards("City 12", Today));

        var awards = await Register(found => found.Awards.Length > 0);
        // d1 won before: plaque and certificate beside the quota, no money (Article 23); d7 is out by the objection, so nomination has two places left.
        Assert.Equal([("d0", 300_000), ("d1", 0), ("d2", 300_000), ("d3", 100_000), ("d4", 100_000), ("d5", 100_000), ("d6", 100_000)], awards.Awards.Select(a => (a.Award.Entry.Holder, a.Award.Entry.OwedYuan)));
        Assert.Equal(["system", "system"], app.Get<LedgerReader>().Read("session/" + Id).Where(e => Canonical.Read<SessionEvent>(e.Body) is ConsultationFellDue or NoticeEnded).Select(e => e.Header.Actor));
    }

    [Fact]
    public async Task Who_is_recused_from_somebody_who_would_be_asked_about_leaves_the_question_to_another_of_the_office()
    {
        app = await FullHall.Start(clock);
        await Planned();
        await app.Do("supervisor", new RaiseConflict("d5", null, "RELATIVE", "note", Person: "office"));

        var refused = await Sessions.Ask("office", Id, "start", new StartConsultation(Now.AddHours(1), ["d0"]));

        Assert.Equal(RefusalCode.Recused, refused.Refusal?.Code);
        Assert.Null((await Sessions.Ask("office2", Id, "start2", new StartConsultation(Now.AddHours(1), ["d0", "d5"]))).Refusal);
        Assert.Equal(["d0"], Sessions.View("office", Id)?.Consultation?.Rows.Select(r => r.Candidate) ?? []);
        Assert.Equal(["d0", "d5"], Sessions.View("office2", Id)?.Consultation?.Rows.Select(r => r.Candidate) ?? []);
    }

    [Fact]
    public async Task Who_has_a_seat_and_has_not_declared_is_of_the_office_no_more_for_what_he_is_to_score()
    {
        app = await FullHall.Start(clock);
        await Planned();
        await Do("office", new StartConsultation(Now.AddHours(1), ["d0", "d2"]));
        var office = new Person("office", "Office", Roles.Office);
        var plan = new CreateRoom(
            "Second panel", Id, "Session", Given.ARubric(100, 200), Given.Free, [new SeatPlan("A", "office2", "Office Two", true)], [new DossierPlan("d2", "Canary", ApplicantKind.Organisation)]);

        Assert.Null((await app.Get<LiveRooms>().Create(office, "second", "b", plan)).Refusal);

        Assert.Equal(["d0"], Sessions.View("office2", Id)?.Consultation?.Rows.Select(r => r.Candidate) ?? []);
        Assert.Equal(["d0", "d2"], Sessions.View("office", Id)?.Consultation?.Rows.Select(r => r.Candidate) ?? []);
        Assert.Equal(RefusalCode.NotFound, (await Sessions.Ask("office2", Id, "note", new NoteFinding("unit-01", "d2", "text"))).Refusal?.Code);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private async Task Planned()
    {
        await (app ?? throw new InvalidOperationException()).Get<People>().AddAll([new("unit-01", "One", Roles.Body), new("unit-02", "Two", Roles.Body), new("leading", "Leading", Roles.Body)], AppUnderTest.Password);
        await Do("office", ASession.Plan with { Year = Today.Year, Deadline = Today.AddDays(-30) });
        await Do("office", new TakeBodies([Body("unit-01"), Body("unit-02"), Body("leading") with { Kind = BodyKind.LeadingGroup, IsConsulted = false }]));
        await Do("office", new LinkPeople([new("unit-01", "unit-01"), new("unit-02", "unit-02"), new("leading", "leading")]));
        await Do("office", new PutHolidays(Table(Today.Year, "notice")));
        await Do("office", new PutHolidays(Table(Today.Year + 1, "notice")));
    }

    private static Body Body(string id) => new(id, id, id, BodyKind.Department, true);

    private static HolidayTable Table(int year, string source) => new(year, [new(year, 1, 1)], [], source);

    private async Task Do(string person, SessionAct act) => Assert.Null((await Sessions.Ask(person, Id, Guid.NewGuid().ToString("N"), act)).Refusal);

    /// <summary>Time passes; an act of somebody makes the program look at once and not at its next round.</summary>
    private async Task Later(TimeSpan by, SessionAct act, Func<SessionView, bool> until)
    {
        clock.Advance(by);
        await Do("office", act);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var view in Sessions.Watch("office", Id, patience.Token))
            if (until(view)) return;
    }

    private async Task<AwardsView> Register(Func<AwardsView, bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var view in (app ?? throw new InvalidOperationException()).Get<LiveAwards>().Watch("office", patience.Token))
            if (until(view)) return view;
        throw new InvalidOperationException("The register came to no end.");
    }
}
