using System.Text;
using Microsoft.Playwright;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Live;
using ReviewRoom.Tests.Applications;
using ReviewRoom.Tests.Hall;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Walks))]
public sealed class ApplyTests(Browser browser)
{
    [Fact]
    public async Task An_applicant_fills_in_the_form_writes_the_report_holds_the_notice_and_submits()
    {
        var clock = new ClockAhead();
        await using var app = await new ApplicationServer(clock).Begun();
        await ApplicationServer.Do(app, "office", "org-01", AnApplication.Invitation());
        var page = await browser.Open(app, "applicant", "/apply", 1280, 900);
        await page.Settled();

        // Each condition says how the facts stand to it while they are filled in; what is typed outlives the page.
        await page.GetByLabel("统一社会信用代码").FillAsync("91140321XN0000012M");
        await page.Locator("#legal-person").SelectOptionAsync("yes");
        await page.Locator("#founded").FillAsync($"{clock.GetUtcNow().Year - 1}-03-15");
        await page.GetByLabel("法定代表人").FillAsync("沈泊川");
        await page.GetByLabel("联系人或部门").FillAsync("质量部");
        await page.GetByLabel("联系电话").FillAsync("0353-5550100");
        foreach (var condition in Conditions.DeclaredBy(Domain.Rooms.ApplicantKind.Organisation)) await Declares(page, condition);
        await Expect(page.Locator("#c-E1 ~ div [data-standing]")).ToHaveAttributeAsync("data-standing", "NotMet");
        await Expect(page.GetByText("有改动还没有保存")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.Settled();
        await Expect(page.GetByText("这里有您上次填写、还没有保存的内容。")).ToBeVisibleAsync();
        await page.Locator("#founded").FillAsync("2004-05-18");
        await page.GetByLabel("法定代表人").FocusAsync();
        await Expect(page.Locator("#c-E1 ~ div [data-standing]")).ToHaveAttributeAsync("data-standing", "Met");
        await Press(page, "保存申报表");
        await Expect(page.Locator(".receipt .good")).ToContainTextAsync("申报表已保存");
        await Browser.Shot(page, "apply-form");

        // The report comes from a file, is changed, and shown as it will look.
        await page.GetByRole(AriaRole.Link, new() { Name = "自评报告" }).ClickAsync();
        await Expect(page.Locator("#report-file")).ToBeEnabledAsync();
        await page.Choose("#report-file", "report.md", Encoding.UTF8.GetBytes("# 自评报告\n\n### 4.1.2 高层领导的作用\n\n正文。\n"));
        await Expect(page.Locator(".md-view h2")).ToHaveTextAsync("自评报告");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加标题 4.1.3" }).ClickAsync();
        await page.Keyboard.TypeAsync("治理正文。");
        await Expect(page.Locator(".md-view")).ToContainTextAsync("治理正文。");
        await Press(page, "保存报告");
        await Expect(page.Locator(".receipt .good")).ToContainTextAsync("自评报告已保存");

        // The notice hangs five working days; nothing goes out before.
        await page.GetByRole(AriaRole.Link, new() { Name = "公示与提交" }).ClickAsync();
        await page.Locator("#notice-where").FillAsync("公告栏");
        await Press(page, "开始内部公示");
        await Expect(page.Locator(".notice-days li")).ToHaveCountAsync(5);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交申报" })).ToHaveCountAsync(0);
        Assert.Empty(await page.Faults());

        clock.Advance(TimeSpan.FromDays(11));
        var later = await browser.Open(app, "applicant", "/apply?part=send", 390, 844);
        await later.Settled();
        await later.GetByRole(AriaRole.Button, new() { Name = "提交申报" }).DblClickAsync();
        await Expect(later.Locator(".receipt .good")).ToContainTextAsync("申报已提交");
        await Expect(later.Locator("[data-stage]")).ToHaveAttributeAsync("data-stage", "Submitted");
        Assert.Equal("county", app.Get<LiveApplications>().View("county", ApplicationServer.Id, "org-01")?.Role);
        Assert.Empty(await later.Faults());
        await Browser.Shot(later, "apply-submitted-phone");
    }

    private static async Task Declares(IPage page, string condition)
    {
        var card = page.Locator($"section[aria-labelledby='c-{condition}']");
        await card.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "添加证明材料" }).ClickAsync();
        await Expect(card.GetByLabel("材料 1 名称")).Not.ToHaveValueAsync("");
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
