using Microsoft.Playwright;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>One application of the demonstration from the county's desk to the office's decision, by both and before a second clerk's eyes.</summary>
[Collection(nameof(Walks))]
public sealed class CheckingTests(Browser browser)
{
    private const string Session = "session-6", Applicant = "org-10";

    [Fact]
    public async Task Article_14_a_county_recommends_and_Article_15_the_office_accepts_while_another_clerk_looks_on()
    {
        await using var app = await AppUnderTest.Demo();
        await Recommend(await browser.Open(app, "county-140311", "/"));
        await Answer(app);
        var second = await browser.Open(app, "office2", $"/sessions/{Session}/applications?a={Applicant}");
        await Expect(second.Locator(".decide")).ToBeVisibleAsync();

        await Accept(await browser.Open(app, "office", $"/sessions/{Session}/applications"));

        await Expect(second.Locator("[data-decision]")).ToContainTextAsync("受理");
        await Expect(second.Locator(".decide")).ToHaveCountAsync(0);
        Assert.Equal(ApplicationStage.Accepted, app.Get<LiveApplications>().View("office2", Session, Applicant)?.Stage);
    }

    /// <summary>From the home page to the letter: a local finding of every condition, the letter's data, read back and sent.</summary>
    private static async Task Recommend(IPage page)
    {
        await page.Locator(".waits a.mine", new() { HasText = "推荐意见 1 件" }).ClickAsync();
        await page.Locator("a", new() { HasText = "通衢" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "还差 5 项初核" })).ToBeDisabledAsync();
        foreach (var condition in Conditions.DeclaredBy(Domain.Rooms.ApplicantKind.Organisation))
            await page.GetByRole(AriaRole.Group, new() { Name = $"{condition} 初核" }).GetByLabel("符合", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("文号").FillAsync("郊政函〔2026〕示例99号");
        await page.GetByLabel("日期", new() { Exact = true }).FillAsync(Domain.ChinaTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("当地公示开始").FillAsync("2026-09-21");
        await page.GetByLabel("当地公示结束").FillAsync("2026-09-28");
        await page.GetByLabel("征求意见的部门").FillAsync("市场监管、应急管理");
        await page.GetByRole(AriaRole.Button, new() { Name = "核对" }).ClickAsync();
        await Expect(page.Locator(".readback")).ToContainTextAsync("郊政函〔2026〕示例99号");
        await page.GetByRole(AriaRole.Button, new() { Name = "出具推荐意见" }).ClickAsync();
        await Expect(page.Locator("[data-letter]")).ToContainTextAsync("郊政函〔2026〕示例99号");
    }

    private static async Task Answer(AppUnderTest app)
    {
        using var applicant = await app.Api("applicant-10");
        using var answer = await applicant.Raw($"/api/sessions/{Session}/applications/{Applicant}/acts", $$"""{"commandId":"{{ApiClient.NewId()}}","act":"answerCorrection","answer":"推荐意见函已由郊区人民政府出具。"}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>One press for each condition that has no finding yet, then the decision with its reading back.</summary>
    private static async Task Accept(IPage page)
    {
        await page.Locator(".list a", new() { HasText = "通衢" }).ClickAsync();
        await Expect(page.Locator(".conds > li").First).ToBeVisibleAsync();
        foreach (var condition in Conditions.AskedOf(Domain.Rooms.ApplicantKind.Organisation, new ApplicationReadings()))
        {
            var finding = page.GetByRole(AriaRole.Group, new() { Name = $"{condition} 审查结论" });
            var met = finding.GetByRole(AriaRole.Button, new() { Name = "符合第" });
            if (await met.IsEnabledAsync()) await met.ClickAsync();
            await Expect(finding.Locator("[data-found=Met]")).ToBeVisibleAsync();
            await Expect(met).ToBeDisabledAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await Expect(page.Locator(".readback")).ToContainTextAsync("第十五条");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发出" }).ClickAsync();
        await Expect(page.Locator("[data-decision]")).ToContainTextAsync("受理");
    }
}
