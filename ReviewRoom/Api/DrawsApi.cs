using ReviewRoom.Domain;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>Draws through the programming interface: anybody reads the public form, office and supervisor act and see the names.</summary>
public static class DrawsApi
{
    public static void MapDraws(this IEndpointRouteBuilder api)
    {
        api.MapGet("/draws/{id}", One).AllowAnonymous().Produces<DrawView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/draws/{id}/rounds/{round:int}/pool.json", Pool).AllowAnonymous().Produces<DrawPool>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/draws/{id}/acts", Act).Accepts<DrawAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult One(HttpContext context, string id, LiveDraws draws) =>
        draws.View(Caller.Of(context).Id, id) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    /// <summary>The bytes whose SHA-256 was committed. Rounds count from 1.</summary>
    private static IResult Pool(HttpContext context, string id, int round, LiveDraws draws) =>
        draws.View(null, id) is { } view && round >= 1 && round <= view.Rounds.Length
            ? Results.Bytes(Canonical.Bytes(view.Rounds[round - 1].Pool), "application/json") : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, string id, LiveDraws draws)
    {
        var me = Caller.Of(context);
        var (request, problem) = await ActRequest<DrawAct>.Read(context);
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await draws.Ask(me.Id, id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
