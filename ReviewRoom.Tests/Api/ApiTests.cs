using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Api;

public sealed class ApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private AppUnderTest App => demo.App;

    [Fact]
    public async Task Signing_in_gives_the_cookie_and_signing_out_takes_it()
    {
        using var client = await App.Api("expert-02");
        var me = await (await client.GetAsync("/api/me")).Json();

        using var left = await client.PostAsJsonAsync("/api/sign-out", new { });
        using var after = await client.GetAsync("/api/me");

        Assert.Equal("""{"id":"expert-02","name":"杜清源","roles":["expert"],"seats":[{"room":"panel-a","seat":"B","leads":false}]}""", me.ToJsonString(Canonical.Options));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (left.StatusCode, after.StatusCode));
    }

    [Theory]
    [InlineData("""{"userName":"expert-20","password":"wrong"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"userName":"nobody-here","password":"wrong"}""", HttpStatusCode.Unauthorized)]
    [InlineData("""{"userName":"expert-20"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"userName":7,"password":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    public async Task A_sign_in_that_is_not_right_is_told_so(string body, HttpStatusCode expected)
    {
        using var client = App.Visitor();

        using var answer = await client.Raw("/api/sign-in", body);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Many_wrong_passwords_have_to_wait_and_do_not_lock_the_account_elsewhere()
    {
        using var client = App.Visitor();
        for (var i = 0; i < 3; i++) (await client.PostAsJsonAsync("/api/sign-in", new { userName = "expert-28", password = "wrong" })).Dispose();

        using var answer = await client.PostAsJsonAsync("/api/sign-in", new { userName = "expert-28", password = AppUnderTest.Password });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("expert-01", "panel-a")]
    [InlineData("expert-09", "panel-b")]
    [InlineData("office", "panel-b")]
    [InlineData("supervisor", "panel-a")]
    public async Task A_room_is_byte_for_byte_what_the_page_is_given(string person, string room)
    {
        using var client = await App.Api(person);

        using var answer = await client.GetAsync($"/api/rooms/{room}");

        var view = App.Get<LiveRooms>().View(person, room);
        Assert.NotNull(view);
        Assert.Equal(Canonical.Bytes(view), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"\"{view.Etag}\"", answer.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task A_room_that_has_not_changed_is_not_sent_again()
    {
        using var client = await App.Api("expert-03");
        using var first = await client.GetAsync("/api/rooms/panel-a");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/rooms/panel-a");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException("no etag"));

        using var answer = await client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task A_mark_gives_a_receipt_and_the_same_command_the_same_one()
    {
        using var client = await App.Api("expert-04");
        var mark = new { commandId = ApiClient.NewId(), act = "mark", dossier = "org-11", criterion = "4.7.7", rate = 55 };

        var first = (await (await client.Act("panel-a", mark)).Json()).ToJsonString();
        var again = (await (await client.Act("panel-a", mark)).Json()).ToJsonString();
        var view = App.Get<LiveRooms>().View("expert-04", "panel-a");

        Assert.Equal(first, again);
        Assert.Contains("\"stream\":\"room/panel-a\"", first, StringComparison.Ordinal);
        Assert.Equal(55, view?.Dossiers.Single(d => d.Id == "org-11").Mine?.Marks["4.7.7"]);
    }

    [Fact]
    public async Task The_same_command_with_another_act_is_refused()
    {
        using var client = await App.Api("expert-04");
        var id = ApiClient.NewId();
        (await client.Act("panel-a", new { commandId = id, act = "mark", dossier = "org-11", criterion = "4.7.6", rate = 55 })).Dispose();

        using var answer = await client.Act("panel-a", new { commandId = id, act = "mark", dossier = "org-11", criterion = "4.7.6", rate = 60 });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("CommandReused", (string?)(await answer.Json())["code"]);
    }

    [Fact]
    public async Task A_refusal_is_problem_details_with_its_arguments_in_the_language_of_the_reader()
    {
        using var client = await App.Api("expert-01");
        client.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");

        using var answer = await client.Act("panel-a", new { commandId = ApiClient.NewId(), act = "close", dossier = "org-04" });

        var problem = await answer.Json();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("ItemsOpen", (string?)problem["code"]);
        Assert.NotEmpty(problem["criteria"]?.AsArray() ?? []);
        Assert.StartsWith("These items are still open: 4.", (string?)problem["title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"act":"mark","dossier":"org-11","criterion":"4.7.7","rate":60}""", "commandId")]
    [InlineData("""{"commandId":"","act":"mark"}""", "commandId")]
    [InlineData("""{"commandId":"a"}""", "act")]
    [InlineData("""{"commandId":"a","act":"steal"}""", "act")]
    [InlineData("""{"commandId":"a","act":"createRoom"}""", "act")]
    [InlineData("""{"commandId":"a","act":"mark","dossier":"org-11","criterion":"4.7.7","rate":"x"}""", "rate")]
    [InlineData("""{"commandId":"a","act":"mark","dossier":"org-11","criterion":"4.7.7","rate":1e99}""", "rate")]
    [InlineData("""{"commandId":"a","act":"mark","dossier":7,"criterion":"4.7.7","rate":60}""", "dossier")]
    [InlineData("""{"commandId":"a","act":"closeItem","dossier":"org-04","criterion":"4.7.7","how":"agreed, differ"}""", "how")]
    [InlineData("""{"commandId":"a","act":"closeItem","dossier":"org-04","criterion":"4.7.7","how":0}""", "how")]
    [InlineData("""{"commandId":"a","act":"submit","dossier":"org-11","dossier":"org-10"}""", "body")]
    [InlineData("{", "body")]
    [InlineData("\"x\"", "body")]
    [InlineData("", "body")]
    public async Task What_is_malformed_names_its_field(string body, string field)
    {
        using var client = await App.Api("expert-01");

        using var answer = await client.Raw("/api/rooms/panel-a/acts", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, (string?)(await answer.Json())["field"]);
    }

    [Fact]
    public async Task What_is_too_deep_too_large_or_not_JSON_is_declined()
    {
        using var client = await App.Api("expert-01");

        using var deep = await client.Raw("/api/rooms/panel-a/acts", new string('[', 5000) + new string(']', 5000));
        using var large = await client.Raw("/api/rooms/panel-a/acts", $$"""{"commandId":"a","act":"remark","text":"{{new string('x', 70_000)}}"}""");
        using var form = await client.Raw("/api/rooms/panel-a/acts", "act=mark", "application/x-www-form-urlencoded");

        Assert.Equal((422, 413, 415), ((int)deep.StatusCode, (int)large.StatusCode, (int)form.StatusCode));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Conflict)]
    public async Task An_act_from_another_site_is_declined(string? origin, HttpStatusCode expected)
    {
        using var client = await App.Api("expert-01");
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await client.Act("panel-a", new { commandId = ApiClient.NewId(), act = "close", dossier = "org-04" });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_text_comes_with_its_outline_to_who_may_read_it()
    {
        using var client = await App.Api("expert-01");

        var text = await (await client.GetAsync("/api/rooms/panel-a/dossiers/org-04")).Json();
        using var undeclared = await client.GetAsync("/api/rooms/panel-a/dossiers/org-10");

        Assert.Contains("data-place=\"4.7.3 ¶", (string?)text["html"], StringComparison.Ordinal);
        Assert.Contains(text["outline"]?.AsArray() ?? [], heading => (string?)heading?["code"] == "4.7.3");
        Assert.Equal(HttpStatusCode.NotFound, undeclared.StatusCode);
    }

    [Fact]
    public async Task The_offices_export_verifies()
    {
        using var client = await App.Api("office");

        using var answer = await client.GetAsync("/api/rooms/panel-b/export.jsonl");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.True(ExportLine.TryRead(System.Text.Encoding.UTF8.GetBytes(line), out _)));
        Assert.Equal(App.Get<LiveRooms>().Find("panel-b")?.State.Version, lines.Length);
    }

    [Fact]
    public async Task The_description_lists_every_act_and_needs_no_sign_in()
    {
        using var client = App.Visitor();

        var description = (await (await client.GetAsync("/openapi/v1.json")).Json()).ToJsonString();

        Assert.All((string[])["/api/rooms/{id}/acts", "/api/sign-in", "/api/sessions/{id}/standings", "commandId", "\"declare\"", "\"mark\"", "\"contestConflict\""],
            word => Assert.Contains(word, description, StringComparison.Ordinal));
        Assert.DoesNotContain("/theme", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ships_as_data_is_never_served()
    {
        using var client = await App.Api("office");
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));

        foreach (var path in (string[])["/data/demo/scores.json", "/demo/scores.json", "/data/scheme/yangquan-quality-award.json", "/data/demo/dossiers/org-04.md", "/wwwroot-assets/data/demo/meeting.json", "/_content/data/demo/scores.json"])
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
