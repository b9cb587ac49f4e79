using System.Globalization;
using Microsoft.Playwright;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>A panel of four that was made on its first day, its office and the browsers they sit at; marks that say nothing new come by the live room.</summary>
internal sealed class FourExperts(AppUnderTest app, IPage office, IReadOnlyList<IPage> experts)
{
    public const string Room = "session-1-1";
    public const string Dossier = "org-01";

    public IPage Office => office;

    public IPage Leader => experts[0];

    public IPage Dissenter => experts[1];

    public IPage Relative => experts[2];

    public IPage Fourth => experts[3];

    public ILocator Row => office.Locator($"[data-row='{Room}/{Dossier}']");

    public IReadOnlyList<string> Codes { get; } = [.. app.Get<LiveRooms>().Find(Room)?.State.Rubric.Criteria.Select(c => c.Code) ?? []];

    /// <summary>The office puts the room together: a table of 14 criteria, at least three sheets, one dossier, four seats; each expert's code comes back.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> PutTogether(IPage office)
    {
        await office.Locator("#room-title").FillAsync("第一评审组");
        await office.Locator("#room-rubric").SelectOptionAsync("four-dimension");
        await office.Locator("#set-min").FillAsync("3");
        await office.Locator("#set-EvidenceRequired").SelectOptionAsync("None");
        await office.GetByRole(AriaRole.Button, new() { Name = "+ 山西衡岳煤机装备有限公司" }).ClickAsync();
        foreach (var name in (string[])["韩牧之", "杜清源", "秦以南", "罗问渠"])
        {
            await office.Locator(".pool li", new() { HasText = name }).GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(office.Locator(".picked li", new() { HasText = name })).ToBeVisibleAsync();
        }
        await office.Locator("section[aria-labelledby=accounts-title] button.btn").First.ClickAsync();
        Dictionary<string, string> codes = [];
        foreach (var expert in Enumerable.Range(1, 4).Select(Id)) codes[expert] = await office.Locator($"[data-expert='{expert}'] .hash").InnerTextAsync();
        await office.Locator("main button.pri").Last.ClickAsync();
        await office.Arrives($@"/office\?d={Room}/{Dossier}$");
        return codes;
    }

    public async Task Declare()
    {
        foreach (var page in experts)
        {
            await page.GotoAsync($"/room/{Room}?d={Dossier}");
            await page.Settled();
            await page.Locator(".declare input[type=radio]").First.CheckAsync();
            await page.Locator(".declare button[type=submit]").ClickAsync();
            await Expect(page.Locator("main.waiting")).ToBeVisibleAsync();
        }
    }

    public async Task Opened()
    {
        await office.Locator(".ctl .next button.big").ClickAsync();
        await Expect(Leader.Locator("main.bench[data-desk=ready]")).ToBeVisibleAsync();
    }

    /// <summary>60 everywhere, but for the dissenter's first two items, unless he agrees.</summary>
    public async Task Submit(int expert, bool agrees = false)
    {
        foreach (var (code, item) in Codes.Select((code, item) => (code, item)))
            await Do(expert, new GiveMark(Dossier, code, (expert, item) switch { _ when agrees => 60, (2, 0) => 90, (2, 1) => 85, _ => 60 }));
        await Do(expert, new Submit(Dossier));
    }

    /// <summary>The leader gives the last mark and submits at the page.</summary>
    public async Task LeaderSubmits()
    {
        foreach (var code in Codes.SkipLast(1)) await Do(1, new GiveMark(Dossier, code, 60));
        await Leader.Locator(".cats .cat").Last.ClickAsync();
        await Expect(Leader.Locator(".cats .cat").Last).ToHaveAttributeAsync("aria-current", "true");
        await Leader.Locator(".card .it").Last.ClickAsync();
        await Leader.Mark(Codes[^1], 60);
        await Leader.Locator(".cft .submit").ClickAsync();
        await Leader.Locator("#read-back button.pri").ClickAsync();
        await Expect(Leader.Locator(".cft .submit")).ToHaveCountAsync(0);
    }

    /// <summary>An act held down on the console: reveal, close.</summary>
    public Task Holds() => office.Locator(".ctl .next [data-hold]").Hold();

    public static async Task OpenItem(IPage page, string code)
    {
        await page.Locator("table.pt tbody tr", new() { HasText = code }).Locator("td.nm button").ClickAsync();
        await Expect(page.Locator("aside.side")).ToHaveAttributeAsync("data-item", code);
    }

    private static string Id(int expert) => string.Create(CultureInfo.InvariantCulture, $"exp-{expert:00}");

    private async Task Do(int expert, RoomAct act) => Assert.Null((await app.Get<LiveRooms>().Ask(Id(expert), Room, ApiClient.NewId(), act)).Refusal);
}
