using System.Collections.Immutable;
using ReviewRoom.Domain.Conflicts;
using System.Runtime.CompilerServices;

namespace ReviewRoom.Domain.Rooms;

// The projection: the one place where it is decided who sees what (room.md 4). What a viewer may not know is absent.
public sealed partial record Room
{
    private static readonly ConditionalWeakTable<Dossier, Dictionary<Viewer, DossierView>> Projected = [];

    /// <summary>What this viewer may know of the room, or null where he may not know that it exists. Without standings and not yet sealed: see Sight.</summary>
    public RoomView? For(Viewer viewer)
    {
        if (Made is null || viewer is not (Viewer.Expert or Viewer.Office or Viewer.Supervisor)) return null;
        var expert = viewer as Viewer.Expert;
        if (expert is not null && (PlaceOf(expert.Seat) is var place && (place < 0 || Seats[place].PersonId != expert.PersonId))) return null;
        var barred = Dossiers.Where(d => PersonOf(viewer) is { } id && d.AccessOf(id) != Access.Full).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return new RoomView(
            Id, "", Title, Session, Plan.SessionTitle, Rubric.Id, Settings, new ViewerView(viewer.Kind, expert?.Seat, expert is null ? null : Leads(expert.Seat)),
            Frozen is null ? null : new FrozenView(Frozen.Reason, Frozen.At), Focus is { } focus && barred.Contains(focus) ? null : Focus, Deputy,
            [.. Seats.Select(s => new SeatView(s.Letter, s.Name, s.Leader ? true : null, s.Presence, s.LostMinutes))],
            [.. Dossiers.Select(d => Shown(d, viewer))],
            MilestonesFor(viewer, barred), viewer is Viewer.Supervisor ? ToldTo(barred) : null, OwnConflicts(viewer)) { Attendance = expert is null ? Register(viewer) : null, Adjourned = Adjourned is null ? null : SittingsFor(viewer)[^1], Sittings = Sittings.Length > 1 || Adjourned is not null ? SittingsFor(viewer) : null, Moment = Version, Rehearsal = Rehearsal is null ? null : true, SiteReview = SiteReviewOf is null ? null : true, SiteReviewOf = expert is null ? SiteReviewOf : null };
    }

    private static string? PersonOf(Viewer viewer) => viewer switch
    {
        Viewer.Expert expert => expert.PersonId,
        Viewer.Office office => office.PersonId,
        Viewer.Supervisor supervisor => supervisor.PersonId,
        _ => null,
    };

    /// <summary>May this viewer read the dossier's text and files? Experts after declaring (room.md 4).</summary>
    public bool MayRead(Viewer viewer, string dossier) => Made is not null && Find(dossier) is { } found && MayRead(viewer, found);

    /// <summary>The attached file, or null where there is none of this id or this viewer may not read the dossier: the two look the same.</summary>
    public Attachment? FileFor(Viewer viewer, string dossier, string file) =>
        Made is null || Find(dossier) is not { } found ? null : (MayRead(viewer, found) ? found.Plan.Files?.FirstOrDefault(f => f.Id == file) : null) ?? ScanFor(viewer, found, file);

    private bool MayRead(Viewer viewer, Dossier dossier) => viewer switch
    {
        Viewer.Expert expert => dossier.AccessOf(expert.PersonId) == Access.Full && PlaceOf(expert.Seat) is >= 0 and var place && dossier.Sheets[place].Declared,
        Viewer.Office office => dossier.AccessOf(office.PersonId) == Access.Full,
        Viewer.Supervisor => true,
        _ => false,
    };

    /// <summary>May this viewer see the panel's marks? Experts from the reveal on if they submitted; who did not stays blind.</summary>
    private bool SeesMarks(Viewer viewer, Dossier dossier) => dossier.IsRevealed && viewer switch
    {
        Viewer.Expert expert => dossier.Sheets[PlaceOf(expert.Seat)].IsSubmitted,
        Viewer.Office or Viewer.Supervisor => true,
        _ => false,
    };

    /// <summary>Is this dossier revealed to this viewer, so that it may enter what he sees of the standings?</summary>
    public bool IsRevealedTo(Viewer viewer, Dossier dossier) => (PersonOf(viewer) is not { } id || dossier.AccessOf(id) == Access.Full) && SeesMarks(viewer, dossier);

    /// <summary>
    /// Projected once per state of the dossier and viewer, so that a change of one dossier costs one projection and not the whole agenda.
    /// A dossier's projection depends on nothing else of the room but the seat's own count of acts, and of a calibration dossier on who leads.
    /// </summary>
    private DossierView Shown(Dossier dossier, Viewer viewer)
    {
        var known = Projected.GetOrCreateValue(dossier);
        DossierView? view;
        lock (known)
        {
            if (!known.TryGetValue(viewer, out view)) known[viewer] = view = Project(dossier, viewer);
        }
        if (view is { Revealed: true, Calibrates: true }) view = view with { Calibration = CalibrationOf(dossier, viewer) };
        return view.Mine is { } mine && viewer is Viewer.Expert expert ? view with { Mine = mine with { Saved = ActsBy(expert.PersonId) } } : view;
    }

    private DossierView Project(Dossier dossier, Viewer viewer)
    {
        switch (PersonOf(viewer) is { } person ? dossier.AccessOf(person) : Access.Full)
        {
            case Access.Recused: return new DossierView(dossier.Id) { Recused = true };
            case Access.Suspended: return new DossierView(dossier.Id) { Suspended = true };
        }
        var sees = SeesMarks(viewer, dossier);
        var chairs = viewer is Viewer.Office or Viewer.Supervisor;
        var disclosed = viewer is Viewer.Supervisor supervisor && dossier.Disclosures.Any(d => d.PersonId == supervisor.PersonId);
        return new DossierView(dossier.Id)
        {
            Title = dossier.Plan.Title,
            ShortTitle = dossier.Plan.ShortTitle,
            Kind = dossier.Plan.Kind,
            Phase = dossier.Phase,
            Frozen = dossier.Frozen is { } frozen ? new FrozenView(frozen.Reason, frozen.At) : null,
            Deadline = dossier.Deadline,
            DeadlineLeft = viewer is Viewer.Office && dossier.DeadlineLeft is { } left ? (int)Math.Ceiling(left.TotalMinutes) : null,
            Readable = MayRead(viewer, dossier) ? true : null,
            Files = MayRead(viewer, dossier) && dossier.Plan.Files is { IsDefaultOrEmpty: false } files ? [.. files.Select(AttachmentView.Of)] : null,
            SiteIssues = MayRead(viewer, dossier) ? SiteIssuesOf(dossier) : null,
            Revealed = sees ? true : null,
            RevealReason = dossier.Revealed?.Reason,
            RevealedAt = dossier.Revealed?.At,
            Seats = [.. Seats.Select((s, i) => StateOf(dossier, s, dossier.Sheets[i], viewer))],
            Mine = viewer is Viewer.Expert expert ? MineOf(dossier.Sheets[PlaceOf(expert.Seat)], ActsBy(expert.PersonId)) : null,
            Progress = ProgressOf(dossier),
            Aggregate = sees ? AggregateOf(dossier) : viewer is Viewer.Office ? LiveOf(dossier) : null,
            LiveWithdrawn = viewer is Viewer.Office && !dossier.IsRevealed && dossier.Live.Withdrawn ? true : null,
            Items = sees || disclosed ? ItemsOf(dossier, viewer) : null,
            Consensus = sees ? ConsensusOf(dossier) : null,
            Calibrates = dossier.Calibrates ? true : null,
            TakenOff = dossier.TakenOff ? true : null,
            Conflicts = chairs ? [.. dossier.Conflicts.Select(c => WholeConflict(dossier, c))] : null,
            Scans = ScansOf(dossier, viewer),
            Signatures = sees && dossier.Phase >= Phase.Closed ? SignaturesOf(dossier) : null,
            Feedback = chairs && sees && Rehearsal is null && dossier.Phase >= Phase.Closed ? FeedbackProgressOf(dossier) : null,
            Disclosures = (sees || viewer is Viewer.Supervisor) && !dossier.Disclosures.IsEmpty
                ? [.. dossier.Disclosures.Select(d => new DisclosureView(d.PersonId, d.Reason, d.At))] : null,
        };
    }

    private SeatStateView StateOf(Dossier dossier, Seat seat, Sheet sheet, Viewer viewer)
    {
        var chairs = viewer is Viewer.Office or Viewer.Supervisor;
        var own = viewer is Viewer.Expert expert && expert.Seat == seat.Letter;
        return new SeatStateView(seat.Letter, StateOf(dossier, seat, sheet), chairs || own ? sheet.Declared : null, chairs ? sheet.Absent : null) { Paper = PaperOf(dossier, sheet, viewer), PaperMisread = chairs && sheet.Misread && !sheet.IsSubmitted ? true : null };
    }

    private static SeatState StateOf(Dossier dossier, Seat seat, Sheet sheet) => dossier.AccessOf(seat.PersonId) switch
    {
        Access.Recused => SeatState.Recused,
        Access.Suspended => SeatState.Suspended,
        _ when sheet.Absent is not null => SeatState.Absent,
        _ when sheet.SignedAt is not null => SeatState.Signed,
        _ when sheet.IsSubmitted => sheet.Late ? SeatState.Late : SeatState.Submitted,
        _ => dossier.Phase == Phase.Waiting ? SeatState.Waiting : SeatState.Marking,
    };

    private MineView MineOf(Sheet sheet, int saved) => new(
        sheet.Declared, sheet.IsSubmitted, sheet.Late ? true : null,
        Rubric.Criteria.Select((c, i) => (c.Code, Rate: sheet.Marks[i])).Where(m => m.Rate is not null)
            .ToImmutableSortedDictionary(m => m.Code, m => m.Rate.GetValueOrDefault().Percent, StringComparer.Ordinal),
        sheet.CannotJudge, [.. sheet.Comments.Select(c => new CommentView(c.Criterion, c.Kind, c.Text, c.Place))], saved, sheet.SubmittedAt,
        sheet.Certified ? true : null, sheet.SignedAt is not null ? true : null) { Carried = CarriedOf(sheet) };

    private ProgressView ProgressOf(Dossier dossier)
    {
        int submitted = 0, eligible = 0, recused = 0, absent = 0, suspended = 0;
        for (var i = 0; i < Seats.Length; i++)
        {
            var (seat, sheet) = (Seats[i], dossier.Sheets[i]);
            if (dossier.Counts(seat, sheet)) submitted++;
            if (dossier.IsEligible(seat, sheet)) eligible++;
            else if (dossier.AccessOf(seat.PersonId) == Access.Recused) recused++;
            else if (dossier.AccessOf(seat.PersonId) == Access.Suspended) suspended++;
            else absent++;
        }
        return new ProgressView(submitted, eligible, recused, absent, suspended, Settings.Minimum);
    }

    /// <summary>The office's figure while the panel is blind: rate and n by blocks, no more.</summary>
    private AggregateView? LiveOf(Dossier dossier) =>
        dossier.Live.Mean is { } mean ? new AggregateView(ScoreRate.Of(mean, Rubric.TotalPoints).Shown, dossier.Live.Counted.Length) : null;

    /// <summary>The official figure of a revealed dossier; null while nothing can be counted.</summary>
    internal AggregateView? AggregateOf(Dossier dossier)
    {
        var tally = TallyOf(dossier);
        if (tally is not { Total: { } total } || tally.Rate(Rubric) is not { } rate) return null;
        var spread = ScoreRate.Of(tally.SheetTotals.Max() - tally.SheetTotals.Min(), Rubric.TotalPoints);
        return new AggregateView(rate.Shown, tally.Counted.Length, total.ToFixed(2), Rubric.TotalPoints, total.ToString(), rate.Passes, tally.Valid, tally.Complete, (spread.Value * 100).ToFixed(2));
    }

    private ImmutableArray<SignatureView> SignaturesOf(Dossier dossier) =>
        [.. TallyOf(dossier).Counted.Select(place => dossier.Sheets[place]).Where(s => s.SignedAt is not null)
            .Select(s => new SignatureView(s.Seat, s.SignedAt.GetValueOrDefault(), HidesNames(dossier) ? null : s.Dissent))];

    private static ConflictView WholeConflict(Dossier dossier, Conflict c) => new(
        c.Id, dossier.Id, c.Seat, c.PersonId, c.Type, c.State, c.Source, c.Strength, c.Note, c.Reason, c.At, c.Awaiting, c.AwaitingBy, c.Contest, c.Basis);

    /// <summary>What is held against the viewer himself, so that he can contest it; neither a half-made raise of two persons nor what was dismissed is told.</summary>
    private ImmutableArray<ConflictView>? OwnConflicts(Viewer viewer)
    {
        if (viewer is Viewer.Supervisor || PersonOf(viewer) is not { } person) return null;
        ImmutableArray<ConflictView> own = [.. Dossiers.SelectMany(d => d.Conflicts.Where(c => c.PersonId == person && c.Effective && c.State != ConflictState.Dismissed)
            .Select(c => new ConflictView(c.Id, d.Id, c.Seat, null, c.Type, c.State, null, null, c.Source == ConflictSource.Self ? c.Note : null, null, c.At, null, null, c.Contest, WithoutApplicant(c.Basis))))];
        return own.IsEmpty ? null : own;
    }

    /// <summary>The person's own facts only: who is shut out of a dossier is told nothing of it, its title and applicant included.</summary>
    private static Basis? WithoutApplicant(Basis? basis) => basis is null ? null : basis with { Ground = basis.Ground with { Applicant = null, Through = null } };

    private ImmutableArray<MilestoneView> MilestonesFor(Viewer viewer, HashSet<string> barred) =>
    [
        .. Milestones.Where(m => m.Dossier is not { } id || !barred.Contains(id))
            .Where(m => viewer is not Viewer.Expert expert || Milestone.ForThePanel.Contains(m.Kind) || (m.Kind == "reminded" && m.Seat == expert.Seat))
            .Where(m => viewer is not Viewer.Expert seen || m.Witnesses is null || (m.Witnesses.Contains(seen.Seat, StringComparison.Ordinal) && Find(m.Dossier ?? "") is { } d && SeesMarks(viewer, d)))
            .Take(viewer is Viewer.Expert ? 12 : 40)
            .Select(m => new MilestoneView(m.At, m.Kind, m.Seat, m.Dossier, viewer is Viewer.Expert ? null : m.Actor, viewer is Viewer.Expert && m.Kind is not ("frozen" or "adjourned" or "takenOff") ? null : m.Reason)),
    ];

    private ImmutableArray<MilestoneView> ToldTo(HashSet<string> barred) =>
        [.. Milestones.Where(m => m.Tell && !(m.Dossier is { } id && barred.Contains(id))).Take(40).Select(m => new MilestoneView(m.At, m.Kind, m.Seat, m.Dossier, m.Actor, m.Reason))];
}
