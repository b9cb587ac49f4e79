using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>A code as it is shown, once, to the one who hands it over.</summary>
public sealed record IssuedCode(string PersonId, string Code, DateTimeOffset EndsAt);

/// <summary>One-time codes for people who forgot the password, or never had one.</summary>
public sealed class OneTimeCodes(IDbContextFactory<PeopleDb> databases, PeopleDirectory directory, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    // No 0 O 1 I L U: the code is read aloud and typed.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    /// <summary>Makes a code for a person; an earlier one that was not used ends. Null where the issuer may not.</summary>
    public async Task<IssuedCode?> Issue(string issuerId, string personId)
    {
        if (directory.Find(issuerId) is not { } by || directory.Find(personId) is not { } to || !PeopleRules.MayIssueCode(by, to)) return null;

        var code = RandomNumberGenerator.GetString(Letters, Length);
        var salt = RandomNumberGenerator.GetBytes(16);
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await Open(db, personId, now.UtcDateTime).ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.EndsAt, now.UtcDateTime));
        db.Add(new OneTimeCode
        {
            PersonId = to.Id,
            IssuedBy = by.Id,
            IssuedAt = now.UtcDateTime,
            EndsAt = (now + Life).UtcDateTime,
            Hash = HashOf(salt, code),
            Salt = salt,
        });
        await db.SaveChangesAsync();
        return new IssuedCode(to.Id, $"{code[..(Length / 2)]}-{code[(Length / 2)..]}", now + Life);
    }

    /// <summary>The number of the person's open code if this is it.</summary>
    public async Task<long?> Find(string personId, string code)
    {
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync();
        var open = await Open(db, personId, time.GetUtcNow().UtcDateTime).AsNoTracking().FirstOrDefaultAsync();
        return open is not null && CryptographicOperations.FixedTimeEquals(open.Hash, HashOf(open.Salt, typed)) ? open.Number : null;
    }

    /// <summary>Uses the code up; false if somebody was faster.</summary>
    public async Task<bool> Use(long number)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync();
        return await db.OneTimeCodes.Where(code => code.Number == number && code.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now)) == 1;
    }

    /// <summary>Who gave whom a code and whether it was used, newest first: for the supervisor and those who keep people.</summary>
    public async Task<IReadOnlyList<OneTimeCode>> Latest(int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.OneTimeCodes.AsNoTracking().OrderByDescending(code => code.Number).Take(count).ToListAsync();
    }

    private static IQueryable<OneTimeCode> Open(PeopleDb db, string personId, DateTime now) =>
        db.OneTimeCodes.Where(code => code.PersonId == personId && code.UsedAt == null && code.EndsAt > now).OrderByDescending(code => code.Number);

    private static byte[] HashOf(byte[] salt, string code) => SHA256.HashData([.. salt, .. Encoding.ASCII.GetBytes(code)]);
}
