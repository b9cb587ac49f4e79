using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Api;

public sealed class ApiFuzzTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly string[] Acts = [.. typeof(RoomAct).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => (string)(a.TypeDiscriminator ?? ""))];

    private static readonly string[] Members =
        ["dossier", "criterion", "rate", "reason", "text", "place", "about", "because", "how", "kind", "conflict", "type", "note", "seat", "person", "personId", "name", "at", "dissent", "derived", "commandId", "settings", "seats", "dossiers", "rubric"];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-5", "60", "65.5", "1e400", "9999999999", "\"\"", "\"org-11\"", "\"org-10\"", "\"org-04\"", "\"4.1.2\"", "\"A\"", "\"ZZ\"", "\"agreed\"", "\"Agreed\"", "\"strength\"",
        "\"RELATIVE\"", "\"2026-13-45\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"<script>\"", "[]", "{}", "[null]", "{\"at\":\"4.1.2 ¶1\"}",
        "{\"at\":null}", "{\"at\":7}", "[[[[[[]]]]]]", "\"" + new string('x', 5000) + "\"",
    ];

    private static readonly Gen<string> Body =
        Gen.Select(Gen.Int[0, Acts.Length - 1], Gen.Select(Gen.Int[0, Members.Length - 1], Gen.Int[0, Values.Length - 1]).Array[0, 6], Gen.Int[0, 9], (act, members, shape) =>
            shape switch
            {
                0 => $"{{\"commandId\":\"{ApiClient.NewId()}\",{string.Join(',', members.Select(m => $"\"{Members[m.Item1]}\":{Values[m.Item2]}"))}",
                1 => string.Join(',', members.Select(m => Values[m.Item2])),
                _ => "{" + string.Join(',', members.DistinctBy(m => m.Item1).Where(m => Members[m.Item1] != "commandId").Select(m => $"\"{Members[m.Item1]}\":{Values[m.Item2]}")
                    .Prepend($"\"act\":\"{Acts[act]}\"").Append($"\"commandId\":\"{ApiClient.NewId()}\"")) + "}",
            });

    [Theory]
    [InlineData("expert-07")]
    [InlineData("office2")]
    [InlineData("supervisor")]
    public async Task Whatever_is_sent_the_answer_is_a_receipt_or_a_reason(string person)
    {
        using var client = await demo.App.Api(person);
        HttpStatusCode[] expected = [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity];

        await Body.SampleAsync(async body =>
        {
            using var answer = await client.Raw("/api/rooms/panel-b/acts".Replace("panel-b", person == "expert-07" ? "panel-a" : "panel-b", StringComparison.Ordinal), body);
            Assert.True(expected.Contains(answer.StatusCode), $"{answer.StatusCode}: {body}");
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
            Assert.True(json.RootElement.TryGetProperty(answer.StatusCode == HttpStatusCode.OK ? "receipt" : "code", out _), body);
        }, iter: 400, threads: 1);
    }

    [Theory]
    [InlineData("GET", "/api/rooms/%00")]
    [InlineData("GET", "/api/rooms/..%2f..%2fetc")]
    [InlineData("GET", "/api/rooms/panel-a/dossiers/%F0%9F%92%A9")]
    [InlineData("GET", "/api/sessions/%27%20or%201=1/standings")]
    [InlineData("HEAD", "/api/rooms/panel-a")]
    [InlineData("DELETE", "/api/rooms/panel-a")]
    [InlineData("PUT", "/api/rooms/panel-a")]
    [InlineData("PATCH", "/api/rooms/panel-a/acts")]
    [InlineData("OPTIONS", "/api/rooms/panel-a")]
    [InlineData("GET", "/api/rooms/panel-a/acts")]
    [InlineData("GET", "/api/sign-in")]
    [InlineData("BREW", "/api/rooms")]
    public async Task An_odd_address_or_method_is_answered_without_a_fault(string method, string path)
    {
        using var client = await demo.App.Api("office");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await client.SendAsync(request);

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }
}
