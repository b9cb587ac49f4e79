using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Conduct;

/// <summary>The conduct files of all experts (Article 22), one stream.</summary>
[Article(22)]
public sealed partial record ConductBook : IStreamState<ConductBook, ConductAct, ConductEvent>
{
    private ConductBook() { }

    public static ConductBook Blank { get; } = new();

    public long Version { get; init; }

    /// <summary>By the expert's person id.</summary>
    public ImmutableSortedDictionary<string, ConductFile> Files { get; init; } = ImmutableSortedDictionary.Create<string, ConductFile>(StringComparer.Ordinal);

    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public ConductFile? Find(string expert) => Files.GetValueOrDefault(expert);

    /// <summary>May this person not review on this day?</summary>
    [Article(22)]
    public bool IsWithdrawn(string expert, DateOnly day) => Find(expert)?.IsWithdrawnOn(day) == true;

    public ConductBook Apply(ConductEvent happened, Stamp stamp) =>
        this with { Files = Files.SetItem(happened.Expert, Next(Find(happened.Expert) ?? new ConductFile(happened.Expert, [], []), happened, stamp)), Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };

    private static ConductFile Next(ConductFile file, ConductEvent happened, Stamp stamp) => happened switch
    {
        IncidentNoted e => file with { Incidents = file.Incidents.Add(new Incident(e.Id, e.Of, e.On, e.Facts, e.Room, e.Dossier, e.Evidence, stamp.At, stamp.Actor)) },
        WithdrawalProposed e => file with { Proposals = file.Proposals.Add(new ConductProposal(e.Id, e.Incident, KindOf(file, e.Incident), e.From, e.Until, null, e.Reason, stamp.At, stamp.Actor, null, null, null)) },
        DisciplineProposed e => file with { Proposals = file.Proposals.Add(new ConductProposal(e.Id, e.Incident, KindOf(file, e.Incident), null, null, e.PassedTo, e.Reason, stamp.At, stamp.Actor, null, null, null)) },
        ProposalAnswered e => With(file, e.Id, p => p with { Answer = e.Text, AnsweredAt = stamp.At }),
        WithdrawalDecided e => With(file, e.Id, p => p with { Decision = new ConductDecision(e.Granted, e.Reason, stamp.Actor, stamp.At, null, null) }),
        WithdrawalConfirmed e => With(file, e.Id, p => p with { Decision = p.Decision is { } decision ? decision with { ConfirmedBy = stamp.Actor, ConfirmedAt = stamp.At } : null }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static Misconduct KindOf(ConductFile file, string incident) => file.Incidents.First(i => i.Id == incident).Kind;

    private static ConductFile With(ConductFile file, string proposal, Func<ConductProposal, ConductProposal> change) => file with { Proposals = [.. file.Proposals.Select(p => p.Id == proposal ? change(p) : p)] };

    private static string Numbered(char of, int count) => string.Create(CultureInfo.InvariantCulture, $"{of}{count + 1}");
}
