using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;

namespace ReviewRoom.Simulation;

/// <summary>What becomes of one candidate: the grade, a wait for the leading group, or why he gets nothing.</summary>
/// <param name="Word">main, nomination, undecided, pending, or the reason.</param>
public sealed record Outcome(string Word, Awarded? Won = null);

/// <summary>One person's sandbox: candidates thought up, the readings chosen, and what the rules make of them. It lives in the page and is kept nowhere.</summary>
public sealed class Sandbox
{
    /// <summary>So many rows a page can still show.</summary>
    public const int MostCandidates = 60;

    private static readonly JsonSerializerOptions Shown = new(Canonical.Options) { WriteIndented = true };

    private int next;

    public int Year { get; set; }

    public DateOnly? AsOf { get; set; }

    public int Of { get; private set; }

    public DecisionSettings Settings { get; set; } = new();

    public List<CandidateDraft> Candidates { get; } = [];

    /// <summary>The preset it shows; empty once anything of it has been changed.</summary>
    public string From { get; private set; } = "";

    public Decision Decision { get; private set; }

    public Sandbox(Preset preset)
    {
        Decision = Decision.Decide(preset.Request);
        Load(preset);
    }

    public void Load(Preset preset)
    {
        (Year, AsOf, Of, Settings, next) = (preset.Request.Year, preset.Request.AsOf, preset.Of, preset.Request.Settings, preset.Request.Candidates.Length);
        Candidates.Clear();
        Candidates.AddRange(preset.Request.Candidates.Select(c => CandidateDraft.From(c, preset.Of, preset.Names.GetValueOrDefault(c.Id, ""))));
        Decide();
        From = preset.Id;
    }

    public void Decide() => (From, Decision) = ("", Decision.Decide(new DecisionRequest(Year, AsOf, Settings, [.. Candidates.Select(c => c.Candidate(Of))])));

    public void FullPoints(int of)
    {
        Of = of;
        foreach (var candidate in Candidates) candidate.Recheck(of);
        Decide();
    }

    public void Add()
    {
        if (Candidates.Count >= MostCandidates) return;
        var draft = new CandidateDraft(IdOf(next++));
        draft.Points.Put(ScoreRate.Line * Of, Of);
        Candidates.Add(draft);
        Decide();
    }

    public void Remove(CandidateDraft candidate)
    {
        Candidates.Remove(candidate);
        Decide();
    }

    public Outcome OutcomeOf(string id)
    {
        if (Decision.Main.FirstOrDefault(a => a.Id == id) is { } main) return new Outcome("main", main);
        if (Decision.Nomination.FirstOrDefault(a => a.Id == id) is { } nomination) return new Outcome("nomination", nomination);
        if (Decision.Undecided.Any(u => u.Ids.Contains(id))) return new Outcome("undecided");
        return Decision.NotAwarded.FirstOrDefault(n => n.Id == id) is { } none ? new Outcome(none.Reason.ToString()) : new Outcome("pending");
    }

    /// <summary>All the money of the decision, in yuan.</summary>
    public int Yuan => Decision.Main.Concat(Decision.Nomination).Sum(a => a.AmountYuan);

    /// <summary>Changes only when somebody gets something else: what is worth saying to those who listen.</summary>
    public string Composition => string.Join('|', Candidates.Select(c => $"{c.Id} {OutcomeOf(c.Id).Word}"));

    /// <summary>The same sandbox as a request to the programming interface.</summary>
    public string AsRequest => JsonSerializer.Serialize(
        new SimulationRequest(Year, AsOf, Of, JsonSerializer.SerializeToElement(Settings, Canonical.Options).EnumerateObject().ToImmutableDictionary(s => s.Name, s => s.Value.GetString() ?? ""),
            [.. Candidates.Select(c => Written(c.Candidate(Of)))]), Shown);

    private SimulatedCandidate Written(Candidate one) => new(
        one.Id, one.Kind, PointsEntry.Plain(one.Points), one.Of == Of ? null : one.Of, Written(one.SiteReview), Written(one.Results),
        one.WonBefore is { IsEmpty: false } won ? [.. won.Select(a => new EarlierAward(a.Grade, a.ConferredOn is null ? a.Year : null, a.ConferredOn, a.Revoked ? true : null))] : null,
        one.Blocked ? true : null);

    private static string? Written(Rational? points) => points is { } value ? PointsEntry.Plain(value) : null;

    /// <summary>a to z, then a2, b2 and so on.</summary>
    private static string IdOf(int place) => place < 26 ? $"{(char)('a' + place)}" : Invariant($"{(char)('a' + place % 26)}{place / 26 + 1}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
