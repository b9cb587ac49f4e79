using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Rooms;

public sealed partial record Room
{
    /// <summary>Decides an act of room.md 9: one event, or one refusal that tells the asker nothing he may not know.</summary>
    public Outcome<RoomEvent> Decide(RoomAct act, Asking asking)
    {
        if (act is CreateRoom create) return DecideCreate(create, asking.By);
        if (Made is null) return RefusalCode.NotFound;
        var viewer = ViewerOf(asking.By);
        if (Adjourned is not null && WaitsForResumption(act) && viewer is not Viewer.Stranger) return RefusalCode.Adjourned;
        return viewer switch
        {
            Viewer.Expert expert => DecideForSeat(act, expert, asking),
            Viewer.Office office => DecideForOffice(act, office, asking),
            Viewer.Supervisor supervisor => DecideForSupervisor(act, supervisor, asking),
            // From the register; in a rehearsal also what was found in the room that is rehearsed.
            Viewer.Program when act is RaiseConflict found && (found.Basis is not null || Rehearsal is not null) => Find(found.Dossier) is null ? RefusalCode.NotFound : DecideRaise(found, asking, ConflictSource.Registry),
            Viewer.Program when act is TakeApproval approval => DecideApproval(approval),
            Viewer.Program when act is NoteSeat note => DecideNoted(note),
            Viewer.Program when act is NoteRestart restart => DecideRestart(restart),
            Viewer.Program => act is SetDeadline or Reveal ? DecideForOffice(act, new Viewer.Office(asking.By.Id), asking) : RefusalCode.NotAllowed,
            _ => RefusalCode.NotFound,
        };
    }

    private Outcome<RoomEvent> DecideForSeat(RoomAct act, Viewer.Expert expert, Asking asking) => act switch
    {
        Declare declare => DecideDeclare(declare, expert, asking),
        GiveMark mark => DecideMark(mark, expert),
        CannotJudge cannot => DecideCannotJudge(cannot, expert),
        WriteComment comment => DecideComment(comment, expert),
        KeepMarks keep => DecideKeep(keep, expert),
        FindOnSite found => DecideFound(found, expert),
        Submit submit => DecideSubmit(submit, expert),
        TakeBack back => DecideTakeBack(back, expert),
        WriteRemark remark => DecideRemark(remark, expert, asking),
        Revise revise => DecideRevise(revise, expert),
        RecordMinority minority => DecideMinority(minority, expert),
        CloseItem item => DecideCloseItem(item, expert),
        Reveal reveal => LeaderOnly(expert, reveal.Dossier) ?? DecideReveal(reveal, asking),
        Close close => LeaderOnly(expert, close.Dossier) ?? DecideClose(close),
        Sign sign => DecideSign(sign, expert),
        ContestConflict contest => DecideContest(contest, expert.PersonId),
        DossierAct about when Find(about.Dossier) is null => RefusalCode.NotFound,
        _ => RefusalCode.NotAllowed,
    };

    private Outcome<RoomEvent> DecideForOffice(RoomAct act, Viewer.Office office, Asking asking) => act switch
    {
        Open open => Handled(open.Dossier, office) ?? DecideOpen(open),
        Reveal reveal => Handled(reveal.Dossier, office) ?? DecideReveal(reveal, asking),
        Close close => Handled(close.Dossier, office) ?? DecideClose(close),
        SetDeadline deadline => Handled(deadline.Dossier, office) ?? DecideDeadline(deadline, asking),
        Remind remind => Handled(remind.Dossier, office) ?? DecideRemind(remind),
        SetFocus focus => focus.Dossier is { } dossier && Handled(dossier, office) is { } refusal ? refusal : new FocusSet(focus.Dossier),
        Freeze freeze => freeze.Dossier is { } dossier && Handled(dossier, office) is { } refusal ? refusal : DecideFreeze(freeze),
        Thaw thaw => thaw.Dossier is { } dossier && Handled(dossier, office) is { } refusal ? refusal : DecideThaw(thaw),
        TakeOffAgenda off => Handled(off.Dossier, office) ?? DecideTakeOff(off),
        Adjourn adjourn => DecideAdjourn(adjourn, asking),
        Resume => DecideResume(),
        RecordPaper paper => Handled(paper.Dossier, office) ?? DecideRecordPaper(paper),
        ConfirmPaper paper => Handled(paper.Dossier, office) ?? DecideConfirmPaper(paper, office),
        WithdrawPaper paper => Handled(paper.Dossier, office) ?? DecideWithdrawPaper(paper),
        MarkAbsent absent => absent.Dossier is { } dossier && Handled(dossier, office) is { } refusal ? refusal : DecideAbsent(absent),
        MarkPresent present => present.Dossier is { } dossier && Handled(dossier, office) is { } refusal ? refusal : DecidePresent(present),
        ReplaceSeat replace => DecideReplace(replace),
        AppointDeputy deputy => DecideDeputy(deputy),
        RaiseConflict raise => Handled(raise.Dossier, office) ?? DecideRaise(raise with { Basis = null }, asking, ConflictSource.Office),
        ConfirmConflict confirm => DecideConfirm(confirm, office),
        DismissConflict dismiss => DecideDismiss(dismiss, office),
        ContestConflict contest => DecideContest(contest, office.PersonId),
        FeedbackAct feedback => Handled(feedback.Dossier, office) ?? DecideFeedback(feedback),
        DossierAct about when Handled(about.Dossier, office) is { } refusal => refusal,
        _ => RefusalCode.NotAllowed,
    };

    private Outcome<RoomEvent> DecideForSupervisor(RoomAct act, Viewer.Supervisor supervisor, Asking asking) => act switch
    {
        RaiseConflict raise => Find(raise.Dossier) is null ? RefusalCode.NotFound : DecideRaise(raise with { Basis = null }, asking, ConflictSource.Supervisor),
        Disclose disclose => DecideDisclose(disclose, supervisor),
        DossierAct about when Find(about.Dossier) is null => RefusalCode.NotFound,
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>A dossier this member of the office may handle; a conflict binds the office's own people too.</summary>
    private Outcome<RoomEvent>? Handled(string dossier, Viewer.Office office)
    {
        if (Find(dossier) is not { } found) return RefusalCode.NotFound;
        return Barred(found, office.PersonId);
    }

    private static RefusalCode? BarredCode(Dossier dossier, string personId) => dossier.AccessOf(personId) switch
    {
        Access.Recused => RefusalCode.Recused,
        Access.Suspended => RefusalCode.Suspended,
        _ => null,
    };

    private static Outcome<RoomEvent>? Barred(Dossier dossier, string personId) => BarredCode(dossier, personId) is { } code ? (Outcome<RoomEvent>?)code : null;

    private Outcome<RoomEvent>? LeaderOnly(Viewer.Expert expert, string dossier)
    {
        if (Find(dossier) is not { } found) return RefusalCode.NotFound;
        return Barred(found, expert.PersonId) ?? (Leads(expert.Seat) ? null : (Outcome<RoomEvent>?)RefusalCode.NotAllowed);
    }

    private Outcome<RoomEvent>? IfFrozen(Dossier dossier) => Frozen is null && dossier.Frozen is null ? null : (Outcome<RoomEvent>?)RefusalCode.Frozen;

    private static Refusal WrongPhase(Dossier dossier) => new(RefusalCode.WrongPhase) { Phase = dossier.Phase };

    /// <summary>A text that must say something and must not be endless.</summary>
    private static Refusal? Said(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Refusal(RefusalCode.ReasonRequired) { Field = field };
        return TooLong(text, field);
    }

    private static Refusal? TooLong(string? text, string field) => text?.Length > LongestText ? new Refusal(RefusalCode.TextTooLong) { Field = field } : null;

    private static Refusal? TooLong(Place? place) => TooLong(place?.At, "place") ?? TooLong(place?.Quote, "place");
}
