namespace ReviewRoom.Domain;

/// <summary>The score rate 得分率 of a dossier: total over the rubric's total. Article 11: proposed only at 60 % or more, exactly 60 % passes.</summary>
/// <param name="Value">0..1, exact.</param>
public readonly record struct ScoreRate(Rational Value)
{
    /// <summary>The line of Article 11.</summary>
    public static readonly Rational Line = new(60, 100);

    public static ScoreRate Of(Rational points, int total) => new(points / total);

    public bool Passes => Value >= Line;

    /// <summary>Within 2 percentage points of the line.</summary>
    public bool IsBorderline => Rational.Abs(Value - Line) <= new Rational(2, 100);

    /// <summary>Percent with two decimals, half away from zero; rounding never crosses the line: below 60 is never shown as 60.00.</summary>
    public string Shown
    {
        get
        {
            var text = (Value * 100).ToFixed(2);
            return !Passes && text == "60.00" ? "59.99" : text;
        }
    }
}
