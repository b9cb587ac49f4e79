using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class SimulationTests(Browser browser)
{
    [Fact]
    public async Task Points_dragged_typed_or_stepped_move_a_candidate_between_the_grades_and_the_money_with_him()
    {
        await using var app = await AppUnderTest.Start();
        var page = await browser.Open(app, "expert-01", "/simulate");
        await page.Settled();
        await Expect(page.Locator("[data-money='1000000']")).ToBeVisibleAsync();
        await page.Locator("[data-preset=fullHouse]").ClickAsync();
        await Expect(page.Locator("[data-list=Nomination] [data-won=d]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-list=Nomination] [data-won=e]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-money='1100000']")).ToBeVisibleAsync();

        var points = page.Locator("[data-candidate=e] .sim-points");
        await points.FillAsync("900.5");
        await Expect(page.Locator("[data-list=Main] [data-won=e]")).ToContainTextAsync("300,000");
        await Expect(page.Locator("[data-list=Nomination] [data-won=c]")).ToContainTextAsync("100,000");
        await points.FillAsync("9x");
        await Expect(page.Locator("[data-candidate=e] .sim-wrong")).ToContainTextAsync("900.5");
        await Expect(page.Locator("[data-list=Main] [data-won=e]")).ToBeVisibleAsync();

        var slider = page.Locator("[data-candidate=e] input[type=range]");
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("[data-list=none]")).ToContainTextAsync("得分率不足 60%");
        var box = await slider.BoundingBoxAsync() ?? throw new InvalidOperationException("The slider is nowhere.");
        await page.Mouse.MoveAsync(box.X + 9, box.Y + box.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2, new() { Steps = 4 });
        await page.Mouse.MoveAsync(box.X + box.Width - 2, box.Y + box.Height / 2, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(points).ToHaveValueAsync("1000");
        await Expect(page.Locator("[data-list=Main] [data-won=e] .n")).ToHaveTextAsync("1");

        await page.Locator("details.sim-settings > summary").ClickAsync();
        await page.Locator("[data-setting=NominationMayApplyForMain]").SelectOptionAsync("Blocked");
        await Expect(page.Locator("[data-candidate=d] .chip")).ToHaveTextAsync("有效期内");
        await page.Locator("[data-preset=tieAtThird]").ClickAsync();
        await Expect(page.Locator("[data-tie=Main]")).ToContainTextAsync("同分：申报主体 C、申报主体 D。");
    }
}
