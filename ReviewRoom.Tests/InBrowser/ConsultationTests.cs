using Microsoft.Playwright;
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
        var clock = new SetForward();
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
        await Expect(office.Locator("[data-matrix] .cz.y")).ToHaveCountAsync(3);
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

    /// <summary>By keyboard to the objection; adopted; the clock passes, one unit is silent; closed and proposed.</summary>
    private static async Task Decides(IPage office, SetForward clock)
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
        await Expect(office.GetByText("已记录 #")).ToBeVisibleAsync();
        await Expect(office.Locator("[data-matrix] .cz.dn")).ToHaveCountAsync(1);

        await Expect(office.GetByRole(AriaRole.Button, new() { Name = "结束征求意见" })).ToBeDisabledAsync();
        clock.By(TimeSpan.FromHours(3));
        await Press(office, "催复 1 家");
        await Expect(office.Locator("[data-matrix] .cz.lt")).ToHaveCountAsync(2);
        await Expect(office.GetByText("已催 1 次")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "结束征求意见" }).Hold();
        await office.GetByRole(AriaRole.Button, new() { Name = "提出建议名单" }).Hold();
        await Expect(office.Locator(".proposal")).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
