using System.Collections.Concurrent;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Live;

/// <summary>The standings of every award session, made anew only when something that can move a rank has changed in one of its rooms.</summary>
internal sealed class SessionStandings(Func<IEnumerable<Room>> rooms)
{
    private readonly ConcurrentDictionary<string, Standings> known = new(StringComparer.Ordinal);

    public Standings Of(string session) => known.GetOrAdd(session, Made);

    /// <summary>True where the change may move a rank: the standings of the session were renewed.</summary>
    public bool Renew(Room before, Room now)
    {
        if (!now.Exists || Standings.Unmoved(before, now)) return false;
        known.AddOrUpdate(now.Session, Made, (session, _) => Made(session));
        return true;
    }

    /// <summary>Once a room is gone: what was made was made with it.</summary>
    public void Forget() => known.Clear();

    private Standings Made(string session) => Standings.Of(rooms().Where(r => r.Session == session));
}
