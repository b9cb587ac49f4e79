using System.Collections.Immutable;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Waiting;

/// <summary>What one person may see of a session: his own projections, and nothing else. Whatever is told of who waits for whom is told from these.</summary>
/// <param name="Me">Person id.</param>
/// <param name="View">Absent for who has no part in the session as such.</param>
/// <param name="Call">The notice of the session, which anybody may read.</param>
/// <param name="Rooms">Rooms on record of this session, as the person sees them.</param>
/// <param name="Awards">The register of awards; absent for who may not read it.</param>
public sealed record SessionSight(string Me, string Id, SessionView? View, CallView? Call, ImmutableArray<RoomView> Rooms, AwardsView? Awards)
{
    /// <summary>Applications of the session, as the person sees them.</summary>
    public ImmutableArray<ApplicationView> Applications { get; init; } = [];

    /// <summary>Is there anything here for the person: a part in the session, a seat, an application, or a notice that anybody may read?</summary>
    public bool IsAnything => View is not null || Call is not null || !Applications.IsEmpty || Rooms.Any(r => r.Viewer.Kind == "expert");

    public string Title => View?.Plan.Title ?? Call?.Title ?? Rooms.FirstOrDefault()?.SessionTitle ?? Id;

    public ImmutableArray<PlannedStep> Steps => View?.Plan.Steps ?? Call?.Steps ?? [];

    /// <summary>Rooms the person oversees, of the office or as supervisor.</summary>
    public IEnumerable<RoomView> Overseen => Rooms.Where(r => r.Viewer.Kind is "office" or "supervisor");

    /// <summary>The last moment of a planned step's first or last day in China; absent where it is not planned.</summary>
    public DateTimeOffset? EndOf(string step, bool first = false) =>
        Steps.FirstOrDefault(s => s.Key == step) is { } planned ? new DateTimeOffset((first ? planned.From : planned.To).AddDays(1), default, ChinaTime.Offset) : null;
}
