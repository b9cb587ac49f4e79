using Bunit;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Office;

public sealed class LeaderAwayTests : IDisposable
{
    private readonly ConsoleContext context = new();

    [Fact]
    public void Where_the_leader_is_absent_or_recused_a_deputy_is_asked_for_and_leads_then()
    {
        var given = Given.ARoom(seats: 3).Opened();
        Assert.Empty(Away(given).Markup);

        given.Do(Given.Office, new MarkAbsent("A", "train", "d1"));
        Assert.Contains("请指定代理组长", Away(given).Markup);
        given.Do(Given.Office, new AppointDeputy("B"));

        Assert.Empty(Away(given).Markup);
        Assert.True(given.Room.Leads("B"));
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<LeaderAway> Away(Given given) => context.Render<LeaderAway>(p => p
        .Add(c => c.Room, ConsoleContext.Sight(given, Given.Office)).Add(c => c.Dossier, ConsoleContext.Sight(given, Given.Office, "d1")));
}
