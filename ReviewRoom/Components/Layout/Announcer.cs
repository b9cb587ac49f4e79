using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReviewRoom.Components.Layout;

/// <summary>The voice of a page for those who listen instead of look: milestones only, never ticks of a number. One per circuit.</summary>
public sealed class Announcer
{
    private readonly Channel<string> _said = Channel.CreateBounded<string>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Speaks a sentence in the reader's language.</summary>
    public void Say(string sentence) => _said.Writer.TryWrite(sentence);

    /// <summary>What is said, one after the other.</summary>
    public async IAsyncEnumerable<string> Heard([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var sentence in _said.Reader.ReadAllAsync(cancellationToken)) yield return sentence;
    }
}
