using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Resources;

namespace ReviewRoom.Rehearsals;

/// <summary>
/// An expert who is not there: declares, reads and marks, discusses what the panel differs on, moves towards it or stands by his opinion, closes items where he leads, signs.
/// He sees what the seat is shown and nothing else, and does it by the acts of the seat.
/// </summary>
/// <param name="tempo">Between a quick reader and one who weighs every word, in percent of the usual time.</param>
/// <param name="placeOf">A place in a dossier's text for a criterion, where evidence needs one.</param>
internal sealed class SimulatedExpert(string person, int tempo, int seed, Rubric rubric, IStringLocalizer<RehearsalText> words, Func<string, string, Place> placeOf)
{
    private const int Stock = 4;

    private readonly Judgement judgement = new(seed, person);

    /// <summary>The next act on what this seat sees; null where there is nothing to do but wait for others.</summary>
    public Move? Next(RoomView room)
    {
        foreach (var dossier in room.Dossiers)
            if (dossier is { Phase: { } phase, Mine: { } mine } && room.StopOf(dossier) is null && Next(room, dossier, phase, mine) is { } move)
                return move with { Pause = move.Pause * tempo / 100 };
        return null;
    }

    private Move? Next(RoomView room, DossierView dossier, Phase phase, MineView mine)
    {
        if (phase == Phase.Signed || StateIn(dossier, room.Viewer.Seat) == SeatState.Absent) return null;
        if (!mine.Declared && phase != Phase.Closed) return Move.Of(new Declare(dossier.Id, Conflict: false), 6);
        return phase switch
        {
            Phase.Independent or Phase.Deliberation when !mine.Submitted => Sheet(room, dossier, mine),
            Phase.Deliberation => Talk(room, dossier),
            Phase.Closed when mine.Submitted && mine.Signed != true => Move.Of(new Sign(dossier.Id, NoConflict: true), 10),
            _ => null,
        };
    }

    private static SeatState? StateIn(DossierView dossier, string? seat) => dossier.Seats?.FirstOrDefault(s => s.Seat == seat)?.State;

    private Move? Sheet(RoomView room, DossierView dossier, MineView mine)
    {
        foreach (var criterion in rubric.Criteria.Select(c => c.Code))
        {
            if (mine.CannotJudge.ContainsKey(criterion)) continue;
            if (!mine.Marks.TryGetValue(criterion, out var rate)) return Mark(room, dossier.Id, criterion);
            if (Asks(room.Settings.EvidenceRequired, rate, dossier.Id, criterion) && mine.Comments.All(c => c.Criterion != criterion)) return Comment(dossier.Id, criterion, rate);
        }
        return mine.Submitted ? null : Move.Of(new Submit(dossier.Id), 5);
    }

    private Move Mark(RoomView room, string dossier, string criterion) =>
        room.Settings.GapsMayBeAccepted && judgement.Drawn(150, "cannot", dossier, criterion) == 0
            ? Move.Of(new CannotJudge(dossier, criterion, words["Said.CannotJudge"]), 5)
            : Move.Of(new GiveMark(dossier, criterion, judgement.RateOf(dossier, criterion)), 4);

    private bool Asks(EvidenceRequired evidence, int rate, string dossier, string criterion) => evidence switch
    {
        EvidenceRequired.OutsideMiddle when rate is < 50 or > 65 => true,
        EvidenceRequired.Extremes when rate is <= 25 or >= 90 => true,
        _ => judgement.Drawn(6, "comments", dossier, criterion) == 0,
    };

    private Move Comment(string dossier, string criterion, int rate)
    {
        var (kind, key) = rate >= 60 ? (CommentKind.Strength, "Strength") : (CommentKind.Opportunity, "Opportunity");
        return Move.Of(new WriteComment(dossier, criterion, kind, One(key, dossier, criterion), placeOf(dossier, criterion)), 6);
    }

    private Move? Talk(RoomView room, DossierView dossier)
    {
        foreach (var item in (dossier.Items ?? []).Where(i => dossier.Consensus?.Open.Contains(i.Criterion) == true))
            if ((item.State == Agreement.Disputed ? Differ(dossier.Id, item) : null) is { } move) return move;
        return room.Viewer.Leads == true ? Settle(dossier) : null;
    }

    /// <summary>Who stands at an end of the marks says why; then he moves towards the middle, or once in a while stays and has his opinion recorded.</summary>
    private Move? Differ(string dossier, ItemView item)
    {
        if (item.Marks.FirstOrDefault(m => m.Mine == true) is not { } mine || item.Median is not { } shown) return null;
        var median = decimal.Parse(shown, CultureInfo.InvariantCulture);
        if (mine.Rate is not { } rate) return Move.Of(new Revise(dossier, item.Criterion, (int)(median / Rate.Step) * Rate.Step, One("Revise", dossier, item.Criterion)), 10);
        if (rate != item.Low && rate != item.High) return null;
        if (item.Minority.Any(m => m.Mine == true)) return null;
        if (item.Thread.All(r => r.Mine != true)) return Move.Of(new WriteRemark(dossier, item.Criterion, One(rate > median ? "Higher" : "Lower", dossier, item.Criterion), placeOf(dossier, item.Criterion)), 12);
        var stays = judgement.Drawn(5, "stays", dossier, item.Criterion) == 0 || (mine.Revisions ?? []).Length > 1 || Math.Abs(rate - median) < Rate.Step;
        return stays ? Move.Of(new RecordMinority(dossier, item.Criterion, One("Minority", dossier, item.Criterion)), 14)
            : Move.Of(new Revise(dossier, item.Criterion, Nearer(rate, median), One("Revise", dossier, item.Criterion), item.Thread.LastOrDefault(r => r.Mine != true)?.Id), 10);
    }

    /// <summary>Two thirds of the way to the median, on the grid, and at least a step.</summary>
    private static int Nearer(int rate, decimal median)
    {
        var steps = Math.Max(1, (int)(Math.Abs(median - rate) * 2 / 3 / Rate.Step));
        return rate + (median > rate ? steps : -steps) * Rate.Step;
    }

    private Move? Settle(DossierView dossier)
    {
        foreach (var item in (dossier.Items ?? []).Where(i => dossier.Consensus?.Open.Contains(i.Criterion) == true && i.Closed is null))
        {
            if (item.State != Agreement.Disputed) return Move.Of(new CloseItem(dossier.Id, item.Criterion, Closing.Accepted, words["Said.Accepted"]), 4);
            if (!item.Minority.IsEmpty && Ends(item).All(m => m.Revisions is { IsEmpty: false } || item.Minority.Any(o => o.Seat == m.Seat))) return Move.Of(new CloseItem(dossier.Id, item.Criterion, Closing.Differ), 4);
        }
        return null;
    }

    private static IEnumerable<MarkView> Ends(ItemView item) => item.Marks.Where(m => m.Rate is { } rate && (rate == item.Low || rate == item.High));

    private string One(string key, string dossier, string criterion) => words[$"Said.{key}.{judgement.Drawn(Stock, key, dossier, criterion)}", criterion];
}
