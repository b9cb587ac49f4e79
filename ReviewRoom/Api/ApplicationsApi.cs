using ReviewRoom.Applying;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Live;
using ReviewRoom.Markdown;

namespace ReviewRoom.Api;

/// <summary>Applications through the programming interface: each caller's own projection, and his acts. Files come in by the page alone.</summary>
public static class ApplicationsApi
{
    /// <summary>The text of a report as a JSON string may be longer than itself.</summary>
    private const int LongestText = 4 * MarkdownLimits.Bytes;

    public static void MapApplications(this IEndpointRouteBuilder api)
    {
        api.MapGet("/applications", (HttpContext context, LiveApplications applications) => Results.Json(applications.Own(Caller.Of(context).Id), Canonical.Options)).Produces<OwnApplications>();
        api.MapGet("/sessions/{id}/applications", Many).Produces<ApplicationsInSight>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/applications/{applicant}", One).Produces<ApplicationView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/sessions/{id}/applications/{applicant}/dossier", Text).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/sessions/{id}/applications/{applicant}/dossier", Save).Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/sessions/{id}/applications/{applicant}/acts", Act).Accepts<ApplicationAct>("application/json").Produces<Accepted>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Many(HttpContext context, string id, LiveApplications applications) =>
        applications.InSight(Caller.Of(context).Id, id) is { Rows.IsEmpty: false } sight ? Results.Json(sight, Canonical.Options) : Problems.NotFound(context);

    private static IResult One(HttpContext context, string id, string applicant, LiveApplications applications) =>
        applications.View(Caller.Of(context).Id, id, applicant) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static IResult Text(HttpContext context, string id, string applicant, ApplicationDesk desk) =>
        desk.MarkdownFor(Caller.Of(context).Id, id, applicant) is { } text ? Results.Text(text, "text/markdown; charset=utf-8") : Problems.NotFound(context);

    private static async Task<IResult> Save(HttpContext context, string id, string applicant, ApplicationDesk desk)
    {
        var (body, problem) = await RequestBody.Read(context, LongestText);
        if (body is null) return problem ?? Results.BadRequest();
        if (body.Text("commandId") is not { Length: > 0 } commandId) return Problems.Malformed(context, "commandId");
        if (body.Text("markdown") is not { } markdown) return Problems.Malformed(context, "markdown");
        var answer = await desk.Save(Caller.Of(context).Id, id, applicant, commandId, markdown, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }

    private static async Task<IResult> Act(HttpContext context, string id, string applicant, LiveApplications applications)
    {
        var me = Caller.Of(context);
        // A hash of a text or a file is no proof that the caller has it: both come in with their bytes.
        var (request, problem) = await ActRequest<ApplicationAct>.Read(context, typeof(SaveDossier), typeof(AddFiles), typeof(CloseUnsubmitted), typeof(PassCorrectionDue), typeof(NoteCarried));
        if (request is null) return problem ?? Results.BadRequest();
        var answer = await applications.Ask(me.Id, id, applicant, request.CommandId, request.Act, context.RequestAborted);
        return Problems.Answer(context, answer.Receipt, answer.Refusal);
    }
}
