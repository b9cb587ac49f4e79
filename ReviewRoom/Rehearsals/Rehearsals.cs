using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Resources;
using ReviewRoom.Storage;

namespace ReviewRoom.Rehearsals;

/// <summary>What came of beginning a rehearsal: its id, or why not.</summary>
public sealed record RehearsalBegun(string? Id, Refusal? Refusal);

/// <summary>
/// The rehearsals of the server: a member of the office begins one of a room's agenda, sets how fast it is played, and wipes it. Each is played by a task of its own.
/// </summary>
public sealed class Rehearsals(LiveRooms rooms, PeopleDirectory people, DossierTexts texts, IStringLocalizer<RehearsalText> words, TimeProvider clock, ILogger<Rehearsals> log) : IDisposable
{
    private readonly ConcurrentDictionary<string, (Play Play, Task Task)> plays = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim beginning = new(1, 1);
    private readonly CancellationTokenSource over = new();

    /// <summary>What is set at a rehearsal has changed, or it has begun or gone. Must not block.</summary>
    public event Action<string>? Changed;

    /// <summary>All that can be played of a rehearsal is played, and nobody real takes part. Must not block.</summary>
    public event Action<string>? Ended;

    /// <summary>Takes up the rehearsals there are; each rests until somebody sets its pace.</summary>
    public void Start()
    {
        rooms.Looked += Looked;
        rooms.Changed += Follow;
        foreach (var room in rooms.Rooms.Where(r => r.Rehearsal is not null)) Start(room, RehearsalSettings.Resting);
    }

    public async Task Stop()
    {
        rooms.Looked -= Looked;
        rooms.Changed -= Follow;
        await over.CancelAsync();
        await Task.WhenAll(plays.Values.Select(p => p.Task));
    }

    /// <summary>The rehearsal of a room, if there is one that this person may see.</summary>
    public string? Of(string personId, string roomId) =>
        rooms.Rooms.FirstOrDefault(r => r.Rehearsal?.Of == roomId) is { } found && rooms.View(personId, found.Id) is not null ? found.Id : null;

    /// <summary>What is set at a rehearsal; null where there is none.</summary>
    public RehearsalSettings? SettingsOf(string id) => plays.TryGetValue(id, out var play) ? play.Play.Settings : null;

    /// <summary>
    /// Begins the rehearsal of a room: the same seats, score table, settings and agenda, and whoever is shut out of a dossier there is shut out here.
    /// There is one at a time: a second wish gives the one there is.
    /// </summary>
    public async Task<RehearsalBegun> Begin(string personId, string roomId, RehearsalSettings settings)
    {
        await beginning.WaitAsync();
        try
        {
            if (people.Find(personId) is not { } person || rooms.View(personId, roomId) is not { Viewer.Kind: "office", Rehearsal: null } view || rooms.Find(roomId)?.State is not { } room)
                return new RehearsalBegun(null, new Refusal(RefusalCode.NotFound));
            if (rooms.Rooms.FirstOrDefault(r => r.Rehearsal?.Of == roomId) is { } running) return new RehearsalBegun(running.Id, null);
            var id = Enumerable.Range(1, int.MaxValue).Select(RehearsalPlan.IdOf).First(rooms.IsFree);
            var answer = await rooms.Create(person, Guid.NewGuid().ToString("N"), id, Plan(id, room, view.SessionTitle));
            if (answer.Receipt is null) return new RehearsalBegun(null, answer.Refusal);
            Start(answer.State, settings);
            Changed?.Invoke(id);
            return new RehearsalBegun(id, null);
        }
        catch (Exception fault) when (Ledgers.IsOfTheFile(fault))
        {
            log.LogError(fault, "The rehearsal of {Room} has no file to be kept in.", roomId);
            return new RehearsalBegun(null, new Refusal(RefusalCode.NotStored));
        }
        finally
        {
            beginning.Release();
        }
    }

    /// <summary>What is set now, then after every change; ends when the rehearsal is gone.</summary>
    public async IAsyncEnumerable<RehearsalSettings> Watch(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        var changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Note(string which)
        {
            if (which == id) changed.Writer.TryWrite(true);
        }
        Changed += Note;
        try
        {
            while (SettingsOf(id) is { } settings)
            {
                yield return settings;
                await changed.Reader.ReadAsync(ct);
            }
        }
        finally
        {
            Changed -= Note;
        }
    }

    /// <summary>False where this person does not chair the rehearsal.</summary>
    public bool Set(string personId, string id, RehearsalSettings settings)
    {
        if (!Chairs(personId, id) || !plays.TryGetValue(id, out var play)) return false;
        play.Play.Set(settings);
        Changed?.Invoke(id);
        return true;
    }

    /// <summary>Closes a rehearsal for everybody and leaves nothing of it. False where this person does not chair it, or where its file cannot be removed.</summary>
    public async Task<bool> Wipe(string personId, string id)
    {
        try
        {
            if (!Chairs(personId, id) || !await rooms.Wipe(id)) return false;
        }
        catch (Exception fault) when (Ledgers.IsOfTheFile(fault))
        {
            log.LogError(fault, "{Rehearsal} cannot be removed.", id);
            return false;
        }
        if (plays.TryRemove(id, out var play)) play.Play.Looked();
        Changed?.Invoke(id);
        return true;
    }

    public void Dispose()
    {
        over.Dispose();
        beginning.Dispose();
    }

    private bool Chairs(string personId, string id) => RehearsalPlan.IsId(id) && rooms.View(personId, id) is { Viewer.Kind: "office" };

    /// <summary>Attached files stay in the room: their very names are for those who have declared there.</summary>
    private CreateRoom Plan(string id, Room room, string sessionTitle) => new(
        words["Title.Of", room.Title], id, sessionTitle, room.Rubric, room.Settings,
        [.. room.Seats.Select(s => new SeatPlan(s.Letter, s.PersonId, s.Name, s.Leader))], [.. room.Dossiers.Select(d => d.Plan with { Files = null })],
        new RehearsalPlan(room.Id, RandomNumberGenerator.GetInt32(int.MaxValue), CultureInfo.CurrentUICulture.Name, Bars(room)));

    private static ImmutableArray<Bar> Bars(Room room) =>
        [.. from dossier in room.Dossiers
            from conflict in dossier.Conflicts
            where conflict.Recuses || conflict.Suspends
            select new Bar(dossier.Id, conflict.PersonId, conflict.Type, conflict.Recuses)];

    private void Start(Room room, RehearsalSettings settings)
    {
        if (room.Rehearsal is not { } plan) return;
        var play = new Play(room.Id, new Casting(rooms, people, texts, words, clock).Of(room, plan), rooms, clock, settings) { Ended = () => Ended?.Invoke(room.Id) };
        plays[room.Id] = (play, Task.Run(() => Run(play, room.Id, plan.Language)));
    }

    private async Task Run(Play play, string id, string language)
    {
        // The simulated experts write in the language of whoever began the rehearsal.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            await play.Run(over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The server ends.
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or ArgumentException)
        {
            log.LogError(fault, "{Rehearsal} is not played any more.", id);
        }
    }

    private void Looked(string id)
    {
        if (plays.TryGetValue(id, out var play)) play.Play.Looked();
    }

    private void Follow(Room room)
    {
        if (plays.TryGetValue(room.Id, out var play)) play.Play.Changed();
        else if (room.Rehearsal is null && rooms.Rooms.FirstOrDefault(r => r.Rehearsal?.Of == room.Id) is { } rehearsal) _ = ShutOut(room, rehearsal.Id);
    }

    /// <summary>Who is shut out of a dossier in the room is shut out of it in the rehearsal too, from that moment on.</summary>
    private async Task ShutOut(Room room, string id)
    {
        if (rooms.Find(id) is not { } live) return;
        foreach (var bar in Bars(room).Where(b => live.State.Find(b.Dossier)?.AccessOf(b.PersonId) == Access.Full))
        {
            var seat = live.State.Seats.FirstOrDefault(s => s.PersonId == bar.PersonId)?.Letter;
            var command = Cause.CommandOf(id, bar.Dossier, bar.PersonId, bar.Type);
            await live.Ask(Person.System, command, new RaiseConflict(bar.Dossier, seat, bar.Type, "", seat is null ? bar.PersonId : null));
        }
    }
}
