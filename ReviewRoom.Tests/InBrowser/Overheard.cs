using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>Everything a page was sent over its sockets since it was first listened to.</summary>
internal sealed class Overheard
{
    private readonly ConcurrentQueue<byte[]> frames = [];

    public Overheard(IPage page) =>
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));

    public bool Holds(string words)
    {
        var sought = Encoding.UTF8.GetBytes(words);
        return frames.Any(frame => frame.AsSpan().IndexOf(sought) >= 0);
    }
}
