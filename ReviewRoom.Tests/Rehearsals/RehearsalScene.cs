using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Markdown;
using ReviewRoom.Rehearsals;
using ReviewRoom.Resources;
using ReviewRoom.Tests.Live;

namespace ReviewRoom.Tests.Rehearsals;

/// <summary>A room on record, the rehearsals of its server, and a page that looks at whatever is rehearsed.</summary>
internal sealed class RehearsalScene : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private Task looking = Task.CompletedTask;

    public RehearsalScene(TimeProvider? clock = null)
    {
        House = new House(clock);
        Texts = new DossierTexts(Path.Combine(House.Ledger.Folder, "dossiers.db"));
        var words = new StringLocalizer<RehearsalText>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
        Rehearsals = new ReviewRoom.Rehearsals.Rehearsals(
            House.Rooms, House.People, Texts, words, House.Time, NullLogger<ReviewRoom.Rehearsals.Rehearsals>.Instance);
        Rehearsals.Start();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    public House House { get; }

    public DossierTexts Texts { get; }

    public ReviewRoom.Rehearsals.Rehearsals Rehearsals { get; }

    /// <summary>The rehearsal of the room, begun by the office.</summary>
    public async Task<string> Begun(RehearsalSettings settings, string room = "panel") =>
        (await Rehearsals.Begin("office", room, settings)).Id ?? throw new InvalidOperationException("not begun");

    /// <summary>A page of the office looks at the rehearsal from now on.</summary>
    public void Look(string id) => looking = Task.WhenAll(looking, Looking(id));

    /// <summary>When the room has come to be so.</summary>
    public async Task<Room> When(string id, Func<Room, bool> so)
    {
        var room = House.Rooms.Find(id) ?? throw new InvalidOperationException(id);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var state in room.Watch(patience.Token))
            if (so(state)) return state;
        throw new InvalidOperationException("ended before");
    }

    public IReadOnlyList<Entry> Entries(string id) => [.. (House.Ledger.Ledgers.Find(id) ?? throw new InvalidOperationException(id)).Reader.Read($"room/{id}")];

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await Rehearsals.Stop();
        await looking;
        Rehearsals.Dispose();
        House.Dispose();
        over.Dispose();
    }

    private async Task Looking(string id)
    {
        try
        {
            await foreach (var _ in House.Rooms.Watch("office", id, over.Token)) { }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
