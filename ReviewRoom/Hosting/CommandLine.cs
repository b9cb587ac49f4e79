using System.CommandLine;
using ReviewRoom.Storage;

namespace ReviewRoom.Hosting;

/// <summary>The command line, read: either a server to run, or something that ends by itself (verify, help, version, a mistake).</summary>
public sealed class CommandLine
{
    private readonly ParseResult _parsed;

    private CommandLine(ParseResult parsed, HostChoices? choices)
    {
        _parsed = parsed;
        Choices = choices;
    }

    /// <summary>The server to run; null where the command line asks for something else.</summary>
    public HostChoices? Choices { get; }

    /// <summary>Does what ends by itself and gives the exit code.</summary>
    public Task<int> Finish() => _parsed.InvokeAsync();

    /// <summary>Reads the words in whatever order they come.</summary>
    public static CommandLine Read(string[] args)
    {
        var demo = new Option<bool>("--demo") { Description = "Run the demonstration: its own people, rooms and data folder." };
        var lan = new Option<bool>("--lan") { Description = "Serve HTTPS to the local network with a certificate made on first use." };
        var urls = new Option<string>("--urls") { Description = $"Where to listen. Default: {HostChoices.UsualUrl}" };
        var data = new Option<string>("--data") { Description = "The data folder. Default: a folder of the user who runs the program." };
        var root = new RootCommand("ReviewRoom: live review panels of the Yangquan quality award.") { demo, lan, urls, data, Verify() };
        root.SetAction(_ => 0);

        var parsed = root.Parse(args);
        var runs = parsed.Errors.Count == 0 && parsed.CommandResult.Command == root && parsed.Action == root.Action;
        return new CommandLine(parsed, runs ? Chosen(parsed.GetValue(demo), parsed.GetValue(lan), parsed.GetValue(urls), parsed.GetValue(data)) : null);
    }

    private static HostChoices Chosen(bool demo, bool lan, string? urls, string? data) =>
        new(Path.GetFullPath(data ?? HostChoices.UsualDataFolder(demo)))
        {
            Urls = urls ?? (lan ? HostChoices.UsualLanUrl : HostChoices.UsualUrl),
            Demo = demo,
            DemoRehearsal = demo,
            Lan = lan,
        };

    private static Command Verify()
    {
        var file = new Argument<string>("export.jsonl") { Description = "An exported ledger." };
        var verify = new Command("verify", "Check the chain of an exported ledger and name the first entry that is wrong.") { file };
        verify.SetAction(parsed => VerifyCommand.Run(parsed.GetRequiredValue(file), Console.Out));
        return verify;
    }
}
