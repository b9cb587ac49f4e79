using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class DeliberationPanelTests : IDisposable
{
    private readonly ConsoleContext context = new();

    [Fact]
    public void The_console_names_what_to_discuss_first_and_why()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 40, 60).Submitted("B", "d1", 60, 60).Submitted("C", "d1", 75, 70);
        given.Do(Given.Office, new Reveal("d1"));

        var panel = Panel(given);

        Assert.Contains("先议 1", panel.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 项", panel.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("可使得分率升 5.56 或降 6.11；高出 60% 线 1.67，本项足以改变", panel.Find("li .dim").TextContent);
    }

    [Fact]
    public void An_adjusted_order_that_differs_is_warned_of_in_the_table_and_beside_the_dossier()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2);
        foreach (var (dossier, rates) in new[] { ("d1", new[] { 75, 75, 60 }), ("d2", [75, 70, 60]) })
        {
            given.Opened(dossier);
            foreach (var (seat, rate) in "ABC".Zip(rates)) given.Submitted($"{seat}", dossier, rate);
        }
        given.Do("C", new Declare("d2", true, "RELATIVE", "a cousin"));
        foreach (var dossier in (string[])["d1", "d2"]) given.Do(Given.Office, new Reveal(dossier));

        var rows = ConsoleRow.All([ConsoleContext.Sight(given, Given.Office)]);

        Assert.Equal([("d2", 1, 2), ("d1", 2, 1)], rows.Select(r => (r.Dossier, r.Rank ?? 0, r.AdjustedRank ?? 0)));
        Assert.Contains("校正后的名次不同", Panel(given, "d2").Markup, StringComparison.Ordinal);
        Assert.Contains("以原始得分率为准", Panel(given, "d2").Markup, StringComparison.Ordinal);
        Assert.Contains("校正后 2", context.Render<RankCell>(p => p.Add(c => c.Rank, 1).Add(c => c.Safe, true).Add(c => c.Blind, false).Add(c => c.Adjusted, 2)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_panels_are_said_to_need_no_adjustment()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Revealed("d1", 60).Revealed("d2", 70);

        Assert.Contains("评委齐全，按严厉度校正不改变任何结果", Panel(given).Markup, StringComparison.Ordinal);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<DeliberationPanel> Panel(Given given, string dossier = "d1") => context.Render<DeliberationPanel>(p => p
        .Add(x => x.Dossier, ConsoleContext.Sight(given, Given.Office, dossier)).Add(x => x.Severity, ConsoleContext.Sight(given, Given.Office).Severity).Add(x => x.Rubric, given.Room.Rubric));
}
