using ReviewRoom.Domain;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Live;

namespace ReviewRoom.Api;

/// <summary>The standings of an award session, over what the caller may see.</summary>
public static class StandingsApi
{
    public static void MapStandings(this IEndpointRouteBuilder api) =>
        api.MapGet("/sessions/{id}/standings", Of).Produces<StandingsView>().ProducesProblem(StatusCodes.Status404NotFound);

    private static IResult Of(HttpContext context, string id, LiveRooms rooms)
    {
        var me = Caller.Of(context);
        var session = rooms.Rooms.Where(room => room.Session == id).Select(room => rooms.StateFor(room, me)).ToArray();
        var seen = session.Select(room => room.ViewerOf(me)).FirstOrDefault(viewer => viewer is Viewer.Expert or Viewer.Office or Viewer.Supervisor);
        return seen is null ? Problems.NotFound(context) : Results.Json(Standings.Of(session).For(seen), Canonical.Options);
    }
}
