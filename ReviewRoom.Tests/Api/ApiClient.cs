using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace ReviewRoom.Tests.Api;

/// <summary>The demonstration on a real port, for tests of a class that disturb each other in nothing.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    private AppUnderTest? app;

    public AppUnderTest App => app ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() => app = await AppUnderTest.Demo();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>A program that calls the interface.</summary>
internal static class ApiClient
{
    /// <summary>Signed in through the interface itself.</summary>
    public static async Task<HttpClient> Api(this AppUnderTest app, string userName)
    {
        var client = app.Visitor();
        using var answer = await client.PostAsJsonAsync("/api/sign-in", new { userName, password = AppUnderTest.Password });
        return answer.StatusCode == HttpStatusCode.NoContent ? client : throw new InvalidOperationException($"{userName}: {answer.StatusCode}");
    }

    public static Task<HttpResponseMessage> Act(this HttpClient client, string room, object act) => client.PostAsJsonAsync($"/api/rooms/{room}/acts", act);

    public static Task<HttpResponseMessage> Raw(this HttpClient client, string path, string body, string type = "application/json") =>
        client.PostAsync(path, new StringContent(body, Encoding.UTF8, type));

    public static async Task<JsonNode> Json(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync()) ?? throw new InvalidOperationException("null");

    public static string NewId() => Guid.NewGuid().ToString("N");
}
