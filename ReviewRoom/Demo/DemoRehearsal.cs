using System.Globalization;
using System.Threading.Channels;
using ReviewRoom.Domain;
using ReviewRoom.Rehearsals;
using ReviewRoom.Storage;

namespace ReviewRoom.Demo;

/// <summary>
/// The rehearsal of the demonstration: chaired by itself, played while somebody looks, and wiped and begun again a while after its end. One that the visitor wipes stays gone.
/// </summary>
/// <param name="services">Rooms are folded when this starts, not when it is made.</param>
public sealed class DemoRehearsal(IServiceProvider services, TimeProvider clock, ILogger<DemoRehearsal> log) : BackgroundService
{
    private const string Office = "office", Panel = "panel-b";

    /// <summary>So long the end stays to be looked at.</summary>
    private static readonly TimeSpan Curtain = TimeSpan.FromSeconds(12);

    /// <summary>After so long it is tried again where the rehearsal had no file to be kept in.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    private static readonly RehearsalSettings Pace = new(Tempo.Fast, Chairs: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rehearsals = services.GetRequiredService<Rehearsals.Rehearsals>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        var ended = Channel.CreateUnbounded<string>();
        void Note(string id) => ended.Writer.TryWrite(id);
        rehearsals.Ended += Note;
        try
        {
            var playing = await Begun(rehearsals, Pace, stoppingToken);
            if (playing is not null) rehearsals.Set(Office, playing, Pace);
            await foreach (var id in ended.Reader.ReadAllAsync(stoppingToken))
            {
                if (id != playing) continue;
                await Task.Delay(Curtain, clock, stoppingToken);
                if (rehearsals.SettingsOf(id) is not { } set || !await IsWiped(rehearsals, id)) continue;
                playing = await Begun(rehearsals, set, stoppingToken);
            }
        }
        finally
        {
            rehearsals.Ended -= Note;
        }
    }

    /// <summary>The rehearsal, begun as soon as the disk takes it; null where there is nothing to rehearse.</summary>
    private async Task<string?> Begun(Rehearsals.Rehearsals rehearsals, RehearsalSettings set, CancellationToken ct)
    {
        while (true)
        {
            var begun = await rehearsals.Begin(Office, Panel, set);
            if (begun.Refusal?.Code != RefusalCode.NotStored) return begun.Id;
            await Task.Delay(Again, clock, ct);
        }
    }

    /// <summary>A file that does not go is no reason to end: the next rehearsal gets another.</summary>
    private async Task<bool> IsWiped(Rehearsals.Rehearsals rehearsals, string id)
    {
        try
        {
            return await rehearsals.Wipe(Office, id);
        }
        catch (Exception fault) when (Ledgers.IsOfTheFile(fault))
        {
            log.LogError(fault, "The file of {Rehearsal} could not be removed.", id);
            return true;
        }
    }
}
