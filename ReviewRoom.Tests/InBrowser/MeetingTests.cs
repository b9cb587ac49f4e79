using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using ReviewRoom.Tests.Intake;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>The README's first meeting in ten lines, from an empty data folder to signed minutes.</summary>
[Collection(nameof(Walks))]
public sealed class MeetingTests(Browser browser)
{
    private const string Revision = "重读后同意，原分过高。";
    private const string Dissent = "第二项我维持原判断。";

    [Fact]
    public async Task Four_experts_meet_from_an_empty_data_folder_and_sign()
    {
        await using var app = await AppUnderTest.Empty();
        var office = await TheHouseIsSetUp(app);
        var panel = await ThePanelIsSeated(app, office);

        await panel.Declare();
        await panel.Opened();
        await OneIsRecusedInMidItem(panel);
        await panel.Submit(2);
        await panel.Submit(4);
        await panel.LeaderSubmits();
        await panel.Holds();
        await TheyDeliberate(panel);
        await panel.Holds();
        await TheySign(panel);
        await TheBoardTellsIt(app, panel);
        await TheMinutesTellIt(panel);
    }

    [Fact]
    public async Task The_same_house_meets_in_English()
    {
        await using var app = await AppUnderTest.Empty();
        var admin = await FirstDay.Administrator(browser, app, "en");
        await admin.NextIs("People of the office");
        var office = await FirstDay.ComesIn(browser, app, "office", await admin.Adds("office", "Chang Ning", "Office"), "en");
        await office.NextIs("Name the session");
        await PutsInOrder(office, "Seventh award");
        var panel = await ThePanelIsSeated(app, office, "en");

        await panel.Declare();
        await panel.Opened();
        foreach (var expert in (int[])[3, 4]) await panel.Submit(expert);
        await panel.Submit(2, agrees: true);
        await panel.LeaderSubmits();
        await panel.Holds();
        await Expect(panel.Leader.Locator(".close-dossier")).ToHaveTextAsync("Close the dossier");
        await panel.Holds();
        await panel.Leader.Signs(FirstDay.Password);

        await office.GotoAsync($"/rooms/{FourExperts.Room}/minutes");
        await Expect(office.Locator(".paper")).ToContainTextAsync("60.00");
    }

    /// <summary>Session, experts, applicants and a dossier, straight in the setting-up pages.</summary>
    private static async Task PutsInOrder(IPage office, string session)
    {
        await office.GoesOn();
        await office.Locator("#session-name").FillAsync(session);
        await office.Keyboard.PressAsync("Enter");
        await Expect(office.Locator(".tabs")).ToBeVisibleAsync();
        await office.GotoAsync("/office/setup?tab=experts");
        await office.Imports("#file-Experts", "experts.xlsx", FirstDay.FourExperts);
        await office.GotoAsync("/office/setup?tab=applicants");
        await office.Imports("#file-Applicants", "applicants.json", Shipped.Bytes("demo/applicants.json"));
        await office.Imports("#dossier-files", "dossiers.zip", Books.Zip(("org-01.md", Shipped.Bytes("demo/dossiers/org-01.md"))));
        await office.GotoAsync("/office/setup/room");
        await office.Settled();
    }

    /// <summary>Lines 1 to 3: the administrator by the link, the office with a code, the session with experts, applicants and dossiers.</summary>
    private async Task<IPage> TheHouseIsSetUp(AppUnderTest app)
    {
        var admin = await FirstDay.Administrator(browser, app);
        await admin.NextIs("办公室人员");
        var code = await admin.Adds("office", "常宁", "Office");
        await admin.Adds("office2", "温以恒", "Office");
        await admin.GotoAsync("/");
        await admin.NextIs("监督人员");
        await admin.Adds("supervisor", "石敏", "Supervisor");

        var office = await FirstDay.ComesIn(browser, app, "office", code);
        await office.NextIs("给本届起名");
        await office.GoesOn();
        await office.Locator("#session-name").FillAsync("第七届质量奖");
        await office.Keyboard.PressAsync("Enter");
        await Expect(office.Locator(".tabs")).ToBeVisibleAsync();
        await Next(office, "专家");
        await office.Imports("#file-Experts", "experts.xlsx", FirstDay.FourExperts);
        await Next(office, "申报主体");
        await office.Imports("#file-Applicants", "applicants.json", Shipped.Bytes("demo/applicants.json"));
        await Next(office, "申报材料");
        await office.Imports("#dossier-files", "dossiers.zip", Books.Zip(("org-01.md", Shipped.Bytes("demo/dossiers/org-01.md"))));
        await Next(office, "评审室");
        return office;
    }

    /// <summary>Line 4 and 5: the room, and everybody in it comes in with his code.</summary>
    private async Task<FourExperts> ThePanelIsSeated(AppUnderTest app, IPage office, string language = "zh-Hans")
    {
        var codes = await FourExperts.PutTogether(office);
        List<IPage> pages = [];
        foreach (var expert in (string[])["exp-01", "exp-02", "exp-03", "exp-04"]) pages.Add(await FirstDay.ComesIn(browser, app, expert, codes[expert], language));
        return new FourExperts(app, office, pages);
    }

    private static async Task Next(IPage office, string step)
    {
        await office.GotoAsync("/");
        await office.NextIs(step);
        await office.GoesOn();
        await office.Settled();
    }

    private static async Task OneIsRecusedInMidItem(FourExperts panel)
    {
        await panel.Relative.SheetReady();
        await panel.Relative.Mark(panel.Codes[0], 70);
        await panel.Office.RaisesConflict("C");
        await panel.Office.ConfirmsRecusal("C");
        await Expect(panel.Relative.Locator("#main")).ToContainTextAsync("您已回避这份材料");
        await Expect(panel.Relative.Locator("[data-scale], .doc")).ToHaveCountAsync(0);
    }

    private static async Task TheyDeliberate(FourExperts panel)
    {
        var (dissenter, leader) = (panel.Dissenter, panel.Leader);
        await Expect(dissenter.Locator("table.pt tbody tr")).ToHaveCountAsync(panel.Codes.Count);
        await FourExperts.OpenItem(dissenter, panel.Codes[0]);
        await dissenter.Locator(".rev [data-scale] [data-rate='60']").ClickAsync();
        await dissenter.GetByLabel("理由（必填）").FillAsync(Revision);
        await dissenter.GetByRole(AriaRole.Button, new() { Name = "提交修改" }).ClickAsync();
        await dissenter.SaysSaved();
        await FourExperts.OpenItem(dissenter, panel.Codes[1]);
        await dissenter.GetByLabel("理由（必填）").FillAsync(Dissent);
        await dissenter.GetByRole(AriaRole.Button, new() { Name = "维持并登记少数意见" }).ClickAsync();

        await FourExperts.OpenItem(leader, panel.Codes[1]);
        await leader.GetByText("组长：了结本项").ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "保留分歧" }).ClickAsync();
        await Expect(leader.Locator(".close-dossier")).ToHaveTextAsync("关闭本份");
    }

    private static async Task TheySign(FourExperts panel)
    {
        foreach (var page in (IPage[])[panel.Leader, panel.Dissenter, panel.Fourth]) await page.Signs(FirstDay.Password);
        await Expect(panel.Row.Locator(".ph")).ToContainTextAsync("已签字");
    }

    /// <summary>The office makes a board and opens a display; no name is on it before the ceremony tells it, and who is recused has to leave first.</summary>
    private async Task TheBoardTellsIt(AppUnderTest app, FourExperts panel)
    {
        const string winner = "山西衡岳煤机装备有限公司";
        var office = panel.Office;
        await office.Locator(".onair").ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "新建大屏" }).ClickAsync();
        await office.Locator(".new-board input").FillAsync("第七届质量奖");
        await office.Locator(".new-board button[type=submit]").ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "发一次性开屏码" }).ClickAsync();
        var hall = await browser.Open(app, null, new Uri(await office.Locator(".code-url").InputValueAsync()).AbsolutePath, 1920, 1080);
        await Expect(hall.GetByText("等待上屏")).ToBeVisibleAsync();

        await office.Locator("details.ceremony summary").ClickAsync();
        await office.Locator("details.ceremony [data-hold]").Hold();
        await Expect(hall.GetByText("自末位起逐名揭晓")).ToBeVisibleAsync();
        Assert.DoesNotContain(winner, await hall.ContentAsync(), StringComparison.Ordinal);
        await office.Locator(".ceremony").GetByRole(AriaRole.Checkbox).CheckAsync();
        await office.Locator(".ceremony [data-announce]").ClickAsync();
        await Expect(hall.Locator("main")).ToContainTextAsync(winner);
        await Expect(hall.Locator("main")).ToContainTextAsync("60.67");
    }

    /// <summary>The same facts in all four forms, fetched as the office does.</summary>
    private static async Task TheMinutesTellIt(FourExperts panel)
    {
        foreach (var form in (string[])["docx", "xlsx", "md", "json"])
        {
            var answer = await panel.Office.Context.APIRequest.GetAsync($"/api/rooms/{FourExperts.Room}/minutes.{form}");
            Assert.True(answer.Ok, form);
            var words = Words(form, await answer.BodyAsync());
            Assert.All((string[])["山西衡岳煤机装备有限公司", "秦以南", Revision, Dissent], fact => Assert.Contains(fact, words, StringComparison.Ordinal));
        }
        await panel.Office.GotoAsync($"/rooms/{FourExperts.Room}/minutes");
        await Expect(panel.Office.Locator(".paper")).ToContainTextAsync(Dissent);
    }

    /// <summary>What a reader finds in the file, whatever its form.</summary>
    private static string Words(string form, byte[] file)
    {
        if (form is "md" or "json") return Encoding.UTF8.GetString(file);
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }
}
