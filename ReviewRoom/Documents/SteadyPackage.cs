using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewRoom.Documents;

/// <summary>Makes an Office file of what it says alone: the same content is the same bytes, whenever and however often it is written.</summary>
internal static partial class SteadyPackage
{
    private const string Text = ".xml";
    private const string Links = ".rels";
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Relationship ids and the name of the properties are chance, the times of the parts are the clock's; the first are counted, the last are set.</summary>
    public static byte[] Of(byte[] package)
    {
        using var before = new ZipArchive(new MemoryStream(package));
        var parts = before.Entries.Select(e => (Name: e.FullName, Bytes: Read(e))).ToArray();
        var ids = parts.Where(p => p.Name.EndsWith(Links, StringComparison.Ordinal)).SelectMany(p => ById().Matches(Encoding.UTF8.GetString(p.Bytes)).Select(m => m.Groups[1].Value))
            .Distinct(StringComparer.Ordinal).Select((id, n) => (id, Steady: string.Create(CultureInfo.InvariantCulture, $"rId{n + 1}"))).ToArray();
        using var stream = new MemoryStream();
        using (var after = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
            {
                var entry = after.CreateEntry(Properties().Replace(name, "core"));
                entry.LastWriteTime = NoTime;
                using var part = entry.Open();
                part.Write(name.EndsWith(Text, StringComparison.Ordinal) || name.EndsWith(Links, StringComparison.Ordinal) ? Counted(bytes, ids) : bytes);
            }
        return stream.ToArray();
    }

    private static byte[] Counted(byte[] part, IEnumerable<(string Id, string Steady)> ids) =>
        Encoding.UTF8.GetBytes(Properties().Replace(ids.Aggregate(Encoding.UTF8.GetString(part), (text, id) => text.Replace($"\"{id.Id}\"", $"\"{id.Steady}\"", StringComparison.Ordinal)), "core"));

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        using var copy = new MemoryStream();
        part.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(" Id=\"(R[0-9a-f]{16})\"")]
    private static partial Regex ById();

    [GeneratedRegex(@"(?<=core-properties/)[0-9a-f]{32}(?=\.psmdcp)")]
    private static partial Regex Properties();
}
