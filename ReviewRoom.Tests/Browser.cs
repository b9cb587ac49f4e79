using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;
using ReviewRoom.Hosting;

namespace ReviewRoom.Tests;

/// <summary>One real Chromium for all browser tests; each person gets a context (cookies, storage) of his own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _test;

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } path) return;

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A page of a person (nobody: not signed in) with the given window and preferences.</summary>
    public async Task<IPage> Open(
        AppUnderTest app, string? userName = null, string path = "/", int width = 1366, int height = 768,
        string theme = "light", string language = "zh-Hans", string text = "100")
    {
        await CloseWhatOthersLeft(Running());
        var context = await Running().NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.Url.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync(
        [
            CookieOf(app, CookieRequestCultureProvider.DefaultCookieName, Uri.EscapeDataString(CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)))),
            CookieOf(app, Preferences.ThemeCookie, theme), CookieOf(app, Preferences.TextCookie, text),
        ]);
        if (userName is not null) await context.AddCookiesAsync([CookieOf(app, "rr-who", await app.CookieOf(userName))]);

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Keeps a picture in the git-ignored folder <c>screenshots</c> beside the solution.</summary>
    public static async Task Shot(IPage page, string name) =>
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(SolutionFolder(), "screenshots", $"{name}.png") });

    /// <summary>Where ReviewRoom.sln lies.</summary>
    public static string SolutionFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ReviewRoom.sln"))) return folder.FullName;
        throw new InvalidOperationException("The solution folder was not found.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page left open would look for its ended server, several times a second, as long as the suite runs.</summary>
    private async Task CloseWhatOthersLeft(IBrowser browser)
    {
        if (_test == TestContext.Current.Test?.UniqueID) return;
        _test = TestContext.Current.Test?.UniqueID;
        foreach (var context in browser.Contexts.ToArray()) await context.CloseAsync();
    }

    private IBrowser Running()
    {
        const string missing = "There is no Chromium on the PATH: install the package chromium.";
        if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.SkipWhen(_browser is null, missing);
        return _browser ?? throw new InvalidOperationException(missing);
    }

    private static Cookie CookieOf(AppUnderTest app, string name, string value) =>
        new() { Name = name, Value = value, Url = app.Url.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax };

    private static string? Executable() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

/// <summary>Tests with <c>[Collection(nameof(Browser))]</c> share the one browser and run one after the other.</summary>
[CollectionDefinition(nameof(Browser))]
public sealed class BrowserCollection : ICollectionFixture<Browser>;

/// <summary>The long walks, with a browser of their own beside the others: so that neither row is much longer than the other.</summary>
[CollectionDefinition(nameof(Walks))]
public sealed class Walks : ICollectionFixture<Browser>;
