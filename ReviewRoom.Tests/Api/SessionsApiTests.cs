using System.Net;
using System.Net.Http.Json;

namespace ReviewRoom.Tests.Api;

/// <summary>Award sessions through the programming interface, as the demonstration has one.</summary>
public sealed class SessionsApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Path = "/api/sessions/session-6";

    [Fact]
    public async Task The_demonstrations_consultation_adds_up_to_its_units()
    {
        using var office = await demo.App.Api("office2");

        var asked = (await (await office.GetAsync(Path)).Json())["consultation"]!;

        Assert.Equal((42, 38), (asked["units"]!.AsArray().Count, (int)asked["replied"]!));
        Assert.Equal(["org-01", "org-02", "org-05", "org-06"], asked["rows"]!.AsArray().Select(r => (string)r!["candidate"]!));
        Assert.All(asked["rows"]!.AsArray(), row => Assert.Equal(42, (int)row!["without"]! + (int)row["with"]! + (int)row["open"]!));
        Assert.Equal([false, true], asked["objections"]!.AsArray().Select(o => o!["verdict"] is not null).Order());
        Assert.Equal([0, 0, 1, 2], asked["units"]!.AsArray().Where(u => u!["repliedAt"] is null).Select(u => (int)u!["reminders"]!).Order());
    }

    [Theory]
    [InlineData("office", """{"act":"reply","objections":[]}""", "NotAllowed")]
    [InlineData("supervisor", """{"act":"remind","bodies":["unit-14"]}""", "NotAllowed")]
    [InlineData("leading", """{"act":"decideOpinion","body":"unit-21","candidate":"org-02","verdict":"adopted","reason":"r"}""", "NotAllowed")]
    [InlineData("leading", """{"act":"reply","objections":[]}""", "NotFound")]
    [InlineData("unit-02", """{"act":"closeConsultation"}""", "NotAllowed")]
    [InlineData("unit-02", """{"act":"propose"}""", "NotAllowed")]
    [InlineData("unit-02", """{"act":"reply","objections":[{"candidate":"org-09","condition":"E5","text":"t"}]}""", "Malformed")]
    [InlineData("unit-27", """{"act":"reply","objections":[]}""", "OpinionDecided")]
    [InlineData("expert-01", """{"act":"reply","objections":[]}""", "NotFound")]
    [InlineData("admin", """{"act":"planSession","title":"x","regulation":"1","year":2026,"deadline":"2026-10-20","steps":[],"settings":{}}""", "NotFound")]
    [InlineData("office", """{"act":"closeConsultation"}""", "NotDue")]
    [InlineData("office", """{"act":"propose"}""", "WrongStage")]
    public async Task The_wrong_person_or_moment_is_refused_with_its_reason(string person, string act, string code)
    {
        using var client = await demo.App.Api(person);

        using var answer = await client.Raw($"{Path}/acts", act.Replace("{\"act\"", $"{{\"commandId\":\"{ApiClient.NewId()}\",\"act\"", StringComparison.Ordinal));

        Assert.Equal(code, (string?)(await answer.Json())["code"]);
        Assert.Equal(code switch { "NotFound" => HttpStatusCode.NotFound, "Malformed" => HttpStatusCode.UnprocessableEntity, _ => HttpStatusCode.Conflict }, answer.StatusCode);
    }

    [Fact]
    public async Task A_unit_is_given_its_own_and_nothing_of_other_units_scores_or_experts()
    {
        using var unit = await demo.App.Api("unit-02");

        using var answer = await unit.GetAsync(Path);
        var given = answer.Headers + answer.Content.Headers.ToString() + await answer.Content.ReadAsStringAsync();

        Assert.Contains("阳泉市财政局", given, StringComparison.Ordinal);
        Assert.All((string[])["unit-21", "生态环境", "窑炉", "轻伤", "org-04", "points", "rate", "韩牧之", "expert-", "bodies", "people"], word => Assert.DoesNotContain(word, given, StringComparison.Ordinal));
    }
}

/// <summary>A reply through the programming interface; in a demonstration of its own, since it changes the counts.</summary>
public sealed class ReplyApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_unit_is_given_a_receipt_and_the_same_request_again_the_same_receipt()
    {
        using var unit = await demo.App.Api("unit-25");
        var request = new { commandId = ApiClient.NewId(), act = "reply", objections = Array.Empty<object>() };

        var (first, again) = (await (await unit.PostAsJsonAsync("/api/sessions/session-6/acts", request)).Json(), await (await unit.PostAsJsonAsync("/api/sessions/session-6/acts", request)).Json());

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(1, (int)(await (await unit.GetAsync("/api/sessions/session-6")).Json())["own"]!["receipt"]!);
    }
}
