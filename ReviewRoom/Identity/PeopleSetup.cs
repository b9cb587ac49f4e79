using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReviewRoom.Domain;
using ReviewRoom.Hosting;

namespace ReviewRoom.Identity;

/// <summary>Accounts, sign-in and rights. Whatever does not say otherwise is for signed-in people whose right still stands.</summary>
public static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder, HostChoices choices)
    {
        var services = builder.Services;
        services.AddPooledDbContextFactory<PeopleDb>(db => db.UseSqlite($"Data Source={choices.InData("people.db")}"));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PeopleDb>>().CreateDbContext());
        services.AddSingleton<PeopleDirectory>().AddSingleton<People>().AddSingleton<FirstRun>().AddSingleton<OneTimeCodes>().AddSingleton<ExpertAccounts>().AddSingleton<BodyAccounts>().AddSingleton<ApplicantAccounts>().AddSingleton<RoomSlips>().AddSingleton<SignInDelay>().AddSingleton<Signatures>();
        services.AddScoped<Entrance>();
        services.AddHostedService<PeopleStart>();

        services.AddDataProtection().SetApplicationName("ReviewRoom").PersistKeysToFileSystem(Directory.CreateDirectory(choices.InData("keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie?.Configure(Cookie));
        services.AddIdentityCore<Account>(PeopleRules.Passwords).AddEntityFrameworkStores<PeopleDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddPasswordValidator<NotTheNameItself>();
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.ValidationInterval = TimeSpan.FromMinutes(1);
            // The principal is made anew from the account, which does not know which sign-in this is.
            stamp.OnRefreshingPrincipal = fresh =>
            {
                if (fresh.CurrentPrincipal?.SignIn() is { } one) fresh.NewPrincipal?.Identities.First().AddClaim(new Claim(ClaimTypes.Sid, one));
                return Task.CompletedTask;
            };
        });

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, LiveAuthentication>();
        services.AddSingleton<IAuthorizationHandler, RightsNowHandler>();
        services.AddAuthorization(Policies);
    }

    public static void MapPeople(this WebApplication app) => app.MapPost("/sign-out", async (HttpContext context, Entrance entrance) =>
    {
        await entrance.Leave(context);
        return Results.LocalRedirect("/sign-in");
    }).RequireAuthorization().DisableAntiforgery();

    private static void Policies(AuthorizationOptions rights)
    {
        rights.DefaultPolicy = Holding(Roles.None);
        rights.FallbackPolicy = rights.DefaultPolicy;
        foreach (var role in new[] { Roles.Office, Roles.Expert, Roles.Supervisor, Roles.Administrator, Roles.Body, Roles.Applicant })
            rights.AddPolicy(role.ToString(), Holding(role));
        rights.AddPolicy("People", Holding(RightsNow.KeepsPeople));
        rights.AddPolicy("Session", Holding(Roles.Office | Roles.Supervisor | Roles.Body));
        rights.AddPolicy("Applications", Holding(Roles.Office | Roles.Supervisor | Roles.Body));
        rights.AddPolicy("Register", Holding(Roles.Office | Roles.Supervisor));
        rights.AddPolicy("Awards", Holding(Roles.Office | Roles.Supervisor | Roles.Finance));
    }

    private static AuthorizationPolicy Holding(Roles anyOf) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new RightsNow(anyOf)).Build();

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "rr-who";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "back";

        // A whole working day; an open room is not left because of the clock.
        cookie.ExpireTimeSpan = People.SignInLasts;
        cookie.SlidingExpiration = true;
        // A copy of a cookie whose sign-in is over is neither good nor made younger.
        var validate = cookie.Events.OnValidatePrincipal;
        cookie.Events.OnValidatePrincipal = context =>
        {
            if (!IsOver(context.HttpContext, context.Principal)) return validate(context);
            context.RejectPrincipal();
            return Task.CompletedTask;
        };
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            if (IsOver(context.HttpContext, context.Principal)) context.ShouldRenew = false;
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = Denied;
    }

    private static bool IsOver(HttpContext context, ClaimsPrincipal? principal) =>
        principal?.SignIn() is { } one && context.RequestServices.GetRequiredService<PeopleDirectory>().HasEnded(one);

    // Someone whose sign-in no longer stands is asked to sign in again; a signed-in person without the right is told so.
    private static Task Denied(RedirectContext<CookieAuthenticationOptions> context)
    {
        var directory = context.HttpContext.RequestServices.GetRequiredService<PeopleDirectory>();
        if (context.HttpContext.User.StandingId(directory) is not null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        context.RedirectUri = $"/sign-in?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}";
        return Answer(context, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int statusForPrograms)
    {
        var isForPrograms = new[] { "/api", "/hubs", "/_blazor" }.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        if (isForPrograms) context.Response.StatusCode = statusForPrograms;
        // What was sent cannot be gone back to: after signing in it would be asked for as a page.
        else context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : context.Options.LoginPath);
        return Task.CompletedTask;
    }
}

/// <summary>Opens people.db before anything else starts.</summary>
public sealed class PeopleStart(People people) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => people.Open(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
