using Microsoft.AspNetCore.DataProtection;
using ReviewRoom.Hosting;
using ReviewRoom.Identity;

namespace ReviewRoom.Objections;

/// <summary>Objections in the program: their store, their limits, and the two addresses that are no pages.</summary>
public static class ObjectionSetup
{
    public static void AddObjections(this WebApplicationBuilder builder, HostChoices choices)
    {
        builder.Services.AddSingleton(made => new ObjectionStore(choices.InData("objections"), made.GetRequiredService<IDataProtectionProvider>(), made.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ObjectionLimits>().AddSingleton<ObjectionKeeping>().AddSingleton<ObjectionDesk>();
    }

    /// <summary>Before anything of a form is read: a request too many, or too large, is answered with the page that says so.</summary>
    public static void UseObjectionLimits(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments("/notice", StringComparison.OrdinalIgnoreCase)) return next(context);
        var isLarge = request.ContentLength > EvidenceCheck.MostOfAll;
        if (!isLarge && context.RequestServices.GetRequiredService<ObjectionLimits>().TakeRequest(AddressOf(context))) return next(context);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{request.Path}?{(isLarge ? "large" : "busy")}";
        return Task.CompletedTask;
    });

    public static void MapObjections(this WebApplication app)
    {
        app.MapGet("/notice/{session}/notice.json", (string session, Live.LiveSessions sessions) =>
            sessions.Notice(session) is { } notice ? Results.Bytes(notice.AsPublished(), "application/json; charset=utf-8") : Results.NotFound()).AllowAnonymous();
        app.MapGet("/sessions/{session}/objections/{receipt}/files/{place:int}", async (HttpContext context, string session, string receipt, int place, ObjectionDesk desk) =>
            context.User.PersonId() is { } me && await desk.ReadFile(me, session, receipt, place, context.RequestAborted) is { } file
                ? Results.Bytes(file.Bytes, EvidenceCheck.TypeOf(file.Name), file.Name) : Results.NotFound()).RequireAuthorization("Office");
    }

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
