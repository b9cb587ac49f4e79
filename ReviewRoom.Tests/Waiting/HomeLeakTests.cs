using System.Text.RegularExpressions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Waiting;

/// <summary>The home of a session tells each what is his: what he may not know moves no byte of it.</summary>
public sealed partial class HomeLeakTests
{
    [Fact]
    public async Task Nothing_that_is_not_his_moves_a_byte_of_a_persons_home()
    {
        await using var app = await AppUnderTest.Demo();
        string[] people = ["applicant-10", "county-140311", "unit-01", "expert-08", "expert-20", "admin"];
        var before = new List<string>();
        foreach (var person in people) before.Add(await Home(app, person));

        await Done(app, "applicant-12", "/api/sessions/session-6/applications/org-12/acts", """{"act":"withdraw","reason":"canary"}""");
        await Done(app, "expert-01", "/api/rooms/panel-a/acts", """{"act":"mark","dossier":"org-11","criterion":"4.7.7","rate":45}""");
        await Done(app, "supervisor", "/api/rooms/panel-a/acts", """{"act":"raiseConflict","dossier":"org-11","seat":"A","type":"RELATIVE","note":"canary"}""");
        await Done(app, "unit-14", "/api/sessions/session-6/acts", """{"act":"reply","objections":[{"candidate":"org-01","condition":"E5","text":"canary"}]}""");
        await Done(app, "office", "/api/sessions/session-6/applications/org-10/acts", """{"act":"checkCondition","submission":1,"condition":"E2","result":"notMet","evidence":["canary"],"text":"canary"}""");

        foreach (var (person, was) in people.Zip(before)) Assert.Equal(was, await Home(app, person));
        Assert.Contains("\"org-01\"", await Home(app, "office"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_of_the_office_is_recused_reads_of_nobody_who_waits_because_of_that_applicant()
    {
        await using var app = await AppUnderTest.Demo();
        Assert.Contains("通衢", await Home(app, "office2"), StringComparison.Ordinal);

        Assert.Null((await app.Get<LiveRooms>().Ask("supervisor", "panel-a", "raise", new RaiseConflict("org-10", null, "RELATIVE", "canary", "office2"))).Refusal);

        Assert.All((string[])["通衢", "org-10", "canary"], word => Assert.DoesNotContain(word, Home(app, "office2").GetAwaiter().GetResult(), StringComparison.Ordinal));
        Assert.Contains("通衢", await Home(app, "office"), StringComparison.Ordinal);
    }

    /// <summary>The minute goes on whatever anybody does.</summary>
    private static async Task<string> Home(AppUnderTest app, string person)
    {
        using var client = await app.Api(person);
        using var answer = await client.GetAsync("/api/sessions/session-6/home");
        return Minute().Replace($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}", "");
    }

    private static async Task Done(AppUnderTest app, string person, string path, string act)
    {
        using var client = await app.Api(person);
        using var answer = await client.Raw(path, act.Insert(1, $"\"commandId\":\"{ApiClient.NewId()}\","));
        Assert.True(answer.IsSuccessStatusCode, $"{act}: {await answer.Content.ReadAsStringAsync()}");
    }

    [GeneratedRegex("\"minute\":\"[^\"]*\",")]
    private static partial Regex Minute();
}
