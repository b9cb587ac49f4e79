using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Markdown;

namespace ReviewRoom.Demo;

/// <summary>Writes the acts on one dossier, from the declarations as far as it has come.</summary>
internal sealed class DemoDossierScript(DemoFiles files, DemoPanel panel, DemoDossier dossier, IReadOnlyDictionary<string, Person> people)
{
    private readonly List<DemoStep<Room, RoomAct>> steps = [];
    private readonly Lazy<RenderedText> text = new(() => DossierMarkdown.Render(files.Dossier(dossier.Id)));
    private readonly Dictionary<string, string> remarks = [];
    private TimeSpan clock = TimeSpan.FromMinutes(dossier.MinutesAgo);

    private string Id => dossier.Id;

    private Person Office => people["office"];

    private Person Leader => Expert(panel.LeaderId);

    /// <summary>The panel for this dossier: who declared a conflict has left it.</summary>
    private IEnumerable<string> Panel => panel.ExpertIds.Where(e => dossier.Conflicts?.ContainsKey(e) != true && dossier.Raised?.ContainsKey(e) != true && dossier.Absent?.ContainsKey(e) != true);

    public IReadOnlyList<DemoStep<Room, RoomAct>> Steps()
    {
        if (dossier.Until == Phase.Waiting) return steps;
        Opening();
        Scoring();
        if (dossier.Until == Phase.Independent) return steps;
        Deliberating();
        if (dossier.Until == Phase.Deliberation) return steps;
        Closing();
        return steps;
    }

    private void Opening()
    {
        Do(Office, 20, new Open(Id));
        foreach (var expert in panel.ExpertIds)
        {
            var conflict = dossier.Conflicts?.GetValueOrDefault(expert);
            Do(Expert(expert), 15, conflict is null ? new Declare(Id, Conflict: false) : new Declare(Id, Conflict: true, conflict.Type, conflict.Note));
        }
        foreach (var (expert, reason) in dossier.Absent ?? []) Do(Office, 60, new MarkAbsent(Letter(expert), reason, Id));
    }

    /// <summary>All mark side by side, item by item.</summary>
    private void Scoring()
    {
        var criteria = files.Rubric.Criteria;
        for (var place = 0; place < criteria.Length; place++)
        {
            clock -= TimeSpan.FromSeconds(40);
            foreach (var expert in Panel.Where(e => Marks(e) > place)) Judge(expert, criteria[place].Code);
        }
        foreach (var expert in Panel.Where(HasSubmitted)) Do(Expert(expert), 25, new Submit(Id));
        foreach (var (expert, conflict) in dossier.Raised ?? []) Do(people["supervisor"], 60, new RaiseConflict(Id, Letter(expert), conflict.Type, conflict.Note));
    }

    private void Judge(string expert, string criterion)
    {
        var sheet = files.Scores.Sheets.First(s => s.ApplicantId == Id && s.ExpertId == expert);
        Do(Expert(expert), 6, sheet.Percents.TryGetValue(criterion, out var rate) ? new GiveMark(Id, criterion, rate) : new CannotJudge(Id, criterion, files.Meeting.CannotJudgeReason));
        foreach (var comment in files.Scores.Comments.Where(c => c.ApplicantId == Id && c.ExpertId == expert && c.Item == criterion))
            Do(Expert(expert), 2, _ => new WriteComment(Id, criterion, KindOf(comment.Kind), comment.Text, PlaceOf(comment.Quote)));
    }

    private void Deliberating()
    {
        Do(Leader, 900, new Reveal(Id));
        foreach (var remark in files.Meeting.Remarks.Where(r => r.ApplicantId == Id)) Say(remark);
        foreach (var revision in files.Scores.Revisions.Where(r => r.ApplicantId == Id))
        {
            var because = files.Meeting.Because.GetValueOrDefault(revision.Id);
            Do(Expert(revision.ExpertId), 70, room => new Revise(Id, revision.Item, revision.To, revision.Reason, IdOf(room, because)));
        }
        foreach (var minority in files.Scores.MinorityOpinions.Where(m => m.ApplicantId == Id)) Do(Expert(minority.ExpertId), 90, new RecordMinority(Id, minority.Item, minority.Text));
        foreach (var closure in files.Scores.LeaderClosures.Where(c => c.ApplicantId == Id))
            Do(Leader, 30, closure.Kind == "watch-accepted" ? new CloseItem(Id, closure.Item, Domain.Rooms.Closing.Accepted, files.Meeting.AcceptedReason) : new CloseItem(Id, closure.Item, Domain.Rooms.Closing.Differ));
    }

    private void Say(DemoRemark remark)
    {
        remarks[remark.Key] = remark.Text;
        Do(Expert(remark.ExpertId), 100, room => new WriteRemark(Id, remark.Item, remark.Text, PlaceOf(remark.Quote), IdOf(room, remark.About)));
    }

    private void Closing()
    {
        Do(Office, 120, new Close(Id));
        var signers = dossier.Signed ?? (dossier.Until == Phase.Signed ? [.. Panel] : []);
        foreach (var expert in signers)
            Do(Expert(expert), 75, new Sign(Id, dossier.Dissent?.GetValueOrDefault(expert), NoConflict: true));
    }

    private bool HasSubmitted(string expert) => dossier.Submitted is not { } submitted || submitted.Contains(expert);

    private int Marks(string expert) => HasSubmitted(expert) ? int.MaxValue : dossier.Drafts?.GetValueOrDefault(expert) ?? 0;

    private Person Expert(string id) => people[DemoFiles.AccountOf(id)];

    private string Letter(string expert) => ((char)('A' + panel.ExpertIds.IndexOf(expert))).ToString();

    private Place? PlaceOf(string? quote) => quote is not null && text.Value.PlaceOf(quote) is { } at ? new Place(at, quote) : null;

    /// <summary>Id of a remark written earlier: it was drawn when it was recorded.</summary>
    private string? IdOf(Room room, string? key) =>
        key is null ? null : room.Find(Id)?.Talks.Values.SelectMany(talk => talk.Thread).First(remark => remark.Text == remarks[key]).Id;

    private static CommentKind KindOf(string kind) => kind switch
    {
        "strength" => CommentKind.Strength,
        "gap" => CommentKind.Opportunity,
        _ => CommentKind.SiteIssue,
    };

    private void Do(Person by, int secondsLater, RoomAct act) => Do(by, secondsLater, _ => act);

    private void Do(Person by, int secondsLater, Func<Room, RoomAct> act)
    {
        clock -= TimeSpan.FromSeconds(secondsLater);
        steps.Add(new DemoStep<Room, RoomAct>(by, clock, act));
    }
}
