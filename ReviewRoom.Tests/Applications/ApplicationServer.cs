using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Applications;

/// <summary>A whole server with a session whose applications end in 30 days, a county with its clerk, and an applicant's account.</summary>
internal sealed class ApplicationServer(ClockAhead clock)
{
    public const string Id = "session-1";

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    public async Task<AppUnderTest> Begun(string? folder = null)
    {
        var app = folder is null ? await AppUnderTest.Start(clock) : await AppUnderTest.Empty(time: clock, dataFolder: folder);
        await app.Get<People>().AddAll(
            [new("office", "Office", Roles.Office), new("expert-01", "Expert 01", Roles.Expert), new("applicant", "Applicant", Roles.Applicant), new("county", "County", Roles.Body)], AppUnderTest.Password);
        await Do(app, new PlanSession("First session", "1", Today.Year, Today.AddDays(30), [], new DecisionSettings()));
        await Do(app, new TakeBodies([AnApplication.CountyBody]));
        await Do(app, new LinkPeople([new BodyPerson(AnApplication.CountyBody.Id, "county")]));
        foreach (var year in (int[])[Today.Year, Today.Year + 1]) await Do(app, new PutHolidays(AllYear(year, "notice")));
        return app;
    }

    public static HolidayTable AllYear(int year, string source) => new(year, [new DateOnly(year, 1, 1)], [], source);

    /// <summary>From the invitation to the acceptance; eleven days go by.</summary>
    public async Task<string> Accepted(AppUnderTest app, string id)
    {
        await Do(app, "office", id, AnApplication.Invitation());
        await Do(app, "applicant", id, new SaveForm(AnApplication.Form()));
        Assert.NotNull((await app.Get<Applying.ApplicationDesk>().Save("applicant", Id, id, "text", "# Report\n")).Receipt);
        await Do(app, "applicant", id, new BeginInternalNotice("board"));
        var from = Today;
        clock.Advance(TimeSpan.FromDays(11));
        await Do(app, "applicant", id, new SubmitApplication());
        await Do(app, "county", id, AnApplication.Letter() with { On = Today, NoticeFrom = from, NoticeTo = Today });
        foreach (var condition in Conditions.AskedOf(ApplicantKind.Organisation, new ApplicationReadings())) await Do(app, "office", id, new CheckCondition(1, condition, CheckResult.Met, [], ""));
        await Do(app, "office", id, new AcceptApplication(1, "all met"));
        return app.Get<LiveApplications>().View("office", Id, id)?.Dossier ?? "";
    }

    public static async Task Do(AppUnderTest app, string person, string id, ApplicationAct act)
    {
        var answer = await app.Get<LiveApplications>().Ask(person, Id, id, Guid.NewGuid().ToString("N"), act);
        Assert.True(answer.Receipt is not null, $"{person} {act}: {answer.Refusal?.Code} {answer.Refusal?.Field} {string.Join(' ', answer.Refusal?.Criteria ?? [])}");
    }

    public static async Task Do(AppUnderTest app, SessionAct act) => Assert.Null((await app.Get<LiveSessions>().Ask("office", Id, Guid.NewGuid().ToString("N"), act)).Refusal?.Code);

    public static async Task Seen(AppUnderTest app, string id, Func<ApplicationView, bool> until)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var view in app.Get<LiveApplications>().Watch("office", Id, id, patience.Token))
            if (until(view)) return;
        throw new InvalidOperationException("It came to no end.");
    }
}
