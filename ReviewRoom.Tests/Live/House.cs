using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Storage;

namespace ReviewRoom.Tests.Live;

/// <summary>The live rooms on a real ledger, with a clock the test moves: one panel of experts a to e (a leads), two of the office, a supervisor.</summary>
internal sealed class House : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Rubric Table = RubricFile.Read(Shipped.Bytes("rubrics/four-dimension.json")).Rubric ?? throw new InvalidOperationException();
    public static readonly Person Office = new("office", "Office", Roles.Office);

    public House(TimeProvider? clock = null, string? folder = null, bool keepsFolder = false)
    {
        Time = clock ?? Clock;
        Ledger = new TemporaryLedger(folder, keepsFolder: keepsFolder);
        foreach (var person in (Person[])[Office, new("office2", "Office two", Roles.Office), new("supervisor", "Supervisor", Roles.Supervisor), new("nobody", "Nobody", Roles.Expert)])
            Put(person);
        foreach (var seat in "ABCDEFGHIJKLMNO") Put(Expert(seat));
        Rooms = Opened();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public TimeProvider Time { get; }

    public TemporaryLedger Ledger { get; }

    public PeopleDirectory People { get; } = new();

    public LiveRooms Rooms { get; private set; }

    public static Person Expert(char seat) => new($"expert-{char.ToLowerInvariant(seat)}", $"Expert {seat}", Roles.Expert);

    /// <summary>A person's rights as they are from now on.</summary>
    public void Put(Person person, bool disabled = false) =>
        People.Set([new Account { Id = person.Id, DisplayName = person.Name, Roles = person.Roles, Disabled = disabled }]);

    /// <summary>A room with open dossiers, every seat declared.</summary>
    public async Task<Live<Room, RoomAct, RoomEvent>> ARoom(string id = "panel", int seats = 5, int dossiers = 1, bool declared = true)
    {
        Assert.Null((await Rooms.Create(Office, Id(), id, Plan(id, seats, dossiers))).Refusal);
        for (var i = 1; i <= dossiers; i++)
        {
            await Do("office", id, new Open($"d{i}"));
            foreach (var seat in "ABCDEFGHIJKLMNO".Take(declared ? seats : 0)) await Do(Expert(seat).Id, id, new Declare($"d{i}", Conflict: false));
        }
        return Rooms.Find(id) ?? throw new InvalidOperationException(id);
    }

    public static CreateRoom Plan(string id, int seats, int dossiers) => new(
        $"Panel {id}", "session", "Session", Rubric(), new RoomSettings(EvidenceRequired: EvidenceRequired.None),
        [.. "ABCDEFGHIJKLMNO".Take(seats).Select(s => new SeatPlan($"{s}", Expert(s).Id, Expert(s).Name, s == 'A'))],
        [.. Enumerable.Range(1, dossiers).Select(i => new DossierPlan($"d{i}", $"Dossier {i}", ApplicantKind.Organisation))]);

    /// <summary>An act that must be done.</summary>
    public async Task<Receipt> Do(string person, string room, RoomAct act)
    {
        var answer = await Rooms.Ask(person, room, Id(), act);
        return answer.Receipt ?? throw new InvalidOperationException($"{act}: {answer.Refusal}");
    }

    /// <summary>Fills and submits a sheet.</summary>
    public async Task Submit(char seat, string room, string dossier, int rate = 60)
    {
        foreach (var criterion in Rubric().Criteria) await Do(Expert(seat).Id, room, new GiveMark(dossier, criterion.Code, rate));
        await Do(Expert(seat).Id, room, new Submit(dossier));
    }

    public void Restart()
    {
        Rooms.Dispose();
        Ledger.Restart();
        Rooms = Opened();
    }

    public static string Id() => Guid.NewGuid().ToString("N");

    public static Rubric Rubric() => Table;

    public void Dispose()
    {
        Rooms.Dispose();
        Ledger.Dispose();
    }

    private LiveRooms Opened() => new(Ledger.Ledgers, People, Time, NullLogger<LiveRooms>.Instance);
}
