using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act in a room led to, and the room as the one who asked may see it after.</summary>
public sealed record RoomAnswer(Receipt? Receipt, Refusal? Refusal, RoomView? View);

/// <summary>All rooms, live. Whatever leaves here is the projection of the person who receives it, with the rights he has at that moment.</summary>
public sealed partial class LiveRooms : IDisposable
{
    /// <summary>A viewer is shown a change at once, then at most ten times a second.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private const string Prefix = "room/";

    private readonly ConcurrentDictionary<string, Live<Room, RoomAct, RoomEvent>> rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> ringing = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim creating = new(1, 1);
    private readonly Bells bells = new();
    private readonly Calming calming;
    private readonly Attendance attendance;
    private readonly SessionStandings standings;
    private readonly Ledgers ledgers;
    private readonly PeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly ILogger<LiveRooms> log;
    private readonly Qualifications qualifications;
    private readonly bool isOpen;

    /// <summary>
    /// Folds every room of the ledgers, long ones from their bookmark on; <see cref="Prove"/> looks at what lies before.
    /// A room whose chain is broken, or that lies in a ledger where it does not belong, is left out and told of; the others meet.
    /// </summary>
    /// <param name="qualifications">Who may review; without it everybody may.</param>
    public LiveRooms(Ledgers ledgers, PeopleDirectory people, TimeProvider clock, ILogger<LiveRooms> log, Qualifications? qualifications = null)
    {
        (this.ledgers, this.people, this.clock, this.log, this.qualifications) = (ledgers, people, clock, log, qualifications ?? new Qualifications(clock));
        calming = new Calming(clock, roomId => Find(roomId)?.Republish());
        attendance = new Attendance(clock);
        standings = new SessionStandings(() => rooms.Values.Select(r => r.State).Where(r => r.Exists));
        Parallel.ForEach(ledgers.Ids(Prefix, stray => log.LogCritical("{Stream} is not where it belongs and stays closed.", stray)), id =>
        {
            var room = Made(id);
            try
            {
                room.Load().GetAwaiter().GetResult();
                rooms[room.State.Id] = room;
            }
            catch (Exception fault) when (fault is LedgerUnsoundException || (RehearsalPlan.IsId(id) && Ledgers.IsOfTheFile(fault)))
            {
                log.LogCritical(fault, "{Stream} cannot be opened.", room.Stream);
            }
        });
        isOpen = true;
        foreach (var room in rooms.Values) calming.Note(room.State);
        people.Changed += bells.RingPerson;
    }

    /// <summary>A room has a new snapshot. Called in the room's turn: listeners only take note.</summary>
    public event Action<Room>? Changed;

    /// <summary>Somebody has begun or ceased to look at a room. Listeners only take note.</summary>
    public event Action<string>? Looked;

    /// <summary>The newest snapshots, by title.</summary>
    public IReadOnlyList<Room> Rooms => [.. rooms.Values.Select(r => r.State).Where(r => r.Exists).OrderBy(r => r.Title, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Files that may be named as the scan of a paper sheet.</summary>
    public ReceivedScans Scans { get; } = new();

    /// <summary>How many watch a room just now.</summary>
    public int Watching => bells.Count;

    /// <summary>How many watch this room just now.</summary>
    public int WatchingOf(string roomId) => bells.CountOf(roomId);

    public Live<Room, RoomAct, RoomEvent>? Find(string roomId) => rooms.GetValueOrDefault(roomId) is { State.Exists: true } room ? room : null;

    /// <summary>The score table of a room; it is no secret, and pages need no more of the room itself.</summary>
    public Rubric? RubricOf(string roomId) => Find(roomId)?.State.Rubric;

    /// <summary>Whether a rehearsal of this id can be made.</summary>
    public bool IsFree(string rehearsalId) => Find(rehearsalId) is null && ledgers.IsFree(rehearsalId);

    /// <summary>
    /// Folds from its first entry whatever was taken from a bookmark, one room after another, resting as long as it works.
    /// A room whose chain turns out to be broken is closed, as it would have been left out.
    /// </summary>
    public async Task Prove(CancellationToken ct)
    {
        foreach (var (id, room) in rooms)
        {
            var since = clock.GetTimestamp();
            try
            {
                if (!await room.Prove().ConfigureAwait(false)) log.LogCritical("The bookmark of {Stream} was not what the ledger says; the room was folded anew.", room.Stream);
            }
            catch (LedgerUnsoundException fault)
            {
                log.LogCritical(fault, "{Stream} is closed.", room.Stream);
                rooms.TryRemove(id, out _);
                standings.Forget();
                Tell(room.State, room.State);
            }
            await Task.Delay(clock.GetElapsedTime(since), clock, ct).ConfigureAwait(false);
        }
    }

    public async Task<Answer<Room>> Create(Person by, string commandId, string roomId, CreateRoom act)
    {
        if (!StreamsOfKind.IsId(roomId))
            return new Answer<Room>(null, new Refusal(RefusalCode.Malformed) { Field = "id" }, Room.Named(""));
        await creating.WaitAsync().ConfigureAwait(false);
        try
        {
            var (prepared, refusal) = Prepared(act, by);
            if (prepared is null || (refusal = Unqualified(prepared)) is not null) return new Answer<Room>(null, refusal, Room.Named(""));
            var room = rooms.GetOrAdd(roomId, Made);
            var answer = await room.Ask(by, commandId, prepared).ConfigureAwait(false);
            if (!room.State.Exists)
            {
                rooms.TryRemove(roomId, out _);
                ledgers.Wipe(roomId);
            }
            return answer;
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>Closes a rehearsal for everybody who looks at it and removes its ledger. A room on record is never touched: false.</summary>
    /// <exception cref="IOException">Or <see cref="UnauthorizedAccessException"/>: its file cannot be removed, and the rehearsal goes on.</exception>
    public async Task<bool> Wipe(string roomId)
    {
        if (!RehearsalPlan.IsId(roomId)) return false;
        await creating.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!rooms.ContainsKey(roomId)) return false;
            ledgers.MayWipe(roomId);
            if (!rooms.TryRemove(roomId, out var room)) return false;
            await room.End().ConfigureAwait(false);
            ledgers.Wipe(roomId);
            standings.Forget();
            Tell(room.State, room.State);
            return true;
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>The room as this person may see it now; null where he may not know of it.</summary>
    public RoomView? View(string personId, string roomId) => Find(roomId) is { } room && people.Find(personId) is { } person ? Seen(room.State, person) : null;

    /// <summary>The person's own projection now, then after every change of it; ends when he may not see the room any more.</summary>
    public async IAsyncEnumerable<RoomView> Watch(string personId, string roomId, [EnumeratorCancellation] CancellationToken ct)
    {
        var bell = bells.Join(personId, roomId);
        Looked?.Invoke(roomId);
        try
        {
            string? shown = null;
            var at = 0L;
            await foreach (var _ in bell.Rings(ct).ConfigureAwait(false))
            {
                if (shown is not null && Pace - clock.GetElapsedTime(at) is { Ticks: > 0 } rest)
                {
                    await Task.Delay(rest, clock, ct).ConfigureAwait(false);
                    bell.Hush();
                }
                if (View(personId, roomId) is not { } view) yield break;
                if (view.Etag == shown) continue;
                (shown, at) = (view.Etag, clock.GetTimestamp());
                yield return view;
            }
        }
        finally
        {
            bells.Leave(bell);
            Looked?.Invoke(roomId);
        }
    }

    /// <summary>Asks for an act. A signature needs its proof beside it (<see cref="Sign"/>); in a rehearsal nothing is signed in earnest.</summary>
    public Task<RoomAnswer> Ask(string personId, string roomId, string commandId, RoomAct act, CancellationToken ct = default) =>
        act is Sign && Find(roomId) is { State.Rehearsal: null } && View(personId, roomId) is { } view
            ? Task.FromResult(new RoomAnswer(null, new Refusal(RefusalCode.PasswordNeeded), view))
            : Take(personId, roomId, commandId, act, ct);

    /// <summary>Signs for the person who has just given his password again.</summary>
    public Task<RoomAnswer> Sign(SignatureProof proof, string roomId, string commandId, Sign act, CancellationToken ct = default) =>
        Take(proof.PersonId, roomId, commandId, act, ct);

    private async Task<RoomAnswer> Take(string personId, string roomId, string commandId, RoomAct act, CancellationToken ct)
    {
        if (Find(roomId) is not { } room || people.Find(personId) is not { } person || room.State.ViewerOf(person) is not (Viewer.Expert or Viewer.Office or Viewer.Supervisor))
            return new RoomAnswer(null, new Refusal(RefusalCode.NotFound), null);
        if (act is RecordPaper { Scan: { } scan } && !Scans.Has(roomId, scan.Hash))
            return new RoomAnswer(null, new Refusal(RefusalCode.Malformed) { Field = "scan" }, Seen(room.State, person));
        if (Unqualified(act, room.State, person) is { } unqualified) return new RoomAnswer(null, unqualified, Seen(room.State, person));
        var answer = await room.Ask(person, commandId, Started(act, room.State), ct).ConfigureAwait(false);
        return new RoomAnswer(answer.Receipt, answer.Refusal, Seen(answer.State, people.Find(personId) ?? person));
    }

    /// <summary>A page of the room is open; false where the person has too many open already.</summary>
    public bool Joined(string personId, string roomId)
    {
        if (!attendance.Joined(personId, roomId)) return false;
        Listen(roomId);
        return true;
    }

    /// <summary>An open page of the room has answered.</summary>
    public void Heard(string personId, string roomId)
    {
        if (attendance.Heard(personId, roomId)) Listen(roomId);
    }

    public void Left(string personId, string roomId)
    {
        attendance.Left(personId, roomId);
        Listen(roomId);
    }

    /// <summary>What is heard of a room's lines now, by person.</summary>
    public IReadOnlyDictionary<string, LineHeard> LinesOf(string roomId) => attendance.Of(roomId);

    /// <summary>Shows the room's seats as they are heard now, where that has changed.</summary>
    public void Listen(string roomId)
    {
        if (Find(roomId) is { } room && !ReferenceEquals(attendance.Put(room.State), room.State)) room.Republish();
    }

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        creating.Dispose();
    }

    /// <summary>The room as it stands to this person: a rehearsal bars to him what its room bars to him now. Whatever is projected is projected from this.</summary>
    public Room StateFor(Room room, Person person) =>
        room is { Exists: true, Rehearsal: { } rehearsal } && Find(rehearsal.Of)?.State is { } original ? room.BarredAsIn(original, person.Id) : room;

    private RoomView? Seen(Room room, Person person) => Sight.Of(StateFor(room, person), standings.Of(room.Session), room.ViewerOf(person));

    private Live<Room, RoomAct, RoomEvent> Made(string roomId)
    {
        var ledger = ledgers.For(roomId);
        return new(Prefix + roomId, Room.Named(roomId), ledger.Reader, ledger.Writer, clock) { Transient = room => attendance.Put(room).Calmed(clock.GetUtcNow()), Published = Tell, Bookmarks = ledger.Bookmarks };
    }

    private void Tell(Room before, Room now)
    {
        if (!isOpen) return;
        var moved = standings.Renew(before, now);
        calming.Note(now);
        bells.Ring(now.Id);
        if (now is { Exists: true, Rehearsal: null } && rooms.Values.Select(r => r.State).FirstOrDefault(r => r.Exists && r.Rehearsal?.Of == now.Id) is { } rehearsal && before.Outs != now.Outs)
            bells.Ring(rehearsal.Id);
        Changed?.Invoke(now);
        if (moved && ringing.TryAdd(now.Session, true)) _ = RingSession(now.Session);
    }

    /// <summary>A rank may have moved: the other rooms of the session look again, all together and at the pace of a viewer.</summary>
    private async Task RingSession(string session)
    {
        await Task.Delay(Pace, clock).ConfigureAwait(false);
        ringing.TryRemove(session, out _);
        foreach (var room in Rooms.Where(r => r.Session == session)) bells.Ring(room.Id);
    }
}
