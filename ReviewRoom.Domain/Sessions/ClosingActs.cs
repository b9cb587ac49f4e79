using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Sessions;

/// <summary>Puts in the days off of a year, by which notices and time limits are counted; a later table of the same year replaces it.</summary>
public sealed record PutHolidays(HolidayTable Table) : SessionAct;

/// <summary>The leading group's meeting on the proposed list (Article 5): passed, or returned to the office, by a vote.</summary>
/// <param name="For">Votes for it.</param>
/// <param name="Document">Number or name of the minutes of its meeting; 1 to 200 characters.</param>
/// <param name="Reason">Needed where it is returned.</param>
/// <param name="Order">Decides a tie over the last places: the equals in the group's order.</param>
/// <param name="LeftVacant">Places left vacant though the score would carry them (Article 4), each with its reason.</param>
[Article(4, 5)]
public sealed record ReviewProposal(
    bool Passed, int For, int Against, int Abstained, string Document, string? Reason = null, ImmutableArray<string>? Order = null, ImmutableArray<LeftVacant>? LeftVacant = null) : SessionAct;

/// <param name="Candidate">Who would have had the place.</param>
public sealed record LeftVacant(string Candidate, string Reason);

/// <summary>Publishes the proposed list (公示, Article 5): so many working days from the day after.</summary>
/// <param name="On">The day of publication, not before the day it is asked for.</param>
[Article(5, 18)]
public sealed record PublishNotice(DateOnly On, string Contact) : SessionAct;

/// <summary>A real-name objection of somebody (Article 5). Who it is stands nowhere in the ledger; asked by the program for the public page.</summary>
/// <param name="Receipt">What the objector holds to ask how it stands.</param>
/// <param name="Facts">1 to 4,000 characters.</param>
/// <param name="Identity">Hash of what is kept encrypted of the objector.</param>
[Article(5)]
public sealed record FileObjection(string Receipt, string Candidate, string Condition, string Facts, string Identity) : SessionAct;

/// <summary>Names the two of the office who handle an objection; they alone may read who it is from.</summary>
public sealed record NameHandlers(string Receipt, string First, string Second) : SessionAct;

/// <summary>One of the two handlers reads who an objection is from, or a file of it. Recorded before it is shown.</summary>
/// <param name="File">Place of the file from 1; absent where it is the name.</param>
[Article(5)]
public sealed record ReadObjector(string Receipt, int? File = null) : SessionAct;

/// <summary>Settles an objection after investigation, by one of its handlers; upheld strikes the candidate off.</summary>
public sealed record SettleObjection(string Receipt, bool Upheld, string Reason) : SessionAct;

/// <summary>What happens by itself when the notice is over. Asked by the program alone.</summary>
[Article(5, 18)]
public sealed record EndNotice : SessionAct;

/// <summary>The leading group approves the list (审定, Article 5), after the notice and with every objection settled.</summary>
[Article(5)]
public sealed record ApproveList(string Document, DateOnly On) : SessionAct;

/// <summary>The city government confers the award (Articles 2 and 19): valid from this day.</summary>
[Article(2, 4, 19)]
public sealed record ConferAwards(string Document, DateOnly On) : SessionAct;

/// <summary>A winner as the notice, the approval and the register carry it.</summary>
/// <param name="Recommended">Id of the body that recommended the applicant.</param>
public sealed record Winner(string Id, string Title, Rooms.ApplicantKind Kind, Grade Grade, bool OutsideQuota, int AmountYuan, string? Recommended = null);

public sealed record HolidaysPut(HolidayTable Table) : SessionEvent;

/// <param name="Winners">The list as passed, by number within the grade; empty where it was returned.</param>
/// <param name="Vacant">Places nobody takes.</param>
public sealed record ProposalReviewed(ReviewProposal Review, ImmutableArray<Winner> Winners, Vacancies Vacant) : SessionEvent;

/// <param name="From">First day of the period: the day after publication or the first working day after it.</param>
/// <param name="To">Last day, until midnight.</param>
public sealed record NoticePublished(DateOnly On, DateOnly From, DateOnly To, string Contact, ImmutableArray<Winner> Winners, Vacancies Vacant) : SessionEvent;

public sealed record ObjectionFiled(string Receipt, string Candidate, string Condition, string Facts, string Identity) : SessionEvent;

public sealed record HandlersNamed(string Receipt, string First, string Second) : SessionEvent;

public sealed record ObjectorRead(string Receipt, int? File) : SessionEvent;

public sealed record ObjectionSettled(string Receipt, bool Upheld, string Reason) : SessionEvent;

public sealed record NoticeEnded(ImmutableArray<int> Articles) : SessionEvent;

/// <param name="Winners">Without who was struck off.</param>
public sealed record ListApproved(string Document, DateOnly On, ImmutableArray<Winner> Winners) : SessionEvent;

/// <param name="Awards">In the order of the list.</param>
public sealed record AwardsConferred(string Document, DateOnly On, ImmutableArray<ConferredAward> Awards) : SessionEvent;

/// <summary>An award as conferred: plaque and certificate carry its number; owed is what Article 19 gives.</summary>
/// <param name="Number">Of certificate and plaque: 阳质奖〔2026〕1号 is year 2026, number 1.</param>
/// <param name="ValidUntil">The day before the fifth anniversary.</param>
[Article(4, 19, 23)]
public sealed record ConferredAward(int Number, Winner Winner, DateOnly ValidFrom, DateOnly ValidUntil);
