using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Hall;

/// <summary>A ceremony as a hall, an announcer and a second member of the office live it.</summary>
[Collection(nameof(Browser))]
public sealed class CeremonyPageTests(Browser browser)
{
    [Fact]
    public async Task The_announcer_tells_place_by_place_and_the_hall_holds_no_name_before_it_is_told()
    {
        await using var app = await FullHall.Start();
        var hall = await browser.Open(app, null, "/board/" + await app.Get<LiveBoards>().IssueCode("office", "hall"), 1920, 1080);
        var heard = new List<string>();
        hall.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Add(frame.Text ?? "");
        await hall.ReloadAsync();
        var console = await browser.Open(app, "office", "/office", 1440, 900);
        await console.Locator(".onair").ClickAsync();
        await Expect(console.GetByRole(AriaRole.Img, new() { Name = "准备上屏" })).ToContainTextAsync("李建勋");
        await Browser.Shot(console, "ceremony-1-console-prepared");
        await Expect(hall.GetByText("等待上屏")).ToBeVisibleAsync();
        await console.GetByText("可以开始").ClickAsync();
        await console.GetByRole(AriaRole.Button, new() { Name = "开始揭晓" }).PressAsync("Enter");
        await console.GetByRole(AriaRole.Button, new() { Name = "开始揭晓" }).PressAsync("Enter");
        await Expect(hall.GetByText("自末位起逐名揭晓，共 8 名")).ToBeVisibleAsync();
        await Expect(console.GetByText("第 8 名")).ToBeVisibleAsync();
        await Browser.Shot(hall, "ceremony-2-begun");

        var remote = await browser.Open(app, "office2", "/office/board/hall", 390, 844);
        await remote.Keyboard.PressAsync("PageDown");
        await Expect(hall.GetByText("已揭晓 1 / 8")).ToBeVisibleAsync();
        await Browser.Shot(hall, "ceremony-3-long-name");
        Assert.DoesNotContain(heard, text => text.Contains("李建勋", StringComparison.Ordinal) || text.Contains("72.", StringComparison.Ordinal));
        Assert.DoesNotContain("李建勋", await hall.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty((await hall.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.Empty((await remote.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        await Browser.Shot(remote, "ceremony-4-remote");

        for (var told = 1; told < 5; told++)
        {
            await Task.Delay(Board.CeremonyPace, TestContext.Current.CancellationToken);
            await console.Keyboard.PressAsync("PageDown");
            await Expect(hall.GetByText($"已揭晓 {told + 1} / 8")).ToBeVisibleAsync();
        }
        await Expect(hall.Locator(".hall-told-name")).ToHaveTextAsync("李建勋");
        await Expect(console.GetByRole(AriaRole.Img, new() { Name = "屏上现在" })).ToContainTextAsync("李建勋");
        await Task.Delay(2000, TestContext.Current.CancellationToken);
        await Browser.Shot(hall, "ceremony-5-fourth");
        await Browser.Shot(console, "ceremony-6-console");
        await remote.Keyboard.PressAsync("b");
        await Expect(hall.GetByText("暂不展示")).ToBeVisibleAsync();
        await Browser.Shot(console, "ceremony-7-console-blank");
    }
}
