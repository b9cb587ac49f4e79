using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Markdown;

namespace ReviewRoom.Demo;

/// <summary>Writes the acts of one demonstration room, in the order in which they happened.</summary>
public sealed class DemoScript(DemoFiles files, DemoRoom room, IReadOnlyDictionary<string, Person> people)
{
    /// <summary>When every room of the demonstration was set up, before it began.</summary>
    public static readonly TimeSpan SetUp = TimeSpan.FromMinutes(3200);

    public ImmutableArray<DemoStep<Room, RoomAct>> Steps()
    {
        var panel = files.Scores.Panels.First(p => p.Id == room.PanelId);
        var acts = room.Dossiers.SelectMany(d => new DemoDossierScript(files, panel, d, people).Steps()).ToList();
        acts.Add(new DemoStep<Room, RoomAct>(people["office"], TimeSpan.FromMinutes(2), _ => new SetFocus(room.Focus)));
        return [new DemoStep<Room, RoomAct>(people["office"], SetUp, _ => Creation(panel)), .. acts.OrderByDescending(step => step.Before)];
    }

    private CreateRoom Creation(DemoPanel panel) => new(
        panel.Name, files.Scores.SessionId, files.Meeting.SessionTitle, files.Rubric,
        new RoomSettings(Minimum: panel.MinimumEligible, EvidenceRequired: EvidenceRequired.None),
        [.. panel.ExpertIds.Select((expert, place) => Seat(panel, expert, place))], [.. room.Dossiers.Select(d => Plan(d.Id))]);

    private SeatPlan Seat(DemoPanel panel, string expert, int place) =>
        new(((char)('A' + place)).ToString(), DemoFiles.AccountOf(expert), people[DemoFiles.AccountOf(expert)].Name, expert == panel.LeaderId);

    private DossierPlan Plan(string id)
    {
        var applicant = files.Applicants.First(a => a.Id == id);
        ImmutableArray<WonBefore> won = [.. files.Awards.Where(a => a.HolderId == id).Select(a => new WonBefore(a.Grade, a.ConferredOn.Year, a.ConferredOn, a.Status == "revoked"))];
        ImmutableArray<Attachment> attached = [.. new DemoAttachments(files.Folder).Of(id).Select(f => f.File)];
        return new DossierPlan(id, applicant.Name, ApplicantKind.Organisation, DossierTexts.HashOf(files.Dossier(id)), won.IsEmpty ? null : won, applicant.ShortName,
            attached.IsEmpty ? null : attached);
    }
}
