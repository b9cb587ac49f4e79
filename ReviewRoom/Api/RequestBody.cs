using System.Text.Json;
using ReviewRoom.Domain;

namespace ReviewRoom.Api;

/// <summary>A request's JSON object, read with limits: at most 64 KiB where a route allows no more, no member twice, not deep. Whatever is wrong with it is a field, never an exception.</summary>
public sealed class RequestBody
{
    public const int Longest = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly JsonElement root;

    private RequestBody(JsonElement root) => this.root = root;

    /// <summary>The object itself.</summary>
    public JsonElement Root => root;

    /// <param name="longest">Bytes that are read; more is refused.</param>
    /// <returns>The body, or the refusal and its status.</returns>
    public static async Task<(RequestBody? Body, IResult? Problem)> Read(HttpContext context, int longest = Longest)
    {
        if (!context.Request.HasJsonContentType()) return (null, Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType));
        var (bytes, isTooLong) = await Bytes(context, longest);
        if (isTooLong) return (null, Problems.Of(context, new Refusal(RefusalCode.Malformed) { Field = "body" }, StatusCodes.Status413PayloadTooLarge));
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new RequestBody(document.RootElement.Clone()), null)
                : (null, Problems.Malformed(context, "body"));
        }
        catch (JsonException)
        {
            return (null, Problems.Malformed(context, "body"));
        }
    }

    /// <summary>A member that is a text, or null.</summary>
    public string? Text(string name)
    {
        try
        {
            return root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }

    /// <summary>The act that the object holds besides its command id.</summary>
    /// <returns>The act, or the field that is wrong.</returns>
    public (TAct? Act, string Field) Act<TAct>(Type[] without) where TAct : class
    {
        if (Text("act") is not { } kind || TypeOf<TAct>(kind) is not { } type || without.Contains(type)) return (null, "act");
        try
        {
            if (root.Deserialize<TAct>(Canonical.Options) is not { } act) return (null, "body");
            return LooseWord(act) is { } field ? (null, field) : (act, "");
        }
        catch (JsonException wrong)
        {
            return (null, FieldOf(wrong));
        }
        catch (Exception wrong) when (wrong is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return (null, "body");
        }
    }

    private static Type? TypeOf<TAct>(string kind) => Canonical.Options.GetTypeInfo(typeof(TAct)).PolymorphismOptions?.DerivedTypes
        .FirstOrDefault(t => t.TypeDiscriminator as string == kind).DerivedType;

    /// <summary>The member that could not be read: the path of the fault, or the one that is named as missing.</summary>
    private static string FieldOf(JsonException wrong)
    {
        var path = (wrong.Path ?? "$").TrimStart('$', '.');
        if (path.Length > 0) return path.Split('.', '[')[0] is { Length: > 0 and <= 40 } member ? member : "body";
        var named = wrong.Message.Split('\'', StringSplitOptions.RemoveEmptyEntries);
        var missing = named.Length > 3 ? named[3] : "";
        return missing.Length is > 0 and <= 40 && missing.All(char.IsAsciiLetterOrDigit) ? missing : "body";
    }

    /// <summary>The reader lets "Agreed" and "agreed, differ" pass for a word: here it is the word itself or a fault.</summary>
    private string? LooseWord(object act)
    {
        foreach (var property in act.GetType().GetProperties())
        {
            if (!property.PropertyType.IsEnum) continue;
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (Text(name) is { } said && said != JsonNamingPolicy.CamelCase.ConvertName($"{property.GetValue(act)}")) return name;
        }
        return null;
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool IsTooLong)> Bytes(HttpContext context, int longest)
    {
        if (context.Request.ContentLength > longest) return (default, true);
        var buffer = new byte[longest + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return (buffer.AsMemory(0, length), length > longest);
    }
}
