using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>What the office does on its console, and what others see of it on their own screens.</summary>
[Collection(nameof(Browser))]
public sealed partial class ConsoleTests(Browser browser, DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly Person Office = new("office", "Office", Roles.Office);

    [Fact]
    public async Task A_deadline_and_a_freeze_reach_the_expert_who_marks()
    {
        var office = await Open("office", "/office?d=panel-a/org-11");
        var expert = await Open("expert-01", "/room/panel-a?d=org-11");
        var until = DateTime.Now.AddHours(2);

        await Button(office, "截止时间").ClickAsync();
        await office.Locator("input[type=datetime-local]").FillAsync(until.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await Button(office, "设定").ClickAsync();
        await Expect(office.Locator(".ctl .due")).ToContainTextAsync(Clock(until));
        await Expect(expert.Locator(".deadline")).ToContainTextAsync(Clock(until));

        await Button(office, "暂停").ClickAsync();
        await office.GetByLabel("暂停的理由（记入档案）").FillAsync("停电，五分钟。");
        await Button(office, "暂停这份材料").Hold();
        await Expect(expert.Locator(".ban.q")).ToContainTextAsync("停电，五分钟。");
        await Expect(Button(office, "延时 15 分")).ToBeDisabledAsync();

        await Button(office, "恢复").ClickAsync();
        await Expect(expert.Locator(".ban.q")).ToHaveCountAsync(0);

        await Button(office, "延时 15 分").ClickAsync();
        await Expect(office.Locator(".ctl .due")).ToContainTextAsync(Clock(until.AddMinutes(15)));
        await Expect(expert.Locator(".deadline")).ToContainTextAsync(Clock(until.AddMinutes(15)));
    }

    [Fact]
    public async Task A_seat_is_replaced_and_a_dossier_closed_once_the_leader_has_settled_its_items()
    {
        const string room = "panel-c";
        await ARoom(room);
        var office = await Open("office", $"/office?d={room}/d1");
        var leaving = await Open("expert-05", $"/room/{room}");

        await Button(office, "到席与组长").ClickAsync();
        await office.Locator(".chairs li", new() { HasText = "席E" }).GetByRole(AriaRole.Button, new() { Name = "换人" }).ClickAsync();
        await office.GetByRole(AriaRole.Group, new() { Name = "席E 换为" }).Locator("input[value=expert-08]").CheckAsync();
        await office.Locator("form").GetByRole(AriaRole.Button, new() { Name = "换人", Exact = true }).ClickAsync();
        await Expect(office.Locator(".ctl .receipt .good")).ToContainTextAsync(Moves.Recorded());
        await Expect(leaving.Locator("#main")).ToContainTextAsync("没有这间评审室");

        await DeliberateWithOneItemOpen(room);
        var leader = await Open("expert-01", $"/room/{room}?d=d1");
        await Expect(Button(office, "关闭　还差 1 项")).ToBeDisabledAsync();
        await leader.Locator("table.pt tbody tr").Nth(1).Locator("td.nm button").ClickAsync();
        await leader.GetByText("组长：了结本项").ClickAsync();
        await leader.Locator("#close-reason").FillAsync("差异不影响结论。");
        await Button(leader, "组长接受").ClickAsync();
        await Button(office, "关闭，转入签字").Hold();

        await Expect(office.Locator($"[data-row='{room}/d1'] .ph")).ToContainTextAsync("待签字");
        await Expect(leader.Locator(".rev.sign")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_board_is_locked_corrected_by_two_and_unlocked_under_the_eyes_of_the_supervisor()
    {
        var boards = demo.App.Get<LiveBoards>();
        Assert.Null((await boards.Ask("office", "hall", ApiClient.NewId(), new Release("org-01", What.Rate))).Refusal);
        var board = await browser.Open(demo.App, null, $"/board/{await boards.IssueCode("office", "hall")}", 1920, 1080);
        var (office, second, supervisor) = (await Desk("office"), await Desk("office2"), await Open("supervisor", "/supervisor"));

        await Button(office.Locator(".board-desk"), "定格").Hold();
        await Expect(board.Locator(".hall-state")).ToHaveTextAsync("定格");
        await Button(office.Locator(".board-desk"), "提出更正").ClickAsync();
        await Expect(supervisor.Locator(".superv-side")).ToContainTextAsync("常宁 已提出更正，等第二人");
        await Expect(office.Locator(".board-desk .cf")).ToContainTextAsync("须由办公室另一位同事办理");
        await Expect(board.Locator(".hall-rate")).Not.ToContainTextAsync("更正");

        await Button(second.Locator(".board-desk"), "一同更正").ClickAsync();
        await Expect(board.Locator(".hall-rate")).ToContainTextAsync("更正");
        await Expect(supervisor.Locator(".superv-side")).ToContainTextAsync("没有等第二人的事项");
        await Expect(supervisor.Locator(".told")).ToContainTextAsync("大屏已更正");

        await Button(second.Locator(".board-desk"), "解除定格…").ClickAsync();
        await second.Locator(".board-desk textarea").FillAsync("还有一份没有上屏。");
        await Button(second.Locator(".board-desk"), "解除定格").Hold();
        await Expect(board.Locator(".hall-state")).ToHaveTextAsync("计算中");
        await Expect(office.Locator(".board-desk")).ToContainTextAsync("由 温以恒 解除定格：还有一份没有上屏。");
        await Expect(supervisor.Locator(".told")).ToContainTextAsync("还有一份没有上屏。");
    }

    [Fact]
    public async Task The_supervisor_downloads_the_export_and_it_verifies()
    {
        var supervisor = await Open("supervisor", "/supervisor?room=panel-a");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var download = await supervisor.RunAndWaitForDownloadAsync(() => supervisor.GetByRole(AriaRole.Link, new() { Name = "export.jsonl" }).ClickAsync());
        await download.SaveAsAsync(file);
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        var code = VerifyCommand.Run(file, said);
        File.Delete(file);

        Assert.Equal("panel-a.jsonl", download.SuggestedFilename);
        Assert.Equal((0, true), (code, said.ToString().Contains("链完整", StringComparison.Ordinal)));
        await Expect(supervisor.Locator(".ver")).ToContainTextAsync("链完整");
    }

    [Theory]
    [InlineData("zh-Hans", "未办理。 请求有误，请检查：时间。", "未办理。 该席位已经打过分，不能换人。")]
    [InlineData("en", "Not done. The request is not right; check: time.", "Not done. This seat has marked already, so its person stays.")]
    public async Task A_refusal_is_a_sentence_beside_what_was_asked(string language, string past, string marked)
    {
        var office = await Open("office", "/office?d=panel-b/org-09", language);
        var refused = office.Locator(".ctl .receipt .bad");

        await office.Locator(".acts button[aria-expanded]").Nth(0).ClickAsync();
        await office.Locator("input[type=datetime-local]").FillAsync("2020-01-01T09:00");
        await office.Locator("form.reason button[type=submit]").ClickAsync();
        await Expect(refused).ToContainTextAsync(past);

        await office.Locator(".acts button[aria-expanded]").Nth(1).ClickAsync();
        await office.Locator(".chairs button[aria-expanded]").Last.ClickAsync();
        await office.Locator(".replace input[value=expert-01]").CheckAsync();
        await office.Locator(".replace button[type=submit]").ClickAsync();
        await Expect(refused).ToContainTextAsync(marked);
    }

    [Fact]
    public async Task While_the_ledger_cannot_be_written_the_house_is_told_and_the_notice_goes_by_itself()
    {
        var (office, admin, expert) = (await Open("office", "/office?d=panel-b/org-12"), await Open("admin", "/", "en"), await Open("expert-08", "/room/panel-b?d=org-12"));
        var tool = new SqliteConnection($"Data Source={demo.App.Get<LedgerFile>().Path};Pooling=false");
        await using (tool)
        {
            await tool.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = tool.BeginTransaction(deferred: false);
            await Button(office, "设为当前").ClickAsync();
            await Expect(office.Locator(".ctl .receipt .bad")).ToContainTextAsync("本次操作没有保存");
            await Expect(office.Locator(".alarm")).ToContainTextAsync("另一个程序占用着台账文件");
            await Expect(admin.Locator(".alarm")).ToContainTextAsync("Another program holds the ledger file");
            await Expect(expert.Locator(".alarm")).ToHaveCountAsync(0);
        }

        await Expect(office.Locator(".alarm")).ToHaveCountAsync(0);
        await Expect(admin.Locator(".alarm")).ToHaveCountAsync(0);
        await Button(office, "设为当前").ClickAsync();
        await Expect(office.Locator(".ctl .receipt .good")).ToContainTextAsync(Moves.Recorded());
    }

    private async Task<IPage> Open(string person, string path, string language = "zh-Hans")
    {
        var page = await browser.Open(demo.App, person, path, language: language);
        await page.Settled();
        return page;
    }

    /// <summary>A console with the boards unfolded.</summary>
    private async Task<IPage> Desk(string person)
    {
        var page = await Open(person, "/office");
        await page.Locator(".onair").ClickAsync();
        await Expect(page.Locator(".board-desk")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>A panel of experts 01 to 05 that has marked nothing yet.</summary>
    private async Task ARoom(string id)
    {
        var rooms = demo.App.Get<LiveRooms>();
        var plan = new CreateRoom(
            "第三组", "session-6", "第六届阳泉市质量奖", Given.ARubric(100, 200), Given.Free,
            [.. "ABCDE".Select((seat, place) => new SeatPlan($"{seat}", $"expert-{place + 1:00}", $"专家{seat}", place == 0))],
            [new DossierPlan("d1", "样例材料", ApplicantKind.Organisation, rooms.Find("panel-a")?.State.Find("org-10")?.Plan.Text)]);
        Assert.Null((await rooms.Create(Office, ApiClient.NewId(), id, plan)).Refusal);
    }

    /// <summary>All agree on the first item; on the second two differ so far that the leader has to accept it.</summary>
    private async Task DeliberateWithOneItemOpen(string room)
    {
        await Do(room, "office", new Open("d1"));
        foreach (var (expert, second) in new[] { ("expert-01", 60), ("expert-02", 60), ("expert-03", 60), ("expert-04", 75), ("expert-08", 75) })
        {
            await Do(room, expert, new Declare("d1", Conflict: false));
            await Do(room, expert, new GiveMark("d1", "1", 60));
            await Do(room, expert, new GiveMark("d1", "2", second));
            await Do(room, expert, new Submit("d1"));
        }
        await Do(room, "office", new Reveal("d1"));
    }

    private async Task Do(string room, string person, RoomAct act) => Assert.Null((await demo.App.Get<LiveRooms>().Ask(person, room, ApiClient.NewId(), act)).Refusal);

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static string Clock(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
