using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;
using ReviewRoom.Domain;

namespace ReviewRoom.Components.Setup;

/// <summary>Keeps what is being written (a score table, a version of the regulation) in the browser, sealed by the server's key, so that a lost line or a closed tab loses nothing.</summary>
public sealed class DraftsInBrowser(ProtectedLocalStorage browser)
{
    /// <param name="key">What it is a draft of.</param>
    public async Task<T?> Find<T>(string person, string key) where T : class
    {
        try
        {
            if (await browser.GetAsync<string>(Name<T>(person, key)) is not { Success: true, Value: { } kept }) return null;
            using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(kept)), CompressionMode.Decompress);
            return await JsonSerializer.DeserializeAsync<T>(packed, Canonical.Options);
        }
        catch (Exception lost) when (lost is CryptographicException or JsonException or FormatException or InvalidDataException or JSException)
        {
            // Of another server, or of an older form: there is no draft.
            return null;
        }
    }

    public async Task Keep<T>(string person, string key, T draft) where T : class
    {
        using var memory = new MemoryStream();
        await using (var packed = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true)) await JsonSerializer.SerializeAsync(packed, draft, Canonical.Options);
        await browser.SetAsync(Name<T>(person, key), Convert.ToBase64String(memory.ToArray()));
    }

    public ValueTask Drop<T>(string person, string key) => browser.DeleteAsync(Name<T>(person, key));

    private static string Name<T>(string person, string key) => $"{typeof(T).Name}/{person}/{key}";
}
