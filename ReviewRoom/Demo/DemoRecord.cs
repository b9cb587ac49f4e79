using System.Globalization;
using System.Security.Cryptography;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Storage;

namespace ReviewRoom.Demo;

/// <summary>
/// Puts the demonstration's acts on record: each decided as its person's own act and chained like any other entry, with the time at which it happened,
/// and all written in groups. What a killed start left unwritten is written by the next.
/// </summary>
public sealed class DemoRecord(LedgerReader reader, LedgerWriter writer)
{
    /// <summary>Grows when the acts change: a record of an older form is left as it is.</summary>
    private const int Form = 3;

    /// <summary>When the demonstration began: now, or as an earlier start has it.</summary>
    public DateTimeOffset BeginsAt(string stream, TimeSpan setUp, DateTimeOffset now) =>
        reader.Read(stream, upTo: 1).FirstOrDefault() is { } first ? first.Header.Time + setUp : now;

    /// <summary>Writes what is not on record yet, and gives the state it leads to; null where there was nothing to write.</summary>
    public async Task<TState?> Write<TState, TAct, TEvent>(string stream, TState blank, IReadOnlyList<DemoStep<TState, TAct>> steps, DateTimeOffset begins)
        where TState : class, IStreamState<TState, TAct, TEvent>
        where TAct : class
        where TEvent : class
    {
        if (reader.Find(CommandId(stream, steps.Count - 1)) is not null) return null;
        var (state, head) = (blank, Head.None);
        foreach (var entry in reader.Read(stream))
        {
            if (entry.CommandId != CommandId(stream, (int)head.Version)) return null;
            (state, head) = (state.Apply(Canonical.Read<TEvent>(entry.Body), entry.Stamp), Head.Of(entry));
        }

        var written = new List<Task<Stored>>();
        for (var place = (int)head.Version; place < steps.Count; place++)
        {
            var (next, entry) = Next<TState, TAct, TEvent>(stream, state, head, steps[place], place, begins);
            written.Add(writer.Append(entry));
            (state, head) = (next, Head.Of(entry));
        }
        if ((await Task.WhenAll(written)).Any(stored => stored != Stored.Yes)) throw new InvalidOperationException($"The demonstration's {stream} could not be written.");
        return state;
    }

    /// <summary>The state a stream stands at.</summary>
    public TState Fold<TState, TAct, TEvent>(string stream, TState blank)
        where TState : class, IStreamState<TState, TAct, TEvent>
        where TAct : class
        where TEvent : class =>
        reader.Read(stream).Aggregate(blank, (state, entry) => state.Apply(Canonical.Read<TEvent>(entry.Body), entry.Stamp));

    private static (TState, Entry) Next<TState, TAct, TEvent>(string stream, TState state, Head head, DemoStep<TState, TAct> step, int place, DateTimeOffset begins)
        where TState : class, IStreamState<TState, TAct, TEvent>
        where TAct : class
        where TEvent : class
    {
        var act = step.Act(state);
        var random = RandomNumberGenerator.GetBytes(32 + Chain.SaltLength);
        var asking = new Asking(step.By, Chain.TimeAfter(head, begins - step.Before), random.AsMemory(Chain.SaltLength));
        if (state.Decide(act, asking) is not { Event: { } happened }) throw new InvalidOperationException($"The demonstration's {stream} is declined at act {place}: {act}.");
        var next = state.Apply(happened, new Stamp(head.Version + 1, asking.At, step.By.Id));
        var fingerprint = Chain.Fingerprint(stream, step.By.Id, Canonical.Bytes(act));
        return (next, Chain.Next(head, stream, asking, CommandId(stream, place), fingerprint, next.ActsBy(step.By.Id), random[..Chain.SaltLength], Canonical.Bytes(happened)));
    }

    private static string CommandId(string stream, int place) => string.Create(CultureInfo.InvariantCulture, $"demo{Form}/{stream}/{place:D5}");
}
