using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Sessions;

public sealed partial record AwardSession
{
    public const int LongestTitle = 200;
    public const int LongestReason = 1_000;
    public const int LongestOpinion = 2_000;
    public const int LongestBasis = 400;
    public const int MostBodies = 200;

    /// <summary>Conditions an objection can be about.</summary>
    [Article(8, 9)]
    public static readonly ImmutableArray<string> Conditions = ["E1", "E2", "E3", "E4", "E5", "E6", "E7"];

    /// <summary>Those that are asked of an organisation (Article 8), or of a person (Article 9).</summary>
    [Article(8, 9)]
    public static IEnumerable<string> ConditionsOf(ApplicantKind kind) => Conditions.Where(c => c == "E7" == (kind == ApplicantKind.Individual));

    /// <summary>Decides an act. The office acts on everything but a unit's reply; a unit replies; to all others there is no session.</summary>
    public Outcome<SessionEvent> Decide(SessionAct act, Asking asking)
    {
        var isOffice = asking.By.Roles.HasFlag(Roles.Office);
        if (act is PlanSession plan) return isOffice ? DecidePlan(plan) : RefusalCode.NotFound;
        if (!Exists) return RefusalCode.NotFound;
        if (act is PassDue or NoteWithdrawal or FileObjection or EndNotice) return asking.By == Person.System ? DecideByProgram(act, asking.At) : RefusalCode.NotAllowed;
        if (act is ReviewProposal or ApproveList && BodyOf(asking.By) is { Kind: BodyKind.LeadingGroup }) return DecideByGroup(act, asking);
        if (act is ReplyToConsultation reply) return BodyOf(asking.By) is { IsConsulted: true } body ? DecideReply(reply, body) : isOffice ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        if (!isOffice) return asking.By.Roles.HasFlag(Roles.Supervisor) || BodyOf(asking.By) is not null ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        return act switch
        {
            TakeBodies take => DecideBodies(take),
            LinkPeople link => DecidePeople(link),
            AnnounceSession announce => DecideAnnouncement(announce, asking.At),
            ShortlistDossiers list => DecideShortlist(list),
            StartConsultation start => DecideStart(start, asking.At),
            RemindBodies remind => DecideReminder(remind),
            NoteFinding note => DecideFinding(note),
            DecideOpinion decide => DecideVerdict(decide),
            CloseConsultation => DecideClose(asking.At),
            Propose => DecideProposal(),
            PutHolidays put => DecideHolidays(put),
            PublishNotice publish => DecideNotice(publish, asking.At),
            NameHandlers name => DecideHandlers(name),
            ReadObjector read => DecideReading(read, asking),
            SettleObjection settle => DecideSettling(settle, asking),
            ConferAwards confer => DecideConferral(confer, asking.At),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<SessionEvent> DecideBodies(TakeBodies act)
    {
        if (Stage > SessionStage.Announced) return RefusalCode.WrongStage;
        if (act.Bodies.IsDefaultOrEmpty || act.Bodies.Length > MostBodies || HasTwice(act.Bodies.Select(b => b.Id))) return Refusal.Malformed("bodies");
        return act.Bodies.All(b => Registers.Register.IsId(b.Id) && Registers.Register.IsName(b.ShortName) && Registers.Register.IsName(b.FullName)) ? new BodiesTaken(act.Bodies) : Refusal.Malformed("bodies");
    }

    private Outcome<SessionEvent> DecidePeople(LinkPeople act)
    {
        if (act.People.IsDefaultOrEmpty || HasTwice(act.People.Select(p => p.PersonId))) return Refusal.Malformed("people");
        if (act.People.Any(p => string.IsNullOrWhiteSpace(p.PersonId) || Bodies.All(b => b.Id != p.Body))) return Refusal.Malformed("people");
        return act.People.All(p => People.GetValueOrDefault(p.PersonId) == p.Body) ? RefusalCode.AlreadySettled : new PeopleLinked(act.People);
    }

    /// <summary>
    /// Only a dossier with a valid result can be a candidate; candidates stand by their number, so that no order tells a rank. A session whose notice went out on paper only,
    /// before it could be published here, is consulted about all the same: it is the notice that counts, not where it stands.
    /// </summary>
    [Article(6)]
    private Outcome<SessionEvent> DecideStart(StartConsultation act, DateTimeOffset at)
    {
        if (Stage > SessionStage.Announced) return RefusalCode.WrongStage;
        if (act.Due <= at) return Refusal.Malformed("due");
        if (!Consulted.Any()) return RefusalCode.NoBodies;
        if (act.Candidates.IsDefaultOrEmpty || HasTwice(act.Candidates)) return Refusal.Malformed("candidates");
        if (act.Candidates.Where(IsWithdrawn).ToImmutableArray() is { IsEmpty: false } gone) return new Refusal(RefusalCode.CandidateWithdrawn) { Criteria = gone };
        if (NotVisited(act) is { } notVisited) return notVisited;
        var recommended = act.Recommended ?? [];
        if (HasTwice(recommended.Select(r => r.Candidate)) || recommended.Any(r => !act.Candidates.Contains(r.Candidate) || Bodies.All(b => b.Id != r.Body))) return Refusal.Malformed("recommended");
        var chosen = act.Results.Where(r => act.Candidates.Contains(r.Id)).OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => recommended.FirstOrDefault(by => by.Candidate == r.Id) is { } by ? r with { Recommended = by.Body } : r).ToImmutableArray();
        return chosen.Length == act.Candidates.Length ? new ConsultationStarted(act.Due, chosen) : new Refusal(RefusalCode.NoResult) { Criteria = [.. act.Candidates.Where(c => chosen.All(r => r.Id != c))] };
    }

    [Article(6)]
    private Outcome<SessionEvent> DecideReply(ReplyToConsultation act, Body body)
    {
        if (Stage != SessionStage.Consultation || Consultation is not { } asked) return RefusalCode.WrongStage;
        if (act.Objections.IsDefault || HasTwice(act.Objections.Select(o => o.Candidate)) || act.Objections.Any(o => asked.Candidates.All(c => c.Id != o.Candidate))) return Refusal.Malformed("objections");
        if (act.Objections.Any(o => !Conditions.Contains(o.Condition))) return Refusal.Malformed("condition");
        if (act.Objections.Any(o => string.IsNullOrWhiteSpace(o.Text))) return new Refusal(RefusalCode.ReasonRequired) { Field = "text" };
        if (act.Objections.Any(o => o.Text.Length > LongestOpinion)) return new Refusal(RefusalCode.TextTooLong) { Field = "text" };
        if (act.Objections.Any(o => o.Basis?.Length > LongestBasis)) return new Refusal(RefusalCode.TextTooLong) { Field = "basis" };
        var before = asked.Replies.GetValueOrDefault(body.Id)?.Objections;
        // What has been decided stays as it was decided.
        if (before?.Any(o => asked.Verdicts.ContainsKey(Sessions.Consultation.KeyOf(body.Id, o.Candidate)) && !act.Objections.Contains(o)) == true) return RefusalCode.OpinionDecided;
        ImmutableArray<Opinion> objections = [.. act.Objections.OrderBy(o => o.Candidate, StringComparer.Ordinal)];
        return before?.SequenceEqual(objections) == true ? RefusalCode.AlreadySettled : new BodyReplied(body.Id, objections);
    }

    private Outcome<SessionEvent> DecideReminder(RemindBodies act)
    {
        if (Stage != SessionStage.Consultation || Consultation is not { } asked) return RefusalCode.WrongStage;
        if (act.Bodies.IsDefaultOrEmpty || HasTwice(act.Bodies) || act.Bodies.Any(id => Consulted.All(b => b.Id != id))) return Refusal.Malformed("bodies");
        return act.Bodies.Any(asked.Replies.ContainsKey) ? RefusalCode.AlreadySettled : new BodiesReminded(act.Bodies);
    }

    private Outcome<SessionEvent> DecideFinding(NoteFinding act)
    {
        if (Stage is not (SessionStage.Consultation or SessionStage.Consulted)) return RefusalCode.WrongStage;
        if (Consultation?.ObjectionOf(act.Body, act.Candidate) is null) return RefusalCode.NotFound;
        return Worded(act.Text, "text") ?? (Outcome<SessionEvent>)new FindingNoted(act.Body, act.Candidate, act.Text.Trim());
    }

    /// <summary>Every objection gets one decision with its reason; a decision may be made anew until the list is proposed.</summary>
    [Article(6)]
    private Outcome<SessionEvent> DecideVerdict(DecideOpinion act)
    {
        if (Stage is not (SessionStage.Consultation or SessionStage.Consulted)) return RefusalCode.WrongStage;
        if (Consultation?.ObjectionOf(act.Body, act.Candidate) is null) return RefusalCode.NotFound;
        return Worded(act.Reason, "reason") ?? (Outcome<SessionEvent>)new OpinionDecided(act.Body, act.Candidate, act.Verdict, act.Reason.Trim());
    }

    [Article(6)]
    private Outcome<SessionEvent> DecideClose(DateTimeOffset at)
    {
        if (Stage != SessionStage.Consultation || Consultation is not { } asked) return RefusalCode.WrongStage;
        var silent = SilentIn(asked);
        return at < asked.Due && !silent.IsEmpty ? RefusalCode.NotDue : new ConsultationClosed(silent);
    }

    [Article(6, 18)]
    private Outcome<SessionEvent> DecideDue(DateTimeOffset at)
    {
        if (Stage != SessionStage.Consultation || Consultation is not { FellDueAt: null } asked) return RefusalCode.WrongStage;
        return at < asked.Due ? RefusalCode.NotDue : new ConsultationFellDue(SilentIn(asked), [6, 18]);
    }

    private ImmutableArray<string> SilentIn(Consultation asked) => [.. Consulted.Select(b => b.Id).Where(id => !asked.Replies.ContainsKey(id))];

    /// <summary>The list by the rules, and never past an open objection: those whom an adopted objection took out are blocked.</summary>
    [Article(4, 6, 11, 19, 23)]
    private Outcome<SessionEvent> DecideProposal()
    {
        if (Stage != SessionStage.Consulted || Consultation is not { } asked || Plan is not { } plan) return RefusalCode.WrongStage;
        if (asked.Undecided.Select(o => o.Opinion.Candidate).Where(c => !IsWithdrawn(c)).Distinct(StringComparer.Ordinal).ToImmutableArray() is { IsEmpty: false } open) return new Refusal(RefusalCode.OpinionsOpen) { Criteria = open };
        return new Proposed(Decision.Decide(RequestOf(plan, asked)));
    }

    private DecisionRequest RequestOf(PlanSession plan, Consultation asked) => new(plan.Year, plan.Deadline, plan.Settings, [.. asked.Candidates.Where(c => !IsWithdrawn(c.Id)).Select(c => CandidateOf(c, asked))]);

    private static Candidate CandidateOf(CandidateResult result, Consultation asked) =>
        new(result.Id, result.Kind, Rational.Parse(result.Points), result.Of, WonBefore: [.. result.Won.Select(Award.Of).OfType<Award>()], Blocked: asked.IsOut(result.Id));

    private static Refusal? Worded(string text, string field) => Refusal.OfText(text, field, LongestReason);

    private static bool HasTwice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Any(g => g.Count() > 1);
}
