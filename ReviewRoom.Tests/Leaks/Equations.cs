using ReviewRoom.Domain;

namespace ReviewRoom.Tests.Leaks;

/// <summary>Linear equations with exact coefficients, kept reduced, so that it can be asked whether another one follows from them.</summary>
internal sealed class Equations
{
    private readonly List<Rational[]> rows = [];
    private readonly int unknowns;

    public Equations(int unknowns) => this.unknowns = unknowns;

    public int Rank => rows.Count;

    public void Add(Rational[] coefficients)
    {
        var rest = Reduced(coefficients);
        var pivot = Pivot(rest);
        if (pivot < 0) return;
        var scaled = rest.Select(c => c / rest[pivot]).ToArray();
        for (var i = 0; i < rows.Count; i++)
            rows[i] = Minus(rows[i], scaled, rows[i][pivot]);
        rows.Add(scaled);
    }

    /// <summary>Is this combination of unknowns determined by the equations?</summary>
    public bool Determine(Rational[] combination) => Pivot(Reduced(combination)) < 0;

    public Rational[] Unit(int place) => [.. Enumerable.Range(0, unknowns).Select(i => (Rational)(i == place ? 1 : 0))];

    public static Rational[] Minus(Rational[] one, Rational[] other, Rational times) => [.. one.Zip(other, (a, b) => a - times * b)];

    private Rational[] Reduced(Rational[] row) => rows.Aggregate(row, (rest, r) => Minus(rest, r, rest[Pivot(r)]));

    private static int Pivot(Rational[] row) => Array.FindIndex(row, c => c != Rational.Zero);
}
