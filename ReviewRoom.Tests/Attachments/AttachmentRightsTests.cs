using System.Collections.Immutable;
using System.Net;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Attachments;

/// <summary>A file goes where the dossier's text goes, and nowhere else.</summary>
public sealed class AttachmentRightsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const string Certificate = "/api/rooms/panel-b/dossiers/org-05/files/org-05-f1";
    private const string Kept = "/api/sessions/session-6/applicants/org-05/files/org-05-f1";

    [Theory]
    [InlineData("expert-08", 200, 404)]
    [InlineData("expert-09", 404, 404)]
    [InlineData("expert-01", 404, 404)]
    [InlineData("expert-20", 404, 404)]
    [InlineData("office", 200, 200)]
    [InlineData("supervisor", 200, 200)]
    [InlineData("admin", 404, 404)]
    public async Task Who_may_read_the_dossier_gets_its_files(string person, int inRoom, int inRegister)
    {
        using var client = await demo.App.Api(person);

        Assert.Equal(inRoom, await StatusOf(client, Certificate));
        Assert.Equal(inRegister, await StatusOf(client, Kept));
        Assert.Equal(404, await StatusOf(client, Certificate.Replace("f1", "f9", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Roles.Expert | Roles.Office)]
    [InlineData(Roles.Expert | Roles.Supervisor)]
    public async Task A_seat_that_has_not_declared_gets_nothing_by_way_of_the_register_whatever_else_it_is(Roles roles)
    {
        await using var app = await AppUnderTest.Demo();
        var (rooms, registers) = (app.Get<LiveRooms>(), app.Get<LiveRegisters>());
        ImmutableSortedDictionary<string, ImmutableArray<Attachment>> Files(Room of) => registers.View("office").Registers.First(r => r.Id == of.Session).Files;
        var (room, dossier, sheet) = (from r in rooms.Rooms where r.Session == "session-6"
                                      from d in r.Dossiers where Files(r).ContainsKey(d.Id)
                                      from s in d.Sheets where !s.Declared && d.AccessOf(r.Seats[r.PlaceOf(s.Seat)].PersonId) == Access.Full
                                      select (r, d, s)).First();
        var seat = room.Seats[room.PlaceOf(sheet.Seat)];
        var file = Files(room)[dossier.Id][0];
        await app.Get<Identity.People>().Change(new PersonEntry(seat.PersonId, seat.Name, roles));
        using var client = await app.Api(seat.PersonId);
        string Seen(string person) => Encoding.UTF8.GetString(Canonical.Bytes(registers.View(person)));
        var path = $"/api/sessions/{room.Session}/applicants/{dossier.Id}/files/{file.Id}";
        Assert.Contains($"\"{file.Id}\"", Seen("office"), StringComparison.Ordinal);

        var (before, view) = (await StatusOf(client, path), Seen(seat.PersonId));
        var refused = (await rooms.Ask(seat.PersonId, room.Id, ApiClient.NewId(), new Declare(dossier.Id, Conflict: false), TestContext.Current.CancellationToken)).Refusal;

        Assert.Equal(404, before);
        Assert.Null(refused);
        Assert.DoesNotContain($"\"{file.Id}\"", view, StringComparison.Ordinal);
        Assert.Contains($"\"{dossier.Id}\"", view, StringComparison.Ordinal);
        Assert.Equal(200, await StatusOf(client, path));
    }

    [Fact]
    public async Task A_file_comes_as_a_download_that_no_browser_keeps_or_guesses_at()
    {
        using var client = await demo.App.Api("office");

        using var answer = await client.GetAsync(Certificate);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("质量信用等级证书.png", answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(Shipped.Bytes("demo/attachments/org-05/1-质量信用等级证书.png"), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public void A_seat_hears_of_the_files_once_it_has_declared_and_no_longer_once_it_is_out()
    {
        var given = Given.ARoom("room-1", new CreateRoom(
            "Panel", "session-6", "Sixth", Given.ARubric(100), Given.Free, [new SeatPlan("A", "expert-a", "A", true), new SeatPlan("B", "expert-b", "B")],
            [new DossierPlan("d1", "Title", ApplicantKind.Organisation, Files: [new Attachment("f1", "canary.pdf", AttachmentType.Pdf, 10, new string('a', 64))])]));
        given.Do(Given.Office, new Open("d1"));
        Assert.Equal((null, null), (given.Sight(given.On("A"), "d1").Files, FileFor("A")));

        given.Do("A", new Declare("d1", false));
        Assert.Equal("canary.pdf", Assert.Single(given.Sight(given.On("A"), "d1").Files.GetValueOrDefault()).Name);
        Assert.NotNull(FileFor("A"));

        given.Do(Given.Supervisor, new RaiseConflict("d1", "A", "RELATIVE", "brother"));
        Assert.Equal((null, null), (given.Sight(given.On("A"), "d1").Files, FileFor("A")));

        Attachment? FileFor(string seat) => given.Room.FileFor(given.Room.ViewerOf(given.On(seat)), "d1", "f1");
    }

    private static async Task<int> StatusOf(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return (int)answer.StatusCode;
    }
}
