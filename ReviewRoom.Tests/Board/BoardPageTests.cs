using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Hall;

[Collection(nameof(Browser))]
public sealed class BoardPageTests(Browser browser)
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

    private static async Task Ask(LiveBoards boards, BoardAct act, string person = "office") =>
        Assert.Null((await boards.Ask(person, "hall", Guid.NewGuid().ToString("N"), act)).Refusal);
}
