using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class LineTests(Browser browser)
{
    private const string Address = "/room/panel-a?d=org-11";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Typing_on_a_line_that_went_dead_unnoticed_is_shown_as_kept_and_stored_once(bool cut)
    {
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-04");
        var line = await StallableLine.Under(page);
        await page.GotoAsync(Address);
        var code = await AtTheSheet(page);
        var before = Comments(app);

        line.Stall();
        await page.Text(code, "strength").FillAsync("断线时写下的优势");
        await Expect(page.Locator("[data-kept]")).ToContainTextAsync("本机暂存 1 处");
        Assert.Equal(before, Comments(app));
        if (cut) await line.Cut();
        line.GoOn();

        await IsStoredOnce(app, page, code, "断线时写下的优势", before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mark_struck_on_a_line_that_went_dead_unnoticed_is_shown_as_kept_and_stored(bool cut)
    {
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-04");
        var line = await StallableLine.Under(page);
        await page.GotoAsync(Address);
        var code = await AtTheSheet(page);

        line.Stall();
        await page.Scale(code).FocusAsync();
        await page.Keyboard.TypeAsync("85");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-kept]")).ToContainTextAsync("本机暂存 1 处");
        await Expect(page.Locator("[data-big]")).ToHaveTextAsync("85");
        if (cut) await line.Cut();
        line.GoOn();

        await Expect(page.Scale(code)).ToHaveAttributeAsync("aria-valuenow", "85");
        await Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        await page.SaysSaved();
        Assert.Equal(85, (await MarksWhenStored(app, [code], [85])).Single());
    }

    [Fact]
    public async Task A_mark_that_left_before_a_freeze_and_came_after_it_is_refused_in_words_and_kept_beside_the_valid_one()
    {
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-04");
        var line = await StallableLine.Under(page);
        await page.GotoAsync(Address);
        var code = await AtTheSheet(page);

        line.Stall();
        await page.Scale(code).Locator("[data-rate='85']").ClickAsync();
        Assert.Null((await app.Get<LiveRooms>().Ask("office", "panel-a", "freeze", new Freeze("核对材料", "org-11"))).Refusal);
        line.GoOn();

        await Expect(page.Locator(".unstored")).ToContainTextAsync("85%");
        await Expect(page.Locator(".unstored")).ToContainTextAsync("暂停");
        await Expect(page.Locator("[data-big]")).ToHaveTextAsync("–");
        Assert.Null((await app.Get<LiveRooms>().Ask("office", "panel-a", "thaw", new Thaw("org-11"))).Refusal);
        await page.Locator(".unstored .btn.pri").ClickAsync();
        Assert.Equal(85, (await MarksWhenStored(app, [code], [85])).Single());
    }

    [Fact]
    public async Task Typing_survives_a_server_that_goes_and_comes_back()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
        Uri url;
        IPage page;
        string code;
        int before;
        await using (var first = await AppUnderTest.Empty(demo: true, dataFolder: folder))
        {
            url = first.Url;
            page = await browser.Open(first, "expert-04", Address);
            code = await AtTheSheet(page);
            before = Comments(first);
        }
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-line", "lost");
        await page.Text(code, "strength").FillAsync("服务停下时写的优势");
        await Expect(page.Locator("[data-kept]")).ToContainTextAsync("本机暂存 1 处");
        await using (var second = await AppUnderTest.Empty(demo: true, dataFolder: folder, port: url.Port))
        {
            await IsStoredOnce(second, page, code, "服务停下时写的优势", before);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Typing_before_the_script_has_come_is_kept()
    {
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-04");
        var script = new TaskCompletionSource();
        await page.RouteAsync(new Regex("/js/room"), async route => { await script.Task; await route.ContinueAsync(); });
        await page.GotoAsync(Address);
        await page.Settled();
        var code = await page.Locator("[data-item]").First.GetAttributeAsync("data-item") ?? "";
        var before = Comments(app);

        await page.Text(code, "strength").FillAsync("脚本未到时写下的优势");
        script.SetResult();

        await IsStoredOnce(app, page, code, "脚本未到时写下的优势", before);
    }

    [Fact]
    public async Task Numbers_struck_faster_than_the_page_turns_mark_the_items_they_were_meant_for()
    {
        string[] codes = ["4.1.2", "4.1.3", "4.1.4", "4.2.2", "4.2.3", "4.3.2"];
        int[] rates = [95, 10, 85, 20, 75, 30];
        await using var app = await AppUnderTest.Demo();
        var page = await browser.Open(app, "expert-04", Address);
        await AtTheSheet(page);
        await page.Keyboard.PressAsync("Alt+1");
        await Expect(page.Scale(codes[0])).ToBeFocusedAsync();

        foreach (var rate in rates)
        {
            await page.Keyboard.TypeAsync($"{rate}");
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.PressAsync("n");
        }

        await Expect(page.Locator("[data-item='4.3.3']")).ToBeVisibleAsync();
        Assert.Equal(rates, await MarksWhenStored(app, codes, rates));
    }

    /// <summary>The last key turns the page before its mark has come to the server: the marks as soon as they are those, or as they stand after a while.</summary>
    private static async Task<int[]> MarksWhenStored(AppUnderTest app, string[] codes, int[] rates)
    {
        int[] marks = [];
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(Moves.Patience));
        try
        {
            await foreach (var view in app.Get<LiveRooms>().Watch("expert-04", "panel-a", patience.Token))
            {
                var mine = view.Dossiers.Single(d => d.Id == "org-11").Mine?.Marks;
                marks = [.. codes.Select(code => mine?.GetValueOrDefault(code) ?? -1)];
                if (marks.SequenceEqual(rates)) break;
            }
        }
        catch (OperationCanceledException)
        {
            // What stands then is told by the comparison.
        }
        return marks;
    }

    [Fact]
    public async Task Signing_out_in_one_tab_takes_the_room_off_the_others()
    {
        await using var app = await AppUnderTest.Demo();
        var first = await browser.Open(app, "expert-04", Address);
        await AtTheSheet(first);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync("/");

        await second.Locator("form[action$='/sign-out']").EvaluateAsync("form => form.requestSubmit()");

        await Expect(first.GetByText("您的访问已结束")).ToBeVisibleAsync();
        await Expect(first.Locator("[data-item]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_tabs_of_one_person_show_the_same_mark()
    {
        await using var app = await AppUnderTest.Demo();
        var first = await browser.Open(app, "expert-04", Address);
        var code = await AtTheSheet(first);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(Address);
        await AtTheSheet(second);

        await first.Mark(code, 45);

        await Expect(second.Scale(code)).ToHaveAttributeAsync("aria-valuenow", "45");
    }

    private static async Task<string> AtTheSheet(IPage page)
    {
        await page.Settled();
        await page.SheetReady();
        return await page.Locator("[data-item]").First.GetAttributeAsync("data-item") ?? "";
    }

    private static async Task IsStoredOnce(AppUnderTest app, IPage page, string code, string words, int before)
    {
        await Expect(page.Text(code, "strength")).ToHaveAttributeAsync("data-saved", words);
        await Expect(page.Text(code, "strength")).ToHaveValueAsync(words);
        await Expect(page.Locator("[data-kept]")).ToBeHiddenAsync();
        await page.SaysSaved();
        Assert.Equal(before + 1, Comments(app));
    }

    /// <summary>Texts on record, old versions counted.</summary>
    private static int Comments(AppUnderTest app) =>
        app.Get<LedgerReader>().Read("room/panel-a").Count(entry => Domain.Canonical.Read<RoomEvent>(entry.Body) is CommentWritten);
}
