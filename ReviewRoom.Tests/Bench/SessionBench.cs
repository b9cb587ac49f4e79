using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using ReviewRoom.Tests.Hall;
using ReviewRoom.Tests.InBrowser;

namespace ReviewRoom.Tests.Bench;

/// <summary>
/// Every page of a session of 300 applicants, 42 units and 60 experts, as its reader opens it, one after the other: the processor time of the server (with what drives the browser)
/// from the request until the page stands, and how long that took on the clock, browser included.
/// </summary>
internal static class SessionBench
{
    private const int Warm = 2, Visits = 10;

    private static readonly (string Who, string Path)[] Pages =
    [
        ("office", "/"), ("supervisor", "/"), ("expert-01", "/"), ("unit-03", "/"), ("leading", "/"),
        ("office", $"/sessions/{WholeSession.Id}"), ("leading", $"/sessions/{WholeSession.Id}"),
        ("office", $"/sessions/{WholeSession.Id}/consultation"), ("leading", $"/sessions/{WholeSession.Id}/consultation"), ("unit-41", $"/sessions/{WholeSession.Id}/reply"),
        ("office", $"/sessions/{WholeSession.Id}/shortlist"), ("office", $"/sessions/{WholeSession.Id}/closing"), ("office", $"/sessions/{WholeSession.Id}/papers"),
        ("office", "/office"), ("office", "/office?d=panel-0/org-008"), ("supervisor", "/supervisor"),
        ("expert-01", "/room/panel-0?d=org-008"), ("expert-01", "/room/panel-0?d=org-288"), ("expert-02", "/room/panel-0?d=org-280"), ("office", "/rooms/panel-0/minutes"),
        ("office", $"/office/setup?session={WholeSession.Id}"), ("office", $"/office/setup?tab=experts&session={WholeSession.Id}"), ("office", $"/office/setup?tab=applicants&session={WholeSession.Id}"),
        ("office", $"/office/setup?tab=rubrics&session={WholeSession.Id}"), ("office", $"/office/setup?tab=rooms&session={WholeSession.Id}"), ("office", $"/office/setup?tab=bodies&session={WholeSession.Id}"),
        ("office", $"/office/setup/room?session={WholeSession.Id}"), ("office", "/office/templates"), ("office", "/awards"), ("office", "/simulate"),
    ];

    public static async Task Run(TextWriter output)
    {
        var clock = new ClockAhead();
        await using var app = await AppUnderTest.Start(clock);
        var session = new WholeSession(app, clock);
        var since = Stopwatch.GetTimestamp();
        await session.Run();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a session of {WholeSession.Applicants} applicants, {WholeSession.Units} units, {WholeSession.Experts} experts, {WholeSession.Panels} panels: {session.Acts:#,0} acts in {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s; {Memory()}"));
        await using var browser = new Browser();
        await browser.InitializeAsync();
        foreach (var (who, path) in Pages) output.WriteLine(await Measured(app, browser, who, path));
        output.WriteLine($"after {Pages.Length * (Warm + Visits)} visits: {Memory()}");
    }

    private static async Task<string> Measured(AppUnderTest app, Browser browser, string who, string path)
    {
        var page = await browser.Open(app, who);
        await page.Settled();
        var (server, shown) = (new List<double>(), new List<double>());
        for (var visit = 0; visit < Warm + Visits; visit++)
        {
            await page.GotoAsync("about:blank");
            var (cpu, at) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            await page.GotoAsync(new Uri(app.Url, path).ToString());
            await Stands(page);
            if (visit < Warm) continue;
            server.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
            shown.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }
        await page.Context.CloseAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{who,-10} {path,-52} server p50 {At(server, 0.5),5:0} ms, p95 {At(server, 0.95),5:0} ms; shown p50 {At(shown, 0.5),5:0} ms, p95 {At(shown, 0.95),5:0} ms");
    }

    /// <summary>The circuit is there, and nothing of the page is still on its way; a paper has no circuit.</summary>
    private static Task Stands(IPage page) => page.WaitForFunctionAsync("() => document.querySelector('header.top .live.on, .paper-bar') && !document.querySelector('[aria-busy=true]')");

    private static double At(List<double> taken, double share) => taken.Order().ElementAt(Math.Min(taken.Count - 1, (int)Math.Ceiling(share * taken.Count) - 1));

    private static string Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(true) / 1048576.0:0} MiB managed, {Environment.WorkingSet / 1048576.0:0} MiB working set");
    }
}
