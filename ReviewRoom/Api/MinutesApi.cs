using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>The minutes of a room as files, each as its reader may have them.</summary>
public static class MinutesApi
{
    public static void MapMinutes(this IEndpointRouteBuilder api) =>
        api.MapGet("/rooms/{id}/minutes.{form}", Of).Produces<MinutesView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static IResult Of(HttpContext context, string id, string form, MinutesDesk desk, LiveRooms rooms) =>
        rooms.View(Caller.Of(context).Id, id) is { Rehearsal: true } ? Problems.Of(context, new Refusal(RefusalCode.NoRecord))
        : desk.Write(Caller.Of(context).Id, id, form) is { } handout
            ? Results.File(handout.Bytes, handout.ContentType, $"{id}-minutes.{form}")
            : Problems.NotFound(context);
}
