using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>The whole of what one viewer may know of a room: its projection with the standings he may see, sealed by its etag.</summary>
public static class Sight
{
    public static RoomView? Of(Room room, Standings standings, Viewer viewer)
    {
        if (room.For(viewer) is not { } view) return null;
        var places = standings.With(room).For(viewer);
        var seen = view with
        {
            Etag = "",
            Dossiers = [.. view.Dossiers.Select(d => d.Revealed == true && places.Of(room.Id, d.Id) is { } place ? d with { Standing = place } : d)],
        };
        return seen with { Etag = Canonical.Hash(Canonical.Bytes(seen)) };
    }
}
