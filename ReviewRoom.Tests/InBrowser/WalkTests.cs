using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class WalkTests(Browser browser)
{
    [Fact]
    public async Task Four_people_walk_a_dossier_from_declaration_to_close()
    {
        await using var app = await AppUnderTest.Demo();
        var people = await FourPeople.Seated(browser, app);

        await people.Leader.DeclareFreeOfConflict();
        await people.Colleague.DeclareFreeOfConflict();
        await people.OthersDeclare();
        await people.OfficeOpens();
        await people.ColleagueMarksByPointer();
        await Expect(people.Row).ToContainTextAsync("1/7");
        await people.LeaderMarksByKeyboard();
        await Expect(people.Row).ToContainTextAsync("2/7");
        await Expect(people.Row).ToContainTextAsync("满 3 份后显示");
        await PanelSubmits(people);
        await Reveal(people);
        await Deliberate(people);
        await LeaderSettles(people);
        await people.OfficeHolds("关闭，转入签字");
        await ShownOnTheBoardWhenReleased(people);
    }

    private static async Task PanelSubmits(FourPeople people)
    {
        await people.OtherSubmits(3);
        await Expect(people.Row.Locator(".rate")).ToContainTextAsync("3 份中的 3 份");
        foreach (var expert in Enumerable.Range(4, 4)) await people.OtherSubmits(expert);
        await Expect(people.Row).ToContainTextAsync("7/7");
        await Expect(people.Row.Locator(".rate")).ToContainTextAsync("7 份中的 6 份");
    }

    private static async Task Reveal(FourPeople people)
    {
        Assert.DoesNotContain(FourPeople.Hidden, await people.Leader.ContentAsync(), StringComparison.Ordinal);
        Assert.False(people.ToLeader.Holds(FourPeople.Hidden));
        await Expect(people.Leader.Locator("table.pt, .th, .dot")).ToHaveCountAsync(0);

        await people.OfficeHolds("揭示");

        await Expect(people.Leader.Locator("table.pt tbody tr")).ToHaveCountAsync(people.Codes.Count);
        await Expect(people.Colleague.Locator("table.pt tbody tr")).ToHaveCountAsync(people.Codes.Count);
        await Open(people.Leader, people.Codes[^1]);
        await people.Leader.GetByRole(AriaRole.Tab, new() { Name = "各自意见" }).ClickAsync();
        await Expect(people.Leader.Locator(".th")).ToContainTextAsync(FourPeople.Hidden);
        Assert.True(people.ToLeader.Holds(FourPeople.Hidden));
        await people.Leader.GetByRole(AriaRole.Tab, new() { Name = "讨论" }).ClickAsync();
    }

    private static async Task Deliberate(FourPeople people)
    {
        var (leader, colleague, codes) = (people.Leader, people.Colleague, people.Codes);
        await Open(leader, codes[0]);
        await leader.GetByLabel("就本项发言").FillAsync("请再读这一节，依据只到一半。");
        await leader.GetByRole(AriaRole.Button, new() { Name = "发言", Exact = true }).ClickAsync();

        await Open(colleague, codes[0]);
        await Expect(colleague.Locator(".talk .th")).ToContainTextAsync("依据只到一半");
        await colleague.Locator(".rev [data-rate='60']").ClickAsync();
        await colleague.GetByLabel("理由（必填）").FillAsync("重读后同意，原分过高。");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "提交修改" }).ClickAsync();
        // What got better is shown once it has stood for five seconds.
        await Expect(RowOf(leader, codes[0]).Locator(".st")).ToContainTextAsync("一致", new() { Timeout = 15_000 });
        await colleague.SaysSaved();

        await Open(colleague, codes[1]);
        await colleague.GetByLabel("理由（必填）").FillAsync("这一项我维持原判断。");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "维持并登记少数意见" }).ClickAsync();
        await colleague.SaysSaved();
    }

    private static async Task LeaderSettles(FourPeople people)
    {
        var (leader, codes) = (people.Leader, people.Codes);
        await Expect(leader.Locator(".close-dossier")).ToHaveTextAsync("还有 2 项未了结");
        await Open(leader, codes[1]);
        await leader.GetByText("组长：了结本项").ClickAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "保留分歧" }).ClickAsync();
        await Expect(leader.Locator(".close-dossier")).ToHaveTextAsync("还有 1 项未了结");
        await Open(leader, codes[2]);
        await leader.GetByText("组长：了结本项").ClickAsync();
        await leader.Locator("#close-reason").FillAsync("差异不影响结论。");
        await leader.GetByRole(AriaRole.Button, new() { Name = "组长接受" }).ClickAsync();
        await Expect(leader.Locator(".close-dossier")).ToHaveTextAsync("关闭本份");
    }

    private static async Task ShownOnTheBoardWhenReleased(FourPeople people)
    {
        await Expect(people.Leader.Locator(".rev.sign")).ToBeVisibleAsync();
        await Expect(people.Board.Locator("[role=listitem]")).ToHaveCountAsync(0);
        await people.ReleaseRate();
        await Expect(people.Board.Locator(".hall-rows")).ToContainTextAsync(people.Title);
        await Expect(people.Board.Locator(".hall-rate").First).ToContainTextAsync("60.11");
    }

    private static ILocator RowOf(IPage page, string code) => page.Locator("table.pt tbody tr", new() { HasText = code });

    private static async Task Open(IPage page, string code)
    {
        await RowOf(page, code).Locator("td.nm button").ClickAsync();
        await Expect(page.Locator("aside.side")).ToHaveAttributeAsync("data-item", code);
    }
}
