using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>Gives an applicant an account, with a code to sign in with the first time; the office may, and a county government or department for whom it invites.</summary>
public sealed class ApplicantAccounts(People people, PeopleDirectory directory, OneTimeCodes codes)
{
    /// <summary>Finds or makes the account; null where it could not be made, or the asker may not.</summary>
    /// <param name="applicant">The applicant's id: its account has the same name, where that is free.</param>
    public async Task<MadeAccount?> Make(string byId, string applicant, string name)
    {
        if (directory.Find(byId) is not { } by || (by.Roles & (Roles.Office | Roles.Administrator | Roles.Body)) == Roles.None) return null;
        var account = FreeName(applicant, name);
        if (directory.Find(account) is null && await people.Add(new PersonEntry(account, name, Roles.Applicant)) != PeopleRefusal.None) return null;
        return new MadeAccount(applicant, name, account, await codes.IssueFirst(byId, account, BodyAccounts.CodeLife));
    }

    /// <summary>The applicant's own id, where it is free or is an account of just this applicant; otherwise a free one like it.</summary>
    private string FreeName(string applicant, string name)
    {
        var taken = directory.Accounts.ToDictionary(a => a.Person.Id, a => a, StringComparer.Ordinal);
        var wanted = PeopleRules.IsUserName(applicant) ? applicant : "applicant-" + string.Concat(applicant.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(20));
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : FormattableString.Invariant($"{wanted}-{n}")).First(free => !taken.TryGetValue(free, out var there) || IsOf(there));

        bool IsOf((Person Person, bool Disabled) there) => !there.Disabled && there.Person.Roles == Roles.Applicant && there.Person.Name == name;
    }
}
