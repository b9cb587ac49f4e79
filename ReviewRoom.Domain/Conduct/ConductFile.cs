using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Conduct;

/// <summary>What an expert did, as the supervisory body noted it.</summary>
/// <param name="Id">Within the file: i1, i2 …</param>
/// <param name="By">Person id.</param>
public sealed record Incident(string Id, Misconduct Kind, DateOnly On, string Facts, string? Room, string? Dossier, Attachment? Evidence, DateTimeOffset NotedAt, string By);

/// <summary>The office's decision on a withdrawal.</summary>
/// <param name="ConfirmedBy">Another of the office; absent until then, and without him it has no effect.</param>
public sealed record ConductDecision(bool Granted, string Reason, string By, DateTimeOffset At, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

/// <summary>What the supervisory body proposes about an expert: to withdraw his review qualification, or discipline.</summary>
/// <param name="Id">Within the file: w1, w2 … for withdrawals, d1, d2 … for discipline.</param>
/// <param name="Incident">The note it rests on; for the supervisory body alone.</param>
/// <param name="From">First day of a withdrawal; absent for discipline.</param>
/// <param name="Until">Last day of a withdrawal; absent for good.</param>
/// <param name="PassedTo">Of discipline: who decides about it.</param>
/// <param name="By">Person id.</param>
/// <param name="Answer">What the expert wrote to it.</param>
public sealed record ConductProposal(string Id, string? Incident, Misconduct Kind, DateOnly? From, DateOnly? Until, string? PassedTo, string Reason, DateTimeOffset At, string By, string? Answer, DateTimeOffset? AnsweredAt, ConductDecision? Decision)
{
    public bool IsWithdrawal => From is not null;

    /// <summary>Nothing is left to be decided here: discipline is decided elsewhere.</summary>
    public bool IsSettled => !IsWithdrawal || Decision is { ConfirmedAt: not null };

    /// <summary>Granted, confirmed by a second person, and in force on this day.</summary>
    [Article(22)]
    public bool WithdrawsOn(DateOnly day) => From <= day && (Until is not { } last || day <= last) && Decision is { Granted: true, ConfirmedAt: not null };
}

/// <summary>The conduct file of one expert (Article 22).</summary>
/// <param name="Expert">Person id.</param>
[Article(22)]
public sealed record ConductFile(string Expert, ImmutableArray<Incident> Incidents, ImmutableArray<ConductProposal> Proposals)
{
    public ConductProposal? Find(string proposal) => Proposals.FirstOrDefault(p => p.Id == proposal);

    /// <summary>May not review on this day.</summary>
    public bool IsWithdrawnOn(DateOnly day) => Proposals.Any(p => p.WithdrawsOn(day));
}
