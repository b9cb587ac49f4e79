using System.Collections.Immutable;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

public sealed partial record Room
{
    /// <summary>The next state after a recorded event. Deterministic: the same entries give the same room, on any machine.</summary>
    public Room Apply(RoomEvent happened, Stamp stamp)
    {
        var next = Changed(happened, stamp).WithHolds(this, happened, stamp);
        return next.WithMilestones(this, happened, stamp) with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1), Began = ActsBy(stamp.Actor) == 0 ? Began.SetItem(stamp.Actor, stamp.At) : Began };
    }

    private Room Changed(RoomEvent happened, Stamp stamp) => happened switch
    {
        RoomCreated e => Created(e, stamp),
        Opened e => Begun(e, stamp),
        MeetingAdjourned e => Ended(e, stamp),
        MeetingResumed => this with { Sittings = Sittings.Add(new Sitting(stamp.At)) },
        FocusSet e => this with { Focus = e.Dossier },
        DeputyAppointed e => this with { Deputy = e.Seat },
        ApprovalTaken e => this with { Approval = e.Approval },
        FrozenBy { Dossier: null } e => this with { Frozen = new Frozen(e.Reason, stamp.At) },
        Thawed { Dossier: null } => this with { Frozen = null },
        FrozenBy { Dossier: { } id } e => With(id, d => d with { Frozen = new Frozen(e.Reason, stamp.At) }),
        Thawed { Dossier: { } id } => With(id, d => d with { Frozen = null, TakenOff = false }),
        SeatAbsent e => WithAbsence(e.Seat, e.Dossier, e.Reason),
        SeatPresent e => WithAbsence(e.Seat, e.Dossier, null),
        SeatReplaced e => Replaced(e),
        AttendanceEvent e => Attending(e),
        Rooms.Restarted e => this with { Restarts = Restarts.Add(e.At) },
        SheetEvent e => With(e.Dossier, d => OnSheet(d, e, stamp)),
        DossierEvent e => With(e.Dossier, d => OnDossier(d, e, stamp)),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private Room With(string dossier, Func<Dossier, Dossier> change) =>
        AgendaPlace(dossier) is >= 0 and var place ? this with { Dossiers = Dossiers.SetItem(place, change(Dossiers[place])) }
        : throw new InvalidOperationException($"No dossier {dossier} in room {Id}.");

    private Room Created(RoomCreated e, Stamp stamp)
    {
        if (RehearsalPlan.IsId(Id) != e.Rehearsal is not null)
            throw new InvalidOperationException($"{Id} is not what its first entry says: a rehearsal and a record never stand in each other's place.");
        ImmutableArray<Seat> seats = [.. e.Seats.OrderBy(s => s.Seat, StringComparer.Ordinal).Select(s => new Seat(s.Seat, s.PersonId, s.Name, s.Leader))];
        ImmutableArray<Sheet> blank = [.. seats.Select(s => Sheet.Blank(s.Letter, e.Rubric.Criteria.Length))];
        return this with
        {
            Made = e,
            FormedAt = stamp.At,
            Seats = seats,
            Dossiers = [.. e.Dossiers.Select(plan => new Dossier(plan, blank) { Conflicts = BroughtAlong(e, plan.Id, seats, stamp) })],
        };
    }

    /// <summary>Whom the room itself shuts out of a dossier, its rehearsal shuts out too; what the document review settled goes on in the site review.</summary>
    private static ImmutableArray<Conflict> BroughtAlong(RoomCreated e, string dossier, ImmutableArray<Seat> seats, Stamp stamp) =>
        [.. (e.Prior ?? []).Where(p => p.Dossier == dossier).Select(p => p.Conflict), .. (e.Rehearsal?.Bars ?? []).Where(b => b.Dossier == dossier).Select((bar, place) => new Conflict(
            $"{dossier}-{place}", seats.FirstOrDefault(s => s.PersonId == bar.PersonId)?.Letter, bar.PersonId, bar.Type, "", ConflictSource.Office, ConflictStrength.Direct,
            bar.Recused ? ConflictState.Confirmed : ConflictState.Raised, Effective: true, stamp.At))];

    private Dossier OnSheet(Dossier dossier, SheetEvent happened, Stamp stamp)
    {
        var place = PlaceOf(happened.Seat);
        var sheet = dossier.Sheets[place];
        return happened switch
        {
            PaperEvent e => OnPaper(dossier, place, e, stamp),
            Rooms.Declared e => WithDeclaration(dossier, place, e, stamp),
            MarkGiven e => dossier.WithSheet(place, s => s with { Marks = s.Marks.SetItem(Rubric.PlaceOf(e.Criterion), e.Rate), CannotJudge = s.CannotJudge.Remove(e.Criterion) }),
            JudgementDeclined e => dossier.WithSheet(place, s => s with { Marks = s.Marks.SetItem(Rubric.PlaceOf(e.Criterion), null), CannotJudge = s.CannotJudge.SetItem(e.Criterion, e.Reason) }),
            CommentWritten e => dossier.WithSheet(place, s => s with { Comments = Commented(s.Comments, e) }),
            MarksKept e => dossier.WithSheet(place, s => Kept(s, e)),
            FoundOnSite e => dossier with { Findings = dossier.Findings.SetItem(e.Issue, new SiteFinding(e.Outcome, e.Text, e.Seat, stamp.At)) },
            Rooms.Submitted e => WithSubmission(dossier, place, e, stamp),
            TakenBack e => dossier.WithSheet(place, s => s with { SubmittedAt = null }) with { Live = dossier.Live.Left(e.Seat, sheet.Total(Rubric)) },
            RemarkWritten e => dossier.WithTalk(e.Criterion, t => t with { Thread = t.Thread.Add(new Remark(e.Id, e.Seat, e.Text, e.Place, e.About, stamp.At)) }),
            Revised e => dossier.WithSheet(place, s => Revise(s, e, stamp)).WithTalk(e.Criterion, t => t with { Closed = null }),
            MinorityRecorded e => dossier.WithTalk(e.Criterion, t => t with { Minority = t.Minority.RemoveAll(m => m.Seat == e.Seat).Add(new MinorityOpinion(e.Seat, e.Text, sheet.Marks[Rubric.PlaceOf(e.Criterion)], stamp.At)) }),
            ItemClosed e => dossier.WithTalk(e.Criterion, t => t with { Closed = new ItemClosure(e.How, e.Reason, e.Rate, stamp.At) }),
            SheetSigned e => Signed(dossier.WithSheet(place, s => s with { SignedAt = stamp.At, Dissent = e.Dissent, Certified = s.Certified || e.NoConflict == true })),
            _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
        };
    }

    private Dossier OnDossier(Dossier dossier, DossierEvent happened, Stamp stamp) => happened switch
    {
        Opened e => Visited(dossier, e, stamp.At),
        TakenOffAgenda e => dossier with { Frozen = new Frozen(e.Reason, stamp.At), TakenOff = true },
        DeadlineSet e => dossier with { Deadline = e.Until, DeadlineLeft = null },
        Reminded => dossier,
        Rooms.Revealed e => Unsealed(dossier, e, stamp) with { DeadlineLeft = null },
        DossierClosed => dossier with { Phase = Phase.Closed, DeadlineLeft = null },
        ConflictRaised e => Raised(dossier, e, stamp),
        ConflictConfirmed e => Confirmed(dossier, e, stamp),
        ConflictDismissed e => Signed(Settle(dossier, e.Id, c => e.Effective ? c with { State = ConflictState.Dismissed, Reason = e.Reason, Awaiting = null, AwaitingBy = null }
            : c with { Awaiting = "dismiss", AwaitingBy = stamp.Actor, Reason = e.Reason })),
        FeedbackEvent e => dossier with { Feedback = dossier.Feedback.After(e, stamp) },
        ConflictContested e => Settle(dossier, e.Id, c => c with { Contest = e.Text }),
        Rooms.Disclosed e => dossier with { Disclosures = dossier.Disclosures.Add(new Disclosure(stamp.Actor, e.Reason, stamp.At)) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private Dossier WithDeclaration(Dossier dossier, int place, Declared e, Stamp stamp)
    {
        var declared = dossier.WithSheet(place, s => dossier.Phase == Phase.Closed ? s with { Certified = !e.Conflict } : s with { Declared = true });
        if (e is not { Conflict: true, Type: { } type, ConflictId: { } id }) return declared;
        var state = dossier.IsRevealed ? ConflictState.Raised : ConflictState.Confirmed;
        var own = new Conflict(id, e.Seat, Seats[place].PersonId, type, e.Note ?? "", ConflictSource.Self, ConflictStrength.Direct, state, Effective: true, stamp.At);
        return Gone(declared with { Conflicts = declared.Conflicts.Add(own) }, place);
    }

    private Dossier WithSubmission(Dossier dossier, int place, Submitted e, Stamp stamp)
    {
        var submitted = dossier.WithSheet(place, s => s with { SubmittedAt = stamp.At, Late = e.Late, First = e.Late ? s.Marks : s.First });
        if (e.Late) return submitted with { Talks = submitted.Talks.ToImmutableSortedDictionary(t => t.Key, t => t.Value with { Closed = null }, StringComparer.Ordinal) };
        var sheet = submitted.Sheets[place];
        // Of a site review the office knows the marks it started from: any average would tell who has moved.
        return sheet.IsComplete && SiteReviewOf is null ? submitted with { Live = submitted.Live.Submitted(e.Seat, sheet.Total(Rubric)) } : submitted;
    }

    private Sheet Revise(Sheet sheet, Revised e, Stamp stamp) => sheet with
    {
        Marks = sheet.Marks.SetItem(Rubric.PlaceOf(e.Criterion), e.Rate),
        CannotJudge = sheet.CannotJudge.Remove(e.Criterion),
        Revisions = sheet.Revisions.Add(new Revision(e.Criterion, e.From, e.Rate, e.Reason, e.Because, stamp.At)),
    };

    /// <summary>The reveal: the independent marks are sealed as first marks, for ever.</summary>
    private static Dossier Unsealed(Dossier dossier, Revealed e, Stamp stamp) => dossier with
    {
        Phase = Phase.Deliberation,
        Revealed = new RevealAct(stamp.At, e.Reason, e.Labels),
        Sheets = [.. dossier.Sheets.Select(s => s.IsSubmitted ? s with { First = s.Marks } : s)],
    };

    /// <summary>Signed once every counted sheet is, and nobody's place on the panel is still in question.</summary>
    private Dossier Signed(Dossier dossier) =>
        dossier.Phase == Phase.Closed && Suspended(dossier).IsEmpty
        && TallyOf(dossier).Counted is { IsEmpty: false } counted && counted.All(place => dossier.Sheets[place].SignedAt is not null)
            ? dossier with { Phase = Phase.Signed } : dossier;

    private Dossier Raised(Dossier dossier, ConflictRaised e, Stamp stamp)
    {
        var conflict = new Conflict(e.Id, e.Seat, e.PersonId, e.Type, e.Note, e.Source, e.Strength, ConflictState.Raised, e.Effective, stamp.At)
        {
            Awaiting = e.Effective ? null : "raise",
            AwaitingBy = e.Effective ? null : stamp.Actor,
            Basis = e.Basis,
        };
        var raised = dossier with { Conflicts = dossier.Conflicts.RemoveAll(c => c.Id == e.Id).Add(conflict) };
        return conflict.Suspends ? Gone(raised, PlaceOfPerson(e.PersonId)) : raised;
    }

    private Dossier Confirmed(Dossier dossier, ConflictConfirmed e, Stamp stamp)
    {
        var settled = Settle(dossier, e.Id, c => e.Effective ? c with { State = ConflictState.Confirmed, Awaiting = null, AwaitingBy = null }
            : c with { Awaiting = "confirm", AwaitingBy = stamp.Actor });
        return e.Effective ? Gone(settled, PlaceOfPerson(settled.Conflicts.First(c => c.Id == e.Id).PersonId)) : settled;
    }

    /// <summary>A seat leaves the dossier: its sheet leaves the live figure, and what waited only for it may be complete now.</summary>
    private Dossier Gone(Dossier dossier, int place)
    {
        if (place < 0) return dossier;
        var gone = dossier with { Live = dossier.Live.Left(Seats[place].Letter, dossier.Sheets[place].Total(Rubric)) };
        return Signed(gone);
    }

    private static Dossier Settle(Dossier dossier, string id, Func<Conflict, Conflict> change) =>
        dossier with { Conflicts = [.. dossier.Conflicts.Select(c => c.Id == id ? change(c) : c)] };

    private Room Replaced(SeatReplaced e)
    {
        var place = PlaceOf(e.Seat);
        return this with
        {
            Seats = Seats.SetItem(place, new Seat(e.Seat, e.PersonId, e.Name, Seats[place].Leader)),
            Dossiers = [.. Dossiers.Select(d => d.WithSheet(place, _ => Sheet.Blank(e.Seat, Rubric.Criteria.Length)))],
        };
    }

    private Room WithMilestones(Room before, RoomEvent happened, Stamp stamp)
    {
        var told = Told(before, happened).Select(m => m with { Version = stamp.Version, At = stamp.At, Actor = stamp.Actor }).ToArray();
        if (told.Length == 0) return this;
        return this with { Milestones = told.Aggregate(Milestones, Kept) };
    }

    private static ImmutableList<Milestone> Kept(ImmutableList<Milestone> milestones, Milestone newest)
    {
        bool Beside(Milestone other) => other.Dossier == newest.Dossier && other.Audience == newest.Audience;
        var all = milestones.Insert(0, newest);
        return all.Count(Beside) <= Milestone.Kept ? all : all.RemoveAt(all.FindLastIndex(Beside));
    }

    private IEnumerable<Milestone> Told(Room before, RoomEvent happened)
    {
        var dossier = happened is DossierEvent about ? Find(about.Dossier) : null;
        if (Named(happened, dossier) is { } milestone) yield return milestone;
        if (happened is PaperConfirmed paper) yield return Plain("paperConfirmed", paper.Seat, paper.Dossier, tell: true);
        if (happened is Reminded reminded)
            foreach (var seat in reminded.Seats) yield return Plain("reminded", seat, reminded.Dossier);
        if (dossier is null || before.Find(dossier.Id) is not { } was) yield break;
        if (dossier.Phase == Phase.Independent && !MissingSheets(dossier).Any() && before.MissingSheets(was).Any()) yield return Plain("allSubmitted", null, dossier.Id);
        if (was.IsRevealed && Agreed(dossier) && !before.Agreed(was)) yield return Plain("consensus", null, dossier.Id) with { Witnesses = Witnesses(dossier) };
        if (dossier.Phase == Phase.Signed && was.Phase == Phase.Closed) yield return Plain("allSigned", null, dossier.Id);
        if (dossier.Live.Withdrawn && !was.Live.Withdrawn && !dossier.IsRevealed) yield return Plain("liveWithdrawn", null, dossier.Id);
    }

    private string Witnesses(Dossier dossier) => string.Concat(Seats.Where(s => IsRevealedTo(new Viewer.Expert(s.PersonId, s.Letter), dossier)).Select(s => s.Letter));

    private bool Agreed(Dossier dossier) => dossier.IsRevealed && TallyOf(dossier).Items.All(i => !i.Open);

    private static Milestone Plain(string kind, string? seat, string? dossier, string? reason = null, bool tell = false) => new(0, default, kind, "", seat, dossier, reason, tell);

    private static Milestone? Named(RoomEvent happened, Dossier? dossier) => happened switch
    {
        Opened e => Plain("opened", null, e.Dossier),
        Rooms.Declared { Conflict: true } e => Plain(dossier is { IsRevealed: true } ? "conflictRaised" : "recused", e.Seat, e.Dossier, tell: true),
        Rooms.Submitted e => Plain("submitted", e.Seat, e.Dossier),
        TakenBack e => Plain("takenBack", e.Seat, e.Dossier),
        Rooms.Revealed e => Plain("revealed", null, e.Dossier, e.Reason),
        DossierClosed e => Plain("closed", null, e.Dossier),
        SheetSigned e => Plain("signed", e.Seat, e.Dossier),
        DeadlineSet e => Plain("deadline", null, e.Dossier),
        FrozenBy e => Plain("frozen", null, e.Dossier, e.Reason),
        Thawed e => Plain("thawed", null, e.Dossier),
        TakenOffAgenda e => Plain("takenOff", null, e.Dossier, e.Reason, tell: true),
        MeetingAdjourned e => Plain("adjourned", null, null, e.Reason),
        MeetingResumed => Plain("resumed", null, null),
        PaperRecorded e => Plain("paperRecorded", e.Seat, e.Dossier),
        PaperMisread e => Plain("paperMisread", e.Seat, e.Dossier, tell: true),
        PaperWithdrawn e => Plain("paperWithdrawn", e.Seat, e.Dossier, e.Reason, tell: true),
        PaperConfirmed e => Plain("submitted", e.Seat, e.Dossier),
        SeatAbsent e => Plain("absent", e.Seat, e.Dossier),
        SeatPresent e => Plain("present", e.Seat, e.Dossier),
        SeatReplaced e => Plain("replaced", e.Seat, null, tell: true),
        DeputyAppointed e => Plain("deputy", e.Seat, null),
        ConflictRaised e => Plain(e.Effective ? "conflictRaised" : "conflictRaiseAsked", e.Seat, e.Dossier, tell: true),
        ConflictConfirmed e => Plain(e.Effective ? "recused" : "confirmAsked", SeatOf(dossier, e.Id), e.Dossier, tell: true),
        ConflictDismissed e => Plain(e.Effective ? "conflictDismissed" : "dismissAsked", SeatOf(dossier, e.Id), e.Dossier, e.Reason, tell: true),
        ConflictContested e => Plain("contested", SeatOf(dossier, e.Id), e.Dossier, tell: true),
        FeedbackReleased e => Plain("feedbackReleased", null, e.Dossier, tell: true),
        AttendanceEvent e => Plain(KindOf(e), e.Seat, null),
        Rooms.Restarted => Plain("restarted", null, null),
        Rooms.Disclosed e => Plain("disclosed", null, e.Dossier, e.Reason, tell: true),
        _ => null,
    };

    private static string? SeatOf(Dossier? dossier, string conflict) => dossier?.Conflicts.FirstOrDefault(c => c.Id == conflict)?.Seat;
}
