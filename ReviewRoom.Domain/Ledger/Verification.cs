using System.Collections.Immutable;

namespace ReviewRoom.Domain.Ledger;

/// <summary>What is wrong with an entry of an export.</summary>
public enum Fault
{
    /// <summary>Not a line as an export writes it.</summary>
    Malformed,
    /// <summary>The header is not the one that was hashed.</summary>
    WrongHash,
    /// <summary>One or more entries before this one are not there.</summary>
    MissingVersion,
    /// <summary>An entry with this version was there before.</summary>
    DuplicateVersion,
    /// <summary>Not linked to the entry before it.</summary>
    BrokenChain,
    /// <summary>The body is not the one that was recorded.</summary>
    WrongBody,
}

/// <summary>The first bad entry.</summary>
/// <param name="Line">1-based line of the export.</param>
/// <param name="Stream">As the line says; absent where the line cannot be read.</param>
/// <param name="Version">As the line says; absent where the line cannot be read.</param>
public sealed record Finding(int Line, Fault Fault, string? Stream, long? Version);

/// <summary>One stream of an export that was found whole as far as it was read.</summary>
/// <param name="Bodies">How many entries were shown with their body, and agree with it.</param>
public sealed record VerifiedStream(string Stream, long Entries, long Bodies, Head Head);

/// <summary>What reading an export line by line gives (核验): its streams, and the first bad entry if there is one.</summary>
public sealed record Verification(ImmutableArray<VerifiedStream> Streams, Finding? Bad)
{
    public bool IsWhole => Bad is null;

    /// <summary>Verifies lines without their line breaks. Stops at the first bad entry; a line that is cut off the end of the file shows only in the head.</summary>
    public static Verification Of(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        var streams = new Dictionary<string, VerifiedStream>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!ExportLine.TryRead(line, out var read)) return Ended(streams, new Finding(number, Fault.Malformed, null, null));
            var header = read.Header;
            var before = streams.GetValueOrDefault(header.Stream) ?? new VerifiedStream(header.Stream, 0, 0, Head.None);
            if (FaultOf(read, before.Head) is { } fault) return Ended(streams, new Finding(number, fault, header.Stream, header.Version));
            streams[header.Stream] = new VerifiedStream(
                header.Stream, before.Entries + 1, before.Bodies + (read.HasBody ? 1 : 0), new Head(header.Version, header.Time, header.Hash));
        }
        return Ended(streams, null);
    }

    private static Fault? FaultOf(ExportLine line, Head head)
    {
        var header = line.Header;
        if (header.Hash != Chain.HashOf(header)) return Fault.WrongHash;
        if (header.Version <= head.Version) return Fault.DuplicateVersion;
        if (header.Version > head.Version + 1) return Fault.MissingVersion;
        if (header.Prev != head.Hash || header.Time < head.Time) return Fault.BrokenChain;
        return line.Salt is { } salt && header.BodyHash != Chain.BodyHash(salt, line.Body.Span) ? Fault.WrongBody : null;
    }

    private static Verification Ended(Dictionary<string, VerifiedStream> streams, Finding? bad) =>
        new([.. streams.Values.OrderBy(s => s.Stream, StringComparer.Ordinal)], bad);
}
