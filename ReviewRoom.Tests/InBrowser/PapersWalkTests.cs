using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class PapersWalkTests(Browser browser)
{
    [Fact]
    public async Task The_office_mends_a_template_issues_the_letter_and_a_unit_reads_its_own_copy()
    {
        await using var app = await AppUnderTest.Demo();
        var office = await browser.Open(app, "office", "/office/templates?kind=consultation");
        await office.Settled();
        var text = office.GetByLabel("模板文字");
        var shipped = await text.InputValueAsync();
        await text.FillAsync(shipped + "\n{{score}}");
        await Expect(office.Locator(".templates .ban.e")).ToContainTextAsync("不认识的字段：score");
        await Expect(office.GetByRole(AriaRole.Button, new() { Name = "保存为新版" })).ToBeDisabledAsync();
        await text.FillAsync(shipped.Replace("请结合职责核实", "请对照职责逐项核实", StringComparison.Ordinal));
        await Expect(office.Locator(".tried")).ToContainTextAsync("请对照职责逐项核实");
        await office.GetByRole(AriaRole.Button, new() { Name = "保存为新版" }).ClickAsync();
        await Expect(office.GetByText("已保存为第 1 版")).ToBeVisibleAsync();

        await office.GotoAsync("/sessions/session-6/papers");
        await office.Settled();
        await office.GetByRole(AriaRole.Button, new() { Name = "发出征求意见函" }).ClickAsync();
        await office.GetByLabel("发文字号").FillAsync("阳质强办函〔2026〕12号");
        await office.Locator(".issue button[type=submit]").ClickAsync();
        await Expect(office.Locator("[data-speak=receipt]")).ToContainTextAsync("文书已发出");
        await Expect(office.GetByText("各单位的一份（42）")).ToBeVisibleAsync();

        var unit = await browser.Open(app, "unit-25", "/sessions/session-6/papers");
        await unit.Settled();
        await Expect(unit.Locator(".letters-list .panel")).ToHaveCountAsync(1);
        var letter = await unit.RunAndWaitForPopupAsync(() => unit.GetByRole(AriaRole.Link, new() { Name = "打印" }).ClickAsync());
        await Expect(letter.Locator(".letter-number")).ToHaveTextAsync("阳质强办函〔2026〕12号");
        await Expect(letter.Locator("main")).ToContainTextAsync("请对照职责逐项核实");
        await Expect(letter.Locator(".letter-addressee")).Not.ToContainTextAsync("各成员单位");
    }
}
