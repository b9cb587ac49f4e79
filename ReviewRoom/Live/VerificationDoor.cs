using System.Collections.Concurrent;
using ReviewRoom.Domain.Awards;

namespace ReviewRoom.Live;

/// <summary>What a verification led to: the award, nothing, or a wait.</summary>
/// <param name="Wait">How long this address has to wait before anything is looked up; zero where it need not.</param>
public sealed record Verification(PublicAward? Award, TimeSpan Wait);

/// <summary>Where anybody verifies an award by its code. All wrong codes get one answer, and an address that sends many of them waits: for right ones too, or its waiting would tell them apart.</summary>
public sealed class VerificationDoor(LiveAwards awards, TimeProvider clock)
{
    /// <summary>Wrong codes an address may send within <see cref="Window"/>; people behind one address mistype too.</summary>
    public const int FreeMisses = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 10_000;
    private const int LongestCode = 64;

    private readonly ConcurrentDictionary<string, Misses> misses = new(StringComparer.Ordinal);

    /// <param name="code">As it was typed: spaces, hyphens and capitals do not matter.</param>
    public Verification Look(string code, string address)
    {
        var now = clock.GetUtcNow();
        if (misses.TryGetValue(address, out var known) && known.Count >= FreeMisses && known.Ends > now) return new Verification(null, known.Ends - now);
        if (code.Length <= LongestCode && awards.Verify(Plain(code)) is { } award) return new Verification(award, TimeSpan.Zero);
        if (misses.Count >= MostAddresses) Forget(now);
        misses.AddOrUpdate(address, _ => new Misses(1, now + Window), (_, before) => before.Ends > now ? before with { Count = before.Count + 1 } : new Misses(1, now + Window));
        return new Verification(null, TimeSpan.Zero);
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private void Forget(DateTimeOffset now)
    {
        foreach (var (address, one) in misses)
            if (one.Ends <= now) misses.TryRemove(address, out _);
        // A flood from invented addresses: better to forget than to grow without end.
        if (misses.Count >= MostAddresses) misses.Clear();
    }

    private sealed record Misses(int Count, DateTimeOffset Ends);
}
