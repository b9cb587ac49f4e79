using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Sessions;

// The shortlist (入围): who of the reviewed goes on to the site review (Article 17).
public sealed partial record AwardSession
{
    private Shortlist? Shortlisted { get; init; }

    /// <summary>May be settled anew until the member units are asked; both stay on record.</summary>
    [Article(16, 17)]
    private Outcome<SessionEvent> DecideShortlist(ShortlistDossiers act)
    {
        if (Consultation is not null) return RefusalCode.WrongStage;
        if (act.Candidates.IsDefaultOrEmpty || HasTwice(act.Candidates)) return Refusal.Malformed("candidates");
        if (Worded(act.Reason, "reason") is { } unsaid) return unsaid;
        ImmutableArray<string> unknown = [.. act.Candidates.Where(c => !act.Reviewed.Contains(c) || IsWithdrawn(c))];
        if (!unknown.IsEmpty) return new Refusal(RefusalCode.NoResult) { Criteria = unknown };
        ImmutableArray<string> chosen = [.. act.Candidates.Order(StringComparer.Ordinal)];
        var reason = act.Reason.Trim();
        return Shortlisted is { } now && now.Candidates.SequenceEqual(chosen) && now.Reason == reason
            ? RefusalCode.AlreadySettled : new DossiersShortlisted(chosen, [.. act.Reviewed.Except(chosen).Order(StringComparer.Ordinal)], reason);
    }

    /// <summary>Where there is a shortlist, only who is on it and has been visited goes on.</summary>
    [Article(17)]
    private Refusal? NotVisited(StartConsultation act)
    {
        if (Shortlisted is not { } list) return null;
        ImmutableArray<string> not = [.. act.Candidates.Where(c => !list.Candidates.Contains(c) || act.Results.FirstOrDefault(r => r.Id == c)?.Visited != true)];
        return not.IsEmpty ? null : new Refusal(RefusalCode.NotVisited) { Criteria = not };
    }

    private ShortlistView? ShortlistFor(IReadOnlySet<string> barred) => Shortlisted is not { } list ? null
        : new ShortlistView([.. list.Candidates.Where(c => !barred.Contains(c))], [.. list.Ended.Where(c => !barred.Contains(c))], list.Reason, list.At);
}

/// <param name="Ended">Reviewed and not shortlisted: their review ends here.</param>
internal sealed record Shortlist(ImmutableArray<string> Candidates, ImmutableArray<string> Ended, string Reason, DateTimeOffset At);

/// <summary>The shortlist, without whom the viewer is recused from.</summary>
/// <param name="Candidates">By number, never in order of rank.</param>
/// <param name="Ended">Reviewed and not shortlisted.</param>
public sealed record ShortlistView(ImmutableArray<string> Candidates, ImmutableArray<string> Ended, string Reason, DateTimeOffset At);
