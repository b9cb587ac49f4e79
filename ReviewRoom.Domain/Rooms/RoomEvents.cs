using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>What happened in a room: the body of one ledger entry. <c>kind</c> is the entry's kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(RoomCreated), "roomCreated")]
[JsonDerivedType(typeof(Declared), "declared")]
[JsonDerivedType(typeof(MarkGiven), "marked")]
[JsonDerivedType(typeof(JudgementDeclined), "judgementDeclined")]
[JsonDerivedType(typeof(CommentWritten), "commented")]
[JsonDerivedType(typeof(MarksKept), "marksKept")]
[JsonDerivedType(typeof(FoundOnSite), "foundOnSite")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(TakenBack), "takenBack")]
[JsonDerivedType(typeof(RemarkWritten), "remarked")]
[JsonDerivedType(typeof(Revised), "revised")]
[JsonDerivedType(typeof(MinorityRecorded), "minorityRecorded")]
[JsonDerivedType(typeof(ItemClosed), "itemClosed")]
[JsonDerivedType(typeof(Revealed), "revealed")]
[JsonDerivedType(typeof(DossierClosed), "closed")]
[JsonDerivedType(typeof(SheetSigned), "signed")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(DeadlineSet), "deadlineSet")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(FocusSet), "focusSet")]
[JsonDerivedType(typeof(FrozenBy), "frozen")]
[JsonDerivedType(typeof(Thawed), "thawed")]
[JsonDerivedType(typeof(TakenOffAgenda), "takenOffAgenda")]
[JsonDerivedType(typeof(MeetingAdjourned), "adjourned")]
[JsonDerivedType(typeof(MeetingResumed), "resumed")]
[JsonDerivedType(typeof(PaperRecorded), "paperRecorded")]
[JsonDerivedType(typeof(PaperConfirmed), "paperConfirmed")]
[JsonDerivedType(typeof(PaperMisread), "paperMisread")]
[JsonDerivedType(typeof(PaperWithdrawn), "paperWithdrawn")]
[JsonDerivedType(typeof(SeatAbsent), "seatAbsent")]
[JsonDerivedType(typeof(SeatPresent), "seatPresent")]
[JsonDerivedType(typeof(SeatReplaced), "seatReplaced")]
[JsonDerivedType(typeof(DeputyAppointed), "deputyAppointed")]
[JsonDerivedType(typeof(ConflictRaised), "conflictRaised")]
[JsonDerivedType(typeof(ConflictConfirmed), "conflictConfirmed")]
[JsonDerivedType(typeof(ConflictDismissed), "conflictDismissed")]
[JsonDerivedType(typeof(ConflictContested), "conflictContested")]
[JsonDerivedType(typeof(Disclosed), "disclosed")]
[JsonDerivedType(typeof(FeedbackTextSettled), "feedbackTextSettled")]
[JsonDerivedType(typeof(FeedbackReleased), "feedbackReleased")]
[JsonDerivedType(typeof(ApprovalTaken), "approvalTaken")]
[JsonDerivedType(typeof(SeatJoined), "seatJoined")]
[JsonDerivedType(typeof(SeatAway), "seatAway")]
[JsonDerivedType(typeof(SeatReturned), "seatReturned")]
[JsonDerivedType(typeof(SeatLeft), "seatLeft")]
[JsonDerivedType(typeof(Restarted), "restarted")]
public abstract record RoomEvent;

/// <summary>Something that happened to one dossier.</summary>
public abstract record DossierEvent(string Dossier) : RoomEvent;

/// <summary>Something a seat did with one dossier.</summary>
public abstract record SheetEvent(string Dossier, string Seat) : DossierEvent(Dossier);

public sealed record RoomCreated(
    string Title, string Session, string SessionTitle, Rubric Rubric, RoomSettings Settings,
    ImmutableArray<SeatPlan> Seats, ImmutableArray<DossierPlan> Dossiers, RehearsalPlan? Rehearsal = null, string? Draw = null,
    string? SiteReviewOf = null, ImmutableArray<PriorConflict>? Prior = null) : RoomEvent;

/// <param name="ConflictId">Set where a conflict was declared.</param>
public sealed record Declared(string Dossier, string Seat, bool Conflict, string? Type, string? Note, string? ConflictId) : SheetEvent(Dossier, Seat);

public sealed record MarkGiven(string Dossier, string Seat, string Criterion, Rate? Rate) : SheetEvent(Dossier, Seat);

public sealed record JudgementDeclined(string Dossier, string Seat, string Criterion, string Reason) : SheetEvent(Dossier, Seat);

public sealed record CommentWritten(string Dossier, string Seat, string Criterion, CommentKind CommentKind, string Text, Place? Place) : SheetEvent(Dossier, Seat);

public sealed record MarksKept(string Dossier, string Seat, ImmutableArray<string> Criteria) : SheetEvent(Dossier, Seat);

public sealed record FoundOnSite(string Dossier, string Seat, string Issue, SiteOutcome Outcome, string Text) : SheetEvent(Dossier, Seat);

public sealed record Submitted(string Dossier, string Seat, bool Late) : SheetEvent(Dossier, Seat);

public sealed record TakenBack(string Dossier, string Seat) : SheetEvent(Dossier, Seat);

public sealed record RemarkWritten(string Dossier, string Seat, string Criterion, string Id, string Text, Place? Place, string? About) : SheetEvent(Dossier, Seat);

public sealed record Revised(string Dossier, string Seat, string Criterion, Rate? From, Rate Rate, string Reason, string? Because) : SheetEvent(Dossier, Seat);

public sealed record MinorityRecorded(string Dossier, string Seat, string Criterion, string Text) : SheetEvent(Dossier, Seat);

public sealed record ItemClosed(string Dossier, string Seat, string Criterion, Closing How, string? Reason, int? Rate) : SheetEvent(Dossier, Seat);

/// <param name="Labels">The dossier's random label of each seat, in seat order, drawn at the reveal.</param>
/// <param name="Missing">Seats whose sheet was not in.</param>
public sealed record Revealed(string Dossier, string? Reason, ImmutableArray<string> Missing, ImmutableArray<string> Labels) : DossierEvent(Dossier);

public sealed record DossierClosed(string Dossier) : DossierEvent(Dossier);

/// <param name="NoConflict">True where the declaration after the meeting was made with the signature; before that it was an entry of its own (<see cref="Declared"/>).</param>
public sealed record SheetSigned(string Dossier, string Seat, string? Dissent, bool? NoConflict = null) : SheetEvent(Dossier, Seat);

/// <param name="Start">Of a site review: what it started from.</param>
public sealed record Opened(string Dossier, SiteStart? Start = null) : DossierEvent(Dossier);

public sealed record DeadlineSet(string Dossier, DateTimeOffset? Until) : DossierEvent(Dossier);

public sealed record Reminded(string Dossier, ImmutableArray<string> Seats) : DossierEvent(Dossier);

public sealed record FocusSet(string? Dossier) : RoomEvent;

public sealed record FrozenBy(string? Dossier, string Reason) : RoomEvent;

public sealed record Thawed(string? Dossier) : RoomEvent;

public sealed record TakenOffAgenda(string Dossier, string Reason) : DossierEvent(Dossier);

public sealed record MeetingAdjourned(string Reason, DateTimeOffset? Until) : RoomEvent;

public sealed record MeetingResumed : RoomEvent;

/// <summary>Something that became of a paper sheet.</summary>
public abstract record PaperEvent(string Dossier, string Seat) : SheetEvent(Dossier, Seat);

public sealed record PaperRecorded(string Dossier, string Seat, ImmutableArray<PaperMark> Marks, Attachment? Scan) : PaperEvent(Dossier, Seat);

/// <summary>A second person has read the same: the sheet is handed in.</summary>
public sealed record PaperConfirmed(string Dossier, string Seat, bool Late) : PaperEvent(Dossier, Seat);

/// <summary>A second person has read something else: both readings are void, and the sheet of paper decides. Where they differ is in no entry.</summary>
public sealed record PaperMisread(string Dossier, string Seat) : PaperEvent(Dossier, Seat);

public sealed record PaperWithdrawn(string Dossier, string Seat, string Reason) : PaperEvent(Dossier, Seat);

public sealed record SeatAbsent(string Seat, string? Dossier, string Reason) : RoomEvent;

public sealed record SeatPresent(string Seat, string? Dossier) : RoomEvent;

public sealed record SeatReplaced(string Seat, string PersonId, string Name) : RoomEvent;

public sealed record DeputyAppointed(string? Seat) : RoomEvent;

/// <param name="Effective">False for the first of two persons.</param>
public sealed record ConflictRaised(
    string Dossier, string Id, string? Seat, string PersonId, string Type, string Note, ConflictSource Source, ConflictStrength Strength, bool Effective, Basis? Basis = null)
    : DossierEvent(Dossier);

public sealed record ConflictConfirmed(string Dossier, string Id, bool Effective) : DossierEvent(Dossier);

public sealed record ConflictDismissed(string Dossier, string Id, string Reason, bool Effective) : DossierEvent(Dossier);

public sealed record ConflictContested(string Dossier, string Id, string Text) : DossierEvent(Dossier);

public sealed record Disclosed(string Dossier, string Reason) : DossierEvent(Dossier);

/// <summary>Something heard of a seat's line, by the program.</summary>
/// <param name="At">When it happened; the entry is written a little later.</param>
public abstract record AttendanceEvent(string Seat, DateTimeOffset At) : RoomEvent;

public sealed record SeatJoined(string Seat, DateTimeOffset At) : AttendanceEvent(Seat, At);

/// <summary>The line is lost; <paramref name="At"/> is the last time it was heard.</summary>
public sealed record SeatAway(string Seat, DateTimeOffset At) : AttendanceEvent(Seat, At);

public sealed record SeatReturned(string Seat, DateTimeOffset At) : AttendanceEvent(Seat, At);

public sealed record SeatLeft(string Seat, DateTimeOffset At) : AttendanceEvent(Seat, At);

/// <summary>The program was started anew while these seats were at the table: nobody left because of that.</summary>
public sealed record Restarted(DateTimeOffset At, ImmutableArray<string> Seats) : RoomEvent;
