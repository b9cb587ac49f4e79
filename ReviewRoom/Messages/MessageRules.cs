using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Messages;

/// <summary>For whom an entry of the ledger means that something waits. Whether he may know of it is decided by <see cref="MessageWords"/>.</summary>
public sealed class MessageRules(LiveSessions sessions, LiveRooms rooms, LiveApplications applications, PeopleDirectory people)
{
    /// <summary>Streams that are read, by the beginning of their names.</summary>
    public static readonly IReadOnlyList<string> Streams = ["session/", "room/", "application/", "awards/"];

    public IEnumerable<(string Person, MessageDraft Draft)> Of(Entry entry)
    {
        var (kind, id) = (entry.Header.Stream.Split('/')[0], entry.Header.Stream[(entry.Header.Stream.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return kind switch
        {
            "session" => OfSession(id, Canonical.Read<SessionEvent>(entry.Body)),
            "room" when entry.Header.Kind is "roomCreated" or "frozen" && !RehearsalPlan.IsId(id) => OfRoom(id, Canonical.Read<RoomEvent>(entry.Body)),
            "application" => OfApplication(id, Canonical.Read<ApplicationEvent>(entry.Body)),
            "awards" => OfAwards(Canonical.Read<AwardEvent>(entry.Body)),
            _ => [],
        };
    }

    private IEnumerable<(string, MessageDraft)> OfSession(string id, SessionEvent happened) => happened switch
    {
        ConsultationStarted => ActingFor(id, body => body.IsConsulted, MessageKind.ConsultationAsked),
        BodiesReminded e => ActingFor(id, body => e.Bodies.Contains(body.Id), MessageKind.ConsultationReminder),
        ConsultationFellDue => To(Roles.Office, new MessageDraft(MessageKind.ConsultationOverdue, id, "")),
        BodyReplied { Objections.IsEmpty: false } e => To(Roles.Office, new MessageDraft(MessageKind.OpinionReceived, id, e.Body, e.Objections is [var only] ? only.Candidate : null)),
        Proposed => ActingFor(id, body => body.Kind == BodyKind.LeadingGroup, MessageKind.ProposalToReview),
        ProposalReviewed => To(Roles.Office, new MessageDraft(MessageKind.ProposalReviewed, id, "")),
        ObjectionFiled e => To(Roles.Office, new MessageDraft(MessageKind.ObjectionReceived, id, e.Receipt, e.Candidate)),
        HandlersNamed e => new[] { e.First, e.Second }.Select(person => (person, new MessageDraft(MessageKind.HandlerNamed, id, e.Receipt, CandidateOf(id, e.Receipt)))),
        NoticeEnded => ActingFor(id, body => body.Kind == BodyKind.LeadingGroup, MessageKind.ListToApprove),
        _ => [],
    };

    private IEnumerable<(string, MessageDraft)> OfRoom(string id, RoomEvent happened) => rooms.Find(id)?.State is not { } room ? [] : happened switch
    {
        RoomCreated => room.Seats.Select(s => (s.PersonId, new MessageDraft(MessageKind.PanelNamed, room.Session, id))),
        FrozenBy e => To(Roles.Supervisor, new MessageDraft(MessageKind.MeetingFrozen, room.Session, id, e.Dossier)),
        _ => [],
    };

    private IEnumerable<(string, MessageDraft)> OfApplication(string place, ApplicationEvent happened)
    {
        if (place.Split('/') is not [var session, var applicant]) return [];
        MessageDraft Draft(MessageKind kind) => new(kind, session, applicant, applicant);
        IEnumerable<(string, MessageDraft)> ToApplicant(MessageKind kind) =>
            people.All.Where(p => p.Roles.HasFlag(Roles.Applicant) && applications.View(p.Id, session, applicant) is { Role: "applicant" }).Select(p => (p.Id, Draft(kind)));
        return happened switch
        {
            ApplicantInvited => ToApplicant(MessageKind.ApplicationInvited),
            ApplicationSubmitted => people.All.Where(p => applications.View(p.Id, session, applicant) is { Role: "county" }).Select(p => (p.Id, Draft(MessageKind.RecommendationAsked))),
            ApplicantRecommended or RecommendationDeclined or CorrectionAnswered => To(Roles.Office, Draft(MessageKind.ApplicationToCheck)),
            Domain.Applications.CorrectionAsked => ToApplicant(MessageKind.CorrectionAsked),
            ApplicationAccepted or ApplicationRejected => ToApplicant(MessageKind.ApplicationDecided),
            Domain.Applications.ApplicationClosed => ToApplicant(MessageKind.ApplicationClosed),
            _ => [],
        };
    }

    private IEnumerable<(string, MessageDraft)> OfAwards(AwardEvent happened) => happened switch
    {
        AwardsTaken { Awards: [var first, ..] } e when e.Awards.Any(a => a.OwedYuan > a.PaidYuan && a.Revoked is null) => To(Roles.Finance, new MessageDraft(MessageKind.PaymentsToMake, first.Session, "")),
        ReportReceived e => To(Roles.Office, new MessageDraft(MessageKind.ReportReceived, "", $"{e.Award}/{e.Report}")),
        RevocationProposed e => To(Roles.Office, new MessageDraft(MessageKind.RevocationToApprove, "", e.Award)),
        RevocationApproved { ToRecoverYuan: > 0 } e => To(Roles.Finance, new MessageDraft(MessageKind.RecoveryToMake, "", e.Award)),
        _ => [],
    };

    private IEnumerable<(string, MessageDraft)> To(Roles role, MessageDraft draft) => people.All.Where(p => p.Roles.HasFlag(role)).Select(p => (p.Id, draft));

    private IEnumerable<(string, MessageDraft)> ActingFor(string session, Func<Body, bool> which, MessageKind kind) =>
        sessions.All.FirstOrDefault(s => s.Id == session) is not { } state ? []
            : people.All.Where(p => p.Roles.HasFlag(Roles.Body) && state.BodyOf(p.Id) is { } body && which(body)).Select(p => (p.Id, new MessageDraft(kind, session, state.BodyOf(p.Id)?.Id ?? "")));

    private string? CandidateOf(string session, string receipt) => sessions.All.FirstOrDefault(s => s.Id == session)?.CandidateOf(new ReadObjector(receipt));
}
