using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Office;

public enum CheckKind { Declarations, Panel, Sheets, Conflicts, Items, Signatures, Frozen, Calibration, Adjourned }

/// <summary>One thing to look at before the next step, and whether it is in order.</summary>
/// <param name="Blocks">Not in order and the step cannot be taken (without a reason).</param>
/// <param name="N">How many are there; <paramref name="Of"/> how many there should be.</param>
/// <param name="Seats">Letters of the seats concerned.</param>
public sealed record Check(CheckKind Kind, bool Ok, bool Blocks, int N, int Of, ImmutableArray<string> Seats);

public enum Step { None, Open, Reveal, Close }

/// <summary>The next step of a dossier, what has to be in order before it, and what is missing (room.md 2 and 9).</summary>
/// <param name="Missing">How many things are still missing for the step; 0: it may be taken.</param>
/// <param name="MayHurry">The step may be taken all the same, with a reason that is recorded.</param>
public sealed record Readiness(Step Step, ImmutableArray<Check> Checks, int Missing, bool MayHurry)
{
    public bool IsFrozen => Checks.Any(c => c.Kind is CheckKind.Frozen or CheckKind.Adjourned);

    /// <summary>What stops everything: Frozen or Adjourned.</summary>
    public CheckKind? Stop => Checks.Where(c => c.Kind is CheckKind.Frozen or CheckKind.Adjourned).Select(c => (CheckKind?)c.Kind).FirstOrDefault();

    public IEnumerable<string> MissingSeats => Checks.Where(c => c.Kind == CheckKind.Sheets).SelectMany(c => c.Seats);

    public static Readiness Of(RoomView room, DossierView dossier)
    {
        var line = SeatLine.Of(room, dossier);
        var progress = dossier.Progress ?? new ProgressView(0, 0, 0, 0, 0, room.Settings.Minimum);
        var frozen = room.StopOf(dossier) is null ? null : new Check(room.Adjourned is null ? CheckKind.Frozen : CheckKind.Adjourned, false, true, 0, 0, []);
        var step = dossier.Phase switch
        {
            Phase.Waiting => Step.Open,
            Phase.Independent => Step.Reveal,
            Phase.Deliberation => Step.Close,
            _ => Step.None,
        };
        ImmutableArray<Check> checks = [.. frozen is null ? [] : (Check[])[frozen], .. ChecksOf(dossier, line, progress), .. Calibrations(room, dossier)];
        var missing = checks.Where(c => c.Blocks).Sum(c => c.Kind is CheckKind.Frozen or CheckKind.Adjourned ? 1 : Math.Max(1, c.Of - c.N));
        return new Readiness(step, checks, missing, step == Step.Reveal && frozen is null && progress.Submitted > 0);
    }

    private static IEnumerable<Check> ChecksOf(DossierView dossier, SeatLine line, ProgressView progress)
    {
        if (dossier.Phase is Phase.Waiting or Phase.Independent) yield return Declarations(line);
        if (dossier.Phase <= Phase.Deliberation) yield return new Check(CheckKind.Panel, progress.Eligible >= progress.Minimum, false, progress.Eligible, progress.Minimum, []);
        if (dossier.Phase is Phase.Independent or Phase.Deliberation) yield return Sheets(line, progress);
        if (dossier.Phase == Phase.Deliberation && dossier is { Consensus: { } consensus, Items: { } items })
            yield return new Check(CheckKind.Items, consensus.Open.IsEmpty, !consensus.Open.IsEmpty, items.Length - consensus.Open.Length, items.Length, []);
        if (dossier.Phase is Phase.Closed or Phase.Signed) yield return Signatures(line);
        if (dossier.Phase < Phase.Signed && Conflicts(dossier) is { Ok: false } open) yield return open;
    }

    /// <summary>Advice, not a bar: a seat without its declaration may still sign it after the opening, and marks nothing before.</summary>
    private static Check Declarations(SeatLine line)
    {
        var asked = line.Seats.Where(s => s.State is not (SeatState.Recused or SeatState.Absent or SeatState.Suspended)).ToArray();
        ImmutableArray<string> missing = [.. asked.Where(s => !s.Declared).Select(s => s.Seat)];
        return new Check(CheckKind.Declarations, missing.IsEmpty, false, asked.Length - missing.Length, asked.Length, missing);
    }

    /// <summary>Advice, not a bar: calibration dossiers are to be scored by all before the ones that count are opened.</summary>
    private static IEnumerable<Check> Calibrations(RoomView room, DossierView dossier)
    {
        var first = room.Dossiers.Where(d => d.Calibrates == true).ToArray();
        if (dossier is not { Phase: Phase.Waiting, Calibrates: null } || first.Length == 0) yield break;
        var through = first.Count(d => d.Phase >= Phase.Closed);
        yield return new Check(CheckKind.Calibration, through == first.Length, false, through, first.Length, []);
    }

    private static Check Sheets(SeatLine line, ProgressView progress)
    {
        ImmutableArray<string> missing = [.. line.Unsubmitted.Select(s => s.Seat)];
        return new Check(CheckKind.Sheets, missing.IsEmpty, !missing.IsEmpty, progress.Submitted, progress.Submitted + missing.Length, missing);
    }

    private static Check Signatures(SeatLine line)
    {
        var counted = line.Seats.Where(s => s.State is SeatState.Submitted or SeatState.Late or SeatState.Signed).ToArray();
        ImmutableArray<string> missing = [.. counted.Where(s => s.State != SeatState.Signed).Select(s => s.Seat)];
        return new Check(CheckKind.Signatures, missing.IsEmpty, false, counted.Length - missing.Length, counted.Length, missing);
    }

    private static Check Conflicts(DossierView dossier)
    {
        var open = (dossier.Conflicts ?? []).Where(c => c.State == ConflictState.Raised).ToArray();
        return new Check(CheckKind.Conflicts, open.Length == 0, false, open.Length, 0, [.. open.Select(c => c.Seat).OfType<string>()]);
    }
}
