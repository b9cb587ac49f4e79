namespace ReviewRoom.Messages;

/// <summary>The mail server, from the settings <c>Mail:…</c> (environment <c>Mail__Host</c> …). Without a host nothing is sent and the outbox keeps everything.</summary>
/// <param name="Tls">auto, none, starttls or tls.</param>
/// <param name="Link">Where the program is reached, for the links in e-mails; absent for where it listens.</param>
public sealed record MailSettings(string? Host, int Port, string From, string? User, string? Password, string Tls, Uri? Link)
{
    /// <summary>How often the outbox is looked through.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(15);

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public static MailSettings Of(IConfiguration settings)
    {
        var mail = settings.GetSection("Mail");
        return new MailSettings(
            mail["Host"], mail.GetValue("Port", 25), mail["From"] ?? "reviewroom@localhost", mail["User"], mail["Password"], (mail["Tls"] ?? "auto").ToLowerInvariant(),
            Uri.TryCreate(mail["Link"], UriKind.Absolute, out var link) ? link : null);
    }
}
