using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ReviewRoom.Identity;

/// <summary>What came of a try to sign in.</summary>
/// <param name="Refusal">None, CodeWrong (also: wrong name or password), CodeUsed, CodeRevoked, CodeOver, PasswordWeak, or Wait.</param>
/// <param name="Wait">How long to wait before the next try.</param>
public readonly record struct Admission(PeopleRefusal Refusal, TimeSpan Wait = default)
{
    public bool IsIn => Refusal == PeopleRefusal.None;

    /// <summary>Whole seconds to wait, rounded up.</summary>
    public int Seconds => (int)Math.Ceiling(Wait.TotalSeconds);
}

/// <summary>The way in, for the page and for the programming interface alike: name and password, or name and one-time code.</summary>
public sealed class Entrance(SignInManager<Account> signIn, SignInDelay delay, OneTimeCodes codes, People people)
{
    // A name nobody has must cost as much time as a name somebody has.
    private static readonly Account Nobody = new() { UserName = "nobody" };
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly string NobodysHash = Hasher.HashPassword(Nobody, Guid.NewGuid().ToString());

    private UserManager<Account> Accounts => signIn.UserManager;

    /// <summary>Signs in with a password and sets the cookie.</summary>
    public async Task<Admission> WithPassword(HttpContext context, string userName, string password)
    {
        var address = AddressOf(context);
        if (delay.Wait(userName, address) is { Ticks: > 0 } wait) return new Admission(PeopleRefusal.Wait, wait);

        var account = await Accounts.FindByNameAsync(userName);
        if (account is not { PasswordHash: not null, Disabled: false })
        {
            Hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
            return Wrong(userName, address);
        }

        if (!await Accounts.CheckPasswordAsync(account, password)) return Wrong(userName, address);
        return await Enter(context, account, address);
    }

    /// <summary>Signs in with a one-time code and sets the new password. A weak password does not use the code up.</summary>
    public async Task<Admission> WithCode(HttpContext context, string userName, string code, string newPassword)
    {
        var address = AddressOf(context);
        if (delay.Wait(userName, address) is { Ticks: > 0 } wait) return new Admission(PeopleRefusal.Wait, wait);

        var account = await Accounts.FindByNameAsync(userName);
        if (account is not { Disabled: false }) return Wrong(userName, address);
        var (found, why) = await codes.Find(account.Id, code);
        if (found is not { } number) return Wrong(userName, address, why);
        if (!await IsGood(account, newPassword)) return new Admission(PeopleRefusal.PasswordWeak);
        if (!await codes.Use(number)) return Wrong(userName, address);

        var refusal = await people.SetPassword(account.Id, newPassword);
        return refusal == PeopleRefusal.None
            ? await Enter(context, await Accounts.Users.AsNoTracking().SingleAsync(fresh => fresh.Id == account.Id), address)
            : new Admission(refusal);
    }

    private async Task<bool> IsGood(Account account, string password)
    {
        foreach (var validator in Accounts.PasswordValidators)
            if (!(await validator.ValidateAsync(Accounts, account, password)).Succeeded) return false;
        return true;
    }

    /// <summary>Ends the sign-in, in all windows of this browser at once, and takes the cookie away.</summary>
    public async Task Leave(HttpContext context)
    {
        await End(context.User);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<Admission> Enter(HttpContext context, Account account, string address)
    {
        delay.Succeeded(account.Id, address);
        // Another person sits down at a shared laptop: no window goes on under the name of the one before.
        if (context.User.PersonId() != account.Id) await End(context.User);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [new Claim(ClaimTypes.Sid, Guid.NewGuid().ToString("N"))]);
        return new Admission(PeopleRefusal.None);
    }

    private Task End(ClaimsPrincipal principal) =>
        principal.PersonId() is { } id && principal.SignIn() is { } over ? people.EndSignIn(id, over) : Task.CompletedTask;

    private Admission Wrong(string userName, string address, PeopleRefusal why = PeopleRefusal.CodeWrong)
    {
        delay.Failed(userName, address);
        return new Admission(why, delay.Wait(userName, address));
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
