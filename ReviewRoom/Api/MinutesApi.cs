using ReviewRoom.Documents;
using ReviewRoom.Domain.Minutes;

namespace ReviewRoom.Api;

/// <summary>The minutes of a room as files, each as its reader may have them.</summary>
public static class MinutesApi
{
    public static void MapMinutes(this IEndpointRouteBuilder api) =>
        api.MapGet("/rooms/{id}/minutes.{form}", Of).Produces<MinutesView>().ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Of(HttpContext context, string id, string form, MinutesDesk desk) =>
        desk.Write(Caller.Of(context).Id, id, form) is { } handout
            ? Results.File(handout.Bytes, handout.ContentType, $"{id}-minutes.{form}")
            : Problems.NotFound(context);
}
