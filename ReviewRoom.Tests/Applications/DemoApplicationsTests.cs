using System.Net;
using System.Text.Json.Nodes;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Applications;

/// <summary>The demonstration's sixteen applications, and what each role is given of them.</summary>
public sealed class DemoApplicationsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Session = "/api/sessions/session-6/applications";

    private static readonly string[] Reads =
    [
        "/api/applications", Session, $"{Session}/org-10", $"{Session}/org-10/dossier", $"{Session}/org-10/files/org-10-f1", $"{Session}/org-01", $"{Session}/ind-02", $"{Session}/none", "/api/sessions/none/applications",
    ];

    private LiveApplications Applications => demo.App.Get<LiveApplications>();

    [Fact]
    public void Each_stands_where_the_facts_have_brought_it()
    {
        var sight = Applications.InSight("office", "session-6");

        Assert.Equal((16, 16, 11, 4, 1, 0), (sight.Counts.Invited, sight.Counts.Submitted, sight.Counts.Accepted, sight.Counts.Rejected, sight.Counts.InCorrection, sight.Counts.Drafting));
        Assert.Equal(["Q5", "E1", "E5", "E7"], ((string[])["org-03", "org-07", "org-08", "ind-04"]).Select(id => Applications.View("office", "session-6", id)?.Decision?.Condition));
        Assert.All(sight.Rows.Where(r => r.Stage == ApplicationStage.Rejected), r => Assert.Single(r.NotMet));
        Assert.All(sight.Rows.Where(r => r.Stage == ApplicationStage.Accepted), r => Assert.Empty(r.NotMet));
        Assert.InRange(sight.Rows.Single(r => r.Id == "org-10").Due!.Value - DateTimeOffset.UtcNow, TimeSpan.FromDays(3), TimeSpan.FromDays(6));
        Assert.Equal("unit-26", Applications.View("office", "session-6", "ind-02")?.Recommendation?.Body);
        Assert.Equal("unit-42", Applications.View("office", "session-6", "org-07")?.Recommendation?.Letter.Countersigned);
    }

    [Fact]
    public void Every_act_has_its_own_day_and_its_own_person_on_record()
    {
        var entries = demo.App.Get<LedgerReader>().Read("application/session-6/org-01").Select(e => (ChinaTime.DayOf(e.Header.Time), e.Header.Actor, Canonical.Read<ApplicationEvent>(e.Body).GetType().Name)).ToArray();

        Assert.Contains((new DateOnly(2026, 9, 4), "applicant-01", nameof(InternalNoticeBegun)), entries);
        Assert.Contains((new DateOnly(2026, 9, 14), "applicant-01", nameof(ApplicationSubmitted)), entries);
        Assert.Contains((new DateOnly(2026, 10, 8), "unit-40", nameof(ApplicantRecommended)), entries);
        Assert.Contains((new DateOnly(2026, 11, 6), "office", nameof(ApplicationAccepted)), entries);
        Assert.Equal(Person.System.Id, entries[^1].Actor);
    }

    [Fact]
    public void The_letters_days_and_numbers_are_those_of_the_data()
    {
        var letter = Applications.View("office", "session-6", "org-05")?.Recommendation?.Letter;

        Assert.Equal(("城政函〔2026〕示例5号", new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 8)), (letter?.Document, letter?.On, letter?.NoticeTo));
        Assert.Equal([new DateOnly(2026, 9, 7), new(2026, 9, 8), new(2026, 9, 9), new(2026, 9, 10), new(2026, 9, 11)], Applications.View("office", "session-6", "org-05")?.Notice?.Days);
    }

    [Theory]
    [InlineData("applicant-10", "200 200 200 200 200 404 404 404 404")]
    [InlineData("applicant-14", "200 200 404 404 404 404 200 404 404")]
    [InlineData("unit-39", "200 200 200 200 200 404 404 404 404")]
    [InlineData("unit-40", "200 200 404 404 404 200 404 404 404")]
    [InlineData("unit-26", "200 200 404 404 404 404 200 404 404")]
    [InlineData("office", "200 200 200 200 200 200 200 404 404")]
    [InlineData("supervisor", "200 200 200 200 200 200 200 404 404")]
    [InlineData("unit-01", "200 404 404 404 404 404 404 404 404")]
    [InlineData("leading", "200 404 404 404 404 404 404 404 404")]
    [InlineData("expert-01", "200 404 404 404 404 404 404 404 404")]
    [InlineData("admin", "200 404 404 404 404 404 404 404 404")]
    public async Task Each_role_is_given_its_own(string person, string expected)
    {
        using var client = await demo.App.Api(person);

        var given = new List<int>();
        foreach (var path in Reads)
        {
            using var answer = await client.GetAsync(path);
            given.Add((int)answer.StatusCode);
        }

        Assert.Equal(expected, string.Join(' ', given));
        Assert.Equal(person.StartsWith("applicant", StringComparison.Ordinal) ? 1 : 0, (await (await client.GetAsync("/api/applications")).Json())["applications"]?.AsArray().Count);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var visitor = demo.App.Visitor();

        foreach (var path in Reads) Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("""{"act":"closeUnsubmitted"}""", "act")]
    [InlineData("""{"act":"passCorrectionDue"}""", "act")]
    [InlineData("""{"act":"noteCarried","register":"x"}""", "act")]
    [InlineData("""{"act":"saveDossier","text":"x"}""", "act")]
    [InlineData("""{"act":"addFiles","files":[]}""", "act")]
    [InlineData("""{"act":"saveForm"}""", "form")]
    [InlineData("""{"act":"saveForm","form":{"contact":"a","phone":"b","email":"c","declarations":null}}""", "form")]
    [InlineData("""{"act":"invite","name":"x","kind":"organisation","grade":"main","body":"unit-39","personId":"expert-01"}""", "person")]
    public async Task What_no_person_may_ask_and_what_is_malformed_names_its_field(string act, string field)
    {
        using var client = await demo.App.Api("applicant-10");

        using var answer = await client.Raw($"{Session}/org-10/acts", act.Insert(1, $"\"commandId\":\"{ApiClient.NewId()}\","));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.StatusCode, (string?)(await answer.Json())["field"]));
    }

    [Fact]
    public async Task The_applicant_reads_what_is_asked_of_him_and_never_what_is_found()
    {
        using var client = await demo.App.Api("applicant-10");

        var shown = await client.GetStringAsync($"{Session}/org-10");

        Assert.Contains("缺郊区人民政府的推荐意见函", shown, StringComparison.Ordinal);
        Assert.All((string[])["findings", "history", "经核获奖登记", "office", "points\":\"", "rate"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        Assert.DoesNotContain("org-09", shown, StringComparison.Ordinal);
    }
}
