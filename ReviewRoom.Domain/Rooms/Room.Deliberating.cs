using System.Collections.Immutable;
using System.Security.Cryptography;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// From the reveal to the last signature (room.md 2 and 9).
public sealed partial record Room
{
    private Outcome<RoomEvent> DecideReveal(Reveal act, Asking asking)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase != Phase.Independent) return WrongPhase(dossier);
        if (TooLong(act.Reason, "reason") is { } tooLong) return tooLong;
        var missing = MissingSheets(dossier);
        if (TallyOf(dossier).Counted.IsEmpty || (!missing.IsEmpty && string.IsNullOrWhiteSpace(act.Reason)))
            return new Refusal(RefusalCode.SheetsMissing) { Seats = missing };
        return new Revealed(act.Dossier, missing.IsEmpty ? null : act.Reason?.Trim(), missing, Labels(asking));
    }

    private Outcome<RoomEvent> DecideRemark(WriteRemark act, Viewer.Expert expert, Asking asking)
    {
        if (AtTheTable(act, expert) is { } refused) return refused;
        if (Said(act.Text, "text") is { } unsaid) return unsaid;
        if (TooLong(act.Place) is { } tooLong) return tooLong;
        if (!IsRemark(act.Dossier, act.Criterion, act.About)) return Refusal.Malformed("about");
        return new RemarkWritten(act.Dossier, expert.Seat, act.Criterion, NewId(asking), act.Text.Trim(), act.Place, act.About);
    }

    private Outcome<RoomEvent> DecideRevise(Revise act, Viewer.Expert expert)
    {
        if (AtTheTable(act, expert) is { } refused) return refused;
        if (act.Rate is not { } percent || !Rate.IsOnGrid(percent)) return new Refusal(RefusalCode.RateOffGrid) { Field = "rate" };
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (!IsRemark(act.Dossier, act.Criterion, act.Because)) return Refusal.Malformed("because");
        var now = Dossiers[AgendaPlace(act.Dossier)].Sheets[PlaceOf(expert.Seat)].Marks[Rubric.PlaceOf(act.Criterion)];
        if (now?.Percent == percent) return RefusalCode.SameRate;
        return new Revised(act.Dossier, expert.Seat, act.Criterion, now, new Rate(percent), act.Reason.Trim(), act.Because);
    }

    private Outcome<RoomEvent> DecideMinority(RecordMinority act, Viewer.Expert expert)
    {
        if (AtTheTable(act, expert) is { } refused) return refused;
        return Said(act.Text, "text") is { } unsaid ? unsaid : new MinorityRecorded(act.Dossier, expert.Seat, act.Criterion, act.Text.Trim());
    }

    private Outcome<RoomEvent> DecideCloseItem(CloseItem act, Viewer.Expert expert)
    {
        if (AtTheTable(act, expert) is { } refused) return refused;
        if (!Leads(expert.Seat)) return RefusalCode.NotAllowed;
        if (act.Rate is not null && Settings.OfficialAggregate != OfficialAggregate.Agreed) return Refusal.Malformed("rate");
        if (act.Rate is < 0 or > Rate.Highest) return new Refusal(RefusalCode.RateOffGrid) { Field = "rate" };
        if (TooLong(act.Reason, "reason") is { } tooLong) return tooLong;
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        var item = TallyOf(dossier).Items[Rubric.PlaceOf(act.Criterion)];
        if ((act.How == Closing.Accepted || act.Rate is not null) && Said(act.Reason, "reason") is { } unsaid) return unsaid;
        var closed = new ItemClosed(act.Dossier, expert.Seat, act.Criterion, act.How, act.Reason?.Trim(), act.Rate);
        return act.How switch
        {
            Closing.Agreed when item.State is Agreement.Watch or Agreement.Disputed || item.HasGap => new Refusal(RefusalCode.ItemsOpen) { Criteria = [act.Criterion] },
            Closing.Accepted when item.State == Agreement.Disputed => new Refusal(RefusalCode.ItemsOpen) { Criteria = [act.Criterion] },
            Closing.Differ when !HasMinority(dossier, act.Criterion) => new Refusal(RefusalCode.MinorityMissing) { Criteria = [act.Criterion] },
            _ => closed,
        };
    }

    private Outcome<RoomEvent> DecideClose(Close act)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase != Phase.Deliberation) return WrongPhase(dossier);
        var waiting = Seats.Select(s => s.Letter).Where(s => MissingSheets(dossier).Contains(s) || Suspended(dossier).Contains(s)).ToImmutableArray();
        if (!waiting.IsEmpty) return new Refusal(RefusalCode.SheetsMissing) { Seats = waiting };
        var open = TallyOf(dossier).Items.Where(i => i.Open).Select(i => i.Criterion.Code).ToImmutableArray();
        if (!open.IsEmpty) return new Refusal(RefusalCode.ItemsOpen) { Criteria = open };
        return WithoutFinding(dossier) is { IsEmpty: false } unsettled ? new Refusal(RefusalCode.IssuesOpen) { Criteria = unsettled } : new DossierClosed(act.Dossier);
    }

    private Outcome<RoomEvent> DecideSign(Sign act, Viewer.Expert expert)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        var sheet = dossier.Sheets[PlaceOf(expert.Seat)];
        if (sheet.SignedAt is not null) return RefusalCode.AlreadySigned;
        if (dossier.Phase != Phase.Closed) return WrongPhase(dossier);
        if (!sheet.IsSubmitted) return RefusalCode.NotSubmitted;
        if (!act.NoConflict && !sheet.Certified) return new Refusal(RefusalCode.NotCertified) { Field = "noConflict" };
        if (TooLong(act.Dissent, "dissent") is { } tooLong) return tooLong;
        return new SheetSigned(act.Dossier, expert.Seat, string.IsNullOrWhiteSpace(act.Dissent) ? null : act.Dissent.Trim(), act.NoConflict ? true : null);
    }

    /// <summary>May this seat take part in the deliberation of this item? Only with a submitted sheet: who has not submitted stays blind.</summary>
    private Outcome<RoomEvent>? AtTheTable(ItemAct act, Viewer.Expert expert)
    {
        if (Find(act.Dossier) is not { } dossier) return RefusalCode.NotFound;
        if (Barred(dossier, expert.PersonId) is { } barred) return barred;
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Phase != Phase.Deliberation) return WrongPhase(dossier);
        if (!dossier.Sheets[PlaceOf(expert.Seat)].IsSubmitted) return RefusalCode.NotSubmitted;
        return Rubric.PlaceOf(act.Criterion) < 0 ? RefusalCode.UnknownCriterion : null;
    }

    /// <summary>An opinion of one whose sheet counts: that of a voided one does not stand.</summary>
    private bool HasMinority(Dossier dossier, string criterion) =>
        dossier.TalkOn(criterion).Minority.Any(m => TallyOf(dossier).Counted.Contains(PlaceOf(m.Seat)));

    private bool IsRemark(string dossier, string criterion, string? id) =>
        id is null || Dossiers[AgendaPlace(dossier)].TalkOn(criterion).Thread.Any(r => r.Id == id);

    /// <summary>Where names are hidden, a random label per seat: P, Q, R … shuffled with the asking's entropy.</summary>
    private ImmutableArray<string> Labels(Asking asking)
    {
        if (Settings.MarkNames == MarkNames.Named) return [];
        var letters = Enumerable.Range(0, Seats.Length).Select(i => Seats.Length <= 11 ? ((char)('P' + i)).ToString() : $"P{i + 1}");
        return [.. letters.OrderBy(letter => Convert.ToHexString(SHA256.HashData([.. asking.Entropy.Span, .. System.Text.Encoding.UTF8.GetBytes(letter)])), StringComparer.Ordinal)];
    }
}
