using Microsoft.Playwright;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Live;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class AwardTests(Browser browser)
{
    [Fact]
    public async Task Finance_pays_another_of_the_office_approves_a_revocation_and_the_public_page_says_so()
    {
        await using var app = await AppUnderTest.Demo();
        var finance = await browser.Open(app, "finance", "/");
        await finance.Settled();
        await finance.GetByText("待付 100,000 元").ClickAsync();
        var payment = finance.Locator(".award-form").Filter(new() { HasText = "登记付款" }).First;
        await payment.GetByLabel("凭证号").FillAsync("付字 2026-1101");
        await payment.GetByRole(AriaRole.Button, new() { Name = "登记付款" }).ClickAsync();
        await Expect(payment.GetByText("付奖金 100,000 元")).ToBeVisibleAsync();
        await payment.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(finance.Locator(".award-side .receipt .good")).ToContainTextAsync("已登记 #");
        await Expect(finance.Locator(".award-sums")).ToContainTextAsync("50,000");

        var office = await browser.Open(app, "office", "/awards?a=aw-2023-n1");
        await office.Settled();
        await Expect(office.GetByText("市政府批准后，须由办公室另一人登记")).ToBeVisibleAsync();
        var second = await browser.Open(app, "office2", "/awards?a=aw-2023-n1");
        await second.Settled();
        await second.GetByLabel("批准文号").FillAsync("阳政函〔2026〕示例40号");
        await second.GetByRole(AriaRole.Button, new() { Name = "登记批准" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(office.Locator(".award-side > header")).ToContainTextAsync("已撤销");
        await Expect(second.GetByText("待追缴 100,000 元，由财政登记。")).ToBeVisibleAsync();

        var code = app.Get<LiveAwards>().View("office")?.Awards.Single(a => a.Award.Entry.Id == "aw-2023-n1").Award.Code;
        var stranger = await browser.Open(app, path: "/awards/public");
        await Expect(stranger.GetByRole(AriaRole.Row).Filter(new() { HasText = "盂县锦禾玻璃" })).ToContainTextAsync("已撤销");
        await stranger.GotoAsync($"/verify/{code}");
        await Expect(stranger.Locator(".verdict.revoked h2")).ToHaveTextAsync("已撤销");
        Assert.Equal(AwardStanding.Revoked, app.Get<LiveAwards>().Verify(code ?? "")?.Standing);
    }
}
