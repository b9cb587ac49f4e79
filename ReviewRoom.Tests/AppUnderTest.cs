using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Domain;
using ReviewRoom.Hosting;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests;

/// <summary>A whole server on a real port of this machine, with a data folder of its own that goes with it.</summary>
public sealed partial class AppUnderTest : IAsyncDisposable
{
    public const string Password = "demo-2026";

    private readonly WebApplication _app;
    private readonly bool _keepsData;
    private bool _isOver;

    private AppUnderTest(WebApplication app, HostChoices choices, bool keepsData)
    {
        (_app, Choices, _keepsData) = (app, choices, keepsData);
        Url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("The server listens nowhere."));
    }

    public Uri Url { get; }

    public HostChoices Choices { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>What was printed for the person who started the program.</summary>
    public string Printed => Choices.Console.ToString() ?? "";

    /// <summary>The service of the running server.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Starts a server with the usual people in it: admin, office, office2, supervisor and expert-01 to expert-07, all with <see cref="Password"/>.</summary>
    public static async Task<AppUnderTest> Start(TimeProvider? time = null, ReviewRoom.Messages.MailSettings? mail = null)
    {
        var app = await Empty(time: time, mail: mail);
        await app.Get<People>().AddAll(
            [
                new("admin", "Admin", Roles.Administrator), new("office", "Office", Roles.Office), new("office2", "Office Two", Roles.Office),
                new("supervisor", "Supervisor", Roles.Supervisor),
                .. Enumerable.Range(1, 7).Select(n => new PersonEntry(Invariant($"expert-{n:00}"), Invariant($"Expert {n:00}"), Roles.Expert)),
            ],
            Password);
        return app;
    }

    /// <summary>Starts the demonstration.</summary>
    public static Task<AppUnderTest> Demo(TimeProvider? time = null) => Empty(demo: true, time);

    /// <summary>Starts the demonstration as a visitor meets it, with the rehearsal that plays by itself.</summary>
    public static Task<AppUnderTest> DemoAsShown() => Empty(demo: true, rehearsal: true);

    /// <summary>Starts a server with nobody in it, or over a data folder that is there already and stays.</summary>
    public static async Task<AppUnderTest> Empty(bool demo = false, TimeProvider? time = null, string? dataFolder = null, int port = 0, bool rehearsal = false, ReviewRoom.Messages.MailSettings? mail = null)
    {
        var choices = new HostChoices(dataFolder ?? Directory.CreateTempSubdirectory("reviewroom-").FullName)
        {
            Urls = Invariant($"http://127.0.0.1:{port}"),
            Demo = demo,
            DemoRehearsal = rehearsal,
            Time = time ?? TimeProvider.System,
            Mail = mail,
            Console = new StringWriter(CultureInfo.InvariantCulture),
        };
        var app = ReviewRoomApp.Build(choices);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new AppUnderTest(app, choices, keepsData: dataFolder is not null);
    }

    /// <summary>A visitor with a cookie jar who does not follow redirects.</summary>
    public HttpClient Visitor(bool cookies = true) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), UseCookies = cookies }) { BaseAddress = Url };

    /// <summary>A visitor who has signed in through the page.</summary>
    public async Task<HttpClient> SignedIn(string userName, string password = Password)
    {
        var visitor = Visitor();
        using var answer = await SignIn(visitor, userName, password);
        return answer.StatusCode == HttpStatusCode.Found
            ? visitor
            : throw new InvalidOperationException($"{userName} was not let in: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The value of the cookie a signed-in person carries.</summary>
    public async Task<string> CookieOf(string userName)
    {
        using var visitor = Visitor();
        using var answer = await SignIn(visitor, userName, Password);
        return answer.Headers.GetValues("Set-Cookie").Select(cookie => Cookie().Match(cookie)).First(match => match.Success).Groups[1].Value;
    }

    /// <summary>Fills in the sign-in page and sends it.</summary>
    public static Task<HttpResponseMessage> SignIn(HttpClient visitor, string userName, string password, string path = "/sign-in") =>
        Send(visitor, path, "sign-in", ("Form.UserName", userName), ("Form.Password", password));

    /// <summary>Opens a page and sends one of its forms, as a browser would.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient visitor, string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await visitor.GetStringAsync(path);
        var token = Token().Match(page).Groups[1].Value;
        using var body = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("_handler", form), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await visitor.PostAsync(path, body);
    }

    /// <summary>Stops the server and keeps its data folder for the next one.</summary>
    public async Task<string> StopAndKeepData()
    {
        await _app.StopAsync();
        return Choices.DataFolder;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOver) return;

        _isOver = true;
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!_keepsData) Directory.Delete(Choices.DataFolder, recursive: true);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("^rr-who=([^;]+)")]
    private static partial Regex Cookie();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>One server for the tests of a class that change nothing in it: <c>IClassFixture&lt;UsualApp&gt;</c>.</summary>
public sealed class UsualApp : IAsyncLifetime
{
    private AppUnderTest? _app;

    public AppUnderTest App => _app ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() => _app = await AppUnderTest.Start();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
