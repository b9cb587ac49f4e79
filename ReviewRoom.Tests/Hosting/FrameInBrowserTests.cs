using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Hosting;

[Collection(nameof(Browser))]
public sealed class FrameInBrowserTests(Browser browser)
{
    [Fact]
    public async Task One_signs_in_by_keyboard_and_nothing_is_blocked_or_missing()
    {
        await using var app = await AppUnderTest.Start();
        var page = await browser.Open(app, path: "/sign-in");
        var faults = new List<string>();
        page.Console += (_, said) => { if (said.Type == "error") faults.Add(said.Text); };

        await page.Keyboard.TypeAsync("office");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(AppUnderTest.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("person-menu")).ToBeVisibleAsync();
        await Expect(page.Locator(".live.on")).ToBeVisibleAsync();

        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_menu_sets_language_appearance_and_size_of_text_and_leads_back_here()
    {
        await using var app = await AppUnderTest.Start();
        var page = await browser.Open(app, "office", "/people?find=expert");

        foreach (var choice in (string[])["Dark", "Large 125%"])
        {
            if (choice == "Dark") await Choose(page, "English");
            await Choose(page, choice);
        }

        await Expect(page).ToHaveURLAsync(new Uri(app.Url, "/people?find=expert").ToString());
        var html = page.Locator("html");
        await Expect(html).ToHaveAttributeAsync("lang", "en");
        await Expect(html).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(html).ToHaveAttributeAsync("data-text", "125");
    }

    [Fact]
    public async Task A_lost_line_is_told_with_its_age_and_the_page_opens_again_when_the_server_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
        await using var first = await AppUnderTest.Empty(dataFolder: folder);
        await first.Get<People>().AddAll([new PersonEntry("office", "Office", Roles.Office)], AppUnderTest.Password);
        var page = await browser.Open(first, "office");
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".live.on")).ToBeVisibleAsync();

        await first.DisposeAsync();
        var banner = page.Locator("#components-reconnect-modal");
        await Expect(banner).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 20_000 });
        await Expect(banner).ToContainTextAsync("已断 0:");
        await Expect(page.Locator(".live.off")).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync("00:40");
        await Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "立即重试" })).ToBeVisibleAsync();
        await Browser.Shot(page, "frame-reconnecting");
        await using var second = await AppUnderTest.Empty(dataFolder: folder, port: first.Url.Port);

        await Expect(banner).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = 30_000 });
        await Expect(page.Locator(".live.on")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_whose_right_ends_loses_the_open_page_at_once()
    {
        await using var app = await AppUnderTest.Start();
        var page = await browser.Open(app, "expert-01");
        await Expect(page.Locator(".live.on")).ToBeVisibleAsync();

        await app.Get<People>().Change(new PersonEntry("expert-01", "Expert 01", Roles.Expert, Disabled: true));

        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "您的访问已结束" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("light", "zh-Hans")]
    [InlineData("dark", "en")]
    public async Task The_pages_of_people_have_no_barriers(string theme, string language)
    {
        await using var app = await AppUnderTest.Start();
        await app.Get<OneTimeCodes>().Issue("office", "expert-01");
        (string? Person, string Path)[] pages = [(null, "/sign-in"), (null, "/sign-in?code"), ("admin", "/people"), ("admin", "/people/expert-01"), ("admin", "/nowhere")];

        foreach (var (person, path) in pages)
        {
            var page = await browser.Open(app, person, path, theme: theme, language: language);
            Assert.Empty((await page.Faults()).Select(fault => $"{path}: {fault}"));
        }
    }

    [Fact]
    public async Task The_pages_of_people_as_pictures()
    {
        await using var app = await AppUnderTest.Start();
        await app.Get<OneTimeCodes>().Issue("office", "expert-01");
        (string Name, string? Person, string Path)[] pages =
        [
            ("sign-in", null, "/sign-in"), ("one-time-code", null, "/sign-in?code"), ("people", "admin", "/people"),
            ("person", "admin", "/people/office2"), ("not-found", "office", "/nowhere"),
        ];

        foreach (var (name, person, path) in pages)
            foreach (var (theme, language, width, height) in Looks())
                await Browser.Shot(await browser.Open(app, person, path, width, height, theme, language), $"{name}.{theme}.{language}.{width}");
        await using var empty = await AppUnderTest.Empty();
        await Browser.Shot(await browser.Open(empty, path: $"/first-run/{empty.Get<FirstRun>().Token}", text: "150"), "first-run.large");

        Assert.True(File.Exists(Path.Combine(Browser.SolutionFolder(), "screenshots", "sign-in.dark.en.390.png")));
    }

    private static IEnumerable<(string Theme, string Language, int Width, int Height)> Looks() =>
        [("light", "zh-Hans", 1366, 768), ("dark", "en", 1366, 768), ("light", "en", 390, 844), ("dark", "zh-Hans", 390, 844), ("dark", "en", 390, 844)];

    private static async Task Choose(IPage page, string choice)
    {
        await page.GetByTestId("person-menu").ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = choice, Exact = true }).ClickAsync();
    }
}
