using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;
using ReviewRoom.Components;
using ReviewRoom.Components.Layout;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Intake;

namespace ReviewRoom.Hosting;

/// <summary>The pages: Blazor Server circuits, their limits, and the languages.</summary>
public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(Circuits).AddHubOptions(hub =>
        {
            // The longest comment with its JSON around it; anything larger is not typing.
            hub.MaximumReceiveMessageSize = 256 * 1024;
            hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
        });
        builder.Services.AddMudServices();
        builder.Services.AddSingleton<MudThemeOfTokens>();
        builder.Services.AddSingleton<Components.Setup.ShippedRubrics>();
        builder.Services.AddScoped<Components.Setup.DraftsInBrowser>();
        builder.Services.AddSingleton(_ => new Identification(RegisterJson.NameParts(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "scheme", "name-parts.json")))));
        builder.Services.AddSingleton<Simulation.Presets>();
        builder.Services.AddScoped<Announcer>();
        // Chinese as itself in the markup, not as numbered entities four times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(Languages);
    }

    public static void MapPages(this WebApplication app) =>
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(server =>
            {
                // Costs 230-280 KiB per circuit outside the heap and buys little with batches of 350 bytes.
                server.DisableWebSocketCompression = true;
                // The policy of every answer says it already.
                server.ContentSecurityFrameAncestorsPolicy = null;
            })
            .RequireAuthorization();

    private static void Circuits(CircuitOptions circuits)
    {
        // 100 by default: of 300 circuits that drop together 205 would be lost.
        circuits.DisconnectedCircuitMaxRetained = 2000;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(15);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 20;
    }

    private static void Languages(RequestLocalizationOptions languages)
    {
        var known = Preferences.Languages.Select(CultureInfo.GetCultureInfo).ToList();
        languages.DefaultRequestCulture = new RequestCulture(known[0]);
        languages.SupportedCultures = known;
        languages.SupportedUICultures = known;
        languages.RequestCultureProviders = [new CookieRequestCultureProvider()];
    }
}
