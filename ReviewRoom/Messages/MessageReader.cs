using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Messages;

/// <summary>One person's messages in the words of this moment.</summary>
public sealed class MessageReader
{
    private readonly Dictionary<string, SessionView?> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlySet<string>> barred = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), ApplicationView?> applied = [];
    private readonly Lazy<AwardsView?> register;
    private readonly string personId;
    private readonly LiveSessions sessions;
    private readonly LiveRooms rooms;
    private readonly LiveApplications applications;
    private readonly IStringLocalizer<PostText> text;

    internal MessageReader(string personId, LiveSessions sessions, LiveRooms rooms, LiveApplications applications, LiveAwards awards, IStringLocalizer<PostText> text)
    {
        (this.personId, this.sessions, this.rooms, this.applications, this.text) = (personId, sessions, rooms, applications, text);
        register = new Lazy<AwardsView?>(() => awards.View(personId));
    }

    /// <summary>Not of what concerns an applicant from whom he is recused; of what may concern several, where he is recused from none.</summary>
    public bool MayKnow(MessageDraft draft) => draft.Session.Length == 0
        || (draft.Applicant is { } applicant ? !Barred(draft.Session).Contains(applicant) : draft.Kind != MessageKind.OpinionReceived || Barred(draft.Session).Count == 0);

    public MessageText? Of(MessageDraft draft)
    {
        if (draft.Applicant is not null && !MayKnow(draft)) return null;
        return draft.Kind switch
        {
            <= MessageKind.ListToApprove => OfSession(draft),
            MessageKind.PanelNamed or MessageKind.MeetingFrozen => OfRoom(draft),
            <= MessageKind.RecoveryToMake => OfAwards(draft),
            _ => OfApplication(draft),
        };
    }

    private IReadOnlySet<string> Barred(string session)
    {
        if (!barred.TryGetValue(session, out var out_)) barred[session] = out_ = sessions.BarredTo(personId, session);
        return out_;
    }

    private ApplicationView? Application(string session, string applicant)
    {
        if (!applied.TryGetValue((session, applicant), out var view)) applied[(session, applicant)] = view = applications.View(personId, session, applicant);
        return view;
    }

    private SessionView? Session(string id)
    {
        if (!seen.TryGetValue(id, out var view)) seen[id] = view = sessions.View(personId, id);
        return view;
    }

    private MessageText? OfSession(MessageDraft draft)
    {
        if (Session(draft.Session) is not { } view) return null;
        var (title, stage) = (view.Plan.Title, view.Stage);
        var (consultation, closing) = ($"/sessions/{view.Id}/consultation", $"/sessions/{view.Id}/closing");
        MessageText? Told(bool isFor, string link, bool isOver, DateTimeOffset? due = null) => isFor ? Said(draft, link, isOver, title, due is { } at ? AwardWords.Moment(at) : "") : null;
        NoticeObjectionView? objection = view.Closing?.Objections.FirstOrDefault(o => o.Receipt == draft.About);
        return draft.Kind switch
        {
            MessageKind.ConsultationAsked or MessageKind.ConsultationReminder => Told(view.Own is not null, $"/sessions/{view.Id}/reply", view.Own is { At: not null } or { IsOpen: false }, view.Own?.Due),
            MessageKind.ConsultationOverdue => Told(view is { Role: "office", Consultation.IsOverdue: true }, consultation, stage > SessionStage.Consultation),
            MessageKind.OpinionReceived => Told(
                view.Role == "office" && view.Consultation?.Objections.Any(o => o.Unit == draft.About) == true, consultation, view.Consultation?.Objections.Any(o => o.Unit == draft.About && o.Verdict is null) != true),
            MessageKind.ProposalToReview => Told(view.Role == "leadingGroup" && stage >= SessionStage.Proposed, closing, stage > SessionStage.Proposed),
            MessageKind.ProposalReviewed => Told(view is { Role: "office", Closing.Reviews.IsEmpty: false }, closing, stage > SessionStage.Reviewed),
            MessageKind.ObjectionReceived => Told(view.Role == "office" && objection is not null, closing, objection is { Handlers.IsEmpty: false }),
            MessageKind.HandlerNamed => Told(objection?.Handlers.Contains(personId) == true, closing, objection?.Upheld is not null),
            _ => Told(view.Role == "leadingGroup" && stage >= SessionStage.NoticeEnded, closing, stage > SessionStage.NoticeEnded),
        };
    }

    private MessageText? OfRoom(MessageDraft draft)
    {
        if (rooms.View(personId, draft.About) is not { } room) return null;
        return draft.Kind == MessageKind.PanelNamed
            ? room.Dossiers.Any(d => d.Mine is not null) ? Said(draft, $"/room/{room.Id}", room.Dossiers.All(d => d.Mine is null or { Declared: true }), room.SessionTitle) : null
            : Said(draft, $"/supervisor?room={room.Id}", false, room.SessionTitle);
    }

    private MessageText? OfAwards(MessageDraft draft)
    {
        if (this.register.Value is not { } register) return null;
        var award = register.Awards.FirstOrDefault(a => a.Award.Entry.Id == draft.About.Split('/')[0]);
        var link = award is null ? "/awards" : $"/awards?a={award.Award.Entry.Id}";
        return draft.Kind switch
        {
            MessageKind.PaymentsToMake when register.KeepsMoney && register.Awards.FirstOrDefault(a => a.Award.Entry.Session == draft.Session) is { } of =>
                Said(draft, "/awards", register.Awards.All(a => a.Award.Entry.Session != draft.Session || a.Award.OpenYuan == 0), of.Award.Entry.SessionTitle),
            MessageKind.RecoveryToMake when register.KeepsMoney && award is not null => Said(draft, link, award.Money != MoneyStanding.RecoveryOpen, award.Award.Entry.SessionTitle),
            MessageKind.ReportReceived when register.Role == "office" && award?.Award.Reports.FirstOrDefault(r => draft.About == $"{award.Award.Entry.Id}/{r.Id}") is { } report =>
                Said(draft, link, report.Founded is not null, award.Award.Entry.SessionTitle),
            MessageKind.RevocationToApprove when register.Role == "office" && award?.Award.Revocation is { } revocation && revocation.ProposedBy != personId => Said(draft, link, revocation.ApprovedOn is not null, award.Award.Entry.SessionTitle),
            _ => null,
        };
    }

    private MessageText? OfApplication(MessageDraft draft)
    {
        if (Application(draft.Session, draft.About) is not { } view) return null;
        var title = sessions.Find(draft.Session)?.Plan?.Title ?? "";
        var due = draft.Kind == MessageKind.CorrectionAsked && view.Rounds is [.., var round] ? AwardWords.Moment(round.Due) : AwardWords.Day(view.Deadline);
        MessageText? Told(string role, string link, bool isOver) => view.Role == role ? Said(draft, link, isOver, title, due) : null;
        return draft.Kind switch
        {
            MessageKind.ApplicationInvited => Told("applicant", Portal, view.Stage is not (ApplicationStage.Draft or ApplicationStage.InternalNotice)),
            MessageKind.RecommendationAsked => Told("county", $"/sessions/{view.Session}/recommendations", view.Stage != ApplicationStage.Submitted),
            MessageKind.ApplicationToCheck => Told("office", $"/sessions/{view.Session}/applications", view.Stage is not (ApplicationStage.Recommended or ApplicationStage.NotRecommended)),
            MessageKind.CorrectionAsked => Told("applicant", Portal, view.Stage != ApplicationStage.Correction),
            _ => Told("applicant", Portal, false),
        };
    }

    private const string Portal = "/apply";

    private MessageText Said(MessageDraft draft, string link, bool isOver, string title, string due = "") =>
        new(text[$"Subject.{draft.Kind}"], text[$"Text.{draft.Kind}", title, due], link, isOver);
}
