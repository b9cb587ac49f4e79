using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>That a person has given his password again, just now, to sign. Only <see cref="Signatures"/> makes one; without one nothing is signed.</summary>
public sealed class SignatureProof
{
    internal SignatureProof(string personId) => PersonId = personId;

    /// <summary>Who has given his password.</summary>
    public string PersonId { get; }
}

/// <summary>Asks for the password again at a signature: an open page on a shared laptop must not sign for the one who left it.</summary>
public sealed class Signatures(IServiceScopeFactory scopes, SignInDelay delay)
{
    /// <summary>Stands for the address: wrong passwords at a signature hold up signatures only, and only of this person.</summary>
    private const string Here = "signature";

    // One try of a person at a time: many at once would all be compared before the first wrong one is counted.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    /// <summary>Compares the password with the account's; it is kept nowhere.</summary>
    /// <returns>The proof, or why not: PasswordNeeded, PasswordWrong, or PasswordWait with the seconds.</returns>
    public async Task<(SignatureProof? Proof, Refusal? Refusal)> Prove(string personId, string? password)
    {
        if (string.IsNullOrEmpty(password)) return (null, new Refusal(RefusalCode.PasswordNeeded));
        var turn = turns.GetOrAdd(personId, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync();
        try
        {
            return Waiting(personId) is { } waiting ? (null, waiting) : await Compare(personId, password);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(SignatureProof? Proof, Refusal? Refusal)> Compare(string personId, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(personId) is { Disabled: false, PasswordHash: not null } account && await accounts.CheckPasswordAsync(account, password))
        {
            delay.Succeeded(personId, Here);
            return (new SignatureProof(personId), null);
        }
        delay.Failed(personId, Here);
        return (null, Waiting(personId) ?? new Refusal(RefusalCode.PasswordWrong));
    }

    private Refusal? Waiting(string personId) =>
        delay.Wait(personId, Here) is { Ticks: > 0 } wait ? new Refusal(RefusalCode.PasswordWait) { Seconds = (int)Math.Ceiling(wait.TotalSeconds) } : null;
}
