using ReviewRoom.Archives;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Letters;

/// <summary>Puts the official papers into the program.</summary>
public static class LettersSetup
{
    public static void AddLetters(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShippedTemplates>();
        builder.Services.AddSingleton<ArchiveSources>();
        builder.Services.AddSingleton<SessionArchive>();
        builder.Services.AddSingleton(made => new LettersDesk(
            made.GetRequiredService<LiveSessions>(), made.GetRequiredService<LivePapers>(), made.GetRequiredService<LiveRegulations>(), made.GetRequiredService<LiveAwards>(), made.GetRequiredService<PeopleDirectory>())
        {
            Shipped = made.GetRequiredService<ShippedTemplates>(),
            Applications = made.GetRequiredService<LiveApplications>(),
            Clock = made.GetRequiredService<TimeProvider>(),
        });
    }
}
