using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Sessions;

/// <summary>From the closed document reviews by the shortlist to the site review (Article 17).</summary>
public sealed class ShortlistTests
{
    private static ShortlistDossiers List(params string[] candidates) => new([.. candidates], "by their rates") { Reviewed = ["c1", "c2", "c3"] };

    [Fact]
    public void Article_17_the_office_alone_settles_who_goes_on_of_those_whose_review_is_closed()
    {
        var session = ASession.Planned();

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Supervisor, List("c1")));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(ASession.Leading, List("c1")));
        Assert.Equal(RefusalCode.NotFound, session.Ask(Given.Stranger, List("c1")));
        Assert.Equal(RefusalCode.NoResult, session.Ask(Given.Office, List("c1", "c9")));
        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, List()));
        Assert.Equal(RefusalCode.ReasonRequired, session.Ask(Given.Office, List("c1") with { Reason = " " }));
        Assert.Null(session.Ask(Given.Office, List("c3", "c1")));
        Assert.Equal(RefusalCode.AlreadySettled, session.Ask(Given.Office, List("c1", "c3")));
        Assert.Null(session.Ask(Given.Office, List("c1", "c2")));
    }

    [Fact]
    public void It_is_shown_to_office_and_supervisor_without_whom_they_are_recused_from_and_to_nobody_else()
    {
        var session = ASession.Planned().Do(Given.Office, List("c1", "c3")).Session;

        Assert.Equal(["c1"], session.For(Given.Office, new HashSet<string> { "c3" })?.Shortlist?.Candidates ?? []);
        Assert.Equal(["c2"], session.For(Given.Supervisor, new HashSet<string>())?.Shortlist?.Ended ?? []);
        Assert.Null(session.For(ASession.Leading, new HashSet<string>())?.Shortlist);
        Assert.Null(session.For(ASession.Unit(1), new HashSet<string>())?.Shortlist);
    }

    [Fact]
    public void With_a_shortlist_only_those_on_it_whose_site_review_is_closed_go_on_to_the_consultation()
    {
        var session = ASession.Planned().Do(Given.Office, List("c1", "c2"));
        CandidateResult[] results = [ASession.Result("700", 0) with { Visited = true }, ASession.Result("650", 1), ASession.Result("600", 2) with { Visited = true }];

        Assert.Equal(RefusalCode.NotVisited, session.Ask(Given.Office, ASession.Start([.. results])));
        Assert.Equal(RefusalCode.NotVisited, session.Ask(Given.Office, ASession.Start([.. results]) with { Candidates = ["c1", "c2"] }));
        Assert.Null(session.Ask(Given.Office, ASession.Start([.. results]) with { Candidates = ["c1"] }));
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, List("c1")));
    }

    [Fact]
    public async Task A_whole_server_goes_from_the_shortlist_to_the_site_rooms_and_their_score_is_the_one_that_counts()
    {
        await using var app = await FullHall.Start();
        var (sessions, rooms) = (app.Get<LiveSessions>(), app.Get<LiveRooms>());
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Null((await sessions.Ask("office", "s1", "plan", new PlanSession("Third", "1", today.Year, today, [], new DecisionSettings()))).Refusal);
        Assert.Null((await sessions.Ask("office", "s1", "bodies", new TakeBodies([new Body("unit-01", "Unit", "Unit", BodyKind.Department, true)]))).Refusal);
        Assert.Null((await sessions.Ask("office", "s1", "list", new ShortlistDossiers(["d0", "d8"], "for a look"))).Refusal);

        var site = (await rooms.CreateSiteReview("office", "site", "a", "Site", ["d0", "d8"])).View?.Id ?? "";
        Assert.Equal(["expert-01", "expert-02", "expert-03"], rooms.Find(site)?.State.Seats.Select(s => s.PersonId) ?? []);
        Assert.Equal(RefusalCode.NotFound, (await rooms.CreateSiteReview("supervisor", "x", "a", "Site", ["d1"])).Refusal?.Code);
        Task Do(string person, RoomAct act) => Asked(rooms, site, person, act);
        await Do("office", new Open("d8"));
        foreach (var expert in (string[])["expert-01", "expert-02", "expert-03"])
        {
            await Do(expert, new Declare("d8", false));
            var carried = rooms.View(expert, site)?.Dossiers.Single(d => d.Id == "d8").Mine?.Carried;
            Assert.Equal(2, carried?.Count);
            await Do(expert, new GiveMark("d8", "1", 80));
            await Do(expert, new KeepMarks("d8", ["2"]));
            await Do(expert, new Submit("d8"));
            Assert.Null(rooms.View("office", site)?.Dossiers.Single(d => d.Id == "d8").Aggregate);
        }
        await Do("office", new Reveal("d8"));
        await Do("office", new Close("d8"));

        // 58 % in the documents, and on site above the line; d0 is shortlisted and not yet visited.
        Assert.Equal(["d8"], sessions.Eligible("office", "s1").Select(c => c.Id).Where(id => id is "d8"));
        var start = new StartConsultation(DateTimeOffset.UtcNow.AddDays(2), ["d0", "d8"]);
        Assert.Equal((RefusalCode.NotVisited, "d0"), (await sessions.Ask("office", "s1", "start", start)).Refusal is { } refusal ? (refusal.Code, string.Join(' ', refusal.Criteria ?? [])) : default);
        Assert.Null((await sessions.Ask("office", "s1", "start2", start with { Candidates = ["d8"] })).Refusal);
        Assert.Equal(["a"], (rooms.View("office", "a")?.Dossiers ?? []).Where(d => d.Id == "d8").Select(d => d.Standing is null ? "a" : "ranked"));
    }

    private static async Task Asked(LiveRooms rooms, string room, string person, RoomAct act) => Assert.Null((await rooms.Ask(person, room, Guid.NewGuid().ToString("N"), act)).Refusal);
}
