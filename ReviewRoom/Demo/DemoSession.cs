using System.Collections.Immutable;
using ReviewRoom.Components.Closing;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Demo;

/// <summary>Writes the acts of the demonstration's award session: its plan, its bodies, and the consultation of the member units about the dossiers closed by then.</summary>
/// <param name="rooms">As they stand; asked for only where the consultation is still to be written.</param>
internal sealed class DemoSession(DemoFiles files, IReadOnlyDictionary<string, Person> people, DateTimeOffset begins, Func<ImmutableArray<Room>> rooms)
{
    private static readonly TimeSpan Asked = TimeSpan.FromHours(22);

    private readonly List<DemoStep<AwardSession, SessionAct>> steps = [];

    private Person Office => people["office"];

    public ImmutableArray<DemoStep<AwardSession, SessionAct>> Steps()
    {
        var setUp = DemoScript.SetUp;
        Do(Office, setUp, Plan());
        Do(Office, setUp - TimeSpan.FromMinutes(2), new TakeBodies(files.Bodies));
        Do(Office, setUp - TimeSpan.FromMinutes(4), new LinkPeople(
            [.. files.Bodies.Select(b => new BodyPerson(b.Id, DemoFiles.AccountOf(b))), .. files.CountyGovernments.Select(c => new BodyPerson(c.GovernmentUnitId, DemoFiles.AccountOf(c)))]));
        if (ShippedHolidays.Of(files.Dates.ApplicationDeadline.Year) is { } table) Do(Office, setUp - TimeSpan.FromMinutes(6), new PutHolidays(table));
        Do(Office, setUp - TimeSpan.FromMinutes(8), Announcement());
        steps.Add(new(Office, Asked, _ => Start()));
        Replies();
        Decisions();
        return [.. steps.OrderByDescending(step => step.Before)];
    }

    private PlanSession Plan()
    {
        var dates = files.Dates;
        // The demonstration is looked at on any day: the panels are at work on it.
        var (meets, site) = (Later(dates.ConsensusMeeting.To, ChinaTime.DayOf(begins).AddDays(1)), dates.SiteReviewPlanned);
        if (site.From <= meets) site = new DemoSpan(meets.AddDays(14), meets.AddDays(32));
        DateOnly After(int days) => site.To.AddDays(days);
        return new PlanSession(files.Meeting.SessionTitle, "1", dates.ApplicationDeadline.Year, dates.ApplicationDeadline,
        [
            new("notice", dates.NoticeOn, dates.NoticeOn), new("application", dates.NoticeOn, dates.ApplicationDeadline), new("recommendation", dates.NoticeOn.AddDays(20), dates.ApplicationDeadline),
            new("formal-check", dates.ApplicationDeadline, dates.FormalCheckDone),
            new("document-review", dates.IndependentScoring.From, meets), new("site-review", site.From, site.To),
            new("consultation", After(3), After(17)), new("proposal", After(21), After(21)), new("public-notice", After(35), After(42)), new("approval", After(49), After(49)), new("conferral", Later(dates.ConferralPlanned, After(60)), Later(dates.ConferralPlanned, After(60))),
        ], new DecisionSettings());
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Dated as the data has it, or on the day the demonstration is set up where that comes first.</summary>
    private AnnounceSession Announcement()
    {
        var (law, day) = (files.Law, ChinaTime.DayOf(begins - DemoScript.SetUp));
        RubricChoice Of(ApplicantKind kind) => new(kind, files.Dates.RubricIds[kind == ApplicantKind.Organisation ? "organisation" : "individual"], 1);
        return new AnnounceSession(files.Dates.NoticeOn < day ? files.Dates.NoticeOn : day, [Of(ApplicantKind.Organisation), Of(ApplicantKind.Individual)], files.Meeting.HowToApply, files.Meeting.Contact)
        {
            Ground = AnnouncementGrounds.GroundOf(1, law.Figures, files.Rubrics),
        };
    }

    private StartConsultation Start()
    {
        var results = SessionResults.Of(rooms());
        ImmutableArray<Recommendation> recommended = [.. results.Select(r => (r.Id, files.Applicants.FirstOrDefault(a => a.Id == r.Id)?.Recommendation)).Where(r => r.Recommendation is not null)
            .Select(r => new Recommendation(r.Id, r.Recommendation?.ByUnitId ?? ""))];
        return new StartConsultation(Due, [.. results.Select(r => r.Id)], recommended) { Results = results };
    }

    /// <summary>Five in the afternoon of the next day, where the country's clock stands eight hours ahead.</summary>
    private DateTimeOffset Due => new DateTimeOffset(ChinaTime.Of(begins).Date.AddDays(1).AddHours(17), ChinaTime.Offset).ToUniversalTime();

    private void Replies()
    {
        var replying = files.Bodies.Where(b => b.IsConsulted && !files.Meeting.Consultation.Silent.ContainsKey(b.Id)).ToArray();
        foreach (var (body, place) in replying.Select((body, place) => (body, place)))
        {
            ImmutableArray<Opinion> objections = [.. files.Meeting.Consultation.Objections.Where(o => o.Unit == body.Id).Select(o => new Opinion(o.Candidate, o.Condition, o.Text, o.Basis))];
            Do(people[DemoFiles.AccountOf(body)], Asked - TimeSpan.FromMinutes(25 + 26 * place), new ReplyToConsultation(objections));
        }
    }

    private void Decisions()
    {
        foreach (var said in files.Meeting.Consultation.Objections)
        {
            if (said.Finding is { } finding) Do(Office, TimeSpan.FromMinutes(90), new NoteFinding(said.Unit, said.Candidate, finding));
            if (said is { Verdict: { } verdict, Reason: { } reason }) Do(Office, TimeSpan.FromMinutes(70), new DecideOpinion(said.Unit, said.Candidate, verdict, reason));
        }
        for (var round = 1; files.Meeting.Consultation.Silent.Where(s => s.Value >= round).Select(s => s.Key).ToImmutableArray() is { IsEmpty: false } late; round++)
            Do(Office, TimeSpan.FromMinutes(60 - 20 * round), new RemindBodies(late));
    }

    private void Do(Person by, TimeSpan before, SessionAct act) => steps.Add(new(by, before, _ => act));
}
