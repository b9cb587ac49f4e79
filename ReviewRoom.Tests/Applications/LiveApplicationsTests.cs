using System.Net.Http.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Applications;

/// <summary>Applications over a whole server: what the program does at its moment, and how what is accepted comes into the register.</summary>
public sealed class LiveApplicationsTests
{
    private const string Id = ApplicationServer.Id;
    private readonly ClockAhead clock = new();
    private readonly ApplicationServer server;

    public LiveApplicationsTests() => server = new ApplicationServer(clock);

    [Fact]
    public async Task What_was_accepted_before_there_was_a_register_comes_into_it_once_also_after_a_restart()
    {
        using var folder = new Markdown.TemporaryFolder();
        string hash;
        await using (var first = await server.Begun(folder.Path))
        {
            hash = await server.Accepted(first, "org-01");
            Assert.Null(first.Get<LiveApplications>().View("office", Id, "org-01")?.CarriedTo);
        }

        await using var app = await AppUnderTest.Empty(time: clock, dataFolder: folder.Path);
        Assert.Null((await app.Get<LiveRegisters>().Begin("office", "begin", "First session")).Refusal);
        await ApplicationServer.Do(app, "office", "org-09", AnApplication.Invitation() with { PersonId = "applicant" });
        await ApplicationServer.Seen(app, "org-01", view => view.CarriedTo == "register/session-1");

        var register = app.Get<LiveRegisters>().View("office").Registers.Single();
        Assert.Equal(("org-01", "Acme", "91140321XN0000012M", "Head"), register.Applicants.Single() is { Own: { } own } a ? (a.Id, a.Name, own.CreditCode, own.HeadName) : default);
        Assert.Equal(hash, register.Dossiers["org-01"]);
        Assert.Single(app.Get<LedgerReader>().Read("register/session-1"), e => Canonical.Read<RegisterEvent>(e.Body) is ApplicationTaken { Application: "application/session-1/org-01" });
        // The office may put it on an agenda, and replace the text: nothing is carried a second time.
        Assert.Null((await app.Get<LiveRegisters>().Ask("office", Id, "newer", new PutDossiers([new DossierHash("org-01", new string('d', 64))]))).Refusal);
        await app.Get<LiveApplications>().Carry(app.Get<LiveRegisters>());
        Assert.Equal(RefusalCode.NotAllowed, (await app.Get<LiveRegisters>().Ask("office", Id, "by hand", new CarryApplication(register.Applicants[0], hash, [], "application/session-1/org-01"))).Refusal?.Code);
        Assert.Equal(new string('d', 64), app.Get<LiveRegisters>().View("office").Registers.Single().Dossiers["org-01"]);
    }

    [Fact]
    public async Task A_deadline_that_passes_over_a_draft_is_an_entry_of_the_program_and_the_draft_is_still_there()
    {
        await using var app = await server.Begun();
        await ApplicationServer.Do(app, "office", "org-01", AnApplication.Invitation());
        await ApplicationServer.Do(app, "applicant", "org-01", new SaveForm(AnApplication.Form()));
        using var applicant = await app.Api("applicant");
        Assert.True((await applicant.PutAsJsonAsync($"/api/sessions/{Id}/applications/org-01/dossier", new { commandId = "t1", markdown = "# Report\n\ntext\n" })).IsSuccessStatusCode);

        clock.Advance(TimeSpan.FromDays(40));
        await ApplicationServer.Do(app, new PutHolidays(ApplicationServer.AllYear(server.Today.Year, "again")));
        await ApplicationServer.Seen(app, "org-01", view => view.Stage == ApplicationStage.Closed);

        var last = app.Get<LedgerReader>().Read("application/session-1/org-01").Last();
        Assert.Equal(("system", 13), (last.Header.Actor, Canonical.Read<ApplicationEvent>(last.Body) is ApplicationClosed { Articles: [var article] } ? article : 0));
        using var later = await app.Api("applicant");
        Assert.Equal("# Report\n\ntext\n", await later.GetStringAsync($"/api/sessions/{Id}/applications/org-01/dossier"));
        Assert.Equal(RefusalCode.WrongApplicationStage, (await app.Get<LiveApplications>().Ask("applicant", Id, "org-01", "late", new SaveForm(AnApplication.Form() with { Phone = "1" }))).Refusal?.Code);
    }

    [Fact]
    public async Task An_invited_applicant_signs_in_with_a_code_and_nobody_gets_one_for_who_has_a_password()
    {
        await using var app = await server.Begun();
        var accounts = app.Get<ApplicantAccounts>();

        var made = await accounts.Make("county", "acme", "Acme");
        Assert.Equal(("acme", Roles.Applicant), (made?.PersonId, app.Get<PeopleDirectory>().Find("acme")?.Roles));
        Assert.NotNull((await app.Get<OneTimeCodes>().Find("acme", made?.Code?.Code ?? "")).Number);
        Assert.Null((await accounts.Make("office", "applicant", "Applicant"))?.Code);
        Assert.All(await Task.WhenAll(accounts.Make("expert-01", "x-1", "X"), accounts.Make("supervisor", "x-2", "X"), accounts.Make("applicant", "x-3", "X")), Assert.Null);
        Assert.Null(await app.Get<OneTimeCodes>().IssueFirst("county", "applicant", TimeSpan.FromDays(1)));
        Assert.Null(await app.Get<OneTimeCodes>().IssueFirst("county", "expert-01", TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Only_the_applicant_keeps_a_text_and_only_one_that_is_not_too_long()
    {
        await using var app = await server.Begun();
        await ApplicationServer.Do(app, "office", "org-01", AnApplication.Invitation());
        var desk = app.Get<Applying.ApplicationDesk>();

        Assert.Equal(RefusalCode.NotAllowed, (await desk.Save("office", Id, "org-01", "a", "text")).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await desk.Save("expert-01", Id, "org-01", "b", "text")).Refusal?.Code);
        Assert.Equal(RefusalCode.TextTooLong, (await desk.Save("applicant", Id, "org-01", "c", new string('x', 200_001))).Refusal?.Code);
        Assert.Equal(RefusalCode.ReasonRequired, (await desk.Save("applicant", Id, "org-01", "d", " ")).Refusal?.Code);
        Assert.NotNull((await desk.Save("applicant", Id, "org-01", "e", "text")).Receipt);
        Assert.Null(desk.For("expert-01", Id, "org-01"));
        await ApplicationServer.Do(app, "applicant", "org-01", new WithdrawApplication("why"));
        Assert.Equal(RefusalCode.WrongApplicationStage, (await desk.Save("applicant", Id, "org-01", "f", "never kept")).Refusal?.Code);
        Assert.Null(app.Get<ReviewRoom.Markdown.DossierTexts>().Find(ReviewRoom.Markdown.DossierTexts.HashOf("never kept")));
    }
}
