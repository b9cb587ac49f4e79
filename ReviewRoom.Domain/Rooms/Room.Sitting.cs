using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Rooms;

/// <summary>One sitting of a meeting: from the first opening, or a resumption, to the adjournment.</summary>
/// <param name="To">Absent while it goes on.</param>
/// <param name="Reason">Why it was adjourned.</param>
/// <param name="Until">When the meeting was to go on, where that was said.</param>
public sealed record Sitting(DateTimeOffset From, DateTimeOffset? To = null, string? Reason = null, DateTimeOffset? Until = null);

// A meeting adjourned and resumed on another day (休会、复会): nothing is scored, revealed or signed in between, drafts stay as they are.
public sealed partial record Room
{
    /// <summary>The sittings so far, oldest first; none before the first opening.</summary>
    public ImmutableArray<Sitting> Sittings { get; init; } = [];

    /// <summary>The sitting that was adjourned, while the meeting is.</summary>
    public Sitting? Adjourned => Sittings is [.., { To: not null } last] ? last : null;

    /// <summary>What may be done between two sittings: conflicts of interest, and the office's own affairs.</summary>
    private static bool WaitsForResumption(RoomAct act) => act is not (
        Resume or Rooms.Declare or RaiseConflict or ConfirmConflict or DismissConflict or ContestConflict or Disclose or ReplaceSeat or AppointDeputy or Feedback.FeedbackAct or Feedback.TakeApproval or NoteSeat or NoteRestart);

    private Outcome<RoomEvent> DecideAdjourn(Adjourn act, Asking asking)
    {
        if (Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if (act.Until <= asking.At) return Refusal.Malformed("until");
        return Sittings.IsEmpty ? RefusalCode.NotSitting : new MeetingAdjourned(act.Reason.Trim(), act.Until?.ToUniversalTime());
    }

    private Outcome<RoomEvent> DecideResume() => Adjourned is null ? RefusalCode.NotAdjourned : new MeetingResumed();

    private Room Begun(Opened e, Stamp stamp) =>
        With(e.Dossier, d => OnDossier(d, e, stamp)) with { Sittings = Sittings.IsEmpty ? [new Sitting(stamp.At)] : Sittings, FirstOpenedAt = FirstOpenedAt ?? stamp.At };

    /// <summary>Deadlines were set for today's sitting: they end with it, and what was left of them is kept to be offered anew. So does everybody's time at the table.</summary>
    private Room Ended(MeetingAdjourned e, Stamp stamp) => this with
    {
        Sittings = Sittings.SetItem(Sittings.Length - 1, Sittings[^1] with { To = stamp.At, Reason = e.Reason, Until = e.Until }),
        Dossiers = [.. Dossiers.Select(d => d.Deadline is null ? d : d with { Deadline = null, DeadlineLeft = d.Deadline > stamp.At ? d.Deadline - stamp.At : null })],
        Focus = null,
        Attended = Attended.ToImmutableDictionary(a => a.Key, a => a.Value is [.., var last] ? a.Value.SetItem(a.Value.Length - 1, AtTheEnd(last, stamp.At)) : a.Value),
    };

    /// <summary>Who was away when the sitting ended cannot leave it any more: he did not leave early.</summary>
    private static Spell AtTheEnd(Spell spell, DateTimeOffset at) => spell switch
    {
        { To: null } => spell with { To = at, End = SpellEnd.Left },
        { End: SpellEnd.Away } => spell with { End = SpellEnd.Left },
        _ => spell,
    };
}
