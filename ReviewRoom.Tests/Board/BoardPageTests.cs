using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;
using ReviewRoom.Tests.InBrowser;

namespace ReviewRoom.Tests.Hall;

[Collection(nameof(Browser))]
public sealed partial class BoardPageTests(Browser browser)
{
    [Fact]
    public async Task The_hall_sees_what_is_released_when_it_is_released()
    {
        await using var app = await AppUnderTest.Demo();
        var boards = app.Get<LiveBoards>();
        var page = await browser.Open(app, null, "/board/" + await boards.IssueCode("office", "hall"), 1920, 1080);
        await Assertions.Expect(page.GetByText("等待上屏")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-1-empty");

        await Ask(boards, new Release(null, What.Rank, All: true));
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await Ask(boards, new Release(null, What.Rate, All: true));
        await Assertions.Expect(page.GetByText("60% 线")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-2-computing");

        await Ask(boards, new LockBoard());
        await Assertions.Expect(page.GetByText("定格", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Browser.Shot(page, "board-3-locked");

        await Ask(boards, new Blank());
        await Assertions.Expect(page.GetByText("暂不展示")).ToBeVisibleAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Listitem).CountAsync());
        await Browser.Shot(page, "board-4-blank");

        Assert.True(boards.CloseDisplay("office", "hall", boards.Displays("office", "hall").Single().Id));
        await Assertions.Expect(page.GetByText("本屏已关闭")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-5-closed");
    }

    [Fact]
    public async Task Brackets_stand_at_the_end_and_a_correction_strikes_the_old_value_through()
    {
        await using var app = await FullHall.Start();
        var page = await browser.Open(app, null, "/board/" + await app.Get<LiveBoards>().IssueCode("office", "hall"), 1920, 1080);
        for (var i = 9; i >= 0; i -= 3) await app.Ask(new Release($"d{i}", What.Rank));
        await app.Ask(new Release(null, What.Rank, All: true));
        await app.Ask(new Release(null, What.Rate, All: true));
        await app.Ask(new LockBoard());
        await Assertions.Expect(page.GetByText("市质量奖 三名")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("定格", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Browser.Shot(page, "board-6-full");
        Assert.Empty(await page.Faults());
        foreach (var (width, height) in new[] { (1280, 720), (1024, 768), (3840, 2160) })
        {
            await page.SetViewportSizeAsync(width, height);
            await Browser.Shot(page, $"board-7-full-{width}");
        }
        await page.SetViewportSizeAsync(1920, 1080);

        await app.Do("supervisor", new RaiseConflict("d2", "A", "RELATIVE", "note"));
        await Assertions.Expect(page.GetByText("重新计算")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-8-recomputing");
        await app.Ask(new Correct("d2"));
        await app.Ask(new Correct("d2"), "office2");
        await Assertions.Expect(page.GetByText("更正")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-9-corrected");

        var english = await browser.Open(app, null, "/board/" + await app.Get<LiveBoards>().IssueCode("office", "hall"), 1920, 1080, language: "en");
        await Assertions.Expect(english.GetByText("Locked", new PageGetByTextOptions { Exact = true })).ToBeVisibleAsync();
        await Browser.Shot(english, "board-10-en");
    }

    [Fact]
    public async Task A_dead_line_keeps_the_last_picture_for_a_minute_then_the_neutral_card_and_comes_back_by_itself()
    {
        await using var app = await FullHall.Start();
        await app.Ask(new Release("d3", What.Rank));
        var page = await browser.Open(app, null, "/board/" + await app.Get<LiveBoards>().IssueCode("office", "hall"), 1920, 1080);
        var line = await StallableLine.UnderDisplay(page);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("李建勋")).ToBeVisibleAsync();
        await page.Clock.InstallAsync();

        line.Stall();
        await line.Cut();
        await app.Ask(new Release("d0", What.Rank));
        await Assertions.Expect(page.GetByText(StoppedAt()).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("李建勋")).ToBeVisibleAsync();
        await Browser.Shot(page, "board-11-stopped");
        await page.Clock.FastForwardAsync(65_000);
        await Assertions.Expect(page.GetByText("连接中断，恢复后自动继续")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("李建勋")).ToHaveCountAsync(0);
        await Browser.Shot(page, "board-12-lost");
        line.GoOn();

        await Assertions.Expect(page.GetByText("阳泉桃河耐火材料有限公司")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("[data-stop]")).ToBeHiddenAsync();
    }

    [GeneratedRegex(@"画面停在 \d\d:\d\d:\d\d")]
    private static partial Regex StoppedAt();

    private static async Task Ask(LiveBoards boards, BoardAct act, string person = "office") =>
        Assert.Null((await boards.Ask(person, "hall", Guid.NewGuid().ToString("N"), act)).Refusal);
}
