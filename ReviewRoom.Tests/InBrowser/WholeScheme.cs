using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Hall;
using ReviewRoom.Tests.Intake;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>
/// The people of one session and what each does at his own page, from Monday 1 March 2027 on; marks and signatures go through the programming interface
/// with the sign-in of who gives them. The clock goes on where the regulation lets days pass.
/// </summary>
internal sealed partial class WholeScheme(AppUnderTest app, Browser browser, ClockAhead clock)
{
    public const string Id = "session-1", Organisation = "山西冠山陶瓷有限公司", Individual = "郝明远";

    /// <summary>Who came in with a code of his own, by account.</summary>
    private readonly Dictionary<string, IPage> pages = new(StringComparer.Ordinal);

    /// <summary>Accounts of the applicants, by name.</summary>
    private readonly Dictionary<string, string> accounts = new(StringComparer.Ordinal);

    public IPage Office { get; private set; } = null!;

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    public static async Task<AppUnderTest> Start(ClockAhead clock)
    {
        clock.Advance(new DateTimeOffset(2027, 3, 1, 2, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow());
        var app = await AppUnderTest.Empty(time: clock);
        await app.Get<People>().AddAll(
            [
                new("office", "常宁", Roles.Office), new("office2", "温以恒", Roles.Office), new("supervisor", "石敏", Roles.Supervisor), new("finance", "郭晓", Roles.Finance),
            ],
            AppUnderTest.Password);
        return app;
    }

    /// <summary>Article 12: session, bodies, plan and days off are set up, and the notice goes out.</summary>
    public async Task TheOfficeGivesNotice()
    {
        Office = await browser.Open(app, "office", "/office/setup", 1440, 900);
        await Office.Settled();
        await Office.GetByLabel("届次名称").FillAsync("第七届阳泉市质量奖");
        await Press(Office, "开始准备");
        await Office.Arrives(@"/office/setup\?session=");
        await Office.GotoAsync("/office/setup?tab=experts");
        await Office.Imports("#file-Experts", "experts.xlsx", FirstDay.FourExperts);
        await Go(Office, "office", AppUnderTest.Password, "/office/setup?tab=bodies");
        await Office.GetByLabel("申报截止日").FillAsync(Day(Today.AddDays(30)));
        await Office.GetByLabel("申报开始日期").FillAsync(Day(Today));
        await Office.GetByLabel("申报结束日期").FillAsync(Day(Today.AddDays(30)));
        await Press(Office, "保存计划");
        await Expect(Office.GetByText("计划已保存。")).ToBeVisibleAsync();
        await Office.Choose("#file-Bodies", "bodies.xlsx", Books.Of(
            [["编号", "名称", "简称", "机构类型"], ["unit-01", "阳泉市财政局", "市财政局", "市政府部门"], ["unit-02", "阳泉市应急管理局", "市应急局", "市政府部门"], ["county", "平定县人民政府", "平定县", "县区"]]));
        await Press(Office, "保存 3 条");
        await Expect(Office.GetByRole(AriaRole.Heading, new() { Name = "机构（3 个征求意见）" })).ToBeVisibleAsync();
        await Press(Office, "新增机构");
        await Office.GetByLabel("编号").FillAsync("leading");
        await Office.GetByLabel("全称").FillAsync("评审领导小组");
        await Office.GetByLabel("类型").SelectOptionAsync("LeadingGroup");
        await Press(Office, "保存");
        await Press(Office, "建立 4 个账号");
        Assert.Contains("/sign-in?code#user=leading&code=", await Office.Locator("[data-body='leading'] input").InputValueAsync(), StringComparison.Ordinal);
        foreach (var body in (string[])["leading", "unit-01", "unit-02", "county"]) pages[body] = await FirstDay.ComesIn(browser, app, body, await Office.Locator($"[data-body='{body}'] .hash").InnerTextAsync());
        await Office.GetByLabel("联系方式").FillAsync("领导小组办公室，0353-2290000");
        await Office.GetByLabel("组织适用的评分标准").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Office.GetByLabel("个人适用的评分标准").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await Press(Office, "核对");
        await Press(Office, "发布评选通知");
        await Expect(Office.Locator("[data-announced]")).ToBeVisibleAsync();
        await Go(Office, "office", AppUnderTest.Password, $"/sessions/{Id}/closing");
        await Press(Office, "录入 2027 年");
        await Office.GetByLabel("放假日期，一行一个或一段").FillAsync("1月1日\n4月5日\n5月1日至5日");
        await Office.GetByLabel("来源（通知名称或文号）").FillAsync("2027 年部分节假日安排的通知");
        await Press(Office, "保存节假日安排");
        await Expect(Office.GetByText("2027 年部分节假日安排的通知")).ToBeVisibleAsync();
        var citizen = await browser.Open(app, path: $"/sessions/{Id}/call");
        await Expect(citizen.GetByText("0353-2290000").First).ToBeVisibleAsync();
    }

    /// <summary>Article 13: invited by the office, each fills in the form, writes the report, holds the internal notice and submits.</summary>
    public async Task TheyApply()
    {
        await Go(Office, "office", AppUnderTest.Password, $"/sessions/{Id}/applications");
        foreach (var (name, kind) in ((string, ApplicantKind)[])[(Organisation, ApplicantKind.Organisation), (Individual, ApplicantKind.Individual)])
        {
            await Invited(name, kind);
            await Fills(pages[accounts[name]], kind);
        }
        clock.Advance(TimeSpan.FromDays(11));
        foreach (var name in (string[])[Organisation, Individual])
        {
            var page = await At(accounts[name], "/apply?part=send");
            await Press(page, "提交申报");
            await Expect(page.Locator("[data-stage]")).ToHaveAttributeAsync("data-stage", "Submitted");
        }
    }

    private async Task Invited(string name, ApplicantKind kind)
    {
        var form = Office.Locator("section", new() { Has = Office.Locator("#invite") });
        await form.GetByLabel("名称", new() { Exact = true }).FillAsync(name);
        await form.Locator("select").First.SelectOptionAsync(kind.ToString());
        await form.GetByLabel("推荐单位").SelectOptionAsync("county");
        await form.GetByRole(AriaRole.Button, new() { Name = "邀请", Exact = true }).ClickAsync();
        await Expect(form.Locator("[data-invited]")).ToContainTextAsync(name);
        var account = accounts[name] = Account().Match(await form.Locator("[data-invited]").InnerTextAsync()).Value;
        pages[account] = await FirstDay.ComesIn(browser, app, account, await form.Locator("[data-invited] .hash").InnerTextAsync());
    }

    private async Task Fills(IPage page, ApplicantKind kind)
    {
        await page.GotoAsync("/apply");
        await page.Settled();
        if (kind == ApplicantKind.Organisation)
        {
            await page.GetByLabel("统一社会信用代码").FillAsync("91140321XN0000012M");
            await page.Locator("#legal-person").SelectOptionAsync("yes");
            await page.Locator("#founded").FillAsync("2004-05-18");
            await page.GetByLabel("法定代表人").FillAsync("沈泊川");
        }
        else
        {
            await page.GetByLabel("所在单位").FillAsync("阳泉市质量协会");
            await page.GetByLabel("职务、职称").FillAsync("高级工程师");
        }
        await page.GetByLabel("联系人或部门").FillAsync("质量部");
        await page.GetByLabel("联系电话").FillAsync("0353-5550100");
        foreach (var condition in Conditions.DeclaredBy(kind))
        {
            var card = page.Locator($"section[aria-labelledby='c-{condition}']");
            await card.GetByLabel("符合", new() { Exact = true }).CheckAsync();
            await card.GetByRole(AriaRole.Button, new() { Name = "添加证明材料" }).ClickAsync();
        }
        await Press(page, "保存申报表");
        await Expect(page.Locator(".receipt .good")).ToContainTextAsync("申报表已保存");
        await page.GetByRole(AriaRole.Link, new() { Name = "自评报告" }).ClickAsync();
        await Expect(page.Locator("#report-file")).ToBeEnabledAsync();
        await page.Choose("#report-file", "report.md", Encoding.UTF8.GetBytes("# 自评报告\n\n### 1.1 质量\n\n三年的数字。\n"));
        await Press(page, "保存报告");
        await Expect(page.Locator(".receipt .good")).ToContainTextAsync("自评报告已保存");
        await page.GetByRole(AriaRole.Link, new() { Name = "公示与提交" }).ClickAsync();
        await page.Locator("#notice-where").FillAsync("单位公告栏");
        await Press(page, "开始内部公示");
        await Expect(page.Locator(".notice-days li")).ToHaveCountAsync(5);
    }

    /// <summary>Articles 14 and 15: the county recommends both, the office checks and accepts both.</summary>
    public async Task TheyAreRecommendedAndAccepted()
    {
        foreach (var (name, kind) in ((string, ApplicantKind)[])[(Organisation, ApplicantKind.Organisation), (Individual, ApplicantKind.Individual)])
        {
            var county = await At("county", $"/sessions/{Id}/recommendations?a={accounts[name]}");
            foreach (var condition in Conditions.DeclaredBy(kind)) await county.GetByRole(AriaRole.Group, new() { Name = $"{condition} 初核" }).GetByLabel("符合", new() { Exact = true }).CheckAsync();
            await county.GetByLabel("文号").FillAsync("平政函〔2027〕3号");
            await county.GetByLabel("日期", new() { Exact = true }).FillAsync(Day(Today));
            await county.GetByLabel("当地公示开始").FillAsync(Day(Today.AddDays(-10)));
            await county.GetByLabel("当地公示结束").FillAsync(Day(Today.AddDays(-1)));
            await county.GetByLabel("征求意见的部门").FillAsync("市场监管、应急管理");
            await Press(county, "核对");
            await Press(county, "出具推荐意见");
            await Expect(county.Locator("[data-letter]")).ToContainTextAsync("平政函〔2027〕3号");
            await Checked(name, kind);
        }
    }

    private async Task Checked(string name, ApplicantKind kind)
    {
        await Go(Office, "office", AppUnderTest.Password, $"/sessions/{Id}/applications?a={accounts[name]}");
        await Expect(Office.Locator(".conds > li").First).ToBeVisibleAsync();
        foreach (var condition in Conditions.AskedOf(kind, new ApplicationReadings()))
        {
            var finding = Office.GetByRole(AriaRole.Group, new() { Name = $"{condition} 审查结论" });
            await finding.GetByRole(AriaRole.Button, new() { Name = "符合第" }).ClickAsync();
            await Expect(finding.Locator("[data-found=Met]")).ToBeVisibleAsync();
        }
        await Press(Office, "受理");
        await Press(Office, "确认发出");
        await Expect(Office.Locator("[data-decision]")).ToContainTextAsync("受理");
    }

    /// <summary>The panel's two rooms, their members' codes, and both documents reviewed to the last signature.</summary>
    public async Task ThePanelReviewsBoth()
    {
        clock.Advance(TimeSpan.FromDays(21));
        await Seated("第一评审组", Organisation, "four-dimension", makes: true);
        await Seated("第二评审组", Individual, "individual", makes: false);
        await Scored($"{Id}-1", accounts[Organisation], 75);
        await Scored($"{Id}-2", accounts[Individual], 65);
    }

    private async Task Seated(string title, string applicant, string rubric, bool makes)
    {
        await Go(Office, "office", AppUnderTest.Password, "/office/setup/room");
        await Office.Locator("#room-title").FillAsync(title);
        await Office.Locator("#room-rubric").SelectOptionAsync(rubric);
        await Office.Locator("#set-min").FillAsync("3");
        await Office.Locator("#set-EvidenceRequired").SelectOptionAsync("None");
        await Press(Office, $"+ {applicant}");
        foreach (var name in (string[])["韩牧之", "杜清源", "秦以南"])
        {
            await Office.Locator(".pool li", new() { HasText = name }).GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(Office.Locator(".picked li", new() { HasText = name })).ToBeVisibleAsync();
        }
        if (makes)
        {
            await Office.Locator("section[aria-labelledby=accounts-title] button.btn").First.ClickAsync();
            foreach (var expert in Experts) pages[expert] = await FirstDay.ComesIn(browser, app, expert, await Office.Locator($"[data-expert='{expert}'] .hash").InnerTextAsync());
        }
        await Office.Locator("main button.pri").Last.ClickAsync();
        await Office.Arrives(@"/office\?d=");
    }

    private async Task Scored(string room, string dossier, int rate)
    {
        var criteria = app.Get<LiveRooms>().RubricOf(room)?.Criteria ?? [];
        await InRoom("office", room, new { act = "open", dossier });
        foreach (var expert in Experts)
        {
            await InRoom(expert, room, new { act = "declare", dossier, conflict = false });
            foreach (var criterion in criteria) await InRoom(expert, room, new { act = "mark", dossier, criterion = criterion.Code, rate });
            await InRoom(expert, room, new { act = "submit", dossier });
        }
        await InRoom("office", room, new { act = "reveal", dossier });
        await InRoom("office", room, new { act = "close", dossier });
        foreach (var expert in Experts) await InRoom(expert, room, new { act = "sign", dossier, noConflict = true }, FirstDay.Password);
    }

    /// <summary>Articles 6 and 18: the member units are asked, all reply, and the list is what the rules give.</summary>
    public async Task TheUnitsAreAsked()
    {
        await Go(Office, "office", AppUnderTest.Password, $"/sessions/{Id}/consultation");
        await Expect(Office.Locator(".who li")).ToHaveCountAsync(2);
        foreach (var box in await Office.Locator(".who input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await Office.Locator("#due").FillAsync(clock.GetUtcNow().AddDays(10).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await Press(Office, "核对");
        await Press(Office, "发给 3 个单位");
        foreach (var unit in (string[])["unit-01", "unit-02", "county"])
        {
            var page = await At(unit, $"/sessions/{Id}/reply");
            await Press(page, "核对并发送");
            await Press(page, "发送答复");
            await Expect(page.GetByText("已收到 #1")).ToBeVisibleAsync();
        }
        await Office.GetByRole(AriaRole.Button, new() { Name = "结束征求意见" }).Hold();
        await Office.GetByRole(AriaRole.Button, new() { Name = "提出建议名单" }).Hold();
        await Expect(Office.Locator(".proposal tbody tr", new() { HasText = Organisation })).ToContainTextAsync("300,000");
        await Expect(Office.Locator(".proposal tbody tr", new() { HasText = Individual })).ToContainTextAsync("100,000");
    }

    /// <summary>Articles 5 and 18 to 19: the group passes the list, it hangs for five working days, it is approved and conferred.</summary>
    public async Task TheListIsPassedPublishedAndConferred()
    {
        var closing = $"/sessions/{Id}/closing";
        var group = await At("leading", closing);
        await group.GetByLabel("会议纪要文号").FillAsync("阳质领〔2027〕4号");
        await group.GetByLabel("同意").FillAsync("9");
        await Press(group, "记录审查通过");
        await Go(Office, "office", AppUnderTest.Password, closing);
        await Office.GetByLabel("受理方式（电话、地址）").FillAsync("0353-2290000");
        await Press(Office, "发布公示");
        await Expect(Office.Locator("[data-stage=PublicNotice]")).ToBeVisibleAsync();
        var citizen = await browser.Open(app, path: $"/notice/{Id}");
        await Expect(citizen.GetByText(Organisation).First).ToBeVisibleAsync();
        await citizen.Context.CloseAsync();
        clock.Advance(TimeSpan.FromDays(12));
        await Go(Office, "office", AppUnderTest.Password, closing);
        await Do("office", $"/api/sessions/{Id}/acts", new { act = "putHolidays", table = new { year = 2028, off = (string[])["2028-01-01"], worked = Array.Empty<string>(), source = "notice" } });
        group = await At("leading", closing);
        await group.GetByLabel("会议纪要文号").FillAsync("阳质领〔2027〕5号");
        await Press(group, "记录审定");
        await Office.GetByLabel("市政府文号").FillAsync("阳政发〔2027〕12号");
        await Press(Office, "登记授予");
        await Expect(Office.Locator("[data-award]")).ToHaveCountAsync(2);
    }

    /// <summary>Articles 19 and 25: within the year's budget both are paid; the public register has both.</summary>
    public async Task BothArePaidAndRegistered()
    {
        var finance = await browser.Open(app, "finance", "/awards", 1440, 900);
        await finance.Settled();
        var budget = finance.Locator(".award-form", new() { HasText = "登记或追加预算" });
        await budget.GetByLabel("年度").FillAsync("2027");
        await budget.GetByLabel("预算（元）").FillAsync("1400000");
        await budget.GetByLabel("文号").FillAsync("阳财预〔2027〕9号");
        await budget.GetByRole(AriaRole.Button, new() { Name = "登记预算" }).ClickAsync();
        await budget.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        foreach (var (name, yuan) in ((string, string)[])[(Organisation, "300,000"), (Individual, "100,000")])
        {
            await OpenAward(finance, name);
            var payment = finance.Locator(".award-form").Filter(new() { HasText = "登记付款" }).First;
            await payment.GetByLabel("凭证号").FillAsync($"付字 {yuan}");
            await payment.GetByRole(AriaRole.Button, new() { Name = "登记付款" }).ClickAsync();
            await payment.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
            await Expect(finance.Locator(".award-side .receipt .good")).ToContainTextAsync("已登记 #");
        }
        var citizen = await browser.Open(app, path: "/awards/public");
        await Expect(citizen.GetByRole(AriaRole.Row).Filter(new() { HasText = Organisation })).ToContainTextAsync("有效");
        await Expect(citizen.GetByRole(AriaRole.Row).Filter(new() { HasText = Individual })).ToContainTextAsync("有效");
        await citizen.Context.CloseAsync();
    }

    /// <summary>Article 21: a report is found true, the revocation is proposed by one of the office and its approval recorded by another, the money comes back, and everybody can read it.</summary>
    public async Task OneIsRevokedAndPaysBack()
    {
        await Go(Office, "office", AppUnderTest.Password, "/awards");
        await OpenAward(Office, Organisation);
        var report = Office.Locator(".award-form", new() { HasText = "登记举报" });
        if (await report.GetAttributeAsync("open") is null) await report.Locator("summary").ClickAsync();
        await report.GetByLabel("举报内容").FillAsync("申报材料中的检验数据系伪造。");
        await report.GetByRole(AriaRole.Button, new() { Name = "登记举报" }).ClickAsync();
        await Office.GetByLabel("属实", new() { Exact = true }).CheckAsync();
        await Office.GetByLabel("结论").FillAsync("经核实，检验数据系伪造。");
        await Press(Office, "登记结论");
        var proposal = Office.Locator(".award-form", new() { HasText = "提请市政府撤销" });
        await proposal.Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await proposal.Locator("input[type=date]").FillAsync(Day(Today));
        await proposal.Locator("textarea").FillAsync("申报弄虚作假，不符合第八条。");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "提请撤销" }).ClickAsync();
        await proposal.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(Office.GetByText("市政府批准后，须由办公室另一人登记")).ToBeVisibleAsync();

        var second = await browser.Open(app, "office2", "/awards");
        await second.Settled();
        await OpenAward(second, Organisation);
        await second.GetByLabel("批准文号").FillAsync("阳政函〔2027〕40号");
        await Press(second, "登记批准");
        await Press(second, "确认登记");
        await Expect(second.GetByText("待追缴 300,000 元，由财政登记。")).ToBeVisibleAsync();

        var finance = await browser.Open(app, "finance", "/awards");
        await finance.Settled();
        await OpenAward(finance, Organisation);
        var recovery = finance.Locator(".award-form", new() { HasText = "登记追回" });
        await recovery.GetByLabel("凭证号").FillAsync("收字 1");
        await recovery.GetByRole(AriaRole.Button, new() { Name = "登记追回" }).ClickAsync();
        await recovery.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(second.GetByText("待追缴 300,000 元，由财政登记。")).ToBeHiddenAsync();

        var citizen = await browser.Open(app, path: "/awards/public");
        await Expect(citizen.GetByRole(AriaRole.Row).Filter(new() { HasText = Organisation })).ToContainTextAsync("已撤销");
        await Expect(citizen.GetByRole(AriaRole.Row).Filter(new() { HasText = Individual })).ToContainTextAsync("有效");
    }

    /// <summary>The award of a holder, opened beside the list; typing before it has come would go into the forms of the one shown before.</summary>
    private static async Task OpenAward(IPage page, string holder)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = holder }).First.ClickAsync();
        await Expect(page.Locator("#award-title")).ToHaveTextAsync(holder);
    }

    private static readonly string[] Experts = ["exp-01", "exp-02", "exp-03"];

    /// <summary>The page of somebody who came in with a code, gone on to another address.</summary>
    private async Task<IPage> At(string person, string path)
    {
        await Go(pages[person], person, FirstDay.Password, path);
        return pages[person];
    }

    /// <summary>On to another address; who was away for days signs in again first.</summary>
    private static async Task Go(IPage page, string person, string password, string path)
    {
        await page.GotoAsync(path);
        if (page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.Locator("[name='Form.UserName']").FillAsync(person);
            await page.Locator("[name='Form.Password']").FillAsync(password);
            await page.Keyboard.PressAsync("Enter");
            await page.Settled();
            await page.GotoAsync(path);
        }
        await page.Settled();
    }

    /// <summary>An act in a room through the interface, with the sign-in the person has in the browser.</summary>
    private Task InRoom(string person, string room, object act, string? password = null) =>
        Do(person, $"/api/rooms/{room}/acts", act, password is null ? [] : [("password", password)]);

    private async Task Do(string person, string path, object act, params (string Name, string Value)[] more)
    {
        var body = JsonSerializer.SerializeToNode(act)?.AsObject() ?? [];
        body.Insert(0, "commandId", ApiClient.NewId());
        foreach (var (name, value) in more) body[name] = value;
        var answer = await (pages.GetValueOrDefault(person) ?? Office).APIRequest.PostAsync(path, new() { DataString = body.ToJsonString(), Headers = [new("Content-Type", "application/json")] });
        Assert.True(answer.Ok, $"{person} {path} {body}: {await answer.TextAsync()}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    [GeneratedRegex("(org|ind)-[0-9]{4}")]
    private static partial Regex Account();
}
