using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Hall;
using ReviewRoom.Tests.Intake;
using ReviewRoom.Tests.Sessions;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class ConsultationTests(Browser browser)
{
    private const string Page = $"/sessions/{AConsultation.Id}/consultation", Reply = $"/sessions/{AConsultation.Id}/reply";

    [Fact]
    public async Task The_office_asks_the_units_they_reply_it_decides_and_proposes()
    {
        var clock = new ClockAhead();
        await using var world = await AConsultation.Planned(clock);
        var office = await browser.Open(world.App, "office", Page, 1440, 900);
        await office.Settled();
        var one = await browser.Open(world.App, "unit-01", Reply, 390, 844);
        await Expect(one.GetByText("本届还没有征求成员单位意见")).ToBeVisibleAsync();

        // The office asks, with a due time two hours on.
        await Expect(office.Locator(".who li")).ToHaveCountAsync(2);
        await office.Locator(".who li").Nth(1).Locator("select").SelectOptionAsync("unit-03");
        await office.Locator("#due").FillAsync("2020-01-01T17:00");
        await Press(office, "核对");
        await Expect(office.GetByText("截止时间已经过去")).ToBeVisibleAsync();
        await office.Locator("#due").FillAsync(clock.GetUtcNow().AddHours(10).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Browser.Shot(office, "consultation-start");
        await Press(office, "核对");
        await Press(office, "发给 3 个单位");
        await Expect(office.Locator("[data-matrix] tbody tr")).ToHaveCountAsync(2);

        // One has no objection; it stands on the office's page without a reload. Two presses are one reply.
        await Press(one, "核对并发送");
        await one.GetByRole(AriaRole.Button, new() { Name = "发送答复" }).DblClickAsync();
        await Expect(one.GetByText("已收到 #1")).ToBeVisibleAsync();
        await Expect(office.Locator("[data-matrix] tbody .cz.y")).ToHaveCountAsync(2);
        await Browser.Shot(one, "reply-received-phone");

        // Another objects: what is missing is said, and nothing typed is lost.
        var two = await browser.Open(world.App, "unit-02", Reply);
        await two.Locator(".line").First.GetByLabel("有意见").CheckAsync();
        await two.Locator("textarea").FillAsync("该公司去年发生过事故，请核实。");
        await Press(two, "核对并发送");
        await Expect(two.GetByText("请选所涉条件。")).ToBeVisibleAsync();
        await two.Locator(".line select").SelectOptionAsync("E5");
        await Press(two, "核对并发送");
        await Press(two, "发送答复");
        await Expect(two.GetByText("已收到 #1")).ToBeVisibleAsync();
        await Decides(office, clock);

        await Expect(two.GetByText("征求意见已结束，答复不能再改。")).ToBeVisibleAsync();
        var leading = await browser.Open(world.App, "leading", Page);
        await Expect(leading.Locator(".proposal tbody tr", new() { HasText = "丙公司" })).ToContainTextAsync("300,000");
        await Expect(leading.Locator(".proposal .not")).ToContainTextAsync("因采纳的意见不列入");
        await Expect(leading.Locator("main button")).ToHaveCountAsync(0);
        Assert.Empty(await leading.Faults());
        await Browser.Shot(leading, "consultation-proposed");
    }

    [Fact]
    public async Task The_office_plans_a_session_imports_its_bodies_and_hands_out_their_codes()
    {
        await using var app = await AppUnderTest.Empty();
        await app.Get<People>().AddAll([new PersonEntry("office", "Office", Roles.Office)], AppUnderTest.Password);
        await app.Get<LiveRegisters>().Begin("office", "begin", "第七届质量奖");
        var page = await browser.Open(app, "office", "/office/setup?tab=bodies");
        await page.Settled();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存计划" })).ToBeDisabledAsync();

        await page.GetByLabel("申报截止日").FillAsync("2026-10-20");
        await page.GetByLabel("审查、公示结束日期").FillAsync("2026-12-01");
        await Expect(page.GetByText("“审查、公示”的结束早于开始，或只有结束日期，请改正。")).ToBeVisibleAsync();
        await page.GetByLabel("审查、公示开始日期").FillAsync("2026-11-20");
        await Press(page, "保存计划");
        await Expect(page.GetByText("计划已保存。")).ToBeVisibleAsync();
        await page.Choose("#file-Bodies", "bodies.xlsx", Books.Of(
            [["编号", "名称", "简称", "机构类型"], ["unit-01", "阳泉市财政局", "市财政局", "市政府部门"], ["unit-02", "阳泉市郊区人民政府", "郊区政府", "县区"], ["unit-03", "某公司", "", "公司"]]));
        await Expect(page.Locator("tr.bad")).ToContainTextAsync("“公司”不在可选范围内");
        Assert.Empty(app.Get<LiveSessions>().View("office", "session-1")?.Bodies ?? []);
        await page.GetByText("我知道").ClickAsync();
        await Press(page, "保存 2 条");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "机构（2 个征求意见）" })).ToBeVisibleAsync();
        await Press(page, "新增机构");
        await page.GetByLabel("编号").FillAsync("leading");
        await page.GetByLabel("全称").FillAsync("评审领导小组");
        await page.GetByLabel("类型").SelectOptionAsync("LeadingGroup");
        await Press(page, "保存");
        await Press(page, "建立 3 个账号");

        await Expect(page.Locator("[data-body] .hash")).ToHaveCountAsync(3);
        Assert.Empty(await page.Faults());
        await Browser.Shot(page, "setup-bodies-new");
        Assert.Equal(["leading", "unit-01", "unit-02"], app.Get<LiveSessions>().View("office", "session-1")?.People?.Select(p => p.PersonId) ?? []);
    }

    /// <summary>By keyboard to the objection; adopted; the clock passes, one unit is silent; closed and proposed.</summary>
    private static async Task Decides(IPage office, ClockAhead clock)
    {
        await office.Locator("[data-cell][href*='u=unit-02&c=d3']").FocusAsync();
        await office.Keyboard.PressAsync("k");
        await office.Keyboard.PressAsync("ArrowLeft");
        await office.Keyboard.PressAsync("ArrowRight");
        await office.Keyboard.PressAsync("Enter");
        await Expect(office.Locator("#op-title")).ToBeFocusedAsync();
        await Expect(office.GetByText("该公司去年发生过事故")).ToBeVisibleAsync();
        await Expect(office.GetByRole(AriaRole.Button, new() { Name = "还差：采纳与否" })).ToBeDisabledAsync();
        await office.GetByLabel("采纳", new() { Exact = true }).CheckAsync();
        await office.Locator("#verdict-reason").FillAsync("经核实属重大事故。");
        await office.GetByRole(AriaRole.Button, new() { Name = "记录决定" }).DblClickAsync();
        await Expect(office.Locator(".op .receipt .good")).ToBeVisibleAsync();
        await Expect(office.Locator("[data-matrix] tbody .cz.dn")).ToHaveCountAsync(1);

        await Expect(office.GetByRole(AriaRole.Button, new() { Name = "结束征求意见" })).ToBeDisabledAsync();
        clock.Advance(TimeSpan.FromHours(3));
        await Press(office, "催复 1 家");
        await Expect(office.Locator("[data-matrix] tbody .cz.lt")).ToHaveCountAsync(2);
        await Expect(office.GetByText("已催 1 次")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "结束征求意见" }).Hold();
        await office.GetByRole(AriaRole.Button, new() { Name = "提出建议名单" }).Hold();
        await Expect(office.Locator(".proposal")).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
