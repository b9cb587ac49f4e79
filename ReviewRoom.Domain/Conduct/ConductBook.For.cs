using System.Collections.Immutable;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Conduct;

public sealed partial record ConductBook
{
    /// <summary>The whole files for the supervisory body; for the office what is proposed on the qualification and decided, and no note; null for everybody else.</summary>
    [Article(22)]
    public ConductView? For(Person person, DateOnly today)
    {
        if (person.Roles.HasFlag(Roles.Supervisor)) return new ConductView("supervisor", Version, [.. Files.Values.Where(f => f.Expert != person.Id).Select(f => new ConductFileView(f.Expert, f.IsWithdrawnOn(today), f.Incidents, f.Proposals))]);
        if (!person.Roles.HasFlag(Roles.Office)) return null;
        return new ConductView("office", Version, [.. Files.Values.Where(f => f.Expert != person.Id && f.Proposals.Any(p => p.IsWithdrawal)).Select(f => new ConductFileView(f.Expert, f.IsWithdrawnOn(today), [], [.. f.Proposals.Where(p => p.IsWithdrawal).Select(p => p with { Incident = null })]))]);
    }

    /// <summary>What is proposed and decided about this person himself: nothing of notes, evidence or who acted, and no decision before it stands.</summary>
    [Article(22)]
    public OwnConduct Own(string personId, DateOnly today) => new(
        Find(personId)?.IsWithdrawnOn(today) == true,
        [.. (Find(personId)?.Proposals ?? []).Select(p => new OwnProposal(
            p.Id, p.Kind, p.From, p.Until, p.PassedTo, p.Reason, ChinaTime.DayOf(p.At), p.Answer, p.Decision is { ConfirmedAt: { } at } decision ? new OwnDecision(decision.Granted, decision.Reason, ChinaTime.DayOf(at)) : null))]);
}
