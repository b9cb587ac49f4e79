using System.Diagnostics;
using Microsoft.Playwright;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class RehearsalTests(Browser browser)
{
    [Fact]
    public async Task A_lone_visitor_of_the_demonstration_sees_numbers_move_within_ten_seconds_of_signing_in_as_the_office()
    {
        await using var app = await AppUnderTest.DemoAsShown();
        var page = await browser.Open(app, path: "/sign-in");
        await page.GetByLabel("用户名").FillAsync("office");
        await page.GetByLabel("密码").FillAsync(AppUnderTest.Password);
        var since = Stopwatch.GetTimestamp();
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

        var line = page.Locator("[data-rehearsal]");
        var first = await line.Locator(".rh-count").InnerTextAsync();
        await Expect(line.Locator(".rh-count")).Not.ToHaveTextAsync(first, new() { Timeout = 10_000 });
        TestContext.Current.TestOutputHelper?.WriteLine($"first number moved after {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");

        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 10);
        Assert.Equal(["panel-a", "panel-b", "rehearsal-1"], app.Get<LiveRooms>().Rooms.Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_office_rehearses_its_own_agenda_an_expert_practises_in_it_and_it_is_wiped_for_both()
    {
        await using var app = await AppUnderTest.Demo();
        var office = await browser.Open(app, "office", "/office?d=panel-a/org-10");
        await office.GetByRole(AriaRole.Link, new() { Name = "演练本场议程" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "开始演练" }).ClickAsync();
        await office.Arrives(@"/office\?rehearsal=rehearsal-1$");
        await Expect(office.Locator(".top.rehearsal .rehearsal-mark")).ToHaveTextAsync("演练");
        await Expect(office).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^演练"));

        var expert = await browser.Open(app, "expert-02", "/room/rehearsal-1");
        await Expect(expert.Locator(".top.rehearsal .rehearsal-mark")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "清除演练" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "确认清除" }).ClickAsync();

        await office.Arrives("/office$");
        await Expect(expert.GetByRole(AriaRole.Heading, new() { Name = "演练已清除" })).ToBeVisibleAsync();
        Assert.Empty(Directory.EnumerateFiles(app.Choices.InData("rehearsals")));
        Assert.Equal(["panel-a", "panel-b"], app.Get<LiveRooms>().Rooms.Select(r => r.Id).Order(StringComparer.Ordinal));
    }
}
