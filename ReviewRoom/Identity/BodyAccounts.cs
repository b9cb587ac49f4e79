using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Identity;

/// <summary>Gives bodies of a session an account for who acts for them, with a code to sign in with the first time; office and administrators may.</summary>
public sealed class BodyAccounts(People people, PeopleDirectory directory, OneTimeCodes codes)
{
    /// <summary>The code goes out by letter: it is good until the letter has come and been read.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromDays(7);

    /// <summary>Finds or makes an account for each body; those that could not be made are left out.</summary>
    public async Task<IReadOnlyList<MadeAccount>> Make(string byId, IEnumerable<Body> bodies)
    {
        if (directory.Find(byId) is not { } by || (by.Roles & (Roles.Office | Roles.Administrator)) == Roles.None) return [];
        var made = new List<MadeAccount>();
        foreach (var body in bodies)
        {
            var name = FreeName(body);
            if (directory.Find(name) is null && await people.Add(new PersonEntry(name, body.ShortName, Roles.Body)) != PeopleRefusal.None) continue;
            made.Add(new MadeAccount(body.Id, body.ShortName, name, directory.HasPassword(name) ? null : await codes.Issue(byId, name, life: CodeLife)));
        }
        return made;
    }

    /// <summary>The body's own id, where it is free or is an account of just this body; otherwise a free one like it.</summary>
    private string FreeName(Body body)
    {
        var taken = directory.Accounts.ToDictionary(a => a.Person.Id, a => a, StringComparer.Ordinal);
        var wanted = body.Id.ToLowerInvariant();
        if (!PeopleRules.IsUserName(wanted)) wanted = "unit-" + string.Concat(wanted.Where(char.IsAsciiLetterOrDigit).Take(20));
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : FormattableString.Invariant($"{wanted}-{n}")).First(name => !taken.TryGetValue(name, out var there) || IsOf(there));

        bool IsOf((Person Person, bool Disabled) there) => !there.Disabled && there.Person.Roles == Roles.Body && there.Person.Name == body.ShortName;
    }
}
