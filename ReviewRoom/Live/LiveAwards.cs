using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at the register of awards led to, and the register as the one who asked may see it after.</summary>
public sealed record AwardsAnswer(Receipt? Receipt, Refusal? Refusal, AwardsView? View);

/// <summary>The register of awards, live: one for all sessions. Whatever leaves here is the projection of the person who receives it, or the public form.</summary>
public sealed class LiveAwards : IDisposable
{
    /// <summary>There is one register, for all sessions.</summary>
    public const string Id = "awards";

    public const string Stream = "awards/register";

    private readonly Live<AwardRegister, AwardAct, AwardEvent> register;
    private readonly Bells bells = new();
    private readonly PeopleDirectory people;
    private readonly TimeProvider clock;
    private readonly bool isSound;

    /// <summary>Folds the register. Where its chain is broken it stays closed and is told of: the rooms meet without it, and nobody is told that an award does not exist.</summary>
    public LiveAwards(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, TimeProvider clock, ILogger<LiveAwards> log)
    {
        (this.people, this.clock) = (people, clock);
        register = new Live<AwardRegister, AwardAct, AwardEvent>(Stream, AwardRegister.Named(Id), reader, writer, clock) { Published = (_, _) => Tell() };
        try
        {
            register.Load().GetAwaiter().GetResult();
            isSound = true;
        }
        catch (LedgerUnsoundException fault)
        {
            log.LogCritical(fault, "{Stream} cannot be opened.", Stream);
        }
        people.Changed += bells.RingPerson;
    }

    /// <summary>The register has a new snapshot. Called in its turn: listeners only take note.</summary>
    public event Action? Changed;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    public AwardsView? View(string personId) => isSound && people.Find(personId) is { } person ? register.State.For(person, Today) : null;

    /// <summary>Earlier awards of an applicant, without what was reported; for office and supervisor, none for others.</summary>
    public ImmutableArray<HeldAwardView> HeldBy(string personId, string applicant, string name, string? creditCode) =>
        people.Find(personId) is { } person && (person.Roles & (Roles.Office | Roles.Supervisor)) != Roles.None ? register.State.HeldBy(applicant, name, creditCode, Today) : [];

    /// <summary>Earlier awards of an applicant, for the program's own work; null where the register is closed.</summary>
    public IEnumerable<Award>? WonBy(string applicant, string name, string? creditCode) => !isSound ? null
        : register.State.HeldBy(applicant, name, creditCode, Today).Select(h => new Award(h.Award.Entry.Grade, h.Award.Entry.ConferredOn.Year, h.Award.Entry.ConferredOn, h.Award.IsRevoked));

    /// <summary>The latest year in which awards of another session than this were conferred; null where there is none, or the register is closed.</summary>
    public int? LastConferral(string but) => isSound ? register.State.Awards.Where(a => a.Entry.Session != but).Max(a => (int?)a.Entry.ConferredOn.Year) : null;

    /// <summary>All awards as anybody may read them.</summary>
    /// <exception cref="InvalidOperationException">The register is closed.</exception>
    public ImmutableArray<PublicAward> Public() => Sound.Public(Today);

    /// <summary>The award a code verifies, for anybody; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The register is closed.</exception>
    public PublicAward? Verify(string code) => Sound.Verify(code, Today);

    private AwardRegister Sound => isSound ? register.State : throw new InvalidOperationException($"{Stream} cannot be opened.");

    /// <summary>The register as this person may see it now, then after every change; ends when his right does.</summary>
    public IAsyncEnumerable<AwardsView> Watch(string personId, CancellationToken ct) => bells.Watch(personId, Id, () => View(personId), clock, ct);

    public async Task<AwardsAnswer> Ask(string personId, string commandId, AwardAct act, CancellationToken ct = default)
    {
        if (!isSound || people.Find(personId) is not { } person) return new AwardsAnswer(null, new Refusal(RefusalCode.NotFound), null);
        var answer = await register.Ask(person, commandId, act, ct).ConfigureAwait(false);
        return new AwardsAnswer(answer.Receipt, answer.Refusal, answer.State.For(person, Today));
    }

    /// <summary>Carries the awards of a conferred session into the register, once.</summary>
    /// <param name="creditCode">Of a winner by his applicant id, where it is known.</param>
    public async Task Carry(AwardSession session, Func<string, string?> creditCode, CancellationToken ct = default)
    {
        if (!isSound || session.Conferred is not { } conferred || session.Plan is not { } plan) return;
        ImmutableArray<AwardEntry> fresh = [.. conferred.Awards.Select(a => EntryOf(a, session.Id, plan.Title, conferred.On) with { CreditCode = creditCode(a.Winner.Id) }).Where(e => register.State.Find(e.Id) is null)];
        if (!fresh.IsEmpty) await register.Ask(Person.System, Cause.CommandOf(session.Id, "conferred"), new TakeAwards(fresh), ct).ConfigureAwait(false);
    }

    /// <summary>Notes what has expired by today.</summary>
    public async Task NoteExpiries(CancellationToken ct = default)
    {
        foreach (var award in register.State.Expiring(Today).ToArray())
            await register.Ask(Person.System, Cause.CommandOf(award.Entry.Id, "expired"), new NoteExpiry(award.Entry.Id), ct).ConfigureAwait(false);
    }

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        register.Dispose();
    }

    private static AwardEntry EntryOf(ConferredAward award, string session, string title, DateOnly on) => new(
        string.Create(CultureInfo.InvariantCulture, $"{session}-{award.Number}"), session, title, award.Number, award.Winner.Grade, award.Winner.Kind, award.Winner.Id, award.Winner.Title, on, award.ValidUntil,
        award.Winner.AmountYuan, award.Winner.OutsideQuota);

    private void Tell()
    {
        bells.Ring(Id);
        Changed?.Invoke();
    }
}
