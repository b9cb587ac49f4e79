using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using ReviewRoom.Domain;

namespace ReviewRoom.Components.Setup;

/// <summary>Keeps a score table that is being written in the browser, sealed by the server's key, so that a lost line or a closed tab loses nothing.</summary>
public sealed class RubricDraftStore(ProtectedLocalStorage browser)
{
    /// <param name="key">Session and rubric.</param>
    public async Task<RubricDraft?> Find(string person, string key)
    {
        try
        {
            if (await browser.GetAsync<string>(Name(person, key)) is not { Success: true, Value: { } kept }) return null;
            using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(kept)), CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<RubricDraft>(packed, Canonical.Options);
        }
        catch (Exception lost) when (lost is CryptographicException or JsonException or FormatException or InvalidDataException or JSException)
        {
            // Of another server, or of an older form: there is no draft.
            return null;
        }
    }

    public async Task Keep(string person, string key, RubricDraft draft)
    {
        using var memory = new MemoryStream();
        await using (var packed = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true)) await JsonSerializer.SerializeAsync(packed, draft, Canonical.Options);
        await browser.SetAsync(Name(person, key), Convert.ToBase64String(memory.ToArray()));
    }

    public ValueTask Drop(string person, string key) => browser.DeleteAsync(Name(person, key));

    private static string Name(string person, string key) => $"rubric/{person}/{key}";
}
