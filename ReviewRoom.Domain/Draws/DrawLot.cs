using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReviewRoom.Domain.Draws;

/// <summary>
/// The draw itself (room.md 7): deterministic, so that anybody can run it again from the opened seed. The candidates are shuffled without bias (Fisher and Yates,
/// after Durstenfeld, CACM 7, 1964) until the first seats meet every quota; so every panel that meets them is equally likely.
/// </summary>
public static class DrawLot
{
    /// <summary>Shuffles before a draw is given up as too tight.</summary>
    public const int MostShuffles = 200_000;

    /// <summary>Shuffles a set of conditions must succeed within when it is committed: then giving up later is next to impossible (below exp(-20)).</summary>
    private const int TrialShuffles = MostShuffles / 20;

    /// <summary>Seed = SHA-256 over the pool's hash and the opened nonces, in the order office, supervisor, with a bar between.</summary>
    public static string Seed(string poolHash, string officeNonce, string supervisorNonce) =>
        Canonical.Hash(Encoding.UTF8.GetBytes($"{poolHash}|{officeNonce}|{supervisorNonce}"));

    /// <summary>Null where no shuffle met the quotas.</summary>
    /// <param name="seed">64 hex digits.</param>
    public static Drawn? Run(DrawPool pool, string seed, int mostShuffles = MostShuffles)
    {
        var stream = new DrawStream(seed);
        var order = pool.Candidates.Where(c => c.Drawable).OrderBy(c => c.Alias, StringComparer.Ordinal).ToArray();
        if (order.Length < pool.Size + pool.Reserve) return null;
        for (var shuffle = 0; shuffle < mostShuffles; shuffle++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var other = stream.Below(i + 1);
                (order[i], order[other]) = (order[other], order[i]);
            }
            if (!Meets(order.AsSpan(0, pool.Size), pool.Quotas)) continue;
            return new Drawn([.. order.Take(pool.Size).Select(c => c.Alias)], [.. order.Skip(pool.Size).Take(pool.Reserve).Select(c => c.Alias)]);
        }
        return null;
    }

    /// <summary>The specialties whose quota, loosened alone, would let a draw succeed; empty where the conditions can be met. <c>*</c> stands for the number of seats.</summary>
    public static ImmutableArray<string> TooTight(DrawPool pool)
    {
        if (CanRun(pool)) return [];
        var drawable = pool.Candidates.Count(c => c.Drawable);
        if (drawable < pool.Size + pool.Reserve) return [Seats];
        ImmutableArray<string> alone = [.. pool.Quotas.Where(q => CanRun(pool with { Quotas = pool.Quotas.Remove(q) })).Select(q => q.Specialty)];
        return alone.IsEmpty ? [.. pool.Quotas.Select(q => q.Specialty)] : alone;
    }

    /// <summary>Stands for the number of seats among the specialties of <see cref="TooTight"/>.</summary>
    public const string Seats = "*";

    private static bool CanRun(DrawPool pool) => Run(pool, pool.Hash, TrialShuffles) is not null;

    private static bool Meets(ReadOnlySpan<Candidate> panel, ImmutableArray<Quota> quotas)
    {
        foreach (var quota in quotas)
        {
            var have = 0;
            foreach (var member in panel)
                if (member.Specialties.Contains(quota.Specialty)) have++;
            if (have < quota.Least) return false;
        }
        return true;
    }
}

/// <summary>Numbers from a seed: SHA-256 over the seed's 32 bytes and a counter (8 bytes, big-endian), read as big-endian 32-bit words.</summary>
internal sealed class DrawStream(string seed)
{
    private readonly byte[] block = [.. Convert.FromHexString(seed), .. new byte[8]];
    private readonly byte[] words = new byte[32];
    private ulong counter;
    private int used = 32;

    /// <summary>A number from 0 to <paramref name="bound"/> - 1, each equally likely: words in the uneven rest are passed over.</summary>
    public int Below(int bound)
    {
        var fair = (1UL << 32) / (ulong)bound * (ulong)bound;
        while (true)
        {
            var word = Next();
            if (word < fair) return (int)(word % (ulong)bound);
        }
    }

    private ulong Next()
    {
        if (used == words.Length)
        {
            BinaryPrimitives.WriteUInt64BigEndian(block.AsSpan(32), counter++);
            SHA256.HashData(block, words);
            used = 0;
        }
        var word = BinaryPrimitives.ReadUInt32BigEndian(words.AsSpan(used));
        used += 4;
        return word;
    }
}
