using System.Collections.Concurrent;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>Streams of one kind: what their ids may be, and how they are opened when the server starts.</summary>
internal static class StreamsOfKind
{
    /// <summary>1 to 64 small letters, digits and hyphens: an id stands in addresses and file names.</summary>
    public static bool IsId(string id) => id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Folds every stream of the ledger that begins so. One whose chain is broken is left out and told of.</summary>
    public static ConcurrentDictionary<string, Live<TState, TAct, TEvent>> Opened<TState, TAct, TEvent>(
        LedgerReader reader, string prefix, Func<string, Live<TState, TAct, TEvent>> made, ILogger log)
        where TState : class, IStreamState<TState, TAct, TEvent> where TAct : class where TEvent : class
    {
        var opened = new ConcurrentDictionary<string, Live<TState, TAct, TEvent>>(StringComparer.Ordinal);
        foreach (var id in reader.Streams(prefix).Select(stream => stream[prefix.Length..]))
        {
            var live = made(id);
            try
            {
                live.Load().GetAwaiter().GetResult();
                opened[id] = live;
            }
            catch (LedgerUnsoundException fault)
            {
                log.LogCritical(fault, "{Stream} cannot be opened.", live.Stream);
            }
        }
        return opened;
    }
}
