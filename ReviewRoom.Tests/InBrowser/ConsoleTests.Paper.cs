using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Attachments;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

// A meeting in which somebody does not come, the day ends, and a machine fails.
public sealed partial class ConsoleTests
{
    private const string Third = "panel-d", Begun = "d1", Chair = $"/office?d={Third}/{Begun}";

    [Fact]
    public async Task A_seat_is_replaced_the_meeting_goes_on_another_day_and_a_signed_paper_sheet_counts_with_its_scan()
    {
        await APanelOfThree();
        var office = await Open("office", Chair);

        await Button(office, "到席与组长").ClickAsync();
        await office.Locator(".chairs li", new() { HasText = "席C" }).GetByRole(AriaRole.Button, new() { Name = "换人" }).ClickAsync();
        await Expect(office.Locator(".replace li", new() { HasText = "叶维桢" }).GetByRole(AriaRole.Radio)).ToBeDisabledAsync();
        await office.Locator(".replace input[value=expert-08]").CheckAsync();
        await office.Locator(".replace button[type=submit]").ClickAsync();
        await Expect(office.Locator(".chairs li", new() { HasText = "席C" })).ToContainTextAsync("傅知白");

        var expert = await Open("expert-01", $"/room/{Third}?d={Begun}");
        await Adjourned(office, expert);
        await ComesOnPaper(office);
        await office.GetByText("提前揭示，写明理由").ClickAsync();
        await office.Locator(".next textarea").FillAsync("到时。");
        await office.Locator(".next [data-hold]").Last.Hold();

        await Expect(office.Locator(".scans a")).ToHaveTextAsync("席B 专家B");
        var scan = await expert.RunAndWaitForDownloadAsync(() => expert.Locator(".scans a").ClickAsync());
        Assert.Equal("sheet.png", scan.SuggestedFilename);
        Assert.Equal(AttachmentCheckTests.Png(40, 60), await File.ReadAllBytesAsync(await scan.PathAsync(), TestContext.Current.CancellationToken));
    }

    /// <summary>Enter in its field does not adjourn; the long press does, and the expert works on after the resumption with the deadline that was left.</summary>
    private static async Task Adjourned(IPage office, IPage expert)
    {
        await Button(office, "延时 15 分").ClickAsync();
        await Expect(expert.Locator(".deadline")).ToBeVisibleAsync();
        await Button(office, "休会").ClickAsync();
        await office.GetByLabel("休会的理由（记入档案）").FillAsync("下班，明日继续。");
        await office.Locator("form.reason input[type=datetime-local]").PressAsync("Enter");
        await Button(office.Locator("form.reason"), "休会").Hold();
        await Expect(expert.Locator(".ban.q")).ToContainTextAsync("下班，明日继续。");
        await Expect(office.Locator(".ticker li", new() { HasText = "休会" })).ToHaveCountAsync(1);

        await Button(office, "复会").ClickAsync();
        await Expect(expert.Locator(".ban.q")).ToHaveCountAsync(0);
        await Expect(expert.Locator(".deadline")).ToHaveCountAsync(0);
        await Button(office, "再给 15 分").ClickAsync();
        await Expect(expert.Locator(".deadline")).ToBeVisibleAsync();
    }

    /// <summary>One member of the office enters the sheet of seat B with its scan, another enters it anew.</summary>
    private async Task ComesOnPaper(IPage office)
    {
        await Button(office, "纸质评分表").ClickAsync();
        await Begin(office, "录入");
        await office.Locator(".paper-entry input[type=checkbox]").CheckAsync();
        await Expect(office.Locator(".paper-entry button[type=submit]")).ToBeEnabledAsync();
        await office.Locator(".paper-entry input[type=file]").SetInputFilesAsync(new FilePayload { Name = "sheet.png", MimeType = "image/png", Buffer = AttachmentCheckTests.Png(40, 60) });
        await Expect(office.Locator(".paper-entry [role=status]")).ToContainTextAsync("sheet.png");
        await office.Locator(".paper-entry button[type=submit]").ClickAsync();
        await Expect(SeatB(office)).ToContainTextAsync("待第二人核对");

        var second = await Open("office2", Chair);
        await Button(second, "纸质评分表").ClickAsync();
        await Expect(second.Locator("a[href*='/files/']")).ToHaveCountAsync(0);
        await Begin(second, "核对");
        await second.Locator(".paper-entry button[type=submit]").ClickAsync();
        await Expect(SeatB(office)).ToContainTextAsync("常宁 录入，温以恒 核对");
    }

    private static async Task Begin(IPage page, string what)
    {
        await Button(SeatB(page), what).ClickAsync();
        await Expect(page.Locator(".paper-entry input.pc")).ToHaveCountAsync(2);
        await Expect(page.Locator(".paper-entry input.pc").First).ToBeFocusedAsync();
        foreach (var rate in await page.Locator(".paper-entry input.pc").AllAsync()) await rate.FillAsync("60");
    }

    private static ILocator SeatB(IPage page) => page.Locator(".papers .chairs li", new() { HasText = "席B" });

    /// <summary>A room over an applicant of the register and another dossier; the first is open, and the leader's sheet is in.</summary>
    private async Task APanelOfThree()
    {
        var rooms = demo.App.Get<LiveRooms>();
        var text = rooms.Find("panel-a")?.State.Find("org-10")?.Plan.Text;
        var plan = new CreateRoom(
            "第四组", "session-6", "第六届阳泉市质量奖", Given.ARubric(100, 200), Given.Free, [.. "ABC".Select((seat, place) => new SeatPlan($"{seat}", $"expert-{place + 1:00}", $"专家{seat}", place == 0))],
            [new DossierPlan(Begun, "样例材料", ApplicantKind.Organisation, text), new DossierPlan("org-02", "阳泉青磊耐火材料股份有限公司", ApplicantKind.Organisation, text)]);
        Assert.Null((await rooms.Create(Office, ApiClient.NewId(), Third, plan)).Refusal);
        await Do(Third, "office", new Open(Begun));
        foreach (var act in new RoomAct[] { new Declare(Begun, Conflict: false), new GiveMark(Begun, "1", 60), new GiveMark(Begun, "2", 60), new Submit(Begun) }) await Do(Third, "expert-01", act);
    }
}
