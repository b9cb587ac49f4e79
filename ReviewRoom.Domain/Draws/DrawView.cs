using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReviewRoom.Domain.Draws;

/// <summary>A draw as one viewer may see it. The public sees random ids; office and supervisor also see who stands behind them.</summary>
public sealed record DrawView(string Id, string Title, string Session, ImmutableArray<RoundView> Rounds)
{
    /// <summary>Ids of the applicants the panel is drawn for; office and supervisor only.</summary>
    public ImmutableArray<string>? Agenda { get; init; }

    /// <summary>The newest draw that has a result; null where there is none.</summary>
    [JsonIgnore]
    public RoundView? Done => Rounds.LastOrDefault(r => r.Result is not null);
}

/// <param name="Pool">The public form; its hash was committed first.</param>
/// <param name="Reason">Why the draw was repeated.</param>
/// <param name="Seed">Once both nonces are open.</param>
/// <param name="Members">Who stands behind each alias, with why he could not be drawn; office and supervisor only.</param>
public sealed record RoundView(
    DateTimeOffset At, string? Reason, DrawPool Pool, string PoolHash, string? OfficeHash, string? SupervisorHash, string? OfficeNonce, string? SupervisorNonce,
    string? Seed, Drawn? Result, ImmutableArray<MemberView>? Members);

/// <param name="Excluded">Why he could not be drawn.</param>
public sealed record MemberView(string Alias, string PersonId, string Name, string? Excluded);
