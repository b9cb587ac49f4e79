using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>Why a change of people was declined; the words are the resource keys <c>People.Refusal.{value}</c>.</summary>
public enum PeopleRefusal
{
    None,
    NotAllowed,
    UnknownPerson,
    NameInvalid,
    NameTaken,
    DisplayNameMissing,
    PasswordWeak,
    EmailInvalid,
    LastAdministrator,
    CodeWrong,
    CodeUsed,
    CodeRevoked,
    CodeOver,
    Wait,
}

/// <summary>A person to be added, or changed as a whole.</summary>
/// <param name="Email">Where e-mails go; absent for none.</param>
public sealed record PersonEntry(string Id, string Name, Roles Roles, bool Disabled = false, string? Email = null);

/// <summary>Adds and changes people. The one place that writes accounts, so the directory is never behind.</summary>
public sealed class People(IServiceScopeFactory scopes, PeopleDirectory directory, TimeProvider time, ILogger<People> log)
{
    /// <summary>How long a sign-in lasts without a sign of life; no copy of its cookie is good for longer.</summary>
    public static readonly TimeSpan SignInLasts = TimeSpan.FromHours(14);

    /// <summary>Makes the tables and reads everybody. Called once, before the server listens.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        await db.MakeTables(cancellationToken);
        directory.Set(await db.Users.AsNoTracking().ToListAsync(cancellationToken));
        var over = (time.GetUtcNow() - SignInLasts).UtcDateTime;
        await db.EndedSignIns.Where(ended => ended.EndedAt < over).ExecuteDeleteAsync(cancellationToken);
        directory.Remember(await db.EndedSignIns.Select(ended => ended.SignIn).ToListAsync(cancellationToken));
    }

    /// <summary>A sign-in is over: at once in every window, and for every copy of its cookie also after a restart. It ends though that cannot be written down.</summary>
    public async Task EndSignIn(string personId, string signIn)
    {
        directory.End(personId, signIn);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
            var at = time.GetUtcNow().UtcDateTime;
            await db.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO EndedSignIns (SignIn, EndedAt) VALUES ({signIn}, {at})");
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogError(fault, "The end of a sign-in of {Person} could not be written down: it is over until the program is started anew.", personId);
        }
    }

    /// <summary>Adds those of these people who are not there yet, all with one password; for the demonstration and for tests.</summary>
    public async Task AddAll(IEnumerable<PersonEntry> people, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PeopleDb>();
        var known = await db.Users.Select(account => account.Id).ToHashSetAsync();
        var added = people.Where(person => !known.Contains(person.Id)).Select(NewAccount).ToList();

        // A slow hash is for passwords that are secret; one that is printed in the README is hashed once for all.
        var hash = added.Count == 0 ? null : scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(added[0], password);
        foreach (var account in added) account.PasswordHash = hash;
        db.Users.AddRange(added);
        await db.SaveChangesAsync();
        directory.Set(added);
    }

    /// <summary>Adds one person; without a password the person signs in first with a one-time code.</summary>
    public async Task<PeopleRefusal> Add(PersonEntry person, string? password = null)
    {
        if (!PeopleRules.IsUserName(person.Id)) return PeopleRefusal.NameInvalid;
        if (string.IsNullOrWhiteSpace(person.Name)) return PeopleRefusal.DisplayNameMissing;
        if (!PeopleRules.IsEmail(person.Email)) return PeopleRefusal.EmailInvalid;

        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = NewAccount(person);
        if (await manager.FindByIdAsync(account.Id) is not null) return PeopleRefusal.NameTaken;

        var made = password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, password);
        if (!made.Succeeded) return PeopleRules.RefusalOf(made);

        directory.Set([account]);
        return PeopleRefusal.None;
    }

    /// <summary>Sets name, roles and right to sign in. What was granted at an earlier sign-in ends at once where roles or right changed.</summary>
    public Task<PeopleRefusal> Change(PersonEntry person) => Edit(person.Id, async (manager, account) =>
    {
        if (string.IsNullOrWhiteSpace(person.Name)) return PeopleRefusal.DisplayNameMissing;
        if (!PeopleRules.IsEmail(person.Email)) return PeopleRefusal.EmailInvalid;
        if (IsLastAdministrator(account) && (person.Disabled || !person.Roles.HasFlag(Roles.Administrator))) return PeopleRefusal.LastAdministrator;

        var ends = account.Roles != person.Roles || account.Disabled != person.Disabled;
        (account.DisplayName, account.Roles, account.Disabled, account.Email, account.NormalizedEmail) =
            (person.Name.Trim(), person.Roles, person.Disabled, PeopleRules.Tidy(person.Email), PeopleRules.Tidy(person.Email)?.ToUpperInvariant());
        return PeopleRules.RefusalOf(ends ? await manager.UpdateSecurityStampAsync(account) : await manager.UpdateAsync(account));
    });

    /// <summary>Sets a new password; every earlier sign-in of the person ends.</summary>
    public Task<PeopleRefusal> SetPassword(string personId, string password) => Edit(personId, async (manager, account) =>
        PeopleRules.RefusalOf(await manager.ResetPasswordAsync(account, await manager.GeneratePasswordResetTokenAsync(account), password)));

    private async Task<PeopleRefusal> Edit(string personId, Func<UserManager<Account>, Account, Task<PeopleRefusal>> edit)
    {
        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await manager.FindByIdAsync(personId) is not { } account) return PeopleRefusal.UnknownPerson;

        var refusal = await edit(manager, account);
        if (refusal == PeopleRefusal.None) directory.Set([account]);
        return refusal;
    }

    private bool IsLastAdministrator(Account account) =>
        account.Roles.HasFlag(Roles.Administrator)
        && !directory.All.Any(person => person.Id != account.Id && person.Roles.HasFlag(Roles.Administrator));

    private static Account NewAccount(PersonEntry person) => new()
    {
        Id = person.Id,
        UserName = person.Id,
        NormalizedUserName = person.Id.ToUpperInvariant(),
        DisplayName = person.Name.Trim(),
        Roles = person.Roles,
        Disabled = person.Disabled,
        Email = PeopleRules.Tidy(person.Email),
        NormalizedEmail = PeopleRules.Tidy(person.Email)?.ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
