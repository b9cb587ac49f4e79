using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Live;
using ReviewRoom.Storage;

namespace ReviewRoom.Api;

/// <summary>Conduct files through the programming interface: supervisor and office see and act, an expert reads and answers what is said of himself.</summary>
public static class ConductApi
{
    public static void MapConduct(this IEndpointRouteBuilder api)
    {
        api.MapGet("/conduct", (HttpContext context, LiveConduct conduct) => Given(context, conduct.View(Caller.Of(context).Id))).Produces<ConductView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/conduct/own", (HttpContext context, LiveConduct conduct) => Given(context, conduct.Own(Caller.Of(context).Id))).Produces<OwnConduct>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/conduct/{expert}/{incident}/evidence", Evidence).Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/conduct/acts", Act).Accepts<ConductAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Given<T>(HttpContext context, T? view) where T : class => view is null ? Problems.NotFound(context) : Results.Json(view, Canonical.Options);

    private static IResult Evidence(HttpContext context, string expert, string incident, LiveConduct conduct, FileStore files) =>
        conduct.EvidenceFor(Caller.Of(context).Id, expert, incident) is { } file && files.Open(file.Hash) is { } bytes
            ? Results.Stream(bytes, file.Type == AttachmentType.Pdf ? "application/pdf" : "image/png", file.Name) : Problems.NotFound(context);

    private static async Task<IResult> Act(HttpContext context, LiveConduct conduct)
    {
        var me = Caller.Of(context);
        var (request, problem) = await ActRequest<ConductAct>.Read(context);
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await conduct.Ask(me.Id, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
