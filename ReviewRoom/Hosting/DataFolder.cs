namespace ReviewRoom.Hosting;

/// <summary>The data folder cannot be used; the message says why, for the person who started the program.</summary>
public sealed class DataFolderException : Exception
{
    public DataFolderException() { }
    public DataFolderException(string message) : base(message) { }
    public DataFolderException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>
/// The data folder of a running server: readable by its owner only, held by one program at a time (the ledger has one writer),
/// and for ever either real work or a demonstration.
/// </summary>
public sealed class DataFolder : IHostedService, IDisposable
{
    private const string Real = "real", Demonstration = "demo";
    private readonly FileStream _hold;

    private DataFolder(FileStream hold) => _hold = hold;

    /// <summary>Makes the folder if it is not there and holds it.</summary>
    public static DataFolder Hold(HostChoices choices)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(choices.DataFolder);
        else Directory.CreateDirectory(choices.DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var folder = new DataFolder(Held(choices));
        var (kind, other) = choices.Demo ? (Demonstration, Real) : (Real, Demonstration);
        var mark = choices.InData("kind");
        if (File.Exists(mark) && File.ReadAllText(mark).Trim() == other)
        {
            folder.Dispose();
            throw new DataFolderException($"{choices.DataFolder} holds {(choices.Demo ? "real work" : "a demonstration")}. Choose another folder with --data.");
        }

        File.WriteAllText(mark, kind);
        return folder;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _hold.Dispose();

    // The system lets go of the file when the program ends, however it ends.
    private static FileStream Held(HostChoices choices)
    {
        try
        {
            return new FileStream(choices.InData("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new DataFolderException($"{choices.DataFolder} is in use by another ReviewRoom.", fault);
        }
    }
}
