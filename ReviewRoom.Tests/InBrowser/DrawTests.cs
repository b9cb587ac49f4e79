using System.Net.Http.Json;
using Microsoft.Playwright;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class DrawTests(Browser browser)
{
    [Fact]
    public async Task Office_and_supervisor_draw_a_panel_and_a_stranger_runs_it_again_in_his_own_browser()
    {
        await using var app = await AppUnderTest.Demo();
        var office = await browser.Open(app, "office", "/office/setup?tab=draws");
        await office.Settled();
        await office.GetByLabel("评审室名称").FillAsync("制造与能源组");
        await office.GetByLabel("席位").FillAsync("5");
        await office.GetByText("阳泉牧云乳业有限公司").ClickAsync();
        await Expect(office.GetByText("名单 28 人，其中 1 人不参加")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "封存名单和条件" }).ClickAsync();
        await office.Arrives("/draws/[^/]+$");
        var address = new Uri(office.Url).AbsolutePath;

        await office.Locator("[data-commit]").ClickAsync();
        await Expect(office.GetByText("已封存。等对方也封存后才能公开。")).ToBeVisibleAsync();
        var supervisor = await browser.Open(app, "supervisor", address);
        await supervisor.Locator("[data-commit]").ClickAsync();
        await Expect(supervisor.Locator("[data-open]")).ToBeVisibleAsync();
        await office.ReloadAsync();
        await office.Locator("[data-nonce]").FillAsync("some other words of sixteen");
        await office.Locator("[data-open]").ClickAsync();
        await Expect(office.Locator("[data-told]")).Not.ToBeEmptyAsync();
        await office.ReloadAsync();
        await office.Locator("[data-open]").ClickAsync();
        await Expect(office.GetByText("已公开。等对方公开后出结果。")).ToBeVisibleAsync();
        await supervisor.Locator("[data-open]").ClickAsync();
        await Expect(supervisor.Locator(".draw-result li")).ToHaveCountAsync(7);

        var stranger = await browser.Open(app, path: address);
        await stranger.Locator("[data-again]").ClickAsync();
        await Expect(stranger.Locator("[data-said]")).ToHaveAttributeAsync("data-same", "true");
        Assert.DoesNotContain("韩牧之", await stranger.ContentAsync(), StringComparison.Ordinal);
        await Browser.Shot(stranger, "draw-public");
        await Browser.Shot(supervisor, "draw-supervisor");

        await office.ReloadAsync();
        await office.GetByRole(AriaRole.Link, new() { Name = "以抽签结果组成评审组" }).ClickAsync();
        await Expect(office.GetByText("席位来自抽签")).ToBeVisibleAsync();
        await office.Locator("#room-rubric").SelectOptionAsync("gbt19580-2012");
        await office.GetByRole(AriaRole.Button, new() { Name = "建立评审室（1 份材料，5 席）" }).ClickAsync();
        await office.Arrives(@"/office\?d=session-6-[^/]+/org-04$");
        var room = app.Get<LiveRooms>().Rooms.Single(r => r.Draw is not null);
        Assert.Equal((address.Split('/')[^1], "org-04", 5), (room.Draw, room.Dossiers.Single().Id, room.Seats.Length));
    }

    [Fact]
    public async Task The_programming_interface_gives_the_committed_bytes_and_refuses_in_words()
    {
        await using var app = await AppUnderTest.Demo();
        var draws = app.Get<LiveDraws>();
        var pool = new CommitPool("组", "session-6", 2, 0, [], [.. Enumerable.Range(1, 4).Select(i => new PoolMember($"p{i}", $"P{i}", []))]);
        await draws.Ask("office", "draw-2", "c1", pool);
        using var anybody = new HttpClient { BaseAddress = app.Url };

        var view = await anybody.GetFromJsonAsync<System.Text.Json.Nodes.JsonObject>("/api/draws/draw-2", TestContext.Current.CancellationToken);
        var bytes = await anybody.GetByteArrayAsync("/api/draws/draw-2/rounds/1/pool.json", TestContext.Current.CancellationToken);

        Assert.Equal((string?)view!["rounds"]![0]!["poolHash"], Domain.Canonical.Hash(bytes));
        Assert.Null(view["rounds"]![0]!["members"]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync("/api/draws/none", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync("/api/draws/draw-2/rounds/2/pool.json", TestContext.Current.CancellationToken)).StatusCode);
    }
}
