using System.Globalization;
using System.Numerics;

namespace ReviewRoom.Domain;

/// <summary>An exact fraction in lowest terms with a positive denominator. Everything that decides (60 % line, ties, quota) is one of these; rounding is for showing only.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger denominator;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var shared = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / shared;
        this.denominator = denominator / shared;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public static Rational Zero => default;

    public static implicit operator Rational(int whole) => new(whole, 1);
    public static implicit operator Rational(long whole) => new(whole, 1);

    public static Rational operator +(Rational a, Rational b) => new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    public static Rational operator -(Rational a, Rational b) => new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Abs(Rational value) => new(BigInteger.Abs(value.Numerator), value.Denominator);

    public static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Zero, (a, b) => a + b);

    /// <summary>The middle value, or the mean of the two middle ones. Throws on an empty sequence.</summary>
    public static Rational Median(IEnumerable<Rational> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Reads a decimal (<c>612.5</c>) or a fraction (<c>16799/28</c>), exactly; ASCII digits, an optional minus before them, nothing else.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Rational Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is no number.");

    /// <summary>As <see cref="Parse"/>; false for what is no number, and for more than 80 characters.</summary>
    public static bool TryParse(string? text, out Rational value)
    {
        value = default;
        if (text is not { Length: > 0 and <= LongestText }) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return TryDecimal(text, out value);
        if (!Digits(text.AsSpan(slash + 1), out var under) || under.IsZero || !Digits(text.AsSpan(0, slash).TrimStart('-'), out var over) || text.AsSpan(0, slash).Count('-') > 1) return false;
        value = new Rational(text[0] == '-' ? -over : over, under);
        return true;
    }

    private static bool TryDecimal(string text, out Rational value)
    {
        value = default;
        var minus = text[0] == '-';
        var (whole, part) = text.Split('.') is [var w, .. var rest] && rest.Length < 2 ? (w[(minus ? 1 : 0)..], rest is [var p] ? p : null) : ("", "");
        if (!Digits(whole, out _) || (part is not null && !Digits(part, out _))) return false;
        var digits = BigInteger.Parse(whole + part, NumberStyles.None, CultureInfo.InvariantCulture);
        value = new Rational(minus ? -digits : digits, BigInteger.Pow(10, part?.Length ?? 0));
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out BigInteger number)
    {
        number = default;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return !text.IsEmpty && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private const int LongestText = 80;

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>Decimal text with fixed decimals, half away from zero.</summary>
    public string ToFixed(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var doubled = BigInteger.Abs(Numerator) * scale * 2 + Denominator;
        var units = doubled / (Denominator * 2);
        var whole = BigInteger.DivRem(units, scale, out var rest);
        var sign = Numerator.Sign < 0 && !units.IsZero ? "-" : "";
        return decimals == 0 ? sign + whole.ToString(CultureInfo.InvariantCulture)
            : $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}.{rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0')}";
    }

    /// <summary>Lowest terms: <c>16799/28</c>, or <c>600</c> where whole.</summary>
    public override string ToString() =>
        Denominator.IsOne ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
