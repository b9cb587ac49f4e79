using Microsoft.Data.Sqlite;

namespace ReviewRoom.Storage;

/// <summary>Where the ledger lies. Its file is opened for writing by <see cref="LedgerWriter"/> alone.</summary>
/// <param name="Path">Path of <c>ledger.db</c>; the folder exists.</param>
/// <param name="LargestPages">The file never grows beyond this many pages of 4 KiB; 0 for no limit but the disk.</param>
/// <param name="BusySeconds">How long a commit waits for another program that holds the file, before the acts are refused.</param>
public sealed record LedgerFile(string Path, long LargestPages = 0, int BusySeconds = 2)
{
    public string ForWriting => new SqliteConnectionStringBuilder
    {
        DataSource = Path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = BusySeconds,
    }.ToString();

    /// <summary>Not pooled: <see cref="LedgerReader"/> keeps its connections itself, with their prepared statements.</summary>
    public string ForReading => new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
}
