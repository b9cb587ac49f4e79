using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Leaks;

/// <summary>Non-interference on the wire: worlds that differ only in what a person may not know send him the same bytes, on every channel.</summary>
[Collection(nameof(Browser))]
public sealed class WireTests(Browser browser, WireWorlds worlds) : IClassFixture<WireWorlds>
{
    private static readonly string[] Everybody = ["expert-01", "expert-02", "expert-03", "expert-04", "expert-05", "expert-06", "office", "office2", "supervisor", "admin"];

    // Who may not know what: seat A (submitted, d2 revealed to him), office and supervisor while d1 is blind, seat E (recused from d2), a stranger.
    public static TheoryData<string, int, int, int, int, bool> Cases => new()
    {
        { "expert-01", 1, 1, 1, 0, false },
        { "expert-04", 1, 1, 1, 0, false },
        { "expert-05", 1, 1, 1, 1, false },
        { "expert-06", 1, 1, 1, 1, false },
        { "admin", 1, 1, 1, 1, false },
        { "office", 1, 1, 0, 0, false },
        { "office", 2, 2, 0, 0, true },
        { "supervisor", 1, 1, 0, 0, false },
        { "supervisor", 2, 2, 0, 0, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Interface_hub_and_export_send_the_same_bytes_whatever_the_hidden_facts(string person, int draft, int submitted, int ground, int table, bool withRecord)
    {
        var one = await worlds.With(new WireWorld.Hidden());
        var other = await worlds.With(new WireWorld.Hidden(draft, submitted, ground, table));

        var (here, there) = (await one.Sent(person, withRecord), await other.Sent(person, withRecord));

        Assert.All(here, sent => Assert.Equal(sent.Value, there[sent.Key]));
    }

    [Fact]
    public async Task The_same_comparison_sees_a_fact_that_a_person_may_know()
    {
        var one = await worlds.With(new WireWorld.Hidden());
        var other = await worlds.With(new WireWorld.Hidden(Table: 1));

        var (here, there) = (await one.Sent("expert-01", false), await other.Sent("expert-01", false));

        Assert.NotEqual(here["hub"], there["hub"]);
        Assert.NotEqual(here[$"/api/rooms/{WireWorld.Room}"], there[$"/api/rooms/{WireWorld.Room}"]);
    }

    [Theory]
    [InlineData("expert-01", $"/room/{WireWorld.Room}?d=d1", ".strip", 1, 0)]
    [InlineData("expert-05", $"/room/{WireWorld.Room}?d=d1", ".strip", 1, 1)]
    [InlineData("expert-05", $"/room/{WireWorld.Room}?d=d2", "main", 1, 1)]
    [InlineData("office", "/office", ".rt tbody tr", 0, 0)]
    [InlineData("supervisor", "/supervisor", "main table", 0, 0)]
    [InlineData("expert-05", "/", "main a", 1, 1)]
    public async Task Pages_show_the_same_texts_and_attributes_and_their_line_carries_no_hidden_word(string person, string path, string ready, int ground, int table)
    {
        var one = await worlds.With(new WireWorld.Hidden());
        var other = await worlds.With(new WireWorld.Hidden(2, 2, ground, table));

        var (here, there) = (await Seen(one, person, path, ready), await Seen(other, person, path, ready));

        Assert.Equal(here.Page, there.Page);
        Assert.DoesNotContain("canary draft", here.Line + there.Line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary submitted", here.Line + there.Line, StringComparison.Ordinal);
        if (table > 0) Assert.DoesNotContain("canary table", here.Line + there.Line, StringComparison.Ordinal);
        if (ground > 0) Assert.DoesNotContain("canary ground", here.Line + there.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_sent_a_word_of_a_blind_sheet_that_is_not_his_own()
    {
        var world = await worlds.With(new WireWorld.Hidden());

        foreach (var person in Everybody)
        {
            var sent = string.Concat((await world.Sent(person, withRecord: true)).Values);
            Assert.Equal(person == "expert-02", sent.Contains("canary draft", StringComparison.Ordinal));
            Assert.Equal(person == "expert-03", sent.Contains("canary submitted", StringComparison.Ordinal));
            Assert.Equal(person is "office" or "office2" or "supervisor", sent.Contains("canary ground", StringComparison.Ordinal));
        }
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
