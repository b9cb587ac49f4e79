using System.Net;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Feedback;

/// <summary>From the register's approval to the file, on a whole server.</summary>
public sealed class FeedbackFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_office_reads_records_the_approval_and_releases_and_the_report_goes_to_who_may_have_it_and_survives_a_restart()
    {
        using var folder = new Markdown.TemporaryFolder();
        byte[] before;
        await using (var app = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path))
        {
            var (rooms, desk) = (app.Get<LiveRooms>(), app.Get<FeedbackDesk>());
            foreach (var text in desk.For("office", "panel-a", "org-01")?.Texts ?? [])
                Assert.Null((await rooms.Ask("office", "panel-a", ApiClient.NewId(), new SettleFeedbackText("org-01", text.Id, true), Token)).Refusal);
            Assert.Equal(RefusalCode.ApprovalMissing, (await rooms.Ask("office", "panel-a", ApiClient.NewId(), new ReleaseFeedback("org-01"), Token)).Refusal?.Code);
            Assert.Null(desk.Write("office", "panel-a", "org-01", "json"));

            Assert.Null((await app.Get<LiveRegisters>().Ask("office", "session-6", "c1", new RecordApproval(" 阳质强领〔2026〕12号 ", new DateOnly(2026, 11, 20)), Token)).Refusal);
            await foreach (var list in desk.Watch("office", "panel-a", "org-01", Token))
                if (list.Approval is not null) break;
            Assert.Null((await rooms.Ask("office", "panel-a", ApiClient.NewId(), new ReleaseFeedback("org-01"), Token)).Refusal);

            foreach (var form in FeedbackDesk.Forms)
            {
                foreach (var (person, status) in new[] { ("office", 200), ("supervisor", 200), ("expert-01", 404), ("expert-20", 404), ("admin", 404) })
                    Assert.Equal(status, await Status(app, person, $"/api/rooms/panel-a/dossiers/org-01/feedback.{form}"));
                Assert.Equal(404, await Status(app, "office", $"/api/rooms/panel-a/dossiers/org-02/feedback.{form}"));
            }
            before = desk.Write("office", "panel-a", "org-01", "docx")?.Bytes ?? [];
        }

        await using var second = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path);

        Assert.NotEmpty(before);
        Assert.Equal(before, second.Get<FeedbackDesk>().Write("office", "panel-a", "org-01", "docx")?.Bytes ?? []);
    }

    private static async Task<int> Status(AppUnderTest app, string person, string path)
    {
        using var client = await app.Api(person);
        using var answer = await client.GetAsync(path, Token);
        if (answer.StatusCode == HttpStatusCode.OK) Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return (int)answer.StatusCode;
    }
}
