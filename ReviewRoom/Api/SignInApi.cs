using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>Name and password for the cookie; the same as in the body.</summary>
public sealed record SignInRequest(string UserName, string Password);

/// <summary>Who I am, and where I sit.</summary>
public sealed record Me(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<MySeat> Seats);

public sealed record MySeat(string Room, string Seat, bool Leads);

/// <summary>Signing in and out of the programming interface, by the same door as the page.</summary>
public static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignIn).AllowAnonymous().Accepts<SignInRequest>("application/json")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/sign-out", (Delegate)SignOut).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/me", WhoIAm).Produces<Me>();
    }

    private static async Task<IResult> SignIn(HttpContext context, Entrance entrance)
    {
        var (body, problem) = await RequestBody.Read(context);
        if (body is null) return problem ?? Results.BadRequest();
        if (body.Text("userName") is not { Length: > 0 and <= 100 } name) return Problems.Malformed(context, "userName");
        if (body.Text("password") is not { Length: > 0 and <= 200 } password) return Problems.Malformed(context, "password");
        var admission = await entrance.WithPassword(context, name, password);
        if (admission.IsIn) return Results.NoContent();
        if (admission.Seconds > 0) context.Response.Headers.RetryAfter = admission.Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SignOut(HttpContext context, Entrance entrance)
    {
        await entrance.Leave(context);
        return Results.NoContent();
    }

    private static IResult WhoIAm(HttpContext context, LiveRooms rooms)
    {
        var me = Caller.Of(context);
        var roles = Enum.GetValues<Roles>().Where(role => role != Roles.None && me.Roles.HasFlag(role)).Select(role => role.ToString().ToLowerInvariant());
        var seats = rooms.Rooms.Select(room => (room, Viewer: room.ViewerOf(me) as Viewer.Expert)).Where(s => s.Viewer is not null);
        return Results.Json(new Me(me.Id, me.Name, [.. roles], [.. seats.Select(s => new MySeat(s.room.Id, s.Viewer?.Seat ?? "", s.room.Leads(s.Viewer?.Seat ?? "")))]), Canonical.Options);
    }
}
