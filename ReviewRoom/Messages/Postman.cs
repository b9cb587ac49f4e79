using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Localization;
using MimeKit;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using ReviewRoom.Resources;

namespace ReviewRoom.Messages;

/// <summary>
/// Sends what waits in the outbox, each message once. What it is about to send it marks before, so that after an end in the middle it goes again and says that it may be the second.
/// What cannot be sent is tried again with growing pauses.
/// </summary>
/// <param name="services">Streams are folded when this starts, not when it is made: what fills the ledger first has run by then.</param>
public sealed class Postman(IServiceProvider services, MessageStore store, MailSettings mail, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private readonly SemaphoreSlim round = new(1, 1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Before the second try, the third …; after the last one the office decides.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!mail.IsOn) return;
        try
        {
            while (true)
            {
                try
                {
                    await Round(stoppingToken);
                }
                catch (Exception fault) when (fault is Microsoft.Data.Sqlite.SqliteException or InvalidOperationException or FormatException)
                {
                    log.LogError(fault, "The outbox could not be worked through; it is looked at again.");
                }
                await Task.Delay(mail.Every, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    /// <summary>Sends what is due by now. What the program itself writes is Chinese, wherever it runs.</summary>
    internal async Task Round(CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        await round.WaitAsync(ct);
        try
        {
            await SendDue(ct);
        }
        finally
        {
            round.Release();
        }
    }

    public override void Dispose()
    {
        round.Dispose();
        base.Dispose();
    }

    private async Task SendDue(CancellationToken ct)
    {
        var (words, people) = (services.GetRequiredService<MessageWords>(), services.GetRequiredService<PeopleDirectory>());
        foreach (var message in store.Due(clock.GetUtcNow(), 50))
        {
            ct.ThrowIfCancellationRequested();
            if (people.Find(message.Person) is not { } person || words.Of(person.Id, message.Draft) is not { IsOver: false } said) store.Mark(message, MailState.Unneeded, message.Attempts, default, null, null);
            else if (people.EmailOf(person.Id) is not { } address) store.Mark(message, MailState.NoAddress, message.Attempts, default, null, null);
            else await Send(message, person, address, said, ct);
        }
    }

    private async Task Send(Message message, Person person, string address, MessageText said, CancellationToken ct)
    {
        var attempts = message.Attempts + 1;
        store.Mark(message, MailState.Sending, attempts, default, message.Error, null);
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(mail.Host ?? "", mail.Port, mail.Tls switch { "none" => SecureSocketOptions.None, "tls" => SecureSocketOptions.SslOnConnect, "starttls" => SecureSocketOptions.StartTls, _ => SecureSocketOptions.Auto }, ct);
            if (mail.User is { Length: > 0 } user) await client.AuthenticateAsync(user, mail.Password ?? "", ct);
            using var letter = Letter(message, person, address, said);
            await client.SendAsync(letter, ct);
            store.Mark(message, MailState.Sent, attempts, default, null, clock.GetUtcNow());
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or TimeoutException or NotSupportedException or ParseException)
        {
            // After it is noted as sent only the farewell can fail.
            if (store.Find(message.Number) is { Mail: MailState.Sent }) return;
            log.LogWarning(fault, "An e-mail could not be sent.");
            var pause = attempts <= Pauses.Count ? Pauses[attempts - 1] : (TimeSpan?)null;
            store.Mark(message, pause is null ? MailState.Failed : MailState.Waiting, attempts, clock.GetUtcNow() + (pause ?? default), ErrorOf(fault), null);
        }
    }

    /// <summary>Its id is the same at every try, so that a mailbox can tell a second one.</summary>
    private MimeMessage Letter(Message message, Person person, string address, MessageText said)
    {
        var text = services.GetRequiredService<IStringLocalizer<PostText>>();
        var letter = new MimeMessage { Subject = text["Mail.Subject", said.Subject], Date = message.At, MessageId = $"{Canonical.Hash(Canonical.Bytes(new[] { message.Person, message.Matter }))[..32]}@reviewroom" };
        letter.From.Add(new MailboxAddress(text["Mail.From"], mail.From));
        letter.To.Add(new MailboxAddress(person.Name, address));
        var body = text["Mail.Body", person.Name, said.Text, mail.Link is { } at ? new Uri(at, said.Link) : said.Link].Value;
        letter.Body = new TextPart("plain") { Text = message.IsDoubtful ? $"{body}\n\n{text["Mail.Doubtful"].Value}" : body };
        return letter;
    }

    /// <summary>Resource key <c>Error.{…}</c>, and after a bar what the server said.</summary>
    private static string ErrorOf(Exception fault) => fault switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => $"Address|{refused.Message}",
        CommandException or ParseException => $"Refused|{fault.Message}",
        AuthenticationException or ServiceNotAuthenticatedException => "SignIn|",
        SslHandshakeException or NotSupportedException => "Tls|",
        TimeoutException => "Slow|",
        SocketException => "Unreachable|",
        _ => "Broken|",
    };
}
