using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests;

/// <summary>
/// A room driven as the ledger drives it: decide, write the event down as canonical bytes, read it back, apply. Time and entropy are counted, not random.
/// </summary>
internal sealed class Given
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    public static readonly Person Office = new("office", "Office One", Roles.Office);
    public static readonly Person Office2 = new("office2", "Office Two", Roles.Office);
    public static readonly Person Office3 = new("office3", "Office Three", Roles.Office);
    public static readonly Person Supervisor = new("supervisor", "Supervisor", Roles.Supervisor);
    public static readonly Person Stranger = new("stranger", "Stranger", Roles.Expert);
    public static readonly Person Administrator = new("administrator", "Administrator", Roles.Administrator);

    private readonly List<(RoomEvent Event, Stamp Stamp)> entries = [];

    private Given(Room room) => Room = room;

    public Room Room { get; private set; }

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyList<(RoomEvent Event, Stamp Stamp)> Entries => entries;

    /// <summary>A room that waits: seats A, B, C … (A leads) with the experts <c>expert-a</c> …, dossiers d1, d2 …</summary>
    public static Given ARoom(int seats = 5, int dossiers = 1, RoomSettings? settings = null, Rubric? rubric = null, string id = "room-1")
    {
        var given = new Given(Room.Named(id));
        given.Do(Office, new CreateRoom(
            "Panel", "session-6", "Sixth session", rubric ?? ARubric(100, 200), settings ?? Free,
            [.. Enumerable.Range(0, seats).Select(i => new SeatPlan(Letter(i), PersonOf(Letter(i)).Id, PersonOf(Letter(i)).Name, i == 0))],
            [.. Enumerable.Range(1, dossiers).Select(i => new DossierPlan($"d{i}", $"Dossier {i}", ApplicantKind.Organisation))]));
        return given;
    }

    /// <summary>A room as a <see cref="CreateRoom"/> of its own makes it.</summary>
    public static Given ARoom(string id, CreateRoom plan)
    {
        var given = new Given(Room.Named(id));
        given.Do(Office, plan);
        return given;
    }

    /// <summary>No evidence asked for, small panels are valid.</summary>
    public static RoomSettings Free => new(Minimum: 1, EvidenceRequired: EvidenceRequired.None);

    /// <summary>A score table with one criterion per number of points: codes 1, 2, 3 …</summary>
    public static Rubric ARubric(params int[] points) => new(
        "small", 1, new Words("小", "Small"), "", false,
        [new BandSet("B", new Words("档", "Bands"), [], [.. BandEdges.Select((b, i) => new Band($"b{i}", b.Min, b.Max, new Words("档", "Band"), []))])],
        [new Category("0", new Words("类", "Category"), points.Sum(),
            [.. points.Select((p, i) => new Criterion((i + 1).ToString(CultureInfo.InvariantCulture), new Words("项", "Item"), p, "process", "B", null))])]);

    public static Rubric Shipped(string id) =>
        RubricFile.Read(Tests.Shipped.Bytes($"rubrics/{id}.json")).Rubric ?? throw new InvalidOperationException(id);

    public static Person PersonOf(string seat) => new($"expert-{seat.ToLowerInvariant()}", $"Expert {seat}", Roles.Expert);

    private static string Letter(int place) => ((char)('A' + place)).ToString();

    private static readonly (int Min, int Max)[] BandEdges = [(0, 5), (10, 25), (30, 45), (50, 65), (70, 85), (90, 100)];

    /// <summary>The person on a seat of this room.</summary>
    public Person On(string seat) => Room.Seats.Where(s => s.Letter == seat).Select(s => new Person(s.PersonId, s.Name, Roles.Expert)).Single();

    /// <summary>Asks and records nothing.</summary>
    public Outcome<RoomEvent> Ask(Person by, RoomAct act) => Room.Decide(act, Asking(by));

    /// <summary>The refusal an act meets; fails where it would be done.</summary>
    public Refusal Refused(Person by, RoomAct act)
    {
        var outcome = Ask(by, act);
        return outcome.Refusal ?? throw new InvalidOperationException($"{act} was done: {outcome.Event}");
    }

    /// <summary>Does an act; fails where it is refused.</summary>
    public RoomEvent Do(Person by, RoomAct act)
    {
        var outcome = Ask(by, act);
        if (outcome.Event is not { } decided) throw new InvalidOperationException($"{by.Id}: {act} was refused: {outcome.Refusal}");
        return Record(decided, by);
    }

    /// <summary>Does an act where it is allowed, and says whether it was.</summary>
    public bool TryDo(Person by, RoomAct act)
    {
        if (Ask(by, act).Event is not { } decided) return false;
        Record(decided, by);
        return true;
    }

    public RoomEvent Do(string seat, RoomAct act) => Do(On(seat), act);

    public Refusal Refused(string seat, RoomAct act) => Refused(On(seat), act);

    public Dossier Dossier(string id = "d1") => Room.Find(id) ?? throw new InvalidOperationException(id);

    public Sheet Sheet(string seat, string dossier = "d1") => Dossier(dossier).Sheets[Room.PlaceOf(seat)];

    public Tally Tally(string dossier = "d1") => Room.TallyOf(Dossier(dossier));

    /// <summary>What a person is shown; null where he may not know of the room.</summary>
    public RoomView? Sight(Person person) => Room.For(Room.ViewerOf(person));

    public DossierView Sight(Person person, string dossier) =>
        (Sight(person) ?? throw new InvalidOperationException($"{person.Id} sees no room")).Dossiers.Single(d => d.Id == dossier);

    /// <summary>Takes an event as it stands, where its chance is to be chosen: the letters of a reveal.</summary>
    public void Take(RoomEvent happened, Person by) => Record(happened, by);

    private Asking Asking(Person by)
    {
        var entropy = new byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(entropy, Room.Version + 1);
        return new Asking(by, Start.AddSeconds(Room.Version), entropy);
    }

    private RoomEvent Record(RoomEvent decided, Person by)
    {
        var stored = Canonical.Read<RoomEvent>(Canonical.Bytes(decided));
        var stamp = new Stamp(Room.Version + 1, Start.AddSeconds(Room.Version), by.Id);
        Room = Room.Apply(stored, stamp);
        entries.Add((stored, stamp));
        return stored;
    }
}
