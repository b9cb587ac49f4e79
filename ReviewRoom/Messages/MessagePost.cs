using System.Collections.Concurrent;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Storage;

namespace ReviewRoom.Messages;

/// <summary>Reads what is new in the ledger and writes for each entry the messages that follow from it, once, whoever and whatever brought the entry about.</summary>
/// <param name="services">Streams are folded when this starts, not when it is made.</param>
public sealed class MessagePost(IServiceProvider services, MessageStore store, TimeProvider clock, ILogger<MessagePost> log) : BackgroundService
{
    /// <summary>New entries are looked for no later than so long after they were written.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    /// <summary>No e-mail is written about an older entry: who starts the program on an old ledger writes to nobody.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(3);

    /// <summary>So many entries are read and noted as read at a time.</summary>
    private const int Most = 1000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, bool> moved = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim rung = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var (sessions, rooms, applications) = (services.GetRequiredService<LiveSessions>(), services.GetRequiredService<LiveRooms>(), services.GetRequiredService<LiveApplications>());
        void OfSession(AwardSession session) => Note($"session/{session.Id}");
        void OfRoom(Room room) => Note($"room/{room.Id}");
        void OfApplication(Application application) => Note($"application/{application.Session}/{application.Id}");
        sessions.Changed += OfSession;
        rooms.Changed += OfRoom;
        applications.Changed += OfApplication;
        try
        {
            ReadAll();
            while (!stoppingToken.IsCancellationRequested)
            {
                await rung.WaitAsync(Look, stoppingToken);
                moved.TryAdd(LiveAwards.Stream, true);
                foreach (var stream in moved.Keys) Read(stream);
                await Task.Delay(Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        finally
        {
            sessions.Changed -= OfSession;
            rooms.Changed -= OfRoom;
            applications.Changed -= OfApplication;
        }
    }

    /// <summary>Everything there is, from where each stream was left.</summary>
    internal void ReadAll()
    {
        foreach (var stream in MessageRules.Streams.SelectMany(services.GetRequiredService<LedgerReader>().Streams)) Read(stream);
    }

    public override void Dispose()
    {
        rung.Dispose();
        base.Dispose();
    }

    private void Note(string stream)
    {
        if (!moved.TryAdd(stream, true) || rung.CurrentCount > 0) return;
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another one was faster.
        }
    }

    private void Read(string stream)
    {
        moved.TryRemove(stream, out _);
        try
        {
            var (reader, rules, words) = (services.GetRequiredService<LedgerReader>(), services.GetRequiredService<MessageRules>(), services.GetRequiredService<MessageWords>());
            var (from, fresh) = (store.CursorOf(stream), clock.GetUtcNow() - Fresh);
            var messages = new List<(string, string, MessageDraft, DateTimeOffset, bool)>();
            foreach (var part in reader.Read(stream, from).Chunk(Most))
            {
                foreach (var entry in part)
                    foreach (var (person, draft) in rules.Of(entry))
                        if (words.Of(person, draft) is not null) messages.Add((person, $"{stream}|{entry.Header.Version}|{draft.Kind}", draft, entry.Header.Time, entry.Header.Time >= fresh));
                store.Keep(stream, part[^1].Header.Version, messages);
                messages.Clear();
            }
        }
        catch (Exception fault) when (fault is Microsoft.Data.Sqlite.SqliteException or IOException or System.Text.Json.JsonException or InvalidOperationException)
        {
            log.LogError(fault, "The messages of {Stream} could not be written; they are looked for again.", stream);
        }
    }
}
