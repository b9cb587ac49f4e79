using System.Net;
using System.Text.RegularExpressions;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Objections;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Notices;

/// <summary>A server with a session under public notice since Friday 2026-12-11 (14 to 18 December), candidates c1 …; people as usual and one of the leading group.</summary>
internal sealed partial class NoticeScene : IAsyncDisposable
{
    public const string Id = "session-6", Person = "赵明远", PersonCode = "140302198803120011", Telephone = "0353-2290001";

    public static readonly DateTimeOffset Friday = new(2026, 12, 11, 2, 0, 0, TimeSpan.Zero);

    private NoticeScene(AppUnderTest app, ClockAhead clock) => (App, Clock) = (app, clock);

    public AppUnderTest App { get; }

    public ClockAhead Clock { get; }

    public LiveSessions Sessions => App.Get<LiveSessions>();

    public ObjectionStore Store => App.Get<ObjectionStore>();

    /// <param name="upTo">Proposed: the list only; reviewed; else the notice.</param>
    public static async Task<NoticeScene> Start(string[]? points = null, SessionStage upTo = SessionStage.PublicNotice)
    {
        var clock = new ClockAhead();
        clock.Advance(Friday - TimeProvider.System.GetUtcNow());
        var app = await AppUnderTest.Start(clock);
        await app.Get<People>().AddAll([new PersonEntry("leading", "Leading", Roles.Body)], AppUnderTest.Password);
        var scene = new NoticeScene(app, clock);
        await NoticedSession.Play(app, clock, Id, points ?? ["900", "800", "700", "650"], upTo);
        return scene;
    }

    /// <summary>The good form, with what is changed in it.</summary>
    public async Task<(HttpStatusCode Status, string Page)> Object(HttpClient visitor, (string Field, string Value)[]? changed = null, params (string Name, byte[] Bytes)[] files)
    {
        var page = await visitor.GetStringAsync($"/notice/{Id}");
        using var form = new MultipartFormDataContent();
        Dictionary<string, string> fields = new()
        {
            ["_handler"] = "objection", ["__RequestVerificationToken"] = Hidden(page, "__RequestVerificationToken"), ["Intention"] = Hidden(page, "Intention"),
            ["Name"] = Person, ["Phone"] = Telephone, ["Code"] = PersonCode, ["Candidate"] = "c1", ["Condition"] = "E5", ["Facts"] = "An accident in March.", ["Truth"] = "true",
        };
        foreach (var (field, value) in changed ?? []) fields[field] = value;
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "Files", name);
        using var answer = await visitor.PostAsync($"/notice/{Id}", form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>An objection that is taken.</summary>
    public async Task<(string Receipt, string Secret)> Filed((string Field, string Value)[]? changed = null, params (string Name, byte[] Bytes)[] files)
    {
        using var visitor = App.Visitor();
        var (status, page) = await Object(visitor, changed, files);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {string.Join(" | ", ErrorWords().Matches(page).Select(m => m.Groups[1].Value))}");
        return (ReceiptShown().Match(page).Groups[1].Value, SecretShown().Match(page).Groups[1].Value);
    }

    public Task<HttpResponseMessage> Ask(HttpClient visitor, string receipt, string secret) => AppUnderTest.Send(visitor, $"/notice/{Id}/status", "status", ("Receipt", receipt), ("Secret", secret));

    public async Task<SessionAnswer> Act(string person, SessionAct act) => await Sessions.Ask(person, Id, Guid.NewGuid().ToString("N"), act);

    /// <summary>The page without what is made anew for each reader.</summary>
    public static string Steady(string page) => MadeAnew().Replace(page, "");

    public static string ReceiptIn(string page) => ReceiptShown().Match(page).Groups[1].Value;

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public static string Hidden(string page, string name) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex("data-receipt>([^<]+)<")]
    private static partial Regex ReceiptShown();

    [GeneratedRegex("data-secret>([^<]+)<")]
    private static partial Regex SecretShown();

    [GeneratedRegex("name=\"(?:__RequestVerificationToken|Intention)\" value=\"[^\"]+\"|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex MadeAnew();

    [GeneratedRegex("<p class=\"pn-error\"[^>]*>([^<]+)<")]
    private static partial Regex ErrorWords();
}
