using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Rooms;

/// <summary>What the site visit found about a question that the documents left open.</summary>
public enum SiteOutcome { Verified, Clarified, NotConfirmed }

/// <summary>A question for the site visit (现场核实问题), from the remarks of the document review; who asked is not told.</summary>
/// <param name="Id">Criterion and number: <c>4.3.2-1</c>.</param>
public sealed record SiteIssue(string Id, string Criterion, string Text, Place? Place = null);

/// <summary>What was found about it; the newest finding stands.</summary>
/// <param name="Seat">Who wrote it down.</param>
public sealed record SiteFinding(SiteOutcome Outcome, string Text, string Seat, DateTimeOffset At);

/// <param name="Finding">Absent while nothing is found yet.</param>
public sealed record SiteIssueView(string Id, string Criterion, string Text, Place? Place, SiteFinding? Finding);

/// <summary>The final marks of a seat's own sheet of the document review, in the rubric's order.</summary>
public sealed record CarriedSheet(string Seat, ImmutableArray<Rate?> Marks);

/// <summary>What a dossier's site review starts from.</summary>
public sealed record SiteStart(ImmutableArray<CarriedSheet> Sheets, ImmutableArray<SiteIssue> Issues);

/// <summary>A conflict of interest as it stood in the document review: it goes on in the site review.</summary>
public sealed record PriorConflict(string Dossier, Conflict Conflict);

/// <summary>How a site review (现场评审, Article 17) follows from the document review of a room.</summary>
[Article(17)]
public static class SiteReview
{
    /// <summary>
    /// The plan of a site room, completed from the room whose dossiers it goes to see: score table, texts, conflicts of interest. Only closed dossiers are gone to see.
    /// </summary>
    public static Outcome<CreateRoom> Prepared(CreateRoom act, Room reviewed, Person by)
    {
        if (act.Session != reviewed.Session || reviewed.Rehearsal is not null || act.Dossiers.IsDefaultOrEmpty) return Refusal.Malformed("siteReviewOf");
        var chosen = act.Dossiers.Select(d => (d.Id, Found: reviewed.Find(d.Id))).ToArray();
        ImmutableArray<string> open = [.. chosen.Where(c => c.Found is not { Phase: >= Phase.Closed, Stands: true }).Select(c => c.Id)];
        if (!open.IsEmpty) return new Refusal(RefusalCode.NoResult) { Criteria = open };
        if (chosen.Any(c => c.Found?.AccessOf(by.Id) != Access.Full)) return RefusalCode.Recused;
        return act with
        {
            Rubric = reviewed.Rubric,
            Dossiers = [.. chosen.Select(c => c.Found).OfType<Dossier>().Select(d => d.Plan)],
            Prior = [.. chosen.Select(c => c.Found).OfType<Dossier>().SelectMany(d => d.Conflicts.Select(c => new PriorConflict(d.Id, c with { Seat = act.Seats.FirstOrDefault(s => s.PersonId == c.PersonId)?.Seat })))],
        };
    }

    /// <summary>What the dossier starts from now, or null while its document review is not closed. Recused, absent and departed persons bring nothing.</summary>
    public static SiteStart? StartOf(Room reviewed, Room site, string dossier)
    {
        if (reviewed.Find(dossier) is not { Phase: >= Phase.Closed } found) return null;
        var counted = reviewed.TallyOf(found).Counted;
        return new SiteStart([.. counted.SelectMany(place => Carried(reviewed, found, place, site))], IssuesOf(reviewed, found, counted));
    }

    private static IEnumerable<CarriedSheet> Carried(Room reviewed, Dossier dossier, int place, Room site) =>
        site.Seats.Where(s => s.PersonId == reviewed.Seats[place].PersonId).Select(s => new CarriedSheet(s.Letter, dossier.Sheets[place].Marks));

    /// <summary>By criterion and text, the same question once: neither order nor number tells who asked.</summary>
    private static ImmutableArray<SiteIssue> IssuesOf(Room reviewed, Dossier dossier, ImmutableArray<int> counted) =>
    [
        .. counted.SelectMany(place => dossier.Sheets[place].Comments).Where(c => c.Kind == CommentKind.SiteIssue)
            .DistinctBy(c => (c.Criterion, c.Text)).GroupBy(c => c.Criterion).OrderBy(g => reviewed.Rubric.PlaceOf(g.Key))
            .SelectMany(g => g.OrderBy(c => c.Text, StringComparer.Ordinal).Select((c, i) => new SiteIssue($"{c.Criterion}-{i + 1}", c.Criterion, c.Text, c.Place))),
    ];

    /// <summary>
    /// One review of each dossier: once its site review has begun, that one, whose score takes the place of the document review's.
    /// </summary>
    /// <param name="reviews">Dossiers with their rooms, of one session.</param>
    /// <param name="replaces">Whether this review has come so far that it takes the earlier one's place.</param>
    public static IEnumerable<(Room Room, Dossier Dossier)> Standing(IReadOnlyCollection<(Room Room, Dossier Dossier)> reviews, Func<Dossier, bool> replaces)
    {
        var replaced = reviews.Where(r => r.Room.SiteReviewOf is not null && replaces(r.Dossier)).Select(r => (r.Room.SiteReviewOf ?? "", r.Dossier.Id)).ToHashSet();
        return reviews.Where(r => !replaced.Contains((r.Room.Id, r.Dossier.Id)) && (r.Room.SiteReviewOf is null || replaces(r.Dossier)));
    }
}
