using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Conduct;

public sealed partial record ConductBook
{
    public const int LongestText = 4_000;
    public const int LongestName = 200;

    /// <summary>The supervisory body notes and proposes, two of the office decide, the expert answers for himself; to all others there are no files.</summary>
    [Article(22)]
    public Outcome<ConductEvent> Decide(ConductAct act, Asking asking)
    {
        var (by, today) = (asking.By, ChinaTime.DayOf(asking.At));
        if (act is AnswerProposal answer) return DecideAnswer(answer, by);
        var (isSupervisor, isOffice) = (by.Roles.HasFlag(Roles.Supervisor), by.Roles.HasFlag(Roles.Office));
        if (!isSupervisor && !isOffice) return RefusalCode.NotFound;
        return act switch
        {
            // Nobody decides about himself.
            AboutExpert { Expert: var expert } when expert == by.Id => RefusalCode.NotAllowed,
            NoteIncident note when isSupervisor => DecideNote(note, today),
            ProposeWithdrawal propose when isSupervisor => DecideProposal(propose, today),
            ProposeDiscipline propose when isSupervisor => DecideProposal(propose),
            DecideWithdrawal decide when isOffice => DecideDecision(decide, by),
            ConfirmWithdrawal confirm when isOffice => DecideConfirmation(confirm, by),
            _ => RefusalCode.NotAllowed,
        };
    }

    [Article(22)]
    private Outcome<ConductEvent> DecideNote(NoteIncident act, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(act.Expert)) return Refusal.Malformed("expert");
        if (!Enum.IsDefined(act.Kind)) return Refusal.Malformed("kind");
        if (act.On > today) return Refusal.Malformed("on");
        if (act.Dossier is not null && act.Room is null) return Refusal.Malformed("room");
        if (act.Evidence is { IsSound: false }) return Refusal.Malformed("evidence");
        return Refusal.OfText(act.Facts, "facts", LongestText)
            ?? (Outcome<ConductEvent>)new IncidentNoted(act.Expert, Numbered('i', Find(act.Expert)?.Incidents.Length ?? 0), act.Kind, act.On, act.Facts.Trim(), act.Room, act.Dossier, act.Evidence);
    }

    [Article(22)]
    private Outcome<ConductEvent> DecideProposal(ProposeWithdrawal act, DateOnly today)
    {
        if (Find(act.Expert) is not { } file || file.Incidents.All(i => i.Id != act.Incident)) return RefusalCode.NotFound;
        if (act.From < today) return Refusal.Malformed("from");
        if (act.Until < act.From) return Refusal.Malformed("until");
        return Worded(act.Reason, act.IsSealed) ?? (Outcome<ConductEvent>)new WithdrawalProposed(act.Expert, Numbered('w', file.Proposals.Count(p => p.IsWithdrawal)), act.Incident, act.From, act.Until, act.Reason.Trim());
    }

    [Article(22)]
    private Outcome<ConductEvent> DecideProposal(ProposeDiscipline act)
    {
        if (Find(act.Expert) is not { } file || file.Incidents.All(i => i.Id != act.Incident)) return RefusalCode.NotFound;
        if (act.PassedTo?.Trim() is not { Length: > 0 and <= LongestName }) return Refusal.Malformed("passedTo");
        return Worded(act.Reason, act.IsSealed) ?? (Outcome<ConductEvent>)new DisciplineProposed(act.Expert, Numbered('d', file.Proposals.Count(p => !p.IsWithdrawal)), act.Incident, act.PassedTo.Trim(), act.Reason.Trim());
    }

    /// <summary>Once for each proposal, and until the office's decision stands.</summary>
    [Article(22)]
    private Outcome<ConductEvent> DecideAnswer(AnswerProposal act, Person by)
    {
        if (Find(by.Id)?.Find(act.Proposal) is not { } proposal) return RefusalCode.NotFound;
        if (proposal.Answer is not null || proposal.Decision is { ConfirmedAt: not null }) return RefusalCode.AlreadySettled;
        return Refusal.OfText(act.Text, "text", LongestText) ?? (Outcome<ConductEvent>)new ProposalAnswered(by.Id, proposal.Id, act.Text.Trim());
    }

    [Article(22)]
    private Outcome<ConductEvent> DecideDecision(DecideWithdrawal act, Person by)
    {
        if (Find(act.Expert)?.Find(act.Proposal) is not { IsWithdrawal: true } proposal) return RefusalCode.NotFound;
        if (proposal.IsSettled) return RefusalCode.AlreadySettled;
        if (proposal.By == by.Id) return RefusalCode.SamePerson;
        return Refusal.OfText(act.Reason, "reason", LongestText) ?? (Outcome<ConductEvent>)new WithdrawalDecided(act.Expert, act.Proposal, act.Granted, act.Reason.Trim());
    }

    [Article(22)]
    private Outcome<ConductEvent> DecideConfirmation(ConfirmWithdrawal act, Person by)
    {
        if (Find(act.Expert)?.Find(act.Proposal) is not { IsWithdrawal: true } proposal) return RefusalCode.NotFound;
        if (proposal.IsSettled) return RefusalCode.AlreadySettled;
        if (proposal.Decision is not { } decision) return RefusalCode.NotProposed;
        return decision.By == by.Id || proposal.By == by.Id ? RefusalCode.SamePerson : new WithdrawalConfirmed(act.Expert, act.Proposal);
    }

    /// <summary>What office and expert read tells no mark: while marks are sealed it holds no figure.</summary>
    private static Refusal? Worded(string reason, bool isSealed) =>
        Refusal.OfText(reason, "reason", LongestText) ?? (isSealed && reason.Any(char.IsNumber) ? new Refusal(RefusalCode.MarksSealed) : null);
}
