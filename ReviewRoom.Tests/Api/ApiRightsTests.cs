using System.Net;
using ReviewRoom.Domain;

namespace ReviewRoom.Tests.Api;

/// <summary>Each role at each address: what it is given, and what never stands in it.</summary>
public sealed class ApiRightsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly string[] Reads =
    [
        "/api/me", "/api/rooms", "/api/rooms/panel-a", "/api/rooms/panel-b", "/api/rooms/none", "/api/rooms/panel-a/dossiers/org-11", "/api/rooms/panel-b/dossiers/org-05",
        "/api/rooms/panel-a/export.jsonl", "/api/rooms/panel-b/export.jsonl", "/api/sessions/session-6/standings", "/api/sessions/none/standings", "/api/sessions/session-6", "/api/sessions/none", "/api/nothing", "/api/sessions/session-6/home", "/api/sessions/none/home",
    ];

    private static readonly string[] Everybody = ["office", "office2", "supervisor", "admin", "expert-01", "expert-08", "expert-09", "expert-20", "unit-01", "leading"];

    [Theory]
    [InlineData("expert-01", "200 200 200 404 404 200 404 404 404 200 404 404 404 404 200 404")]
    [InlineData("expert-08", "200 200 404 200 404 404 200 404 404 200 404 404 404 404 200 404")]
    [InlineData("expert-09", "200 200 404 200 404 404 404 404 404 200 404 404 404 404 200 404")]
    [InlineData("expert-20", "200 200 404 404 404 404 404 404 404 404 404 404 404 404 200 404")]
    [InlineData("office", "200 200 200 200 404 200 200 200 200 200 404 200 404 404 200 404")]
    [InlineData("supervisor", "200 200 200 200 404 200 200 200 200 200 404 200 404 404 200 404")]
    [InlineData("admin", "200 200 404 404 404 404 404 404 404 404 404 404 404 404 200 404")]
    [InlineData("unit-01", "200 200 404 404 404 404 404 404 404 404 404 200 404 404 200 404")]
    [InlineData("leading", "200 200 404 404 404 404 404 404 404 404 404 200 404 404 200 404")]
    public async Task Each_role_is_given_its_own(string person, string expected)
    {
        using var client = await demo.App.Api(person);

        var given = new List<int>();
        foreach (var path in Reads) given.Add((int)await StatusOf(client, path));

        Assert.Equal(expected, string.Join(' ', given));
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_everywhere()
    {
        using var client = demo.App.Visitor();

        foreach (var path in Reads) Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(client, path));
        using var act = await client.Act("panel-a", new { commandId = "a", act = "submit", dossier = "org-11" });
        Assert.Equal(HttpStatusCode.Unauthorized, act.StatusCode);
    }

    [Fact]
    public async Task Not_existing_and_not_allowed_look_the_same()
    {
        using var client = await demo.App.Api("expert-20");

        var answers = new List<string>();
        foreach (var path in (string[])["/api/rooms/panel-a", "/api/rooms/none", "/api/rooms/panel-b/dossiers/org-05", "/api/rooms/none/dossiers/none", "/api/rooms/panel-a/export.jsonl"])
            answers.Add(await client.GetAsync(path).ContinueWith(a => a.Result.Content.ReadAsStringAsync(), TaskScheduler.Default).Unwrap());
        foreach (var room in (string[])["panel-a", "none"])
        {
            using var act = await client.Act(room, new { commandId = ApiClient.NewId(), act = "submit", dossier = "org-11" });
            answers.Add(await act.Content.ReadAsStringAsync());
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_recused_expert_is_told_nothing_of_the_dossier()
    {
        var canaries = (string[])["仁泽医院", "org-05\",\"title", "岑怀舟在", "未遂事件", "影子就诊"];
        using var client = await demo.App.Api("expert-09");

        var given = await Everything(client);

        // The own declaration is his; all else of the dossier is not.
        Assert.All(canaries.Where(c => c != "岑怀舟在"), canary => Assert.DoesNotContain(canary, given, StringComparison.Ordinal));
        Assert.Contains("{\"id\":\"org-05\",\"recused\":true}", given, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expert-01")]
    [InlineData("expert-02")]
    [InlineData("office")]
    [InlineData("supervisor")]
    public async Task Before_the_reveal_nobody_is_given_what_another_wrote(string person)
    {
        // Comments on a dossier still blind, each by another expert.
        var blind = new Dictionary<string, string>
        {
            ["expert-02"] = "无体系化指标和管理评审", ["expert-03"] = "无独立监督，治理单薄", ["expert-06"] = "旧壶回收分析是难得的顾客信息来源",
        };
        using var client = await demo.App.Api(person);

        var given = await Everything(client);

        Assert.All(blind, b => Assert.Equal(b.Key == person, given.Contains(b.Value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Conflict_grounds_are_for_the_office_and_the_supervisor()
    {
        foreach (var person in Everybody)
        {
            using var client = await demo.App.Api(person);
            var knows = person is "office" or "office2" or "supervisor";
            Assert.Equal(knows, (await Everything(client)).Contains("有偿培训，请办公室核实", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("supervisor", """{"act":"open","dossier":"org-10"}""", "NotAllowed")]
    [InlineData("office", """{"act":"mark","dossier":"org-11","criterion":"4.1.2","rate":50}""", "NotAllowed")]
    [InlineData("expert-02", """{"act":"reveal","dossier":"org-11"}""", "NotAllowed")]
    [InlineData("expert-02", """{"act":"open","dossier":"org-10"}""", "NotAllowed")]
    [InlineData("expert-02", """{"act":"submit","dossier":"org-11"}""", "AlreadySubmitted")]
    [InlineData("expert-01", """{"act":"mark","dossier":"org-10","criterion":"4.1.2","rate":50}""", "WrongPhase")]
    [InlineData("expert-01", """{"act":"mark","dossier":"org-01","criterion":"4.1.2","rate":50}""", "WrongPhase")]
    [InlineData("expert-01", """{"act":"mark","dossier":"org-11","criterion":"9.9.9","rate":50}""", "UnknownCriterion")]
    [InlineData("expert-01", """{"act":"mark","dossier":"org-11","criterion":"4.1.2","rate":47}""", "RateOffGrid")]
    [InlineData("expert-01", """{"act":"submit","dossier":"org-11"}""", "SheetIncomplete")]
    [InlineData("expert-01", """{"act":"submit","dossier":"nothing"}""", "NotFound")]
    public async Task The_wrong_person_or_moment_is_refused_with_its_reason(string person, string act, string code)
    {
        using var client = await demo.App.Api(person);

        using var answer = await client.Raw("/api/rooms/panel-a/acts", act.Replace("{\"act\"", $"{{\"commandId\":\"{ApiClient.NewId()}\",\"act\"", StringComparison.Ordinal));

        Assert.Equal(code, (string?)(await answer.Json())["code"]);
        Assert.Equal(code == nameof(RefusalCode.NotFound) ? HttpStatusCode.NotFound : HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Every answer this caller can have by reading, headers included.</summary>
    private static async Task<string> Everything(HttpClient client)
    {
        var all = new System.Text.StringBuilder();
        foreach (var path in Reads)
        {
            using var answer = await client.GetAsync(path);
            all.Append(answer.Headers).Append(answer.Content.Headers).Append(await answer.Content.ReadAsStringAsync());
        }
        return all.ToString();
    }
}
