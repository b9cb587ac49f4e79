using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

/// <summary>Where an application stands up to its acceptance (law.md 3).</summary>
public enum ApplicationStage { Draft, InternalNotice, Submitted, Recommended, NotRecommended, Correction, Accepted, Rejected, Closed, Withdrawn }

/// <summary>One application (申报) of a session, from the invitation to the decision whether it is accepted. Its id is the applicant's id.</summary>
public sealed partial record Application : IStreamState<Application, ApplicationAct, ApplicationEvent>
{
    private Application(string session, string id) => (Session, Id) = (session, id);

    /// <summary>An application that has no entry yet.</summary>
    public static Application Named(string session, string id) => new(session, id);

    public string Session { get; }
    public string Id { get; }
    public long Version { get; init; }
    private ApplicantInvited? Invitation { get; init; }
    private DateTimeOffset InvitedAt { get; init; }
    private string Account { get; init; } = "";
    private ApplicationForm? Form { get; init; }
    private string? Dossier { get; init; }
    private ImmutableArray<Attachment> Files { get; init; } = [];
    private InternalNoticeBegun? Notice { get; init; }
    private ImmutableArray<Submission> Submissions { get; init; } = [];
    private StandingRecommendation? Recommendation { get; init; }
    private DeclinedRecommendation? Declined { get; init; }
    private ImmutableSortedDictionary<string, FindingOf> Findings { get; init; } = ImmutableSortedDictionary.Create<string, FindingOf>(StringComparer.Ordinal);
    private ImmutableArray<CorrectionRound> Rounds { get; init; } = [];
    private ApplicationDecision? Decision { get; init; }
    private DateTimeOffset? ClosedAt { get; init; }
    private Withdrawal? Withdrawn { get; init; }
    private string? CarriedTo { get; init; }
    private ImmutableArray<ApplicationEntry> History { get; init; } = [];
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public bool Exists => Invitation is not null;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public ApplicationStage Stage => this switch
    {
        { Withdrawn: not null } => ApplicationStage.Withdrawn,
        { ClosedAt: not null } => ApplicationStage.Closed,
        { Decision.IsAccepted: true } => ApplicationStage.Accepted,
        { Decision: not null } => ApplicationStage.Rejected,
        { OpenRound: not null } => ApplicationStage.Correction,
        { Recommendation: not null } => ApplicationStage.Recommended,
        { Declined: not null } => ApplicationStage.NotRecommended,
        { Submissions.IsEmpty: false } => ApplicationStage.Submitted,
        { Notice: not null } => ApplicationStage.InternalNotice,
        _ => ApplicationStage.Draft,
    };

    /// <summary>Organisation or individual.</summary>
    public ApplicantKind Kind => Invitation?.Applicant ?? ApplicantKind.Organisation;

    /// <summary>Does this account act for the applicant?</summary>
    public bool IsOf(string personId) => Exists && Account == personId;

    public string Name => Invitation?.Name ?? "";

    /// <summary>By which earlier awards of an organisation are found.</summary>
    public string? CreditCode => Kind == ApplicantKind.Organisation && Form?.CreditCode?.Trim() is { Length: > 0 } code ? code : null;

    /// <summary>When the program is to note something that happens by itself; null where nothing falls due.</summary>
    public DateTimeOffset? FallsDue(ApplicationTerms terms) => Stage switch
    {
        ApplicationStage.Draft or ApplicationStage.InternalNotice when Exists => new DateTimeOffset(terms.Deadline.AddDays(1), default, ChinaTime.Offset),
        ApplicationStage.Correction when OpenRound is { OverdueAt: null } round => round.Due,
        _ => null,
    };

    /// <summary>Withdrawn after it had come into the session: the session has to know.</summary>
    public bool HasLeft => Withdrawn is not null && CarriedTo is not null;

    /// <summary>Accepted, and not in the session's register yet: what is to be carried there.</summary>
    public AcceptedApplication? ToCarry => Stage == ApplicationStage.Accepted && CarriedTo is null && Form is { } form && Dossier is { } text
        ? new AcceptedApplication(Id, Name, Kind, form, text, Files) : null;

    private bool IsSubmitted => !Submissions.IsEmpty;

    private CorrectionRound? OpenRound => Rounds is [.., { AnsweredAt: null } last] ? last : null;

    /// <summary>Who recommends: the body the applicant names, or else the one of the invitation.</summary>
    private string Recommender => Form?.Recommender is { Length: > 0 } named && Kind == ApplicantKind.Individual ? named : Invitation?.Body ?? "";

    public Application Apply(ApplicationEvent happened, Stamp stamp)
    {
        var next = Next(happened, stamp) with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };
        return happened is FormSaved or DossierSaved or FilesAdded or FileRemoved ? next : next with { History = History.Add(new ApplicationEntry(stamp.Version, stamp.At, stamp.Actor, happened)) };
    }

    private Application Next(ApplicationEvent happened, Stamp stamp) => happened switch
    {
        ApplicantInvited e => this with { Invitation = e, InvitedAt = stamp.At, Account = e.PersonId },
        ApplicantLinked e => this with { Account = e.PersonId },
        FormSaved e => this with { Form = e.Form },
        DossierSaved e => this with { Dossier = e.Text },
        FilesAdded e => this with { Files = Files.AddRange(e.Files) },
        FileRemoved e => this with { Files = Files.RemoveAll(f => f.Id == e.File) },
        InternalNoticeBegun e => this with { Notice = e },
        InternalNoticeStopped => this with { Notice = null },
        ApplicationSubmitted e => this with { Submissions = [new Submission(1, stamp.At, null) { Objections = e.Objections, Handled = e.Handled }] },
        CorrectionAnswered e => this with { Submissions = Submissions.Add(new Submission(Submissions.Length + 1, stamp.At, e.Answer)), Rounds = Rounds.SetItem(Rounds.Length - 1, Rounds[^1] with { AnsweredAt = stamp.At, Answer = e.Answer }) },
        ApplicationWithdrawn e => this with { Withdrawn = new Withdrawal(e.Reason, stamp.At) },
        ApplicantRecommended e => this with { Recommendation = new StandingRecommendation(e.Body, e.Letter, stamp.At, stamp.Actor), Declined = null },
        RecommendationDeclined e => this with { Declined = new DeclinedRecommendation(e.Body, e.Reason, stamp.At, stamp.Actor) },
        RecommendationWithdrawn => this with { Recommendation = null, Findings = Findings.RemoveRange(Findings.Keys.Where(Conditions.IsRecommendation)) },
        ConditionChecked e => this with { Findings = Findings.SetItem(e.Condition, new FindingOf(e.Condition, e.Result, e.Evidence, e.Text, stamp.Actor, stamp.At, Submissions.Length)) },
        CorrectionAsked e => this with { Rounds = Rounds.Add(new CorrectionRound(Rounds.Length + 1, e.Points, e.Due, stamp.At, stamp.Actor)) },
        ApplicationAccepted e => this with { Decision = new ApplicationDecision(true, null, null, e.Reason, stamp.At, stamp.Actor) },
        ApplicationRejected e => this with { Decision = new ApplicationDecision(false, e.Condition, e.Article, e.Reason, stamp.At, stamp.Actor) },
        ApplicationClosed => this with { ClosedAt = stamp.At },
        CorrectionFellDue => this with { Rounds = Rounds.SetItem(Rounds.Length - 1, Rounds[^1] with { OverdueAt = stamp.At }) },
        ApplicationCarried e => this with { CarriedTo = e.Register },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };
}
