using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Standings;

/// <summary>A ranked dossier as the quota looks at it.</summary>
internal sealed record Contestant(string Key, ApplicantKind Kind, Rational Points, int Of, ImmutableArray<WonBefore>? Won)
{
    public static Contestant From(Contender contender) => new(
        DossierSnapshot.KeyOf(contender.Room.Id, contender.Dossier.Id), contender.Dossier.Plan.Kind,
        contender.Rate.Value * contender.Room.Rubric.TotalPoints, contender.Room.Rubric.TotalPoints, contender.Dossier.Plan.Won);

    public Candidate Candidate => new(Key, Kind, Points, Of, WonBefore: Won is { } won ? [.. won.Select(Award.Of).OfType<Award>()] : null);
}

/// <summary>What the quota would give contestants in order of rate: bracket and tag of each, and the places left over.</summary>
/// <param name="Brackets">main, nomination, undecided (a tie over the last places), pending (behind such a tie), or null for no place.</param>
/// <param name="Tags">repeat: outside the quota (Article 23); withinValidity: holds an award still valid (Article 4).</param>
[Article(4, 11, 23)]
internal sealed record QuotaPlaces(ImmutableArray<string?> Brackets, ImmutableArray<string?> Tags, VacantPlaces? Vacant, string? Tied)
{
    public const string Main = "main";
    public const string Nomination = "nomination";
    public const string Repeat = "repeat";

    /// <param name="asOf">The day on which the validity of earlier awards is looked at.</param>
    public static QuotaPlaces Of(ImmutableArray<Contestant> ordered, DateOnly asOf)
    {
        if (ordered.IsEmpty) return new QuotaPlaces([], [], null, null);
        var decision = Decision.Decide(new DecisionRequest(asOf.Year, asOf, new DecisionSettings(), [.. ordered.Select(c => c.Candidate)]));
        var brackets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var won in decision.Main) brackets[won.Id] = Main;
        foreach (var won in decision.Nomination) brackets[won.Id] = Nomination;
        foreach (var tie in decision.Undecided)
        {
            foreach (var id in tie.Ids) brackets[id] = "undecided";
            foreach (var id in tie.Pending) brackets.TryAdd(id, "pending");
        }
        var tags = decision.Main.Concat(decision.Nomination).Where(w => w.OutsideQuota).Select(w => (w.Id, Tag: Repeat))
            .Concat(decision.NotAwarded.Where(n => n.Reason == NotAwardedReason.WithinValidity).Select(n => (n.Id, Tag: "withinValidity")))
            .ToDictionary(t => t.Id, t => t.Tag, StringComparer.Ordinal);
        return new QuotaPlaces(
            [.. ordered.Select(c => brackets.GetValueOrDefault(c.Key))], [.. ordered.Select(c => tags.GetValueOrDefault(c.Key))],
            new VacantPlaces(decision.Vacant.Main, decision.Vacant.Nomination),
            decision.Undecided.Select(t => t.Grade == Grade.Main ? Main : Nomination).FirstOrDefault());
    }

    /// <summary>The stretches of rows that lie in each grade; nomination ends below the last row that has a place in it.</summary>
    public ImmutableArray<BracketView> Stretches()
    {
        if (Vacant is null) return [];
        var main = Stretch(Main, QuotaAllocation.QuotaOf(Grade.Main), 0, Vacant.Main);
        return Tied == Main ? [main] : [main, Stretch(Nomination, QuotaAllocation.QuotaOf(Grade.Nomination), main.Rows, Vacant.Nomination)];
    }

    private BracketView Stretch(string grade, int places, int from, int vacant)
    {
        var last = from - 1;
        for (var i = from; i < Brackets.Length; i++)
            if (Brackets[i] == grade || (Brackets[i] == "undecided" && Tied == grade)) last = i;
        return new BracketView(grade, places, from, last - from + 1, vacant, Tied == grade ? true : null);
    }
}
