using Microsoft.Data.Sqlite;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Storage;

public class LedgerWriterTests
{
    [Fact]
    public async Task What_was_stored_is_read_back_byte_for_byte()
    {
        using var ledger = new TemporaryLedger();
        var entries = Entries.Chained("room/a", 3);

        foreach (var entry in entries) Assert.Equal(Stored.Yes, await ledger.Writer.Append(entry));

        var read = ledger.Reader.Read("room/a").ToArray();
        Assert.Equal(entries.Select(e => e.Header), read.Select(e => e.Header));
        Assert.Equal(entries.Select(e => e.Body), read.Select(e => e.Body));
        Assert.Equal(entries.Select(e => e.Salt), read.Select(e => e.Salt));
        Assert.Equal(entries.Select(e => e.Receipt), read.Select(e => e.Receipt));
        Assert.Equal(Head.Of(entries[^1]), ledger.Reader.HeadOf("room/a"));
    }

    [Fact]
    public async Task A_failing_act_of_a_group_is_refused_alone()
    {
        using var ledger = new TemporaryLedger();
        var first = Entries.Next(Head.None, "room/first", "command-1");
        await ledger.Writer.Append(first);
        var group = new List<Task<Stored>>();
        using (var tool = ledger.Tool())
        {
            // While somebody else holds the file, all that comes in waits and becomes one group.
            using var held = tool.BeginTransaction();
            for (var i = 0; i < 50; i++)
                group.Add(ledger.Writer.Append(Entries.Next(Head.None, $"room/{i}", i == 20 ? "command-1" : null)));
            group.Add(ledger.Writer.Append(Entries.Next(Head.None, "room/first")));
            held.Rollback();
        }

        var stored = await Task.WhenAll(group);

        Assert.Equal([20, 50], Enumerable.Range(0, stored.Length).Where(i => stored[i] == Stored.Refused));
        Assert.Equal(49, stored.Count(s => s == Stored.Yes));
        Assert.Equal(50, ledger.Reader.Streams("room/").Count);
        Assert.Empty(ledger.Reader.Read("room/20"));
    }

    [Fact]
    public async Task While_another_program_holds_the_file_acts_are_refused_and_reading_goes_on()
    {
        using var ledger = new TemporaryLedger();
        var entries = Entries.Chained("room/a", 2);
        await ledger.Writer.Append(entries[0]);
        using (var tool = ledger.Tool())
        {
            using var held = tool.BeginTransaction();

            Assert.Equal(Stored.Failed, await ledger.Writer.Append(entries[1]));
            Assert.Single(ledger.Reader.Read("room/a"));
        }

        Assert.Equal(Stored.Yes, await ledger.Writer.Append(entries[1]));
        Assert.Equal(2, ledger.Reader.Read("room/a").Count());
    }

    [Fact]
    public async Task When_there_is_no_room_left_acts_are_refused_whole_and_reading_goes_on()
    {
        using var ledger = new TemporaryLedger();
        ledger.Restart(largestPages: 24);
        var head = Head.None;
        var kept = 0;
        var refused = 0;
        for (var i = 0; refused < 3 && i < 200; i++)
        {
            var entry = Entries.Next(head, "room/a", text: new string('x', 2000));
            if (await ledger.Writer.Append(entry) != Stored.Yes)
            {
                refused++;
                continue;
            }
            (head, kept) = (Head.Of(entry), kept + 1);
        }

        Assert.Equal(3, refused);
        Assert.NotNull(ledger.Writer.Trouble);
        Assert.Equal(kept, ledger.Reader.Read("room/a").Count());
        ledger.Restart();
        Assert.Equal(head, ledger.Reader.HeadOf("room/a"));
        Assert.Equal(Stored.Yes, await ledger.Writer.Append(Entries.Next(head, "room/a")));
    }

    [Fact]
    public async Task Trouble_is_told_with_its_kind_and_ends_by_itself_when_the_file_can_be_written_again()
    {
        using var ledger = new TemporaryLedger();
        await using var health = ledger.Writer.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        async Task<LedgerTrouble?> Next() => await health.MoveNextAsync() ? health.Current.Trouble : throw new InvalidOperationException("It ended.");
        Assert.Null(await Next());
        using (var tool = ledger.Tool())
        {
            using var held = tool.BeginTransaction();
            Assert.Equal(Stored.Failed, await ledger.Writer.Append(Entries.Next(Head.None, "room/a")));
            Assert.Equal(TroubleKind.Held, (await Next())?.Kind);
        }

        Assert.Null(await Next());
        Assert.Equal(Stored.Yes, await ledger.Writer.Append(Entries.Next(Head.None, "room/a")));
    }

    [Theory]
    [InlineData(13, TroubleKind.Full), InlineData(8, TroubleKind.NotWritable), InlineData(14, TroubleKind.NotWritable), InlineData(5, TroubleKind.Held)]
    [InlineData(11, TroubleKind.Unsound), InlineData(26, TroubleKind.Unsound), InlineData(10, TroubleKind.Other)]
    public void What_keeps_the_ledger_from_being_written_is_known_by_its_code(int code, TroubleKind kind) =>
        Assert.Equal(kind, LedgerTrouble.Of(new SqliteException("", code), default).Kind);

    [Fact]
    public async Task A_file_whose_guards_were_taken_away_is_not_written_once_the_writer_has_to_open_it_again()
    {
        using var ledger = new TemporaryLedger();
        var entries = Entries.Chained("room/a", 2);
        await ledger.Writer.Append(entries[0]);
        using (var tool = ledger.Tool())
        {
            using var drop = tool.CreateCommand();
            drop.CommandText = "DROP TRIGGER entries_are_not_changed";
            drop.ExecuteNonQuery();
        }
        using (var tool = ledger.Tool())
        {
            using var held = tool.BeginTransaction();
            Assert.Equal(Stored.Failed, await ledger.Writer.Append(entries[1]));
        }

        Assert.Equal(Stored.Failed, await ledger.Writer.Append(entries[1]));
        Assert.Single(ledger.Reader.Read("room/a"));
    }

    [Fact]
    public async Task A_damaged_page_refuses_acts_and_what_is_whole_can_still_be_read()
    {
        using var ledger = new TemporaryLedger();
        var entries = Entries.Chained("room/a", 200);
        foreach (var entry in entries) await ledger.Writer.Append(entry);
        ledger.Close();
        using (var file = File.OpenWrite(ledger.File.Path))
        {
            // Everything behind the first twelve pages.
            file.Position = 4096 * 12;
            file.Write(Enumerable.Repeat((byte)0xA5, (int)(file.Length - file.Position)).ToArray());
        }
        using var damaged = new TemporaryLedger(Path.GetDirectoryName(ledger.File.Path));

        var stored = await damaged.Writer.Append(Entries.Next(Head.Of(entries[^1]), "room/a"));

        Assert.Equal(Stored.Failed, stored);
        Assert.Equal(entries[0].Header, damaged.Reader.Read("room/a", upTo: 1).Single().Header);
    }

    [Fact]
    public async Task What_waits_at_the_end_is_still_written()
    {
        using var ledger = new TemporaryLedger();
        var waiting = Enumerable.Range(0, 500).Select(i => ledger.Writer.Append(Entries.Next(Head.None, $"room/{i}"))).ToArray();

        ledger.Writer.Dispose();

        Assert.All(await Task.WhenAll(waiting), stored => Assert.Equal(Stored.Yes, stored));
        Assert.Equal(Stored.Failed, await ledger.Writer.Append(Entries.Next(Head.None, "room/late")));
    }
}
