using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ReviewRoom.Domain.Law;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Law;

public sealed class RegulationApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_reads_the_regulation_and_the_office_writes_its_next_version()
    {
        await using var app = await AppUnderTest.Start();
        using var stranger = app.Visitor();
        using var office = await app.SignedIn("office");

        var first = await stranger.GetFromJsonAsync<JsonObject>("/api/regulation", Ct);
        using var posted = await office.PostAsJsonAsync("/api/regulation/acts", Act("c1"), Ct);
        var second = await stranger.GetFromJsonAsync<JsonObject>("/api/regulation/2", Ct);
        var seen = await office.GetFromJsonAsync<JsonObject>("/api/regulation/2", Ct);

        Assert.Equal((1, 27, 27), ((int)first!["version"]!, first["regulation"]!["articles"]!.AsArray().Count, first["rules"]!.AsArray().Count));
        Assert.Equal("asGiven", (string?)first["regulation"]!["articles"]![3]!["fidelity"]);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Equal("新的条文", (string?)second!["regulation"]!["articles"]![13]!["text"]);
        Assert.Null(second["history"]![0]!["by"]);
        Assert.Equal("Office", (string?)seen!["history"]![0]!["by"]);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/api/regulation/3", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/regulation?v=3", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/regulation?v=x", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_version_that_may_not_be_is_refused_in_words()
    {
        await using var app = await AppUnderTest.Start();
        using var stranger = app.Visitor();
        using var office = await app.SignedIn("office");
        using var supervisor = await app.SignedIn("supervisor");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsJsonAsync("/api/regulation/acts", Act("c1"), Ct)).StatusCode);
        Assert.Equal((409, "NotAllowed", null), await Problem(supervisor, Act("c2")));
        Assert.Equal((409, "ArticleFixed", null), await Problem(office, Act("c3", number: 11)));
        Assert.Equal((422, "Malformed", "from"), await Problem(office, Act("c4", from: "2020-01-01")));
        Assert.Equal((422, "Malformed", "from"), await Problem(office, Act("c5", from: "tomorrow")));
        Assert.Equal((422, "Malformed", "articles"), await Problem(office, new JsonObject { ["commandId"] = "c6", ["act"] = "amendRegulation", ["base"] = 1, ["from"] = "2100-01-01", ["reason"] = "r", ["articles"] = new JsonArray([null]) }));
        Assert.Equal((422, "Malformed", "act"), await Problem(office, new JsonObject { ["commandId"] = "c7", ["act"] = "takeRegulation", ["regulation"] = new JsonObject() }));
        Assert.Single(app.Get<LiveRegulations>().Book.Versions);

        static async Task<(int, string?, string?)> Problem(HttpClient who, JsonObject act)
        {
            using var answer = await who.PostAsJsonAsync("/api/regulation/acts", act, Ct);
            var told = await answer.Content.ReadFromJsonAsync<JsonObject>(Ct);
            return ((int)answer.StatusCode, (string?)told!["code"], (string?)told["field"]);
        }
    }

    [Fact]
    public async Task A_second_start_keeps_the_versions_that_are_there()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-");
        try
        {
            byte[] before;
            await using (var app = await AppUnderTest.Empty(demo: true, dataFolder: folder.FullName))
            {
                var answer = await app.Get<LiveRegulations>().Ask("office", "c1", new AmendRegulation(1, app.Get<LiveRegulations>().Today, "because", [ABook.Wording(24, "new")]), Ct);
                Assert.NotNull(answer.Receipt);
                before = Domain.Canonical.Bytes(app.Get<LiveRegulations>().View("office"));
            }
            await using (var again = await AppUnderTest.Empty(demo: true, dataFolder: folder.FullName))
                Assert.Equal(before, Domain.Canonical.Bytes(again.Get<LiveRegulations>().View("office")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Act(string commandId, int number = 14, string from = "2100-01-01") => new()
    {
        ["commandId"] = commandId, ["act"] = "amendRegulation", ["base"] = 1, ["from"] = from, ["reason"] = "按会议纪要",
        ["articles"] = new JsonArray(new JsonObject { ["number"] = number, ["title"] = new JsonObject { ["zh"] = "推荐", ["en"] = "Recommendation" }, ["text"] = "新的条文" }),
    };
}
