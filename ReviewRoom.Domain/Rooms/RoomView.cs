using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// What one viewer may know of a room. A member that the viewer may not know is null, and null members are absent from the JSON:
// absent is not zero and not empty. Rates and points are strings with fixed decimals because they are for reading, never for deciding.

/// <summary>A room as one viewer may see it (room.md 4 and 10). The only way anything of a room leaves the server.</summary>
/// <param name="Etag">SHA-256 (hex) over the canonical bytes of this view without the etag, the items of each dossier by a hash of their own: equal etags, equal sight.</param>
/// <param name="Events">The last milestones, newest first; they carry no values.</param>
/// <param name="OwnConflicts">The viewer's own conflicts, so that a recused person can contest; the dossier's own entry tells nothing but that word.</param>
/// <param name="Told">What the supervisor was told and when; for the supervisor and the office only.</param>
public sealed record RoomView(
    string Id, string Etag, string Title, string Session, string SessionTitle, string Rubric, RoomSettings Settings, ViewerView Viewer,
    FrozenView? Frozen, string? Focus, string? Deputy, ImmutableArray<SeatView> Seats, ImmutableArray<DossierView> Dossiers,
    ImmutableArray<MilestoneView> Events, ImmutableArray<MilestoneView>? Told, ImmutableArray<ConflictView>? OwnConflicts)
{
    /// <summary>Severity adjustment over the whole session; office and supervisor.</summary>
    public SeverityView? Severity { get; init; }

    /// <summary>The register of attendance; for the supervisor and the office.</summary>
    public AttendanceRegister? Attendance { get; init; }

    /// <summary>The ledger version this was projected from: orders two views of one viewer on the server, and never leaves it.</summary>
    [JsonIgnore]
    public long Moment { get; init; }

    /// <summary>The sitting that was adjourned, while the meeting is: until it is resumed nothing is scored, revealed or signed.</summary>
    public Sitting? Adjourned { get; init; }

    /// <summary>The sittings so far, where the meeting was ever adjourned.</summary>
    public ImmutableArray<Sitting>? Sittings { get; init; }

    /// <summary>Why all acts on this dossier stop now: adjourned, or frozen as a room or by itself.</summary>
    public FrozenView? StopOf(DossierView dossier) => Adjourned is { To: { } at } sitting ? new FrozenView(sitting.Reason ?? "", at) : Frozen ?? dossier.Frozen;

    /// <summary>True for a rehearsal: every screen says so, and no document comes of it.</summary>
    public bool? Rehearsal { get; init; }
}

/// <param name="Leads">True for the leader, and for the deputy while one is appointed.</param>
public sealed record ViewerView(string Kind, string? Seat, bool? Leads);

public sealed record FrozenView(string Reason, DateTimeOffset At);

public enum Presence { Offline, Online, LineLost }

/// <summary>A chair of the panel. Presence is what the server hears now, not a record.</summary>
/// <param name="LostMinutes">For how many whole minutes a lost line is lost.</param>
public sealed record SeatView(string Seat, string Name, bool? Leader, Presence Presence, int? LostMinutes = null);

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
    public StandingView? Standing { get; init; }
    /// <summary>True of a calibration dossier (校准件): scored first by all, never counted.</summary>
    public bool? Calibrates { get; init; }
    /// <summary>Of a calibration dossier from the reveal on: an expert's own line, and everybody's for the office, the supervisor and who leads.</summary>
    public ImmutableArray<CalibrationView>? Calibration { get; init; }
    /// <summary>The open items, by how much they can change the decision; from the reveal on.</summary>
    public ImmutableArray<StakeView>? Stakes { get; init; }
}

/// <summary>The viewer's own sheet.</summary>
/// <param name="Saved">Number of the viewer's own last act in this room: what "已存 #n" shows.</param>
public sealed record MineView(
    bool Declared, bool Submitted, bool? Late, ImmutableSortedDictionary<string, int> Marks, ImmutableSortedDictionary<string, string> CannotJudge,
    ImmutableArray<CommentView> Comments, int Saved, DateTimeOffset? SubmittedAt, bool? Certified, bool? Signed);

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

public enum Agreement { Agreed, Watch, Disputed }

/// <param name="N">Marks counted; <paramref name="Of"/> eligible sheets.</param>
/// <param name="State">Absent with fewer than two marks.</param>
public sealed record ItemView(
    string Criterion, string? Mean, string? Median, int? Range, int? Low, int? High, int N, int Of, Agreement? State, ItemClosedView? Closed,
    ImmutableArray<MarkView> Marks, ImmutableArray<RemarkView> Thread, ImmutableArray<MinorityView> Minority, ImmutableArray<ItemCommentView> Comments)
{
    /// <summary>The smallest change of marks that would make the item agreed; absent where it is agreed or closed.</summary>
    public SettlingView? Settling { get; init; }

    /// <summary>The worse state that is still shown, until the better one has stood for five seconds; absent otherwise. <see cref="State"/> decides.</summary>
    public Agreement? Held { get; init; }

    /// <summary>The state to draw.</summary>
    [JsonIgnore]
    public Agreement? Shown => Held ?? State;
}

/// <summary>The smallest change that would settle an item: information about where the panel stands, never advice.</summary>
/// <param name="Only">No other change is as small.</param>
public sealed record SettlingView(ImmutableArray<ShiftView> Shifts, bool Only);

/// <param name="Seat">As beside the mark: seat letter or random label.</param>
public sealed record ShiftView(string Seat, int From, int To);

public sealed record ItemClosedView(Closing How, string? Reason, DateTimeOffset At);

/// <param name="Seat">Seat letter, or the dossier's random label where names are hidden.</param>
/// <param name="First">The sealed first rate, where it differs from the rate now.</param>
/// <param name="Reason">Of the last revision, or why it cannot be judged.</param>
public sealed record MarkView(string Seat, int? Rate, int? First, string? Reason, bool? Mine, bool? Late, bool? CannotJudge, ImmutableArray<RevisionView>? Revisions);

public sealed record RevisionView(int? From, int? To, string Reason, string? Because, DateTimeOffset At);

public sealed record RemarkView(string Id, string Seat, string Text, Place? Place, string? About, DateTimeOffset At, bool? Mine);

public sealed record MinorityView(string Seat, string Text, int? Rate, DateTimeOffset At, bool? Mine);

public sealed record ItemCommentView(string Seat, CommentKind Kind, string Text, Place? Place, bool? Mine);

/// <summary>Where the panel stands; alpha, ICC and W are information only and absent where undefined (room.md 5).</summary>
/// <param name="State">Worst state among the items not yet closed: agreed means consensus. It, <paramref name="Reached"/>, <paramref name="Settled"/> and
/// <paramref name="Open"/> go by the marks as they are; the counts and <paramref name="DisputedItems"/> by what is shown of each item.</param>
public sealed record ConsensusView(
    Agreement State, bool Reached, int Agreed, int Watch, int Disputed, int Settled, ImmutableArray<string> Open, ImmutableArray<string> DisputedItems,
    string? Alpha, string? Icc21, string? Icc2k, string? W, int? CompleteSheets)
{
    /// <summary>From the first marks to now.</summary>
    public MovementView? Movement { get; init; }
}

/// <summary>How the panel moved in deliberation; information only.</summary>
/// <param name="Revised">Marks changed, of <paramref name="Marks"/>.</param>
/// <param name="FirstRange">Mean range of the items first, points of percent, one decimal; absent with fewer than two sheets.</param>
/// <param name="FinalRange">The same now.</param>
public sealed record MovementView(int Revised, int Marks, string? FirstRange, string? FinalRange, ImmutableArray<SeatMovementView> Seats);

/// <param name="Seat">As beside the marks: seat letter or random label.</param>
/// <param name="Mean">Mean change of a mark, points of percent, two decimals; absent where no mark has both.</param>
public sealed record SeatMovementView(string Seat, int Revised, string? Mean);

/// <summary>How an expert's marks on a calibration dossier lie to the panel's (room.md 5).</summary>
/// <param name="Seat">As beside the marks: seat letter or random label.</param>
/// <param name="First">Mean of (own first mark - the item's mean), points of percent, two decimals: severe below zero, lenient above.</param>
/// <param name="Final">The same over the marks as they are.</param>
/// <param name="Marks">First marks that entered.</param>
public sealed record CalibrationView(string Seat, int Marks, string? First, string? Final, bool? Mine);

public enum ConflictState { Raised, Confirmed, Dismissed }
public enum ConflictSource { Self, Registry, Applicant, Supervisor, Office }
public enum ConflictStrength { Direct, Derived }

/// <param name="Note">The ground in words; office and supervisor only, and the author of a self-declaration.</param>
/// <param name="Awaiting">The act that waits for a second named person: raise, confirm or dismiss.</param>
/// <param name="Basis">The fact of the register it follows from; office, supervisor and the person himself.</param>
public sealed record ConflictView(
    string Id, string Dossier, string? Seat, string? Person, string Type, ConflictState State, ConflictSource? Source, ConflictStrength? Strength, string? Note, string? Reason,
    DateTimeOffset? At, string? Awaiting, string? AwaitingBy, string? Contest, Basis? Basis = null);

public sealed record SignatureView(string Seat, DateTimeOffset At, string? Dissent);

public sealed record DisclosureView(string By, string Reason, DateTimeOffset At);

/// <summary>The dossier's place among those this viewer may see revealed.</summary>
public sealed record StandingView(int Rank, int Of, bool? Safe, bool? Borderline, StandingReason? Because, string? Bracket)
{
    /// <summary>The place by severity-adjusted means; office and supervisor, where panels are unequal. Information only.</summary>
    public AdjustedView? Adjusted { get; init; }
}

/// <param name="Rate">Score rate in percent, two decimals.</param>
public sealed record AdjustedView(string Rate, int Rank);

/// <summary>What severity adjustment says of all standings this viewer sees (room.md 5, incomplete panels).</summary>
/// <param name="Balanced">The panels are complete: the adjustment adds nothing, and there are no adjusted figures.</param>
/// <param name="Linked">False where some dossiers share no expert with the others: their severities cannot be compared.</param>
/// <param name="Differs">The adjusted order is another one. The raw one decides.</param>
public sealed record SeverityView(bool Balanced, bool Linked, bool Differs);

public enum StakeTowards { Line, Quota, Rank }

/// <summary>An open item and what it could change within the panel's own marks: information which to discuss next.</summary>
/// <param name="Up">How far the score rate would rise if the item's mean were the highest mark given; percentage points, two decimals.</param>
/// <param name="Down">How far it would fall if it were the lowest.</param>
/// <param name="Towards">What it is nearest to change: the side of the 60 % line, the quota place, or the rank.</param>
/// <param name="Distance">How far the rate is from that; percentage points, two decimals.</param>
/// <param name="IsUp">Whether a higher rate would change it, or a lower one.</param>
/// <param name="Reaches">The item alone could change it.</param>
public sealed record StakeView(string Criterion, string Up, string Down, StakeTowards Towards, string Distance, bool IsUp, bool Reaches);

/// <summary>Why a rank is not safe: <c>withoutSeat</c>, and what it would be then.</summary>
public sealed record StandingReason(string Reason, string? Seat, int? Rank);

/// <summary>A milestone in the room's life: what happened, to whom, never a value.</summary>
/// <param name="Kind">Kind of the entry (opened, submitted, revealed, recused, …): resource key <c>Event.{kind}</c>.</param>
public sealed record MilestoneView(DateTimeOffset At, string Kind, string? Seat, string? Dossier, string? Person, string? Reason);
