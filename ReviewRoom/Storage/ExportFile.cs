namespace ReviewRoom.Storage;

/// <summary>An export cut into lines at every line feed, byte for byte: no other character ends a line.</summary>
public static class ExportFile
{
    /// <summary>A longer line is no entry; it is handed on as far as that, and is malformed.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    public static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var line = new MemoryStream();
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var from = 0;
            for (var end = Array.IndexOf(buffer, (byte)'\n', 0, read); end >= 0; end = Array.IndexOf(buffer, (byte)'\n', from, read - from))
            {
                line.Write(buffer, from, end - from);
                yield return line.ToArray();
                line.SetLength(0);
                from = end + 1;
            }
            line.Write(buffer, from, read - from);
            if (line.Length > LongestLine) break;
        }
        if (line.Length > 0) yield return line.ToArray();
    }
}
