namespace ReviewRoom.Storage;

/// <summary>Puts the ledger into the program.</summary>
public static class Storing
{
    /// <param name="folder">The data folder; made if it is not there.</param>
    public static IServiceCollection AddLedger(this IServiceCollection services, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = new LedgerFile(Path.Combine(folder, "ledger.db"));
        services.AddSingleton(file);
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<Bookmarks>();
        services.AddSingleton(made => new OpenLedger(made.GetRequiredService<LedgerReader>(), made.GetRequiredService<LedgerWriter>(), made.GetRequiredService<Bookmarks>()));
        services.AddSingleton<Ledgers>();
        services.AddSingleton<Exporter>();
        services.AddSingleton<Live.Qualifications>();
        services.AddSingleton<Live.LiveRooms>();
        services.AddSingleton<Live.LiveConduct>();
        services.AddSingleton<Live.LiveRegisters>();
        services.AddSingleton<Live.AnnouncementGrounds>();
        services.AddSingleton<Live.LiveSessions>();
        services.AddSingleton<Live.LiveAwards>();
        services.AddSingleton<Live.LiveRegulations>();
        services.AddSingleton<Live.LivePapers>();
        services.AddSingleton<Live.ApplicationSurroundings>();
        services.AddSingleton<Live.LiveApplications>();
        services.AddSingleton<Live.SessionHomes>();
        return services;
    }
}
