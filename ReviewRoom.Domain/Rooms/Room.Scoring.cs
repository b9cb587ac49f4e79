using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// Blind, individual scoring: declaration, marks, comments, submission (room.md 2 and 9).
public sealed partial record Room
{
    private Outcome<RoomEvent> DecideDeclare(Declare act, Viewer.Expert expert, Asking asking)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        var sheet = dossier.Sheets[PlaceOf(expert.Seat)];
        if (dossier.Phase == Phase.Signed || (dossier.Phase == Phase.Deliberation && sheet.Declared)) return WrongPhase(dossier);
        if (TooLong(act.Note, "note") is { } tooLong) return tooLong;
        if (act.Conflict && !Conflict.Types.Contains(act.Type)) return new Refusal(RefusalCode.UnknownConflictType) { Field = "type" };
        // After the meeting it goes with the signature, and so with the password.
        if (!act.Conflict && dossier.Phase == Phase.Closed) return new Refusal(RefusalCode.NotCertified) { Field = "conflict" };
        if (!act.Conflict && sheet.Declared) return RefusalCode.AlreadyDeclared;
        return new Declared(act.Dossier, expert.Seat, act.Conflict, act.Conflict ? act.Type : null, act.Note, act.Conflict ? NewId(asking) : null);
    }

    private Outcome<RoomEvent> DecideMark(GiveMark act, Viewer.Expert expert)
    {
        if (Draft(act.Dossier, expert) is { } refused) return refused;
        if (Rubric.PlaceOf(act.Criterion) < 0) return RefusalCode.UnknownCriterion;
        if (act.Rate is { } percent && !Rate.IsOnGrid(percent)) return new Refusal(RefusalCode.RateOffGrid) { Field = "rate" };
        return new MarkGiven(act.Dossier, expert.Seat, act.Criterion, act.Rate is { } given ? new Rate(given) : null);
    }

    private Outcome<RoomEvent> DecideCannotJudge(CannotJudge act, Viewer.Expert expert)
    {
        if (Draft(act.Dossier, expert) is { } refused) return refused;
        if (Rubric.PlaceOf(act.Criterion) < 0) return RefusalCode.UnknownCriterion;
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        return new JudgementDeclined(act.Dossier, expert.Seat, act.Criterion, act.Reason.Trim());
    }

    private Outcome<RoomEvent> DecideComment(WriteComment act, Viewer.Expert expert)
    {
        if (Draft(act.Dossier, expert) is { } refused) return refused;
        if (Rubric.PlaceOf(act.Criterion) < 0) return RefusalCode.UnknownCriterion;
        if ((TooLong(act.Text, "text") ?? TooLong(act.Place)) is { } tooLong) return tooLong;
        return new CommentWritten(act.Dossier, expert.Seat, act.Criterion, act.Kind, act.Text, act.Place);
    }

    private Outcome<RoomEvent> DecideSubmit(Submit act, Viewer.Expert expert)
    {
        if (Draft(act.Dossier, expert) is { } refused) return refused;
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        var sheet = dossier.Sheets[PlaceOf(expert.Seat)];
        if (sheet.Unanswered(Rubric) is { IsEmpty: false } unanswered) return new Refusal(RefusalCode.SheetIncomplete) { Criteria = unanswered };
        if (sheet.WithoutEvidence(Rubric, Settings.EvidenceRequired) is { IsEmpty: false } bare) return new Refusal(RefusalCode.EvidenceMissing) { Criteria = bare };
        return new Submitted(act.Dossier, expert.Seat, Late: dossier.IsRevealed);
    }

    private Outcome<RoomEvent> DecideTakeBack(TakeBack act, Viewer.Expert expert)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase != Phase.Independent) return WrongPhase(dossier);
        if (dossier.Sheets[PlaceOf(expert.Seat)].Paper is not null) return RefusalCode.OnPaper;
        return dossier.Sheets[PlaceOf(expert.Seat)].IsSubmitted ? new TakenBack(act.Dossier, expert.Seat) : RefusalCode.NotSubmitted;
    }

    private static ImmutableArray<Comment> Commented(ImmutableArray<Comment> comments, CommentWritten e)
    {
        var others = comments.RemoveAll(c => c.Criterion == e.Criterion && c.Kind == e.CommentKind);
        return string.IsNullOrWhiteSpace(e.Text) ? others : others.Add(new Comment(e.Criterion, e.CommentKind, e.Text, e.Place));
    }

    /// <summary>May this seat write on its draft now? Open after the reveal only to a seat that had not submitted.</summary>
    private Outcome<RoomEvent>? Draft(string id, Viewer.Expert expert)
    {
        if (Find(id) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        var sheet = dossier.Sheets[PlaceOf(expert.Seat)];
        var late = dossier.Phase == Phase.Deliberation && !sheet.IsSubmitted;
        if (dossier.Phase != Phase.Independent && !late) return WrongPhase(dossier);
        if (sheet.Paper is not null) return RefusalCode.OnPaper;
        if (!sheet.Declared) return RefusalCode.NotDeclared;
        if (sheet.Absent is not null) return RefusalCode.Absent;
        return sheet.IsSubmitted ? RefusalCode.AlreadySubmitted : null;
    }

    private static string NewId(Asking asking) => Convert.ToHexStringLower(asking.Entropy.Span[..6]);
}
