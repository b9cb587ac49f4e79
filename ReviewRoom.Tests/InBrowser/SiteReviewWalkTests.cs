using Microsoft.Playwright;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Tests.Hall;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>From the shortlist to the closed site review, as the office and the panel meet it.</summary>
[Collection(nameof(Walks))]
public sealed class SiteReviewWalkTests(Browser browser)
{
    [Fact]
    public async Task The_office_shortlists_and_the_panel_settles_on_site_what_the_documents_left_open()
    {
        await using var app = await FullHall.Start();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Null((await app.Get<LiveSessions>().Ask("office", "s1", "plan", new PlanSession("第三届阳泉市质量奖", "1", today.Year, today, [], new DecisionSettings()))).Refusal);
        await Asked(app);
        var office = await browser.Open(app, "office", "/sessions/s1/shortlist");
        await office.Settled();

        await office.Locator("[data-dossier='e1'] input").CheckAsync();
        await office.GetByLabel("确定依据").FillAsync("达到 60 % 的一件");
        await office.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "核对名单" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确定入围 1 件" }).ClickAsync();
        await Expect(office.Locator(".receipt").First).ToContainTextAsync("已入账");
        await office.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "建立现场评审室（1 件）" }).ClickAsync();
        await office.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "去主持" }).ClickAsync();
        await office.Settled();
        await office.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "开放评分", Exact = true }).ClickAsync();
        var row = office.Locator("[data-row='b-site-1/e1']");
        await Expect(row).ToContainTextAsync("独立评分");

        var expert = await browser.Open(app, "expert-01", "/room/b-site-1?d=e1");
        await expert.Settled();
        await expert.DeclareFreeOfConflict();
        await expert.SheetReady();
        await Expect(expert.Locator(".site-note")).ToContainTextAsync("1 条现场核实问题中");
        await Expect(expert.Locator(".carried")).ToContainTextAsync("尚有 2 项");
        await expert.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "维持 70 %" }).ClickAsync();
        await Expect(expert.Locator(".carried-mark")).ToContainTextAsync("已维持");
        var issue = expert.Locator("[data-issue='1-1']");
        await issue.GetByLabel("已澄清").CheckAsync();
        await issue.Locator("textarea").FillAsync("生产线 3 号台已看过，记录完整。");
        await issue.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "记下" }).ClickAsync();
        await Expect(issue.Locator(".found")).ToContainTextAsync("已澄清");
        await Browser.Shot(expert, "site-review-expert");
        await expert.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "其余 1 项一并维持" }).ClickAsync();
        await expert.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确认维持" }).ClickAsync();
        await Expect(expert.Locator(".carried")).ToContainTextAsync("均已维持或改评");
        Assert.Empty(await expert.Faults());

        foreach (var other in (string[])["expert-02", "expert-03"])
        {
            await Do(app, other, new Declare("e1", false));
            await Do(app, other, new KeepMarks("e1", ["1", "2"]));
            await Do(app, other, new Submit("e1"));
        }
        await expert.Locator(".cft .submit").ClickAsync();
        await expert.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "确认提交" }).ClickAsync();
        await Expect(row).ToContainTextAsync("3/3");
        await Expect(row.Locator(".of-rate")).ToContainTextAsync("揭示后显示");
        await Browser.Shot(office, "site-review-office");
        await Do(app, "office", new Reveal("e1"));
        await Expect(row.Locator(".of-rate")).ToContainTextAsync("70.00");
        await Expect(expert.Locator(".side .site-issues")).ToContainTextAsync("生产线 3 号台已看过");
        await Browser.Shot(expert, "site-review-table");
        await Do(app, "office", new Close("e1"));
    }

    /// <summary>A closed document review of one dossier, with one question for the site visit.</summary>
    private static async Task Asked(AppUnderTest app)
    {
        var rooms = app.Get<LiveRooms>();
        var plan = new CreateRoom(
            "资料评审二组", "s1", "第三届阳泉市质量奖", Given.ARubric(100, 200), Given.Free, [.. "ABC".Select((s, i) => new SeatPlan(s.ToString(), $"expert-0{i + 1}", $"Expert {s}", i == 0))], [new DossierPlan("e1", "平定冠山陶瓷有限公司", ApplicantKind.Organisation)]);
        Assert.Null((await rooms.Create(new("office", "Office", ReviewRoom.Domain.Roles.Office), "room-b", "b", plan)).Refusal);
        Task Do(string person, RoomAct act) => SiteReviewWalkTests.Do(app, person, act, "b");
        await Do("office", new Open("e1"));
        foreach (var person in (string[])["expert-01", "expert-02", "expert-03"])
        {
            await Do(person, new Declare("e1", false));
            await Do(person, new GiveMark("e1", "1", 70));
            await Do(person, new GiveMark("e1", "2", 70));
            if (person == "expert-02") await Do(person, new WriteComment("e1", "1", CommentKind.SiteIssue, "3 号台的检验记录是否连续？"));
            await Do(person, new Submit("e1"));
        }
        await Do("office", new Reveal("e1"));
        await Do("office", new Close("e1"));
    }

    private static async Task Do(AppUnderTest app, string person, RoomAct act, string room = "b-site-1") => Assert.Null((await app.Get<LiveRooms>().Ask(person, room, Guid.NewGuid().ToString("N"), act)).Refusal);
}
