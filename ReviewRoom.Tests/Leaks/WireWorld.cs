using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Leaks;

/// <summary>A whole server with one meeting in it. Two worlds with other <see cref="Hidden"/> facts are alike in everything else, their clock included.</summary>
internal sealed partial class WireWorld : IAsyncDisposable
{
    public const string Room = "room-1";
    private const string Office = "office";
    private int acts;

    private WireWorld(AppUnderTest app) => App = app;

    public AppUnderTest App { get; }

    /// <summary>What two worlds may differ in.</summary>
    /// <param name="Draft">Seat B's unsubmitted marks and comment on the blind dossier d1; an odd one also takes more acts.</param>
    /// <param name="Submitted">Seat C's submitted marks on d1: fewer than three sheets, so nobody may see a figure.</param>
    /// <param name="Ground">The words of a conflict raised against seat D on d1.</param>
    /// <param name="Table">Marks and a remark on the revealed dossier d2, from which seat E is recused.</param>
    public sealed record Hidden(int Draft = 0, int Submitted = 0, int Ground = 0, int Table = 0)
    {
        public string Canary(string what, int variant) => string.Create(CultureInfo.InvariantCulture, $"canary {what} {variant}");
    }

    public static async Task<WireWorld> With(Hidden hidden, TimeProvider clock)
    {
        var world = new WireWorld(await AppUnderTest.Start(clock));
        var text = await world.App.Get<DossierTexts>().Store("# One\n\n## 1 Head\n\nFirst paragraph.\n");
        var seats = Enumerable.Range(0, 5).Select(i => new SeatPlan(((char)('A' + i)).ToString(), $"expert-0{i + 1}", $"Expert 0{i + 1}", i == 0));
        var dossiers = new[] { "d1", "d2", "d3" }.Select(id => new DossierPlan(id, $"Title of {id}", ApplicantKind.Organisation, text));
        await world.App.Get<LiveRooms>().Create(Given.Office, "create", Room,
            new CreateRoom("Panel", "session-6", "Sixth session", Given.ARubric(100, 200), Given.Free with { Minimum = 3 }, [.. seats], [.. dossiers]));
        await world.PlayBlind(hidden);
        await world.PlayRevealed(hidden);
        return world;
    }

    /// <summary>Everything the interface and the hub send this person, with ids, salts and hashes masked.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Sent(string person, bool withRecord)
    {
        var sent = new Dictionary<string, string>();
        using var client = await App.Api(person);
        string[] paths =
        [
            "/api/me", "/api/rooms", $"/api/rooms/{Room}", $"/api/rooms/{Room}/dossiers/d1", $"/api/rooms/{Room}/dossiers/d2", $"/api/rooms/{Room}/dossiers/none",
            "/api/sessions/session-6/standings", "/api/boards", $"/rooms/{Room}/minutes", $"/api/rooms/{Room}/dossiers/d2/feedback", $"/api/rooms/{Room}/dossiers/d2/signatures.docx", $"/rooms/{Room}/dossiers/d2/feedback/paper", .. FeedbackDesk.Forms.Select(form => $"/api/rooms/{Room}/dossiers/d2/feedback.{form}"), .. MinutesDesk.Forms.Select(form => $"/api/rooms/{Room}/minutes.{form}"),
        ];
        foreach (var path in withRecord ? [.. paths, $"/api/rooms/{Room}/export.jsonl"] : paths)
        {
            using var answer = await client.GetAsync(path);
            sent[path] = $"{(int)answer.StatusCode} {Masked(await Text(answer.Content))}";
        }
        sent["hub"] = await FirstFrame(person);
        return sent;
    }

    public string Masked(string text) => Ids().Replace(text.Replace(App.Url.Authority, "host", StringComparison.Ordinal), "#");

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A Word paper or a workbook as the texts of its parts.</summary>
    private static async Task<string> Text(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType?.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal) != true) return await content.ReadAsStringAsync();
        await using var parts = new ZipArchive(await content.ReadAsStreamAsync());
        return string.Concat(parts.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e => e.FullName + new StreamReader(e.Open()).ReadToEnd()));
    }

    private async Task<string> FirstFrame(string person)
    {
        var cookies = new CookieContainer();
        cookies.Add(App.Url, new System.Net.Cookie("rr-who", await App.CookieOf(person)));
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(App.Url, "/hubs/room"), o => o.Cookies = cookies).Build();
        await hub.StartAsync();
        try
        {
            await foreach (var frame in hub.StreamAsync<System.Text.Json.JsonElement>("Watch", Room)) return Masked(frame.GetRawText());
            return "nothing";
        }
        catch (HubException refused)
        {
            return Masked(refused.Message);
        }
    }

    private async Task PlayBlind(Hidden hidden)
    {
        foreach (var seat in "ABCDE") await Do(Seat(seat), new Declare("d1", false));
        await Do(Office, new Open("d1"));
        await MarkAll('A', "d1", 55);
        await Do(Seat('A'), new Submit("d1"));
        await MarkAll('B', "d1", 30 + 5 * hidden.Draft);
        if (hidden.Draft % 2 == 1) await MarkAll('B', "d1", 85);
        await Do(Seat('B'), new WriteComment("d1", "1", CommentKind.Strength, hidden.Canary("draft", hidden.Draft), new Place("1 ¶1")));
        await MarkAll('C', "d1", 40 + 5 * hidden.Submitted);
        await Do(Seat('C'), new WriteComment("d1", "2", CommentKind.Opportunity, hidden.Canary("submitted", hidden.Submitted), new Place("1 ¶1")));
        await Do(Seat('C'), new Submit("d1"));
        await Do(Office, new RaiseConflict("d1", "D", "RELATIVE", hidden.Canary("ground", hidden.Ground)));
    }

    private async Task PlayRevealed(Hidden hidden)
    {
        foreach (var seat in "ABCD") await Do(Seat(seat), new Declare("d2", false));
        await Do(Seat('E'), new Declare("d2", true, "RELATIVE", "own words"));
        await Do(Office, new Open("d2"));
        foreach (var seat in "ABCD")
        {
            await MarkAll(seat, "d2", seat == 'A' ? 50 + 5 * hidden.Table : 60);
            await Do(Seat(seat), new Submit("d2"));
        }
        await Do(Seat('A'), new Reveal("d2"));
        await Do(Seat('B'), new WriteRemark("d2", "1", hidden.Canary("table", hidden.Table)));
        if (hidden.Table > 0) await Do(Seat('B'), new Revise("d2", "1", 75, hidden.Canary("table", hidden.Table)));
    }

    private async Task MarkAll(char seat, string dossier, int rate)
    {
        foreach (var criterion in (string[])["1", "2"]) await Do(Seat(seat), new GiveMark(dossier, criterion, rate));
    }

    private static string Seat(char seat) => $"expert-0{seat - 'A' + 1}";

    private async Task Do(string person, RoomAct act)
    {
        var answer = await App.Get<LiveRooms>().Ask(person, Room, string.Create(CultureInfo.InvariantCulture, $"act-{acts++}"), act);
        Assert.True(answer.Refusal is null, $"{person} {act}: {answer.Refusal?.Code}");
    }

    /// <summary>Hashes, salts, conflict and remark ids, keys of drafts, framework ids.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,64}|\\b[0-9a-f]{8}\\b|[A-Za-z0-9+/_-]{40,}={0,2}|_bl_[0-9a-f-]+")]
    private static partial Regex Ids();
}

/// <summary>The worlds of a class of tests: nothing is changed in them, so each is made once.</summary>
public sealed class WireWorlds : IAsyncDisposable
{
    private readonly StillClock clock = new();
    private readonly Dictionary<WireWorld.Hidden, WireWorld> made = [];

    internal async Task<WireWorld> With(WireWorld.Hidden hidden) =>
        made.TryGetValue(hidden, out var world) ? world : made[hidden] = await WireWorld.With(hidden, clock);

    public async ValueTask DisposeAsync()
    {
        foreach (var world in made.Values) await world.DisposeAsync();
    }
}

/// <summary>A clock that stands still for the worlds' entries, while timers run as ever.</summary>
internal sealed class StillClock : TimeProvider
{
    private readonly DateTimeOffset moment = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => moment;
}
