using Microsoft.Playwright;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>The room on a phone of 390 by 844.</summary>
[Collection(nameof(Browser))]
public sealed class PhoneTests(Browser browser, DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_phone_marks_by_band_and_value_and_the_dossier_keeps_its_place_on_its_sheet()
    {
        var phone = await Phone("expert-01", "/room/panel-a?d=org-11");
        var steps = phone.Locator("[data-item] .steps-of-two");

        await steps.GetByRole(AriaRole.Radio, new() { Name = "70–85" }).ClickAsync();
        await steps.GetByRole(AriaRole.Radio, new() { Name = "75", Exact = true }).ClickAsync();
        await phone.SaysSaved();
        await Expect(phone.Locator("[data-big]")).ToHaveTextAsync("75");
        Assert.Equal(44, await Least(steps.Locator(".bands button")));
        Assert.Equal(56, await Least(steps.Locator(".vals button")));
        Assert.True(await phone.EvaluateAsync<bool>("() => [...document.querySelectorAll('main .fld')].every(field => parseFloat(getComputedStyle(field).fontSize) >= 16)"));

        var (open, text) = (phone.Locator(".evr [data-open-dossier]"), phone.Locator(".doc [data-text]"));
        await open.ClickAsync();
        await Expect(text).ToBeFocusedAsync();
        await text.EvaluateAsync("text => { text.scrollTop += 150; }");
        var place = await text.EvaluateAsync<double>("text => text.scrollTop");
        await phone.Keyboard.PressAsync("Escape");
        await Expect(text).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();
        await open.ClickAsync();
        Assert.Equal(place, await text.EvaluateAsync<double>("text => text.scrollTop"));
        await phone.Locator(".doc [data-close-sheet]").ClickAsync();

        await phone.Locator(".cft [data-press=next]").ClickAsync();
        await Expect(phone.Locator("[data-big]")).Not.ToHaveTextAsync("75");
    }

    [Fact]
    public async Task A_phone_shows_one_item_of_the_revealed_dossier_at_a_time_and_all_of_them_on_a_sheet()
    {
        var phone = await Phone("expert-02", "/room/panel-a?d=org-04");
        var table = phone.Locator("table.pt");
        await Expect(table).ToBeHiddenAsync();
        await Expect(phone.Locator("svg.pl")).ToHaveCountAsync(1);

        await phone.Locator("[data-open-items]").ClickAsync();
        await Expect(table).ToBeVisibleAsync();
        await table.Locator("tbody tr", new() { HasText = "4.2.3" }).ClickAsync();
        await Expect(table).ToBeHiddenAsync();
        await Expect(phone.Locator("aside.side")).ToHaveAttributeAsync("data-item", "4.2.3");

        await phone.Locator(".rev").GetByRole(AriaRole.Radio, new() { Name = "30–45" }).ClickAsync();
        await phone.Locator(".rev").GetByRole(AriaRole.Radio, new() { Name = "45", Exact = true }).ClickAsync();
        await phone.GetByLabel("理由（必填）").FillAsync("只在两个车间展开。");
        await phone.GetByRole(AriaRole.Button, new() { Name = "提交修改" }).ClickAsync();
        await phone.GetByRole(AriaRole.Tab, new() { Name = "讨论" }).ClickAsync();
        await Expect(phone.Locator(".th")).ToContainTextAsync("只在两个车间展开。");
    }

    private async Task<IPage> Phone(string person, string path)
    {
        var page = await browser.Open(demo.App, person, path, 390, 844);
        await page.Settled();
        await page.SheetReady();
        return page;
    }

    /// <summary>Height of the lowest of them, in whole pixels.</summary>
    private static Task<int> Least(ILocator controls) => controls.EvaluateAllAsync<int>("all => Math.min(...all.map(control => Math.round(control.getBoundingClientRect().height)))");
}
