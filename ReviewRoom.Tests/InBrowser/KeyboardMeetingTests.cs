using Microsoft.Playwright;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>A whole dossier by an office and a leader without a pointer; the two other seats by the live room.</summary>
[Collection(nameof(Walks))]
public sealed class KeyboardMeetingTests(Browser browser, DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Room = "panel-k", Dossier = "d1";
    private static readonly string[] Others = ["expert-02", "expert-03"];

    private string[] codes = [];

    [Fact]
    public async Task A_dossier_is_taken_from_declaration_to_signature_without_a_pointer()
    {
        await ARoomOfThree();
        var leader = new ByKeyboard(await Open("expert-01", $"/room/{Room}?d={Dossier}"));
        var office = new ByKeyboard(await Open("office", "/office?d=panel-a/org-10"));

        await Declares(leader);
        foreach (var expert in Others) await Do(expert, new Declare(Dossier, Conflict: false));
        await OpensTheRow(office);
        await office.Enter(office.Button("开放评分"));
        await Expect(leader.Find("main.bench[data-desk=ready]")).ToBeVisibleAsync();
        foreach (var (expert, place) in Others.Select((expert, place) => (expert, place))) await Submits(expert, place);
        await MarksAll(leader);
        await office.EnterTwice(office.Find(".ctl .next [data-hold]"));
        await Revises(leader);
        await KeepsAMinorityOpinion(leader);
        await office.EnterTwice(office.Find(".ctl .next [data-hold]"));
        await Signs(leader);
    }

    private static async Task Declares(ByKeyboard leader)
    {
        await leader.To(leader.Page.GetByRole(AriaRole.Radio, new() { Name = "没有利益冲突" }));
        await leader.Press("Space");
        await leader.Enter(leader.Button("签署声明并进入"));
        await Expect(leader.Find("main.waiting")).ToBeVisibleAsync();
    }

    /// <summary>J goes down to the row, Enter opens it and goes on to its panel.</summary>
    private static async Task OpensTheRow(ByKeyboard office)
    {
        var row = office.Find($"[data-row='{Room}/{Dossier}']");
        await Expect(row).ToContainTextAsync("声明 3/3");
        for (var steps = 0; steps < 20 && !await row.EvaluateAsync<bool>("row => row.contains(document.activeElement)"); steps++) await office.Press("j");
        await office.Press("Enter");
        await Expect(office.Find(".ctl")).ToBeFocusedAsync();
        await Expect(row).ToHaveClassAsync("sel");
    }

    private async Task MarksAll(ByKeyboard leader)
    {
        await leader.Press("Alt+1");
        foreach (var code in codes)
        {
            await Expect(leader.Page.Scale(code)).ToBeFocusedAsync();
            await leader.Press("6", "0", "Enter");
            await Expect(leader.Page.Scale(code)).ToHaveAttributeAsync("aria-valuenow", "60");
            await leader.Press("n");
        }
        var strength = leader.Page.Text(codes[^1], "strength");
        await leader.Write(strength, "结果连续三年向好。");
        await Expect(strength).ToHaveAttributeAsync("data-saved", "结果连续三年向好。");
        await leader.Press("Control+Enter");
        await leader.Enter(leader.Button("确认提交"));
        await Expect(leader.Find(".cft")).ToContainTextAsync("已提交 #");
        await Expect(leader.Page.GetByTestId("announced")).ToContainTextAsync("已提交 #");
    }

    private async Task Revises(ByKeyboard leader)
    {
        await Expect(leader.Find("table.pt tbody tr")).ToHaveCountAsync(codes.Length);
        await Expect(leader.Page.GetByTestId("announced")).ToContainTextAsync("揭示");
        await Expect(leader.Page.GetByTestId("announced")).Not.ToContainTextAsync("%");
        await leader.Press("k", "k", "k");
        await Expect(leader.Find("tr.sel td.nm button")).ToBeFocusedAsync();
        await Expect(leader.Find("aside.side")).ToHaveAttributeAsync("data-item", codes[0]);
        await leader.Press("Enter");
        await leader.Write(leader.Page.GetByLabel("就本项发言"), "请再读这一节。");
        await leader.Press("Control+Enter");
        await Expect(leader.Find(".talk .th")).ToContainTextAsync("请再读这一节。");

        await leader.To(leader.Find(".rev [data-scale]"));
        await leader.Press("ArrowRight", "ArrowRight", "ArrowRight");
        await leader.Write(leader.Page.GetByLabel("理由（必填）"), "重读后认为展开充分。");
        await leader.Press("Control+Enter");
        await Expect(leader.Button("提交修改")).ToBeFocusedAsync();
        await leader.Press("Enter");
        await Expect(leader.Find("tr.sel .st")).ToContainTextAsync("一致");
    }

    private async Task KeepsAMinorityOpinion(ByKeyboard leader)
    {
        await leader.Press("d");
        await Expect(leader.Find("aside.side")).ToHaveAttributeAsync("data-item", codes[1]);
        await leader.Press("Enter");
        await leader.Write(leader.Page.GetByLabel("理由（必填）"), "这一项我维持原判断。");
        await leader.Enter(leader.Button("维持并登记少数意见"));
        await Expect(leader.Find(".side .minority").First).ToBeVisibleAsync();
        await leader.Enter(leader.Find(".lead-item summary"));
        await leader.Enter(leader.Button("保留分歧"));
        await Expect(leader.Find(".close-dossier")).ToHaveTextAsync("关闭本份");
    }

    private static async Task Signs(ByKeyboard leader)
    {
        var form = leader.Find(".rev.sign");
        await Expect(form).ToBeVisibleAsync();
        foreach (var tick in await form.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await leader.To(tick);
            await leader.Press("Space");
        }
        await leader.Write(form.Locator("input[type=password]"), AppUnderTest.Password);
        await leader.Press("Control+Enter");
        await Expect(form.Locator("button[type=submit]")).ToBeFocusedAsync();
        await leader.Press("Enter");
        await Expect(leader.Find(".rev.sign")).ToContainTextAsync("已签 1 / 3");
    }

    private async Task<IPage> Open(string person, string path)
    {
        var page = await browser.Open(demo.App, person, path);
        await page.Settled();
        return page;
    }

    /// <summary>On the first item the leader stands alone and comes round; on the second one other stays far above.</summary>
    private async Task Submits(string expert, int place)
    {
        foreach (var (code, item) in codes.Select((code, item) => (code, item)))
            await Do(expert, new GiveMark(Dossier, code, item == 0 ? 75 : item == 1 && place == 0 ? 90 : 60));
        await Do(expert, new Submit(Dossier));
    }

    private async Task ARoomOfThree()
    {
        var rooms = demo.App.Get<LiveRooms>();
        var rubric = rooms.Find("panel-a")?.State.Rubric ?? throw new InvalidOperationException("panel-a");
        codes = [.. rubric.Criteria.Select(c => c.Code)];
        var plan = new CreateRoom(
            "第三组", "session-6", "第六届阳泉市质量奖", rubric, Given.Free with { Minimum = 3 },
            [.. "ABC".Select((seat, place) => new SeatPlan($"{seat}", $"expert-{place + 1:00}", $"专家{seat}", place == 0))],
            [new DossierPlan(Dossier, "键盘材料", ApplicantKind.Organisation, rooms.Find("panel-a")?.State.Find("org-10")?.Plan.Text)]);
        Assert.Null((await rooms.Create(Given.Office, ApiClient.NewId(), Room, plan)).Refusal);
    }

    private async Task Do(string person, RoomAct act) => Assert.Null((await demo.App.Get<LiveRooms>().Ask(person, Room, ApiClient.NewId(), act)).Refusal);
}
