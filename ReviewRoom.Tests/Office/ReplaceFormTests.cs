using System.Security.Claims;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Office;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Office;

// Who could take a seat, with the conflicts of interest that the register knows of.
public sealed class ReplaceFormTests(DemoApp demo) : IClassFixture<DemoApp>, IDisposable
{
    private readonly ConsoleContext context = new();
    private RoomAct? asked;

    [Fact]
    public void Beside_each_who_could_take_the_seat_stands_what_was_found_and_who_must_withdraw_cannot_be_chosen()
    {
        var form = Form("office");

        var tied = form.Find(".pool li:contains('叶维桢')");
        Assert.Contains("直接（必须回避）", tied.TextContent, StringComparison.Ordinal);
        Assert.Contains("阳泉青磊耐火材料股份有限公司", tied.TextContent, StringComparison.Ordinal);
        Assert.Contains("任该单位独立董事", tied.TextContent, StringComparison.Ordinal);
        Assert.True(tied.QuerySelector("input")?.HasAttribute("disabled"));
        var free = form.Find(".pool li:contains('崔望舒')");
        Assert.Contains("未发现利益冲突", free.TextContent, StringComparison.Ordinal);
        Assert.False(free.QuerySelector("input")?.HasAttribute("disabled"));
        Assert.Empty(form.FindAll(".pool li:contains('韩牧之')"));
    }

    [Fact]
    public void What_was_found_against_a_dossier_already_signed_bars_nobody()
    {
        var room = demo.App.Get<LiveRooms>().Find("panel-a")?.State ?? throw new InvalidOperationException();
        var register = demo.App.Get<LiveRegisters>().Find(room.Session) ?? throw new InvalidOperationException();
        HashSet<string> all = [.. demo.App.Get<PeopleDirectory>().All.Select(p => p.Id)];
        var open = room.Dossiers.Where(d => d.Phase != Phase.Signed).Select(d => d.Id).ToHashSet();
        var direct = register.FindingsOf(all, demo.App.Get<Identification>(), DateOnly.FromDateTime(room.FormedAt.ToLocalTime().DateTime))
            .Where(f => f.Finding.Strength == ConflictStrength.Direct && room.Seats.All(s => s.PersonId != f.PersonId)).ToArray();
        Assert.Contains(direct, f => f.Finding.Applicant == "org-01");

        var barred = Form("office").FindAll(".pool input[disabled]").Select(i => i.GetAttribute("value"));

        Assert.Equal(direct.Where(f => open.Contains(f.Finding.Applicant)).Select(f => f.PersonId).Distinct().Order(), barred.Order());
    }

    [Fact]
    public async Task Nothing_is_asked_before_one_is_chosen()
    {
        var form = Form("office");
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
        await form.InvokeAsync(() => form.Find("form").Submit());
        Assert.Null(asked);

        var id = form.Find(".pool li:contains('崔望舒') input").GetAttribute("value") ?? "";
        await form.InvokeAsync(() => form.Find(".pool li:contains('崔望舒') input").Change(id));
        await form.InvokeAsync(() => form.Find("form").Submit());

        Assert.Equal(new ReplaceSeat("G", id, "崔望舒"), asked);
    }

    [Fact]
    public async Task A_member_of_the_office_is_told_which_number_of_dossiers_was_not_looked_at_for_him_and_nothing_of_them()
    {
        var rooms = demo.App.Get<LiveRooms>();
        Assert.Null((await rooms.Ask("office", "panel-a", ApiClient.NewId(), new RaiseConflict("org-11", null, "RELATIVE", "sister", "office2"), Xunit.TestContext.Current.CancellationToken)).Refusal);

        var form = Form("office2");

        Assert.Contains("您须回避的 1 份材料不在核对之列", form.Find(".ban").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("拾窑", form.Markup, StringComparison.Ordinal);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<ReplaceForm> Form(string person)
    {
        context.Services.AddSingleton(demo.App.Get<LiveRooms>());
        context.Services.AddSingleton(demo.App.Get<LiveRegisters>());
        context.Services.AddSingleton(demo.App.Get<PeopleDirectory>());
        context.Services.AddSingleton(demo.App.Get<Identification>());
        context.AddAuthorization().SetAuthorized(person).SetClaims(new Claim(ClaimTypes.NameIdentifier, person));
        var room = demo.App.Get<LiveRooms>().View(person, "panel-a") ?? throw new InvalidOperationException();
        return context.Render<ReplaceForm>(p => p.Add(c => c.Room, room).Add(c => c.Seat, "G").Add(c => c.OnAct, act => asked = act));
    }
}
