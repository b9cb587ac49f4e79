using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Identity;

/// <summary>A code as it is shown, once, to the one who hands it over.</summary>
public sealed record IssuedCode(string PersonId, string Code, DateTimeOffset EndsAt);

/// <summary>One-time codes for people who forgot the password, or never had one.</summary>
public sealed class OneTimeCodes(IDbContextFactory<PeopleDb> databases, PeopleDirectory directory, TimeProvider time, Live.Qualifications qualifications)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    // No 0 O 1 I L U: the code is read aloud and typed.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    // How far back a person's codes are known by what became of them.
    private const int Remembered = 20;

    /// <summary>May this person be given a code by that one? An expert whose review qualification is withdrawn is given none.</summary>
    [Article(22)]
    public bool MayIssue(Person by, Person to) => PeopleRules.MayIssueCode(by, to) && !(to.Roles == Roles.Expert && qualifications.IsWithdrawn(to.Id));

    /// <summary>Makes a code for a person; an earlier one that was not used ends. Null where the issuer may not.</summary>
    /// <param name="room">The room it is printed for.</param>
    /// <param name="life">How long it is good; a quarter of an hour where nothing is said.</param>
    public async Task<IssuedCode?> Issue(string issuerId, string personId, string? room = null, TimeSpan? life = null)
    {
        return directory.Find(issuerId) is { } by && directory.Find(personId) is { } to && MayIssue(by, to) ? await Made(by, to, room, life ?? Life) : null;
    }

    /// <summary>The first code of an applicant who is invited, also by a county government or department: only as long as the account has no password. Null otherwise.</summary>
    public async Task<IssuedCode?> IssueFirst(string issuerId, string personId, TimeSpan life) =>
        directory.Find(issuerId) is { } by && (by.Roles & (Roles.Office | Roles.Administrator | Roles.Body)) != Roles.None && directory.Find(personId) is { Roles: Roles.Applicant } to && !directory.HasPassword(personId)
            ? await Made(by, to, null, life) : null;

    private async Task<IssuedCode> Made(Person by, Person to, string? room, TimeSpan life)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        var salt = RandomNumberGenerator.GetBytes(16);
        var now = time.GetUtcNow();
        var ends = now + life;
        await using var db = await databases.CreateDbContextAsync();
        await Open(db, to.Id, now.UtcDateTime).ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.EndsAt, now.UtcDateTime));
        db.Add(new OneTimeCode
        {
            PersonId = to.Id,
            IssuedBy = by.Id,
            IssuedAt = now.UtcDateTime,
            EndsAt = ends.UtcDateTime,
            Room = room,
            Hash = HashOf(salt, code),
            Salt = salt,
        });
        await db.SaveChangesAsync();
        return new IssuedCode(to.Id, $"{code[..(Length / 2)]}-{code[(Length / 2)..]}", ends);
    }

    /// <summary>The number of the person's open code if this is it, else why it opens nothing; who holds a code that was right once is told what became of it.</summary>
    public async Task<(long? Number, PeopleRefusal Why)> Find(string personId, string code)
    {
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync();
        var latest = await db.OneTimeCodes.AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.Number).Take(Remembered).ToListAsync();
        return latest.Find(one => CryptographicOperations.FixedTimeEquals(one.Hash, HashOf(one.Salt, typed))) switch
        {
            null => (null, PeopleRefusal.CodeWrong),
            { UsedAt: not null } => (null, PeopleRefusal.CodeUsed),
            { RevokedAt: not null } => (null, PeopleRefusal.CodeRevoked),
            var one when one.EndsAt <= time.GetUtcNow().UtcDateTime => (null, PeopleRefusal.CodeOver),
            var one => (one.Number, PeopleRefusal.None),
        };
    }

    /// <summary>Takes codes back that were not used yet; those of persons the asker may not give a code stay. How many were taken back.</summary>
    public async Task<int> Revoke(string byId, IReadOnlyCollection<long> numbers)
    {
        if (directory.Find(byId) is not { } by) return 0;
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync();
        var open = await Standing(db.OneTimeCodes, now).Where(code => numbers.Contains(code.Number)).Select(code => new { code.Number, code.PersonId }).ToListAsync();
        long[] may = [.. open.Where(code => directory.Find(code.PersonId) is { } to && PeopleRules.MayIssueCode(by, to)).Select(code => code.Number)];
        return await Standing(db.OneTimeCodes, now).Where(code => may.Contains(code.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.RevokedAt, now).SetProperty(code => code.RevokedBy, by.Id));
    }

    /// <summary>The codes printed for a room that may still be used, by number.</summary>
    public async Task<IReadOnlyList<OneTimeCode>> OpenOf(string room)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await Standing(db.OneTimeCodes, time.GetUtcNow().UtcDateTime).AsNoTracking().Where(code => code.Room == room).OrderBy(code => code.Number).ToListAsync();
    }

    /// <summary>Uses the code up; false if somebody was faster.</summary>
    public async Task<bool> Use(long number)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync();
        return await Standing(db.OneTimeCodes, now).Where(code => code.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now)) == 1;
    }

    /// <summary>Who gave whom a code and whether it was used, newest first: for the supervisor and those who keep people.</summary>
    public async Task<IReadOnlyList<OneTimeCode>> Latest(int count)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.OneTimeCodes.AsNoTracking().OrderByDescending(code => code.Number).Take(count).ToListAsync();
    }

    private static IQueryable<OneTimeCode> Open(PeopleDb db, string personId, DateTime now) =>
        Standing(db.OneTimeCodes, now).Where(code => code.PersonId == personId);

    private static IQueryable<OneTimeCode> Standing(IQueryable<OneTimeCode> codes, DateTime now) => codes.Where(code => code.UsedAt == null && code.RevokedAt == null && code.EndsAt > now);

    private static byte[] HashOf(byte[] salt, string code) => SHA256.HashData([.. salt, .. Encoding.ASCII.GetBytes(code)]);
}
