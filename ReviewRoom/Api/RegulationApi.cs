using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>The regulation through the programming interface: anybody reads it, the office writes the next version.</summary>
public static class RegulationApi
{
    public static void MapRegulation(this IEndpointRouteBuilder api)
    {
        api.MapGet("/regulation", InForce).AllowAnonymous().Produces<RegulationView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/regulation/{version:int}", One).AllowAnonymous().Produces<RegulationView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/regulation/acts", Act).Accepts<RegulationAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult InForce(HttpContext context, LiveRegulations regulations, PeopleDirectory people) => Read(context, regulations, people, null);

    private static IResult One(HttpContext context, int version, LiveRegulations regulations, PeopleDirectory people) => Read(context, regulations, people, version);

    private static IResult Read(HttpContext context, LiveRegulations regulations, PeopleDirectory people, int? version) =>
        regulations.View(context.User.StandingId(people), version) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, LiveRegulations regulations)
    {
        var (request, problem) = await ActRequest<RegulationAct>.Read(context, typeof(TakeRegulation));
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await regulations.Ask(Caller.Of(context).Id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
