using System.Net;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Notices;

/// <summary>The notice of the demonstration's session, as anybody reads it.</summary>
public sealed class CallPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_notice_of_a_session_tells_places_conditions_score_tables_dates_and_how_to_apply_without_a_circuit()
    {
        var page = await Read("/sessions/session-6/call");

        Assert.All(["关于开展第六届阳泉市质量奖评选工作的通知", "不超过3名，提名奖不超过5名", "从事合法生产经营三年以上", "无违法的失信行为", "GB/T 19580", "自愿申报", "2026年9月1日至2026年10月20日", "第13条", "0353-0000000", "出具推荐意见"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_no_applicant_no_expert_and_no_member_unit()
    {
        var page = await Read("/sessions/session-6/call");

        Assert.All(["衡岳", "韩牧之", "unit-", "市财政局", "expert", "org-0"], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_reads_in_English_and_is_listed_with_the_notices()
    {
        using var visitor = demo.App.Visitor();
        (await visitor.GetAsync("/culture?to=en", TestContext.Current.CancellationToken)).Dispose();

        var page = await visitor.GetStringAsync("/sessions/session-6/call", TestContext.Current.CancellationToken);

        Assert.Contains("At most 3 of the main grade and 5 nominations", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sessions/session-6/call\"", await Read("/notices"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sessions/session-4/call")]
    [InlineData("/sessions/nowhere/call")]
    public async Task Where_nothing_is_announced_there_is_no_page(string path)
    {
        using var visitor = demo.App.Visitor();

        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_program_announces_on_the_regulation_in_force_and_the_tables_it_has_whatever_a_request_says_of_them()
    {
        var sessions = demo.App.Get<LiveSessions>();
        string Id() => Guid.NewGuid().ToString("N");
        var plan = sessions.Call("session-6") is { } known ? new PlanSession("第七届", "1", 2028, known.Deadline, known.Steps, new Domain.Decisions.DecisionSettings()) : throw new InvalidOperationException();
        Assert.NotNull((await sessions.Ask("office", "session-7", Id(), plan)).Receipt);
        var forged = new AnnounceSession(Domain.ChinaTime.DayOf(DateTimeOffset.UtcNow), [new(Domain.Rooms.ApplicantKind.Organisation, "forged", 9), new(Domain.Rooms.ApplicantKind.Individual, "individual", 1)], "how", "who")
        {
            Ground = new AnnouncementGround("1", 99, 99, [new NamedRubric("forged", 9, new Domain.Rubrics.Words("x", "x"), "x")]),
        };

        Assert.Equal("rubrics", (await sessions.Ask("office", "session-7", Id(), forged)).Refusal?.Field);
        var told = await sessions.Ask("office", "session-7", Id(), forged with { Rubrics = [new(Domain.Rooms.ApplicantKind.Organisation, "gbt19580-2012", 1), forged.Rubrics[1]] });

        Assert.Equal((3, 5), (told.View?.Call?.MainPlaces, told.View?.Call?.NominationPlaces));
    }

    [Fact]
    public async Task Article_4_the_program_holds_a_plan_against_the_sessions_it_knows_whatever_a_request_says()
    {
        var sessions = demo.App.Get<LiveSessions>();
        var plan = sessions.Call("session-6") is { } known ? new PlanSession("第七届", "1", known.Year + 1, known.Deadline, known.Steps, new Domain.Decisions.DecisionSettings()) : throw new InvalidOperationException();

        var refused = await sessions.Ask("office", "session-8", Guid.NewGuid().ToString("N"), plan with { Cycle = new CycleGround(0, null, null) });

        Assert.Equal(Domain.RefusalCode.CycleTooShort, refused.Refusal?.Code);
        Assert.Equal([(plan.Year - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)], refused.Refusal?.Criteria ?? []);
    }

    private async Task<string> Read(string path)
    {
        using var visitor = demo.App.Visitor();
        return await visitor.GetStringAsync(path);
    }
}
