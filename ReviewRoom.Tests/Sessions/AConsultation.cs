using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Markdown;

namespace ReviewRoom.Tests.Sessions;

/// <summary>A whole server on which a panel has closed three dossiers (d2 below the line) and a session with three units and a leading group is planned.</summary>
internal sealed class AConsultation : IAsyncDisposable
{
    public const string Id = "session-6";
    private int acts;

    private AConsultation(AppUnderTest app) => App = app;

    public AppUnderTest App { get; }

    public static async Task<AConsultation> Planned(TimeProvider? clock = null, bool recused = false, ReviewRoom.Messages.MailSettings? mail = null)
    {
        var made = new AConsultation(await AppUnderTest.Start(clock, mail));
        await made.App.Get<People>().AddAll([new("leading", "领导小组", Roles.Body), .. Units.Select(u => new PersonEntry(u, $"经办 {u}", Roles.Body)), new("unit-99", "别处", Roles.Body)], AppUnderTest.Password);
        await made.PlayRoom(recused);
        await made.Do("office", new PlanSession("第六届质量奖", "1", 2026, new DateOnly(2026, 10, 20), [], new DecisionSettings()));
        await made.Do("office", new TakeBodies(
        [
            new Body("leading", "领导小组", "领导小组", BodyKind.LeadingGroup, false), new Body("unit-01", "市财政局", "阳泉市财政局", BodyKind.Department, true),
            new Body("unit-02", "市生态环境局", "阳泉市生态环境局", BodyKind.Department, true), new Body("unit-03", "郊区人民政府", "阳泉市郊区人民政府", BodyKind.County, true),
        ]));
        await made.Do("office", new LinkPeople([new BodyPerson("leading", "leading"), .. Units.Select(u => new BodyPerson(u, u))]));
        return made;
    }

    public static ImmutableArray<string> Units => ["unit-01", "unit-02", "unit-03"];

    public static StartConsultation Start(DateTimeOffset due) => new(due, ["d1", "d3"], [new Recommendation("d3", "unit-03")]);

    public async Task Do(string person, SessionAct act)
    {
        var answer = await Ask(person, act);
        Assert.True(answer.Receipt is not null, $"{person} {act}: {answer.Refusal?.Code} {answer.Refusal?.Field}");
    }

    public Task<SessionAnswer> Ask(string person, SessionAct act) => App.Get<LiveSessions>().Ask(person, Id, string.Create(CultureInfo.InvariantCulture, $"session-act-{acts++}"), act);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task PlayRoom(bool recused)
    {
        var text = await App.Get<DossierTexts>().Store("# One\n\n## 1 Head\n\nFirst paragraph.\n");
        var rooms = App.Get<LiveRooms>();
        ImmutableArray<SeatPlan> seats = [.. Enumerable.Range(0, 3).Select(i => new SeatPlan(((char)('A' + i)).ToString(), $"expert-0{i + 1}", $"Expert 0{i + 1}", i == 0))];
        await rooms.Create(Given.Office, "create", "room-1", new CreateRoom(
            "Panel", Id, "第六届质量奖", Given.ARubric(100, 200), Given.Free with { Minimum = 3 }, seats,
            [new("d1", "甲公司", ApplicantKind.Organisation, text), new("d2", "乙公司", ApplicantKind.Organisation, text), new("d3", "丙公司", ApplicantKind.Organisation, text)]));
        foreach (var (dossier, rate) in new[] { ("d1", 75), ("d2", 50), ("d3", 65) })
        {
            foreach (var seat in seats) await InRoom(seat.PersonId, new Declare(dossier, false));
            if (recused && dossier == "d3") await RecuseOffice(dossier);
            await InRoom("office", new Open(dossier));
            foreach (var seat in seats)
            {
                foreach (var criterion in (string[])["1", "2"]) await InRoom(seat.PersonId, new GiveMark(dossier, criterion, rate));
                await InRoom(seat.PersonId, new Submit(dossier));
            }
            await InRoom("expert-01", new Reveal(dossier));
            await InRoom("expert-01", new Close(dossier));
        }
    }

    /// <summary>The supervisor says that the second of the office is in conflict with the dossier.</summary>
    private Task RecuseOffice(string dossier) => InRoom("supervisor", new RaiseConflict(dossier, null, "RELATIVE", "canary ground", "office2"));

    private async Task InRoom(string person, RoomAct act)
    {
        var answer = await App.Get<LiveRooms>().Ask(person, "room-1", string.Create(CultureInfo.InvariantCulture, $"act-{acts++}"), act);
        Assert.True(answer.Refusal is null, $"{person} {act}: {answer.Refusal?.Code}");
    }
}
