using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>
/// Who is out of which applicant of a session, over all its rooms: by a recusal or a suspension, or because he has a seat and has not declared: whoever is seated is of the office no more (room.md 1).
/// </summary>
internal sealed class SessionBars(LiveRooms rooms, PeopleDirectory people)
{
    /// <summary>Who was out of which dossier of a room when it last changed.</summary>
    private readonly ConcurrentDictionary<string, string> last = new(StringComparer.Ordinal);

    /// <summary>Ids of the applicants this person is out of.</summary>
    public ImmutableHashSet<string> Of(string personId, string session) =>
        rooms.Rooms.Where(r => r.Session == session).SelectMany(r => r.BarredTo(personId).Concat(ClosedToSeat(r, personId))).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Whether the room bars otherwise than when this was last asked: most acts in it change nothing of that.</summary>
    public bool Moves(Room room)
    {
        var now = $"{room.Outs}|{ClosedToSeats(room)}";
        if (last.GetValueOrDefault(room.Id, "") == now) return false;
        last[room.Id] = now;
        return true;
    }

    /// <summary>What a seat has not declared for yet.</summary>
    private IEnumerable<string> ClosedToSeat(Room room, string personId) =>
        people.Find(personId) is { } person && room.Seats.Any(s => s.PersonId == personId) ? room.Dossiers.Where(d => !room.MayRead(room.ViewerOf(person), d.Id)).Select(d => d.Id) : [];

    /// <summary>Whoever has a seat and would else see what the office sees, and what of the room is closed to him.</summary>
    private string ClosedToSeats(Room room) => string.Join(';', room.Seats.Where(s => people.Find(s.PersonId) is { } person && Register.ViewerOf(person) is not Viewer.Stranger)
        .Select(s => $"{s.PersonId} {string.Join(' ', ClosedToSeat(room, s.PersonId))}"));
}
