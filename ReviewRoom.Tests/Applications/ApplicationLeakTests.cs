using System.Net;
using System.Net.Http.Json;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Applications;

/// <summary>What one applicant is sent does not depend on any other, nor on marks, experts or replies; and who of the office is recused is sent nothing.</summary>
public sealed class ApplicationLeakTests
{
    [Fact]
    public async Task Nothing_of_others_moves_a_byte_of_what_an_applicant_is_sent()
    {
        await using var app = await AppUnderTest.Demo();
        using var applicant = await app.Api("applicant-10");
        var before = await Everything(applicant);

        await Done(app, "applicant-12", "/api/sessions/session-6/applications/org-12/acts", """{"act":"withdraw","reason":"canary"}""");
        await Done(app, "expert-01", "/api/rooms/panel-a/acts", """{"act":"mark","dossier":"org-11","criterion":"4.7.7","rate":45}""");
        await Done(app, "supervisor", "/api/rooms/panel-a/acts", """{"act":"raiseConflict","dossier":"org-10","seat":"A","type":"RELATIVE","note":"canary"}""");
        await Done(app, "unit-14", "/api/sessions/session-6/acts", """{"act":"reply","objections":[]}""");
        await Done(app, "office", "/api/sessions/session-6/applications/org-10/acts", """{"act":"checkCondition","submission":1,"condition":"E2","result":"notMet","evidence":["canary"],"text":"canary"}""");

        Assert.Equal(before, await Everything(applicant));
    }

    [Fact]
    public async Task Who_of_the_office_is_recused_from_an_applicant_finds_no_application_and_another_acts()
    {
        await using var app = await AppUnderTest.Demo();
        Assert.Null((await app.Get<LiveRooms>().Ask("supervisor", "panel-a", "raise", new RaiseConflict("org-10", null, "RELATIVE", "note", "office2"))).Refusal);
        using var recused = await app.Api("office2");
        using var other = await app.Api("office");

        Assert.Equal(HttpStatusCode.NotFound, (await recused.GetAsync("/api/sessions/session-6/applications/org-10")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await recused.GetAsync("/api/sessions/session-6/applications/org-10/dossier")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await recused.GetAsync("/api/sessions/session-6/applications/org-10/files/org-10-f1")).StatusCode);
        Assert.DoesNotContain("org-10", await recused.GetStringAsync("/api/sessions/session-6/applications"), StringComparison.Ordinal);
        const string check = """{"commandId":"c1","act":"checkCondition","submission":1,"condition":"E2","result":"met","evidence":[],"text":""}""";
        Assert.Equal(HttpStatusCode.NotFound, (await recused.Raw("/api/sessions/session-6/applications/org-10/acts", check)).StatusCode);
        Assert.Equal("AlreadySettled", (string?)(await (await other.Raw("/api/sessions/session-6/applications/org-10/acts", check.Replace("c1", "c2", StringComparison.Ordinal).Replace("[],\"text\":\"\"", "[\"自评报告\",\"行业地位证明\"],\"text\":\"自评报告和行业地位证明齐备，水平由专家评审。\"", StringComparison.Ordinal))).Json())["code"]);
    }

    private static async Task<string> Everything(HttpClient applicant)
    {
        var all = new System.Text.StringBuilder();
        foreach (var path in (string[])["/api/applications", "/api/sessions/session-6/applications", "/api/sessions/session-6/applications/org-10", "/api/sessions/session-6/applications/org-12"])
        {
            using var answer = await applicant.GetAsync(path);
            all.Append(answer.StatusCode).Append(await answer.Content.ReadAsStringAsync());
        }
        return all.ToString();
    }

    private static async Task Done(AppUnderTest app, string person, string path, string act)
    {
        using var client = await app.Api(person);
        using var answer = await client.Raw(path, act.Insert(1, $"\"commandId\":\"{ApiClient.NewId()}\","));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{act}: {await answer.Content.ReadAsStringAsync()}");
    }
}
