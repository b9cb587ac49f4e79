using Microsoft.Playwright;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Tests.Notices;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Browser))]
public sealed class NoticeTests(Browser browser)
{
    [Fact]
    public async Task A_citizen_objects_without_script_two_of_the_office_handle_it_and_he_reads_the_result()
    {
        await using var scene = await NoticeScene.Start();
        var first = await browser.Open(scene.App, path: $"/notice/{NoticeScene.Id}");
        var plain = await first.Context.Browser!.NewContextAsync(new() { BaseURL = scene.App.Url.ToString(), JavaScriptEnabled = false });
        var citizen = await plain.NewPageAsync();
        await citizen.GotoAsync($"/notice/{NoticeScene.Id}");
        await citizen.GetByLabel("姓名或单位名称").FillAsync(NoticeScene.Person);
        await citizen.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        await Expect(citizen.GetByText("还没有提交：6 处需要改正")).ToBeVisibleAsync();
        await Expect(citizen.GetByLabel("姓名或单位名称")).ToHaveValueAsync(NoticeScene.Person);
        await citizen.GetByLabel("联系电话").FillAsync(NoticeScene.Telephone);
        await citizen.GetByLabel("证件或统一社会信用代码").FillAsync(NoticeScene.PersonCode);
        await citizen.GetByLabel("被异议对象").SelectOptionAsync("c2");
        await citizen.GetByLabel("所涉条件").SelectOptionAsync("E5");
        await citizen.GetByLabel("事实与理由").FillAsync("2025年3月发生一起生产安全事故。");
        await citizen.GetByLabel("证据材料").SetInputFilesAsync(new FilePayload { Name = "通报.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 x %%EOF"u8.ToArray() });
        await citizen.GetByLabel("我保证所述属实").CheckAsync();
        await citizen.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        var (receipt, secret) = (await citizen.Locator("[data-receipt]").TextContentAsync() ?? "", await citizen.Locator("[data-secret]").TextContentAsync() ?? "");

        var office = await browser.Open(scene.App, "office", $"/sessions/{NoticeScene.Id}/closing");
        await Expect(office.GetByText(receipt)).ToBeVisibleAsync();
        await Expect(office.GetByText(NoticeScene.Person)).ToHaveCountAsync(0);
        await office.GetByLabel("第一办理人").SelectOptionAsync("office");
        await office.GetByLabel("第二办理人").SelectOptionAsync("office2");
        await office.GetByRole(AriaRole.Button, new() { Name = "指定办理人" }).ClickAsync();
        var second = await browser.Open(scene.App, "office2", $"/sessions/{NoticeScene.Id}/closing");
        await second.GetByRole(AriaRole.Button, new() { Name = "查看异议人" }).ClickAsync();
        await Expect(second.Locator("[data-objector]")).ToHaveTextAsync(NoticeScene.Person);
        await Expect(second.GetByRole(AriaRole.Link, new() { Name = "通报.pdf" })).ToBeVisibleAsync();
        await second.GetByLabel("成立，从名单除名").CheckAsync();
        await second.GetByLabel("理由（异议人会看到").FillAsync("事故属实，不符合第八条（五）。");
        await second.GetByRole(AriaRole.Button, new() { Name = "办结" }).DblClickAsync();
        await Expect(second.GetByText("已记入台账")).ToBeVisibleAsync();
        await Expect(office.GetByText("异议成立，已除名")).ToBeVisibleAsync();
        await Expect(office.GetByText(NoticeScene.Person)).ToHaveCountAsync(0);

        await citizen.GotoAsync($"/notice/{NoticeScene.Id}/status");
        await citizen.GetByLabel("回执编号").FillAsync(receipt);
        await citizen.GetByLabel("查询密码").FillAsync(secret);
        await citizen.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await Expect(citizen.Locator("[data-standing=Upheld]")).ToContainTextAsync("事故属实");
        await plain.CloseAsync();
    }

    [Fact]
    public async Task The_leading_group_passes_the_list_with_its_order_the_office_puts_in_the_days_off_and_publishes_and_it_ends_in_the_awards()
    {
        await using var scene = await NoticeScene.Start(["912.5", "843.75", "731.25", "731.25"], SessionStage.Proposed);
        var address = $"/sessions/{NoticeScene.Id}/closing";
        var group = await browser.Open(scene.App, "leading", address);
        await group.GetByLabel("会议纪要文号").FillAsync("阳质领〔2026〕4号");
        await group.GetByLabel("同意").FillAsync("9");
        await Expect(group.GetByRole(AriaRole.Button, new() { Name = "记录审查通过" })).ToBeDisabledAsync();
        await group.Locator("[data-tie] select").Nth(0).SelectOptionAsync("2");
        await group.Locator("[data-tie] select").Nth(1).SelectOptionAsync("1");
        await group.GetByRole(AriaRole.Button, new() { Name = "记录审查通过" }).ClickAsync();
        await Expect(group.GetByText("审查结果")).ToBeVisibleAsync();

        var office = await browser.Open(scene.App, "office", address);
        await office.GetByLabel("受理方式（电话、地址）").FillAsync("0353-2290000");
        await Expect(office.Locator("[data-missing='2026']")).ToBeVisibleAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "录入 2026 年" }).ClickAsync();
        await office.GetByLabel("调休上班的周六、周日").FillAsync("10月10日\n13月1日");
        await Expect(office.GetByText("不是日期")).ToBeVisibleAsync();
        await office.GetByLabel("调休上班的周六、周日").FillAsync("10月10日");
        await office.GetByRole(AriaRole.Button, new() { Name = "保存节假日安排" }).ClickAsync();
        await Expect(office.Locator("[data-period]")).ToContainTextAsync("2026-12-14 至 2026-12-18");
        await office.GetByRole(AriaRole.Button, new() { Name = "发布公示" }).ClickAsync();
        await Expect(office.Locator("[data-stage=PublicNotice]")).ToBeVisibleAsync();

        await scene.Filed();
        scene.Clock.Advance(TimeSpan.FromDays(9));
        await scene.Sessions.PassDue(scene.Sessions.All.Single(), TestContext.Current.CancellationToken);
        await Expect(group.GetByText("还有 1 条异议没有办结")).ToBeVisibleAsync();
        var shown = await group.ContentAsync();
        Assert.All(["912.5", "843.75", "731.25", "91.25", "84.38", "73.13", NoticeScene.Person, "An accident", "YY-", "Expert"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        var receipt = scene.Sessions.View("office", NoticeScene.Id)!.Closing!.Objections.Single().Receipt!;
        await scene.Act("office", new NameHandlers(receipt, "office", "office2"));
        await scene.Act("office", new SettleObjection(receipt, false, "checked"));
        await group.GetByLabel("会议纪要文号").FillAsync("阳质领〔2026〕5号");
        await group.GetByRole(AriaRole.Button, new() { Name = "记录审定" }).ClickAsync();
        await office.GetByLabel("市政府文号").FillAsync("阳政发〔2026〕12号");
        await office.GetByRole(AriaRole.Button, new() { Name = "登记授予" }).ClickAsync();
        await Expect(office.Locator("[data-award]")).ToHaveCountAsync(4);
        await Expect(office.Locator("[data-award='1']")).ToContainTextAsync("300,000");
        await Expect(office.Locator("[data-award='1']")).ToContainTextAsync("2031-12-");
    }
}
