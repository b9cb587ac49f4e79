using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Rubrics;

/// <summary>The percentage of a mark: 0 to 100 in steps of 5 (GB/T 19580-2012 scoring guidelines).</summary>
[JsonConverter(typeof(RateJson))]
public readonly record struct Rate : IComparable<Rate>
{
    public const int Step = 5;
    public const int Highest = 100;

    /// <param name="percent">0..100, a multiple of 5; anything else is a bug of the caller and throws.</param>
    public Rate(int percent)
    {
        if (!IsOnGrid(percent)) throw new ArgumentOutOfRangeException(nameof(percent), percent, "A rate is 0 to 100 in steps of 5.");
        Percent = percent;
    }

    public int Percent { get; }

    /// <summary>Index of the band the rate lies in: 0-5, 10-25, 30-45, 50-65, 70-85, 90-100 are 0..5.</summary>
    public int Band => Percent < 10 ? 0 : Percent >= 90 ? 5 : (Percent + 10) / 20;

    public static bool IsOnGrid(int percent) => percent is >= 0 and <= Highest && percent % Step == 0;

    public static bool operator <(Rate a, Rate b) => a.Percent < b.Percent;
    public static bool operator >(Rate a, Rate b) => a.Percent > b.Percent;
    public static bool operator <=(Rate a, Rate b) => a.Percent <= b.Percent;
    public static bool operator >=(Rate a, Rate b) => a.Percent >= b.Percent;

    public int CompareTo(Rate other) => Percent.CompareTo(other.Percent);

    public override string ToString() => Percent.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class RateJson : JsonConverter<Rate>
{
    public override Rate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out var percent) && Rate.IsOnGrid(percent) ? new Rate(percent) : throw new JsonException("RateOffGrid");

    public override void Write(Utf8JsonWriter writer, Rate value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Percent);
}
