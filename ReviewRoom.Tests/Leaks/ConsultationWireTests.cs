using System.Text;
using Microsoft.Playwright;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Sessions;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.Leaks;

/// <summary>What a unit may not know of the others: neither its page nor the interface carries a word of it.</summary>
[Collection(nameof(Walks))]
public sealed class ConsultationWireTests(Browser browser)
{
    private static readonly string[] Hidden = ["canary", "unit-02", "市生态环境局", "unit-03", "郊区", "Expert 0", "70.00", "75.00", "225", "乙公司"];

    [Fact]
    public async Task A_units_page_and_its_live_line_hold_nothing_of_other_units_scores_or_experts()
    {
        await using var world = await World(objects: true);
        var line = new StringBuilder();
        var page = await browser.Open(world.App, "unit-01", "/sign-in?return=/healthz");
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => line.Append(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        await page.GotoAsync($"/sessions/{AConsultation.Id}/reply");
        await Expect(page.Locator(".line")).ToHaveCountAsync(2);
        await world.Do("unit-03", new ReplyToConsultation([new Opinion("d1", "E6", "canary late")]));
        await world.Do("office", new DecideOpinion("unit-02", "d1", Verdict.PartlyAdopted, "canary verdict"));
        await page.GotoAsync("/");
        await Expect(page.Locator(".waits a.mine")).ToHaveCountAsync(1);

        Assert.All(Hidden, word => Assert.DoesNotContain(word, line.ToString(), StringComparison.Ordinal));
        Assert.Contains("甲公司", line.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unit-01", "/api/sessions/session-6")]
    [InlineData("expert-01", "/api/sessions/session-6")]
    [InlineData("unit-99", "/api/sessions/session-6")]
    [InlineData("unit-01", "/api/me")]
    [InlineData("unit-01", "/api/sessions/session-6/home")]
    [InlineData("expert-01", "/api/sessions/session-6/home")]
    [InlineData("unit-99", "/api/sessions/session-6/home")]
    public async Task The_interface_sends_a_unit_the_same_bytes_whatever_the_others_did(string person, string path)
    {
        var clock = new StillClock();
        await using var one = await World(objects: true, clock);
        await using var other = await World(objects: false, clock);

        Assert.Equal(await Sent(one, person, path), await Sent(other, person, path));
    }

    [Fact]
    public async Task Who_is_recused_from_a_candidate_is_sent_the_same_home_whatever_was_said_against_him()
    {
        var clock = new StillClock();
        await using var one = await AConsultation.Planned(clock, recused: true);
        await using var other = await AConsultation.Planned(clock, recused: true);
        foreach (var (world, reply) in new[] { (one, new ReplyToConsultation([new Opinion("d3", "E5", "canary text")])), (other, new ReplyToConsultation([])) })
        {
            await world.Do("office", new StartConsultation(Given.Start.AddYears(30), ["d1", "d3"]));
            await world.Do("unit-02", reply);
        }

        Assert.Equal(await Sent(one, "office2", "/api/sessions/session-6/home"), await Sent(other, "office2", "/api/sessions/session-6/home"));
        Assert.NotEqual(await Sent(one, "office", "/api/sessions/session-6/home"), await Sent(other, "office", "/api/sessions/session-6/home"));
    }

    private static async Task<string> Sent(AConsultation world, string person, string path)
    {
        using var client = await world.App.Api(person);
        using var answer = await client.GetAsync(path);
        return $"{(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "")}";
    }

    private static async Task<AConsultation> World(bool objects, TimeProvider? clock = null)
    {
        var world = await AConsultation.Planned(clock);
        await world.Do("office", new StartConsultation(Given.Start.AddYears(30), ["d1", "d3"]));
        if (!objects) return world;
        await world.Do("unit-02", new ReplyToConsultation([new Opinion("d1", "E5", "canary text", "canary basis")]));
        await world.Do("office", new NoteFinding("unit-02", "d1", "canary finding"));
        await world.Do("office", new RemindBodies(["unit-03"]));
        return world;
    }
}
