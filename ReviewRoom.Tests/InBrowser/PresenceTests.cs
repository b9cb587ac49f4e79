using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class PresenceTests(Browser browser)
{
    private const string Address = "/room/panel-a?d=org-11";

    [Fact]
    public async Task A_page_that_answers_stays_online_and_one_whose_line_went_dead_is_shown_as_lost()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await AppUnderTest.Demo(clock);
        var watching = await browser.Open(app, "expert-07", Address);
        var other = await browser.Open(app, "expert-04");
        var line = await StallableLine.Under(other);
        await other.GotoAsync(Address);
        await other.Settled();
        await watching.Settled();
        var seat = watching.Locator(".strip .seat").Nth(3);

        for (var n = 0; n < 8; n++) await Beat(app, clock, watching, "expert-04", "expert-07");
        await Expect(seat).ToContainTextAsync("评分中");
        line.Stall();
        for (var n = 0; n < 8; n++) await Beat(app, clock, watching, "expert-07");

        await Expect(seat).ToContainTextAsync("断线 1 分");
        Assert.Equal(Presence.Online, app.Get<LiveRooms>().View("office", "panel-a")?.Seats[6].Presence);
    }

    [Fact]
    public async Task A_hidden_tab_is_marked_when_another_dossier_comes_to_the_floor_and_the_banner_leads_there()
    {
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-07", Address);
        await page.Settled();
        await page.EvaluateAsync("() => Object.defineProperty(document, 'hidden', { configurable: true, get: () => globalThis.away !== false })");

        await app.Get<LiveRooms>().Ask("office", "panel-a", Guid.NewGuid().ToString("N"), new SetFocus("org-02"));
        await Expect(page.Locator(".call .ban")).ToContainTextAsync("现在讨论");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^● "));
        await page.EvaluateAsync("() => { globalThis.away = false; document.dispatchEvent(new Event('visibilitychange')); }");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^[^●]"));
        await page.Locator(".call").GetByRole(AriaRole.Link, new() { Name = "前往" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("d=org-02"));
        await Expect(page.Locator(".call .ban")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_scanned_slip_fills_the_sign_in_and_leaves_no_code_in_the_address_and_a_wrong_clock_is_told()
    {
        await using var app = await AppUnderTest.Demo();
        var slip = (await app.Get<ReviewRoom.Identity.RoomSlips>().Print("office", "panel-a", ["G"], TimeSpan.FromDays(1), app.Url)).Single();
        var page = await browser.Open(app, null, "/");
        await page.AddInitScriptAsync("const real = Date.now.bind(Date); Date.now = () => real() + 9 * 60000;");

        await page.GotoAsync(slip.Link);
        await Expect(page.Locator("[name='Form.Code']")).ToHaveValueAsync(slip.Code);
        await Expect(page.Locator("[name='Form.UserName']")).ToHaveValueAsync("expert-07");
        Assert.DoesNotContain(slip.Code, page.Url, StringComparison.Ordinal);
        await page.Locator("[name='Form.New']").FillAsync("quiet-river-17");
        await page.Locator("[name='Form.Again']").FillAsync("quiet-river-17");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.GotoAsync(Address);

        await Expect(page.Locator("[data-clock-notice]")).ToContainTextAsync("快了约 9 分钟");
    }

    /// <summary>Ten seconds go by, and these people's pages answer.</summary>
    private static async Task Beat(AppUnderTest app, FakeTimeProvider clock, IPage page, params string[] people)
    {
        clock.Advance(TimeSpan.FromSeconds(10));
        var deadline = System.Diagnostics.Stopwatch.StartNew();
        while (people.Any(p => app.Get<LiveRooms>().LinesOf("panel-a").GetValueOrDefault(p).Last < clock.GetUtcNow()))
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(20), "No answer.");
            await page.EvaluateAsync("() => 0");
        }
    }
}
