using AngleSharp.Dom;
using Bunit;
using ReviewRoom.Components.Room;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class SignFormTests : IDisposable
{
    private readonly RoomContext context = new();
    private readonly List<RoomAct> asked = [];
    private readonly List<string> given = [];
    private RefusalCode? refuses;

    [Fact]
    public void The_button_names_what_is_missing_until_both_sheets_the_declaration_and_the_password_are_given()
    {
        var form = Form();
        List<string> words = [Button(form).TextContent];

        foreach (var place in new[] { 0, 1, 2 })
        {
            form.FindAll("input[type=checkbox]")[place].Change(true);
            words.Add(Button(form).TextContent);
        }
        Assert.True(Button(form).IsDisabled());
        form.Find("input[type=password]").Input("demo-2026");

        Assert.Equal(["请先确认本人评分表", "请先确认评审组评分表", "请先作会后声明", "请输入密码"], words);
        Assert.Equal("签字", Button(form).TextContent);
        Assert.False(Button(form).IsDisabled());
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_forgotten_and_what_was_written_stays()
    {
        refuses = RefusalCode.PasswordWrong;
        var form = Form();
        foreach (var place in new[] { 0, 1, 2 }) form.FindAll("input[type=checkbox]")[place].Change(true);
        form.Find("#dissent").Change("另有看法");
        form.Find("input[type=password]").Input("not-the-password");

        await form.Find("form").SubmitAsync();

        Assert.Equal([new Sign("d1", "另有看法", NoConflict: true)], asked);
        Assert.Equal(["not-the-password"], given);
        Assert.Contains("密码不对", form.Find("[role=alert]").TextContent);
        Assert.Equal("", form.Find("input[type=password]").GetAttribute("value") ?? "");
        Assert.Equal("另有看法", form.Find("#dissent").GetAttribute("value"));
    }

    [Fact]
    public async Task A_conflict_noticed_at_the_signature_is_declared_there_and_nothing_is_signed()
    {
        var form = Form();
        form.Find("[data-late-conflict]").Click();
        Assert.Contains("第一份", form.Find("#late-title").TextContent);
        Assert.True(Button(form).IsDisabled());
        form.Find("#late-type").Change("RELATIVE");
        form.Find("#late-note").Change("今天才知道");

        await form.Find("form").SubmitAsync();

        Assert.Equal([new Declare("d1", Conflict: true, "RELATIVE", "今天才知道")], asked);
        Assert.Empty(given);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<SignForm> Form() => context.Render<SignForm>(p => p
        .Add(f => f.DossierId, "d1").Add(f => f.Own, "599.50").Add(f => f.Rate, "59.99").Add(f => f.Done, false).Add(f => f.Signed, 1).Add(f => f.Of, 5)
        .Add(f => f.Stopped, false).Add(f => f.Title, "第一份").Add(f => f.Ask, (_, act) => Told(act, refuses)).Add(f => f.OnSign, (_, act, password) =>
        {
            given.Add(password);
            return Told(act, refuses);
        }));

    private Task<RoomAnswer> Told(RoomAct act, RefusalCode? why = null)
    {
        asked.Add(act);
        return Task.FromResult(new RoomAnswer(null, why is { } code ? new Refusal(code) : null, null));
    }

    private static IElement Button(IRenderedComponent<SignForm> form) => form.Find("button[type=submit]");
}
