using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

public sealed partial record Application
{
    private const string Applicant = "applicant";
    private const string County = "county";
    private const string Office = "office";
    private const string Supervisor = "supervisor";

    /// <summary>Who somebody is to this application: its applicant before all else, so that nobody decides his own; null for everybody to whom there is none.</summary>
    private string? RoleOf(Person person, ApplicationTerms terms) => person switch
    {
        _ when person.Roles.HasFlag(Roles.Applicant) && person.Id == Account => Applicant,
        _ when person.Roles.HasFlag(Roles.Office) => Office,
        _ when person.Roles.HasFlag(Roles.Supervisor) => Supervisor,
        _ when IsSubmitted && terms.Body is { Kind: BodyKind.County or BodyKind.Department } body && body.Id == Recommender => County,
        _ => null,
    };

    /// <summary>
    /// The application as this person may see it: its applicant all but the findings under way, its county or department what was submitted to it, office and supervisor everything; null for everybody
    /// else: to them there is none. Who is recused from the applicant has been turned away before.
    /// </summary>
    public ApplicationView? For(Person person, ApplicationTerms terms)
    {
        if (Invitation is not { } invited || RoleOf(person, terms) is not { } role) return null;
        var isInside = role is Office or Supervisor;
        return new ApplicationView(Session, Id, Version, role, Stage, invited.Name, invited.Applicant, invited.Grade, Recommender, InvitedAt)
        {
            SessionTitle = terms.Title,
            Rubric = terms.Rubrics.FirstOrDefault(r => r.Kind == Kind)?.Rubric.Id,
            BodyName = terms.Find(Recommender)?.FullName ?? Recommender,
            Recommenders = role == Applicant && Stage == ApplicationStage.Draft && Kind == Rooms.ApplicantKind.Individual
                ? [.. terms.Bodies.Where(b => terms.MayRecommend(b.Id)).Select(b => new NamedBody(b.Id, b.FullName))] : [],
            Form = Form,
            Dossier = Dossier,
            Files = [.. Files.Select(AttachmentView.Of)],
            Notice = Notice,
            Submissions = Submissions,
            Recommendation = role == Applicant && Recommendation is { } letter ? letter with { By = null, Letter = letter.Letter with { LocalCheck = [] } } : Recommendation,
            Declined = role == Applicant && Declined is { } declined ? declined with { By = null } : Declined,
            Rounds = isInside ? Rounds : [.. Rounds.Select(r => r with { By = null })],
            Decision = isInside ? Decision : Decision is { } decision ? decision with { By = null } : null,
            ClosedAt = ClosedAt,
            Withdrawn = Withdrawn,
            Checks = ChecksBy(terms),
            Missing = Stage is ApplicationStage.Draft or ApplicationStage.Correction ? Missing() : [],
            Deadline = terms.Deadline,
            NoticeDays = terms.Readings.NoticeDays,
            MayWithdraw = role == Applicant && terms.Stage < SessionStage.PublicNotice && Stage is not (ApplicationStage.Withdrawn or ApplicationStage.Closed or ApplicationStage.Rejected),
            Findings = isInside ? [.. Findings.Values] : null,
            Account = isInside ? Account : null,
            CarriedTo = isInside ? CarriedTo : null,
            History = isInside ? History : null,
        };
    }

    /// <summary>A file of the application for who may see it; null for everybody else.</summary>
    public Attachment? FileFor(Person person, ApplicationTerms terms, string file) => Exists && RoleOf(person, terms) is not null ? Files.FirstOrDefault(f => f.Id == file) : null;

    /// <summary>What the facts of a form that is being filled would say, to its applicant; nothing to anybody else.</summary>
    public ImmutableArray<ConditionCheck> ChecksOf(ApplicationForm form, Person person, ApplicationTerms terms) =>
        Exists && RoleOf(person, terms) == Applicant && form.Fault(Kind) is null ? ChecksOf(form, terms) : [];

    private ImmutableArray<ConditionCheck> ChecksBy(ApplicationTerms terms) => ChecksOf(Form ?? ApplicationForm.Blank, terms);

    private ImmutableArray<ConditionCheck> ChecksOf(ApplicationForm form, ApplicationTerms terms) =>
        Eligibility.Of(Kind, Invitation?.Grade ?? Decisions.Grade.Main, form, terms, Recommendation is { } standing ? terms.Find(standing.Body) : null, Declined is not null);
}
