using System.Collections.Concurrent;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>All draws, live. Everybody may see one and run it again; the names behind it are shown to office and supervisor.</summary>
public sealed class LiveDraws : IDisposable
{
    private const string Prefix = "draw/";

    private readonly ConcurrentDictionary<string, Live<Draw, DrawAct, DrawEvent>> draws;
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly PeopleDirectory people;
    private readonly Qualifications qualifications;
    private readonly TimeProvider clock;

    /// <summary>Folds every draw of the ledger. One whose chain is broken is left out and told of.</summary>
    public LiveDraws(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, Qualifications qualifications, TimeProvider clock, ILogger<LiveDraws> log)
    {
        (this.reader, this.writer, this.people, this.qualifications, this.clock) = (reader, writer, people, qualifications, clock);
        draws = StreamsOfKind.Opened(reader, Prefix, Made, log);
    }

    /// <summary>The draws of a session as this person may see them, the newest first.</summary>
    public IReadOnlyList<DrawView> Of(string session, string? personId) =>
        [.. draws.Keys.Select(id => View(personId, id)).OfType<DrawView>().Where(d => d.Session == session).OrderByDescending(d => d.Rounds[^1].At).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>As this person may see it; nobody signed in sees the public form. Null where there is no such draw.</summary>
    public DrawView? View(string? personId, string drawId) =>
        draws.GetValueOrDefault(drawId)?.State is { Exists: true } draw ? draw.For(personId is null ? null : people.Find(personId)) : null;

    /// <summary>An act of office or supervisor; the first one makes the draw.</summary>
    /// <param name="drawId">1 to 64 small letters, digits and hyphens.</param>
    public async Task<Answer<Draw>> Ask(string personId, string drawId, string commandId, DrawAct act, CancellationToken ct = default)
    {
        if (people.Find(personId) is not { } person) return new Answer<Draw>(null, new Refusal(RefusalCode.NotFound), Draw.Named(""));
        if (!StreamsOfKind.IsId(drawId)) return new Answer<Draw>(null, new Refusal(RefusalCode.Malformed) { Field = "id" }, Draw.Named(""));
        if (act is not CommitPool && !draws.ContainsKey(drawId)) return new Answer<Draw>(null, new Refusal(RefusalCode.NotFound), Draw.Named(""));
        if (person.Roles.HasFlag(Roles.Office) && act is CommitPool { Members.IsDefault: false } pool && Unqualified(pool) is { Length: > 0 } names)
            return new Answer<Draw>(null, new Refusal(RefusalCode.QualificationWithdrawn) { Criteria = [.. names] }, Draw.Named(""));
        var draw = draws.GetOrAdd(drawId, Made);
        var answer = await draw.Ask(person, commandId, act, ct).ConfigureAwait(false);
        if (!draw.State.Exists) draws.TryRemove(new(drawId, draw));
        return answer;
    }

    public void Dispose()
    {
        foreach (var draw in draws.Values) draw.Dispose();
    }

    /// <summary>Who may not review is not drawn either: his place in the pool says why.</summary>
    [Article(22)]
    private string[] Unqualified(CommitPool pool) => [.. pool.Members.Where(m => m?.Excluded is null && m?.PersonId is { } id && qualifications.IsWithdrawn(id)).Select(m => m.Name)];

    private Live<Draw, DrawAct, DrawEvent> Made(string id) => new(Prefix + id, Draw.Named(id), reader, writer, clock);
}
