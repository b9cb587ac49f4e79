using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Rehearsals;

/// <summary>What somebody in a rehearsal does next.</summary>
/// <param name="Pause">How long he is busy with it at the pace of a real meeting, before he does anything else.</param>
internal sealed record Move(RoomAct Act, TimeSpan Pause)
{
    public static Move Of(RoomAct act, int seconds) => new(act, TimeSpan.FromSeconds(seconds));
}
