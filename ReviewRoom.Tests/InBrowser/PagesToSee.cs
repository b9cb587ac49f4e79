using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Rehearsals;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Notices;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>The demonstration and an empty server, prepared once for all tests that only look.</summary>
public sealed partial class PagesToSee : IAsyncLifetime
{
    private AppUnderTest? demo;
    private AppUnderTest? empty;

    public async ValueTask InitializeAsync()
    {
        (demo, empty) = (await AppUnderTest.Demo(), await AppUnderTest.Empty());
        using var expert = await demo.Api("expert-07");
        (await expert.Act("panel-a", new { commandId = ApiClient.NewId(), act = "declare", dossier = "org-10", conflict = false })).Dispose();
        await demo.Get<ReviewRoom.Rehearsals.Rehearsals>().Begin("office", "panel-a", RehearsalSettings.Resting);
        await Closings(demo);
        using var office = await demo.Api("office");
        (await office.PostAsJsonAsync("/api/boards/hall/acts", new { commandId = ApiClient.NewId(), act = "release", what = "rate", all = true })).Dispose();
    }

    /// <summary>Opens the page and waits until it shows what it is for.</summary>
    internal async Task<IPage> Open(Browser browser, PageToSee what, string theme = "light", string language = "zh-Hans")
    {
        if (demo is null || empty is null) throw new InvalidOperationException("The servers have not started.");
        var path = what.Path switch
        {
            PageList.FirstRun => FirstRunPath().Match(empty.Printed).Value,
            PageList.Board => $"/board/{await BoardCode(demo)}",
            _ => what.Path,
        };
        var (width, height) = what.Path == PageList.Board ? (1920, 1080) : (1366, 768);
        var page = await browser.Open(what.Path == PageList.FirstRun ? empty : demo, what.Who, path, width, height, theme, language);
        await Expect(page.Locator(what.Shows).First).ToBeVisibleAsync(new() { Timeout = Moves.Patience });
        await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0, new() { Timeout = Moves.Patience });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (demo is not null) await demo.DisposeAsync();
        if (empty is not null) await empty.DisposeAsync();
    }

    /// <summary>One session under public notice with an objection, one whose list is before the leading group.</summary>
    private static async Task Closings(AppUnderTest app)
    {
        await app.Get<Identity.People>().AddAll([new Identity.PersonEntry("leading", "领导小组", Domain.Roles.Body)], AppUnderTest.Password);
        await NoticedSession.Play(app, TimeProvider.System, "session-5", ["900", "800", "700", "650"], SessionStage.PublicNotice);
        await NoticedSession.Play(app, TimeProvider.System, "session-4", ["900", "800", "700", "700"], SessionStage.Proposed);
        var sessions = app.Get<LiveSessions>();
        await sessions.File("session-5", ApiClient.NewId(), new FileObjection("YY-7K3M-Q2XP", "c1", "E5", "2025年3月发生一起生产安全事故，有公开通报。", new string('0', 64)), TestContext.Current.CancellationToken);
        await sessions.Ask("office", "session-5", ApiClient.NewId(), new NameHandlers("YY-7K3M-Q2XP", "office", "office2"));
    }

    private static async Task<string?> BoardCode(AppUnderTest app)
    {
        using var office = await app.Api("office");
        return (string?)(await (await office.PostAsJsonAsync("/api/boards/hall/displays", new { })).Json())["code"];
    }

    [GeneratedRegex("/first-run/[0-9a-f]+")]
    private static partial Regex FirstRunPath();
}
