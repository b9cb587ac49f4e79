using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Draws;

/// <summary>One commitment and what came of it.</summary>
/// <param name="Committed">Pool, conditions and the random ids.</param>
/// <param name="OfficeHash">Of the office's nonce, once committed.</param>
/// <param name="OfficeNonce">Once opened.</param>
public sealed record DrawRound(
    PoolCommitted Committed, DateTimeOffset At, string? OfficeHash = null, string? SupervisorHash = null, string? OfficeNonce = null, string? SupervisorNonce = null)
{
    /// <summary>The public form.</summary>
    public DrawPool Pool => Draw.PublicForm(Committed.Size, Committed.Reserve, Committed.Quotas, Committed.Members, Committed.Aliases);

    /// <summary>Once both nonces are open.</summary>
    public string? Seed => OfficeNonce is { } office && SupervisorNonce is { } supervisor ? DrawLot.Seed(Committed.PoolHash, office, supervisor) : null;

    /// <summary>Panel and reserve, once both nonces are open.</summary>
    public Drawn? Result { get; init; }
}

/// <summary>
/// The draw of a panel (抽签): the pool is frozen first, then office and supervisor each commit a nonce and open it; the seed follows from all three, so that
/// none of them alone, and not both after seeing the pool's result, can choose the panel (room.md 7).
/// </summary>
[Article(3)]
public sealed record Draw : IStreamState<Draw, DrawAct, DrawEvent>
{
    /// <summary>A nonce has from so many characters on.</summary>
    public const int ShortestNonce = 16;

    public const int LongestNonce = 200;
    public const int MostMembers = 500;

    private Draw(string id) => Id = id;

    /// <summary>A draw that has no entry yet.</summary>
    public static Draw Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }

    /// <summary>The first and every repeated one, in order; none is ever taken away.</summary>
    public ImmutableList<DrawRound> Rounds { get; init; } = [];

    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public bool Exists => !Rounds.IsEmpty;
    public DrawRound Now => Rounds[^1];
    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    public Outcome<DrawEvent> Decide(DrawAct act, Asking asking)
    {
        var office = asking.By.Roles.HasFlag(Roles.Office);
        var supervisor = !office && asking.By.Roles.HasFlag(Roles.Supervisor);
        if (!office && !supervisor) return RefusalCode.NotFound;
        if (act is CommitPool commit) return office ? DecideCommit(commit, asking) : RefusalCode.NotAllowed;
        if (!Exists) return RefusalCode.NotFound;
        return act switch
        {
            CommitNonce nonce => DecideNonce(nonce, supervisor),
            OpenNonce open => DecideOpen(open, supervisor),
            _ => RefusalCode.NotAllowed,
        };
    }

    private Outcome<DrawEvent> DecideCommit(CommitPool act, Asking asking)
    {
        if (Exists && string.IsNullOrWhiteSpace(act.Reason)) return new Refusal(RefusalCode.ReasonRequired) { Field = "reason" };
        if (string.IsNullOrWhiteSpace(act.Title)) return Refusal.Malformed("title");
        if (string.IsNullOrWhiteSpace(act.Session)) return Refusal.Malformed("session");
        if (act.Size is < 1 or > 26) return Refusal.Malformed("size");
        if (act.Reserve is < 0 or > 26) return Refusal.Malformed("reserve");
        if (act.Agenda is { } agenda && (agenda.IsDefault || agenda.Length > MostMembers)) return Refusal.Malformed("agenda");
        if (act.Members.IsDefaultOrEmpty || act.Members.Length > MostMembers || act.Members.Select(m => m.PersonId).Distinct(StringComparer.Ordinal).Count() < act.Members.Length) return Refusal.Malformed("members");
        if (act.Quotas.IsDefault || act.Quotas.Any(q => q.Least < 1 || q.Least > act.Size || string.IsNullOrWhiteSpace(q.Specialty))) return Refusal.Malformed("quotas");
        if (act.Quotas.Select(q => q.Specialty).Distinct(StringComparer.Ordinal).Count() < act.Quotas.Length) return Refusal.Malformed("quotas");
        var aliases = AliasesOf(act.Members.Length, asking.Entropy.Span);
        var pool = PublicForm(act.Size, act.Reserve, act.Quotas, act.Members, aliases);
        if (DrawLot.TooTight(pool) is { IsEmpty: false } tight)
            return tight is [DrawLot.Seats] ? new Refusal(RefusalCode.DrawImpossible) { Field = "size" } : new Refusal(RefusalCode.DrawImpossible) { Criteria = tight };
        return new PoolCommitted(act.Title.Trim(), act.Session, act.Size, act.Reserve, act.Quotas, act.Members, aliases, pool.Hash, act.Reason?.Trim(), act.Agenda);
    }

    private Outcome<DrawEvent> DecideNonce(CommitNonce act, bool supervisor)
    {
        if ((supervisor ? Now.SupervisorHash : Now.OfficeHash) is not null) return RefusalCode.AlreadySettled;
        return act.Hash is { Length: 64 } && act.Hash.All(char.IsAsciiHexDigitLower) ? new NonceCommitted(supervisor, act.Hash) : Refusal.Malformed("hash");
    }

    private Outcome<DrawEvent> DecideOpen(OpenNonce act, bool supervisor)
    {
        if (Now is not { OfficeHash: { } officeHash, SupervisorHash: { } supervisorHash }) return RefusalCode.SecondPersonNeeded;
        if ((supervisor ? Now.SupervisorNonce : Now.OfficeNonce) is not null) return RefusalCode.AlreadySettled;
        if (act.Nonce is not { Length: >= ShortestNonce and <= LongestNonce }) return Refusal.Malformed("nonce");
        return HashOf(act.Nonce) == (supervisor ? supervisorHash : officeHash) ? new NonceOpened(supervisor, act.Nonce) : Refusal.Malformed("nonce");
    }

    public Draw Apply(DrawEvent happened, Stamp stamp)
    {
        var rounds = happened switch
        {
            PoolCommitted e => Rounds.Add(new DrawRound(e, stamp.At)),
            NonceCommitted e => Rounds.SetItem(Rounds.Count - 1, e.BySupervisor ? Now with { SupervisorHash = e.Hash } : Now with { OfficeHash = e.Hash }),
            NonceOpened e => Rounds.SetItem(Rounds.Count - 1, WithResult(e.BySupervisor ? Now with { SupervisorNonce = e.Nonce } : Now with { OfficeNonce = e.Nonce })),
            _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
        };
        return this with { Rounds = rounds, Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };
    }

    private static DrawRound WithResult(DrawRound round) => round.Seed is { } seed ? round with { Result = DrawLot.Run(round.Pool, seed) } : round;

    /// <summary>The draw as this person may see it: names to office and supervisor, random ids to everybody.</summary>
    public DrawView For(Person? person) => new(Id, Now.Committed.Title, Now.Committed.Session, [.. Rounds.Select(r => ViewOf(r, SeesNames(person)))]) { Agenda = SeesNames(person) ? Now.Committed.Agenda : null };

    private static bool SeesNames(Person? person) => ((person?.Roles ?? Roles.None) & (Roles.Office | Roles.Supervisor)) != Roles.None;

    private static RoundView ViewOf(DrawRound round, bool named) => new(
        round.At, round.Committed.Reason, round.Pool, round.Committed.PoolHash, round.OfficeHash, round.SupervisorHash, round.OfficeNonce, round.SupervisorNonce, round.Seed, round.Result,
        named ? [.. round.Committed.Members.Select((m, i) => new MemberView(round.Committed.Aliases[i], m.PersonId, m.Name, m.Excluded))] : null);

    /// <summary>SHA-256 (lower-case hex) of the nonce's UTF-8 bytes.</summary>
    public static string HashOf(string nonce) => Canonical.Hash(Encoding.UTF8.GetBytes(nonce));

    internal static DrawPool PublicForm(int size, int reserve, ImmutableArray<Quota> quotas, ImmutableArray<PoolMember> members, ImmutableArray<string> aliases) => new(
        size, reserve, quotas,
        [.. members.Select((m, i) => new Candidate(aliases[i], [.. m.Specialties.Order(StringComparer.Ordinal)], m.Excluded is null)).OrderBy(c => c.Alias, StringComparer.Ordinal)]);

    /// <summary>Random ids that say nothing of the order in which the office wrote the pool.</summary>
    private static ImmutableArray<string> AliasesOf(int count, ReadOnlySpan<byte> entropy)
    {
        var seed = entropy.ToArray();
        return [.. Enumerable.Range(0, count).Select(i => Convert.ToHexStringLower(SHA256.HashData([.. seed, (byte)(i >> 8), (byte)i]))[..12])];
    }
}
