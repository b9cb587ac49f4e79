namespace ReviewRoom.Tests.Leaks;

/// <summary>Non-interference on the wire: worlds that differ only in what a person may not know send him the same bytes, by interface, hub and export.</summary>
public sealed class WireTests(WireWorlds worlds) : IClassFixture<WireWorlds>
{
    private static readonly string[] Everybody = ["expert-01", "expert-02", "expert-03", "expert-04", "expert-05", "expert-06", "office", "office2", "supervisor", "admin"];

    // Who may not know what: seat A (submitted, d2 revealed to him), office and supervisor while d1 is blind, seat E (recused from d2), a stranger.
    public static TheoryData<string, int, int, int, int, bool> Cases => new()
    {
        { "expert-01", 1, 1, 1, 0, false },
        { "expert-04", 1, 1, 1, 0, false },
        { "expert-05", 1, 1, 1, 1, false },
        { "expert-06", 1, 1, 1, 1, false },
        { "admin", 1, 1, 1, 1, false },
        { "office", 1, 1, 0, 0, false },
        { "office", 2, 2, 0, 0, true },
        { "supervisor", 1, 1, 0, 0, false },
        { "supervisor", 2, 2, 0, 0, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Interface_hub_and_export_send_the_same_bytes_whatever_the_hidden_facts(string person, int draft, int submitted, int ground, int table, bool withRecord)
    {
        var one = await worlds.With(new WireWorld.Hidden());
        var other = await worlds.With(new WireWorld.Hidden(draft, submitted, ground, table));

        var (here, there) = (await one.Sent(person, withRecord), await other.Sent(person, withRecord));

        Assert.All(here, sent => Assert.Equal(sent.Value, there[sent.Key]));
    }

    [Fact]
    public async Task The_same_comparison_sees_a_fact_that_a_person_may_know()
    {
        var one = await worlds.With(new WireWorld.Hidden());
        var other = await worlds.With(new WireWorld.Hidden(Table: 1));

        var (here, there) = (await one.Sent("expert-01", false), await other.Sent("expert-01", false));

        Assert.NotEqual(here["hub"], there["hub"]);
        Assert.NotEqual(here[$"/api/rooms/{WireWorld.Room}"], there[$"/api/rooms/{WireWorld.Room}"]);
    }

    [Fact]
    public async Task Nobody_is_sent_a_word_of_a_blind_sheet_that_is_not_his_own()
    {
        var world = await worlds.With(new WireWorld.Hidden());

        foreach (var person in Everybody)
        {
            var sent = string.Concat((await world.Sent(person, withRecord: true)).Values);
            Assert.Equal(person == "expert-02", sent.Contains("canary draft", StringComparison.Ordinal));
            Assert.Equal(person == "expert-03", sent.Contains("canary submitted", StringComparison.Ordinal));
            Assert.Equal(person is "office" or "office2" or "supervisor", sent.Contains("canary ground", StringComparison.Ordinal));
        }
    }
}
