using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using ReviewRoom.Domain;
using ReviewRoom.Hosting;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>Boards and the hub: what they need, and the doors to them.</summary>
public static class BoardDoor
{
    private const int TriesAMinute = 20;

    public static void AddBoards(this WebApplicationBuilder builder, HostChoices choices)
    {
        var services = builder.Services;
        services.AddSingleton<LiveBoards>().AddSingleton<LiveDraws>().AddSingleton<Lines>();
        services.AddSingleton(provider => new Screens(choices.InData("screens.json"), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<BoardWatch>();
        services.AddAuthentication().AddCookie(Screens.Scheme, cookie =>
        {
            cookie.Cookie.Name = "rr-board";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Screens.ScreenLife;
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            };
        });
        services.AddSignalR().AddHubOptions<RoomHub>(hub =>
        {
            // Nothing but the name of a room is ever sent here.
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        }).AddJsonProtocol(json => json.PayloadSerializerOptions = Canonical.Options);
    }

    public static void MapBoards(this WebApplication app)
    {
        var screen = new AuthorizationPolicyBuilder(Screens.Scheme).RequireClaim(Screens.Claim).Build();
        var tries = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) }));
        app.Lifetime.ApplicationStopped.Register(tries.Dispose);

        app.MapGet("/board/open", (HttpContext context, Screens screens) => screens.Of(context.User) is null ? Results.Unauthorized() : Results.NoContent()).RequireAuthorization(screen);
        app.MapGet("/board/{code:length(12,20)}", (HttpContext context, Screens screens, string code) => Enter(context, screens, tries, code)).AllowAnonymous();
        app.MapHub<RoomHub>("/hubs/room", line => line.Transports = HttpTransportType.WebSockets).RequireAuthorization(LinePolicy(app.Services));
    }

    /// <summary>A code opens its display once; a wrong, used or late one leads to the closed card, which says what to do.</summary>
    private static async Task<IResult> Enter(HttpContext context, Screens screens, PartitionedRateLimiter<HttpContext> tries, string code)
    {
        using var lease = tries.AttemptAcquire(context);
        if (!lease.IsAcquired) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (screens.Redeem(code) is not { } screen) return Results.LocalRedirect("/board");
        var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Screens.Claim, screen.Id)], Screens.Scheme));
        await context.SignInAsync(Screens.Scheme, who, new AuthenticationProperties { IsPersistent = true, ExpiresUtc = screen.Until });
        return Results.LocalRedirect("/board");
    }

    /// <summary>A signed-in person whose right stands, or an open display.</summary>
    private static AuthorizationPolicy LinePolicy(IServiceProvider services)
    {
        var (people, screens) = (services.GetRequiredService<PeopleDirectory>(), services.GetRequiredService<Screens>());
        return new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme, Screens.Scheme)
            .RequireAssertion(line => line.User.StandingId(people) is not null || screens.Of(line.User) is not null).Build();
    }
}
