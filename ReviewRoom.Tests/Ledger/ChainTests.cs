using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Ledger;

public class ChainTests
{
    [Fact]
    public void The_hash_of_an_entry_is_that_of_its_header_as_an_outsider_would_write_it()
    {
        var entry = Entries.Next(Head.None, "room/评审-a");
        var h = entry.Header;

        var bytes = Encoding.UTF8.GetBytes(
            $$"""{"stream":"room/评审-a","version":1,"time":"2026-03-02T01:00:01.000Z","actor":"expert-b","kind":"remarked","bodyHash":"{{h.BodyHash}}","prev":"{{new string('0', 64)}}"}""");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), h.Hash);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. entry.Salt, .. entry.Body])), h.BodyHash);
    }

    [Fact]
    public void Equal_bodies_have_different_hashes()
    {
        var (one, other) = (Entries.Next(Head.None, "room/a"), Entries.Next(Head.None, "room/a"));

        Assert.Equal(one.Body, other.Body);
        Assert.NotEqual(one.Header.BodyHash, other.Header.BodyHash);
    }

    [Fact]
    public void An_entry_follows_only_the_head_it_was_made_for()
    {
        var entries = Entries.Chained("room/a", 3);

        Assert.True(Chain.Follows(Head.Of(entries[1]), entries[2]));
        Assert.False(Chain.Follows(Head.Of(entries[0]), entries[2]));
        Assert.False(Chain.Follows(Head.Of(entries[1]), entries[2] with { Body = [1] }));
        Assert.False(Chain.Follows(Head.Of(entries[1]), entries[2] with { Header = entries[2].Header with { Actor = "somebody" } }));
    }

    [Fact]
    public void Times_are_whole_milliseconds_and_never_go_back()
    {
        var head = new Head(1, new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), Chain.Genesis);

        Assert.Equal(head.Time, Chain.TimeAfter(head, head.Time.AddMinutes(-5)));
        Assert.Equal(head.Time.AddMilliseconds(7), Chain.TimeAfter(head, head.Time.AddTicks((7 * TimeSpan.TicksPerMillisecond) + 1234)));
    }

    [Fact]
    public void A_fingerprint_tells_who_asked_what_of_which_stream()
    {
        var prints = new[]
        {
            Chain.Fingerprint("room/a", "expert-a", [1]), Chain.Fingerprint("room/b", "expert-a", [1]),
            Chain.Fingerprint("room/a", "expert-b", [1]), Chain.Fingerprint("room/a", "expert-a", [2]),
        };

        Assert.Equal(4, prints.Distinct().Count());
        Assert.Equal(prints[0], Chain.Fingerprint("room/a", "expert-a", [1]));
    }
}
