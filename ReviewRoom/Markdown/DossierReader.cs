using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
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
        return MayRead(person, room, dossierId) && room.Find(dossierId)?.Plan.Text is { } hash ? texts.Find(hash) : null;
    }

    /// <summary>A rehearsal opens no text to anybody: who practises on a real agenda reads what its room lets him read, by his own declaration there.</summary>
    private bool MayRead(Person person, Room room, string dossierId) =>
        room.MayRead(room.ViewerOf(person), dossierId)
        && (room.Rehearsal is not { } rehearsal || (rooms.Find(rehearsal.Of)?.State is { } original && original.MayRead(original.ViewerOf(person), dossierId)));
}
