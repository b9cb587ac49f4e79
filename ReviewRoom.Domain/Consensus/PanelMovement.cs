using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Consensus;

/// <summary>What one expert's sheet did between the first marks and now.</summary>
/// <param name="Revised">Marks that are not what they were first.</param>
/// <param name="Movement">Mean of (now - first) over the marks that have both, in points of percent; null without such marks.</param>
public sealed record SheetMovement(int Place, int Revised, Rational? Movement);

/// <summary>How a panel moved from its first marks to now, over the counted sheets, exact; information only (room.md 5).</summary>
/// <param name="Marks">Marks that may have moved.</param>
/// <param name="FirstRange">Mean of the items' ranges of first marks, in points of percent; null with fewer than two sheets.</param>
/// <param name="FinalRange">The same of the marks as they are.</param>
public sealed record PanelMovement(int Marks, int Revised, Rational? FirstRange, Rational? FinalRange, ImmutableArray<SheetMovement> Sheets)
{
    public static PanelMovement Of(Room room, Dossier dossier)
    {
        var counted = room.TallyOf(dossier).Counted;
        ImmutableArray<SheetMovement> sheets = [.. counted.Select(place => Of(dossier.Sheets[place], place))];
        return new PanelMovement(
            counted.Length * room.Rubric.Criteria.Length, sheets.Sum(s => s.Revised),
            MeanRange(room, dossier, counted, sheet => sheet.First.IsEmpty ? sheet.Marks : sheet.First), MeanRange(room, dossier, counted, sheet => sheet.Marks), sheets);
    }

    private static SheetMovement Of(Sheet sheet, int place)
    {
        if (sheet.First.IsEmpty) return new SheetMovement(place, 0, Rational.Zero);
        var both = sheet.First.Zip(sheet.Marks).Where(m => m is { First: not null, Second: not null }).ToArray();
        Rational? movement = both.Length == 0 ? null : new Rational(both.Sum(m => m.Second.GetValueOrDefault().Percent - m.First.GetValueOrDefault().Percent), both.Length);
        return new SheetMovement(place, sheet.First.Zip(sheet.Marks).Count(m => m.First != m.Second), movement);
    }

    private static Rational? MeanRange(Room room, Dossier dossier, ImmutableArray<int> counted, Func<Sheet, ImmutableArray<Rubrics.Rate?>> marks)
    {
        var ranges = Enumerable.Range(0, room.Rubric.Criteria.Length)
            .Select(item => counted.Select(place => marks(dossier.Sheets[place])[item]?.Percent).OfType<int>().ToArray())
            .Where(rates => rates.Length > 1).Select(rates => rates.Max() - rates.Min()).ToArray();
        return ranges.Length == 0 ? null : new Rational(ranges.Sum(), ranges.Length);
    }
}
