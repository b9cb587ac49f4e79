using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace ReviewRoom.Tests.Messages;

/// <summary>A mail server on a free port of this machine that keeps what it is given, or declines.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Channel<string> mails = Channel.CreateUnbounded<string>();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Answer to RCPT TO.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Mails there are, without waiting.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            var taken = new List<string>();
            while (mails.Reader.TryRead(out var mail)) taken.Add(mail);
            return taken;
        }
    }

    /// <summary>The next mail, as it came over the line.</summary>
    public async Task<string> Next() => await mails.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        try
        {
            await serving;
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // Stopped.
        }
        over.Dispose();
    }

    private async Task Serve()
    {
        while (!over.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(over.Token);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(over.Token) is { } line)
            {
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (word == "DATA") await Take(reader, writer);
                else await writer.WriteLineAsync(word switch { "EHLO" or "HELO" => "250 test", "RCPT" => Recipient, "QUIT" => "221 bye", _ => "250 ok" });
                if (word == "QUIT") break;
            }
        }
    }

    private async Task Take(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(over.Token) is { } line && line != ".") mail.Append(line).Append("\r\n");
        mails.Writer.TryWrite(mail.ToString());
        await writer.WriteLineAsync("250 taken");
    }
}
