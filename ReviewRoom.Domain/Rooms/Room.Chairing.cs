using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Rooms;

// The chairing office's acts on the meeting itself (room.md 9).
public sealed partial record Room
{
    private Outcome<RoomEvent> DecideCreate(CreateRoom act, Person by)
    {
        if (!by.Roles.HasFlag(Roles.Office) && by != Person.System) return RefusalCode.NotAllowed;
        if (Made is not null) return RefusalCode.NotAllowed;
        if (string.IsNullOrWhiteSpace(act.Title)) return Refusal.Malformed("title");
        if (act.Seats.IsDefaultOrEmpty || HasTwice(act.Seats.Select(s => s.Seat)) || HasTwice(act.Seats.Select(s => s.PersonId))) return Refusal.Malformed("seats");
        if (act.Seats.Count(s => s.Leader) != 1 || act.Seats.Any(s => s.Seat is not [>= 'A' and <= 'Z'])) return Refusal.Malformed("seats");
        if (act.Dossiers.IsDefault || HasTwice(act.Dossiers.Select(d => d.Id))) return Refusal.Malformed("dossiers");
        if (act.Settings.Minimum < 1) return Refusal.Malformed("settings");
        if (act.Draw is { Length: 0 or > 80 }) return Refusal.Malformed("draw");
        // Neither may a rehearsal pass for a room, nor a room for a rehearsal, and their sessions never meet.
        if (RehearsalPlan.IsId(Id) != act.Rehearsal is not null || RehearsalPlan.IsId(act.Session) != act.Rehearsal is not null) return Refusal.Malformed("rehearsal");
        if (act.SiteReviewOf is not null && (act.Rehearsal is not null || act.Prior is null)) return Refusal.Malformed("siteReviewOf");
        return new RoomCreated(act.Title.Trim(), act.Session, act.SessionTitle, act.Rubric, act.Settings, act.Seats, act.Dossiers, act.Rehearsal, act.Draw, act.SiteReviewOf, act.SiteReviewOf is null ? null : act.Prior);
    }

    private static bool HasTwice(IEnumerable<string> ids) => ids.GroupBy(id => id, StringComparer.Ordinal).Any(g => g.Count() > 1);

    private Outcome<RoomEvent> DecideOpen(Open act)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase != Phase.Waiting) return WrongPhase(dossier);
        if (SiteReviewOf is null) return new Opened(act.Dossier);
        return act.Start is { } start ? new Opened(act.Dossier, start) : new Refusal(RefusalCode.NoResult) { Criteria = [act.Dossier] };
    }

    private Outcome<RoomEvent> DecideDeadline(SetDeadline act, Asking asking)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase == Phase.Signed) return WrongPhase(dossier);
        return act.At is { } until && until <= asking.At ? Refusal.Malformed("at") : new DeadlineSet(act.Dossier, act.At?.ToUniversalTime());
    }

    private Outcome<RoomEvent> DecideRemind(Remind act)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        var missing = dossier.Phase switch
        {
            Phase.Waiting => Seats.Where((s, i) => !dossier.Sheets[i].Declared && dossier.IsEligible(s, dossier.Sheets[i])).Select(s => s.Letter).ToImmutableArray(),
            Phase.Independent or Phase.Deliberation => MissingSheets(dossier),
            Phase.Closed => [.. Seats.Where((s, i) => dossier.Counts(s, dossier.Sheets[i]) && dossier.Sheets[i].SignedAt is null).Select(s => s.Letter)],
            _ => [],
        };
        return missing.IsEmpty ? WrongPhase(dossier) : new Reminded(act.Dossier, missing);
    }

    private Outcome<RoomEvent> DecideFreeze(Freeze act)
    {
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (act.Dossier is null) return Frozen is null ? new FrozenBy(null, act.Reason.Trim()) : RefusalCode.Frozen;
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (dossier.Phase == Phase.Signed) return WrongPhase(dossier);
        return dossier.Frozen is null ? new FrozenBy(act.Dossier, act.Reason.Trim()) : RefusalCode.Frozen;
    }

    /// <summary>An applicant withdraws until the public notice (Article 13); the meeting of the others goes on.</summary>
    [Article(13)]
    private Outcome<RoomEvent> DecideTakeOff(TakeOffAgenda act)
    {
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        return Dossiers[AgendaPlace(act.Dossier)].TakenOff ? RefusalCode.AlreadySettled : new TakenOffAgenda(act.Dossier, act.Reason.Trim());
    }

    private Outcome<RoomEvent> DecideThaw(Thaw act)
    {
        var frozen = act.Dossier is null ? Frozen : Dossiers[AgendaPlace(act.Dossier)].Frozen;
        return frozen is null ? RefusalCode.NotFrozen : new Thawed(act.Dossier);
    }

    private Outcome<RoomEvent> DecideAbsent(MarkAbsent act)
    {
        if (PlaceOf(act.Seat) is var place && place < 0) return RefusalCode.UnknownSeat;
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (act.Dossier is null) return Frozen is null ? new SeatAbsent(act.Seat, null, act.Reason.Trim()) : RefusalCode.Frozen;
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase >= Phase.Closed) return WrongPhase(dossier);
        var sheet = dossier.Sheets[place];
        if (sheet.IsSubmitted) return RefusalCode.AlreadySubmitted;
        return sheet.Absent is null ? new SeatAbsent(act.Seat, act.Dossier, act.Reason.Trim()) : RefusalCode.AlreadyMarked;
    }

    private Outcome<RoomEvent> DecidePresent(MarkPresent act)
    {
        if (PlaceOf(act.Seat) is var place && place < 0) return RefusalCode.UnknownSeat;
        if (act.Dossier is null) return Frozen is null ? new SeatPresent(act.Seat, null) : RefusalCode.Frozen;
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase >= Phase.Closed) return WrongPhase(dossier);
        return dossier.Sheets[place].Absent is null ? RefusalCode.AlreadyMarked : new SeatPresent(act.Seat, act.Dossier);
    }

    private Outcome<RoomEvent> DecideReplace(ReplaceSeat act)
    {
        var place = PlaceOf(act.Seat);
        if (place < 0) return RefusalCode.UnknownSeat;
        if (Frozen is not null) return RefusalCode.Frozen;
        if (string.IsNullOrWhiteSpace(act.PersonId) || PlaceOfPerson(act.PersonId) >= 0) return Refusal.Malformed("personId");
        if (string.IsNullOrWhiteSpace(act.Name)) return Refusal.Malformed("name");
        return Dossiers.Any(d => d.Sheets[place].IsBegun || d.Sheets[place].Paper is not null || d.Sheets[place].IsSubmitted) ? RefusalCode.SeatHasMarked : new SeatReplaced(act.Seat, act.PersonId, act.Name.Trim());
    }

    private Outcome<RoomEvent> DecideDeputy(AppointDeputy act)
    {
        if (act.Seat is not null && PlaceOf(act.Seat) < 0) return RefusalCode.UnknownSeat;
        return Deputy == act.Seat ? RefusalCode.AlreadySettled : new DeputyAppointed(act.Seat);
    }

    private Outcome<RoomEvent> DecideDisclose(Disclose act, Viewer.Supervisor supervisor)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (dossier.Disclosures.Any(d => d.PersonId == supervisor.PersonId)) return RefusalCode.AlreadySettled;
        return dossier.Phase == Phase.Independent ? new Disclosed(act.Dossier, act.Reason.Trim()) : WrongPhase(dossier);
    }
}
