using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Live;

// Whose review qualification is withdrawn takes no seat and acts on none; what he has marked stays as it is. In a rehearsal nobody reviews.
public sealed partial class LiveRooms
{
    /// <summary>A site review takes over the panel as it is: there he is replaced, or marked absent, before his first mark.</summary>
    [Article(22)]
    private Refusal? Unqualified(CreateRoom plan) =>
        plan is { Rehearsal: null, SiteReviewOf: null } && plan.Seats.Where(s => qualifications.IsWithdrawn(s.PersonId)).Select(s => s.Name).ToArray() is { Length: > 0 } names ? Withdrawn(names) : null;

    [Article(22)]
    private Refusal? Unqualified(RoomAct act, Room room, Person by)
    {
        if (room.Rehearsal is not null) return null;
        if (act is ReplaceSeat replace) return qualifications.IsWithdrawn(replace.PersonId) ? Withdrawn(replace.Name) : null;
        if (act is MarkPresent present) return room.Seats.FirstOrDefault(s => s.Letter == present.Seat) is { } seat && qualifications.IsWithdrawn(seat.PersonId) ? Withdrawn(seat.Name) : null;
        return room.ViewerOf(by) is Viewer.Expert && qualifications.IsWithdrawn(by.Id) ? Withdrawn(by.Name) : null;
    }

    private static Refusal Withdrawn(params string[] names) => new(RefusalCode.QualificationWithdrawn) { Criteria = [.. names] };
}
