using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>A request to a room (room.md 9): who may ask, when, and what it does is decided by <see cref="Room.Decide"/>. JSON: <c>{"act":"mark", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(CreateRoom), "createRoom")]
[JsonDerivedType(typeof(Declare), "declare")]
[JsonDerivedType(typeof(GiveMark), "mark")]
[JsonDerivedType(typeof(CannotJudge), "cannotJudge")]
[JsonDerivedType(typeof(WriteComment), "comment")]
[JsonDerivedType(typeof(KeepMarks), "keepMarks")]
[JsonDerivedType(typeof(FindOnSite), "findOnSite")]
[JsonDerivedType(typeof(Submit), "submit")]
[JsonDerivedType(typeof(TakeBack), "takeBack")]
[JsonDerivedType(typeof(WriteRemark), "remark")]
[JsonDerivedType(typeof(Revise), "revise")]
[JsonDerivedType(typeof(RecordMinority), "minority")]
[JsonDerivedType(typeof(CloseItem), "closeItem")]
[JsonDerivedType(typeof(Reveal), "reveal")]
[JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Sign), "sign")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(SetDeadline), "deadline")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(SetFocus), "focus")]
[JsonDerivedType(typeof(Freeze), "freeze")]
[JsonDerivedType(typeof(Thaw), "thaw")]
[JsonDerivedType(typeof(TakeOffAgenda), "takeOffAgenda")]
[JsonDerivedType(typeof(Adjourn), "adjourn")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(RecordPaper), "recordPaper")]
[JsonDerivedType(typeof(ConfirmPaper), "confirmPaper")]
[JsonDerivedType(typeof(WithdrawPaper), "withdrawPaper")]
[JsonDerivedType(typeof(MarkAbsent), "markAbsent")]
[JsonDerivedType(typeof(MarkPresent), "markPresent")]
[JsonDerivedType(typeof(ReplaceSeat), "replaceSeat")]
[JsonDerivedType(typeof(AppointDeputy), "deputy")]
[JsonDerivedType(typeof(RaiseConflict), "raiseConflict")]
[JsonDerivedType(typeof(ConfirmConflict), "confirmConflict")]
[JsonDerivedType(typeof(DismissConflict), "dismissConflict")]
[JsonDerivedType(typeof(ContestConflict), "contestConflict")]
[JsonDerivedType(typeof(Disclose), "disclose")]
[JsonDerivedType(typeof(SettleFeedbackText), "feedbackText")]
[JsonDerivedType(typeof(ReleaseFeedback), "releaseFeedback")]
[JsonDerivedType(typeof(TakeApproval), "takeApproval")]
[JsonDerivedType(typeof(NoteSeat), "noteSeat")]
[JsonDerivedType(typeof(NoteRestart), "noteRestart")]
public abstract record RoomAct;

/// <summary>An act about one dossier.</summary>
public abstract record DossierAct(string Dossier) : RoomAct;

/// <summary>An act about one criterion of one dossier.</summary>
public abstract record ItemAct(string Dossier, string Criterion) : DossierAct(Dossier);

/// <summary>The first entry of a room: panel, agenda, rubric and settings.</summary>
/// <param name="Rehearsal">Only for a rehearsal.</param>
/// <param name="Draw">Id of the draw the panel came from, and its round where it was repeated; absent where it was named.</param>
/// <param name="SiteReviewOf">Of a site review: the room whose closed dossiers are gone to see; score table and texts are that room's.</param>
public sealed record CreateRoom(
    string Title, string Session, string SessionTitle, Rubric Rubric, RoomSettings Settings,
    ImmutableArray<SeatPlan> Seats, ImmutableArray<DossierPlan> Dossiers, RehearsalPlan? Rehearsal = null, string? Draw = null, string? SiteReviewOf = null) : RoomAct
{
    /// <summary>Conflicts of interest of the document review, given by the server; not a part of the request.</summary>
    [JsonIgnore]
    public ImmutableArray<PriorConflict>? Prior { get; init; }
}

/// <summary>A conflict declaration for one dossier: without one a seat sees no text and may not mark. That there is none is declared anew after the meeting, with the signature (<see cref="Sign"/>).</summary>
public sealed record Declare(string Dossier, bool Conflict, string? Type = null, string? Note = null) : DossierAct(Dossier);

/// <summary>A mark; <c>rate: null</c> takes it away again.</summary>
/// <param name="Rate">Percent; checked against the 5-step grid when decided, so that a wrong value is a refusal with its reason.</param>
public sealed record GiveMark(
    string Dossier, string Criterion, [property: JsonRequired, JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Rate) : ItemAct(Dossier, Criterion);

public sealed record CannotJudge(string Dossier, string Criterion, string Reason) : ItemAct(Dossier, Criterion);

public enum CommentKind { Strength, Opportunity, SiteIssue }

/// <summary>A place in a dossier: heading code and paragraph (<c>4.3.2 ¶3</c>), with the words quoted there if any.</summary>
public sealed record Place(string At, string? Quote = null);

/// <summary>One comment per criterion and kind; an empty text takes it away.</summary>
public sealed record WriteComment(string Dossier, string Criterion, CommentKind Kind, string Text, Place? Place = null) : ItemAct(Dossier, Criterion);

/// <summary>In a site review: says of marks brought along from the document review that they stand.</summary>
public sealed record KeepMarks(string Dossier, ImmutableArray<string> Criteria) : DossierAct(Dossier);

/// <summary>Writes down what the site visit found about a question; a later finding takes its place.</summary>
public sealed record FindOnSite(string Dossier, string Issue, SiteOutcome Outcome, string Text) : DossierAct(Dossier);

public sealed record Submit(string Dossier) : DossierAct(Dossier);

public sealed record TakeBack(string Dossier) : DossierAct(Dossier);

/// <param name="About">Id of the remark answered.</param>
public sealed record WriteRemark(string Dossier, string Criterion, string Text, Place? Place = null, string? About = null) : ItemAct(Dossier, Criterion);

/// <param name="Because">Id of the remark that moved the expert.</param>
public sealed record Revise(string Dossier, string Criterion, int? Rate, string Reason, string? Because = null) : ItemAct(Dossier, Criterion);

public sealed record RecordMinority(string Dossier, string Criterion, string Text) : ItemAct(Dossier, Criterion);

public enum Closing { Agreed, Accepted, Differ }

/// <param name="Rate">Only where the official aggregate is the agreed panel score: the leader's override, 0..100, with a reason.</param>
public sealed record CloseItem(string Dossier, string Criterion, Closing How, string? Reason = null, int? Rate = null) : ItemAct(Dossier, Criterion);

public sealed record Reveal(string Dossier, string? Reason = null) : DossierAct(Dossier);

public sealed record Close(string Dossier) : DossierAct(Dossier);

/// <param name="NoConflict">The declaration after the meeting: there is no conflict of interest. Without it nothing is signed; a conflict noticed only now is declared instead.</param>
public sealed record Sign(string Dossier, string? Dissent = null, bool NoConflict = false) : DossierAct(Dossier);

public sealed record Open(string Dossier) : DossierAct(Dossier)
{
    /// <summary>Of a site review: what it starts from, given by the server at this moment; not a part of the request.</summary>
    [JsonIgnore]
    public SiteStart? Start { get; init; }
}

public sealed record SetDeadline(string Dossier, DateTimeOffset? At) : DossierAct(Dossier);

public sealed record Remind(string Dossier) : DossierAct(Dossier);

public sealed record SetFocus(string? Dossier) : RoomAct;

/// <summary>Stops all acts of the room, or of one dossier.</summary>
public sealed record Freeze(string Reason, string? Dossier = null) : RoomAct;

public sealed record Thaw(string? Dossier = null) : RoomAct;

/// <summary>Takes a dossier off the agenda, in any phase: the applicant has withdrawn, or should not have been there. <see cref="Thaw"/> puts it back.</summary>
public sealed record TakeOffAgenda(string Dossier, string Reason) : DossierAct(Dossier);

/// <summary>Ends today's sitting; the meeting goes on at another time. Deadlines end with it; what was left of them is offered when it goes on.</summary>
/// <param name="Until">When it is to go on, where that is known.</param>
public sealed record Adjourn(string Reason, DateTimeOffset? Until = null) : RoomAct;

/// <summary>Begins the next sitting of an adjourned meeting.</summary>
public sealed record Resume : RoomAct;

/// <summary>Enters a signed paper sheet; it counts once another member of the office has confirmed it. Entering it again replaces what was entered.</summary>
/// <param name="NoConflict">The paper carries the signed declaration that there is no conflict of interest.</param>
public sealed record RecordPaper(string Dossier, string Seat, ImmutableArray<PaperMark> Marks, bool NoConflict, Attachment? Scan = null) : DossierAct(Dossier);

/// <summary>Reads a paper sheet back: the second person enters it anew, without being shown what the first has entered. A reading that differs voids both.</summary>
public sealed record ConfirmPaper(string Dossier, string Seat, ImmutableArray<PaperMark> Marks) : DossierAct(Dossier);

/// <summary>Takes a paper sheet back, before the reveal also one that counts: the seat can use its page again.</summary>
public sealed record WithdrawPaper(string Dossier, string Seat, string Reason) : DossierAct(Dossier);

public sealed record MarkAbsent(string Seat, string Reason, string? Dossier = null) : RoomAct;

public sealed record MarkPresent(string Seat, string? Dossier = null) : RoomAct;

public sealed record ReplaceSeat(string Seat, string PersonId, string Name) : RoomAct;

public sealed record AppointDeputy(string? Seat) : RoomAct;

/// <summary>By office or supervisor, or by the program from the register. <paramref name="Person"/> instead of a seat: a member of the office.</summary>
/// <param name="Basis">Where it follows from a fact of the register; then <paramref name="Note"/> may be empty.</param>
public sealed record RaiseConflict(
    string Dossier, string? Seat, string Type, string Note, string? Person = null, bool Derived = false, Basis? Basis = null) : DossierAct(Dossier);

public sealed record ConfirmConflict(string Conflict) : RoomAct;

public sealed record DismissConflict(string Conflict, string Reason) : RoomAct;

public sealed record ContestConflict(string Conflict, string Text) : RoomAct;

/// <summary>The supervisor asks to see a dossier's sealed values; the reason is on record and the panel sees after the reveal that it happened.</summary>
public sealed record Disclose(string Dossier, string Reason) : DossierAct(Dossier);

/// <summary>The program writes down what it heard of a seat's line; nobody else may.</summary>
public sealed record NoteSeat(string Seat, AttendanceStep Step, DateTimeOffset At) : RoomAct;

/// <summary>The program writes down that it was started anew while seats were at the table.</summary>
public sealed record NoteRestart(DateTimeOffset At) : RoomAct;

/// <summary>A seat at set-up.</summary>
/// <param name="Seat">A letter, A to Z.</param>
public sealed record SeatPlan(string Seat, string PersonId, string Name, bool Leader = false);

public enum ApplicantKind { Organisation, Individual }

/// <summary>A dossier on the agenda at set-up.</summary>
/// <param name="Text">SHA-256 (lower-case hex) of the Markdown text, which is kept outside the ledger.</param>
/// <param name="Files">Attached files, kept outside the ledger; absent where there are none.</param>
/// <param name="Won">Awards won before, for the repeat rule (Article 23) on the standings.</param>
/// <param name="Calibrates">True of a calibration dossier (校准件): scored first by all, so that the panel sees how its scales lie; never counted.</param>
public sealed record DossierPlan(string Id, string Title, ApplicantKind Kind, string? Text = null, ImmutableArray<WonBefore>? Won = null, string? ShortTitle = null,
    ImmutableArray<Attachment>? Files = null, bool? Calibrates = null);

/// <summary>An earlier award of the applicant.</summary>
/// <param name="Grade">main or nomination.</param>
public sealed record WonBefore(string Grade, int Year, DateOnly? ConferredOn = null, bool Revoked = false);

public enum EvidenceRequired { OutsideMiddle, Extremes, None }
public enum OfficialAggregate { Mean, Median, Agreed }
public enum Trimming { None, Item, Total }
public enum MarkNames { Named, Letters }

/// <summary>How this room counts and shows (room.md 3 to 5): recorded at set-up, locked at the first opening.</summary>
/// <param name="Minimum">Fewest eligible sheets for a result that is valid for ranking.</param>
public sealed record RoomSettings(
    int Minimum = 5, EvidenceRequired EvidenceRequired = EvidenceRequired.OutsideMiddle, OfficialAggregate OfficialAggregate = OfficialAggregate.Mean,
    Trimming Trimming = Trimming.None, MarkNames MarkNames = MarkNames.Named, bool GapsMayBeAccepted = true);
