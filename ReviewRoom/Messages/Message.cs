namespace ReviewRoom.Messages;

/// <summary>What a message is about: resource keys <c>Subject.{kind}</c> and <c>Text.{kind}</c>.</summary>
public enum MessageKind
{
    ConsultationAsked, ConsultationReminder, ConsultationOverdue, OpinionReceived, ProposalToReview, ProposalReviewed, ObjectionReceived, HandlerNamed, ListToApprove,
    PaymentsToMake, ReportReceived, RevocationToApprove, RecoveryToMake, PanelNamed, MeetingFrozen,
    ApplicationInvited, RecommendationAsked, ApplicationToCheck, CorrectionAsked, ApplicationDecided, ApplicationClosed,
}

/// <summary>How the e-mail of a message stands: resource key <c>Mail.{state}</c>.</summary>
public enum MailState
{
    /// <summary>Of an old entry: it stands in the inbox and is not sent.</summary>
    InboxOnly,
    Waiting,
    /// <summary>Given to the server; that it arrived there is not noted yet.</summary>
    Sending,
    Sent,
    /// <summary>Tried often enough; the office may have it tried again.</summary>
    Failed,
    /// <summary>Done in the meantime, or nothing of this person's any more.</summary>
    Unneeded,
    NoAddress,
}

/// <summary>What an entry of the ledger asks of somebody.</summary>
/// <param name="About">Receipt, room, award, body: which one of its kind.</param>
/// <param name="Applicant">Whom it concerns: who is recused from him is not told of it.</param>
public sealed record MessageDraft(MessageKind Kind, string Session, string About, string? Applicant = null);

/// <summary>A message as it is kept: a pointer, never the words. What it says is asked of the projections when it is read or sent.</summary>
/// <param name="Matter">The entry it follows from; no person has two messages of one matter.</param>
/// <param name="IsDoubtful">The program ended while it was being sent: it may come twice, and says so.</param>
public sealed record Message(
    long Number, string Person, string Matter, MessageDraft Draft, DateTimeOffset At, DateTimeOffset? ReadAt, MailState Mail, int Attempts, DateTimeOffset NextAt, string? Error, DateTimeOffset? SentAt, bool IsDoubtful);

/// <summary>What a message says to its recipient now.</summary>
/// <param name="Subject">Names no applicant, no figure.</param>
/// <param name="Link">Address within the program.</param>
/// <param name="IsOver">What it asked for is done.</param>
public sealed record MessageText(string Subject, string Text, string Link, bool IsOver);
