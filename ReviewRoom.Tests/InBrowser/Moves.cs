using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>What people do on the pages, with the waits that belong to it.</summary>
internal static partial class Moves
{
    /// <summary>Two slow cores have to serve several circuits and a browser.</summary>
    public const float Patience = 60_000;

    /// <summary>Waits until the page answers: its circuit is there and what it loads has come.</summary>
    public static async Task Settled(this IPage page)
    {
        page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        await Expect(page.Locator("header.top .live.on")).ToBeAttachedAsync();
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the page is at an address. It looks again and again: what waits for the next arrival misses one that has just been.</summary>
    public static Task Arrives(this IPage page, string address) => Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = Patience });

    /// <summary>Waits until the score sheet takes keys and keeps drafts.</summary>
    public static Task SheetReady(this IPage page) =>
        Expect(page.Locator("main[data-desk=ready]")).ToHaveCountAsync(1);

    public static async Task DeclareFreeOfConflict(this IPage page)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "没有利益冲突" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签署声明并进入" }).ClickAsync();
        await Expect(page.Locator("main.waiting, main.bench")).ToBeVisibleAsync();
    }

    public static ILocator Scale(this IPage page, string criterion) => page.Locator($"[data-item='{criterion}'] [data-scale]");

    public static ILocator Text(this IPage page, string criterion, string field) => page.Locator($"[data-item='{criterion}'] textarea[data-field={field}]");

    /// <summary>Picks a rate with the pointer and waits for the receipt.</summary>
    public static async Task Mark(this IPage page, string criterion, int rate)
    {
        await page.Scale(criterion).Locator($"[data-rate='{rate}']").ClickAsync();
        await Expect(page.Scale(criterion)).ToHaveAttributeAsync("aria-valuenow", $"{rate}");
        await page.SaysSaved();
    }

    public static Task SaysSaved(this IPage page) => Expect(page.Locator(".save .server").First).ToHaveTextAsync(Saved());

    /// <summary>Goes on by the tab key until the control has the focus.</summary>
    public static async Task TabTo(this IPage page, ILocator control)
    {
        const int farthest = 10;
        for (var steps = 0; steps < farthest && !await control.EvaluateAsync<bool>("e => e === document.activeElement"); steps++) await page.Keyboard.PressAsync("Tab");
        await Expect(control).ToBeFocusedAsync();
    }

    /// <summary>Holds a button down for as long as it asks.</summary>
    public static Task Hold(this ILocator button) => button.ClickAsync(new() { Delay = 1_900 });

    /// <summary>The office raises a conflict of paid advice at the dossier on its console.</summary>
    public static async Task RaisesConflict(this IPage office, string seat)
    {
        await office.GetByRole(AriaRole.Button, new() { Name = "提出利益冲突" }).ClickAsync();
        var form = office.Locator("form.conflict");
        await form.Locator("select").First.SelectOptionAsync(seat);
        await form.Locator("select").Nth(1).SelectOptionAsync("ADVISER_CONSULT_3Y");
        await form.Locator("textarea").FillAsync("两年前曾为该单位提供有偿培训。");
        await form.GetByRole(AriaRole.Button, new() { Name = "提出", Exact = true }).ClickAsync();
        await Expect(ConflictOf(office, seat)).ToBeVisibleAsync();
    }

    public static async Task ConfirmsRecusal(this IPage office, string seat)
    {
        await ConflictOf(office, seat).GetByRole(AriaRole.Button, new() { Name = "认定回避" }).ClickAsync();
        await Expect(ConflictOf(office, seat)).ToHaveCountAsync(0);
    }

    /// <summary>Ticks what has to be ticked, gives the password where it is asked for, and signs.</summary>
    public static async Task Signs(this IPage page, string password)
    {
        var form = page.Locator(".rev.sign");
        await Expect(form).ToBeVisibleAsync();
        foreach (var tick in await form.GetByRole(AriaRole.Checkbox).AllAsync()) await tick.CheckAsync();
        if (await form.Locator("input[type=password]").CountAsync() > 0) await form.Locator("input[type=password]").FillAsync(password);
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(form.Locator("button[type=submit]")).ToHaveCountAsync(0);
    }

    private static ILocator ConflictOf(IPage office, string seat) => office.Locator(".todo article", new() { HasText = $"席{seat}" });

    [GeneratedRegex(@"(已存|Saved)\s*#\d+")]
    public static partial Regex Saved();

    [GeneratedRegex(@"已记录 #\d+")]
    public static partial Regex Recorded();
}
