using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ReviewRoom.Domain.Ledger;

/// <summary>
/// What the chain runs over: an entry without its body. The body is bound by the hash of its salt and bytes, so that a header may be shown to who may not read the body.
/// </summary>
/// <param name="Version">1-based and dense in its stream.</param>
/// <param name="Time">UTC, whole milliseconds, never going back within a stream.</param>
/// <param name="Actor">Id of the person who acted.</param>
/// <param name="Kind">Kind of the event in the body.</param>
/// <param name="BodyHash">SHA-256 of salt and body, lower-case hex, like all hashes here.</param>
/// <param name="Prev">Hash of the entry before it, or <see cref="Chain.Genesis"/>.</param>
/// <param name="Hash">SHA-256 of <see cref="Bytes"/>.</param>
public sealed record Header(string Stream, long Version, DateTimeOffset Time, string Actor, string Kind, string BodyHash, string Prev, string Hash)
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private static readonly JsonWriterOptions Plain = new() { Encoder = Canonical.Options.Encoder, SkipValidation = true };

    // Hashing an entry is done for every act and, at a start, for every entry there is: the buffer is kept.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>The bytes that are hashed: <c>{"stream":…,"version":…,"time":…,"actor":…,"kind":…,"bodyHash":…,"prev":…}</c>, no white space, UTF-8. Good until the next call on this thread.</summary>
    internal ReadOnlySpan<byte> Bytes()
    {
        buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        writer ??= new Utf8JsonWriter(buffer, Plain);
        writer.Reset(buffer);
        writer.WriteStartObject();
        WriteHashed(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    internal void WriteHashed(Utf8JsonWriter json)
    {
        json.WriteString("stream", Stream);
        json.WriteNumber("version", Version);
        json.WriteString("time", Time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture));
        json.WriteString("actor", Actor);
        json.WriteString("kind", Kind);
        json.WriteString("bodyHash", BodyHash);
        json.WriteString("prev", Prev);
    }

    internal static bool ReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
