using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Storage;

namespace ReviewRoom.Demo;

/// <summary>
/// Fills the empty data folder of a demonstration before the server listens: people, the register of the session, dossiers, two rooms in the middle of their work, the consultation of the member units, a board.
/// A second start adds nothing; one that was killed is finished by the next.
/// </summary>
public sealed class DemoWorld(DemoRecord record, DossierTexts texts, FileStore store, People people, PeopleDirectory directory, TimeProvider clock) : IHostedService
{
    public const string Board = "hall";

    /// <exception cref="InvalidOperationException">The data folder holds other people than the demonstration's.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var files = DemoFiles.Read(Path.Combine(AppContext.BaseDirectory, "data"));
        var everybody = DemoPeople.Of(files);
        // A demonstration of an earlier build lacks people that came later; its experts it has always had.
        if (!directory.IsEmpty && everybody.Where(p => p.Roles == Roles.Expert).Any(p => directory.Accounts.All(a => a.Person.Id != p.Id)))
            throw new InvalidOperationException("The data folder is in use for something else. A demonstration needs one of its own: choose another with --data.");

        await people.AddAll(everybody.Select(p => new PersonEntry(p.Id, p.Name, p.Roles)), DemoPeople.Password);
        var register = DemoRegister.Read(files);
        foreach (var applicant in register.Applicants) await texts.Store(files.Dossier(applicant.Id));

        foreach (var (file, path) in register.Applicants.SelectMany(a => new DemoAttachments(files.Folder).Of(a.Id)))
        {
            await using var bytes = File.OpenRead(path);
            await store.Keep(bytes, file.Bytes, cancellationToken);
        }

        var begins = record.BeginsAt($"room/{files.Meeting.Rooms[0].Id}", DemoScript.SetUp, clock.GetUtcNow());
        var byId = everybody.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var rooms = new List<Func<Room>>();
        foreach (var room in files.Meeting.Rooms)
        {
            var (stream, blank) = ($"room/{room.Id}", Room.Named(room.Id));
            var written = await record.Write<Room, RoomAct, RoomEvent>(stream, blank, new DemoScript(files, room, byId).Steps(), begins);
            rooms.Add(() => written ?? record.Fold<Room, RoomAct, RoomEvent>(stream, blank));
        }
        await record.Write<Register, RegisterAct, RegisterEvent>($"register/{files.Scores.SessionId}", Register.Named(files.Scores.SessionId), register.Steps(byId["office"]), begins);
        await record.Write<AwardSession, SessionAct, SessionEvent>(
            $"session/{files.Scores.SessionId}", AwardSession.Named(files.Scores.SessionId), new DemoSession(files, byId, begins, () => [.. rooms.Select(room => room())]).Steps(), begins);
        var applicants = DemoApplicants.Read(files.Folder);
        foreach (var one in applicants.All)
        {
            var way = new DemoApplying(files, applicants, one, byId, begins).Steps();
            if (!way.IsEmpty) await record.Write<Application, ApplicationAct, ApplicationEvent>($"application/{files.Scores.SessionId}/{one.Id}", Application.Named(files.Scores.SessionId, one.Id), way, begins);
        }
        var awards = new DemoAwards(files, files.AwardsStory(), begins, byId).Steps();
        if (!awards.IsEmpty) await record.Write<AwardRegister, AwardAct, AwardEvent>(LiveAwards.Stream, AwardRegister.Named(LiveAwards.Id), awards, begins);
        await record.Write<Board, BoardAct, BoardEvent>(
            $"board/{Board}", Domain.Standings.Board.Named(Board), [new(byId["office"], TimeSpan.Zero, _ => new CreateBoard(files.Meeting.BoardTitle, files.Scores.SessionId, files.Meeting.SessionTitle))], begins);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
