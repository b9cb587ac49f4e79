using System.Collections.Immutable;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Hosting;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>The register of awards through the programming interface: anybody reads the public form and verifies, office and finance act.</summary>
public static class AwardsApi
{
    public static void MapAwards(this IEndpointRouteBuilder api)
    {
        api.MapGet("/awards", Register).Produces<AwardsView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/awards/public", (LiveAwards awards) => Results.Json(awards.Public(), Canonical.Options)).AllowAnonymous().Produces<ImmutableArray<PublicAward>>();
        api.MapGet("/awards/public/{code}", Verify).AllowAnonymous().Produces<PublicAward>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/awards/payments/{year:int}.xlsx", Payments).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/awards/{award}/certificate.docx", Certificate).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/awards/acts", Act).Accepts<AwardAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Register(HttpContext context, LiveAwards awards) =>
        awards.View(Caller.Of(context).Id) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static IResult Verify(HttpContext context, string code, VerificationDoor door) => door.Look(code, context.Connection.RemoteIpAddress?.ToString() ?? "") switch
    {
        { Award: { } award } => Results.Json(award, Canonical.Options),
        { Wait: var wait } when wait > TimeSpan.Zero => Problems.Of(context, new Refusal(RefusalCode.TooManyTries) { Seconds = (int)Math.Ceiling(wait.TotalSeconds) }, StatusCodes.Status429TooManyRequests),
        _ => Problems.NotFound(context),
    };

    private static IResult Payments(HttpContext context, int year, AwardsDesk desk) =>
        desk.PaymentsFile(Caller.Of(context).Id, year) is { } file ? Results.File(file.Bytes, file.ContentType, $"payments-{year}.xlsx") : Problems.NotFound(context);

    private static IResult Certificate(HttpContext context, string award, AwardsDesk desk, HostChoices host) =>
        desk.CertificateFile(Caller.Of(context).Id, award, PublicAddress.Of(context, host)) is { } file ? Results.File(file.Bytes, file.ContentType, $"{award}.docx") : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, LiveAwards awards)
    {
        var me = Caller.Of(context);
        var (request, problem) = await ActRequest<AwardAct>.Read(context, typeof(NoteExpiry));
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await awards.Ask(me.Id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
