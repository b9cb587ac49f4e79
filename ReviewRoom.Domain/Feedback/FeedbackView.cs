using System.Collections.Immutable;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Feedback;

/// <summary>How far the reading of a dossier's feedback texts has come: office and supervisor, from the closing on.</summary>
/// <param name="Texts">How many there are to read; <paramref name="Read"/> of them have been settled.</param>
public sealed record FeedbackProgress(int Texts, int Read, DateTimeOffset? ReleasedAt);

/// <summary>The reading list of one dossier as office and supervisor see it: every text that could go to the applicant, and what was settled about it. No seat, no name.</summary>
/// <param name="Gone">Texts that had been read and have left with a voided sheet since.</param>
/// <param name="Approval">The session's approval, if it is known.</param>
public sealed record FeedbackView(
    string Room, string Dossier, string Title, Phase Phase, bool? Frozen, Approval? Approval, FeedbackRelease? Released, int Editions, int Gone, ImmutableArray<FeedbackTextView> Texts)
{
    public int Unread => Texts.Count(t => t.Reading is null);

    public int Included => Texts.Count(t => t.Reading?.Include == true);
}

/// <param name="Name">Of the criterion.</param>
public sealed record FeedbackTextView(string Id, string Criterion, Words Name, CommentKind Kind, string Words, Place? Place, FeedbackReading? Reading);

/// <summary>
/// The feedback report (反馈报告) to the applicant: strengths and opportunities by item of the score table, as the office has read them.
/// It holds no name, seat, mark or number of experts; texts stand in the order of their own hash.
/// </summary>
/// <param name="Approval">Absent, with the next two, in a preview: it has not been released.</param>
/// <param name="Edition">1 for the first release.</param>
public sealed record FeedbackReport(
    string Session, string SessionTitle, string Dossier, string Applicant, ApplicantKind Kind, RubricName Rubric, Approval? Approval, DateTimeOffset? ReleasedAt, int? Edition,
    ImmutableArray<FeedbackChapter> Chapters);

/// <summary>A chapter of the score table; only those about which something is said.</summary>
public sealed record FeedbackChapter(string Code, Words Name, ImmutableArray<FeedbackItem> Items);

public sealed record FeedbackItem(string Criterion, Words Name, ImmutableArray<FeedbackPoint> Strengths, ImmutableArray<FeedbackPoint> Opportunities);

/// <param name="At">Place in the dossier; <paramref name="Quote"/> the words there.</param>
public sealed record FeedbackPoint(string Text, string? At, string? Quote);
