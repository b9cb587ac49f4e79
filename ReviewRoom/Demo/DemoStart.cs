using ReviewRoom.Hosting;

namespace ReviewRoom.Demo;

/// <summary>Puts the demonstration into the program, where it was asked for and nowhere else.</summary>
public static class DemoStart
{
    /// <summary>After the people are opened and before the rooms are folded.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, HostChoices choices)
    {
        if (!choices.Demo) return;
        builder.Services.AddSingleton<DemoRecord>();
        builder.Services.AddHostedService<DemoWorld>();
    }
}
