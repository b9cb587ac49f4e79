using System.Text;
using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Intake;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

[Collection(nameof(Walks))]
public sealed class FirstDayTests(Browser browser)
{
    private static readonly byte[] Experts = Books.Of(
        [["编号", "名称", "工作单位"], ["exp-01", "韩牧之", "质量研究院"], ["exp-02", "杜清源", "标准中心"], ["exp-03", "秦以南", "理工大学"], ["exp-03", "重号者", "别处"]],
        [["编号", "事实", "单位", "说明", "起始日期"], ["exp-02", "任职", "阳泉青磊耐火材料股份有限公司", "技术顾问", "2024-03-01"]]);

    [Fact]
    public async Task An_office_person_prepares_a_meeting_from_an_empty_data_folder_and_an_expert_signs_in_with_the_code()
    {
        await using var app = await AppUnderTest.Empty();
        await app.Get<People>().AddAll([new PersonEntry("office", "Office", Roles.Office)], AppUnderTest.Password);
        var page = await browser.Open(app, "office", "/office/setup");
        await page.Settled();

        await page.GetByLabel("届次名称").FillAsync("第七届质量奖");
        await Press(page, "开始准备");
        await Tab(page, "专家库");
        await page.Choose("#file-Experts", "experts.xlsx", Experts);
        await Expect(page.Locator("tr.bad")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存 2 条" })).ToBeDisabledAsync();
        Assert.Empty(await page.Faults());
        await page.GetByText("我知道").ClickAsync();
        await Press(page, "保存 2 条");
        await Expect(page.GetByText("已保存 2 条记录")).ToBeVisibleAsync();

        await Tab(page, "申报主体");
        await page.Choose("#file-Applicants", "applicants.json", Shipped.Bytes("demo/applicants.json"));
        await Press(page, "保存 16 条");
        await Expect(page.GetByText("已保存 16 条记录")).ToBeVisibleAsync();
        await page.Choose("#dossier-files", "dossiers.zip", Books.Zip(("org-01.md", Shipped.Bytes("demo/dossiers/org-01.md")), ("青磊.md", Encoding.UTF8.GetBytes("# 青磊\n\n正文"))));
        await page.Locator("tr.bad select").SelectOptionAsync("org-02");
        Assert.Empty(await page.Faults());
        await Press(page, "保存 2 份");
        await Expect(page.GetByText("已保存 2 份材料")).ToBeVisibleAsync();

        await page.Locator("#attach-for").SelectOptionAsync("org-01");
        await page.Choose("#attach-files", "证书.png", Shipped.Bytes("demo/attachments/org-05/1-质量信用等级证书.png"));
        await Press(page, "附上 1 个");
        await Expect(page.GetByText("已附上 1 个文件")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "新建评审室" }).ClickAsync();
        await page.GetByLabel("评审室名称").FillAsync("第一评审组");
        await page.Locator("#room-rubric").SelectOptionAsync("four-dimension");
        await page.Locator("#set-min").FillAsync("2");
        await Press(page, "+ 山西衡岳煤机装备有限公司");
        await Press(page, "+ 阳泉青磊耐火材料股份有限公司");
        await page.GetByRole(AriaRole.Button, new() { Name = "阳泉青磊耐火材料股份有限公司 上移" }).PressAsync("Enter");
        await Press(page, "韩牧之 入席");
        await Press(page, "杜清源 入席");
        await Expect(page.GetByText("在这些材料上将回避：阳泉青磊耐火材料股份有限公司")).ToBeVisibleAsync();
        await page.Locator("[data-at-odds='exp-02'] input").CheckAsync();
        await Press(page, "生成 2 个账号和一次性登录码");
        var code = await page.Locator("[data-expert='exp-01'] .hash").InnerTextAsync();
        Assert.Empty(await page.Faults());
        await Press(page, "建立评审室（2 份材料，2 席）");
        await page.Arrives(@"/office\?d=session-1-1/org-02$");
        await Expect(page.GetByText("山西衡岳煤机装备有限公司").First).ToBeVisibleAsync();

        Assert.Equal(["org-02", "org-01"], app.Get<LiveRooms>().Rooms.Single().Dossiers.Select(d => d.Id));
        await SignsIn(app, "exp-01", code);
    }

    private async Task SignsIn(AppUnderTest app, string userName, string code)
    {
        var page = await FirstDay.ComesIn(browser, app, userName, code);
        await page.GetByRole(AriaRole.Link, new() { Name = "山西衡岳煤机装备有限公司" }).ClickAsync();
        await page.DeclareFreeOfConflict();
        await Expect(page.Locator("main.waiting")).ToBeVisibleAsync();
        await Press(page, "附件 1");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "证书.png" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('.att-body img').naturalWidth > 0"));
    }

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    private static Task Tab(IPage page, string name) => page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
}
