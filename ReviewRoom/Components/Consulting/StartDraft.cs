using System.Collections.Immutable;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Components.Consulting;

/// <summary>A consultation as the office has set it up and not sent yet.</summary>
public sealed class StartDraft
{
    private readonly HashSet<string> left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> by = new(StringComparer.Ordinal);

    /// <summary>In the country's time; null while nothing readable is typed.</summary>
    public DateTime? Due { get; set; }

    public DateTimeOffset? DueAt => Due is { } typed ? ConsultWords.Meant(typed) : null;

    public bool Has(string candidate) => !left.Contains(candidate);

    public void Toggle(string candidate)
    {
        if (!left.Remove(candidate)) left.Add(candidate);
    }

    /// <summary>The body that recommended the candidate; empty where none is chosen.</summary>
    public string ByWhom(string candidate) => by.GetValueOrDefault(candidate, "");

    public void Recommend(string candidate, string? body) => by[candidate] = body ?? "";

    public StartConsultation Act(IEnumerable<NamedCandidate> candidates)
    {
        ImmutableArray<string> chosen = [.. candidates.Select(c => c.Id).Where(Has)];
        ImmutableArray<Recommendation> recommended = [.. chosen.Where(c => ByWhom(c).Length > 0).Select(c => new Recommendation(c, ByWhom(c)))];
        return new StartConsultation(DueAt ?? default, chosen, recommended.IsEmpty ? null : recommended);
    }
}
