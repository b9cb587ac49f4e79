using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>Explicit states instead of blanks. <see cref="Marking"/> does not tell whether a first mark was made.</summary>
public enum SeatState { Waiting, Marking, Submitted, Late, Suspended, Recused, Absent, Signed }

/// <param name="Declared">Whether the conflict declaration is in; the office and the seat itself.</param>
/// <param name="Reason">Why marked absent; office and supervisor.</param>
public sealed record SeatStateView(string Seat, SeatState State, bool? Declared, string? Reason)
{
    /// <summary>Where its sheet came on paper; office and supervisor, and the seat itself.</summary>
    public PaperView? Paper { get; init; }

    /// <summary>Two readings of its paper sheet differed and it is not entered anew yet; office and supervisor.</summary>
    public bool? PaperMisread { get; init; }
}

/// <summary>One dossier as one viewer may see it. Recused or suspended: id and that word, nothing else.</summary>
public sealed record DossierView(string Id)
{
    public bool? Suspended { get; init; }
    public bool? Recused { get; init; }
    public string? Title { get; init; }
    public string? ShortTitle { get; init; }
    public ApplicantKind? Kind { get; init; }
    public Phase? Phase { get; init; }
    public FrozenView? Frozen { get; init; }
    public DateTimeOffset? Deadline { get; init; }
    /// <summary>Office: minutes that were left until the deadline when the meeting was adjourned, to be offered when it goes on.</summary>
    public int? DeadlineLeft { get; init; }
    /// <summary>True where the viewer may read the dossier's text and files now.</summary>
    public bool? Readable { get; init; }
    /// <summary>Files attached to the dossier, where the viewer may read it and there are any.</summary>
    public ImmutableArray<AttachmentView>? Files { get; init; }
    /// <summary>True where this viewer sees the marks of the panel (from the reveal on).</summary>
    public bool? Revealed { get; init; }
    /// <summary>Why the reveal came before all sheets were in.</summary>
    public string? RevealReason { get; init; }
    public DateTimeOffset? RevealedAt { get; init; }
    public ImmutableArray<SeatStateView>? Seats { get; init; }
    public MineView? Mine { get; init; }
    public ProgressView? Progress { get; init; }
    public AggregateView? Aggregate { get; init; }
    /// <summary>Office, before the reveal: the live figure was withdrawn because a sheet in it was taken back or its seat left.</summary>
    public bool? LiveWithdrawn { get; init; }
    public ImmutableArray<ItemView>? Items { get; init; }
    public ConsensusView? Consensus { get; init; }
    public ImmutableArray<ConflictView>? Conflicts { get; init; }
    public ImmutableArray<SignatureView>? Signatures { get; init; }
    /// <summary>Scans of paper sheets whose marks the viewer sees.</summary>
    public ImmutableArray<ScanView>? Scans { get; init; }
    /// <summary>That the supervisor asked to see sealed values, with his reason; from the reveal on.</summary>
    public ImmutableArray<DisclosureView>? Disclosures { get; init; }
    /// <summary>How far the texts for the applicant are read; office and supervisor, from the closing on.</summary>
    public FeedbackProgress? Feedback { get; init; }
    /// <summary>Of a site review: what is to be settled on site, and what was found; for who may read the dossier.</summary>
    public ImmutableArray<SiteIssueView>? SiteIssues { get; init; }
    public StandingView? Standing { get; init; }
    /// <summary>True of a calibration dossier (校准件): scored first by all, never counted.</summary>
    public bool? Calibrates { get; init; }
    /// <summary>True where it was taken off the agenda; <see cref="Frozen"/> tells why and when.</summary>
    public bool? TakenOff { get; init; }
    /// <summary>Of a calibration dossier from the reveal on: an expert's own line, and everybody's for the office, the supervisor and who leads.</summary>
    public ImmutableArray<CalibrationView>? Calibration { get; init; }
    /// <summary>The open items, by how much they can change the decision; from the reveal on.</summary>
    public ImmutableArray<StakeView>? Stakes { get; init; }
}

/// <summary>The viewer's own sheet.</summary>
/// <param name="Saved">Number of the viewer's own last act in this room: what "已存 #n" shows.</param>
public sealed record MineView(
    bool Declared, bool Submitted, bool? Late, ImmutableSortedDictionary<string, int> Marks, ImmutableSortedDictionary<string, string> CannotJudge,
    ImmutableArray<CommentView> Comments, int Saved, DateTimeOffset? SubmittedAt, bool? Certified, bool? Signed)
{
    /// <summary>In a site review: the viewer's own final marks of the document review, where there are any. Each counts once it is kept or changed.</summary>
    public ImmutableSortedDictionary<string, int>? Carried { get; init; }

    /// <summary>Criteria whose mark was brought along and is neither kept nor changed yet.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Unkept => Submitted || Carried is null ? [] : [.. Carried.Keys.Where(c => !Marks.ContainsKey(c) && !CannotJudge.ContainsKey(c))];
}

public sealed record CommentView(string Criterion, CommentKind Kind, string Text, Place? Place);

public sealed record ProgressView(int Submitted, int Eligible, int Recused, int Absent, int Suspended, int Minimum);

/// <summary>
/// The dossier's official figure. Before the reveal the office gets <see cref="Rate"/> and <see cref="N"/> by blocks and no more (room.md 4).
/// </summary>
/// <param name="Rate">Score rate in percent, two decimals; below 60 it is never shown as 60.00 (Article 11).</param>
/// <param name="Points">Two decimals.</param>
/// <param name="Exact">The total as a fraction in lowest terms, for tooltip and minutes.</param>
/// <param name="Spread">Highest minus lowest of the experts' own totals, as score rate, two decimals.</param>
public sealed record AggregateView(
    string Rate, int N, string? Points = null, int? Of = null, string? Exact = null, bool? Passes = null, bool? Valid = null, bool? Complete = null, string? Spread = null);

public sealed record SignatureView(string Seat, DateTimeOffset At, string? Dissent);

public sealed record DisclosureView(string By, string Reason, DateTimeOffset At);
