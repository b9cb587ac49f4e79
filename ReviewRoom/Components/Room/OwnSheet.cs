using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Room;

/// <summary>A value that was asked for and not stored, with the sentence why.</summary>
public sealed record Unstored(string CommandId, string Criterion, string Field, string Wanted, int? Rate, string Words, string At);

/// <summary>The seat's own sheet as its page shows it: what is stored, what is on its way, what was refused.</summary>
public sealed class OwnSheet(Rubric rubric)
{
    private readonly Dictionary<string, (string CommandId, int? Rate)> sending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unstored> unstored = new(StringComparer.Ordinal);
    private HashSet<string> answered = new(StringComparer.Ordinal);

    public Rubric Rubric => rubric;

    /// <summary>What the server says is stored.</summary>
    public MineView Stored { get; private set; } = new(false, false, null, ImmutableSortedDictionary<string, int>.Empty, ImmutableSortedDictionary<string, string>.Empty, [], 0, null, null, null);

    /// <summary>Items with a mark or a reason why not.</summary>
    public IReadOnlySet<string> Answered => answered;

    public void Take(MineView mine)
    {
        Stored = mine;
        answered = [.. mine.Marks.Keys, .. mine.CannotJudge.Keys];
    }

    /// <summary>What the scale shows: the rate on its way, else the stored one.</summary>
    public int? RateOf(string criterion) =>
        sending.TryGetValue(criterion, out var asked) ? asked.Rate : Stored.Marks.TryGetValue(criterion, out var rate) ? rate : null;

    public bool IsSending(string criterion) => sending.ContainsKey(criterion);

    public Unstored? UnstoredOf(string criterion) => unstored.Values.FirstOrDefault(u => u.Criterion == criterion);

    public CommentView? CommentOf(string criterion, CommentKind kind) => Stored.Comments.FirstOrDefault(c => c.Criterion == criterion && c.Kind == kind);

    public IEnumerable<CommentView> EvidenceOf(string criterion) => Stored.Comments.Where(c => c.Criterion == criterion && c.Place is not null);

    public void Ask(string criterion, string commandId, int? rate) => sending[criterion] = (commandId, rate);

    /// <summary>Ends the wait for this command; a later one for the same item goes on waiting.</summary>
    public void Answer(string criterion, string commandId)
    {
        if (sending.TryGetValue(criterion, out var asked) && asked.CommandId == commandId) sending.Remove(criterion);
    }

    public void Refuse(Unstored value) => unstored[value.Criterion + value.Field] = value;

    public void Forget(string criterion, string field) => unstored.Remove(criterion + field);

    public ImmutableArray<string> Unanswered => [.. rubric.Criteria.Where(c => !answered.Contains(c.Code)).Select(c => c.Code)];

    /// <summary>Items whose mark asks for a strength or an opportunity with its place, and has none.</summary>
    public ImmutableArray<string> WithoutEvidence(EvidenceRequired required) =>
        [.. rubric.Criteria.Where(c => Stored.Marks.TryGetValue(c.Code, out var rate) && Asks(rate, required) && !HasEvidence(c.Code)).Select(c => c.Code)];

    public static bool Asks(int rate, EvidenceRequired required) => required switch
    {
        EvidenceRequired.OutsideMiddle => rate is < 50 or > 65,
        EvidenceRequired.Extremes => rate is <= 25 or >= 90,
        _ => false,
    };

    /// <summary>Sum of the points given so far.</summary>
    public decimal Subtotal => rubric.Criteria.Sum(c => Stored.Marks.TryGetValue(c.Code, out var rate) ? c.Points * rate / 100m : 0m);

    /// <summary>Full points of the items marked so far.</summary>
    public int SubtotalOf => rubric.Criteria.Sum(c => Stored.Marks.ContainsKey(c.Code) ? c.Points : 0);

    /// <summary>The items with the least written evidence: fewest places, then fewest words.</summary>
    public ImmutableArray<string> Thinnest(int count) =>
        [.. rubric.Criteria.Where(c => Stored.Marks.ContainsKey(c.Code)).OrderBy(c => EvidenceOf(c.Code).Count())
            .ThenBy(c => Stored.Comments.Where(o => o.Criterion == c.Code).Sum(o => o.Text.Length)).Take(count).Select(c => c.Code)];

    /// <summary>What is stored, by <c>criterion|field</c> in the browser's names.</summary>
    public IReadOnlyDictionary<string, string> ByField =>
        Stored.Marks.Select(m => ($"{m.Key}|mark", m.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Concat(Stored.Comments.Select(c => ($"{c.Criterion}|{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(c.Kind.ToString())}", c.Text)))
            .ToDictionary(StringComparer.Ordinal);

    private bool HasEvidence(string criterion) => EvidenceOf(criterion).Any(c => c.Kind != CommentKind.SiteIssue);
}
