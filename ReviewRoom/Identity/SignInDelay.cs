using System.Collections.Concurrent;

namespace ReviewRoom.Identity;

/// <summary>
/// After wrong passwords the next try of the same account from the same address has to wait, longer each time. Nobody is locked out:
/// the same account from another machine is not held up, so nobody can shut the office out in mid-meeting.
/// </summary>
public sealed class SignInDelay(TimeProvider time)
{
    private const int Free = 3;
    private const int Most = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<(string Account, string Address), Failures> _failures = new();

    /// <summary>How long this account has to wait from this address; zero for not at all.</summary>
    public TimeSpan Wait(string account, string address) =>
        _failures.TryGetValue(Key(account, address), out var failures) && failures.Until > time.GetUtcNow()
            ? failures.Until - time.GetUtcNow()
            : TimeSpan.Zero;

    /// <summary>A wrong password: three are free, then 1, 2, 4 ... up to 60 seconds.</summary>
    public void Failed(string account, string address)
    {
        var now = time.GetUtcNow();
        if (_failures.Count >= Most) Forget(now);
        _failures.AddOrUpdate(Key(account, address), _ => new Failures(1, now, now), (_, before) =>
        {
            var count = before.Last + Forgotten < now ? 1 : before.Count + 1;
            return new Failures(count, now, now + After(count));
        });
    }

    /// <summary>A right password clears the account at this address.</summary>
    public void Succeeded(string account, string address) => _failures.TryRemove(Key(account, address), out _);

    private static TimeSpan After(int count)
    {
        if (count < Free) return TimeSpan.Zero;
        var seconds = Math.Pow(2, Math.Min(count - Free, 10));
        return seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(seconds);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, failures) in _failures)
            if (failures.Last + Forgotten < now) _failures.TryRemove(key, out _);

        // A flood of invented names: better to forget old failures than to grow without end.
        foreach (var (key, _) in _failures.OrderBy(pair => pair.Value.Last).Take(Math.Max(0, _failures.Count - Most / 2)))
            _failures.TryRemove(key, out _);
    }

    private static (string, string) Key(string account, string address) => (account.ToUpperInvariant(), address);

    private sealed record Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
