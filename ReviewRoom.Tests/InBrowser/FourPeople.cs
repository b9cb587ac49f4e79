using System.Net.Http.Json;
using Microsoft.Playwright;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>Two experts, the office and the board around one dossier, each in a browser of his own; the rest of the panel by the interface.</summary>
internal sealed class FourPeople(AppUnderTest app, IPage leader, IPage colleague, IPage office, IPage board, HttpClient officeApi)
{
    public const string Room = "panel-a";
    public const string Dossier = "org-10";
    public const string Hidden = "只写给揭示之后的一句话";

    public IPage Leader => leader;

    public IPage Colleague => colleague;

    public IPage Board => board;

    public Overheard ToLeader { get; } = new(leader);

    public IReadOnlyList<string> Codes { get; } = [.. State(app).Rubric.Criteria.Select(c => c.Code)];

    public string Title { get; } = State(app).Find(Dossier)?.Plan.Title ?? "";

    public ILocator Row => office.Locator($"[data-row='{Room}/{Dossier}']");

    public static async Task<FourPeople> Seated(Browser browser, AppUnderTest app)
    {
        var api = await app.Api("office");
        var code = (string?)(await (await api.PostAsJsonAsync("/api/boards/hall/displays", new { })).Json())["code"];
        var people = new FourPeople(
            app, await browser.Open(app, "expert-01", $"/room/{Room}?d={Dossier}"), await browser.Open(app, "expert-02", $"/room/{Room}?d={Dossier}"),
            await browser.Open(app, "office", $"/office?d={Room}/{Dossier}"), await browser.Open(app, null, $"/board/{code}", 1920, 1080), api);
        await people.Leader.ReloadAsync();
        foreach (var page in new[] { people.Leader, people.Colleague, people.Office }) await page.Settled();
        await Expect(people.Board.Locator("main.hall")).ToHaveAttributeAsync("data-state", "open");
        return people;
    }

    private IPage Office => office;

    /// <summary>60 everywhere, but for a first item far off, a second that stays in dispute, and a third that spreads.</summary>
    public static int RateOf(int expert, int place) => (expert, place) switch
    {
        (2, 0) => 90,
        (2, 1) => 85,
        (3 or 4, 2) => 50,
        (6 or 7, 2) => 70,
        _ => 60,
    };

    public async Task OthersDeclare()
    {
        foreach (var expert in Enumerable.Range(3, 5))
        {
            using var person = await app.Api($"expert-{expert:00}");
            await Do(person, new { commandId = ApiClient.NewId(), act = "declare", dossier = Dossier, conflict = false });
        }
    }

    public async Task OtherSubmits(int expert)
    {
        using var person = await app.Api($"expert-{expert:00}");
        foreach (var (code, place) in Codes.Select((code, place) => (code, place)))
            await Do(person, new { commandId = ApiClient.NewId(), act = "mark", dossier = Dossier, criterion = code, rate = RateOf(expert, place) });
        await Do(person, new { commandId = ApiClient.NewId(), act = "submit", dossier = Dossier });
    }

    /// <summary>All items and the submission without the pointer: digits, and for the second item the keys of the scale.</summary>
    public async Task LeaderMarksByKeyboard()
    {
        await leader.SheetReady();
        await leader.Keyboard.PressAsync("Alt+1");
        foreach (var (code, place) in Codes.Select((code, place) => (code, place)))
        {
            await Expect(leader.Scale(code)).ToBeFocusedAsync();
            string[] keys = place == 1 ? ["Home", "PageUp", "PageUp", "PageUp", "ArrowRight", "ArrowRight"] : ["6", "0", "Enter"];
            foreach (var key in keys) await leader.Keyboard.PressAsync(key);
            await Expect(leader.Scale(code)).ToHaveAttributeAsync("aria-valuenow", "60");
            await leader.SaysSaved();
            await leader.Keyboard.PressAsync("n");
        }
        await Expect(leader.Locator(".submit")).ToBeEnabledAsync();
        await leader.Keyboard.PressAsync("Control+Enter");
        var readBack = leader.Locator("#read-back");
        await Expect(readBack.Locator("li")).ToHaveCountAsync(Codes.Count);
        await Expect(readBack.Locator(".total")).ToContainTextAsync("600.00");
        await leader.TabTo(readBack.GetByRole(AriaRole.Button, new() { Name = "确认提交" }));
        await leader.Keyboard.PressAsync("Enter");
        await Expect(leader.Locator(".cft")).ToContainTextAsync("已提交 #");
    }

    public async Task ColleagueMarksByPointer()
    {
        await colleague.SheetReady();
        foreach (var (code, place) in Codes.Select((code, place) => (code, place)))
        {
            await colleague.Mark(code, RateOf(2, place));
            if (place < Codes.Count - 1) await colleague.Keyboard.PressAsync("n");
        }
        var text = colleague.Text(Codes[^1], "strength");
        await text.FillAsync(Hidden);
        await Expect(text).ToHaveAttributeAsync("data-saved", Hidden);
        await colleague.Locator(".submit").ClickAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "确认提交" }).ClickAsync();
        await Expect(colleague.Locator(".cft")).ToContainTextAsync("已提交 #");
    }

    public async Task OfficeOpens()
    {
        await Expect(Row).ToContainTextAsync("声明 7/7");
        await office.GetByRole(AriaRole.Button, new() { Name = "开放评分", Exact = true }).ClickAsync();
        await OfficeHasReceipt();
    }

    public async Task OfficeHolds(string verb)
    {
        await office.Locator(".ctl .next").GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).Hold();
        await OfficeHasReceipt();
    }

    public Task ReleaseRate() => Post("/api/boards/hall/acts", new { commandId = ApiClient.NewId(), act = "release", dossier = Dossier, what = "rate" });

    private Task OfficeHasReceipt() => Expect(office.Locator(".ctl .receipt")).ToContainTextAsync(Moves.Recorded());

    private async Task Post(string path, object body)
    {
        using var answer = await officeApi.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task Do(HttpClient person, object act)
    {
        using var answer = await person.Act(Room, act);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Domain.Rooms.Room State(AppUnderTest app) => app.Get<LiveRooms>().Find(Room)?.State ?? throw new InvalidOperationException(Room);
}
