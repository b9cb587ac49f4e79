using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Minutes;

// One dossier's part of the minutes: the viewer's projection of it, with the times from the record.
public sealed partial class Minutes
{
    private static readonly FrozenDictionary<Type, string> Kinds = typeof(RoomEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => a.TypeDiscriminator as string ?? "");

    private DossierMinutes Part(DossierView seen, Viewer viewer, bool chairs)
    {
        if (seen.Recused is not null || seen.Suspended is not null || Room.Find(seen.Id) is not { } dossier)
            return new DossierMinutes(seen.Id) { Recused = seen.Recused, Suspended = seen.Suspended };
        var before = past.GetValueOrDefault(dossier.Id, DossierPast.None);
        var part = new DossierMinutes(seen.Id)
        {
            Title = seen.Title,
            Kind = seen.Kind,
            Calibrates = seen.Calibrates,
            TakenOff = seen.TakenOff == true ? seen.Frozen?.Reason : null,
            Phase = seen.Phase,
            Opened = MomentOf<Opened>(dossier, chairs),
            Revealed = MomentOf<Revealed>(dossier, chairs),
            RevealReason = seen.RevealReason,
            MissingAtReveal = chairs && Last<Revealed>(dossier) is { Event: Revealed { Missing: { IsEmpty: false } missing } } ? missing : null,
            Closed = MomentOf<DossierClosed>(dossier, chairs),
            Attendance = [.. (seen.Seats ?? []).Select(s => AttendanceOf(dossier, s, chairs))],
            Absences = Some([.. before.Absences.Select(a => chairs ? a : a with { Reason = null })]),
            Pauses = Some(Pauses(entries, dossier.Id)),
            Recusals = Some(chairs ? [.. dossier.Conflicts.Select(c => Whole(dossier, c))] : RecusedSeats(dossier)),
            SignedAt = before.SignedAt,
            AfterSignature = chairs && before.SignedVersion is { } signed
                ? Some([.. byDossier[dossier.Id].Where(e => e.Stamp.Version > signed).Select(e => new LaterEntry(Kinds[e.Event.GetType()], e.Stamp.At, e.Stamp.Actor))]) : null,
            Disclosures = seen.Disclosures,
            SiteIssues = seen.SiteIssues,
        };
        return seen.Revealed == true && seen.Items is { } items ? Open(part, seen, items, dossier, chairs) : part;
    }

    /// <summary>The part that is sealed until the reveal.</summary>
    private DossierMinutes Open(DossierMinutes part, DossierView seen, ImmutableArray<ItemView> items, Dossier dossier, bool chairs) => part with
    {
        Items = [.. items.Select(i => ItemOf(dossier, i))],
        Sheets = [.. items.SelectMany(i => i.Marks.Select(m => m.Seat)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(s => SheetOf(items, s))],
        Movements = Some([.. items.SelectMany(i => i.Marks.SelectMany(m => (m.Revisions ?? []).Select(r => new Movement(
            i.Criterion, m.Seat, r.From, r.To, r.Reason, i.Thread.FirstOrDefault(t => t.Id == r.Because)?.Text, r.At)))).OrderBy(m => m.At)]),
        Minority = Some([.. items.SelectMany(i => i.Minority.Select(m => new MinorityMinutes(i.Criterion, m.Seat, m.Text, m.Rate, m.At)))]),
        Result = seen.Aggregate,
        Line = (ScoreRate.Line * Room.Rubric.TotalPoints).ToString(),
        WithVoided = chairs ? WithVoided(dossier) : null,
        Consensus = seen.Consensus,
        Signatures = seen.Signatures is { } signed ? [.. (seen.Seats ?? []).Select(s => LineOf(s, signed.FirstOrDefault(g => g.Seat == s.Seat)))] : null,
        Head = chairs ? past.GetValueOrDefault(dossier.Id, DossierPast.None).Head : null,
    };

    private static SignatureLine LineOf(SeatStateView seat, SignatureView? signature) => new(seat.Seat, seat.State, signature?.At, signature?.Dissent);

    private Recorded? Last<T>(Dossier dossier) where T : DossierEvent => byDossier[dossier.Id].LastOrDefault(e => e.Event is T);

    private Moment? MomentOf<T>(Dossier dossier, bool chairs) where T : DossierEvent =>
        Last<T>(dossier) is { } entry ? new Moment(entry.Stamp.At, chairs ? entry.Stamp.Actor : null) : null;

    private Attendance AttendanceOf(Dossier dossier, SeatStateView seat, bool chairs)
    {
        var sheet = dossier.Sheets[Room.PlaceOf(seat.Seat)];
        // Whether a seat declared is for itself and the chairs; there the view says so.
        var own = seat.Declared is not null;
        var closed = Last<DossierClosed>(dossier)?.Stamp.Version ?? long.MaxValue;
        var declared = byDossier[dossier.Id].Where(e => e.Event is Declared { Conflict: false } d && d.Seat == seat.Seat).ToArray();
        return new Attendance(
            seat.Seat, seat.State,
            own && sheet.Declared ? declared.LastOrDefault(e => e.Stamp.Version < closed)?.Stamp.At : null,
            sheet.SubmittedAt, sheet is { IsSubmitted: true, Late: true } ? true : null,
            own && sheet.Certified ? CertifiedAt(dossier, seat.Seat, closed) : null, chairs ? seat.Reason : null) { Paper = seat.Paper is { Confirmed: true } paper ? paper with { Mine = null } : null };
    }

    /// <summary>With the signature, or by an entry of its own, as it once was.</summary>
    private DateTimeOffset? CertifiedAt(Dossier dossier, string seat, long closed) =>
        byDossier[dossier.Id].LastOrDefault(e => e.Stamp.Version > closed && e.Event is SheetSigned { NoConflict: true } or Declared { Conflict: false } && ((SheetEvent)e.Event).Seat == seat)?.Stamp.At;

    private ImmutableArray<RecusalMinutes> RecusedSeats(Dossier dossier) =>
    [
        .. Room.Seats.Where(s => dossier.AccessOf(s.PersonId) == Access.Recused)
            .Select(s => new RecusalMinutes(s.Letter, dossier.Conflicts.Where(c => c.PersonId == s.PersonId && c.Recuses).Select(c => EffectOf(dossier, c)).Min())),
    ];

    private RecusalMinutes Whole(Dossier dossier, Conflict conflict) => new(conflict.Seat, EffectOf(dossier, conflict))
    {
        Person = conflict.PersonId,
        Type = conflict.Type,
        State = conflict.State,
        Source = conflict.Source,
        Strength = conflict.Strength,
        Note = conflict.Note,
        Reason = conflict.Reason,
        Contest = conflict.Contest,
        Steps = [.. byDossier[dossier.Id].Select(e => StepOf(e, conflict.Id)).OfType<ConflictStep>()],
    };

    private DateTimeOffset EffectOf(Dossier dossier, Conflict conflict) =>
        byDossier[dossier.Id].LastOrDefault(e => e.Event is ConflictConfirmed { Effective: true } c && c.Id == conflict.Id)?.Stamp.At ?? conflict.At;

    private static ConflictStep? StepOf(Recorded entry, string id) => entry.Event switch
    {
        Declared e when e.ConflictId == id => new ConflictStep(ConflictStepKind.Declared, entry.Stamp.At, entry.Stamp.Actor, true),
        ConflictRaised e when e.Id == id => new ConflictStep(ConflictStepKind.Raised, entry.Stamp.At, entry.Stamp.Actor, e.Effective),
        ConflictConfirmed e when e.Id == id => new ConflictStep(ConflictStepKind.Confirmed, entry.Stamp.At, entry.Stamp.Actor, e.Effective),
        ConflictDismissed e when e.Id == id => new ConflictStep(ConflictStepKind.Dismissed, entry.Stamp.At, entry.Stamp.Actor, e.Effective),
        ConflictContested e when e.Id == id => new ConflictStep(ConflictStepKind.Contested, entry.Stamp.At, entry.Stamp.Actor, true),
        _ => null,
    };

    private ItemMinutes ItemOf(Dossier dossier, ItemView item)
    {
        var criterion = Room.Rubric.Criteria[Room.Rubric.PlaceOf(item.Criterion)];
        var closer = item.Closed is null ? null : byDossier[dossier.Id].LastOrDefault(e => e.Event is ItemClosed c && c.Criterion == item.Criterion)?.Event as ItemClosed;
        return new ItemMinutes(
            item.Criterion, criterion.Name, criterion.Points, item.Mean, item.Median, item.Range, item.N, item.Of, item.State, item.Closed, closer?.Seat, closer?.Rate,
            [.. item.Marks.Select(m => new MarkMinutes(m.Seat, FirstOf(m), m.Rate, m.CannotJudge, m.CannotJudge == true ? m.Reason : null))]);
    }

    /// <summary>What was sealed is what the first revision came from.</summary>
    private static int? FirstOf(MarkView mark) => mark.Revisions is [var first, ..] ? first.From : mark.Rate;

    private SheetMinutes SheetOf(ImmutableArray<ItemView> items, string seat)
    {
        var marks = items.Select(i => i.Marks.FirstOrDefault(m => m.Seat == seat)).OfType<MarkView>().ToArray();
        return new SheetMinutes(seat, TotalOf([.. marks.Select(FirstOf)]), TotalOf([.. marks.Select(m => m.Rate)]), marks.Any(m => m.Late == true) ? true : null, marks.Sum(m => m.Revisions?.Length ?? 0));
    }

    private string? TotalOf(ImmutableArray<int?> rates) =>
        rates.Any(r => r is null) ? null : new Rational(Room.Rubric.Criteria.Select((c, i) => c.Points * rates[i].GetValueOrDefault()).Sum(), 100).ToFixed(2);

    private VoidedResult? WithVoided(Dossier dossier)
    {
        var table = past.GetValueOrDefault(dossier.Id, DossierPast.None).AtTheTable;
        var voided = Room.Seats.Where(s => table.Contains(s.Letter) && dossier.AccessOf(s.PersonId) == Access.Recused).ToArray();
        if (voided.Length == 0) return null;
        var kept = dossier with { Conflicts = dossier.Conflicts.RemoveAll(c => voided.Any(s => s.PersonId == c.PersonId)) };
        return Room.AggregateOf(kept) is { } result ? new VoidedResult([.. voided.Select(s => s.Letter)], result) : null;
    }
}
