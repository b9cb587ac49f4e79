using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ReviewRoom.Domain;

/// <summary>
/// The one JSON form of the product: camelCase, declaration order, no white space, absent instead of null, UTF-8.
/// Ledger bodies are stored and hashed as these bytes, and a projection's etag is the hash of them.
/// </summary>
public static class Canonical
{
    /// <summary>Strict on reading: a missing member that may not be null, or a null where none may be, is an error; an unknown member is not.</summary>
    public static readonly JsonSerializerOptions Options = Made();

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">The bytes are not a <typeparamref name="T"/>.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new JsonException("null");
        }
        catch (NotSupportedException noKind)
        {
            throw new JsonException(noKind.Message, noKind);
        }
    }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            MaxDepth = 32,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WhatMayBeNullMayBeAbsent } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Null is written as absent, so what may be null is not required when it is read back; <see cref="JsonRequiredAttribute"/> still is.</summary>
    private static void WhatMayBeNullMayBeAbsent(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            var asked = member.AttributeProvider?.IsDefined(typeof(JsonRequiredAttribute), inherit: true) ?? false;
            var mayBeNull = Nullable.GetUnderlyingType(member.PropertyType) is not null || member.AssociatedParameter is { IsNullable: true };
            if (member.IsRequired && mayBeNull && !asked) member.IsRequired = false;
        }
    }
}
