using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Ledger;
using Finding = ReviewRoom.Domain.Conflicts.Finding;

namespace ReviewRoom.Domain.Rooms;

// Conflicts of interest (room.md 6). Dismissal always takes the same act by two named persons of the office; from the reveal on raising by the office
// and confirming do too, because then the marks are known and nobody may void a mark he has seen and disliked.
public sealed partial record Room
{
    private Outcome<RoomEvent> DecideRaise(RaiseConflict act, Asking asking, ConflictSource source)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (dossier.Phase == Phase.Signed) return WrongPhase(dossier);
        if (!Conflict.Types.Contains(act.Type)) return new Refusal(RefusalCode.UnknownConflictType) { Field = "type" };
        var byProgram = asking.By == Person.System;
        if ((act.Basis is null && !byProgram ? Said(act.Note, "note") : TooLong(act.Note, "note")) is { } unsaid) return unsaid;
        var place = act.Seat is null ? -1 : PlaceOf(act.Seat);
        if (act.Seat is not null && place < 0) return RefusalCode.UnknownSeat;
        if (place < 0 && string.IsNullOrWhiteSpace(act.Person)) return Refusal.Malformed("seat");
        var person = place < 0 ? act.Person ?? "" : Seats[place].PersonId;
        if (byProgram && dossier.AccessOf(person) == Access.Recused) return RefusalCode.AlreadySettled;
        var same = dossier.Conflicts.Where(c => c.PersonId == person && c.Type == act.Type && (act.Basis is null || c.Basis?.DataRef == act.Basis.DataRef)).ToArray();
        var known = same.LastOrDefault(c => c.Awaiting == "raise") ?? same.LastOrDefault();
        if (known is { State: ConflictState.Raised or ConflictState.Confirmed, Effective: true } or { State: ConflictState.Dismissed }) return RefusalCode.AlreadySettled;
        if (known is { Awaiting: "raise" } && (known.AwaitingBy == asking.By.Id || byProgram)) return RefusalCode.SamePerson;
        var strength = act.Derived ? ConflictStrength.Derived : ConflictStrength.Direct;
        // The program is nobody: from the reveal on its raise waits for two named persons, but in a rehearsal, where it only follows what was raised elsewhere.
        var second = known is { AwaitingBy: { } first } && first != Person.System.Id;
        var twoNeeded = source != ConflictSource.Supervisor && dossier.IsRevealed && !(byProgram && Rehearsal is not null);
        return new ConflictRaised(
            act.Dossier, known?.Id ?? NewId(asking), act.Seat, person, act.Type, act.Note.Trim(), known?.Source ?? source, strength, Effective: !twoNeeded || second, act.Basis ?? known?.Basis);
    }

    /// <summary>
    /// What the register's facts ask to be raised now: of each person and dossier one at a time, and none while another waits to be settled;
    /// after a dismissal the next fact, if there is one.
    /// </summary>
    /// <param name="found">Conflicts of the people concerned, each with the person's account and an applicant's id.</param>
    public IEnumerable<RaiseConflict> Due(IEnumerable<(string PersonId, Finding Finding)> found)
    {
        foreach (var facts in found.GroupBy(f => (f.PersonId, f.Finding.Applicant)))
        {
            if (Find(facts.Key.Applicant) is not { Phase: not Phase.Signed } dossier || dossier.AccessOf(facts.Key.PersonId) != Access.Full) continue;
            var known = dossier.Conflicts.Where(c => c.PersonId == facts.Key.PersonId).ToArray();
            if (known.Any(c => c.State == ConflictState.Raised)) continue;
            var next = facts.Select(f => f.Finding).OrderBy(f => f.Strength).FirstOrDefault(f => !known.Any(c => c.Type == f.Type && c.Basis?.DataRef == f.DataRef));
            if (next is null) continue;
            var seat = Seats.FirstOrDefault(s => s.PersonId == facts.Key.PersonId)?.Letter;
            yield return new RaiseConflict(
                dossier.Id, seat, next.Type, "", seat is null ? facts.Key.PersonId : null, next.Strength == ConflictStrength.Derived, new Basis(next.DataRef, next.By, next.Ground));
        }
    }

    private Outcome<RoomEvent> DecideConfirm(ConfirmConflict act, Viewer.Office office)
    {
        if (OpenConflict(act.Conflict, office, out var dossier, out var conflict) is { } refused) return refused;
        if (!dossier.IsRevealed) return new ConflictConfirmed(dossier.Id, conflict.Id, Effective: true);
        if (conflict.Awaiting != "confirm") return new ConflictConfirmed(dossier.Id, conflict.Id, Effective: false);
        return conflict.AwaitingBy == office.PersonId ? RefusalCode.SamePerson : new ConflictConfirmed(dossier.Id, conflict.Id, Effective: true);
    }

    private Outcome<RoomEvent> DecideDismiss(DismissConflict act, Viewer.Office office)
    {
        if (OpenConflict(act.Conflict, office, out var dossier, out var conflict) is { } refused) return refused;
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (conflict.Awaiting != "dismiss") return new ConflictDismissed(dossier.Id, conflict.Id, act.Reason.Trim(), Effective: false);
        return conflict.AwaitingBy == office.PersonId ? RefusalCode.SamePerson : new ConflictDismissed(dossier.Id, conflict.Id, act.Reason.Trim(), Effective: true);
    }

    private Outcome<RoomEvent> DecideContest(ContestConflict act, string personId)
    {
        foreach (var dossier in Dossiers)
        {
            if (dossier.Conflicts.FirstOrDefault(c => c.Id == act.Conflict && c.PersonId == personId && c.Effective) is not { } conflict) continue;
            if (Said(act.Text, "text") is { } unsaid) return unsaid;
            if (dossier.Phase == Phase.Signed) return WrongPhase(dossier);
            return conflict.State == ConflictState.Dismissed ? RefusalCode.AlreadySettled : new ConflictContested(dossier.Id, conflict.Id, act.Text.Trim());
        }
        return RefusalCode.UnknownConflict;
    }

    /// <summary>A raised conflict this member of the office may settle.</summary>
    private Outcome<RoomEvent>? OpenConflict(string id, Viewer.Office office, out Dossier dossier, out Conflict conflict)
    {
        foreach (var candidate in Dossiers)
        {
            if (candidate.Conflicts.FirstOrDefault(c => c.Id == id) is not { } found) continue;
            (dossier, conflict) = (candidate, found);
            if (Barred(candidate, office.PersonId) is { } barred) return barred;
            if (candidate.Phase == Phase.Signed) return WrongPhase(candidate);
            return found is { State: ConflictState.Raised, Effective: true } ? null : RefusalCode.AlreadySettled;
        }
        (dossier, conflict) = (null!, null!);
        return RefusalCode.UnknownConflict;
    }
}
