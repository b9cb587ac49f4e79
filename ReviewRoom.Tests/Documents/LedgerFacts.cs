using System.Globalization;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Documents;

/// <summary>What the minutes of a room must say, counted from the entries of its ledger by hand: no room, no projection. Each fact is one line of text.</summary>
internal sealed record LedgerFacts(
    HashSet<string> Attendance, HashSet<string> Recusals, HashSet<string> Marks, HashSet<string> Movements, HashSet<string> Closings, HashSet<string> Minority, HashSet<string> Signatures)
{
    public static LedgerFacts Of(IReadOnlyList<Recorded> entries)
    {
        var created = entries.Select(e => e.Event).OfType<RoomCreated>().Single();
        var revealed = entries.Select(e => e.Event).OfType<Revealed>().Select(e => e.Dossier).ToHashSet(StringComparer.Ordinal);
        var recused = entries.Where(e => e.Event is Declared { Conflict: true } or ConflictConfirmed { Effective: true }).ToList();
        HashSet<string> Lines<T>(Func<T, Recorded, string?> say) where T : RoomEvent =>
            [.. entries.Where(e => e.Event is T).Select(e => say((T)e.Event, e)).OfType<string>()];
        bool Out(string dossier, string seat) => recused.Any(r => r.Event is Declared d && d.Dossier == dossier && d.Seat == seat);

        return new LedgerFacts(
            Lines<Submitted>((e, at) => Last<Submitted>(entries, at, o => o.Dossier == e.Dossier && o.Seat == e.Seat) ? $"{e.Dossier} {e.Seat} {Time(at)}" : null),
            Lines<Declared>((e, at) => e.Conflict ? $"{e.Dossier} {e.Seat} {Time(at)}" : null),
            [.. created.Dossiers.Where(d => revealed.Contains(d.Id)).SelectMany(d => created.Seats.Where(s => !Out(d.Id, s.Seat)).SelectMany(s => created.Rubric.Criteria.Select(c => MarkOf(entries, d.Id, s.Seat, c.Code))))],
            Lines<Revised>((e, at) => $"{e.Dossier} {e.Criterion} {e.Seat} {Percent(e.From?.Percent)}→{e.Rate.Percent} {e.Reason} {Time(at)}"),
            Lines<ItemClosed>((e, at) => Last<ItemClosed>(entries, at, o => o.Dossier == e.Dossier && o.Criterion == e.Criterion)
                && !entries.Any(l => l.Stamp.Version > at.Stamp.Version && l.Event is Revised r && r.Dossier == e.Dossier && r.Criterion == e.Criterion) ? $"{e.Dossier} {e.Criterion} {e.How} {e.Reason} {e.Seat} {Time(at)}" : null),
            Lines<MinorityRecorded>((e, at) => Last<MinorityRecorded>(entries, at, o => o.Dossier == e.Dossier && o.Criterion == e.Criterion && o.Seat == e.Seat) ? $"{e.Dossier} {e.Criterion} {e.Seat} {e.Text} {Time(at)}" : null),
            Lines<SheetSigned>((e, at) => $"{e.Dossier} {e.Seat} {Time(at)} {e.Dissent}"));
    }

    public static string Time(DateTimeOffset at) => at.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Percent(int? percent) => percent?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string Time(Recorded entry) => Time(entry.Stamp.At);

    private static bool Last<T>(IReadOnlyList<Recorded> entries, Recorded entry, Func<T, bool> same) => !entries.Any(e => e.Stamp.Version > entry.Stamp.Version && e.Event is T other && same(other));

    /// <summary>The mark as it was handed in, and as it stands after the revisions.</summary>
    private static string MarkOf(IReadOnlyList<Recorded> entries, string dossier, string seat, string criterion)
    {
        int? first = null;
        foreach (var entry in entries)
        {
            if (entry.Event is MarkGiven m && (m.Dossier, m.Seat, m.Criterion) == (dossier, seat, criterion)) first = m.Rate?.Percent;
            if (entry.Event is JudgementDeclined j && (j.Dossier, j.Seat, j.Criterion) == (dossier, seat, criterion)) first = null;
        }
        var last = entries.Select(e => e.Event).OfType<Revised>().LastOrDefault(r => (r.Dossier, r.Seat, r.Criterion) == (dossier, seat, criterion));
        return $"{dossier} {criterion} {seat} {Percent(first)}→{Percent(last is null ? first : last.Rate.Percent)}";
    }
}
