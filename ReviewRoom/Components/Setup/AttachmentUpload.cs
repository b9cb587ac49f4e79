using System.Collections.Immutable;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using ReviewRoom.Attachments;
using ReviewRoom.Domain;
using ReviewRoom.Storage;

namespace ReviewRoom.Components.Setup;

/// <summary>A file as it came from the clerk's machine: what would be attached, or why not.</summary>
public sealed record AttachmentUpload(string Name, AttachmentFault Fault, Attachment? File = null)
{
    /// <summary>Streams a chosen file to disk and looks at it there. It is named by no ledger entry before the clerk confirms.</summary>
    public static async Task<AttachmentUpload> Of(IBrowserFile file, FileStore store, ImmutableArray<Attachment> there, IReadOnlyCollection<AttachmentUpload> before)
    {
        if (AttachmentCheck.TypeOf(file.Name) is not { } type) return new AttachmentUpload(file.Name, AttachmentFault.Ending);
        if (file.Size > Attachment.MostBytes) return new AttachmentUpload(file.Name, AttachmentFault.TooLarge);
        if (await Kept(file, store) is not { } kept || store.Open(kept.Hash) is not { } bytes) return new AttachmentUpload(file.Name, AttachmentFault.Damaged);
        await using var _ = bytes;
        if (AttachmentCheck.FaultOf(file.Name, bytes) is not AttachmentFault.None and var fault) return new AttachmentUpload(file.Name, fault);
        var earlier = before.Select(u => u.File).OfType<Attachment>().ToArray();
        if (there.Concat(earlier).Any(f => f.Hash == kept.Hash)) return new AttachmentUpload(file.Name, AttachmentFault.Twice);
        if (there.Length + earlier.Length >= Attachment.MostFiles) return new AttachmentUpload(file.Name, AttachmentFault.TooMany);
        return new AttachmentUpload(file.Name, AttachmentFault.None, new Attachment($"f-{Guid.NewGuid().ToString("N")[..16]}", file.Name, type, kept.Bytes, kept.Hash));
    }

    private static async Task<KeptFile?> Kept(IBrowserFile file, FileStore store)
    {
        try
        {
            await using var stream = file.OpenReadStream(Attachment.MostBytes);
            return await store.Keep(stream, Attachment.MostBytes);
        }
        catch (Exception gone) when (gone is IOException or JSException)
        {
            // Moved or changed on the device after it was chosen, or no room on the server's disk.
            return null;
        }
    }
}
