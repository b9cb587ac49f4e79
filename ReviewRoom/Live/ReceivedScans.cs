using System.Collections.Concurrent;

namespace ReviewRoom.Live;

/// <summary>
/// Scans of paper sheets that came in by the form of a paper sheet, by room. Only such a file can be named as a scan: every other one that is kept,
/// of whatever dossier, would else be open to whoever knows its hash. Kept in memory: after a restart the scan is chosen anew.
/// </summary>
public sealed class ReceivedScans
{
    private readonly ConcurrentDictionary<(string Room, string Hash), bool> received = new();

    /// <summary>This file has just been brought in as a scan for this room.</summary>
    public void Note(string roomId, string hash) => received[(roomId, hash)] = true;

    public bool Has(string roomId, string hash) => received.ContainsKey((roomId, hash));
}
