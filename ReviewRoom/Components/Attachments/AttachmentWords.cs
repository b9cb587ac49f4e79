using System.Globalization;

namespace ReviewRoom.Components.Attachments;

/// <summary>A file's size for reading: one decimal, powers of ten.</summary>
internal static class AttachmentWords
{
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 100_000 / 10m:0.0} MB");
}
