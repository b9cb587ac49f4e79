using CsCheck;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Ledger;

public class VerificationTests
{
    /// <summary>Two streams in turn; every third entry of the second is shown without its body.</summary>
    private static readonly byte[] Export = Written();

    [Fact]
    public void A_whole_export_is_found_whole_with_its_streams_and_heads()
    {
        var entries = Entries.Chained("room/a", 5);

        var verification = Verified([.. entries.SelectMany((e, i) => Line(e, withBody: i != 2))]);

        Assert.True(verification.IsWhole);
        Assert.Equal([new VerifiedStream("room/a", 5, 4, Head.Of(entries[^1]))], verification.Streams);
    }

    [Fact]
    public void Every_flipped_byte_is_found_and_the_entry_named() =>
        Gen.Select(Gen.Int[0, Export.Length - 1], Gen.Int[1, 255]).Sample((at, mask) =>
        {
            var flipped = Export.ToArray();
            flipped[at] ^= (byte)mask;
            var line = 1 + Export.AsSpan(0, at).Count((byte)'\n');

            var bad = Verified(flipped).Bad;

            Assert.NotNull(bad);
            Assert.Equal(line, bad.Line);
        }, iter: 4_000);

    [Fact]
    public void Every_single_flipped_bit_of_one_entry_is_found()
    {
        var entry = Line(Entries.Next(Head.None, "room/a"), withBody: true);

        var missed = from at in Enumerable.Range(0, entry.Length - 1)
                     from bit in Enumerable.Range(0, 8)
                     let flipped = entry.Select((b, i) => i == at ? (byte)(b ^ (1 << bit)) : b).ToArray()
                     where Verified(flipped).IsWhole
                     select (at, bit);

        Assert.Empty(missed);
    }

    [Fact]
    public void Each_kind_of_damage_is_called_by_its_name()
    {
        var e = Entries.Chained("room/a", 4).ToArray();
        var forged = Entries.Next(Head.Of(e[0]), "room/a", text: "forged");

        Assert.Equal(new Finding(3, Fault.MissingVersion, "room/a", 4), Found(e[0], e[1], e[3]));
        Assert.Equal(new Finding(1, Fault.MissingVersion, "room/a", 2), Found(e[1], e[2]));
        Assert.Equal(new Finding(3, Fault.DuplicateVersion, "room/a", 2), Found(e[0], e[1], e[1], e[2]));
        Assert.Equal(new Finding(3, Fault.BrokenChain, "room/a", 3), Found(e[0], forged, e[2], e[3]));
        Assert.Equal(new Finding(2, Fault.WrongHash, "room/a", 2), Found(e[0], e[1] with { Header = e[1].Header with { Actor = "expert-c" } }));
        Assert.Equal(new Finding(2, Fault.WrongBody, "room/a", 2), Found(e[0], e[1] with { Body = e[2].Body }));
        Assert.Equal(new Finding(2, Fault.Malformed, null, null), Verified([.. Line(e[0], true), .. "{\"stream\":\"room/a\"}\n"u8]).Bad);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    [InlineData("{\"stream\":null}")]
    [InlineData("{\"stream\":1,\"version\":\"1\"}")]
    public void What_is_no_entry_is_malformed(string line) =>
        Assert.Equal(Fault.Malformed, Verification.Of([System.Text.Encoding.UTF8.GetBytes(line)]).Bad?.Fault);

    [Fact]
    public void The_same_values_in_another_spelling_are_malformed()
    {
        var line = System.Text.Encoding.UTF8.GetString(Line(Entries.Next(Head.None, "room/a"), withBody: true));

        Assert.All(
            (string[])[line.Replace("\"version\":1", "\"version\": 1"), line.Replace("room/a", "room\\/a"), line.Replace("\"salt\"", "\"note\":1,\"salt\""), line.TrimEnd() + " \n", "\uFEFF" + line],
            other => Assert.Equal(Fault.Malformed, Verified(System.Text.Encoding.UTF8.GetBytes(other)).Bad?.Fault));
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes => Verified(bytes).Streams.IsEmpty);

    private static Finding? Found(params Entry[] entries) => Verified([.. entries.SelectMany(e => Line(e, withBody: true))]).Bad;

    private static Verification Verified(byte[] export) => Verification.Of(ExportFile.Lines(new MemoryStream(export)));

    private static byte[] Line(Entry entry, bool withBody) => [.. ExportLine.Of(entry, withBody).Bytes(), (byte)'\n'];

    private static byte[] Written()
    {
        var (a, b) = (Entries.Chained("room/a", 12), Entries.Chained("room/b", 12));
        return [.. a.Zip(b).SelectMany((pair, i) => Line(pair.First, withBody: true).Concat(Line(pair.Second, withBody: i % 3 != 2)))];
    }
}
