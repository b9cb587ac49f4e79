using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed partial class ConflictTests(Browser browser)
{
    private const string Address = "/room/panel-a?d=org-11";
    private const string Written = "写到一半的优势";

    [Fact]
    public async Task A_conflict_confirmed_while_an_expert_marks_takes_the_dossier_from_his_screen_and_history()
    {
        await using var app = await AppUnderTest.Demo();
        var expert = await browser.Open(app, "expert-01");
        var counted = await browser.Open(app, "expert-03", Address);
        var office = await browser.Open(app, "office", "/office?d=panel-a/org-11");
        await expert.Settled();
        await expert.GotoAsync(Address);
        foreach (var page in new[] { expert, counted, office }) await page.Settled();
        var row = office.Locator("[data-row='panel-a/org-11']");
        await Expect(row).ToContainTextAsync("4/7");
        await Expect(row.Locator(".rate")).ToContainTextAsync("4 份中的 3 份");
        var words = await Marks(expert);

        await Confirm(office, "A");

        await Expect(row).ToContainTextAsync("4/6");
        await Expect(row.Locator(".rate")).ToContainTextAsync("4 份中的 3 份");
        await Expect(office.Locator(".chk")).ToContainTextAsync("有效席位 6，不少于 5");
        await IsGone(expert, words);

        await Confirm(office, "C");

        await Expect(row).ToContainTextAsync("3/5");
        await Expect(row.Locator(".withheld")).ToHaveTextAsync("有变动，揭示后显示");
        await Expect(row.Locator(".withheld")).ToHaveAttributeAsync("title", Withdrawn());
        await Expect(office.Locator(".chk")).ToContainTextAsync("有效席位 5，不少于 5");
        await Expect(counted.Locator("#main")).ToContainTextAsync("您已回避这份材料");

        await office.RaisesConflict("D");

        await Expect(office.Locator(".small-panel")).ToContainTextAsync("有效席位 4，少于 5");
    }

    /// <summary>Gives a mark and writes a text; the words that may not be found afterwards come back.</summary>
    private static async Task<string[]> Marks(IPage expert)
    {
        await expert.SheetReady();
        var code = await expert.Locator("[data-item]").First.GetAttributeAsync("data-item") ?? "";
        await expert.Mark(code, 85);
        await expert.Text(code, "strength").FillAsync(Written);
        await Expect(expert.Text(code, "strength")).ToHaveAttributeAsync("data-saved", Written);
        var heading = await expert.Locator(".doc .md h2").First.InnerTextAsync();
        var paragraph = await expert.Locator(".doc .md p[data-place]").First.InnerTextAsync();
        var title = (await expert.TitleAsync()).Split(" · ")[0];
        return [Written, heading, paragraph, title];
    }

    private static async Task IsGone(IPage expert, string[] words)
    {
        await Nothing(expert, words);
        await expert.ReloadAsync();
        await Nothing(expert, words);
        await expert.GoBackAsync();
        await expert.Settled();
        await Holds(expert, words);
        await expert.GoForwardAsync();
        await Nothing(expert, words);
        Assert.Equal(0, await expert.EvaluateAsync<int>("() => Object.keys(localStorage).filter(name => name.startsWith('rr-draft/')).length"));
    }

    private static async Task Nothing(IPage expert, string[] words)
    {
        await Expect(expert.Locator("#main")).ToContainTextAsync("您已回避这份材料");
        await Expect(expert.Locator("[data-scale], .doc, .sc, .out")).ToHaveCountAsync(0);
        await Holds(expert, words);
    }

    private static async Task Holds(IPage expert, string[] words)
    {
        var content = await expert.ContentAsync() + await expert.TitleAsync();
        Assert.All(words, word => Assert.DoesNotContain(word, content, StringComparison.Ordinal));
    }

    private static async Task Confirm(IPage office, string seat)
    {
        await office.RaisesConflict(seat);
        await office.ConfirmsRecusal(seat);
    }

    [GeneratedRegex("已计入的评分表被收回，或其席位暂封、回避")]
    private static partial Regex Withdrawn();
}
