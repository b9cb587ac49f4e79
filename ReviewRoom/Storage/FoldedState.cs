using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ReviewRoom.Domain;

namespace ReviewRoom.Storage;

/// <summary>A folded state as bytes and back: what it was made of, private members too, and nothing that follows from that.</summary>
internal static class FoldedState
{
    private static readonly JsonSerializerOptions Options = Made();

    /// <summary>Another build of the domain is another form.</summary>
    public static string FormOf<TState>() => typeof(TState).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public static byte[] Bytes<TState>(TState state) where TState : class => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    /// <exception cref="JsonException">The bytes are not a <typeparamref name="TState"/>.</exception>
    public static TState Read<TState>(ReadOnlySpan<byte> bytes) where TState : class =>
        JsonSerializer.Deserialize<TState>(bytes, Options) ?? throw new JsonException("null");

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(Canonical.Options);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? throw new InvalidOperationException()).WithAddedModifier(OnlyWhatItIsMadeOf);
        options.Converters.Add(new Maps());
        options.Converters.Add(new Fractions());
        options.MakeReadOnly();
        return options;
    }

    private static void OnlyWhatItIsMadeOf(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var derived in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null).ToArray()) type.Properties.Remove(derived);
        foreach (var hidden in type.Type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(p => p.CanWrite))
        {
            var property = type.CreateJsonPropertyInfo(hidden.PropertyType, hidden.Name);
            (property.Get, property.Set) = (hidden.GetValue, hidden.SetValue);
            type.Properties.Add(property);
        }
    }

    private sealed class Maps : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsGenericType: true, GenericTypeArguments: [var key, _] } && key == typeof(string)
            && (typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>) || typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>));

        public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var form = typeToConvert.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>) ? typeof(Map<>) : typeof(SortedMap<>);
            return (JsonConverter?)Activator.CreateInstance(form.MakeGenericType(typeToConvert.GenericTypeArguments[1]));
        }
    }

    /// <summary>The maps of a state are sorted by code units, and must be so again.</summary>
    private sealed class SortedMap<TValue> : JsonConverter<ImmutableSortedDictionary<string, TValue>>
    {
        public override ImmutableSortedDictionary<string, TValue>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, TValue>>(ref reader, options)?.ToImmutableSortedDictionary(StringComparer.Ordinal);

        public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, TValue> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Dictionary<string, TValue>(value), options);
    }

    /// <summary>Without an order of its own; written in one, so that equal states are equal bytes.</summary>
    private sealed class Map<TValue> : JsonConverter<ImmutableDictionary<string, TValue>>
    {
        public override ImmutableDictionary<string, TValue>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, TValue>>(ref reader, options)?.ToImmutableDictionary();

        public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, TValue> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Dictionary<string, TValue>(value.OrderBy(v => v.Key, StringComparer.Ordinal)), options);
    }

    private sealed class Fractions : JsonConverter<Rational>
    {
        public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString()?.Split('/') is [var above, var below] && BigInteger.TryParse(above, Whole, Plain, out var numerator) && BigInteger.TryParse(below, Whole, Plain, out var denominator)
                ? new Rational(numerator, denominator) : throw new JsonException("Not a fraction.");

        public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(Plain, $"{value.Numerator}/{value.Denominator}"));

        private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    }
}
