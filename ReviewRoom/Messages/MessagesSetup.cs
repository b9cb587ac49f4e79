using ReviewRoom.Hosting;

namespace ReviewRoom.Messages;

/// <summary>Puts inbox, outbox and the mail into the program.</summary>
public static class MessagesSetup
{
    public static void AddMessages(this WebApplicationBuilder builder, HostChoices choices)
    {
        var services = builder.Services;
        var settings = choices.Mail ?? MailSettings.Of(builder.Configuration);
        services.AddSingleton(settings.Link is null && Uri.TryCreate(choices.Urls.Split(';')[0], UriKind.Absolute, out var at) ? settings with { Link = at } : settings);
        services.AddSingleton(_ => new MessageStore(choices.InData("messages.db")));
        services.AddSingleton<MessageRules>().AddSingleton<MessageWords>().AddSingleton<Inbox>().AddSingleton<MessagePost>().AddSingleton<Postman>();
        services.AddHostedService(made => made.GetRequiredService<MessagePost>());
        services.AddHostedService(made => made.GetRequiredService<Postman>());
    }
}
