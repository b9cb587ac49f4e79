using System.Collections.Immutable;
using ReviewRoom.Domain.Consensus;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

// The revealed part of a dossier's projection: items, marks, thread, consensus.
public sealed partial record Room
{
    private ImmutableArray<ItemView> ItemsOf(Dossier dossier, Viewer viewer)
    {
        var tally = TallyOf(dossier);
        return [.. tally.Items.Select((item, place) => ItemOf(dossier, tally, item, place, viewer))];
    }

    private ItemView ItemOf(Dossier dossier, Tally tally, ItemTally item, int place, Viewer viewer)
    {
        var code = item.Criterion.Code;
        var talk = dossier.TalkOn(code);
        var counted = tally.Counted.Select(i => Seats[i].Letter).ToHashSet(StringComparer.Ordinal);
        var remarks = talk.Thread.Where(r => counted.Contains(r.Seat)).ToImmutableArray();
        var told = remarks.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<MarkView> marks = [.. tally.Counted.Select(i => MarkOf(dossier, i, place, viewer, told)).OrderBy(m => m.Seat, StringComparer.Ordinal)];
        return new ItemView(
            code, item.Mean?.ToFixed(2), item.Median?.ToFixed(2), item.Range, item.Low, item.High, item.Marks.Length, item.Of, item.State,
            talk.Closed is { } closed ? new ItemClosedView(closed.How, closed.Reason, closed.At) : null,
            marks,
            [.. remarks.Select(r => new RemarkView(r.Id, NameOf(dossier, r.Seat), r.Text, r.Place, Known(told, r.About), r.At, Own(viewer, r.Seat)))],
            [.. talk.Minority.Where(m => counted.Contains(m.Seat)).Select(m => new MinorityView(NameOf(dossier, m.Seat), m.Text, m.Rate?.Percent, m.At, Own(viewer, m.Seat)))],
            [.. tally.Counted.SelectMany(i => dossier.Sheets[i].Comments.Where(c => c.Criterion == code)
                .Select(c => new ItemCommentView(NameOf(dossier, Seats[i].Letter), c.Kind, c.Text, c.Place, Own(viewer, Seats[i].Letter))))
                .OrderBy(c => c.Seat, StringComparer.Ordinal).ThenBy(c => c.Kind)])
        {
            Held = HeldOf(dossier, item),
            Settling = talk.Closed is null ? SettlingOf(marks) : null,
        };
    }

    private static Agreement? HeldOf(Dossier dossier, ItemTally item) =>
        dossier.Holds.GetValueOrDefault(item.Criterion.Code) is { } hold && item.State < hold.Worse ? hold.Worse : null;

    private static Agreement? ShownOf(Dossier dossier, ItemTally item) => HeldOf(dossier, item) ?? item.State;

    /// <summary>Over the marks as they are shown, in the order of their names: the choice among equal marks must not tell a label's seat.</summary>
    private static SettlingView? SettlingOf(ImmutableArray<MarkView> marks)
    {
        var judged = marks.Where(m => m.Rate is not null).ToArray();
        return Settlement.Of([.. judged.Select(m => new Rate(m.Rate.GetValueOrDefault()))]) is { } settlement
            ? new SettlingView([.. settlement.Shifts.Select(s => new ShiftView(judged[s.Place].Seat, s.From.Percent, s.To.Percent))], settlement.Only) : null;
    }

    /// <summary>A remark that is not shown is not pointed at either: its id would tell that there was one.</summary>
    private static string? Known(HashSet<string> told, string? remark) => remark is not null && told.Contains(remark) ? remark : null;

    private MarkView MarkOf(Dossier dossier, int seat, int place, Viewer viewer, HashSet<string> told)
    {
        var (sheet, code) = (dossier.Sheets[seat], Rubric.Criteria[place].Code);
        var now = sheet.Marks[place];
        var first = sheet.First.IsEmpty ? now : sheet.First[place];
        var revisions = sheet.Revisions.Where(r => r.Criterion == code).ToImmutableArray();
        var cannot = sheet.CannotJudge.GetValueOrDefault(code);
        return new MarkView(
            NameOf(dossier, sheet.Seat), now?.Percent, first == now ? null : first?.Percent, revisions.IsEmpty ? cannot : revisions[^1].Reason,
            Own(viewer, sheet.Seat), sheet.Late && NameOf(dossier, sheet.Seat) == sheet.Seat ? true : null, cannot is null ? null : true,
            revisions.IsEmpty ? null : [.. revisions.Select(r => new RevisionView(r.From?.Percent, r.To.Percent, r.Reason, Known(told, r.Because), r.At))]);
    }

    /// <summary>The seat, or the dossier's random label where the setting hides names until the last signature.</summary>
    public string NameOf(Dossier dossier, string seat) =>
        Settings.MarkNames == MarkNames.Named || dossier.Phase == Phase.Signed || dossier.Revealed is not { } reveal ? seat : reveal.Labels[PlaceOf(seat)];

    private static bool? Own(Viewer viewer, string seat) => viewer is Viewer.Expert expert && expert.Seat == seat ? true : null;

    private ConsensusView ConsensusOf(Dossier dossier)
    {
        var tally = TallyOf(dossier);
        var open = tally.Items.Where(i => i.Open).ToImmutableArray();
        var worst = open.Any(i => i.State == Agreement.Disputed) ? Agreement.Disputed : open.IsEmpty ? Agreement.Agreed : Agreement.Watch;
        var figures = ReliabilityOf(dossier, tally);
        return new ConsensusView(
            worst, open.IsEmpty, tally.Items.Count(i => ShownOf(dossier, i) == Agreement.Agreed), tally.Items.Count(i => ShownOf(dossier, i) == Agreement.Watch),
            tally.Items.Count(i => ShownOf(dossier, i) == Agreement.Disputed), tally.Items.Length - open.Length, [.. open.Select(i => i.Criterion.Code)],
            [.. tally.Items.Where(i => ShownOf(dossier, i) == Agreement.Disputed).Select(i => i.Criterion.Code)],
            figures?.Alpha?.ToFixed(2), figures?.Icc21?.ToFixed(2), figures?.Icc2k?.ToFixed(2), figures?.W?.ToFixed(2), figures?.Raters) { Movement = MovementOf(dossier) };
    }

    private MovementView? MovementOf(Dossier dossier)
    {
        var moved = PanelMovement.Of(this, dossier);
        return moved.Sheets.IsEmpty ? null : new MovementView(
            moved.Revised, moved.Marks, moved.FirstRange?.ToFixed(1), moved.FinalRange?.ToFixed(1),
            [.. moved.Sheets.Select(s => new SeatMovementView(NameOf(dossier, Seats[s.Place].Letter), s.Revised, s.Movement?.ToFixed(2))).OrderBy(s => s.Seat, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// What one expert learns of himself; all of it for those who lead the panel or chair the session. Under the names of this dossier's marks,
    /// so that no label is told apart.
    /// </summary>
    private ImmutableArray<CalibrationView> CalibrationOf(Dossier dossier, Viewer viewer)
    {
        var counted = TallyOf(dossier).Counted.Select(i => Seats[i].Letter).ToHashSet(StringComparer.Ordinal);
        var all = viewer is not Viewer.Expert expert || Leads(expert.Seat);
        return
        [
            .. Calibration.Of(this, [dossier]).Where(c => counted.Contains(c.Seat) && (all || Own(viewer, c.Seat) == true))
                .Select(c => new CalibrationView(NameOf(dossier, c.Seat), c.Marks, c.First?.ToFixed(2), c.Final?.ToFixed(2), Own(viewer, c.Seat)))
                .OrderBy(c => c.Seat, StringComparer.Ordinal),
        ];
    }

    /// <summary>Over complete sheets only; fewer than two say nothing.</summary>
    private static Reliability? ReliabilityOf(Dossier dossier, Tally tally)
    {
        var complete = tally.Counted.Where(i => dossier.Sheets[i].IsComplete).Select(i => dossier.Sheets[i].Marks.Select(m => m.GetValueOrDefault()).ToImmutableArray()).ToImmutableArray();
        return complete.Length < 2 ? null : Reliability.Of(complete);
    }
}
