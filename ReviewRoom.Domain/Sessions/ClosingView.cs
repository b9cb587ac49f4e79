using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Sessions;

/// <summary>The closing of a session as office, supervisor and leading group see it.</summary>
/// <param name="Objections">In the order in which they came; the leading group reads neither facts nor receipts.</param>
public sealed record ClosingView(
    ImmutableArray<ProposalReviewAt> Reviews, ImmutableArray<Winner> Winners, Vacancies? Vacant, NoticePeriod? Notice, ImmutableArray<NoticeObjectionView> Objections, ListApproved? Approval, AwardsConferred? Conferral);

/// <param name="From">First day that counts.</param>
/// <param name="To">Last day, until midnight.</param>
/// <param name="IsOver">Noted by the program.</param>
public sealed record NoticePeriod(DateOnly On, DateOnly From, DateOnly To, string Contact, bool IsOver);

/// <param name="Receipt">Absent for the leading group.</param>
/// <param name="Facts">Absent for the leading group.</param>
/// <param name="Upheld">Absent until it is settled.</param>
public sealed record NoticeObjectionView(string Candidate, string Condition, DateTimeOffset At, string? Receipt, string? Facts, ImmutableArray<string> Handlers, bool? Upheld, string? Reason)
{
    /// <summary>Readings of the objector's name and files; none for the leading group.</summary>
    public ImmutableArray<ObjectorReading> Readings { get; init; } = [];
}

/// <summary>The public notice (公示), as anybody may read it: no score, no expert, no objector, no order of merit.</summary>
/// <param name="Days">The working days of the period, in order.</param>
public sealed record NoticeView(
    string Session, string Title, DateOnly On, DateOnly From, DateOnly To, ImmutableArray<DateOnly> Days, string Contact, ImmutableArray<NoticeRow> Main, ImmutableArray<NoticeRow> Nomination, Vacancies Vacant, bool IsOver)
{
    /// <summary>The notice as it was published: whether it is over is no part of it.</summary>
    public byte[] AsPublished() => Canonical.Bytes(this with { IsOver = false });

    /// <summary>SHA-256 of the published bytes: the same on the page, on paper and in the archive.</summary>
    public string CheckCode() => Canonical.Hash(AsPublished());

    /// <summary>Working days of the period that have begun.</summary>
    public int DayAt(DateOnly today) => Days.Count(d => d <= today);

    /// <summary>Working days of the period after today.</summary>
    public int LeftAfter(DateOnly today) => Days.Count(d => d > today);
}

/// <param name="Recommended">Name of the body that recommended the applicant.</param>
/// <param name="IsRepeat">Plaque and certificate without money, outside the quota (Article 23).</param>
public sealed record NoticeRow(string Id, string Title, ApplicantKind Kind, string? Recommended, bool IsRepeat);

/// <summary>What an objector learns of his objection.</summary>
public enum ObjectionStanding { Received, BeingHandled, Upheld, NotUpheld }

/// <param name="Reason">Once settled.</param>
public sealed record ObjectionStatus(string Receipt, ObjectionStanding Standing, DateTimeOffset At, string? Reason)
{
    /// <summary>From then on runs the time after which the objector's name is deleted.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}
