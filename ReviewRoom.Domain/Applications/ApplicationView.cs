using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>An application as one viewer may see it. No score is in it.</summary>
/// <param name="Id">The applicant's id.</param>
/// <param name="Version">Tells the server which of two views is older; it counts acts the viewer may not know of, and so never leaves it.</param>
/// <param name="Role">applicant, county, office or supervisor.</param>
/// <param name="Body">Id of the county government or department that recommends.</param>
public sealed record ApplicationView(
    string Session, string Id, [property: JsonIgnore] long Version, string Role, ApplicationStage Stage, string Name, ApplicantKind Kind, Grade Grade, string Body, DateTimeOffset InvitedAt)
{
    /// <summary>Title of the session.</summary>
    public string SessionTitle { get; init; } = "";

    /// <summary>Id of the score table it will be judged by; absent as long as the session is not announced.</summary>
    public string? Rubric { get; init; }

    /// <summary>Name of the county government or department that recommends.</summary>
    public string BodyName { get; init; } = "";

    /// <summary>Whom an individual may name instead, while the application is drafted.</summary>
    public ImmutableArray<NamedBody> Recommenders { get; init; } = [];

    public ApplicationForm? Form { get; init; }

    /// <summary>SHA-256 of the self-evaluation report's Markdown.</summary>
    public string? Dossier { get; init; }

    public ImmutableArray<AttachmentView> Files { get; init; } = [];

    /// <summary>The internal notice with its days.</summary>
    public InternalNoticeBegun? Notice { get; init; }

    /// <summary>In order; the number of the last is what a decision names.</summary>
    public ImmutableArray<Submission> Submissions { get; init; } = [];

    /// <summary>The applicant reads the letter without the local check.</summary>
    public StandingRecommendation? Recommendation { get; init; }

    public DeclinedRecommendation? Declined { get; init; }

    /// <summary>Corrections, in order.</summary>
    public ImmutableArray<CorrectionRound> Rounds { get; init; } = [];

    public ApplicationDecision? Decision { get; init; }

    /// <summary>When the deadline had passed over it.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    /// <summary>What the facts say of each condition.</summary>
    public ImmutableArray<ConditionCheck> Checks { get; init; } = [];

    /// <summary>What is not filled in yet, while it can be.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Last day of applications.</summary>
    public DateOnly Deadline { get; init; }

    /// <summary>Working days of the internal notice.</summary>
    public int NoticeDays { get; init; }

    public bool MayWithdraw { get; init; }

    /// <summary>The office's findings by condition; office and supervisor.</summary>
    public ImmutableArray<FindingOf>? Findings { get; init; }

    /// <summary>Person id of who acts for the applicant; office and supervisor.</summary>
    public string? Account { get; init; }

    /// <summary>Stream of the register an accepted application stands in; office and supervisor.</summary>
    public string? CarriedTo { get; init; }

    /// <summary>Every entry but the saving of drafts; office and supervisor.</summary>
    public ImmutableArray<ApplicationEntry>? History { get; init; }
}

/// <summary>A body by its id and name.</summary>
public sealed record NamedBody(string Id, string Name);

/// <summary>How many applications of a session stand where.</summary>
/// <param name="Invited">All that were begun.</param>
/// <param name="Drafting">Not submitted, and not past the deadline.</param>
/// <param name="Submitted">Submitted at some time and not withdrawn since.</param>
/// <param name="Waiting">Submitted, and without a word of the county or department.</param>
/// <param name="ToCheck">Recommended or not, and for the office to decide.</param>
public sealed record ApplicationCounts(
    int Invited, int Drafting, int Submitted, int Waiting, int Recommended, int NotRecommended, int ToCheck, int InCorrection, int Accepted, int Rejected, int Withdrawn, int Closed)
{
    public static ApplicationCounts Of(IReadOnlyCollection<ApplicationView> views)
    {
        int In(params ApplicationStage[] stages) => views.Count(v => stages.Contains(v.Stage));
        return new ApplicationCounts(
            views.Count, In(ApplicationStage.Draft, ApplicationStage.InternalNotice), views.Count(v => !v.Submissions.IsEmpty && v.Withdrawn is null), In(ApplicationStage.Submitted),
            views.Count(v => v.Recommendation is not null), views.Count(v => v.Declined is not null), In(ApplicationStage.Recommended, ApplicationStage.NotRecommended), In(ApplicationStage.Correction),
            In(ApplicationStage.Accepted), In(ApplicationStage.Rejected), In(ApplicationStage.Withdrawn), In(ApplicationStage.Closed));
    }
}
