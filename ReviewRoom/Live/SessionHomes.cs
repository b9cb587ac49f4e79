using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Waiting;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>The sessions a person has a part in, the newest first, and what waits for himself in them.</summary>
public sealed record WaitingForMe(DateTimeOffset Minute, ImmutableArray<SessionLine> Sessions, ImmutableArray<WaitingRow> Rows);

public sealed record SessionLine(string Id, string Title, SessionStage Stage);

/// <summary>The homes of the sessions, live: each told from the projections of who looks, after every change of one of them and every minute.</summary>
public sealed class SessionHomes : IDisposable
{
    /// <summary>A page that gives the whole picture need not follow every mark.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>The bell of those who watch all sessions; no session's id has a slash in it.</summary>
    private const string Every = "/every";

    /// <summary>To all others there are no applications, and they need not be looked through.</summary>
    private const Roles MaySeeApplications = Roles.Office | Roles.Supervisor | Roles.Body | Roles.Applicant;

    private readonly Bells bells = new();
    private readonly LiveSessions sessions;
    private readonly LiveRooms rooms;
    private readonly LiveAwards awards;
    private readonly LiveRegulations regulations;
    private readonly LiveApplications applications;
    private readonly PeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly ITimer minutes;

    public SessionHomes(LiveSessions sessions, LiveRooms rooms, LiveAwards awards, LiveRegulations regulations, LiveApplications applications, PeopleDirectory people, TimeProvider clock)
    {
        (this.sessions, this.rooms, this.awards, this.regulations, this.applications, this.people, this.clock) = (sessions, rooms, awards, regulations, applications, people, clock);
        sessions.Changed += Note;
        rooms.Changed += Note;
        awards.Changed += bells.RingAll;
        applications.Changed += Note;
        people.Changed += bells.RingPerson;
        minutes = clock.CreateTimer(_ => bells.RingAll(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <summary>The session's home for this person now; null where there is nothing for him.</summary>
    public SessionHome? View(string personId, string sessionId)
    {
        if (people.Find(personId) is null) return null;
        var sight = SightOf(personId, sessionId);
        return SessionHome.Of(sight, LawOf(sight.View?.Plan.Regulation ?? sight.Call?.Regulation)?.Steps ?? [], clock.GetUtcNow(), NameOf);
    }

    /// <summary>His own home now, then after every change of it; ends when there is nothing for him any more.</summary>
    public IAsyncEnumerable<SessionHome> Watch(string personId, string sessionId, CancellationToken ct) => bells.Watch(personId, sessionId, () => View(personId, sessionId), clock, ct, Pace);

    /// <summary>What waits for this person himself, in all sessions.</summary>
    public WaitingForMe? Mine(string personId)
    {
        if (people.Find(personId) is null) return null;
        var now = clock.GetUtcNow();
        var ids = sessions.All.Select(s => s.Id).Concat(rooms.Rooms.Select(r => r.Session)).Distinct(StringComparer.Ordinal);
        return new WaitingForMe(
            now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), [.. sessions.Views(personId).Select(v => new SessionLine(v.Id, v.Plan.Title, v.Stage))],
            [.. ids.SelectMany(id => Waits.Of(SightOf(personId, id), NameOf)).Where(row => row.IsMine).OrderBy(row => row.Due is null).ThenBy(row => row.Due)]);
    }

    public IAsyncEnumerable<WaitingForMe> WatchMine(string personId, CancellationToken ct) => bells.Watch(personId, Every, () => Mine(personId), clock, ct, Pace);

    /// <summary>A version of the regulation; null where there is none of that number.</summary>
    public Regulation? LawOf(string? version) => int.TryParse(version, CultureInfo.InvariantCulture, out var number) ? regulations.Book.Find(number)?.Content : null;

    /// <summary>The version a session is planned on.</summary>
    public Regulation? LawFor(string sessionId) => LawOf(sessions.Find(sessionId)?.Plan?.Regulation);

    /// <summary>First day in force of a version; null for the first.</summary>
    public DateOnly? InForceSince(string? version) => int.TryParse(version, CultureInfo.InvariantCulture, out var number) ? regulations.Book.Find(number)?.From : null;

    public void Dispose()
    {
        sessions.Changed -= Note;
        rooms.Changed -= Note;
        awards.Changed -= bells.RingAll;
        applications.Changed -= Note;
        people.Changed -= bells.RingPerson;
        minutes.Dispose();
    }

    private SessionSight SightOf(string personId, string sessionId) => new SessionSight(
        personId, sessionId, sessions.View(personId, sessionId), sessions.Call(sessionId),
        [.. rooms.Rooms.Where(r => r.Session == sessionId && r.Rehearsal is null).Select(r => rooms.View(personId, r.Id)).OfType<RoomView>()], awards.View(personId)) { Applications = (people.Find(personId)?.Roles & MaySeeApplications) is > Roles.None ? applications.Views(personId, sessionId) : [] };

    private string NameOf(string personId) => people.Find(personId)?.Name ?? personId;

    private void Note(AwardSession session) => Ring(session.Id);

    private void Note(Room room) => Ring(room.Session);

    private void Note(Application application) => Ring(application.Session);

    private void Ring(string session)
    {
        bells.Ring(session);
        bells.Ring(Every);
    }
}
