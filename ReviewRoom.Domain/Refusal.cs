using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain;

/// <summary>Why a request was declined. Codes are keys: the words, in the reader's language, are the application's (resource key <c>Refusal.{Code}</c>).</summary>
public enum RefusalCode
{
    /// <summary>There is no such thing, or the asker may not know of it.</summary>
    NotFound,
    NotAllowed,
    [Article(16)] WrongPhase,
    [Article(6)] Frozen,
    NotFrozen,
    /// <summary>A seat that has marked keeps its person: he is marked absent, or recused.</summary>
    [Article(16)] SeatHasMarked,
    /// <summary>The meeting is adjourned: only conflicts of interest and the office's own affairs go on.</summary>
    [Article(16)] Adjourned,
    NotAdjourned,
    /// <summary>The sheet comes on paper; its page takes nothing.</summary>
    [Article(16)] OnPaper,
    NoPaper,
    /// <summary>Nothing has been opened yet, so there is nothing to adjourn.</summary>
    NotSitting,
    [Article(3)] NotDeclared,
    AlreadyDeclared,
    /// <summary>That there is no conflict is declared anew after the meeting, with the signature and not apart from it.</summary>
    [Article(3)] NotCertified,
    [Article(3)] Suspended,
    [Article(3)] Recused,
    Absent,
    [Article(16)] AlreadySubmitted,
    [Article(16)] NotSubmitted,
    [Article(16)] SheetIncomplete,
    [Article(16)] EvidenceMissing,
    [Article(10)] RateOffGrid,
    [Article(10)] UnknownCriterion,
    UnknownSeat,
    UnknownConflict,
    UnknownConflictType,
    ReasonRequired,
    TextTooLong,
    [Article(16)] SheetsMissing,
    [Article(16)] ItemsOpen,
    [Article(17)] IssuesOpen,
    [Article(17)] UnknownIssue,
    [Article(17)] NothingCarried,
    /// <summary>With a shortlist only those on it go on whose site review is closed.</summary>
    [Article(17)] NotVisited,
    /// <summary>The applicant has withdrawn.</summary>
    [Article(13)] CandidateWithdrawn,
    [Article(16)] MinorityMissing,
    SameRate,
    [Article(16)] NotDisputed,
    AlreadySettled,
    /// <summary>A calibration dossier counts for nothing: it goes on no board and to no applicant.</summary>
    NotCounted,
    AlreadySigned,
    /// <summary>Signing asks for the password again, beside the act.</summary>
    PasswordNeeded,
    PasswordWrong,
    /// <summary>After wrong passwords the next try has to wait (<see cref="Refusal.Seconds"/>).</summary>
    PasswordWait,
    [Article(3)] AlreadyMarked,
    [Article(6)] SamePerson,
    [Article(6)] SecondPersonNeeded,
    [Article(11)] NotReleasable,
    [Article(3)] TwoSheetsMustChange,
    Locked,
    NotLocked,
    /// <summary>A ceremony tells its places: nothing else goes on the board until it has ended.</summary>
    CeremonyUnderWay,
    NoCeremony,
    /// <summary>Not every dossier of the session is closed, or there is no place to be told.</summary>
    [Article(11)] CeremonyNotReady,
    /// <summary>The order or the grades are no longer those the ceremony began with.</summary>
    [Article(11)] CeremonyOutdated,
    /// <summary>A value told or shown before reads 重新计算: it is corrected first.</summary>
    CorrectionFirst,
    /// <summary>The place before is still being shown.</summary>
    TooSoon,
    /// <summary>The privacy key is pressed: what is told now would be told to nobody.</summary>
    Blanked,
    CommandReused,
    Malformed,
    /// <summary>No panel meets the conditions of the draw: the specialties to loosen are named.</summary>
    [Article(3)] DrawImpossible,
    /// <summary>The words of the articles named are known; only drafted ones are changed here.</summary>
    ArticleFixed,
    /// <summary>Another version of the regulation, whose number is named, has come since this change was begun.</summary>
    RegulationMoved,
    /// <summary>No such text in the reading list: it may have left with a voided sheet.</summary>
    UnknownText,
    [Article(18)] ApprovalMissing,
    [Article(18)] TextsUnread,
    NothingToRelease,
    /// <summary>Something that stays needs it: what that is is named.</summary>
    InUse,
    /// <summary>The ledger could not be written: nothing was stored.</summary>
    NotStored,
    /// <summary>The award session has not come so far, or is past it.</summary>
    [Article(6)] WrongStage,
    /// <summary>The session is announced: of its plan only dates move.</summary>
    [Article(12)] PlanBound,
    /// <summary>Less than a cycle after the session before, whose year is named, and no reason.</summary>
    [Article(4)] CycleTooShort,
    /// <summary>The plan has no days for applications.</summary>
    [Article(12)] PlanIncomplete,
    /// <summary>The plan names another version of the regulation than the one in force, whose number is named.</summary>
    [Article(12)] RegulationNotInForce,
    /// <summary>No member units have been taken in.</summary>
    [Article(6)] NoBodies,
    /// <summary>Applicants without a valid result are named: they cannot be candidates.</summary>
    [Article(11)] NoResult,
    /// <summary>The office has decided this objection: the unit's reply about it no longer changes.</summary>
    [Article(6)] OpinionDecided,
    [Article(6)] NotDue,
    /// <summary>Objections without a decision stand against the candidates named.</summary>
    [Article(6)] OpinionsOpen,
    /// <summary>A tie over the last places: the leading group gives the equals, who are named, their order.</summary>
    [Article(11)] TieOpen,
    /// <summary>No table of days off for a year that is named.</summary>
    HolidaysMissing,
    [Article(5)] NoticeOver,
    /// <summary>Only the two who were named for it settle an objection.</summary>
    [Article(5)] NotHandler,
    /// <summary>Objections that are not settled stand against the winners named.</summary>
    [Article(5)] ObjectionsOpen,
    [Article(21)] AwardRevoked,
    [Article(21)] NotRevoked,
    [Article(21)] NotProposed,
    [Article(21)] ReportNotFounded,
    /// <summary>The day lies outside the validity of the award.</summary>
    [Article(4)] OutsideValidity,
    [Article(19)] NothingOwed,
    [Article(25)] BudgetExceeded,
    /// <summary>Too many wrong verification codes from one address; the next try has to wait (<see cref="Refusal.Seconds"/>).</summary>
    TooManyTries,
    /// <summary>A rehearsal yields no official document.</summary>
    NoRecord,
    /// <summary>A template names fields that its kind of paper does not have; the known ones are told.</summary>
    UnknownField,
    /// <summary>A template lacks fields that its kind of paper cannot do without.</summary>
    FieldMissing,
    /// <summary>Lines of a template, whose numbers are named, cannot be read.</summary>
    TemplateBroken,
    /// <summary>Another version of the template, whose number is named, has come since this change was begun.</summary>
    TemplateMoved,
    /// <summary>Another paper of the session bears this number.</summary>
    NumberTaken,
    /// <summary>The application has not come so far, or is past it.</summary>
    [Article(13)] WrongApplicationStage,
    /// <summary>What is missing in the application is named.</summary>
    [Article(13)] ApplicationIncomplete,
    /// <summary>The internal notice hangs out what was written; it is taken down before anything is changed.</summary>
    [Article(13)] NoticeHoldsStill,
    /// <summary>There has been no internal notice yet.</summary>
    [Article(13)] NoticeMissing,
    /// <summary>The internal notice runs until the day named.</summary>
    [Article(13)] NoticeNotOver,
    /// <summary>The internal notice would run until the day named, and nothing could be submitted after it.</summary>
    [Article(13)] NoticeTooLate,
    /// <summary>The day named was the last.</summary>
    [Article(13)] DeadlinePassed,
    /// <summary>The local notice had only so many working days as are named.</summary>
    [Article(14)] NoticeTooShort,
    [Article(14)] RecommendationMissing,
    /// <summary>Conditions without a finding, or with one of an earlier submission, are named.</summary>
    [Article(15)] ConditionsOpen,
    /// <summary>Conditions that are not met are named.</summary>
    [Article(14)] ConditionsNotMet,
    /// <summary>The facts as declared speak against the condition named.</summary>
    [Article(15)] FactsAgainst,
    /// <summary>Another has decided this application meanwhile.</summary>
    [Article(15)] ApplicationDecided,
    /// <summary>Another version of the application has come in since it was looked at.</summary>
    [Article(15)] ApplicationMoved,
    /// <summary>The review qualification of who sits on the seats, or of the persons named, is withdrawn.</summary>
    [Article(22)] QualificationWithdrawn,
    /// <summary>Marks are sealed: what is told meanwhile holds no figure.</summary>
    [Article(22)] MarksSealed,
}

/// <summary>
/// A declined request: a value, never an exception. Arguments are typed and hold only what the asker may know.
/// </summary>
/// <param name="Code">Why.</param>
public sealed record Refusal(RefusalCode Code)
{
    /// <summary>A field of the request is wrong.</summary>
    public static Refusal Malformed(string field) => new(RefusalCode.Malformed) { Field = field };

    /// <summary>A text that is needed is missing or longer than <paramref name="longest"/> characters; null where it is neither.</summary>
    public static Refusal? OfText(string text, string field, int longest) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(RefusalCode.ReasonRequired) { Field = field } : text.Length > longest ? new Refusal(RefusalCode.TextTooLong) { Field = field } : null;

    /// <summary>The criteria concerned, in rubric order.</summary>
    public ImmutableArray<string>? Criteria { get; init; }

    /// <summary>What is known instead (<see cref="RefusalCode.UnknownField"/>, <see cref="RefusalCode.FieldMissing"/>).</summary>
    public ImmutableArray<string>? Known { get; init; }

    /// <summary>The seats concerned, in seat order.</summary>
    public ImmutableArray<string>? Seats { get; init; }

    /// <summary>The phase the dossier is in now (<see cref="RefusalCode.WrongPhase"/>).</summary>
    public Rooms.Phase? Phase { get; init; }

    /// <summary>The field of the request that is wrong (<see cref="RefusalCode.Malformed"/>, <see cref="RefusalCode.TextTooLong"/>).</summary>
    public string? Field { get; init; }

    /// <summary>Whole seconds until the next try (<see cref="RefusalCode.PasswordWait"/>, <see cref="RefusalCode.TooManyTries"/>).</summary>
    public int? Seconds { get; init; }

    /// <summary>The article of the regulation that stands behind the refusal, where one does.</summary>
    public int? Article => Articles.TryGetValue(Code, out var article) ? article : null;

    private static readonly FrozenDictionary<RefusalCode, int> Articles = typeof(RefusalCode).GetFields()
        .Select(f => (Field: f, Cited: f.GetCustomAttribute<ArticleAttribute>())).Where(f => f.Cited is not null)
        .ToFrozenDictionary(f => (RefusalCode)f.Field.GetRawConstantValue()!, f => f.Cited!.Numbers[0]);
}

/// <summary>What deciding gives: one event to be recorded, or one refusal.</summary>
public readonly record struct Outcome<TEvent>(TEvent? Event, Refusal? Refusal) where TEvent : class
{
    public static implicit operator Outcome<TEvent>(Refusal refusal) => new(null, refusal);
    public static implicit operator Outcome<TEvent>(RefusalCode code) => new(null, new Refusal(code));
    public static implicit operator Outcome<TEvent>(TEvent happened) => new(happened, null);
}
