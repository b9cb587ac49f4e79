using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Hall;

/// <summary>Displays on a real server, with the real client of the hub.</summary>
public sealed class DisplayTests
{
    private static readonly Uri Page = new("/board", UriKind.Relative);
    private static readonly Uri IsOpen = new("/board/open", UriKind.Relative);

    [Fact]
    public async Task A_code_opens_one_display_once()
    {
        await using var scene = await BoardScene.Start();
        using var first = scene.App.Visitor();
        using var second = scene.App.Visitor();
        var code = await scene.Code();

        using var opened = await first.GetAsync(BoardScene.At(code));
        using var again = await second.GetAsync(BoardScene.At(code));

        Assert.Equal("/board", opened.Headers.Location?.ToString());
        Assert.Contains("httponly", opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("rr-board=", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.False(again.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(Page)).StatusCode);
    }

    [Fact]
    public async Task A_code_is_good_for_a_quarter_of_an_hour()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await BoardScene.Start(time);
        using var visitor = scene.App.Visitor();
        var code = await scene.Code();

        time.Advance(Screens.CodeLife);
        using var late = await visitor.GetAsync(BoardScene.At(code));

        Assert.False(late.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("supervisor"), InlineData("expert-01"), InlineData("nobody")]
    public async Task Only_the_office_gets_codes(string person)
    {
        await using var scene = await BoardScene.Start();

        Assert.Null(await scene.Boards.IssueCode(person, BoardScene.Board));
    }

    [Fact]
    public async Task The_page_of_a_display_holds_words_only()
    {
        await using var scene = await BoardScene.Start();
        using var display = await scene.Display();
        await scene.Ask(new Release(null, What.Title, All: true));

        var page = await display.GetStringAsync(Page);

        Assert.Contains("data-rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_display_is_sent_its_picture_and_every_change_of_it()
    {
        await using var scene = await BoardScene.Start();
        await using var line = await scene.Line(await scene.DisplayCookie());
        await using var pictures = Pictures(line);

        Assert.True(await pictures.MoveNextAsync());
        Assert.Empty(pictures.Current.Rows ?? []);
        Assert.Null((await scene.Ask(new Release("d1", What.Title))).Refusal);
        Assert.True(await pictures.MoveNextAsync());

        Assert.Equal(["Canary one"], (pictures.Current.Rows ?? []).Select(r => r.Title));
    }

    [Fact]
    public async Task Closing_a_display_ends_its_running_stream()
    {
        await using var scene = await BoardScene.Start();
        var cookie = await scene.DisplayCookie();
        await using var line = await scene.Line(cookie);
        await using var pictures = Pictures(line);
        Assert.True(await pictures.MoveNextAsync());

        Assert.True(scene.Boards.CloseDisplay("office", BoardScene.Board, scene.Boards.Displays("office", BoardScene.Board).Single().Id));

        Assert.False(await pictures.MoveNextAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await AnswerTo(scene.App, cookie));
    }

    [Fact]
    public async Task A_display_ends_when_its_day_is_over()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = await BoardScene.Start(time);
        await using var line = await scene.Line(await scene.DisplayCookie());
        await using var pictures = Pictures(line);
        Assert.True(await pictures.MoveNextAsync());

        time.Advance(Screens.ScreenLife);

        Assert.False(await pictures.MoveNextAsync());
    }

    [Fact]
    public async Task A_display_has_no_right_to_a_room()
    {
        await using var scene = await BoardScene.Start();
        await using var line = await scene.Line(await scene.DisplayCookie());

        Assert.Empty(await line.StreamAsync<RoomView>("Watch", "a", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_signed_in_person_is_streamed_his_own_projection_and_no_board()
    {
        await using var scene = await BoardScene.Start();
        await using var line = await scene.Line("rr-who=" + await scene.App.CookieOf("expert-01"));

        var view = await line.StreamAsync<RoomView>("Watch", "a", Token).FirstAsync(Token);

        Assert.Equal("A", view.Viewer.Seat);
        Assert.Empty(await line.StreamAsync<BoardView>("WatchBoard", Token).ToListAsync(Token));
        Assert.Empty(await line.StreamAsync<RoomView>("Watch", "no-such-room", Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_stranger_and_a_foreign_page_get_no_line()
    {
        await using var scene = await BoardScene.Start();
        var cookie = await scene.DisplayCookie();

        await Assert.ThrowsAnyAsync<Exception>(() => scene.Line("rr-board=made-up"));
        await Assert.ThrowsAnyAsync<Exception>(() => scene.Line(cookie, origin: "https://elsewhere.example"));
    }

    [Fact]
    public async Task A_display_never_receives_anything_of_another_board()
    {
        await using var scene = await BoardScene.Start();
        var office = new Person("office", "Office", Roles.Office);
        Assert.Null((await scene.Boards.Create(office, "c1", "foyer", new CreateBoard("Foyer canary", "s1", "Canary session"))).Refusal);
        await using var line = await scene.Line(await scene.DisplayCookie());
        await using var pictures = line.StreamAsync<JsonElement>("WatchBoard", Token).GetAsyncEnumerator(Token);
        Assert.True(await pictures.MoveNextAsync());
        var heard = pictures.Current.GetRawText();

        Assert.Null((await scene.Boards.Ask("office", "foyer", "c2", new Release("d2", What.Title))).Refusal);
        Assert.Null((await scene.Boards.Ask("office", "foyer", "c3", new Blank())).Refusal);
        Assert.Null((await scene.Ask(new Release("d1", What.Title))).Refusal);
        Assert.True(await pictures.MoveNextAsync());

        heard += pictures.Current.GetRawText();
        Assert.Contains("Canary one", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary two", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Foyer", heard, StringComparison.Ordinal);
        Assert.Empty(scene.Boards.Displays("office", "foyer"));
        Assert.False(scene.Boards.CloseDisplay("office", "foyer", scene.Boards.Displays("office", BoardScene.Board).Single().Id));
    }

    [Fact]
    public async Task A_display_survives_a_restart_of_the_server()
    {
        var scene = await BoardScene.Start();
        var cookie = await scene.DisplayCookie();

        await using var after = await AppUnderTest.Empty(dataFolder: await scene.App.StopAndKeepData());

        Assert.Equal(HttpStatusCode.NoContent, await AnswerTo(after, cookie));
    }

    [Fact]
    public async Task A_suspended_seats_sheet_marks_the_shown_value_by_the_program_itself()
    {
        await using var scene = await BoardScene.Start();
        await scene.Close();
        Assert.Null((await scene.Ask(new Release("d1", What.Rate))).Refusal);
        await using var line = await scene.Line(await scene.DisplayCookie());
        await using var pictures = Pictures(line);
        Assert.True(await pictures.MoveNextAsync());
        Assert.Equal("61.00", (pictures.Current.Rows ?? []).Single().Rate);

        await scene.Do("supervisor", new RaiseConflict("d1", "E", "RELATIVE", "a relative"));
        Assert.True(await pictures.MoveNextAsync());

        Assert.True((pictures.Current.Rows ?? []).Single().Recomputing);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IAsyncEnumerator<BoardView> Pictures(HubConnection line) => line.StreamAsync<BoardView>("WatchBoard", Token).GetAsyncEnumerator(Token);

    private static async Task<HttpStatusCode> AnswerTo(AppUnderTest app, string cookie)
    {
        using var visitor = app.Visitor(cookies: false);
        visitor.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await visitor.GetAsync(IsOpen);
        return answer.StatusCode;
    }
}
