using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>The minutes of a room and its signature sheets as files, each as its reader may have them.</summary>
public static class MinutesApi
{
    public static void MapMinutes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rooms/{id}/minutes.{form}", Of).Produces<MinutesView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/rooms/{id}/dossiers/{dossier}/signatures.docx", Signatures).Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static IResult Of(HttpContext context, string id, string form, MinutesDesk desk, LiveRooms rooms) =>
        Given(context, id, rooms, desk.Write(Caller.Of(context).Id, id, form), $"{id}-minutes.{form}");

    private static IResult Signatures(HttpContext context, string id, string dossier, MinutesDesk desk, LiveRooms rooms) =>
        Given(context, id, rooms, desk.WriteSignatures(Caller.Of(context).Id, id, dossier), $"{dossier}-signatures.docx");

    private static IResult Given(HttpContext context, string id, LiveRooms rooms, Handout? handout, string name) =>
        rooms.View(Caller.Of(context).Id, id) is { Rehearsal: true } ? Problems.Of(context, new Refusal(RefusalCode.NoRecord))
        : handout is null ? Problems.NotFound(context) : Results.File(handout.Bytes, handout.ContentType, name);
}
