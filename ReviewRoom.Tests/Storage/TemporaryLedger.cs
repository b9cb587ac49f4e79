using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Storage;

/// <summary>A real ledger file in a folder of its own, gone when the test is.</summary>
internal sealed class TemporaryLedger : IDisposable
{
    private readonly string folder;
    private readonly bool keepsFolder;

    public TemporaryLedger(string? folder = null, long largestPages = 0, int busySeconds = 1, bool keepsFolder = false)
    {
        this.keepsFolder = keepsFolder;
        this.folder = folder ?? Directory.CreateTempSubdirectory("ledger-").FullName;
        File = new LedgerFile(Path.Combine(this.folder, "ledger.db"), largestPages, busySeconds);
        (Writer, Reader, Bookmarks, Ledgers) = Opened();
    }

    public string Folder => folder;

    public LedgerFile File { get; private set; }

    public LedgerWriter Writer { get; private set; }

    public LedgerReader Reader { get; private set; }

    public Bookmarks Bookmarks { get; private set; }

    public Ledgers Ledgers { get; private set; }

    public Exporter Exporter => new(Reader);

    /// <summary>Closes the file and opens it as the program does at its start.</summary>
    public void Restart(long largestPages = 0)
    {
        Close();
        File = File with { LargestPages = largestPages };
        (Writer, Reader, Bookmarks, Ledgers) = Opened();
    }

    public void Close()
    {
        Ledgers.Dispose();
        Writer.Dispose();
        Bookmarks.Dispose();
        Reader.Dispose();
    }

    /// <summary>A connection of one's own, as somebody with a database tool has it.</summary>
    public SqliteConnection Tool()
    {
        var connection = new SqliteConnection($"Data Source={File.Path};Pooling=false;Default Timeout=1");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Close();
        if (!keepsFolder && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private (LedgerWriter, LedgerReader, Bookmarks, Ledgers) Opened()
    {
        var (writer, reader) = (new LedgerWriter(File, TimeProvider.System, NullLogger<LedgerWriter>.Instance), new LedgerReader(File));
        var bookmarks = new Bookmarks(File, reader, NullLogger<Bookmarks>.Instance);
        return (writer, reader, bookmarks, new Ledgers(File, new OpenLedger(reader, writer, bookmarks), TimeProvider.System, NullLogger<LedgerWriter>.Instance));
    }
}
