using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// When a machine fails an expert (room.md 10): a signed paper sheet is entered by one member of the office and read back by another, and counts from then on.
// Two readings that differ are both void, and that is on record: nobody learns by trying which items a sealed sheet holds.
// Its values are sealed from both as from everybody; the live figure leaves it out, because two of the office have seen it on paper.
public sealed partial record Room
{
    private Outcome<RoomEvent> DecideRecordPaper(RecordPaper act)
    {
        if (PaperSeat(act.Dossier, act.Seat, out var dossier, out var place) is { } refused) return refused;
        if (!act.NoConflict && !dossier.Sheets[place].Declared) return RefusalCode.NotDeclared;
        if (FaultOf(act.Marks) is { } fault) return fault;
        if (act.Scan is { } scan && (!scan.IsSound || scan.Type is AttachmentType.Xlsx)) return Refusal.Malformed("scan");
        return new PaperRecorded(act.Dossier, act.Seat, Sorted(act.Marks), act.Scan);
    }

    private Outcome<RoomEvent> DecideConfirmPaper(ConfirmPaper act, Viewer.Office office)
    {
        if (PaperSeat(act.Dossier, act.Seat, out var dossier, out var place) is { } refused) return refused;
        if (dossier.Sheets[place].Paper is not { } paper) return RefusalCode.NoPaper;
        if (paper.By == office.PersonId) return RefusalCode.SamePerson;
        if (FaultOf(act.Marks) is { } fault) return fault;
        return paper.IsReadAs(Rubric, act.Marks) ? new PaperConfirmed(act.Dossier, act.Seat, Late: dossier.IsRevealed) : new PaperMisread(act.Dossier, act.Seat);
    }

    private Outcome<RoomEvent> DecideWithdrawPaper(WithdrawPaper act)
    {
        if (PaperSeat(act.Dossier, act.Seat, out var dossier, out var place, takesBack: true) is { } refused) return refused;
        if (dossier.Sheets[place].Paper is null) return RefusalCode.NoPaper;
        return Said(act.Reason, "reason") is { } unsaid ? unsaid : new PaperWithdrawn(act.Dossier, act.Seat, act.Reason.Trim());
    }

    /// <summary>A seat whose sheet is still to come and may come on paper; before the reveal one that came on paper may be taken back.</summary>
    private Outcome<RoomEvent>? PaperSeat(string id, string seat, out Dossier dossier, out int place, bool takesBack = false)
    {
        (dossier, place) = (Dossiers[AgendaPlace(id)], PlaceOf(seat));
        if (place < 0) return RefusalCode.UnknownSeat;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (Barred(dossier, Seats[place].PersonId) is { } barred) return barred;
        var sheet = dossier.Sheets[place];
        if (sheet.IsSubmitted && !(takesBack && sheet.Paper is not null && dossier.Phase == Phase.Independent)) return RefusalCode.AlreadySubmitted;
        if (dossier.Phase is not (Phase.Independent or Phase.Deliberation)) return WrongPhase(dossier);
        return sheet.Absent is null ? null : (Outcome<RoomEvent>?)RefusalCode.Absent;
    }

    /// <summary>Every criterion once: a rate on the grid, or why it cannot be judged.</summary>
    private Refusal? FaultOf(ImmutableArray<PaperMark> marks)
    {
        if (marks.IsDefault || HasTwice(marks.Select(m => m.Criterion))) return Refusal.Malformed("marks");
        if (marks.Any(m => Rubric.PlaceOf(m.Criterion) < 0)) return new Refusal(RefusalCode.UnknownCriterion);
        if (marks.Any(m => m.CannotJudge is not null && TooLong(m.CannotJudge, "reason") is not null)) return new Refusal(RefusalCode.TextTooLong) { Field = "reason" };
        var offGrid = Rubric.Criteria.Select(c => c.Code).Where(c => PaperSheet.Of(marks, c)?.Rate is { } rate && !Rate.IsOnGrid(rate)).ToImmutableArray();
        if (!offGrid.IsEmpty) return new Refusal(RefusalCode.RateOffGrid) { Field = "rate", Criteria = offGrid };
        var open = Rubric.Criteria.Select(c => c.Code).Where(c => PaperSheet.Of(marks, c) is var m && (m?.Rate is null) == string.IsNullOrWhiteSpace(m?.CannotJudge)).ToImmutableArray();
        return open.IsEmpty ? null : new Refusal(RefusalCode.SheetIncomplete) { Criteria = open };
    }

    private ImmutableArray<PaperMark> Sorted(ImmutableArray<PaperMark> marks) => [.. marks.OrderBy(m => Rubric.PlaceOf(m.Criterion)).Select(m => m with { CannotJudge = m.CannotJudge?.Trim() })];

    private Dossier OnPaper(Dossier dossier, int place, PaperEvent happened, Stamp stamp) => happened switch
    {
        PaperRecorded e => dossier.WithSheet(place, s => s with { Paper = new PaperSheet(stamp.Actor, stamp.At, e.Marks, e.Scan ?? s.Paper?.Scan ?? s.MisreadScan), Misread = false, MisreadScan = null }),
        PaperMisread => dossier.WithSheet(place, s => s with { Paper = null, Misread = true, MisreadScan = s.Paper?.Scan }),
        PaperWithdrawn => dossier.WithSheet(place, WithoutPaper),
        PaperConfirmed e when dossier.Sheets[place].Paper is { } paper => WithPaper(dossier, place, paper, e, stamp),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>What came from the paper goes with it, the declaration signed there included.</summary>
    private static Sheet WithoutPaper(Sheet sheet) => sheet.Paper is { ConfirmedBy: not null } paper
        ? Sheet.Blank(sheet.Seat, sheet.Marks.Length) with { Declared = paper.DeclaredBefore, Comments = sheet.Comments } : sheet with { Paper = null };

    private Dossier WithPaper(Dossier dossier, int place, PaperSheet paper, PaperConfirmed e, Stamp stamp)
    {
        ImmutableArray<Rate?> marks = [.. Rubric.Criteria.Select(c => PaperSheet.Of(paper.Marks, c.Code)?.Rate is { } rate ? new Rate(rate) : (Rate?)null)];
        var entered = dossier.WithSheet(place, s => s with
        {
            Declared = true,
            Marks = marks,
            CannotJudge = paper.Marks.Where(m => m.CannotJudge is not null).ToImmutableSortedDictionary(m => m.Criterion, m => m.CannotJudge ?? "", StringComparer.Ordinal),
            SubmittedAt = stamp.At,
            Late = e.Late,
            First = e.Late ? marks : s.First,
            Paper = paper with { ConfirmedBy = stamp.Actor, DeclaredBefore = s.Declared },
        });
        return e.Late ? entered with { Talks = entered.Talks.ToImmutableSortedDictionary(t => t.Key, t => t.Value with { Closed = null }, StringComparer.Ordinal) } : entered;
    }

    /// <summary>That a sheet came on paper: by whom for the chairs, never its values. Where marks go by labels, a seat's paper would tell the office its label.</summary>
    private PaperView? PaperOf(Dossier dossier, Sheet sheet, Viewer viewer) => sheet.Paper is not { } paper ? null : viewer switch
    {
        Viewer.Office when dossier.IsRevealed && sheet.IsSubmitted && HidesNames(dossier) => null,
        Viewer.Office office => new PaperView(paper.At, paper.ConfirmedBy is not null, paper.By, paper.ConfirmedBy, paper.By == office.PersonId ? true : null),
        Viewer.Supervisor => new PaperView(paper.At, paper.ConfirmedBy is not null, paper.By, paper.ConfirmedBy, null),
        Viewer.Expert expert when expert.Seat == sheet.Seat => new PaperView(paper.At, paper.ConfirmedBy is not null, null, null, null),
        _ => null,
    };

    /// <summary>Scans of paper sheets this viewer may open: of those sheets whose marks he sees, with their seats.</summary>
    private ImmutableArray<ScanView>? ScansOf(Dossier dossier, Viewer viewer)
    {
        if (!SeesMarks(viewer, dossier) || HidesNames(dossier)) return null;
        ImmutableArray<ScanView> scans = [.. TallyOf(dossier).Counted.Select(i => dossier.Sheets[i]).Where(s => s.Paper?.Scan is not null)
            .Select(s => new ScanView(s.Seat, AttachmentView.Of(s.Paper?.Scan ?? throw new InvalidOperationException("A scan went.")))) ];
        return scans.IsEmpty ? null : scans;
    }

    private Attachment? ScanFor(Viewer viewer, Dossier dossier, string file) =>
        PersonOf(viewer) is { } person && dossier.AccessOf(person) == Access.Full && ScansOf(dossier, viewer) is { } scans && scans.Any(s => s.File.Id == file)
            ? dossier.Sheets.Select(s => s.Paper?.Scan).First(s => s?.Id == file) : null;
}
