using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Hall;

/// <summary>A ceremony as a hall, an announcer at the console and one with a remote live it.</summary>
[Collection(nameof(Browser))]
public sealed class CeremonyPageTests(Browser browser)
{
    private readonly ClockAhead clock = new();

    [Fact]
    public async Task The_announcer_tells_place_by_place_and_the_hall_holds_no_name_before_it_is_told()
    {
        await using var app = await FullHall.Start(clock);
        var (hall, heard) = await Display(app);
        var console = await browser.Open(app, "office", "/office", 1440, 900);
        await console.Locator(".onair").ClickAsync();
        await Expect(Picture(console, "准备上屏")).ToContainTextAsync("75.56");
        await Expect(Picture(console, "屏上现在")).Not.ToContainTextAsync("75.56");
        await Browser.Shot(console, "ceremony-1-console-prepared");
        await console.GetByText("可以开始").ClickAsync();
        foreach (var _ in "12") await console.GetByRole(AriaRole.Button, new() { Name = "开始揭晓" }).PressAsync("Enter");
        await Expect(hall.GetByText("自末位起逐名揭晓，共 8 名")).ToBeVisibleAsync();
        await Expect(console.Locator(".next-place")).ToContainTextAsync("第 8 名");
        await Browser.Shot(hall, "ceremony-2-begun");

        var remote = await browser.Open(app, "office2", "/office/board/hall", 390, 844);
        await Expect(remote.Locator(".next-place")).ToBeVisibleAsync();
        await remote.Keyboard.PressAsync("PageDown");
        await Told(hall, 1);
        await Browser.Shot(hall, "ceremony-3-long-name");
        await IsClean(hall);
        await IsClean(remote);
        await Browser.Shot(remote, "ceremony-4-remote");

        for (var told = 2; told <= 5; told++)
        {
            Assert.DoesNotContain(heard, text => text.Contains("李建勋", StringComparison.Ordinal));
            Assert.DoesNotContain("李建勋", await hall.ContentAsync(), StringComparison.Ordinal);
            clock.Advance(Domain.Standings.Board.CeremonyPace);
            await console.Keyboard.PressAsync("PageDown");
            await Told(hall, told);
            await Told(console.Locator(".ceremony"), told);
        }
        await Expect(hall.Locator(".hall-told-name")).ToHaveTextAsync("李建勋");
        await Expect(Picture(console, "屏上现在")).ToContainTextAsync("李建勋");
        await Browser.Shot(hall, "ceremony-5-fourth");
        await Browser.Shot(console, "ceremony-6-console");
        foreach (var (width, height) in new[] { (1280, 720), (3840, 2160) })
        {
            await hall.SetViewportSizeAsync(width, height);
            await Browser.Shot(hall, $"ceremony-7-{width}");
        }
        await hall.SetViewportSizeAsync(1920, 1080);

        await remote.Keyboard.PressAsync("b");
        await Expect(hall.GetByText("暂不展示")).ToBeVisibleAsync();
        Assert.DoesNotContain("李建勋", await hall.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Browser.Shot(console, "ceremony-8-console-blank");
        await console.Keyboard.PressAsync("b");
        await Told(hall, 5);

        await app.Do("supervisor", new RaiseConflict("d5", "A", "RELATIVE", "note"));
        await Expect(hall.GetByText("重新计算").First).ToBeVisibleAsync();
        await Browser.Shot(hall, "ceremony-9-recomputing");
        await Expect(console.GetByText("请先由两人更正")).ToBeVisibleAsync();
    }

    private async Task<(IPage Page, List<string> Heard)> Display(AppUnderTest app)
    {
        var page = await browser.Open(app, null, "/board/" + await app.Get<LiveBoards>().IssueCode("office", "hall"), 1920, 1080);
        var heard = new List<string>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Add(frame.Text ?? "");
        await page.ReloadAsync();
        await Expect(page.GetByText("等待上屏")).ToBeVisibleAsync();
        return (page, heard);
    }

    private static ILocator Picture(IPage console, string name) => console.GetByRole(AriaRole.Img, new() { Name = name });

    private static Task Told(IPage hall, int places) => Told(hall.Locator("main"), places);

    private static Task Told(ILocator where, int places) => Expect(where).ToContainTextAsync($"已揭晓 {places} / 8");

    private static async Task IsClean(IPage page) =>
        Assert.Empty(await page.Faults());
}
