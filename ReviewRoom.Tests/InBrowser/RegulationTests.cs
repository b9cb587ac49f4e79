using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class RegulationTests(Browser browser)
{
    [Fact]
    public async Task The_office_changes_a_provisional_article_and_the_supervisor_reads_the_new_version_and_its_history()
    {
        await using var app = await AppUnderTest.Demo();
        var office = await browser.Open(app, "office", "/regulation/edit?article=14");
        await office.Settled();
        var publish = office.GetByRole(AriaRole.Button, new() { Name = "发布第 2 版" });
        await Expect(publish).ToBeDisabledAsync();
        await office.Locator("#edit-article-14").GetByLabel("条文").FillAsync("县（区）人民政府公示五个工作日后出具推荐意见。");
        await office.Locator("#edit-article-14").GetByLabel("条文").BlurAsync();
        var kept = await Kept(office, "");
        await office.GetByLabel("修改理由").FillAsync("按领导小组会议纪要");
        await Expect(office.Locator(".law-changes tbody tr")).ToHaveCountAsync(1);
        await office.GetByLabel("修改理由").BlurAsync();
        await Kept(office, kept);

        // A page that is closed loses nothing of what was typed.
        await office.ReloadAsync();
        await Expect(office.GetByText("这是您上次没有写完的内容。")).ToBeVisibleAsync();
        await publish.ClickAsync();
        await Expect(office.GetByText("第 2 版已发布")).ToBeVisibleAsync();

        var supervisor = await browser.Open(app, "supervisor", "/");
        await supervisor.GetByRole(AriaRole.Link, new() { Name = "办法", Exact = true }).ClickAsync();
        await Expect(supervisor.Locator("#article-14")).ToContainTextAsync("公示五个工作日后出具推荐意见");
        var history = supervisor.Locator(".law-versions > ol > li");
        await Expect(history).ToHaveCountAsync(2);
        await Expect(history.First).ToContainTextAsync("理由：按领导小组会议纪要");
        await Expect(history.First).ToContainTextAsync("常");
        await history.Last.GetByRole(AriaRole.Link, new() { Name = "看这一版" }).ClickAsync();
        await Expect(supervisor.GetByText("您在看第 1 版。现行的是第 2 版。")).ToBeVisibleAsync();
        await Expect(supervisor.Locator("#article-14")).Not.ToContainTextAsync("公示五个工作日后");
        await Browser.Shot(supervisor, "regulation-version-1");

        var stranger = await browser.Open(app, path: "/regulation#versions");
        await Expect(stranger.Locator(".law-versions > ol > li").First).ToContainTextAsync("办公室发布于");
        await Expect(stranger.Locator(".law-acts .btn.pri")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_figure_on_the_console_leads_to_the_article_behind_it_without_leaving_the_console()
    {
        await using var app = await AppUnderTest.Demo();
        var office = await browser.Open(app, "office", "/office?d=panel-a/org-11");
        await office.Settled();

        var article = await office.RunAndWaitForPopupAsync(() => office.Locator(".kpi a.art").First.ClickAsync());

        await Expect(article.Locator("#article-11")).ToBeInViewportAsync();
        Assert.EndsWith("/regulation#article-11", article.Url, StringComparison.Ordinal);
        Assert.Contains("/office", office.Url, StringComparison.Ordinal);
    }

    /// <summary>The draft as the browser keeps it, sealed, once it is another than before.</summary>
    private static async Task<string> Kept(IPage page, string before)
    {
        const string draft = "Object.keys(localStorage).filter(key => key.includes('/office/')).map(key => localStorage[key]).join()";
        await page.WaitForFunctionAsync($"before => {draft} !== before", before, new() { Timeout = Moves.Patience });
        return await page.EvaluateAsync<string>($"() => {draft}");
    }
}
