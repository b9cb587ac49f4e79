using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Consensus;

/// <summary>How one expert's marks lie to the panel's, over a set of revealed dossiers, exact; information only (room.md 5).</summary>
/// <param name="Marks">First marks that entered.</param>
/// <param name="First">Mean of (own first mark - mean of the item's first marks), in points of percent: severe below zero, lenient above. Null without marks.</param>
/// <param name="Final">The same over the final marks.</param>
/// <param name="Revised">Marks that are not what they were first.</param>
/// <param name="Movement">Mean of (final - first) over the marks that have both.</param>
public sealed record Calibration(string Seat, int Marks, Rational? First, Rational? Final, int Revised, Rational? Movement)
{
    /// <summary>One per seat, in seat order. A dossier that is not revealed does not enter.</summary>
    /// <param name="dossiers">Those of the room that whoever asks may see revealed.</param>
    public static ImmutableArray<Calibration> Of(Room room, IEnumerable<Dossier> dossiers)
    {
        var entries = dossiers.Where(d => d.IsRevealed).SelectMany(d => EntriesOf(room, d)).ToLookup(e => e.Seat, StringComparer.Ordinal);
        return [.. room.Seats.Select(s => Of(s.Letter, [.. entries[s.Letter]]))];
    }

    private static Calibration Of(string seat, ImmutableArray<Entry> entries)
    {
        var moved = entries.Where(e => e is { First: not null, Final: not null }).Select(e => (Rational)(e.Final.GetValueOrDefault() - e.First.GetValueOrDefault())).ToArray();
        var first = entries.Select(e => e.First - e.FirstMean).OfType<Rational>().ToArray();
        return new Calibration(
            seat, first.Length, Mean(first), Mean([.. entries.Select(e => e.Final - e.FinalMean).OfType<Rational>()]),
            entries.Count(e => e.First != e.Final), Mean(moved));
    }

    private static IEnumerable<Entry> EntriesOf(Room room, Dossier dossier)
    {
        var sheets = room.TallyOf(dossier).Counted.Select(place => dossier.Sheets[place]).ToImmutableArray();
        for (var item = 0; item < room.Rubric.Criteria.Length; item++)
        {
            var first = sheets.Select(s => s.First.IsEmpty ? s.Marks[item] : s.First[item]).ToImmutableArray();
            var final = sheets.Select(s => s.Marks[item]).ToImmutableArray();
            var (firstMean, finalMean) = (MeanOf(first), MeanOf(final));
            for (var i = 0; i < sheets.Length; i++)
                yield return new Entry(sheets[i].Seat, first[i]?.Percent, firstMean, final[i]?.Percent, finalMean);
        }
    }

    private static Rational? MeanOf(ImmutableArray<Rate?> marks) => Mean([.. marks.OfType<Rate>().Select(m => (Rational)m.Percent)]);

    private static Rational? Mean(Rational[] values) => values.Length == 0 ? null : Rational.Sum(values) / values.Length;

    /// <summary>One seat's mark on one item, first and final, and the panel's means.</summary>
    private sealed record Entry(string Seat, int? First, Rational? FirstMean, int? Final, Rational? FinalMean);
}
