using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;

namespace ReviewRoom.Api;

/// <summary>The reading list of a dossier's feedback texts, and the released report as files.</summary>
public static class FeedbackApi
{
    public static void MapFeedback(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rooms/{id}/dossiers/{dossier}/feedback", List).Produces<FeedbackView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/rooms/{id}/dossiers/{dossier}/feedback.{form}", Of).Produces<FeedbackReport>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult List(HttpContext context, string id, string dossier, FeedbackDesk desk) =>
        desk.For(Caller.Of(context).Id, id, dossier) is { } view ? Results.Json(view, Canonical.Options) : Problems.NotFound(context);

    private static IResult Of(HttpContext context, string id, string dossier, string form, FeedbackDesk desk) =>
        desk.Write(Caller.Of(context).Id, id, dossier, form) is { } handout
            ? Results.File(handout.Bytes, handout.ContentType, $"{dossier}-feedback.{form}")
            : Problems.NotFound(context);
}
