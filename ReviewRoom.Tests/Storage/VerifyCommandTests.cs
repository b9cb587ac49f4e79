using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Storage;

public class VerifyCommandTests
{
    [Fact]
    public async Task An_export_of_the_ledger_is_found_whole_in_both_languages()
    {
        var entries = Entries.Chained("room/a", 3);

        var (code, said) = await Verified(entries, export => export);

        Assert.Equal(0, code);
        Assert.Contains("room/a: 3 entries, 2 with their body, last version 3, head hash " + entries[^1].Header.Hash, said, StringComparison.Ordinal);
        Assert.Contains("Chain whole", said, StringComparison.Ordinal);
        Assert.Contains("链完整", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_byte_is_named_by_stream_and_version()
    {
        var (code, said) = await Verified(Entries.Chained("room/a", 3), export => export.Replace("\"n\":3", "\"n\":2", StringComparison.Ordinal));

        Assert.Equal(1, code);
        Assert.Contains("line 3, room/a version 3: the body is not the one that was recorded", said, StringComparison.Ordinal);
        Assert.Contains("第 3 行，room/a 第 3 条：正文与记录的哈希不符", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Chain whole", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_is_named_by_its_number()
    {
        var (code, said) = await Verified(Entries.Chained("room/a", 2), export => export + "more\n");

        Assert.Equal(1, code);
        Assert.Contains("line 3: this line is not as an export writes it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_proves_nothing() => Assert.Equal(2, (await Verified([], export => export)).Code);

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_so()
    {
        var said = new StringWriter();

        Assert.Equal(2, VerifyCommand.Run(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), said));
        Assert.Contains("cannot be read", said.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> Verified(IReadOnlyList<Entry> entries, Func<string, string> change)
    {
        using var ledger = new TemporaryLedger();
        foreach (var entry in entries) await ledger.Writer.Append(entry);
        var export = ledger.Exporter.Lines("room/a", long.MaxValue, e => e.Header.Version != 2).SelectMany(line => line).ToArray();
        var path = Path.Combine(Path.GetDirectoryName(ledger.File.Path) ?? "", "export.jsonl");
        await File.WriteAllTextAsync(path, change(System.Text.Encoding.UTF8.GetString(export)), TestContext.Current.CancellationToken);
        var said = new StringWriter();
        return (VerifyCommand.Run(path, said), said.ToString());
    }
}
