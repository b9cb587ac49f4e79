using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Feedback;

/// <summary>An act about the feedback report of one dossier.</summary>
public abstract record FeedbackAct(string Dossier) : DossierAct(Dossier);

/// <summary>The office has read one text and settles whether and how it goes into the report to the applicant.</summary>
/// <param name="Text">Id of the text in the reading list.</param>
/// <param name="Include">Left out only with a reason.</param>
/// <param name="Wording">The office's own wording instead of the expert's.</param>
/// <param name="WithoutQuote">The words quoted from the dossier are struck; the place stays.</param>
public sealed record SettleFeedbackText(
    string Dossier, string Text, bool Include, string? Wording = null, bool WithoutQuote = false, string? Reason = null) : FeedbackAct(Dossier);

/// <summary>Releases the report to the applicant, as it has been read.</summary>
public sealed record ReleaseFeedback(string Dossier) : FeedbackAct(Dossier);

/// <summary>The approval of the session's result by the leading group, as the register has it. By the program alone.</summary>
public sealed record TakeApproval(Approval Approval) : RoomAct;

/// <summary>The approval (审定) of a session's result (Article 18).</summary>
/// <param name="Document">Number of the document, 1 to 100 characters.</param>
/// <param name="On">The day of the document.</param>
[Article(18)]
public sealed record Approval(string Document, DateOnly On)
{
    public const int LongestDocument = 100;
}

/// <summary>Something that happened to a dossier's feedback report.</summary>
public abstract record FeedbackEvent(string Dossier) : DossierEvent(Dossier);

public sealed record FeedbackTextSettled(string Dossier, string Text, bool Include, string? Wording, bool WithoutQuote, string? Reason) : FeedbackEvent(Dossier);

/// <param name="Texts">Ids of the texts in it, in their order.</param>
/// <param name="Gone">Texts that had been read and have left with a voided sheet since.</param>
public sealed record FeedbackReleased(string Dossier, Approval Approval, ImmutableArray<string> Texts, int Gone) : FeedbackEvent(Dossier);

public sealed record ApprovalTaken(Approval Approval) : RoomEvent;
