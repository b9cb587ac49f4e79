using System.Net;
using System.Net.Http.Json;

namespace ReviewRoom.Tests.Api;

public sealed class BoardsApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_office_releases_a_rate_and_finds_it_on_its_desk()
    {
        using var office = await demo.App.Api("office");

        using var answer = await office.PostAsJsonAsync("/api/boards/hall/acts", new { commandId = ApiClient.NewId(), act = "release", dossier = "org-01", what = "rate" });
        var desk = await (await office.GetAsync("/api/boards/hall")).Json();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("79.31", (string?)desk["rows"]?.AsArray().Single(row => (string?)row?["dossier"] == "org-01")?["rateShown"]);
    }

    [Fact]
    public async Task A_blind_dossier_cannot_be_shown()
    {
        using var office = await demo.App.Api("office");

        using var answer = await office.PostAsJsonAsync("/api/boards/hall/acts", new { commandId = ApiClient.NewId(), act = "release", dossier = "org-11", what = "rate" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("NotReleasable", (string?)(await answer.Json())["code"]);
    }

    [Theory]
    [InlineData("""{"commandId":"a","act":"createBoard","title":"x","session":"session-6","sessionTitle":"x"}""", "act")]
    [InlineData("""{"commandId":"a","act":"stale","room":"panel-a","dossier":"org-01"}""", "act")]
    [InlineData("""{"commandId":"a","act":"release","dossier":"org-01","what":"everything"}""", "what")]
    [InlineData("""{"commandId":"a","act":"release","dossier":"org-01","what":"rate","now":{}}""", null)]
    public async Task Only_the_offices_own_acts_are_taken(string body, string? field)
    {
        using var office = await demo.App.Api("office2");

        using var answer = await office.Raw("/api/boards/hall/acts", body);

        Assert.Equal(field is null ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        if (field is not null) Assert.Equal(field, (string?)(await answer.Json())["field"]);
    }

    [Fact]
    public async Task A_code_opens_one_display_once_until_it_is_closed()
    {
        using var office = await demo.App.Api("office");
        using var screen = demo.App.Visitor();
        using var other = demo.App.Visitor();

        var code = (string?)(await (await office.PostAsJsonAsync("/api/boards/hall/displays", new { })).Json())["code"];
        using var first = await screen.GetAsync($"/board/{code}");
        using var second = await other.GetAsync($"/board/{code}");
        using var open = await screen.GetAsync("/board/open");
        using var refused = await other.GetAsync("/board/open");
        var displays = await (await office.GetAsync("/api/boards/hall/displays")).Json();
        foreach (var display in displays.AsArray()) (await office.PostAsJsonAsync($"/api/boards/hall/displays/{(string?)display?["id"]}/close", new { })).Dispose();
        using var closed = await screen.GetAsync("/board/open");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (open.StatusCode, refused.StatusCode, closed.StatusCode));
        Assert.DoesNotContain("codeHash", displays.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("expert-01", "404 404 404 404")]
    [InlineData("admin", "404 404 404 404")]
    [InlineData("supervisor", "200 409 404 404")]
    public async Task To_all_others_there_is_no_board_to_run(string person, string expected)
    {
        using var client = await demo.App.Api(person);

        using var desk = await client.GetAsync("/api/boards/hall");
        using var act = await client.PostAsJsonAsync("/api/boards/hall/acts", new { commandId = ApiClient.NewId(), act = "blank" });
        using var displays = await client.GetAsync("/api/boards/hall/displays");
        using var code = await client.PostAsJsonAsync("/api/boards/hall/displays", new { });

        Assert.Equal(expected, $"{(int)desk.StatusCode} {(int)act.StatusCode} {(int)displays.StatusCode} {(int)code.StatusCode}");
    }
}
