using ReviewRoom.Documents;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Documents;

/// <summary>Who is handed what, and how.</summary>
public sealed class HandoutTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("office", 200, 200)]
    [InlineData("supervisor", 200, 200)]
    [InlineData("expert-01", 200, 404)]
    [InlineData("expert-09", 404, 200)]
    [InlineData("expert-20", 404, 404)]
    [InlineData("admin", 404, 404)]
    public async Task Minutes_are_for_those_who_may_know_of_the_room(string person, int panelA, int panelB)
    {
        using var client = await demo.App.Api(person);

        foreach (var form in MinutesDesk.Forms) Assert.Equal(panelA, await Status(client, $"/api/rooms/panel-a/minutes.{form}"));
        Assert.Equal(panelB, await Status(client, "/api/rooms/panel-b/minutes.json"));
        Assert.Equal(panelA, await Status(client, "/rooms/panel-a/minutes"));
        Assert.Equal(panelB, await Status(client, "/rooms/panel-b/minutes"));
        Assert.Equal(404, await Status(client, "/api/rooms/panel-a/minutes.exe"));
        Assert.Equal(404, await Status(client, "/api/rooms/none/minutes.docx"));
    }

    [Fact]
    public async Task They_come_as_a_file_that_nobody_keeps()
    {
        using var client = await demo.App.Api("office");

        foreach (var form in MinutesDesk.Forms)
        {
            using var answer = await client.GetAsync($"/api/rooms/panel-a/minutes.{form}");
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal($"panel-a-minutes.{form}", answer.Content.Headers.ContentDisposition?.FileName);
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task The_recused_expert_s_own_copy_holds_nothing_of_the_dossier_in_any_form()
    {
        using var client = await demo.App.Api("expert-09");

        foreach (var form in MinutesDesk.Forms)
        {
            var bytes = await client.GetByteArrayAsync($"/api/rooms/panel-b/minutes.{form}");
            var said = form is "docx" or "xlsx" ? PaperTables.Unzipped(bytes) : System.Text.Encoding.UTF8.GetString(bytes);
            Assert.Contains("org-05", said, StringComparison.Ordinal);
            Assert.DoesNotContain("仁泽医院", said, StringComparison.Ordinal);
            Assert.DoesNotContain("岑怀舟", said, StringComparison.Ordinal);
            Assert.DoesNotContain("729.67", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_reads_like_a_formula_is_a_text_in_a_workbook_and_markup_is_a_text_in_Markdown()
    {
        await using var app = await AppUnderTest.Start();
        await app.Get<LiveRooms>().Create(Given.Office, "create", "room-1", new CreateRoom(
            "=1+1", "session-6", "@SUM(A1)", Given.ARubric(100), Given.Free, [new SeatPlan("A", "expert-01", "+expert", true)], [new DossierPlan("d1", "=cmd|' /C calc'!A0", ApplicantKind.Organisation)]));
        foreach (var (person, act) in new (string, RoomAct)[]
        {
            ("expert-01", new Declare("d1", false)), ("office", new Open("d1")), ("expert-01", new GiveMark("d1", "1", 60)), ("expert-01", new Submit("d1")), ("office", new Reveal("d1")),
            ("expert-01", new Revise("d1", "1", 65, "=HYPERLINK(\"http://x\")")), ("expert-01", new RecordMinority("d1", "1", "-2+3 | <script>alert(1)</script> [x](javascript:y)\u0001")),
        })
            Assert.Null((await app.Get<LiveRooms>().Ask(person, "room-1", ApiClient.NewId(), act)).Refusal);

        var desk = app.Get<MinutesDesk>();
        var book = PaperTables.OfWorkbook(desk.Write("office", "room-1", "xlsx")?.Bytes ?? []);
        var cells = book.Values.SelectMany(rows => rows).SelectMany(row => row.Values).ToArray();
        var markdown = System.Text.Encoding.UTF8.GetString(desk.Write("office", "room-1", "md")?.Bytes ?? []);

        Assert.Contains("'=cmd|' /C calc'!A0", cells);
        Assert.DoesNotContain(cells, c => c is ['=' or '+' or '-' or '@', ..]);
        Assert.DoesNotContain("<x:f>", PaperTables.Unzipped(desk.Write("office", "room-1", "xlsx")?.Bytes ?? []), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](javascript", markdown, StringComparison.Ordinal);
        Assert.Contains(PaperTables.OfMarkdown(markdown).SelectMany(t => t.Rows).SelectMany(r => r.Values), c => c.StartsWith("-2+3 | <script>", StringComparison.Ordinal));
    }

    private static async Task<int> Status(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return (int)answer.StatusCode;
    }
}
