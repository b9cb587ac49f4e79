using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Intake;

namespace ReviewRoom.Demo;

/// <summary>The demonstration's data as it ships: applicants, experts, awards before, one meeting's marks, and how far each dossier has come.</summary>
public sealed record DemoFiles(DemoMeeting Meeting, DemoScores Scores, ImmutableArray<DemoApplicant> Applicants, ImmutableArray<DemoExpert> Experts, ImmutableArray<DemoAward> Awards, Rubric Rubric, string Folder, DemoSessionDates Dates, ImmutableArray<Body> Bodies)
{
    private const string LeadingGroup = "leading";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <param name="folder">The data folder beside the program; never a served one.</param>
    public static DemoFiles Read(string folder)
    {
        var rubric = RubricFile.Read(File.ReadAllBytes(Path.Combine(folder, "rubrics", "gbt19580-2012.json")));
        var history = Json<HistoryFile>(folder, "history");
        var meeting = Json<DemoMeeting>(folder, "meeting");
        return new DemoFiles(
            meeting, Json<DemoScores>(folder, "scores"), Json<ApplicantsFile>(folder, "applicants").Organisations,
            Json<ExpertsFile>(folder, "experts").Experts, history.Awards,
            rubric.Rubric ?? throw new InvalidDataException($"The score table is not sound: {rubric.Problems[0]}"), folder, history.CurrentSession,
            [new Body(LeadingGroup, meeting.LeadingGroup, meeting.LeadingGroup, BodyKind.LeadingGroup, false), .. BodyIntake.Sound(File.ReadAllBytes(Path.Combine(folder, "demo", "units.json")))]);
    }

    /// <summary>County governments: each has a person of its own, beside the one who replies as a member unit.</summary>
    public ImmutableArray<DemoCountyGovernment> CountyGovernments => [.. Json<CountiesFile>(Folder, "counties").Counties.Where(c => c.IsCountyLevelGovernment)];

    /// <summary>Who acts for a county government in recommendations: county-140321.</summary>
    public static string AccountOf(DemoCountyGovernment county) => $"county-{county.DivisionCode}";

    /// <summary>The regulation as it ships.</summary>
    public Domain.Law.Regulation Law => Domain.Law.RegulationFile.Read(File.ReadAllBytes(Path.Combine(Folder, "scheme", $"{Live.LiveRegulations.Id}.json"))).Regulation ?? throw new InvalidDataException("The regulation is not sound.");

    /// <summary>The score tables as they ship.</summary>
    public ImmutableArray<Rubric> Rubrics => [.. Directory.EnumerateFiles(Path.Combine(Folder, "rubrics"), "*.json").Order(StringComparer.Ordinal).Select(file => RubricFile.Read(File.ReadAllBytes(file)).Rubric).OfType<Rubric>()];

    public string Dossier(string applicant) => File.ReadAllText(Path.Combine(Folder, "demo", "dossiers", $"{applicant}.md"));

    /// <summary>An expert's account: exp-01 of the data signs in as expert-01.</summary>
    public static string AccountOf(string expert) => expert.Replace("exp-", "expert-", StringComparison.Ordinal);

    /// <summary>Who acts for a body signs in under its id.</summary>
    public static string AccountOf(Body body) => body.Id;

    /// <summary>The register of awards after the conferrals.</summary>
    public DemoAwardsFile AwardsStory() => Json<DemoAwardsFile>(Folder, "awards");

    /// <summary>Credit codes of all organisations, by id.</summary>
    public IReadOnlyDictionary<string, string> CreditCodes => Applicants.Select(a => (a.Id, Code: a.UnifiedSocialCreditCode)).Concat(Json<EntitiesFile>(Folder, "entities").Entities.Select(e => (e.Id, Code: e.Uscc)))
        .Where(o => o.Code is not null).ToDictionary(o => o.Id, o => o.Code ?? "", StringComparer.Ordinal);

    private static T Json<T>(string folder, string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(folder, "demo", $"{name}.json")), Options) ?? throw new InvalidDataException(name);

    private sealed record ApplicantsFile(ImmutableArray<DemoApplicant> Organisations);

    private sealed record ExpertsFile(ImmutableArray<DemoExpert> Experts);

    private sealed record CountiesFile(ImmutableArray<DemoCountyGovernment> Counties);

    private sealed record EntitiesFile(ImmutableArray<DemoEntity> Entities);

    private sealed record HistoryFile(ImmutableArray<DemoAward> Awards, DemoSessionDates CurrentSession);
}

public sealed record DemoApplicant(string Id, string Name, string ShortName, DemoRecommendation? Recommendation, string? UnifiedSocialCreditCode = null);

/// <param name="DivisionCode">Absent of the high-tech zone, which is no county government.</param>
public sealed record DemoCountyGovernment(DemoCountyName Name, bool IsCountyLevelGovernment, string GovernmentUnitId, string? DivisionCode = null);

public sealed record DemoCountyName(string Zh);

public sealed record DemoEntity(string Id, string? Uscc = null);

public sealed record DemoRecommendation(string ByUnitId);

/// <summary>The days of the session under way.</summary>
public sealed record DemoSessionDates(DateOnly NoticeOn, DateOnly ApplicationDeadline, DateOnly FormalCheckDone, DemoSpan IndependentScoring, DemoSpan ConsensusMeeting, DemoSpan SiteReviewPlanned, DateOnly ConferralPlanned, Dictionary<string, string> RubricIds);

public sealed record DemoSpan(DateOnly From, DateOnly To);

public sealed record DemoExpert(string Id, string Name);

public sealed record DemoAward(
    string Id, string SessionId, string HolderId, string HolderName, string HolderKind, string Grade, DateOnly ConferredOn, DateOnly ValidUntil, int RewardYuan, bool RepeatWinner, string Status);

/// <summary>The recorded meeting.</summary>
public sealed record DemoScores(
    string SessionId, ImmutableArray<DemoPanel> Panels, ImmutableArray<DemoSheet> Sheets, ImmutableArray<DemoComment> Comments, ImmutableArray<DemoRevision> Revisions,
    ImmutableArray<DemoMinority> MinorityOpinions, ImmutableArray<DemoClosure> LeaderClosures);

public sealed record DemoPanel(string Id, string Name, string LeaderId, ImmutableArray<string> ExpertIds, int MinimumEligible);

public sealed record DemoSheet(string ApplicantId, string ExpertId, Dictionary<string, int> Percents);

public sealed record DemoComment(string ApplicantId, string ExpertId, string Item, string Kind, string Text, string? Quote);

public sealed record DemoRevision(string Id, string ApplicantId, string ExpertId, string Item, int To, string Reason);

public sealed record DemoMinority(string ApplicantId, string ExpertId, string Item, string Text);

public sealed record DemoClosure(string ApplicantId, string Item, string Kind);

/// <summary>How far the demonstration has come: which dossier stands where, and who did what.</summary>
public sealed record DemoMeeting(
    string SessionTitle, string BoardTitle, ImmutableArray<DemoPerson> People, string AcceptedReason, string CannotJudgeReason, ImmutableArray<DemoRoom> Rooms,
    ImmutableArray<DemoRemark> Remarks, Dictionary<string, string> Because, string LeadingGroup, string HowToApply, string Contact, DemoConsultation Consultation);

public sealed record DemoPerson(string Id, string Name, string Role);

public sealed record DemoRoom(string Id, string PanelId, string Focus, ImmutableArray<DemoDossier> Dossiers);

/// <param name="MinutesAgo">When it was opened, before the demonstration began.</param>
/// <param name="Drafts">Marks on an unfinished sheet, by expert.</param>
/// <param name="Conflicts">Declared by the experts themselves.</param>
/// <param name="Raised">Raised by the supervisor and still to be settled.</param>
public sealed record DemoDossier(
    string Id, Phase Until, int MinutesAgo, ImmutableArray<string>? Submitted = null, Dictionary<string, int>? Drafts = null, ImmutableArray<string>? Signed = null,
    Dictionary<string, string>? Dissent = null, Dictionary<string, string>? Absent = null, Dictionary<string, DemoConflict>? Conflicts = null, Dictionary<string, DemoConflict>? Raised = null);

/// <summary>How far the consultation of the member units has come.</summary>
/// <param name="Silent">Units without a reply, with how often each was reminded.</param>
public sealed record DemoConsultation(Dictionary<string, int> Silent, ImmutableArray<DemoObjection> Objections);

/// <param name="Verdict">Absent where it is still open.</param>
public sealed record DemoObjection(string Unit, string Candidate, string Condition, string Text, string? Basis = null, string? Finding = null, Verdict? Verdict = null, string? Reason = null);

public sealed record DemoConflict(string Type, string Note);

public sealed record DemoRemark(string Key, string ApplicantId, string ExpertId, string Item, string Text, string? Quote = null, string? About = null);
