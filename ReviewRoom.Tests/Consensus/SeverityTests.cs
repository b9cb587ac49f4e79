using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Consensus;

namespace ReviewRoom.Tests.Consensus;

// Least squares over shared dossiers (room.md 5, incomplete panels).
public sealed class SeverityTests
{
    [Fact]
    public void A_severe_expert_who_is_missing_from_one_dossier_is_made_up_for()
    {
        // C is 12 below the others on the two dossiers all rated, and did not rate the third.
        var fit = Severity.Of([Sheets(("A", 70), ("B", 70), ("C", 58)), Sheets(("A", 60), ("B", 60), ("C", 48)), Sheets(("A", 68), ("B", 68))]);

        Assert.Equal(["33/50", "14/25", "16/25"], fit.Adjusted.Select(a => $"{a}"));
        Assert.Equal((false, true), (fit.Balanced, fit.Linked));
    }

    [Fact]
    public void A_worked_example_by_hand_comes_out_exactly()
    {
        // Two experts share the first dossier; A alone rated the second, B alone the third: severities are +5 and -5.
        var fit = Severity.Of([Sheets(("A", 70), ("B", 60)), Sheets(("A", 80)), Sheets(("B", 80))]);

        Assert.Equal(["13/20", "3/4", "17/20"], fit.Adjusted.Select(a => $"{a}"));
    }

    [Fact]
    public void Complete_panels_are_left_as_they_are_and_said_to_be()
    {
        var fit = Severity.Of([Sheets(("A", 70), ("B", 61)), Sheets(("A", 50), ("B", 90))]);

        Assert.Equal(["131/200", "7/10"], fit.Adjusted.Select(a => $"{a}"));
        Assert.True(fit.Balanced);
    }

    [Fact]
    public void Panels_without_a_common_expert_are_said_to_be_apart()
    {
        var fit = Severity.Of([Sheets(("A", 70), ("B", 60)), Sheets(("C", 80)), []]);

        Assert.Equal((true, false), (fit.Balanced, fit.Linked));
        Assert.Null(fit.Adjusted[2]);
    }

    [Fact]
    public void Rates_made_of_a_dossier_and_a_severity_are_taken_apart_again_whoever_is_missing()
    {
        var world = Gen.Select(Gen.Int[0, 40].Array[5], Gen.Int[-15, 15].Array[6], Gen.Bool.Array[30]);
        world.Sample((dossiers, severities, missing) =>
        {
            // Expert 0 rated everything, so that all are linked; the severities of the six sum to what expert 0 shifts all by.
            var sheets = dossiers.Select((rate, d) => severities.Select((s, e) => (e, new Rational(30 + rate + s, 100))).Where(s => s.e == 0 || !missing[6 * d + s.e])
                .Select(s => new SheetRate($"e{s.e}", s.Item2)).ToImmutableArray()).ToImmutableArray();
            var there = sheets.SelectMany(s => s).Select(s => s.Expert).Distinct().Select(e => severities[int.Parse(e[1..], System.Globalization.CultureInfo.InvariantCulture)]).ToArray();
            var shift = new Rational(there.Sum(), 100 * there.Length);

            return Severity.Of(sheets).Adjusted.Select((a, d) => a == new Rational(30 + dossiers[d], 100) + shift).All(same => same);
        }, iter: 100, seed: "0000KoBUEhx4");
    }

    private static ImmutableArray<SheetRate> Sheets(params (string Expert, int Percent)[] rates) => [.. rates.Select(r => new SheetRate(r.Expert, new Rational(r.Percent, 100)))];
}
