using System.Collections.Concurrent;
using System.Threading.Channels;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>
/// Carries into the rooms of a session what its register says: conflicts of interest that follow from its facts (room.md 6), looked for when a seat is taken, when a dossier is
/// opened, and whenever facts change; and the approval of the session's result.
/// </summary>
/// <param name="services">Rooms and registers are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class RegisterWatch(IServiceProvider services, Identification names, PeopleDirectory people, TimeProvider clock, ILogger<RegisterWatch> log) : BackgroundService
{
    /// <summary>After so long it comes back to a room in which something could not be stored.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    // Rooms to look at; a room is looked at once however often it rang.
    private readonly Channel<string> rung = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>What of a room can change the answer: most acts change nothing of it.</summary>
    private readonly ConcurrentDictionary<string, string> seen = new(StringComparer.Ordinal);

    /// <summary>Rooms it will come back to.</summary>
    private readonly ConcurrentDictionary<string, bool> late = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (rooms, registers) = (services.GetRequiredService<LiveRooms>(), services.GetRequiredService<LiveRegisters>());
        void Note(Room room) => rung.Writer.TryWrite(room.Id);
        void NoteSession(string session)
        {
            foreach (var room in rooms.Rooms.Where(r => r.Session == session)) Note(room);
        }
        rooms.Changed += Note;
        registers.Changed += NoteSession;
        try
        {
            foreach (var room in rooms.Rooms) Note(room);
            while (await rung.Reader.WaitToReadAsync(stoppingToken)) await Look(rooms, registers, stoppingToken);
        }
        finally
        {
            rooms.Changed -= Note;
            registers.Changed -= NoteSession;
        }
    }

    private async Task Look(LiveRooms rooms, LiveRegisters registers, CancellationToken ct)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        while (rung.Reader.TryRead(out var id)) due.Add(id);
        foreach (var id in due)
        {
            try
            {
                if (!await IsCarried(id, rooms, registers)) _ = ComeBack(id, ct);
            }
            catch (Exception fault) when (fault is InvalidOperationException or IOException)
            {
                log.LogError(fault, "What the register says could not be carried into {Room}.", id);
                _ = ComeBack(id, ct);
            }
        }
    }

    /// <summary>What could not be stored is looked for again after a while; a room that rings meanwhile, as it does when it is folded anew, is not asked the same at once.</summary>
    private async Task ComeBack(string id, CancellationToken ct)
    {
        if (!late.TryAdd(id, true)) return;
        try
        {
            await Task.Delay(Again, clock, ct);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        late.TryRemove(id, out _);
        seen.TryRemove(id, out _);
        rung.Writer.TryWrite(id);
    }

    /// <summary>False where something could not be stored.</summary>
    private async Task<bool> IsCarried(string id, LiveRooms rooms, LiveRegisters registers)
    {
        if (rooms.Find(id) is not { } live || registers.Find(live.State.Session) is not { } register) return true;
        var room = live.State;
        var shape = ShapeOf(room, register);
        if (seen.GetValueOrDefault(id) == shape) return true;
        seen[id] = shape;
        HashSet<string> concerned = [.. room.Seats.Select(s => s.PersonId), .. people.Accounts.Where(a => a.Person.Roles.HasFlag(Roles.Office)).Select(a => a.Person.Id)];
        var isStored = true;
        foreach (var act in room.Due(register.FindingsOf(concerned, names, DateOnly.FromDateTime(room.FormedAt.ToLocalTime().DateTime))).ToArray())
            isStored &= (await live.Ask(Person.System, CommandOf(id, act), act)).Refusal?.Code != RefusalCode.NotStored;
        if (register.Approval is { } recorded && recorded.Approval != room.Approval)
            isStored &= (await live.Ask(Person.System, Cause.CommandOf(id, register.Id, $"{recorded.Version}"), new TakeApproval(recorded.Approval))).Refusal?.Code != RefusalCode.NotStored;
        return isStored;
    }

    private static string ShapeOf(Room room, Register register) => string.Join(
        '|',
        [
            $"{register.Version}", .. room.Seats.Select(s => s.PersonId),
            .. room.Dossiers.Select(d => $"{d.Phase} {string.Join(' ', d.Conflicts.Select(c => $"{c.Id}:{c.State}:{c.Awaiting}"))}"),
        ]);

    /// <summary>One fact is raised by one command, however often it is found.</summary>
    private static string CommandOf(string room, RaiseConflict act) => Cause.CommandOf(room, act.Dossier, act.Seat ?? "", act.Person ?? "", act.Type, act.Basis?.DataRef ?? "");
}
