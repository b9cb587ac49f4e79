using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Rooms;

/// <summary>A state of agreement that is over and still shown: the better one has stood since a moment that is less than <see cref="Room.Calm"/> ago.</summary>
/// <param name="Since">When the item's state last changed.</param>
public sealed record Hold(Agreement Worse, DateTimeOffset Since)
{
    public DateTimeOffset Until => Since + Room.Calm;
}

// No flicker (room.md 5): an item that gets worse is shown so at once, one that gets better once that has stood for five seconds.
// Only what is drawn waits; what decides (closing an item, consensus, closing the dossier, the minutes) takes the state of the marks as they are.
public sealed partial record Room
{
    /// <summary>How long a better state must stand before it is shown.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    /// <summary>When the next held state is over; null where none is held.</summary>
    public DateTimeOffset? CalmAt => Dossiers.SelectMany(d => d.Holds.Values).Select(h => (DateTimeOffset?)h.Until).Min();

    /// <summary>The room at this moment: held states whose time is over are let go. Not an act, not recorded; whoever holds the room live tells it the time.</summary>
    public Room Calmed(DateTimeOffset now)
    {
        var calm = this;
        for (var i = 0; i < Dossiers.Length; i++)
            if (Dossiers[i].Holds.Values.Any(h => h.Until <= now))
                calm = calm with { Dossiers = calm.Dossiers.SetItem(i, Dossiers[i] with { Holds = Dossiers[i].Holds.RemoveRange(Dossiers[i].Holds.Where(h => h.Value.Until <= now).Select(h => h.Key)) }) };
        return calm;
    }

    /// <summary>
    /// A revision may begin or end a hold. Where sheets come or go all holds of the dossier end: a state that a sheet voided since had a part in
    /// must not be shown to one who came to the table later.
    /// </summary>
    private Room WithHolds(Room before, RoomEvent happened, Stamp stamp)
    {
        if (happened is not DossierEvent about || before.Find(about.Dossier) is not { IsRevealed: true } was || Find(about.Dossier) is not { } now) return this;
        if (now.Holds.IsEmpty && happened is not Revised) return this;
        var holds = !before.TallyOf(was).Counted.SequenceEqual(TallyOf(now).Counted) ? now.Holds.Clear()
            : happened is Revised revised ? Held(before.TallyOf(was), TallyOf(now), now.Holds, revised.Criterion, stamp) : now.Holds;
        return ReferenceEquals(holds, now.Holds) ? this : With(about.Dossier, d => d with { Holds = holds });
    }

    private ImmutableSortedDictionary<string, Hold> Held(Tally before, Tally now, ImmutableSortedDictionary<string, Hold> holds, string criterion, Stamp stamp)
    {
        var place = Rubric.PlaceOf(criterion);
        var (was, state) = (before.Items[place].State, now.Items[place].State);
        if (was == state) return holds;
        var shown = holds.GetValueOrDefault(criterion) is { } hold && hold.Until > stamp.At ? hold.Worse : was;
        return state < shown ? holds.SetItem(criterion, new Hold(shown.GetValueOrDefault(), stamp.At)) : holds.Remove(criterion);
    }
}
