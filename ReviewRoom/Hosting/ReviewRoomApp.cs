using Microsoft.Extensions.Configuration.Memory;
using ReviewRoom.Api;
using ReviewRoom.Demo;
using ReviewRoom.Identity;
using ReviewRoom.Intake;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Messages;
using ReviewRoom.Objections;
using ReviewRoom.Rehearsals;
using ReviewRoom.Storage;

namespace ReviewRoom.Hosting;

/// <summary>One whole server. It keeps nothing global: a process may run as many as it likes, each on its own data folder.</summary>
public static class ReviewRoomApp
{
    /// <summary>Builds a server that is ready to start. Databases are opened and people read when it starts, before it listens.</summary>
    public static WebApplication Build(HostChoices choices)
    {
        var folder = DataFolder.Hold(choices);
        var builder = NewBuilder(choices);

        // What each area needs. Hosted services start in this order, before the first request, and end in the opposite one.
        builder.Services.AddHostedService(_ => folder);
        builder.AddPeople(choices);
        builder.Services.AddLedger(choices.DataFolder);
        builder.Services.AddSingleton(_ => new DossierTexts(choices.InData("dossiers.db")));
        builder.Services.AddSingleton(_ => new FileStore(choices.InData("files")));
        builder.AddObjections(choices);
        builder.AddDemo(choices);
        builder.Services.AddHostedService<RoomsStart>();
        builder.Services.AddHostedService<RegulationStart>();
        builder.Services.AddHostedService<RegisterWatch>();
        builder.Services.AddHostedService<AttendanceWatch>();
        builder.Services.AddHostedService<SessionClock>();
        builder.AddMessages(choices);
        builder.AddRehearsals(choices);
        builder.AddBoards(choices);
        builder.AddApi();
        builder.AddPages();
        builder.Services.AddHostedService<StartNotes>();

        var app = builder.Build();

        // What every request passes.
        app.UseProblemPages();
        app.UseRouting();
        app.UseSecurityHeaders(choices);
        app.UseRequestLocalization();
        app.UseOriginCheck();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseObjectionLimits();
        app.UseAntiforgery();

        // What can be asked for.
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPreferences();
        app.MapPeople();
        app.MapBoards();
        app.MapApi();
        app.MapRegisterTemplates();
        app.MapObjections();
        app.MapPages();
        return app;
    }

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        // Keys lie as they are in the data folder, which only its owner may read; the README says so.
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",

        // Would add an endpoint for files that no manifest names.
        ["ReloadStaticAssetsAtRuntime"] = "false",
    };

    private static WebApplicationBuilder NewBuilder(HostChoices choices)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // The program's own folder, wherever it is started from.
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(ReviewRoomApp).Assembly.GetName().Name,
            Args = [$"--urls={choices.Urls}"],
        });

        // Quiet unless somebody asks for more in the environment (Logging__LogLevel__Microsoft=Information).
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });

        // Development turns this on by itself; a build started otherwise needs it, a published one ignores it.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (choices.Lan) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = LanCertificate.In(choices));
        });

        builder.Services.AddSingleton(choices);
        builder.Services.AddSingleton(choices.Time);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        return builder;
    }
}
