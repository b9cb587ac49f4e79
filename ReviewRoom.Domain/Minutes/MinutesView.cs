using System.Collections.Immutable;
using System.Reflection;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Minutes;

/// <summary>
/// The minutes (评审记录) of a room as one viewer may have them: JSON as it stands, and what every other form is written from. What he may not know is absent.
/// </summary>
/// <param name="Articles">The articles of the regulation cited, in order.</param>
public sealed record MinutesView(
    string Room, string Title, string Session, string SessionTitle, [property: Article(10)] RubricName Rubric, RoomSettings Settings, ViewerView Viewer,
    DateTimeOffset SetUpAt, [property: Article(16)] ImmutableArray<PanelSeat> Panel, ImmutableArray<ReplacedSeat>? Replaced, ImmutableArray<DeputyTerm>? Deputies,
    ImmutableArray<Pause> Pauses, ImmutableArray<DossierMinutes> Dossiers, ImmutableArray<CitedArticle> Articles)
{
    /// <summary>The sittings, where the meeting was adjourned.</summary>
    [Article(16)]
    public ImmutableArray<Sitting>? Sittings { get; init; }

    /// <summary>Of a site review: the room whose document review it follows.</summary>
    [Article(17)]
    public string? SiteReviewOf { get; init; }

    /// <summary>True for a rehearsal: to look at, and no minutes of anything.</summary>
    public bool? Rehearsal { get; init; }

    /// <summary>Who was at the table when, by what the server heard of each seat.</summary>
    [Article(16)]
    public AttendanceRegister? Attendance { get; init; }

    /// <summary>The public draw the panel came from.</summary>
    public string? Draw { get; init; }
}

/// <summary>The score table that was used, by its version (Article 10).</summary>
public sealed record RubricName(string Id, int Version, Words Name, string Standard, bool Provisional, int Points);

/// <summary>A chair of the panel and who sits on it at the end.</summary>
public sealed record PanelSeat(string Seat, string Name, bool? Leader);

/// <summary>Somebody else took a seat before its first mark; office and supervisor.</summary>
/// <param name="By">Person id.</param>
public sealed record ReplacedSeat(string Seat, string Before, string After, DateTimeOffset At, string By);

/// <summary>A deputy was appointed, or (no seat) the leader led again.</summary>
public sealed record DeputyTerm(string? Seat, DateTimeOffset At);

/// <summary>The room or a dossier was frozen; without an end it still is.</summary>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until, string Reason);

/// <summary>An article of the regulation; a provisional one (拟) is reconstructed, not quoted.</summary>
public sealed record CitedArticle(int Number, bool Provisional)
{
    /// <summary>Those named by the members of the minutes, each once, in order.</summary>
    public static readonly ImmutableArray<CitedArticle> All =
    [
        .. new[] { typeof(MinutesView), typeof(DossierMinutes) }.SelectMany(t => t.GetProperties()).SelectMany(p => p.GetCustomAttribute<ArticleAttribute>()?.Numbers ?? [])
            .Distinct().Order().Select(n => new CitedArticle(n, ArticleAttribute.IsProvisional(n))),
    ];

    /// <summary>The article a part of a dossier's minutes stands on.</summary>
    public static int? Behind(string member) => typeof(DossierMinutes).GetProperty(member)?.GetCustomAttribute<ArticleAttribute>()?.Numbers[0];
}

/// <summary>One dossier's part. Recused or suspended: id and that word, nothing else. Before the reveal: phase, attendance, declarations.</summary>
public sealed record DossierMinutes(string Id)
{
    public bool? Suspended { get; init; }
    public bool? Recused { get; init; }
    public string? Title { get; init; }
    public ApplicantKind? Kind { get; init; }
    /// <summary>True of a calibration dossier: not counted.</summary>
    public bool? Calibrates { get; init; }
    /// <summary>Why it was taken off the agenda, while it is.</summary>
    [Article(13)]
    public string? TakenOff { get; init; }
    public Phase? Phase { get; init; }
    public Moment? Opened { get; init; }
    public Moment? Revealed { get; init; }
    /// <summary>Why the reveal came before all sheets were in.</summary>
    public string? RevealReason { get; init; }
    /// <summary>Seats whose sheet was not in at the reveal; office and supervisor.</summary>
    public ImmutableArray<string>? MissingAtReveal { get; init; }
    public Moment? Closed { get; init; }
    [Article(16)]
    public ImmutableArray<Attendance>? Attendance { get; init; }
    public ImmutableArray<Absence>? Absences { get; init; }
    public ImmutableArray<Pause>? Pauses { get; init; }
    [Article(3)]
    public ImmutableArray<RecusalMinutes>? Recusals { get; init; }
    public ImmutableArray<ItemMinutes>? Items { get; init; }
    public ImmutableArray<SheetMinutes>? Sheets { get; init; }
    [Article(16)]
    public ImmutableArray<Movement>? Movements { get; init; }
    [Article(16)]
    public ImmutableArray<MinorityMinutes>? Minority { get; init; }
    /// <summary>Of a site review: what was to be settled on site, and what was found.</summary>
    [Article(17)]
    public ImmutableArray<SiteIssueView>? SiteIssues { get; init; }
    [Article(11)]
    public AggregateView? Result { get; init; }
    /// <summary>60 % of the table's points, exact: <c>600</c>, or a fraction in lowest terms.</summary>
    public string? Line { get; init; }
    /// <summary>What the result would be with the sheets voided since the reveal; office and supervisor (room.md 6).</summary>
    public VoidedResult? WithVoided { get; init; }
    public ConsensusView? Consensus { get; init; }
    [Article(16)]
    public ImmutableArray<SignatureLine>? Signatures { get; init; }
    public DateTimeOffset? SignedAt { get; init; }
    /// <summary>The chain's hash at the last signature, lower-case hex; office and supervisor.</summary>
    [Article(22)]
    public string? Head { get; init; }
    /// <summary>What was recorded of the dossier after its last signature; office and supervisor. The head at the signature stands.</summary>
    [Article(22)]
    public ImmutableArray<LaterEntry>? AfterSignature { get; init; }
    [Article(22)]
    public ImmutableArray<DisclosureView>? Disclosures { get; init; }
}

/// <summary>An entry made after the last signature: its kind, never its values.</summary>
/// <param name="By">Person id.</param>
public sealed record LaterEntry(string Kind, DateTimeOffset At, string By);

/// <summary>When, and by whom: a person id, absent for experts.</summary>
public sealed record Moment(DateTimeOffset At, string? By);

/// <summary>How a seat took part in one dossier.</summary>
/// <param name="DeclaredAt">When it declared that it had no conflict; office, supervisor and the seat itself.</param>
/// <param name="CertifiedAt">The same after the meeting.</param>
/// <param name="Reason">Why it is absent; office and supervisor.</param>
public sealed record Attendance(string Seat, SeatState State, DateTimeOffset? DeclaredAt, DateTimeOffset? SubmittedAt, bool? Late, DateTimeOffset? CertifiedAt, string? Reason)
{
    /// <summary>Where the sheet came on paper and counts; office and supervisor, and the seat itself; persons for office and supervisor.</summary>
    public PaperView? Paper { get; init; }
}

/// <summary>A time a seat was marked absent; without an end it still is.</summary>
/// <param name="Reason">Office and supervisor.</param>
public sealed record Absence(string Seat, DateTimeOffset From, DateTimeOffset? Until, string? Reason);

/// <summary>A conflict of interest and what became of it. Experts are told only that a seat is recused, and since when.</summary>
/// <param name="Seat">Absent where a member of the office is concerned.</param>
/// <param name="At">When the recusal took effect; of one that is not settled as a recusal, when it was raised.</param>
public sealed record RecusalMinutes(string? Seat, DateTimeOffset At)
{
    /// <summary>Person id.</summary>
    public string? Person { get; init; }
    public string? Type { get; init; }
    public ConflictState? State { get; init; }
    public ConflictSource? Source { get; init; }
    public ConflictStrength? Strength { get; init; }
    public string? Note { get; init; }
    public string? Reason { get; init; }
    public string? Contest { get; init; }
    public ImmutableArray<ConflictStep>? Steps { get; init; }
}

public enum ConflictStepKind { Declared, Raised, Confirmed, Dismissed, Contested }

/// <summary>One act of a conflict.</summary>
/// <param name="By">Person id.</param>
/// <param name="Effective">False for the first of two persons.</param>
public sealed record ConflictStep(ConflictStepKind Kind, DateTimeOffset At, string By, bool Effective);

/// <summary>One criterion: its marks first and last, its state, how it was closed.</summary>
/// <param name="AgreedRate">The leader's override where the official aggregate is the agreed panel score, percent.</param>
/// <param name="ClosedBy">Seat of the leader or deputy.</param>
public sealed record ItemMinutes(
    string Criterion, Words Name, int Points, string? Mean, string? Median, int? Range, int N, int Of, Agreement? State,
    ItemClosedView? Closed, string? ClosedBy, int? AgreedRate, ImmutableArray<MarkMinutes> Marks);

/// <param name="Seat">Seat letter, or the dossier's random label where names are hidden.</param>
/// <param name="First">Percent as sealed at the reveal or at a late submission; absent where it could not be judged.</param>
public sealed record MarkMinutes(string Seat, int? First, int? Final, bool? CannotJudge, string? WhyNot);

/// <summary>A sheet's total first and last.</summary>
/// <param name="First">Points, two decimals; absent while a mark is missing.</param>
public sealed record SheetMinutes(string Seat, string? First, string? Final, bool? Late, int Changes);

/// <summary>A mark that was changed in deliberation.</summary>
/// <param name="Because">The words of the remark that moved it.</param>
public sealed record Movement(string Criterion, string Seat, int? From, int? To, string Reason, string? Because, DateTimeOffset At);

public sealed record MinorityMinutes(string Criterion, string Seat, string Text, int? Rate, DateTimeOffset At);

/// <param name="Seats">Whose sheets were voided since the reveal.</param>
public sealed record VoidedResult(ImmutableArray<string> Seats, AggregateView Result);

/// <summary>A line of the signature sheet (专家签字表): every seat of the panel, signed or not.</summary>
public sealed record SignatureLine(string Seat, SeatState State, DateTimeOffset? At, string? Dissent);
