using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Resources;
using ReviewRoom.Simulation;

namespace ReviewRoom.Api;

/// <summary>What the regulation would decide for candidates that somebody thought up: nothing is read from the rooms, nothing is kept.</summary>
public static class SimulationApi
{
    /// <summary>Room for 300 candidates with long ids and several earlier awards each.</summary>
    public const int Longest = 256 * 1024;

    public static void MapSimulation(this IEndpointRouteBuilder api) =>
        api.MapPost("/simulate/decision", Decide).Accepts<SimulationRequest>("application/json").Produces<Decision>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("What the regulation would decide for these candidates")
            .WithDescription(
                "For every signed-in person. A pure calculation: nothing is read from the rooms and nothing is recorded. Points are texts, exact decimals (\"612.5\") or fractions (\"16799/28\"). "
                + "siteReview, results, wonBefore, blocked, settings, asOf and a candidate's own of may be left out; an earlier award has a year or conferredOn. "
                + "At most 256 KiB and 500 candidates. A request that is not right is answered with 422: field is the path of its first wrong member (year, settings.tieBreak, candidates[2].points, "
                + "candidates[0].wonBefore[1].grade; body for what is no JSON object), detail says what to write there. "
                + "Settings and their values, the default first: rankingScale scoreRate, rawScore; tieBreak siteThenResultsThenLeadingGroup, leadingGroup, shareVacate; passLinePerGrade sameForBoth, mainOnly; "
                + "repeatScope sameGrade, anyGrade, sameOrLower; repeatAppliesTo both, organisationsOnly; formerSystemCounts yes, no; nominationMayApplyForMain allowed, blocked; repeatQuota rankedOutsideQuota. "
                + "settings in the answer are all eight as applied; undecided lists a tie at the edge of a quota: ids who stand equal for its places, pending who wait behind them.");

    private static async Task<IResult> Decide(HttpContext context, IStringLocalizer<SimulateText> words)
    {
        var (body, problem) = await RequestBody.Read(context, Longest);
        if (body is null) return problem ?? Results.BadRequest();
        var (request, fault) = SimulationReader.Read(body.Root);
        if (request is null) return Problems.Malformed(context, fault?.Field ?? "body", fault is null ? null : words[$"Fault.{fault.Kind}"].Value);
        return Results.Json(Decision.Decide(request), Canonical.Options);
    }
}
