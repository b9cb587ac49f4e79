using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Markdown;

/// <summary>Hands a dossier's text to those who may read it now, and to nobody else.</summary>
public sealed class DossierReader(LiveRooms rooms, PeopleDirectory people, DossierTexts texts)
{
    /// <summary>Null where there is no such text, or this person may not read it: the two look the same.</summary>
    public DossierText? For(string personId, string roomId, string dossierId)
    {
        if (people.Find(personId) is not { } person || rooms.Find(roomId)?.State is not { } room) return null;
        return room.MayRead(room.ViewerOf(person), dossierId) && room.Find(dossierId)?.Plan.Text is { } hash ? texts.Find(hash) : null;
    }
}
