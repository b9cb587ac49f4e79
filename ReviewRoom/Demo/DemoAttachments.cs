using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Attachments;
using ReviewRoom.Domain;

namespace ReviewRoom.Demo;

/// <summary>The files that ship with the demonstration's dossiers: <c>demo/attachments/{applicant}/{place}-{name}</c>.</summary>
internal sealed class DemoAttachments(string folder)
{
    public ImmutableArray<(Attachment File, string Path)> Of(string applicant)
    {
        var there = new DirectoryInfo(Path.Combine(folder, "demo", "attachments", applicant));
        if (!there.Exists) return [];
        return [.. there.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal).Select((f, place) => (FileOf(f, applicant, place + 1), f.FullName))];
    }

    private static Attachment FileOf(FileInfo file, string applicant, int place) => new(
        string.Create(CultureInfo.InvariantCulture, $"{applicant}-f{place}"), file.Name[(file.Name.IndexOf('-', StringComparison.Ordinal) + 1)..],
        AttachmentCheck.TypeOf(file.Name) ?? throw new InvalidDataException(file.Name), file.Length, Canonical.Hash(File.ReadAllBytes(file.FullName)));
}
