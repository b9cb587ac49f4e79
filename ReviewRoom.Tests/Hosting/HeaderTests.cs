using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ReviewRoom.Tests.Hosting;

public sealed class HeaderTests(UsualApp usual) : IClassFixture<UsualApp>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/healthz")]
    [InlineData("/css/tokens.css")]
    [InlineData("/nowhere")]
    public async Task Every_answer_says_what_it_may_load_and_whom_it_tells_nothing(string path)
    {
        using var visitor = usual.App.Visitor();

        using var answer = await visitor.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_are_kept_by_nobody_and_assets_are()
    {
        using var visitor = usual.App.Visitor();

        using var page = await visitor.GetAsync("/sign-in");
        using var asset = await visitor.GetAsync("/css/tokens.css");

        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.False(asset.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/api/rooms/panel-a/acts")]
    [InlineData("/hubs/room/negotiate")]
    [InlineData("/_blazor/negotiate")]
    public async Task A_call_from_another_site_is_turned_away(string path)
    {
        using var office = await usual.App.SignedIn("office");
        using var call = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        call.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await office.SendAsync(call);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/hubs/room")]
    public async Task A_line_opened_from_another_site_is_turned_away(string path)
    {
        using var office = await usual.App.SignedIn("office");
        using var call = new HttpRequestMessage(HttpMethod.Get, path);
        call.Headers.Add("Origin", "null");

        using var answer = await office.SendAsync(call);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_unsafe_call_of_the_programming_interface_must_be_json()
    {
        using var office = await usual.App.SignedIn("office");
        using var form = new StringContent("act=open", new MediaTypeHeaderValue("text/plain"));

        using var answer = await office.PostAsync("/api/rooms/panel-a/acts", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }
}
