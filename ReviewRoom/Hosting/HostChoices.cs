namespace ReviewRoom.Hosting;

/// <summary>What was chosen for one running server: where it listens, where it keeps its files, and whether it is a demonstration.</summary>
/// <param name="DataFolder">The folder of the databases, the keys and the certificate. A demonstration never shares it with real work.</param>
public sealed record HostChoices(string DataFolder)
{
    public const string UsualUrl = "http://localhost:5080";
    public const string UsualLanUrl = "https://0.0.0.0:5443";

    public string Urls { get; init; } = UsualUrl;

    /// <summary>Two panels, people and marks to try out; never on by default.</summary>
    public bool Demo { get; init; }

    /// <summary>In the demonstration a rehearsal plays by itself while somebody looks.</summary>
    public bool DemoRehearsal { get; init; }

    /// <summary>HTTPS for the machines of the local network, with a certificate made here.</summary>
    public bool Lan { get; init; }

    /// <summary>The mail server; absent for the one of the settings.</summary>
    public Messages.MailSettings? Mail { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the notes for the person who started the program go: address, data folder, the one-time link.</summary>
    public TextWriter Console { get; init; } = System.Console.Out;

    /// <summary>The folder used when none is named.</summary>
    public static string UsualDataFolder(bool demo) => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        demo ? "ReviewRoom-demo" : "ReviewRoom");

    /// <summary>A file of the data folder.</summary>
    public string InData(string name) => Path.Combine(DataFolder, name);
}
