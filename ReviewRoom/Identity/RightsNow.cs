using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>What was granted at sign-in still stands, and the person holds one of these roles now (none named: any person).</summary>
public sealed record RightsNow(Roles AnyOf = Roles.None) : IAuthorizationRequirement
{
    /// <summary>The roles that keep, help or watch over people.</summary>
    public const Roles KeepsPeople = Roles.Office | Roles.Administrator | Roles.Supervisor;
}

/// <summary>Asks the directory, not the cookie: a principal is frozen when it is made, a right is not.</summary>
public sealed class RightsNowHandler(PeopleDirectory directory) : AuthorizationHandler<RightsNow>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightsNow requirement)
    {
        var holds = context.User.StandingId(directory) is { } id && directory.Find(id) is { } person
            && (requirement.AnyOf == Roles.None || (person.Roles & requirement.AnyOf) != Roles.None);
        if (holds) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Reading the signed-in person from a principal.</summary>
public static class PrincipalWords
{
    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The signed-in person's id; null for nobody.</summary>
    public static string? PersonId(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Which of the person's sign-ins this is.</summary>
    public static string? SignIn(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.Sid);

    /// <summary>The id if what was granted at sign-in still stands.</summary>
    public static string? StandingId(this ClaimsPrincipal principal, PeopleDirectory directory) =>
        principal.Identity?.IsAuthenticated == true && principal.PersonId() is { } id && directory.Stands(id, principal.FindFirstValue(StampClaim), principal.SignIn()) ? id : null;
}
