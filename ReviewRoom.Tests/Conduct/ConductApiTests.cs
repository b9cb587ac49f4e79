using System.Net;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Conduct;

/// <summary>Each role at the conduct files; the acts here leave no proposal that stands.</summary>
public sealed class ConductApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    /// <summary>One of every act there is, each in order for the right person or refused for its matter alone.</summary>
    public static readonly TheoryData<string, string, string> Matrix = new()
    {
        { """{"act":"noteIncident","expert":"expert-20","kind":"neglect","on":"2026-01-01","facts":"x"}""", "supervisor", "200" },
        { """{"act":"noteIncident","expert":"office2","kind":"neglect","on":"2026-01-01","facts":"x"}""", "supervisor", "422" },
        { """{"act":"noteIncident","expert":"expert-20","kind":"neglect","on":"2026-01-01","facts":"x","room":"none"}""", "supervisor", "422" },
        { """{"act":"noteIncident","expert":"expert-20","kind":"neglect","on":"2026-01-01","facts":"x","evidence":{"id":"f","name":"a.pdf","type":"pdf","bytes":1,"hash":"0000000000000000000000000000000000000000000000000000000000000000"}}""", "supervisor", "422" },
        { """{"act":"proposeWithdrawal","expert":"expert-20","incident":"i99","from":"2099-01-01","reason":"x"}""", "supervisor", "404" },
        { """{"act":"proposeDiscipline","expert":"expert-20","incident":"i99","passedTo":"x","reason":"x"}""", "supervisor", "404" },
        { """{"act":"decideWithdrawal","expert":"expert-20","proposal":"w99","granted":true,"reason":"x"}""", "office", "404" },
        { """{"act":"confirmWithdrawal","expert":"expert-20","proposal":"w99"}""", "office", "404" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Each_act_is_for_its_role_alone(string act, string role, string expected)
    {
        foreach (var person in (string[])["office", "supervisor", "finance", "admin", "expert-01", "unit-01"])
        {
            using var client = await demo.App.Api(person);
            using var answer = await client.Raw("/api/conduct/acts", act.Replace("{\"act\"", $"{{\"commandId\":\"{ApiClient.NewId()}\",\"act\"", StringComparison.Ordinal));
            Assert.Equal((person, person == role ? expected : person is "office" or "supervisor" ? "409" : "404"), (person, $"{(int)answer.StatusCode}"));
        }
    }

    [Theory]
    [InlineData("supervisor", "200 404 404")]
    [InlineData("office", "200 404 404")]
    [InlineData("expert-01", "404 200 404")]
    [InlineData("finance", "404 404 404")]
    [InlineData("admin", "404 404 404")]
    [InlineData("unit-01", "404 404 404")]
    public async Task Files_are_read_by_supervisor_and_office_and_the_own_by_the_expert(string person, string expected)
    {
        using var client = await demo.App.Api(person);

        var given = new List<int>();
        foreach (var path in (string[])["/api/conduct", "/api/conduct/own", "/api/conduct/expert-20/i1/evidence"]) given.Add((int)(await client.GetAsync(path)).StatusCode);

        Assert.Equal(expected, string.Join(' ', given));
        using var visitor = demo.App.Visitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/conduct/own")).StatusCode);
    }

    [Fact]
    public async Task To_the_one_who_is_no_party_there_is_no_proposal_to_answer()
    {
        using var client = await demo.App.Api("expert-01");

        using var answer = await client.Raw("/api/conduct/acts", $$"""{"commandId":"{{ApiClient.NewId()}}","act":"answerProposal","proposal":"w1","text":"x"}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("""{"isWithdrawn":false,"proposals":[]}""", await client.GetStringAsync("/api/conduct/own"));
    }
}
