using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ReviewRoom.Components.Room;

/// <summary>
/// The key of one person's drafts of one dossier on this device. The browser stores it only wrapped; unwrapping is done here, for that person and that dossier alone,
/// so that a draft left on a shared laptop is noise to everybody else, and for the person too once the right has ended.
/// </summary>
public sealed class DraftKey
{
    private readonly IDataProtector protector;

    public DraftKey(IDataProtectionProvider protection, string person, string room, string dossier)
    {
        protector = protection.CreateProtector("ReviewRoom.Drafts", person, room, dossier);
        Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        Wrapped = protector.Protect(Key);
    }

    /// <summary>256 random bits, base64: for the page's memory, never for its storage.</summary>
    public string Key { get; }

    /// <summary>The same key as the browser may store it.</summary>
    public string Wrapped { get; }

    /// <summary>A key wrapped earlier, or null where it is not this person's and this dossier's.</summary>
    public string? Unwrap(string wrapped)
    {
        try
        {
            return protector.Unprotect(wrapped);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
