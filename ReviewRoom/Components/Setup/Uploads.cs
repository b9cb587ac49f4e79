using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ReviewRoom.Intake;

namespace ReviewRoom.Components.Setup;

/// <summary>Takes a chosen file into memory, up to the limit of one upload.</summary>
internal static class Uploads
{
    /// <summary>Null where it is too large: then nothing of it is read.</summary>
    public static async Task<byte[]?> Read(IBrowserFile file)
    {
        if (file.Size > ArchiveLimits.UploadBytes) return null;
        try
        {
            using var memory = new MemoryStream();
            await using var stream = file.OpenReadStream(ArchiveLimits.UploadBytes);
            await stream.CopyToAsync(memory);
            return memory.ToArray();
        }
        catch (Exception gone) when (gone is IOException or JSException)
        {
            // Moved or changed on the device after it was chosen: the page says that there is nothing in it.
            return [];
        }
    }
}
