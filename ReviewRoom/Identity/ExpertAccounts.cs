using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Identity;

/// <summary>An expert's sign-in account, and the code to sign in with the first time.</summary>
/// <param name="Code">Null where the account was there already: its owner knows his password.</param>
public sealed record MadeAccount(string Expert, string Name, string PersonId, IssuedCode? Code);

/// <summary>Gives experts of the pool who are to take a seat an account; the office may, for experts and for nobody else.</summary>
public sealed class ExpertAccounts(People people, PeopleDirectory directory, OneTimeCodes codes)
{
    /// <summary>Finds or makes an account for each; those that could not be made are left out.</summary>
    public async Task<IReadOnlyList<MadeAccount>> Make(string byId, IEnumerable<ExpertRecord> experts)
    {
        if (directory.Find(byId) is not { } by || !by.Roles.HasFlag(Roles.Office)) return [];
        var made = new List<MadeAccount>();
        foreach (var expert in experts)
        {
            var wanted = expert.Id.ToLowerInvariant();
            if (directory.Find(wanted) is { Roles: Roles.Expert } there && there.Name == expert.Name) made.Add(new MadeAccount(expert.Id, expert.Name, there.Id, null));
            else if (FreeName(wanted) is var name && await people.Add(new PersonEntry(name, expert.Name, Roles.Expert)) == PeopleRefusal.None)
                made.Add(new MadeAccount(expert.Id, expert.Name, name, await codes.Issue(byId, name)));
        }
        return made;
    }

    private string FreeName(string wanted)
    {
        var taken = directory.Accounts.Select(a => a.Person.Id).ToHashSet(StringComparer.Ordinal);
        if (PeopleRules.IsUserName(wanted) && !taken.Contains(wanted)) return wanted;
        return Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"expert-{n:00}")).First(name => !taken.Contains(name));
    }
}
