using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Layout;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Office;

public sealed class TwoConsolesTests : IAsyncDisposable
{
    private readonly House house = new(TimeProvider.System);
    private readonly List<ConsoleContext> contexts = [];
    private LiveBoards? boards;
    private readonly Screens screens = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), TimeProvider.System);

    [Fact]
    public async Task What_one_member_of_the_office_does_the_other_sees()
    {
        await house.ARoom(seats: 5, dossiers: 2);
        var (mine, other) = (Console("office"), Console("office2"));

        await mine.InvokeAsync(() => mine.Find("button:contains('设为当前')").Click());

        other.WaitForAssertion(() => Assert.Contains("当前", other.Find("tr[data-row='panel/d1']").TextContent));
        Assert.Contains("已记录 #", mine.Find(".receipt").TextContent);
        Assert.DoesNotContain("已记录", other.Find(".receipt").TextContent);
    }

    [Fact]
    public async Task A_refused_act_says_why_and_what_to_do()
    {
        await house.ARoom(seats: 5);
        var console = Console("office");
        await house.Do("office2", "panel", new RaiseConflict("d1", "B", "RELATIVE", "cousin"));

        await console.InvokeAsync(() => console.Find("button:contains('提出利益冲突')").Click());
        await console.InvokeAsync(() => console.FindAll("form.conflict select")[0].Change("B"));
        await console.InvokeAsync(() => console.FindAll("form.conflict select")[1].Change("RELATIVE"));
        await console.InvokeAsync(() => console.Find("form.conflict textarea").Input("cousin"));
        await console.InvokeAsync(() => console.Find("form.conflict").Submit());

        console.WaitForAssertion(() => Assert.Contains("未办理。 这件事已经办结", console.Find(".receipt .bad").TextContent));
    }

    [Fact]
    public async Task While_it_is_frozen_the_acts_it_stops_are_greyed_and_say_why()
    {
        await house.ARoom(seats: 5);
        var console = Console("office");

        await house.Do("office2", "panel", new Freeze("lunch"));

        console.WaitForAssertion(() => Assert.True(console.Find("button:contains('提醒未提交')").HasAttribute("disabled")));
        Assert.Equal("已暂停，先恢复", console.Find("button:contains('提醒未提交')").GetAttribute("title"));
        Assert.Contains("lunch", console.Find(".ctl .ban").TextContent);
    }

    [Fact]
    public async Task A_conflict_against_a_colleague_takes_the_dossier_off_his_console_and_leaves_it_on_the_others()
    {
        await house.ARoom(seats: 5);
        var (mine, other) = (Console("office"), Console("office2"));

        await house.Do("office2", "panel", new RaiseConflict("d1", null, "RELATIVE", "sister", "office"));

        mine.WaitForAssertion(() => Assert.DoesNotContain("Dossier 1", mine.Markup));
        Assert.Contains("暂封", mine.Find("tr[data-row]").TextContent);
        Assert.Empty(mine.FindAll(".cf"));
        other.WaitForAssertion(() => Assert.Contains("sister", other.Find(".cf").TextContent));
    }

    [Fact]
    public async Task A_sheet_that_comes_in_moves_the_pre_checks_of_both()
    {
        await house.ARoom(seats: 3);
        var (mine, other) = (Console("office"), Console("office2"));
        Assert.Contains("揭示　还差 3 份", mine.Find("button.hold").TextContent);

        await house.Submit('B', "panel", "d1");

        mine.WaitForAssertion(() => Assert.Contains("揭示　还差 2 份", mine.Find("button.hold").TextContent));
        other.WaitForAssertion(() => Assert.Contains("揭示　还差 2 份", other.Find("button.hold").TextContent));
    }

    [Fact]
    public async Task A_board_made_by_one_is_there_for_the_other_with_content_of_its_own()
    {
        await house.ARoom(seats: 5);
        var (mine, other) = (Console("office"), Console("office2"));
        foreach (var console in new[] { mine, other }) await console.InvokeAsync(() => console.Find(".onair").Click());

        foreach (var title in new[] { "主会场", "分会场" })
        {
            mine.WaitForElement(".board-tabs");
            await mine.InvokeAsync(() => mine.Find("button:contains('新建大屏')").Click());
            await mine.InvokeAsync(() => mine.Find("form.new-board input").Input(title));
            await mine.InvokeAsync(() => mine.Find("form.new-board").Submit());
            mine.WaitForAssertion(() => Assert.Contains(title, mine.Find(".board-desk .t").TextContent));
        }
        await mine.InvokeAsync(() => mine.Find(".board-desk button:contains('遮屏')").Click());

        other.WaitForAssertion(() => Assert.Equal(["主会场 计算中", "分会场 已遮屏"], other.FindAll(".board-tabs [aria-pressed]").Select(b => b.TextContent)));
        other.WaitForAssertion(() => Assert.Contains("主会场", other.Find(".board-desk .t").TextContent));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts) await context.DisposeAsync();
        boards?.Dispose();
        screens.Dispose();
        house.Dispose();
    }

    private IRenderedComponent<OfficePage> Console(string person)
    {
        var context = new ConsoleContext();
        contexts.Add(context);
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton(house.Rooms);
        context.Services.AddSingleton(house.People);
        context.Services.AddScoped<Announcer>();
        // The person's menu counts his messages: no part of what two consoles show each other.
        context.ComponentFactories.AddStub<PersonMenu>();
        context.Services.AddSingleton(boards ??= new LiveBoards(house.Ledger.Reader, house.Ledger.Writer, house.Rooms, house.People, screens, TimeProvider.System));
        context.AddAuthorization().SetAuthorized(person).SetClaims(new Claim(ClaimTypes.NameIdentifier, person));
        context.Renderer.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", true));
        var page = context.Render<OfficePage>();
        page.WaitForElement("tr[data-row]");
        return page;
    }
}
