using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at a register led to, and the register as the one who asked may see it after.</summary>
public sealed record RegisterAnswer(Receipt? Receipt, Refusal? Refusal, RegisterView? View);

/// <summary>The registers a person may see, the newest session first.</summary>
public sealed record RegistersInSight(ImmutableArray<RegisterView> Registers);

/// <summary>The registers of all award sessions, live. Whatever leaves here is the projection of the person who receives it.</summary>
public sealed class LiveRegisters : IDisposable
{
    private const string Prefix = "register/";

    /// <summary>The one bell: who looks at registers looks at all of them.</summary>
    private const string Every = "";

    private readonly ConcurrentDictionary<string, Live<Register, RegisterAct, RegisterEvent>> registers;
    private readonly SemaphoreSlim creating = new(1, 1);
    private readonly Bells bells = new();
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly PeopleDirectory people;
    private readonly LiveRooms rooms;
    private readonly Identification names;
    private readonly TimeProvider clock;

    private readonly SessionBars bars;

    /// <summary>Folds every register of the ledger. One whose chain is broken is left out and told of.</summary>
    public LiveRegisters(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, LiveRooms rooms, Identification names, TimeProvider clock, ILogger<LiveRegisters> log)
    {
        (this.reader, this.writer, this.people, this.rooms, this.names, this.clock) = (reader, writer, people, rooms, names, clock);
        bars = new SessionBars(rooms, people);
        registers = StreamsOfKind.Opened(reader, Prefix, Made, log);
        people.Changed += bells.RingPerson;
        rooms.Changed += Note;
    }

    /// <summary>A register of this session has a new snapshot. Called in its turn: listeners only take note.</summary>
    public event Action<string>? Changed;

    /// <summary>For the program's own work; what people see is <see cref="View"/>.</summary>
    public Register? Find(string sessionId) => registers.GetValueOrDefault(sessionId)?.State is { Exists: true } register ? register : null;

    /// <summary>The registers as this person may see them now; none for who is neither of the office nor supervisor.</summary>
    public RegistersInSight View(string personId)
    {
        if (people.Find(personId) is not { } person) return new RegistersInSight([]);
        var viewer = Register.ViewerOf(person);
        return new RegistersInSight([.. registers.Values.Select(r => r.State.For(viewer, WithheldFrom(personId, r.State.Id))).OfType<RegisterView>().OrderByDescending(r => r.Id.Length).ThenByDescending(r => r.Id, StringComparer.Ordinal)]);
    }

    /// <summary>What the person may see now, then after every change; ends when his right does.</summary>
    public async IAsyncEnumerable<RegistersInSight> Watch(string personId, [EnumeratorCancellation] CancellationToken ct)
    {
        var bell = bells.Join(personId, Every);
        try
        {
            await foreach (var _ in bell.Rings(ct).ConfigureAwait(false))
            {
                if (people.Find(personId) is not { } person || Register.ViewerOf(person) is Viewer.Stranger) yield break;
                yield return View(personId);
                await Task.Delay(LiveRooms.Pace, clock, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            bells.Leave(bell);
        }
    }

    /// <summary>Begins the register of a further session under the next free id.</summary>
    public async Task<RegisterAnswer> Begin(string personId, string commandId, string title)
    {
        await creating.WaitAsync().ConfigureAwait(false);
        try
        {
            var free = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"session-{n}")).First(id => !registers.ContainsKey(id));
            var register = registers.GetOrAdd(free, Made);
            var answer = await Ask(personId, free, commandId, new NameSession(title)).ConfigureAwait(false);
            if (!register.State.Exists) registers.TryRemove(free, out _);
            return answer;
        }
        finally
        {
            creating.Release();
        }
    }

    public async Task<RegisterAnswer> Ask(string personId, string sessionId, string commandId, RegisterAct act, CancellationToken ct = default)
    {
        if (registers.GetValueOrDefault(sessionId) is not { } register || people.Find(personId) is not { } person || Register.ViewerOf(person) is Viewer.Stranger)
            return new RegisterAnswer(null, new Refusal(RefusalCode.NotFound), null);
        var withheld = WithheldFrom(personId, sessionId);
        if (act.Concerns.Any(withheld.Applicants.Contains)) return new RegisterAnswer(null, new Refusal(RefusalCode.Recused), register.State.For(Register.ViewerOf(person), withheld));
        if (act is RemoveRecord remove && RoomsNeeding(remove, register.State) is { IsEmpty: false } needing)
            return new RegisterAnswer(null, new Refusal(RefusalCode.InUse) { Criteria = needing }, register.State.For(Register.ViewerOf(person), withheld));
        var answer = await register.Ask(person, commandId, act, ct).ConfigureAwait(false);
        return new RegisterAnswer(answer.Receipt, answer.Refusal, answer.State.For(Register.ViewerOf(person), withheld));
    }

    /// <summary>The ledger stream of a session's register.</summary>
    public static string StreamOf(string session) => Prefix + session;

    /// <summary>Carries an accepted application into the register of its session, once; false where that could not be done, or there is no register yet.</summary>
    public async Task<bool> Carry(string sessionId, string commandId, CarryApplication act, CancellationToken ct = default)
    {
        if (registers.GetValueOrDefault(sessionId) is not { } register) return false;
        var answer = await register.Ask(Person.System, commandId, act, ct).ConfigureAwait(false);
        // The command is made of the application: what it has brought in once stands there, whatever has become of it since.
        return answer.Receipt is not null || answer.Refusal?.Code == RefusalCode.CommandReused;
    }

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        rooms.Changed -= Note;
        creating.Dispose();
    }

    private Live<Register, RegisterAct, RegisterEvent> Made(string sessionId) =>
        new(Prefix + sessionId, Register.Named(sessionId), reader, writer, clock) { Published = Tell };

    /// <summary>Titles of the session's rooms in which this expert sits or this applicant is on the agenda.</summary>
    private ImmutableArray<string> RoomsNeeding(RemoveRecord act, Register register) => [.. rooms.Rooms.Where(r => r.Session == register.Id && (act.Kind switch
    {
        RecordKind.Applicant => r.Dossiers.Any(d => d.Id == act.Id),
        RecordKind.Expert => register.AccountOf(act.Id) is { } account && r.Seats.Any(s => s.PersonId == account),
        _ => false,
    })).Select(r => r.Title)];

    /// <summary>What this person is out of in any room of the session.</summary>
    private Withholding WithheldFrom(string personId, string session) => bars.Of(personId, session) is { IsEmpty: false } barred ? new Withholding(barred, names) : Withholding.None;

    /// <summary>A recusal or a seat takes the record off the screen at once, and its dismissal or the declaration gives it back.</summary>
    private void Note(Room room)
    {
        if (bars.Moves(room)) bells.Ring(Every);
    }

    private void Tell(Register before, Register now)
    {
        bells.Ring(Every);
        Changed?.Invoke(now.Id);
    }
}
