using ReviewRoom.Domain;

namespace ReviewRoom.Simulation;

/// <summary>A field of points being typed: the text as it stands, and the last of it that was a number within the full points.</summary>
public sealed class PointsEntry(bool mayBeEmpty)
{
    public string Text { get; private set; } = "";

    public Rational? Value { get; private set; }

    /// <summary>The text is no number from 0 to the full points; <see cref="Value"/> is what counts until it is.</summary>
    public bool IsWrong { get; private set; }

    public void Write(string? text, int of)
    {
        Text = text?.Trim() ?? "";
        if (mayBeEmpty && Text.Length == 0) (Value, IsWrong) = (null, false);
        else if (Rational.TryParse(Text, out var points) && points >= Rational.Zero && points <= of) (Value, IsWrong) = (points, false);
        else (Value, IsWrong) = (Value > of ? of : Value, true);
    }

    public void Put(Rational? points, int of) => Write(points is { } value ? Plain(value) : "", of);

    /// <summary>A decimal where it has few places, else the fraction.</summary>
    public static string Plain(Rational value)
    {
        for (var places = 0; places <= 4; places++)
            if (Rational.Parse(value.ToFixed(places)) == value) return value.ToFixed(places);
        return value.ToString();
    }
}
