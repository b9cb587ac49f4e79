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
    /// <summary>The ledger version this was projected from: orders two views of one viewer on the server, and never leaves it.</summary>
    [JsonIgnore]
    public long Moment { get; init; }

    /// <summary>True for a rehearsal: every screen says so, and no document comes of it.</summary>
    public bool? Rehearsal { get; init; }
}

/// <param name="Leads">True for the leader, and for the deputy while one is appointed.</param>
public sealed record ViewerView(string Kind, string? Seat, bool? Leads);

public sealed record FrozenView(string Reason, DateTimeOffset At);

public enum Presence { Offline, Online, LineLost }

/// <summary>A chair of the panel. Presence is what the server hears now, not a record.</summary>
public sealed record SeatView(string Seat, string Name, bool? Leader, Presence Presence);

/// <summary>Explicit states instead of blanks. <see cref="Marking"/> does not tell whether a first mark was made.</summary>
public enum SeatState { Waiting, Marking, Submitted, Late, Suspended, Recused, Absent, Signed }

/// <param name="Declared">Whether the conflict declaration is in; the office and the seat itself.</param>
/// <param name="Reason">Why marked absent; office and supervisor.</param>
public sealed record SeatStateView(string Seat, SeatState State, bool? Declared, string? Reason);

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
    /// <summary>That the supervisor asked to see sealed values, with his reason; from the reveal on.</summary>
    public ImmutableArray<DisclosureView>? Disclosures { get; init; }
    /// <summary>How far the texts for the applicant are read; office and supervisor, from the closing on.</summary>
    public FeedbackProgress? Feedback { get; init; }
    public StandingView? Standing { get; init; }
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
    ImmutableArray<MarkView> Marks, ImmutableArray<RemarkView> Thread, ImmutableArray<MinorityView> Minority, ImmutableArray<ItemCommentView> Comments);

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
/// <param name="State">Worst state among the items not yet closed: agreed means consensus.</param>
public sealed record ConsensusView(
    Agreement State, bool Reached, int Agreed, int Watch, int Disputed, int Settled, ImmutableArray<string> Open, ImmutableArray<string> DisputedItems,
    string? Alpha, string? Icc21, string? Icc2k, string? W, int? CompleteSheets);

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
public sealed record StandingView(int Rank, int Of, bool? Safe, bool? Borderline, StandingReason? Because, string? Bracket);

/// <summary>Why a rank is not safe: <c>withoutSeat</c>, and what it would be then.</summary>
public sealed record StandingReason(string Reason, string? Seat, int? Rank);

/// <summary>A milestone in the room's life: what happened, to whom, never a value.</summary>
/// <param name="Kind">Kind of the entry (opened, submitted, revealed, recused, …): resource key <c>Event.{kind}</c>.</param>
public sealed record MilestoneView(DateTimeOffset At, string Kind, string? Seat, string? Dossier, string? Person, string? Reason);
