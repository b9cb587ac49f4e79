using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>Who may do what to whom among people, and what a user name and a password look like.</summary>
public static partial class PeopleRules
{
    public const int ShortestPassword = 10;

    /// <summary>Three to forty small letters, digits and - . _ , beginning with a letter: the id stands in the ledger for ever.</summary>
    public static bool IsUserName(string name) => UserName().IsMatch(name);

    /// <summary>None, or one address: a name, an @, a host.</summary>
    public static bool IsEmail(string? email) => Tidy(email) is not { } address || (address.Length <= 200 && Email().IsMatch(address));

    /// <summary>Null where nothing is written.</summary>
    public static string? Tidy(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim();

    public static bool MayKeepPeople(Person by) => by.Roles.HasFlag(Roles.Administrator);

    /// <summary>
    /// The office helps experts, and those who act for a body or an applicant. Whoever holds a code can sign in as that person, so the office's own people, the supervisor
    /// and the administrators get theirs from an administrator only: nobody becomes his own second person.
    /// </summary>
    public static bool MayIssueCode(Person by, Person to) =>
        by.Id != to.Id && (by.Roles.HasFlag(Roles.Administrator) || (by.Roles.HasFlag(Roles.Office) && to.Roles is Roles.Expert or Roles.Body or Roles.Applicant));

    public static PeopleRefusal RefusalOf(IdentityResult result) => result switch
    {
        { Succeeded: true } => PeopleRefusal.None,
        _ when result.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)) => PeopleRefusal.PasswordWeak,
        _ when result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) => PeopleRefusal.NameTaken,
        _ => PeopleRefusal.NameInvalid,
    };

    public static void Passwords(IdentityOptions identity)
    {
        // Length, not kinds of characters.
        identity.Password.RequiredLength = ShortestPassword;
        identity.Password.RequiredUniqueChars = 5;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
    }

    [GeneratedRegex("^[a-z][a-z0-9._-]{2,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex UserName();

    [GeneratedRegex(@"^[^\s@<>,;:""\\()\[\]]+@[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}

/// <summary>A password must not hold the user name.</summary>
public sealed class NotTheNameItself : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is not null && user.UserName is { } name && password.Contains(name, StringComparison.OrdinalIgnoreCase)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHoldsTheName" })
            : IdentityResult.Success);
}
