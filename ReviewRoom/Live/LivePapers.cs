using System.Collections.Concurrent;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>The book of templates and the papers every session has issued, live. Who may read what of them is decided where they are handed out.</summary>
public sealed class LivePapers : IDisposable
{
    public const string Templates = "templates/papers";

    private const string Prefix = "papers/";

    private readonly Live<TemplateBook, TemplateAct, TemplateEvent> book;
    private readonly ConcurrentDictionary<string, Live<SessionPapers, PaperAct, PaperEvent>> sessions;
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly PeopleDirectory people;
    private readonly TimeProvider clock;

    /// <summary>Folds the templates and all issued papers. What has a broken chain is left out and told of.</summary>
    public LivePapers(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, TimeProvider clock, ILogger<LivePapers> log)
    {
        (this.reader, this.writer, this.people, this.clock) = (reader, writer, people, clock);
        book = new(Templates, TemplateBook.Blank, reader, writer, clock) { Published = (_, _) => Changed?.Invoke("") };
        sessions = StreamsOfKind.Opened(reader, Prefix, Made, log);
        try
        {
            book.Load().GetAwaiter().GetResult();
        }
        catch (LedgerUnsoundException fault)
        {
            log.LogCritical(fault, "{Stream} cannot be opened.", Templates);
        }
    }

    /// <summary>A session has issued a paper, or, with an empty id, a template has changed. Called in the turn: listeners only take note.</summary>
    public event Action<string>? Changed;

    public TemplateBook Book => book.State;

    /// <summary>The day in China.</summary>
    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>For the program's own work; a person gets them from the desk.</summary>
    public SessionPapers Of(string sessionId) => sessions.GetValueOrDefault(sessionId)?.State ?? SessionPapers.Named(sessionId);

    public async Task<Answer<TemplateBook>> Ask(string personId, string commandId, TemplateAct act, CancellationToken ct = default) => people.Find(personId) is { } person
        ? await book.Ask(person, commandId, act, ct).ConfigureAwait(false) : new Answer<TemplateBook>(null, new Refusal(RefusalCode.NotFound), book.State);

    /// <param name="act">With its content.</param>
    internal async Task<Answer<SessionPapers>> Issue(Person by, string sessionId, string commandId, IssuePaper act, CancellationToken ct)
    {
        var papers = sessions.GetOrAdd(sessionId, Made);
        var answer = await papers.Ask(by, commandId, act, ct).ConfigureAwait(false);
        if (papers.State.Version == 0) sessions.TryRemove(new(sessionId, papers));
        return answer;
    }

    public void Dispose()
    {
        book.Dispose();
        foreach (var papers in sessions.Values) papers.Dispose();
    }

    private Live<SessionPapers, PaperAct, PaperEvent> Made(string id) => new(Prefix + id, SessionPapers.Named(id), reader, writer, clock) { Published = (_, now) => Changed?.Invoke(now.Id) };
}
