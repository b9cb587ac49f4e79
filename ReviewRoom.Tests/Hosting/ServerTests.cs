using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;
using ReviewRoom.Hosting;

namespace ReviewRoom.Tests.Hosting;

public sealed class ServerTests(UsualApp usual) : IClassFixture<UsualApp>
{
    /// <summary>By default 100 are kept: of 300 people whose line drops at once 205 would lose their page.</summary>
    [Fact]
    public void A_hall_full_of_people_may_lose_the_line_at_once()
    {
        var circuits = usual.App.Get<IOptions<CircuitOptions>>().Value;

        Assert.True(circuits.DisconnectedCircuitMaxRetained >= 2000);
        Assert.True(circuits.DisconnectedCircuitRetentionPeriod >= TimeSpan.FromMinutes(10));
    }

    /// <summary>Compression would cost a quarter of a megabyte for every person.</summary>
    [Fact]
    public async Task The_line_of_a_page_is_not_compressed()
    {
        using var line = new ClientWebSocket();
        line.Options.CollectHttpResponseDetails = true;
        line.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        line.Options.SetRequestHeader("Cookie", $"rr-who={await usual.App.CookieOf("office")}");

        await line.ConnectAsync(new UriBuilder(usual.App.Url) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);

        Assert.Equal(WebSocketState.Open, line.State);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", line.HttpResponseHeaders?.Keys ?? [], StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/css/app.css")]
    [InlineData("/js/chrome.js")]
    [InlineData("/img/seal.svg")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    public async Task What_a_page_is_made_of_is_served_to_anybody_and_not_empty(string path)
    {
        using var visitor = usual.App.Visitor();

        Assert.NotEmpty(await visitor.GetByteArrayAsync(path));
    }

    [Fact]
    public async Task No_page_loads_anything_from_elsewhere()
    {
        using var office = await usual.App.SignedIn("office");

        foreach (var path in (string[])["/", "/people", "/sign-in"])
            Assert.DoesNotContain("=\"http", await office.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_certificate_for_the_local_network_is_made_once()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-");
        var choices = new HostChoices(folder.FullName) { Lan = true };

        var first = LanCertificate.Fingerprint(choices);

        Assert.Equal(first, LanCertificate.Fingerprint(choices));
        using var certificate = LanCertificate.In(choices);
        Assert.True(certificate.HasPrivateKey && certificate.MatchesHostname("localhost") && certificate.MatchesHostname(LanCertificate.Addresses()[0]));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_program_tells_where_it_listens_and_ends_cleanly_when_asked_to()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGTERM is not known here.");
        var folder = Directory.CreateTempSubdirectory("reviewroom-");
        using var program = Started("--urls", "http://127.0.0.1:0", "--data", folder.FullName);
        var first = await program.StandardOutput.ReadLineAsync();
        using var visitor = new HttpClient { BaseAddress = new Uri(first?.Split(' ')[^1] ?? "") };
        var health = await visitor.GetAsync("/healthz");

        using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
        await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(0, program.ExitCode);
        folder.Delete(recursive: true);
    }

    private static Process Started(params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ReviewRoom.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException("The program did not start.");
    }

    [Fact]
    public async Task A_demonstration_whose_rehearsal_has_no_place_on_the_disk_runs_and_begins_it_later()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        var place = Path.Combine(folder, "rehearsals");
        await File.WriteAllTextAsync(place, "", TestContext.Current.CancellationToken);
        await using (var app = await AppUnderTest.Empty(demo: true, clock, folder, rehearsal: true))
        {
            var rooms = app.Get<ReviewRoom.Live.LiveRooms>();
            using var visitor = app.Visitor();
            using var answer = await visitor.GetAsync("/sign-in");
            var before = rooms.Rooms.Count(r => r.Rehearsal is not null);
            File.Delete(place);
            for (var n = 0; n < 600 && rooms.Rooms.All(r => r.Rehearsal is null); n++)
            {
                clock.Advance(TimeSpan.FromSeconds(30));
                await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }

            Assert.Equal((System.Net.HttpStatusCode.OK, 0), (answer.StatusCode, before));
            Assert.Single(rooms.Rooms, r => r.Rehearsal is not null);
        }
        Directory.Delete(folder, recursive: true);
    }
}
