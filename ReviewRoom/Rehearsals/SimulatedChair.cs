using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Rehearsals;

/// <summary>The office's own acts, where nobody chairs: opens one dossier after another, reveals once all sheets are in, closes what is settled.</summary>
/// <param name="early">Gives the reason where a suspended seat's sheet will not come.</param>
internal sealed class SimulatedChair(Func<string> early)
{
    /// <summary>The next act on what a member of the office sees; null where there is nothing to do but wait.</summary>
    public Move? Next(RoomView room)
    {
        var open = room.Dossiers.Where(d => d.Phase is not null && room.StopOf(d) is null).ToArray();
        foreach (var dossier in open)
            if (Of(dossier) is { } move) return move;
        if (open.FirstOrDefault(d => d.Phase is Phase.Independent or Phase.Deliberation) is { } floor && room.Focus != floor.Id) return Move.Of(new SetFocus(floor.Id), 1);
        return open.All(d => d.Phase != Phase.Independent) && open.FirstOrDefault(d => d.Phase == Phase.Waiting) is { } next ? Move.Of(new Open(next.Id), 4) : null;
    }

    private Move? Of(DossierView dossier) => dossier switch
    {
        { Phase: Phase.Independent, Progress: { Submitted: > 0 } sheets } when sheets.Submitted == sheets.Eligible => Move.Of(new Reveal(dossier.Id, sheets.Suspended > 0 ? early() : null), 6),
        { Phase: Phase.Deliberation, Progress: { Suspended: 0 } sheets, Consensus.Reached: true } when sheets.Submitted == sheets.Eligible => Move.Of(new Close(dossier.Id), 4),
        _ => null,
    };
}
