using System.Collections.Immutable;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Minutes;

namespace ReviewRoom.Domain.Rooms;

// The feedback report to the applicant: read text by text by the office, released after the session's approval.
public sealed partial record Room
{
    /// <summary>The approval of the session's result, once it is known here.</summary>
    public Approval? Approval { get; init; }

    private Outcome<RoomEvent> DecideApproval(TakeApproval act) => act.Approval == Approval ? RefusalCode.AlreadySettled : new ApprovalTaken(act.Approval);

    private Outcome<RoomEvent> DecideFeedback(FeedbackAct act)
    {
        var dossier = Dossiers[AgendaPlace(act.Dossier)];
        if (IfFrozen(dossier) is { } frozen) return frozen;
        if (dossier.Calibrates) return RefusalCode.NotCounted;
        return act switch
        {
            SettleFeedbackText settle => DecideSettle(settle, dossier),
            ReleaseFeedback => DecideRelease(dossier),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<RoomEvent> DecideSettle(SettleFeedbackText act, Dossier dossier)
    {
        if (dossier.Phase < Phase.Closed) return WrongPhase(dossier);
        if (FeedbackTexts(dossier).FirstOrDefault(t => t.Id == act.Text) is not { } text) return RefusalCode.UnknownText;
        if (!act.Include && Said(act.Reason, "reason") is { } unsaid) return unsaid;
        if ((TooLong(act.Reason, "reason") ?? TooLong(act.Wording, "wording")) is { } tooLong) return tooLong;
        var wording = act.Include && act.Wording?.Trim() is { Length: > 0 } reworded && reworded != text.Words ? reworded : null;
        var reason = act.Reason?.Trim() is { Length: > 0 } why ? why : null;
        var withoutQuote = act is { Include: true, WithoutQuote: true } && text.Place?.Quote is not null;
        var known = dossier.Feedback.Readings.GetValueOrDefault(text.Id);
        if (known is not null && (known.Include, known.Wording, known.WithoutQuote, known.Reason) == (act.Include, wording, withoutQuote, reason)) return RefusalCode.AlreadySettled;
        return new FeedbackTextSettled(dossier.Id, text.Id, act.Include, wording, withoutQuote, reason);
    }

    private Outcome<RoomEvent> DecideRelease(Dossier dossier)
    {
        if (Rehearsal is not null) return RefusalCode.NoRecord;
        if (dossier.Phase != Phase.Signed) return WrongPhase(dossier);
        if (Approval is not { } approval) return RefusalCode.ApprovalMissing;
        var (texts, readings) = (FeedbackTexts(dossier), dossier.Feedback.Readings);
        if (texts.Where(t => !readings.ContainsKey(t.Id)).Select(t => t.Criterion).Distinct().ToImmutableArray() is { IsEmpty: false } unread)
            return new Refusal(RefusalCode.TextsUnread) { Criteria = unread };
        ImmutableArray<string> included = [.. texts.Where(t => readings[t.Id].Include).Select(t => t.Id)];
        if (included.IsEmpty) return RefusalCode.NothingToRelease;
        return dossier.Feedback.Released?.Approval == approval ? RefusalCode.AlreadySettled : new FeedbackReleased(dossier.Id, approval, included, Gone(dossier, texts));
    }

    /// <summary>Strengths and opportunities of the sheets that count, in the order of the score table, then of their own hash. What is voided is not among them.</summary>
    private ImmutableArray<FeedbackText> FeedbackTexts(Dossier dossier) =>
    [
        .. TallyOf(dossier).Counted.SelectMany(place => dossier.Sheets[place].Comments).Where(c => c.Kind != CommentKind.SiteIssue).Select(FeedbackText.Of).DistinctBy(t => t.Id)
            .OrderBy(t => Rubric.PlaceOf(t.Criterion)).ThenBy(t => t.Kind).ThenBy(t => FeedbackText.OrderOf(t.Words), StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal),
    ];

    private static int Gone(Dossier dossier, ImmutableArray<FeedbackText> texts) => dossier.Feedback.Readings.Keys.Count(id => texts.All(t => t.Id != id));

    /// <summary>A dossier of which this viewer may see what would go to its applicant: office and supervisor, from the closing on; nothing goes out of a rehearsal.</summary>
    private Dossier? OfFeedback(Viewer viewer, string dossier) =>
        Made is { Rehearsal: null } && viewer is Viewer.Office or Viewer.Supervisor && Find(dossier) is { Phase: >= Phase.Closed } found && IsRevealedTo(viewer, found) ? found : null;

    private FeedbackProgress FeedbackProgressOf(Dossier dossier)
    {
        var texts = FeedbackTexts(dossier);
        return new FeedbackProgress(texts.Length, texts.Count(t => dossier.Feedback.Readings.ContainsKey(t.Id)), dossier.Feedback.Released?.At);
    }

    /// <summary>The reading list of a dossier; null where this viewer has none.</summary>
    public FeedbackView? FeedbackFor(Viewer viewer, string dossierId)
    {
        if (OfFeedback(viewer, dossierId) is not { } dossier) return null;
        var (texts, state) = (FeedbackTexts(dossier), dossier.Feedback);
        return new FeedbackView(
            Id, dossier.Id, dossier.Plan.Title, dossier.Phase, (Frozen ?? dossier.Frozen) is null ? null : true, Approval, state.Released, state.Editions, Gone(dossier, texts),
            [.. texts.Select(t => new FeedbackTextView(t.Id, t.Criterion, Rubric.Criteria[Rubric.PlaceOf(t.Criterion)].Name, t.Kind, t.Words, t.Place, state.Readings.GetValueOrDefault(t.Id)))]);
    }

    /// <summary>The report as it was released, or a preview of what would be; null where this viewer may have neither.</summary>
    public FeedbackReport? FeedbackReportFor(Viewer viewer, string dossierId)
    {
        if (OfFeedback(viewer, dossierId) is not { } dossier) return null;
        var (state, rubric) = (dossier.Feedback, Rubric);
        var points = FeedbackTexts(dossier).Where(t => state.Readings.GetValueOrDefault(t.Id) is { Include: true }).ToLookup(t => (t.Criterion, t.Kind), t => PointOf(t, state.Readings[t.Id]));
        return new FeedbackReport(
            Session, Plan.SessionTitle, dossier.Id, dossier.Plan.Title, dossier.Plan.Kind,
            new RubricName(rubric.Id, rubric.Version, rubric.Name, rubric.Standard, rubric.Provisional, rubric.TotalPoints),
            state.Released?.Approval, state.Released?.At, state.Released is null ? null : state.Editions,
            [
                .. rubric.Categories.Select(c => new FeedbackChapter(c.Code, c.Name,
                    [.. c.Criteria.Select(i => new FeedbackItem(i.Code, i.Name, Points(i.Code, CommentKind.Strength), Points(i.Code, CommentKind.Opportunity)))
                        .Where(i => !i.Strengths.IsEmpty || !i.Opportunities.IsEmpty)])).Where(c => !c.Items.IsEmpty),
            ]);

        ImmutableArray<FeedbackPoint> Points(string criterion, CommentKind kind) =>
            [.. points[(criterion, kind)].Distinct().OrderBy(p => FeedbackText.OrderOf($"{p.Text}\n{p.At}\n{p.Quote}"), StringComparer.Ordinal)];
    }

    private static FeedbackPoint PointOf(FeedbackText text, FeedbackReading reading) =>
        new(reading.Wording ?? text.Words, text.Place?.At, reading.WithoutQuote ? null : text.Place?.Quote);
}
