using System.Globalization;
using System.Threading.Channels;
using ReviewRoom.Rehearsals;

namespace ReviewRoom.Demo;

/// <summary>
/// The rehearsal of the demonstration: chaired by itself, played while somebody looks, and wiped and begun again a while after its end. One that the visitor wipes stays gone.
/// </summary>
/// <param name="services">Rooms are folded when this starts, not when it is made.</param>
public sealed class DemoRehearsal(IServiceProvider services, TimeProvider clock) : BackgroundService
{
    private const string Office = "office", Panel = "panel-b";

    /// <summary>So long the end stays to be looked at.</summary>
    private static readonly TimeSpan Curtain = TimeSpan.FromSeconds(12);

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
            var playing = (await rehearsals.Begin(Office, Panel, Pace)).Id;
            if (playing is not null) rehearsals.Set(Office, playing, Pace);
            await foreach (var id in ended.Reader.ReadAllAsync(stoppingToken))
            {
                if (id != playing) continue;
                await Task.Delay(Curtain, clock, stoppingToken);
                if (rehearsals.SettingsOf(id) is not { } set || !await rehearsals.Wipe(Office, id)) continue;
                playing = (await rehearsals.Begin(Office, Panel, set)).Id;
            }
        }
        finally
        {
            rehearsals.Ended -= Note;
        }
    }
}
