using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ReviewRoom.Tests.Hosting;

public sealed class AccessTests(UsualApp usual) : IClassFixture<UsualApp>
{
    [Fact]
    public async Task Every_endpoint_says_who_may_ask_for_it()
    {

        var silent = usual.App.Get<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/nowhere")]
    [InlineData("/data/demo/scores.json")]
    public async Task Nobody_sees_a_page_without_signing_in(string path)
    {
        using var visitor = usual.App.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/sign-in?back=", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rooms")]
    [InlineData("/hubs/room")]
    [InlineData("/_blazor")]
    public async Task A_program_without_a_cookie_is_told_so(string path)
    {
        using var visitor = usual.App.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("office", "/people", HttpStatusCode.OK)]
    [InlineData("supervisor", "/people", HttpStatusCode.OK)]
    [InlineData("admin", "/people/new", HttpStatusCode.OK)]
    [InlineData("office", "/people/new", HttpStatusCode.Forbidden)]
    [InlineData("expert-01", "/people", HttpStatusCode.Forbidden)]
    [InlineData("office", "/office/setup", HttpStatusCode.OK)]
    [InlineData("supervisor", "/office/setup", HttpStatusCode.OK)]
    [InlineData("supervisor", "/office/setup/room", HttpStatusCode.Forbidden)]
    [InlineData("expert-01", "/office/setup", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/office/setup", HttpStatusCode.Forbidden)]
    [InlineData("office", "/sessions/session-6/reply", HttpStatusCode.Forbidden)]
    [InlineData("expert-01", "/sessions/session-6/reply", HttpStatusCode.Forbidden)]
    [InlineData("expert-01", "/sessions/session-6/consultation", HttpStatusCode.Forbidden)]
    [InlineData("admin", "/sessions/session-6/consultation", HttpStatusCode.Forbidden)]
    [InlineData("supervisor", "/sessions/session-6/consultation", HttpStatusCode.OK)]
    [InlineData("expert-01", "/office/setup/template/bodies.xlsx", HttpStatusCode.Forbidden)]
    [InlineData("expert-01", "/office/setup/template/experts.xlsx", HttpStatusCode.Forbidden)]
    public async Task A_page_is_for_those_whose_role_it_is(string userName, string path, HttpStatusCode expected)
    {
        using var person = await usual.App.SignedIn(userName);

        using var answer = await person.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("data/demo/scores.json")]
    [InlineData("data/rubrics/gbt19580-2012.json")]
    [InlineData("wwwroot-assets/data/demo/scores.json")]
    [InlineData("ReviewRoom.dll")]
    [InlineData("people.db")]
    public async Task What_ships_as_data_is_not_served(string path)
    {
        using var office = await usual.App.SignedIn("office");

        using var answer = await office.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Health_and_readiness_are_told_to_anybody()
    {
        using var visitor = usual.App.Visitor();

        Assert.Equal("ok", await visitor.GetStringAsync("healthz"));
        Assert.Equal("ok", await visitor.GetStringAsync("readyz"));
    }
}
