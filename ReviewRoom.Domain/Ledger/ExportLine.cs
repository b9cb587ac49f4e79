using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ReviewRoom.Domain.Ledger;

/// <summary>
/// One line of an export: a header, and for who may read it salt (hex) and body (the stored bytes as they are). Without them the chain can still be verified.
/// </summary>
public sealed record ExportLine(Header Header, byte[]? Salt, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = Canonical.Options.Encoder, SkipValidation = true };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 40, AllowDuplicateProperties = false };

    public bool HasBody => Salt is not null;

    public static ExportLine Of(Entry entry, bool withBody) => withBody ? new(entry.Header, entry.Salt, entry.Body) : new(entry.Header, null, default);

    /// <summary>UTF-8, without the line break.</summary>
    public byte[] Bytes()
    {
        var buffer = new ArrayBufferWriter<byte>(512 + Body.Length);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            Header.WriteHashed(json);
            json.WriteString("hash", Header.Hash);
            if (Salt is not null)
            {
                json.WriteString("salt", Convert.ToHexStringLower(Salt));
                json.WritePropertyName("body");
                json.WriteRawValue(Body.Span, skipInputValidation: true);
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a line back. Only the exact form that <see cref="Bytes"/> writes is a line: every other spelling of the same values is malformed.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out ExportLine? read)
    {
        read = null;
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !Header.ReadTime(Text(root, "time"), out var time)) return false;
            var header = new Header(
                Text(root, "stream"), root.GetProperty("version").GetInt64(), time, Text(root, "actor"), Text(root, "kind"),
                Text(root, "bodyHash"), Text(root, "prev"), Text(root, "hash"));
            var candidate = root.TryGetProperty("salt", out var salt)
                ? new ExportLine(header, Convert.FromHexString(salt.GetString() ?? ""), JsonMarshal.GetRawUtf8Value(root.GetProperty("body")).ToArray())
                : new ExportLine(header, null, default);
            if (!line.Span.SequenceEqual(candidate.Bytes())) return false;
            read = candidate;
            return true;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? throw new FormatException(name);
}
