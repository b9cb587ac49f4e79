using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using ReviewRoom.Components.Room;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class DoubleClickTests : IDisposable
{
    private readonly RoomContext context = new();
    private readonly TaskCompletionSource<bool> stored = new();
    private int asked;

    [Fact]
    public async Task A_remark_sent_twice_at_once_is_said_once_and_what_is_written_meanwhile_stays()
    {
        var form = context.Render<RemarkForm>(p => p.Add(f => f.About, "").Add(f => f.Quoted, "").Add(f => f.Quote, "").Add(f => f.OnSay, _ => Ask()));
        form.Find("textarea").Input("as we saw");

        var first = form.Find("form").SubmitAsync();
        var second = form.Find("form").SubmitAsync();
        form.Find("textarea").Input("as we saw, but");
        stored.SetResult(true);
        await Task.WhenAll(first, second);

        Assert.Equal(1, asked);
        Assert.Equal("as we saw, but", form.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task A_revision_sent_twice_at_once_is_asked_for_once()
    {
        var form = context.Render<RevisionForm>(p => p.Add(f => f.Rate, 50).Add(f => f.Offered, 60).Add(f => f.Points, 40).Add(f => f.Refused, "")
            .Add(f => f.Remarks, []).Add(f => f.OnRevise, (_, _, _) => Ask()).Add(f => f.OnMinority, _ => Ask()));
        form.Find("#why").Input("the plant visit");

        var first = form.Find("form").SubmitAsync();
        var second = form.Find("form").SubmitAsync();
        stored.SetResult(true);
        await Task.WhenAll(first, second);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_double_click_does_not_close_a_dossier()
    {
        var button = context.Render<CloseDossier>(p => p.Add(c => c.Open, 0).Add(c => c.Waiting, "").Add(c => c.OnClose, () => { asked++; }));

        button.Find("button").Click(new MouseEventArgs { Detail = 1 });
        button.Find("button").Click(new MouseEventArgs { Detail = 2 });
        Assert.Equal(0, asked);

        button.Find("button").Click(new MouseEventArgs { Detail = 1 });
        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_leaders_button_names_the_seats_before_the_items()
    {
        IElement Close(int open, string waiting) => context.Render<CloseDossier>(p => p.Add(c => c.Open, open).Add(c => c.Waiting, waiting).Add(c => c.Stopped, false)).Find("button");

        Assert.Equal(("等 席C：未交表或冲突未决", true), (Close(2, "席C").TextContent, Close(2, "席C").HasAttribute("disabled")));
        Assert.Equal(("还有 2 项未了结", true), (Close(2, "").TextContent, Close(2, "").HasAttribute("disabled")));
        Assert.Equal(("关闭本份", false), (Close(0, "").TextContent, Close(0, "").HasAttribute("disabled")));
    }

    public void Dispose() => context.Dispose();

    private Task<bool> Ask()
    {
        asked++;
        return stored.Task;
    }
}
