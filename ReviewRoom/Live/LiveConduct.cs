using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at the conduct files led to.</summary>
public sealed record ConductAnswer(Receipt? Receipt, Refusal? Refusal);

/// <summary>A seat of an open room whose expert may not review now.</summary>
/// <param name="Dossier">The first for which he is still waited for.</param>
public sealed record SeatToFill(string Room, string RoomTitle, string Seat, string Name, string Dossier);

/// <summary>The conduct files of experts, live. Whatever leaves here is the projection of the person who receives it.</summary>
public sealed class LiveConduct : IDisposable
{
    public const string Stream = "conduct/files";

    /// <summary>The one bell of those who watch the files; his own file rings for each person alone.</summary>
    private const string Files = "files";

    private readonly Live<ConductBook, ConductAct, ConductEvent> book;
    private readonly Bells bells = new();
    private readonly Qualifications qualifications;
    private readonly LiveRooms rooms;
    private readonly PeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly bool isSound;

    /// <summary>Folds the files. Where their chain is broken they stay closed and it is told.</summary>
    public LiveConduct(LedgerReader reader, LedgerWriter writer, Qualifications qualifications, LiveRooms rooms, PeopleDirectory people, TimeProvider clock, ILogger<LiveConduct> log)
    {
        (this.qualifications, this.rooms, this.people, this.clock) = (qualifications, rooms, people, clock);
        book = new Live<ConductBook, ConductAct, ConductEvent>(Stream, ConductBook.Blank, reader, writer, clock) { Published = (_, now) => Tell(now) };
        try
        {
            book.Load().GetAwaiter().GetResult();
            isSound = true;
        }
        catch (LedgerUnsoundException fault)
        {
            log.LogCritical(fault, "{Stream} cannot be opened.", Stream);
        }
        people.Changed += bells.RingPerson;
    }

    /// <summary>Files that came in by the form of a note; only such a file can be named as its evidence.</summary>
    public ReceivedScans Evidence { get; } = new();

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>The files as this person may see them; null for who is neither supervisor nor of the office.</summary>
    public ConductView? View(string personId) => isSound && people.Find(personId) is { } person ? book.State.For(person, Today) : null;

    /// <summary>What this person is told of his own file; null for who is no expert.</summary>
    public OwnConduct? Own(string personId) => isSound && people.Find(personId) is { } person && person.Roles.HasFlag(Roles.Expert) ? book.State.Own(personId, Today) : null;

    public IAsyncEnumerable<ConductView> Watch(string personId, CancellationToken ct) => bells.Watch(personId, Files, () => View(personId), clock, ct);

    public IAsyncEnumerable<OwnConduct> WatchOwn(string personId, CancellationToken ct) => bells.Watch(personId, Files, () => Own(personId), clock, ct);

    /// <summary>The evidence of a note, for the supervisory body; null for everybody else.</summary>
    public Attachment? EvidenceFor(string personId, string expert, string incident) =>
        View(personId)?.Files.FirstOrDefault(f => f.Expert == expert)?.Incidents.FirstOrDefault(i => i.Id == incident)?.Evidence;

    public async Task<ConductAnswer> Ask(string personId, string commandId, ConductAct act, CancellationToken ct = default)
    {
        if (!isSound || people.Find(personId) is not { } person) return new ConductAnswer(null, new Refusal(RefusalCode.NotFound));
        if (person.Roles.HasFlag(Roles.Supervisor) && act is NoteIncident note && FaultOf(note) is { } field) return new ConductAnswer(null, Refusal.Malformed(field));
        act = act switch
        {
            ProposeWithdrawal propose => propose with { IsSealed = IsSealed(propose.Expert, propose.Incident) },
            ProposeDiscipline propose => propose with { IsSealed = IsSealed(propose.Expert, propose.Incident) },
            _ => act,
        };
        var answer = await book.Ask(person, commandId, act, ct).ConfigureAwait(false);
        return new ConductAnswer(answer.Receipt, answer.Refusal);
    }

    /// <summary>What waits in open rooms because their expert may not review now, as this member of the office sees the rooms: seats to be replaced or marked absent.</summary>
    [Article(22)]
    public IEnumerable<SeatToFill> SeatsToFill(string personId) =>
        from room in rooms.Rooms
        where room.Rehearsal is null
        from seat in room.Seats
        where qualifications.IsWithdrawn(seat.PersonId)
        let view = rooms.View(personId, room.Id)
        where view is { Viewer.Kind: "office" }
        let dossier = view.Dossiers.FirstOrDefault(d => d.Phase < Phase.Closed && d.Seats?.Any(s => s.Seat == seat.Letter && s.State is SeatState.Waiting or SeatState.Marking) == true)
        where dossier is not null
        select new SeatToFill(room.Id, room.Title, seat.Letter, seat.Name, dossier.Id);

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        book.Dispose();
    }

    /// <summary>What the files cannot know: who is an expert, which rooms there are, which file came in here.</summary>
    private string? FaultOf(NoteIncident note)
    {
        if (people.Find(note.Expert) is not { } expert || !expert.Roles.HasFlag(Roles.Expert)) return "expert";
        if (note.Room is { } id && rooms.Find(id)?.State is var room && (room is null || (note.Dossier is { } dossier && room.Find(dossier) is null))) return room is null ? "room" : "dossier";
        return note.Evidence is { } evidence && !Evidence.Has(Stream, evidence.Hash) ? "evidence" : null;
    }

    /// <summary>Marks the expert may know of, or the note may be about, are not revealed yet.</summary>
    private bool IsSealed(string expert, string incident)
    {
        var noted = book.State.Find(expert)?.Incidents.FirstOrDefault(i => i.Id == incident)?.Room;
        return rooms.Rooms.Any(r => r.Rehearsal is null && (r.Id == noted || r.Seats.Any(s => s.PersonId == expert)) && r.Dossiers.Any(d => d.Phase == Phase.Independent));
    }

    private void Tell(ConductBook now)
    {
        qualifications.Take(now);
        bells.Ring(Files);
    }
}
