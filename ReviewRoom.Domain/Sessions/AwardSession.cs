using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Sessions;

/// <summary>How far an award session has come.</summary>
public enum SessionStage { Planned, Announced, Consultation, Consulted, Proposed, Reviewed, PublicNotice, NoticeEnded, Approved, Conferred }

/// <summary>One award session (届), from its plan on: who takes part, the consultation of the member units, the proposal.</summary>
public sealed partial record AwardSession : IStreamState<AwardSession, SessionAct, SessionEvent>
{
    private AwardSession(string id) => Id = id;

    /// <summary>A session that has no entry yet.</summary>
    /// <param name="id">The same as of its register: <c>session-6</c>.</param>
    public static AwardSession Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    public PlanSession? Plan { get; init; }
    private Announcement? Announced { get; init; }
    public ImmutableArray<Body> Bodies { get; init; } = [];
    private ImmutableSortedDictionary<string, string> People { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private Consultation? Consultation { get; init; }
    private Decision? Proposal { get; init; }
    private DateTimeOffset? ProposedAt { get; init; }
    private Closing Closing { get; init; } = Closing.None;
    /// <summary>The office's tables of days off.</summary>
    public WorkingDays Holidays { get; init; } = new([]);
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public bool Exists => Plan is not null;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public SessionStage Stage => this switch
    {
        { Closing.Conferral: not null } => SessionStage.Conferred,
        { Closing.Approval: not null } => SessionStage.Approved,
        { Closing.NoticeEndedAt: not null } => SessionStage.NoticeEnded,
        { Closing.Notice: not null } => SessionStage.PublicNotice,
        { Closing.Passed: not null } => SessionStage.Reviewed,
        { Proposal: not null } => SessionStage.Proposed,
        { Consultation.ClosedAt: not null } => SessionStage.Consulted,
        { Consultation: not null } => SessionStage.Consultation,
        { Announced: not null } => SessionStage.Announced,
        _ => SessionStage.Planned,
    };

    /// <summary>The body a person acts for; null for all others.</summary>
    public Body? BodyOf(string personId) => People.GetValueOrDefault(personId) is { } body ? Bodies.FirstOrDefault(b => b.Id == body) : null;

    /// <summary>The same, as far as the person may act for anybody.</summary>
    private Body? BodyOf(Person person) => person.Roles.HasFlag(Roles.Body) ? BodyOf(person.Id) : null;

    /// <summary>The conferral, once it is recorded: no secret, the register carries it on.</summary>
    public AwardsConferred? Conferred => Closing.Conferral;

    /// <summary>The applicant an act is about, or null: who is recused from him leaves it to another of the office.</summary>
    public string? CandidateOf(SessionAct act) => act switch
    {
        NoteFinding note => note.Candidate,
        DecideOpinion decide => decide.Candidate,
        NameHandlers name => Closing.Objections.GetValueOrDefault(name.Receipt)?.Filed.Candidate,
        ReadObjector read => Closing.Objections.GetValueOrDefault(read.Receipt)?.Filed.Candidate,
        SettleObjection settle => Closing.Objections.GetValueOrDefault(settle.Receipt)?.Filed.Candidate,
        _ => null,
    };

    /// <summary>When the program is to note that replies are due, or that the notice is over; null where nothing falls due.</summary>
    public DateTimeOffset? FallsDue => Stage switch
    {
        SessionStage.Consultation when Consultation is { FellDueAt: null } asked => asked.Due,
        SessionStage.PublicNotice when Closing.Notice is { } notice => new DateTimeOffset(notice.To.AddDays(1), default, ChinaTime.Offset),
        _ => null,
    };

    private IEnumerable<Body> Consulted => Bodies.Where(b => b.IsConsulted);

    public AwardSession Apply(SessionEvent happened, Stamp stamp) =>
        Next(happened, stamp) with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };

    private AwardSession Next(SessionEvent happened, Stamp stamp) => happened switch
    {
        SessionPlanned e => this with { Plan = e.Plan, Announced = Announced is { } said ? said with { Moved = said.Moved.Add(new DatesMoved(ChinaTime.DayOf(stamp.At), e.Plan.Reason ?? "")) } : null },
        SessionAnnounced e => this with { Announced = new Announcement(e, []) },
        BodiesTaken e => this with { Bodies = [.. Bodies.Where(b => e.Bodies.All(t => t.Id != b.Id)).Concat(e.Bodies).OrderBy(b => b.Id, StringComparer.Ordinal)] },
        PeopleLinked e => this with { People = People.SetItems(e.People.Select(p => KeyValuePair.Create(p.PersonId, p.Body))) },
        CandidateWithdrawn e => Without(e.Candidate),
        DossiersShortlisted e => this with { Shortlisted = new Shortlist(e.Candidates, e.Ended, e.Reason, stamp.At) },
        ConsultationStarted e => this with { Consultation = Sessions.Consultation.Of(e, stamp.At) },
        HolidaysPut e => this with { Holidays = new WorkingDays([.. Holidays.Tables.Where(t => t.Year != e.Table.Year), e.Table]) },
        ProposalReviewed { Review.Passed: false } => this with { Proposal = null, ProposedAt = null, Closing = Closing.After(happened, stamp) },
        ProposalReviewed or NoticePublished or ObjectionFiled or HandlersNamed or ObjectorRead or ObjectionSettled or NoticeEnded or ListApproved or AwardsConferred => this with { Closing = Closing.After(happened, stamp) },
        Proposed e => this with { Proposal = e.Decision, ProposedAt = stamp.At },
        _ => Consultation is { } asked ? this with { Consultation = Next(asked, happened, stamp, ActsBy(stamp.Actor) + 1) } : throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static Consultation Next(Consultation asked, SessionEvent happened, Stamp stamp, int own) => happened switch
    {
        BodyReplied e => asked with { Replies = asked.Replies.SetItem(e.Body, new BodyReply(e.Objections, stamp.At, stamp.Version, stamp.At > asked.Due, own)) },
        BodiesReminded e => asked with { Reminders = asked.Reminders.SetItems(e.Bodies.Select(b => KeyValuePair.Create(b, asked.Reminders.GetValueOrDefault(b) + 1))) },
        FindingNoted e => asked with { Findings = asked.Findings.SetItem(Sessions.Consultation.KeyOf(e.Body, e.Candidate), new Finding(e.Text, stamp.Actor, stamp.At)) },
        OpinionDecided e => asked with { Verdicts = asked.Verdicts.SetItem(Sessions.Consultation.KeyOf(e.Body, e.Candidate), new OpinionVerdict(e.Verdict, e.Reason, stamp.Actor, stamp.At)) },
        ConsultationFellDue => asked with { FellDueAt = stamp.At },
        ConsultationClosed => asked with { ClosedAt = stamp.At },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
