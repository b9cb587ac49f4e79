using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Tests.Decisions;

namespace ReviewRoom.Tests.Api;

/// <summary>A server, and one signed-in person for the many questions: signing in costs more than answering.</summary>
public sealed class SimulationCaller : IAsyncLifetime
{
    private AppUnderTest? app;
    private HttpClient? expert;

    public AppUnderTest App => app ?? throw new InvalidOperationException("The server has not started.");

    public HttpClient Expert => expert ?? throw new InvalidOperationException("Nobody has signed in.");

    public async ValueTask InitializeAsync()
    {
        app = await AppUnderTest.Start();
        expert = await app.Api("expert-01");
    }

    public ValueTask DisposeAsync()
    {
        expert?.Dispose();
        return App.DisposeAsync();
    }
}

public sealed class SimulationApiTests(SimulationCaller caller) : IClassFixture<SimulationCaller>
{
    private const string Path = "/api/simulate/decision";

    private const string Example =
        """
        { "year": 2026, "asOf": "2026-10-20", "of": 1000, "settings": { },
          "candidates": [ { "id": "a", "kind": "organisation", "points": "612.5", "of": 1000, "siteReview": "600", "results": "250", "wonBefore": [ ], "blocked": false } ] }
        """;

    private const string Defaults =
        """
        { "rankingScale": "scoreRate", "tieBreak": "siteThenResultsThenLeadingGroup", "passLinePerGrade": "sameForBoth", "repeatScope": "sameGrade", "repeatAppliesTo": "both",
          "formerSystemCounts": "yes", "nominationMayApplyForMain": "allowed", "repeatQuota": "rankedOutsideQuota" }
        """;

    [Theory]
    [InlineData("expert-01")]
    [InlineData("office")]
    [InlineData("supervisor")]
    [InlineData("admin")]
    public async Task The_example_is_answered_as_the_interface_gives_it_to_whoever_is_signed_in(string person)
    {
        using var client = await caller.App.Api(person);

        using var answer = await client.Raw(Path, Example);

        Same(
            $$"""
            { "main": [ { "id": "a", "rank": 1, "rate": "61.25", "outsideQuota": false, "amountYuan": 300000, "articles": [4, 11, 19] } ],
              "nomination": [], "notAwarded": [], "undecided": [], "vacant": { "main": 2, "nomination": 5 }, "settings": {{Defaults}} }
            """,
            await answer.Json());
    }

    [Fact]
    public async Task The_same_candidate_with_an_expired_main_award_is_outside_the_quota_and_without_money()
    {
        using var answer = await caller.Expert.Raw(Path, Example.Replace("[ ]", """[ { "grade": "main", "year": 2019 } ]""", StringComparison.Ordinal));

        Same(
            $$"""
            { "main": [ { "id": "a", "rank": 1, "rate": "61.25", "outsideQuota": true, "amountYuan": 0, "articles": [4, 11, 23] } ],
              "nomination": [], "notAwarded": [], "undecided": [], "vacant": { "main": 3, "nomination": 5 }, "settings": {{Defaults}} }
            """,
            await answer.Json());
    }

    [Fact]
    public async Task Ties_and_refusals_are_told_with_their_members_and_the_settings_as_applied()
    {
        using var answer = await caller.Expert.Raw(Path, Notation.Json("tieBreak=leadingGroup formerSystemCounts=no", "a=900 b=800 c=700 d=700 e=650 f=16799/28 g=900 ! h=950 M2025"));

        var settings = Defaults.Replace("siteThenResultsThenLeadingGroup", "leadingGroup", StringComparison.Ordinal).Replace("\"yes\"", "\"no\"", StringComparison.Ordinal);
        Same(
            $$"""
            { "main": [ { "id": "a", "rank": 1, "rate": "90.00", "outsideQuota": false, "amountYuan": 300000, "articles": [4, 11, 19] },
                        { "id": "b", "rank": 2, "rate": "80.00", "outsideQuota": false, "amountYuan": 300000, "articles": [4, 11, 19] } ],
              "nomination": [],
              "notAwarded": [ { "id": "f", "reason": "belowThreshold", "rate": "59.99", "articles": [11] }, { "id": "g", "reason": "blocked", "rate": "90.00", "articles": [5] },
                              { "id": "h", "reason": "withinValidity", "rate": "95.00", "articles": [4] } ],
              "undecided": [ { "grade": "main", "places": 1, "ids": ["c", "d"], "pending": ["e"] } ],
              "vacant": { "main": 0, "nomination": 0 }, "settings": {{settings}} }
            """,
            await answer.Json());
    }

    [Theory]
    [MemberData(nameof(HandWorked.Cases), MemberType = typeof(HandWorked))]
    public async Task The_cases_worked_by_hand_are_answered_so(string about, string frame, string candidates, string expected, int thousandYuan)
    {
        using var answer = await caller.Expert.Raw(Path, Notation.Json(frame, candidates));

        Assert.True(answer.StatusCode == HttpStatusCode.OK, about);
        var decision = Canonical.Read<Decision>(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(expected, Notation.Of(decision));
        Assert.Equal(thousandYuan * 1000, decision.Main.Concat(decision.Nomination).Sum(a => a.AmountYuan));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "year", """ "year": 0 """ }, { "year", """ "year": "2026" """ }, { "year", """ "year": 2026.5 """ }, { "year", """ "year": 20260 """ }, { "year", """ "year": null """ },
        { "asOf", """ "asOf": "2026-13-01" """ }, { "asOf", """ "asOf": "2026-02-29" """ }, { "asOf", """ "asOf": "20.10.2026" """ }, { "asOf", """ "asOf": 2026 """ },
        { "of", """ "of": 0 """ }, { "of", """ "of": "1000" """ }, { "of", """ "of": -1 """ }, { "of", """ "of": null """ },
        { "settings", """ "settings": [] """ }, { "settings.colour", """ "settings": { "colour": "red" } """ }, { "settings.tieBreak", """ "settings": { "tieBreak": "dice" } """ },
        { "settings.tieBreak", """ "settings": { "tieBreak": "LeadingGroup" } """ }, { "settings.tieBreak", """ "settings": { "tieBreak": 1 } """ }, { "settings.tieBreak", """ "settings": { "tieBreak": null } """ },
        { "settings.rankingScale", """ "settings": { "rankingScale": "separateLists" } """ }, { "settings.nominationMayApplyForMain", """ "settings": { "nominationMayApplyForMain": "officeDecides" } """ },
        { "candidates", """ "candidates": null """ }, { "candidates", """ "candidates": {} """ }, { "candidates[0]", """ "candidates": [ 7 ] """ },
        { "candidates[1].id", One("""{ "id": "a", "kind": "organisation", "points": "1" }""") }, { "candidates[1].id", One("""{ "kind": "organisation", "points": "1" }""") },
        { "candidates[1].id", One("""{ "id": " ", "kind": "organisation", "points": "1" }""") }, { "candidates[1].id", One("""{ "id": "\ud800", "kind": "organisation", "points": "1" }""") },
        { "candidates[1].kind", One("""{ "id": "b", "kind": "company", "points": "1" }""") }, { "candidates[1].kind", One("""{ "id": "b", "points": "1" }""") },
        { "candidates[1].points", One("""{ "id": "b", "kind": "individual" }""") }, { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "-1" }""") },
        { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "1000.01" }""") }, { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "501", "of": 500 }""") },
        { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "many" }""") }, { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": 612.5 }""") },
        { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "1/0" }""") }, { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "1e3" }""") },
        { "candidates[1].points", One("""{ "id": "b", "kind": "individual", "points": "" }""") }, { "candidates[1].of", One("""{ "id": "b", "kind": "individual", "points": "1", "of": 0 }""") },
        { "candidates[1].siteReview", One("""{ "id": "b", "kind": "individual", "points": "1", "siteReview": "x" }""") }, { "candidates[1].results", One("""{ "id": "b", "kind": "individual", "points": "1", "results": "-1/2" }""") },
        { "candidates[1].blocked", One("""{ "id": "b", "kind": "individual", "points": "1", "blocked": "no" }""") }, { "candidates[1].wonBefore", One("""{ "id": "b", "kind": "individual", "points": "1", "wonBefore": {} }""") },
        { "candidates[1].wonBefore[0].grade", Won("""{ "grade": "gold", "year": 2019 }""") }, { "candidates[1].wonBefore[0].grade", Won("""{ "year": 2019 }""") },
        { "candidates[1].wonBefore[0].year", Won("""{ "grade": "main" }""") }, { "candidates[1].wonBefore[0].year", Won("""{ "grade": "main", "year": "2019" }""") },
        { "candidates[1].wonBefore[0].year", Won("""{ "grade": "main", "year": 2020, "conferredOn": "2019-10-25" }""") }, { "candidates[1].wonBefore[0].conferredOn", Won("""{ "grade": "main", "conferredOn": "2019-25-10" }""") },
        { "candidates[1].wonBefore[0].revoked", Won("""{ "grade": "main", "year": 2019, "revoked": 1 }""") },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_not_right_is_named_with_what_to_write_there(string field, string instead)
    {
        var request = JsonNode.Parse("""{ "year": 2026, "of": 1000, "candidates": [] }""")!.AsObject();
        var member = JsonDocument.Parse($"{{{instead}}}").RootElement.EnumerateObject().Single();
        var body = $"{{ {string.Join(", ", request.Where(m => m.Key != member.Name).Select(m => $"\"{m.Key}\": {m.Value?.ToJsonString()}").Append(instead))} }}";

        using var answer = await caller.Expert.Raw(Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Json();
        Assert.Equal(field, (string?)problem["field"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
        Assert.DoesNotContain("Fault.", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"year\": 2026, \"year\": 2027, \"of\": 1000, \"candidates\": [] }")]
    public async Task What_is_no_object_is_the_body_that_is_wrong(string body)
    {
        using var answer = await caller.Expert.Raw(Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("body", (string?)(await answer.Json())["field"]);
    }

    [Fact]
    public async Task The_description_tells_how_a_fault_is_named()
    {
        var described = (await (await caller.Expert.GetAsync("/openapi/v1.json")).Json())["paths"]![Path]!["post"]!;

        Assert.Contains("candidates[2].points", (string?)described["description"], StringComparison.Ordinal);
        Assert.NotNull(described["requestBody"]!["content"]!["application/json"]!["schema"]);
    }

    [Fact]
    public async Task Nobody_simulates_without_signing_in()
    {
        using var visitor = caller.App.Visitor();

        using var answer = await visitor.Raw(Path, Example);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.UnprocessableEntity)]
    [InlineData(2000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Three_hundred_candidates_find_room_and_too_many_are_told_so(int candidates, HttpStatusCode expected)
    {
        var all = Enumerable.Range(0, candidates).Select(i =>
            $$"""{ "id": "applicant-2026-{{i}}", "kind": "organisation", "points": "{{600 + i % 400}}.25", "of": 1000, "siteReview": "600", "results": "250", "wonBefore": [ { "grade": "nomination", "conferredOn": "2019-10-25", "revoked": false } ], "blocked": false }""");

        using var answer = await caller.Expert.Raw(Path, $$"""{ "year": 2026, "of": 1000, "candidates": [ {{string.Join(",", all)}} ] }""");

        Assert.Equal(expected, answer.StatusCode);
    }

    private static readonly string[] Values =
        ["null", "true", "0", "-5", "2026", "1e400", "99999999999", "\"\"", "\"a\"", "\"main\"", "\"organisation\"", "\"612.5\"", "\"16799/28\"", "\"1/0\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[null]", "[{}]", "{\"tieBreak\":\"shareVacate\"}"];

    private static readonly Gen<string> Bodies = Gen.Select(Object("year", "asOf", "of", "settings", "candidates"), Object("id", "kind", "points", "of", "siteReview", "results", "wonBefore", "blocked").Array[0, 3], Object("grade", "year", "conferredOn", "revoked"),
        (frame, candidates, won) => $$"""{ {{string.Join(", ", new[] { "\"candidates\": [" + string.Join(", ", candidates.Select(c => $"{{ {c} }}")) + "]", frame }.Where(p => p.Length > 0))}} }""".Replace("[{}]", $"[{{ {won} }}]", StringComparison.Ordinal));

    [Fact]
    public async Task Whatever_is_sent_the_answer_is_a_decision_or_the_field()
    {
        await Bodies.SampleAsync(async body =>
        {
            using var answer = await caller.Expert.Raw(Path, body);
            var json = await answer.Json();
            Assert.True(answer.StatusCode == HttpStatusCode.OK ? json["vacant"] is not null : answer.StatusCode == HttpStatusCode.UnprocessableEntity && json["field"] is not null, body);
        }, iter: 400, threads: 1);
    }

    private static Gen<string> Object(params string[] members) => Gen.Select(Gen.Int[0, members.Length - 1], Gen.Int[0, Values.Length - 1]).Array[0, members.Length]
        .Select(all => string.Join(", ", all.Select(m => $"\"{members[m.Item1]}\": {Values[m.Item2]}")));

    private static string One(string second) => $$""" "candidates": [ { "id": "a", "kind": "organisation", "points": "700" }, {{second}} ] """;

    private static string Won(string award) => One($$"""{ "id": "b", "kind": "individual", "points": "1", "wonBefore": [ {{award}} ] }""");

    private static void Same(string expected, JsonNode actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
