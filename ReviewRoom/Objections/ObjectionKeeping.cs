using ReviewRoom.Live;

namespace ReviewRoom.Objections;

/// <summary>How long the names of objectors are kept after an objection is settled, and their deletion when that is over.</summary>
public sealed class ObjectionKeeping(ObjectionStore store, LiveSessions sessions, TimeProvider clock, IConfiguration settings)
{
    public const int UsualDays = 180;

    /// <summary>What is in the store but never came into the ledger goes after so long.</summary>
    public static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    /// <summary>The setting <c>Objections:KeepDays</c>.</summary>
    public TimeSpan For { get; } = TimeSpan.FromDays(settings.GetValue<int?>("Objections:KeepDays") is { } days and > 0 and <= 3650 ? days : UsualDays);

    /// <summary>Deletes what is due now.</summary>
    public void Clear()
    {
        var now = clock.GetUtcNow();
        foreach (var one in store.Standing())
        {
            var status = sessions.Objection(one.Session, one.Receipt);
            if (status is null && one.KeptAt + Unfinished <= now) store.Drop(one.Receipt);
            else if (status?.SettledAt is { } settled && settled + For <= now) store.Forget(one.Receipt);
        }
    }
}
