using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Hall;

/// <summary>A real server with one room (seats A to E, two dossiers) and one board, driven as their people would.</summary>
internal sealed class BoardScene : IAsyncDisposable
{
    public const string Board = "hall";
    private const string RoomId = "a";
    private static readonly string[] Seats = ["A", "B", "C", "D", "E"];

    private BoardScene(AppUnderTest app) => App = app;

    public AppUnderTest App { get; }
    public LiveBoards Boards => App.Get<LiveBoards>();

    public static async Task<BoardScene> Start(TimeProvider? time = null)
    {
        var scene = new BoardScene(await AppUnderTest.Start(time));
        var office = new Person("office", "Office", Roles.Office);
        var plan = new CreateRoom(
            "Panel", "s1", "Canary session", Given.ARubric(100, 200), Given.Free, [.. Seats.Select((s, i) => new SeatPlan(s, $"expert-0{i + 1}", $"Expert {s}", i == 0))],
            [new DossierPlan("d1", "Canary one", ApplicantKind.Organisation), new DossierPlan("d2", "Canary two", ApplicantKind.Organisation)]);
        Assert.Null((await scene.App.Get<LiveRooms>().Create(office, Id(), RoomId, plan)).Refusal);
        Assert.Null((await scene.Boards.Create(office, Id(), Board, new CreateBoard("Hall", "s1", "Canary session"))).Refusal);
        return scene;
    }

    public async Task<BoardAnswer> Ask(BoardAct act, string person = "office") => await Boards.Ask(person, Board, Id(), act);

    /// <summary>A new code, by the office.</summary>
    public async Task<string> Code() => await Boards.IssueCode("office", Board) ?? throw new InvalidOperationException("no code");

    /// <summary>A display opened with a code of its own.</summary>
    public async Task<HttpClient> Display()
    {
        var display = App.Visitor();
        using var opened = await display.GetAsync(At(await Code()));
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        return display;
    }

    public static Uri At(string code) => new($"/board/{code}", UriKind.Relative);

    /// <summary>A started line to the hub with a visitor's cookies.</summary>
    public async Task<HubConnection> Line(string cookies, string? origin = null)
    {
        var line = new HubConnectionBuilder()
            .WithUrl(new Uri(App.Url, "/hubs/room"), options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
                options.Headers["Cookie"] = cookies;
                if (origin is not null) options.Headers["Origin"] = origin;
            })
            .AddJsonProtocol(json => json.PayloadSerializerOptions = Canonical.Options)
            .Build();
        await line.StartAsync(TestContext.Current.CancellationToken);
        return line;
    }

    /// <summary>The cookie of a display opened now.</summary>
    public async Task<string> DisplayCookie()
    {
        using var visitor = App.Visitor(cookies: false);
        using var opened = await visitor.GetAsync(At(await Code()));
        return opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("rr-board=", StringComparison.Ordinal)).Split(';')[0];
    }

    /// <summary>The first dossier marked by all, revealed and closed: 60, 60, 60, 60, 65.</summary>
    public async Task Close()
    {
        await Do("office", new Open("d1"));
        foreach (var (seat, place) in Seats.Select((s, i) => (s, i)))
        {
            var person = $"expert-0{place + 1}";
            await Do(person, new Declare("d1", false));
            foreach (var criterion in new[] { "1", "2" }) await Do(person, new GiveMark("d1", criterion, seat == "E" ? 65 : 60));
            await Do(person, new Submit("d1"));
        }
        await Do("office", new Reveal("d1"));
        await Do("office", new Close("d1"));
    }

    public async Task Do(string person, RoomAct act) => Assert.Null((await App.Get<LiveRooms>().Ask(person, RoomId, Id(), act)).Refusal);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static string Id() => Guid.NewGuid().ToString("N");
}
