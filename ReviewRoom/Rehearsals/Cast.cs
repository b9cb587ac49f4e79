using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Rehearsals;

/// <summary>Somebody who is played: who he is, and when he is through with what he does now, counted in the time of the rehearsal.</summary>
internal sealed class Player(Func<IEnumerable<string>> persons, Func<RoomView, Move?> next)
{
    public TimeSpan Due { get; set; }

    /// <summary>The version of the room at which he found nothing to do; null where he has not looked since.</summary>
    public long? IdleAt { get; set; }

    /// <summary>His next act, with the person who does it.</summary>
    public (string Person, Move Move)? Next(LiveRooms rooms, string roomId)
    {
        foreach (var person in persons())
            if (rooms.View(person, roomId) is { } view && next(view) is { } move) return (person, move);
        return null;
    }
}

/// <summary>All who are played in a rehearsal: the seats nobody has taken, and the chair where it is played too.</summary>
internal sealed class Cast
{
    /// <summary>So long after he was last seen a real person's seat is played again.</summary>
    public static readonly TimeSpan Gone = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);
    private readonly List<Player> seats;
    private readonly Player chair;
    private readonly Func<Room?> room;
    private readonly TimeProvider clock;

    public Cast(Room made, Func<Room?> room, Func<string, string, SimulatedExpert> expert, SimulatedChair chairs, PeopleDirectory people, TimeProvider clock)
    {
        (this.room, this.clock) = (room, clock);
        seats = [.. made.Seats.Select(s => s.Letter).Select(letter => new Player(() => Played(letter), view => expert(letter, PersonOn(letter)).Next(view)) { Due = Casting.Arrives(made, letter) })];
        chair = new Player(() => people.All.Where(p => p.Roles.HasFlag(Roles.Office)).Select(p => p.Id), chairs.Next);
    }

    public IEnumerable<Player> All(bool withChair) => withChair ? seats.Append(chair) : seats;

    /// <summary>A real person sits on one of the seats, or did so a moment ago.</summary>
    public bool HasGuests => room()?.Seats.Any(s => !Played(s.Letter).Any()) == true;

    private string PersonOn(string letter) => room()?.Seats.FirstOrDefault(s => s.Letter == letter)?.PersonId ?? "";

    /// <summary>The person of the seat, where he is not there himself.</summary>
    private IEnumerable<string> Played(string letter)
    {
        if (room()?.Seats.FirstOrDefault(s => s.Letter == letter) is not { } seat) return [];
        if (seat.Presence != Presence.Offline) seen[seat.PersonId] = clock.GetUtcNow();
        return seen.TryGetValue(seat.PersonId, out var last) && clock.GetUtcNow() - last < Gone ? [] : [seat.PersonId];
    }
}
