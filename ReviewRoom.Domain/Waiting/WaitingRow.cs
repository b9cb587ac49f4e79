using System.Collections.Immutable;

namespace ReviewRoom.Domain.Waiting;

/// <summary>What is waited for: resource key <c>For.{name}</c>.</summary>
public enum WaitingFor
{
    Declarations, Opening, Sheets, Reveal, Items, Close, Signatures, Conflicts, SecondPerson, Texts,
    Announcement, Application, Recommendation, FormalCheck, Correction, Consultation, Replies, Opinion, Closing, Proposal, Review, Publishing, NoticePeriod, Handlers, Objection, Approval, Conferral,
    Payment, Recovery, Investigation, Revocation, RevocationApproval, Return,
}

/// <summary>Whose step it is: resource key <c>On.{name}</c>; where names are known they stand instead.</summary>
public enum WaitingOn { Office, Seats, Units, LeadingGroup, Handlers, Finance, Public, Counties, Applicants }

/// <summary>One line of "who waits for whom" (谁在等谁): what, of which dossier, whose step, until when, by which article, and where it is done.</summary>
/// <param name="Subject">Id of the applicant it concerns; absent where it concerns the session.</param>
/// <param name="Title">His name.</param>
/// <param name="Names">Who is waited for, where that is known and is not a body as a whole: seats, units, handlers.</param>
/// <param name="N">How many there are; 0 where one thing is waited for.</param>
/// <param name="Due">Until when; absent where no time is set.</param>
/// <param name="IsDay">A day is set, not a moment: it ends at midnight.</param>
/// <param name="IsMine">The next step is the reader's own.</param>
public sealed record WaitingRow(
    WaitingFor What, WaitingOn On, string? Subject, string? Title, ImmutableArray<string> Names, int N, DateTimeOffset? Due, bool IsDay, int Article, string Link, bool IsMine)
{
    /// <summary>Title of the session it belongs to.</summary>
    public string Session { get; init; } = "";
}
