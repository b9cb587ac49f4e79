using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Sessions;

// An applicant who withdraws until the public notice goes no further in the session (law.md 3).
public sealed partial record AwardSession
{
    private ImmutableSortedSet<string> Gone { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Has this applicant withdrawn, as the session knows it?</summary>
    public bool IsWithdrawn(string candidate) => Gone.Contains(candidate);

    /// <summary>Follows from the withdrawal of an application; noted once, and not after the public notice.</summary>
    [Article(13)]
    private Outcome<SessionEvent> DecideWithdrawal(NoteWithdrawal act) =>
        Stage >= SessionStage.PublicNotice ? RefusalCode.WrongStage : IsWithdrawn(act.Candidate) ? RefusalCode.AlreadySettled : new CandidateWithdrawn(act.Candidate, [13]);

    /// <summary>A list he was part of is a list no more: the office proposes anew, without him.</summary>
    private AwardSession Without(string candidate)
    {
        var without = this with { Gone = Gone.Add(candidate) };
        return Proposal is null || Consultation?.Candidates.All(c => c.Id != candidate) != false ? without
            : without with { Proposal = null, ProposedAt = null, Closing = Closing with { Passed = null } };
    }
}
