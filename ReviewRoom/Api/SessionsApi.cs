using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Waiting;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>Award sessions through the programming interface: each caller's own projection, and his acts.</summary>
public static class SessionsApi
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sessions/{id}", One).Produces<SessionView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/home", Home).Produces<SessionHome>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/sessions/{id}/acts", Act).Accepts<SessionAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult One(HttpContext context, string id, LiveSessions sessions) =>
        sessions.View(Caller.Of(context).Id, id) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static IResult Home(HttpContext context, string id, SessionHomes homes) =>
        homes.View(Caller.Of(context).Id, id) is { } home ? Results.Json(home, Canonical.Options) : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, string id, LiveSessions sessions)
    {
        var me = Caller.Of(context);
        var (request, problem) = await ActRequest<SessionAct>.Read(context, typeof(PassDue), typeof(FileObjection), typeof(EndNotice));
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await sessions.Ask(me.Id, id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
