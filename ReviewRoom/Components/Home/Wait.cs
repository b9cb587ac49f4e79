using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Home;

/// <summary>What a wait is about: resource key <c>Wait.{kind}</c>.</summary>
public enum WaitKind
{
    Declare, Mark, Submit, SubmitLate, Discuss, Sign, AwaitOpening, AwaitReveal, AwaitOthers, Adjourned, AdjournedUntil, Withheld,
    Settle, SecondPerson, Opens, Reveals, Closes, ReadFeedback, ReleaseFeedback,
    PayAward, RecoverAward, Investigate, ProposeRevocation, ApproveRevocation, AwaitApproval, TakeBack, MidTerm, AwardExpires,
}

/// <summary>One line of "what waits for me".</summary>
/// <param name="Subject">Title of the dossier; absent where it is withheld.</param>
/// <param name="N">How many are left, where that is known.</param>
/// <param name="IsMine">The next step is this person's; otherwise he waits for others.</param>
public sealed partial record Wait(WaitKind Kind, string Room, string? Subject, string Link, int N, bool IsMine)
{
    /// <summary>When an adjourned meeting is to go on.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The dossier's deadline, where there is one.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What an expert's own dossiers ask of him; nothing of other people's sheets is in it.</summary>
    /// <param name="criteria">How many criteria the room's rubric has.</param>
    public static IEnumerable<Wait> OfExpert(RoomView room, int criteria) => room.Dossiers.Select(dossier => OfExpert(room, dossier, criteria)).OfType<Wait>();

    private static Wait? OfExpert(RoomView room, DossierView dossier, int criteria)
    {
        if (dossier is not { Phase: { } phase, Mine: { } mine }) return Line(WaitKind.Withheld, false);
        var left = criteria - mine.Marks.Count - mine.CannotJudge.Count;
        return phase switch
        {
            Phase.Signed => null,
            _ when !mine.Declared => Line(WaitKind.Declare, true),
            _ when room.Adjourned is { } sitting => Line(sitting.Until is null ? WaitKind.Adjourned : WaitKind.AdjournedUntil, false) with { Until = sitting.Until },
            Phase.Waiting => Line(WaitKind.AwaitOpening, false),
            Phase.Independent or Phase.Deliberation when !mine.Submitted && left > 0 => Line(WaitKind.Mark, true, left),
            Phase.Independent when !mine.Submitted => Line(WaitKind.Submit, true),
            Phase.Independent => Line(WaitKind.AwaitReveal, false),
            Phase.Deliberation when !mine.Submitted => Line(WaitKind.SubmitLate, true),
            Phase.Deliberation => Line(WaitKind.Discuss, true, dossier.Consensus?.Open.Length ?? 0),
            _ when mine is { Submitted: true, Signed: not true } => Line(WaitKind.Sign, true),
            _ => Line(WaitKind.AwaitOthers, false),
        };

        Wait Line(WaitKind kind, bool isMine, int n = 0) => new(kind, room.Title, dossier.Title, $"/room/{room.Id}?d={dossier.Id}", n, isMine) { Due = isMine ? dossier.Deadline : null };
    }

    /// <summary>What the office may do next: conflicts, second halves of two-person acts, dossiers that may be opened, revealed, closed.</summary>
    public static IEnumerable<Wait> OfOffice(RoomView room, string me) => room.Dossiers.Where(d => d.Phase is not null).SelectMany(d => OfOffice(room, d, me));

    private static IEnumerable<Wait> OfOffice(RoomView room, DossierView dossier, string me)
    {
        var open = (dossier.Conflicts ?? []).Where(c => c.State == ConflictState.Raised).ToArray();
        if (open.Count(c => c.Awaiting is not null && c.AwaitingBy != me) is var second && second > 0) yield return Line(WaitKind.SecondPerson, second);
        if (open.Count(c => c.Awaiting is null) is var raised && raised > 0) yield return Line(WaitKind.Settle, raised);
        if (dossier.Feedback is { ReleasedAt: null, Texts: > 0 } feedback)
            yield return Line(feedback.Read < feedback.Texts ? WaitKind.ReadFeedback : WaitKind.ReleaseFeedback, feedback.Texts - feedback.Read) with { Link = $"/rooms/{room.Id}/dossiers/{dossier.Id}/feedback" };
        var ready = Office.Readiness.Of(room, dossier);
        if (ready.Missing > 0) yield break;
        if (ready.Step == Office.Step.Open && ready.Checks.All(c => c.Ok)) yield return Line(WaitKind.Opens);
        if (ready.Step == Office.Step.Reveal && dossier.Progress is { Submitted: > 0 }) yield return Line(WaitKind.Reveals);
        if (ready.Step == Office.Step.Close) yield return Line(WaitKind.Closes);

        Wait Line(WaitKind kind, int n = 0) => new(kind, room.Title, dossier.Title, $"/office?d={room.Id}/{dossier.Id}", n, true) { Due = dossier.Deadline };
    }

    /// <summary>Two-person acts that stand half done.</summary>
    public static IEnumerable<Wait> OfSupervisor(RoomView room) =>
        room.Dossiers.Where(d => d.Conflicts is not null).Select(d => (Dossier: d, N: (d.Conflicts ?? []).Count(c => c.Awaiting is not null))).Where(d => d.N > 0)
            .Select(d => new Wait(WaitKind.SecondPerson, room.Title, d.Dossier.Title, $"/supervisor?room={room.Id}", d.N, false));
}
