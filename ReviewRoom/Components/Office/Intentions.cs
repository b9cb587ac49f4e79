using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Office;

/// <summary>
/// One commandId per intention: pressing twice is one act. The same act on the same room within a moment has the same id,
/// and while its answer is awaited it is not asked again.
/// </summary>
public sealed class Intentions(TimeProvider clock)
{
    /// <summary>Two presses closer together than this are one intention.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Intention> known = new(StringComparer.Ordinal);

    private sealed record Intention(string CommandId, long Begun, bool Awaited);

    /// <summary>The id to ask with, or null where the same was just asked.</summary>
    public string? Begin(string stream, object act)
    {
        var key = KeyOf(stream, act);
        if (known.TryGetValue(key, out var same) && (same.Awaited || clock.GetElapsedTime(same.Begun) < Moment)) return null;
        var id = Guid.NewGuid().ToString("N");
        known[key] = new Intention(id, clock.GetTimestamp(), Awaited: true);
        return id;
    }

    public void Answered(string stream, object act)
    {
        var key = KeyOf(stream, act);
        if (known.TryGetValue(key, out var asked)) known[key] = asked with { Awaited = false };
    }

    /// <summary>Two deadlines set by the same press differ only in their time: the kind and the dossier tell the intention.</summary>
    private static string KeyOf(string stream, object act) => act switch
    {
        SetDeadline deadline => $"{stream} deadline {deadline.Dossier}",
        Domain.Sessions.SessionAct of => $"{stream} {System.Text.Encoding.UTF8.GetString(Canonical.Bytes(of))}",
        Domain.Applications.ApplicationAct of => $"{stream} {System.Text.Encoding.UTF8.GetString(Canonical.Bytes(of))}",
        RoomAct of => $"{stream} {System.Text.Encoding.UTF8.GetString(Canonical.Bytes(of))}",
        _ => $"{stream} {act}",
    };
}
