using Microsoft.Playwright;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>They only look, so they do it in a browser of their own beside the tests that act.</summary>
[Collection(nameof(PageTests))]
public sealed class PageTests(Browser browser, PagesToSee pages) : IClassFixture<PagesToSee>
{
    /// <summary>The rule that a theme can break, and a narrower window cannot.</summary>
    private const string Contrast = "color-contrast";

    public static TheoryData<string> Names => [.. PageList.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_page_is_clean_for_axe_pictured_and_nothing_of_it_is_cut_off(string name)
    {
        var what = Named(name);
        var chinese = await pages.Open(browser, what);
        List<string> faults = [.. await Fits(chinese, "zh")];
        await Browser.Shot(chinese, $"{name}-light");
        faults.AddRange((await chinese.Faults()).Select(fault => $"light {fault}"));
        await Wear(chinese, "dark");
        await Browser.Shot(chinese, $"{name}-dark");
        faults.AddRange((await chinese.Faults(Contrast)).Select(fault => $"dark {fault}"));
        await chinese.Context.CloseAsync();

        var english = await pages.Open(browser, what, language: "en");
        faults.AddRange(await Fits(english, "en"));
        await Browser.Shot(english, $"{name}-en");
        if (what.Path != PageList.Board) faults.AddRange(await FitsLargeAndSmall(english, name));
        await english.Context.CloseAsync();

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    /// <summary>One voice a page, and <c>?</c> shows its keys; the board is a picture without either.</summary>
    private static async Task<List<string>> SpeaksOnceAndShowsItsKeys(IPage page)
    {
        List<string> faults = [];
        if (await page.Locator(".hall").CountAsync() > 0) return faults;
        if (await page.Locator("[aria-live]:not([aria-live=off]), [role=status], [role=log]").CountAsync() > 1) faults.Add("more than one live region");
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Keyboard.PressAsync("?");
        if (!await page.Locator("#keys[open]").IsVisibleAsync()) faults.Add("? shows no keys");
        faults.AddRange(await page.OutOfReach());
        await page.Keyboard.PressAsync("Escape");
        return faults;
    }

    private static async Task<List<string>> FitsLargeAndSmall(IPage page, string name)
    {
        List<string> wide = [];
        foreach (var size in (string[])["125", "150"])
        {
            await page.EvaluateAsync("size => document.documentElement.dataset.text = size", size);
            wide.AddRange(await Fits(page, size));
            await Browser.Shot(page, $"{name}-{size}");
        }
        await page.EvaluateAsync("() => document.documentElement.dataset.text = '100'");
        await page.SetViewportSizeAsync(390, 844);
        wide.AddRange(await Fits(page, "phone"));
        wide.AddRange((await page.Faults(but: Contrast)).Select(fault => $"phone {fault}"));
        await Browser.Shot(page, $"{name}-phone");
        await page.SetViewportSizeAsync(Reach.Width, Reach.Height);
        wide.AddRange(await SpeaksOnceAndShowsItsKeys(page));
        wide.AddRange((await page.OutOfReach()).Select(fault => $"400 % {fault}"));
        await Browser.Shot(page, $"{name}-400");
        return wide;
    }

    /// <summary>Says which elements stick out where the page is wider than the window.</summary>
    private static Task<string[]> Fits(IPage page, string how) => page.EvaluateAsync<string[]>(
        """
        how => {
          const wide = document.scrollingElement.scrollWidth, window_ = document.documentElement.clientWidth;
          if (wide <= window_) return [];
          const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > window_ + 1)
            .slice(0, 4).map(e => `${e.tagName.toLowerCase()}.${e.className}`);
          return [`${how}: ${wide} > ${window_}: ${out.join(' ')}`];
        }
        """,
        how);

    private static Task Wear(IPage page, string theme) => page.EvaluateAsync(
        "theme => { if (document.documentElement.dataset.theme !== 'projector') document.documentElement.dataset.theme = theme; }", theme);

    private static PageToSee Named(string name) => PageList.All.First(page => page.Name == name);
}

[CollectionDefinition(nameof(PageTests))]
public sealed class PageCollection : ICollectionFixture<Browser>;
