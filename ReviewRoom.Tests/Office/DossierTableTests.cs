using AngleSharp.Dom;
using Bunit;
using ReviewRoom.Components.Office;

namespace ReviewRoom.Tests.Office;

public sealed class DossierTableTests : IDisposable
{
    private readonly ConsoleContext context = new();
    private readonly Given given = Given.ARoom(seats: 3, dossiers: 2).Revealed("d1", 60).Opened("d2");

    [Fact]
    public void While_the_pointer_is_inside_no_row_moves_and_the_change_is_said()
    {
        var table = Table();
        table.Find(".scroll").MouseEnter();

        Overtake(table);

        Assert.Equal(["d1", "d2"], Order(table));
        Assert.Contains("名次有更新", table.Markup);
    }

    [Fact]
    public void The_new_order_comes_when_it_is_asked_for_or_the_pointer_leaves()
    {
        var table = Table();
        table.Find(".scroll").MouseEnter();
        Overtake(table);

        table.Find(".held-bar button").Click();
        Assert.Equal(["d2", "d1"], Order(table));

        table.Find(".scroll").MouseLeave();
        Assert.Equal(["d2", "d1"], Order(table));
        Assert.DoesNotContain("名次有更新", table.Markup);
    }

    [Fact]
    public void Without_pointer_or_focus_the_new_order_applies_at_once()
    {
        var table = Table();

        Overtake(table);

        Assert.Equal(["d2", "d1"], Order(table));
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<DossierTable> Table() => context.Render<DossierTable>(p => p.Add(x => x.Rows, Rows).Add(x => x.Selected, null));

    private IReadOnlyList<ConsoleRow> Rows => ConsoleRow.All([ConsoleContext.Sight(given, Given.Office)]);

    private void Overtake(IRenderedComponent<DossierTable> table)
    {
        foreach (var seat in (string[])["A", "B", "C"]) given.Submitted(seat, "d2", 90);
        given.Do(Given.Office, new Domain.Rooms.Reveal("d2"));
        table.Render(p => p.Add(x => x.Rows, Rows));
    }

    private static IEnumerable<string> Order(IRenderedComponent<DossierTable> table) =>
        table.FindAll("tr[data-row] .no .num").Select(n => n.TextContent);
}
