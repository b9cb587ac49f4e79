using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Leaks;

/// <summary>Non-interference on the live line of a page: the texts and attributes of a real browser, and the bytes that brought them.</summary>
[Collection(nameof(Walks))]
public sealed class WirePageTests(Browser browser)
{
    [Theory]
    [InlineData("expert-01", $"/room/{WireWorld.Room}?d=d1", ".strip", 1, 0)]
    [InlineData("expert-05", $"/room/{WireWorld.Room}?d=d1", ".strip", 1, 1)]
    [InlineData("expert-05", $"/room/{WireWorld.Room}?d=d2", "main", 1, 1)]
    [InlineData("office", "/office", ".rt tbody tr", 0, 0)]
    [InlineData("supervisor", "/supervisor", ".ver", 0, 0)]
    [InlineData("expert-05", "/", "main a", 1, 1)]
    public async Task Pages_show_the_same_texts_and_attributes_and_their_line_carries_no_hidden_word(string person, string path, string ready, int ground, int table)
    {
        var clock = new StillClock();
        await using var one = await WireWorld.With(new WireWorld.Hidden(), clock);
        await using var other = await WireWorld.With(new WireWorld.Hidden(2, 2, ground, table), clock);

        var (here, there) = (await Seen(one, person, path, ready), await Seen(other, person, path, ready));

        Assert.Equal(here.Page, there.Page);
        Assert.DoesNotContain("canary draft", here.Line + there.Line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary submitted", here.Line + there.Line, StringComparison.Ordinal);
        if (table > 0) Assert.DoesNotContain("canary table", here.Line + there.Line, StringComparison.Ordinal);
        if (ground > 0) Assert.DoesNotContain("canary ground", here.Line + there.Line, StringComparison.Ordinal);
    }

    /// <summary>The page once it has come to rest, and all that its live line carried, as text.</summary>
    private async Task<(string Page, string Line)> Seen(WireWorld world, string person, string path, string ready)
    {
        var line = new StringBuilder();
        var page = await browser.Open(world.App, person, "/sign-in?return=/healthz");
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => line.Append(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        await page.GotoAsync(path);
        await Expect(page.Locator(ready).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await page.WaitForFunctionAsync(
            "() => { const now = document.body.outerHTML; const rests = window.wireSeen === now; window.wireSeen = now; return rests; }",
            null, new PageWaitForFunctionOptions { PollingInterval = 1000, Timeout = 60_000 });
        var html = await page.EvaluateAsync<string>(
            """
            () => {
                const said = [];
                const walk = node => {
                    if (node.nodeType === Node.TEXT_NODE) { const text = node.data.trim(); if (text) said.push(text); return; }
                    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('script, style, [data-clock], .chrome-toast')) return;
                    for (const a of node.attributes) if (!/^(id|for|aria-labelledby|aria-describedby|nonce|integrity|src)$/.test(a.name) && !/^_bl/.test(a.name)) said.push(a.name + '=' + a.value);
                    for (const child of node.childNodes) walk(child);
                };
                walk(document.body);
                return document.title + '\n' + said.join('\n');
            }
            """);
        await page.Context.CloseAsync();
        return (world.Masked(html), line.ToString());
    }
}
