using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>
/// A page's web socket, with the network between: while it is stalled nothing passes in either direction and neither end is told,
/// as when a laptop leaves the reach of the wireless network. What was on its way arrives when it goes on, unless the line was cut meanwhile.
/// </summary>
internal sealed class StallableLine
{
    private readonly Lock gate = new();
    private readonly List<Action> held = [];
    private IWebSocketRoute? browserEnd;
    private IWebSocketRoute? serverEnd;
    private bool stalled;
    private bool isText;

    /// <summary>The sockets of a page's circuit, which speak in bytes.</summary>
    public static Task<StallableLine> Under(IPage page) => Under(page, "/_blazor", new StallableLine());

    /// <summary>The sockets of a display, which speak in text.</summary>
    public static Task<StallableLine> UnderDisplay(IPage page) => Under(page, "/hubs/room", new StallableLine { isText = true });

    private static async Task<StallableLine> Under(IPage page, string address, StallableLine line)
    {
        await page.RouteWebSocketAsync(new Regex(address), line.Join);
        return line;
    }

    public void Stall()
    {
        Assert.NotNull(serverEnd);
        lock (gate) stalled = true;
    }

    /// <summary>Ends the connection at both ends; what was held is lost.</summary>
    public async Task Cut()
    {
        lock (gate) held.Clear();
        await serverEnd!.CloseAsync();
        await browserEnd!.CloseAsync();
    }

    public void GoOn()
    {
        lock (gate)
        {
            stalled = false;
            foreach (var pass in held) pass();
            held.Clear();
        }
    }

    private void Join(IWebSocketRoute fromBrowser)
    {
        var toServer = fromBrowser.ConnectToServer();
        (browserEnd, serverEnd) = (fromBrowser, toServer);
        fromBrowser.OnMessage(frame => Pass(frame, toServer));
        toServer.OnMessage(frame => Pass(frame, fromBrowser));
    }

    private void Pass(IWebSocketFrame frame, IWebSocketRoute to)
    {
        lock (gate)
        {
            if (stalled) held.Add(() => Send(frame, to));
            else Send(frame, to);
        }
    }

    private void Send(IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (!isText && frame.Binary is { } bytes) to.Send(bytes);
        else to.Send(frame.Text ?? "");
    }
}
