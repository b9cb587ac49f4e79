using System.Collections.Immutable;

namespace ReviewRoom.Domain.Sessions;

/// <summary>A real-name objection under the public notice; who it is from stands elsewhere, encrypted.</summary>
/// <param name="Handlers">The two of the office who handle it, once named.</param>
/// <param name="Settled">Once settled.</param>
public sealed record NoticeObjection(ObjectionFiled Filed, DateTimeOffset At, ImmutableArray<string> Handlers, ObjectionSettled? Settled, DateTimeOffset? SettledAt)
{
    /// <summary>Who read the objector's name or a file, in order.</summary>
    public ImmutableArray<ObjectorReading> Readings { get; init; } = [];
}

/// <param name="By">Person id.</param>
/// <param name="File">Place of the file; absent where it was the name.</param>
public sealed record ObjectorReading(string By, DateTimeOffset At, int? File);

/// <summary>A review of the leading group as it went.</summary>
public sealed record ProposalReviewAt(ReviewProposal Review, DateTimeOffset At, string By);

/// <summary>The closing of a session (Articles 5, 6, 19): the leading group's review, the public notice with its objections, approval, conferral.</summary>
/// <param name="Reviews">In order; a returned list is reviewed again.</param>
/// <param name="Objections">By receipt.</param>
public sealed record Closing(
    ImmutableArray<ProposalReviewAt> Reviews, ProposalReviewed? Passed, NoticePublished? Notice, ImmutableSortedDictionary<string, NoticeObjection> Objections, DateTimeOffset? NoticeEndedAt,
    ListApproved? Approval, AwardsConferred? Conferral)
{
    public static readonly Closing None = new([], null, null, ImmutableSortedDictionary.Create<string, NoticeObjection>(StringComparer.Ordinal), null, null, null);

    public IEnumerable<NoticeObjection> Unsettled => Objections.Values.Where(o => o.Settled is null);

    /// <summary>Is the candidate struck off by an objection that was upheld?</summary>
    public bool IsStruckOff(string candidate) => Objections.Values.Any(o => o.Filed.Candidate == candidate && o.Settled is { Upheld: true });

    public Closing After(SessionEvent happened, Ledger.Stamp stamp) => happened switch
    {
        ProposalReviewed e => this with { Reviews = Reviews.Add(new ProposalReviewAt(e.Review, stamp.At, stamp.Actor)), Passed = e.Review.Passed ? e : null },
        NoticePublished e => this with { Notice = e },
        ObjectionFiled e => this with { Objections = Objections.SetItem(e.Receipt, new NoticeObjection(e, stamp.At, [], null, null)) },
        HandlersNamed e => With(e.Receipt, o => o with { Handlers = [e.First, e.Second] }),
        ObjectorRead e => With(e.Receipt, o => o with { Readings = o.Readings.Add(new ObjectorReading(stamp.Actor, stamp.At, e.File)) }),
        ObjectionSettled e => With(e.Receipt, o => o with { Settled = e, SettledAt = stamp.At }),
        NoticeEnded => this with { NoticeEndedAt = stamp.At },
        ListApproved e => this with { Approval = e },
        AwardsConferred e => this with { Conferral = e },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private Closing With(string receipt, Func<NoticeObjection, NoticeObjection> change) => this with { Objections = Objections.SetItem(receipt, change(Objections[receipt])) };
}
