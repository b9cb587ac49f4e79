using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>The regulation in all its versions, live. Everybody may read it; who wrote a version is told to office and supervisor.</summary>
public sealed class LiveRegulations(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, TimeProvider clock) : IDisposable
{
    /// <summary>The one regulation there is.</summary>
    public const string Id = "yangquan-quality-award";

    private const Roles Seeing = Roles.Office | Roles.Supervisor;

    private readonly Live<RegulationBook, RegulationAct, RegulationEvent> book = new($"law/{Id}", RegulationBook.Named(Id), reader, writer, clock);

    /// <summary>For the program's own work: a session binds itself to the version in force.</summary>
    public RegulationBook Book => book.State;

    /// <summary>The day it is where the regulation is in force.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>Reads the book; one without a version gets the one that ships. What the program brings later changes no version that is there.</summary>
    /// <exception cref="LedgerUnsoundException">The chain is broken.</exception>
    public async Task<Answer<RegulationBook>?> Begin(Regulation shipped)
    {
        await book.Load().ConfigureAwait(false);
        return book.State.Exists ? null : await book.Ask(Person.System, $"take-{Id}", new TakeRegulation(shipped)).ConfigureAwait(false);
    }

    /// <summary>A version as this person may read it.</summary>
    /// <param name="personId">Absent for who is not signed in.</param>
    /// <param name="number">Absent for the version in force.</param>
    /// <returns>Null where there is no such version.</returns>
    public RegulationView? View(string? personId, int? number = null)
    {
        var roles = personId is null ? Roles.None : people.Find(personId)?.Roles ?? Roles.None;
        return RegulationView.Of(book.State, number, Today, (roles & Seeing) != Roles.None, id => people.Find(id)?.Name ?? id);
    }

    public async Task<Answer<RegulationBook>> Ask(string personId, string commandId, RegulationAct act, CancellationToken ct = default) =>
        people.Find(personId) is { } person
            ? await book.Ask(person, commandId, act, ct).ConfigureAwait(false) : new Answer<RegulationBook>(null, new Refusal(RefusalCode.NotFound), book.State);

    public void Dispose() => book.Dispose();
}
