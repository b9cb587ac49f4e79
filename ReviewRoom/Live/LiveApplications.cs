using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at an application led to, and the application as the one who asked may see it after.</summary>
public sealed record ApplicationAnswer(Receipt? Receipt, Refusal? Refusal, ApplicationView? View);

/// <summary>The applications one person acts for, the newest session first.</summary>
public sealed record OwnApplications(ImmutableArray<ApplicationView> Applications);

/// <summary>All applications of all sessions, live, each in a stream of its own. Whatever leaves here is the projection of the person who receives it.</summary>
public sealed partial class LiveApplications : IDisposable
{
    private const string Prefix = "application/";

    /// <summary>The bell of those who watch their own applications; no session's id has a slash in it.</summary>
    private const string Every = "/every";

    private readonly ConcurrentDictionary<string, Live<Application, ApplicationAct, ApplicationEvent>> applications;
    private readonly Bells bells = new();
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly PeopleDirectory people;
    private readonly ApplicationSurroundings around;
    private readonly TimeProvider clock;

    /// <summary>Folds every application of the ledger. One whose chain is broken is left out and told of.</summary>
    public LiveApplications(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, ApplicationSurroundings around, TimeProvider clock, ILogger<LiveApplications> log)
    {
        (this.reader, this.writer, this.people, this.around, this.clock) = (reader, writer, people, around, clock);
        applications = StreamsOfKind.Opened(reader, Prefix, Made, log);
        people.Changed += bells.RingPerson;
        around.Changed += RingAll;
    }

    /// <summary>An application has a new snapshot. Called in its turn: listeners only take note.</summary>
    public event Action<Application>? Changed;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The application as this person may see it now; null where there is none for him.</summary>
    public ApplicationView? View(string personId, string session, string applicant) => people.Find(personId) is { } person ? View(person, KeyOf(session, applicant), around.BarredTo(personId, session)) : null;

    /// <summary>The applications of a session this person may see, by number; none where there is nothing for him.</summary>
    public ImmutableArray<ApplicationView> Views(string personId, string session)
    {
        if (people.Find(personId) is not { } person) return [];
        var barred = around.BarredTo(personId, session);
        return [.. applications.Values.Where(a => a.State.Session == session).Select(a => View(person, KeyOf(session, a.State.Id), barred)).OfType<ApplicationView>().OrderBy(v => v.Id, StringComparer.Ordinal)];
    }

    /// <summary>The same as a list, with the counts over what this person may see.</summary>
    public ApplicationsInSight InSight(string personId, string session)
    {
        var views = Views(personId, session);
        return new ApplicationsInSight(session, [.. views.Select(ApplicationRow.Of)], ApplicationCounts.Of(views));
    }

    /// <summary>The applications this person acts for.</summary>
    public OwnApplications Own(string personId) => people.Find(personId) is not { } person || !person.Roles.HasFlag(Roles.Applicant) ? new OwnApplications([])
        : new OwnApplications([.. applications.Values.Where(a => a.State.IsOf(personId)).Select(a => View(person, KeyOf(a.State.Session, a.State.Id), around.BarredTo(personId, a.State.Session))).OfType<ApplicationView>().OrderByDescending(v => v.Session.Length).ThenByDescending(v => v.Session, StringComparer.Ordinal)]);

    /// <summary>The person's own projection now, then after every change of it; ends when he may not see the application any more.</summary>
    public IAsyncEnumerable<ApplicationView> Watch(string personId, string session, string applicant, CancellationToken ct) =>
        bells.Watch(personId, KeyOf(session, applicant), () => View(personId, session, applicant), clock, ct);

    /// <summary>The list of a session now, and after every change of it for this person.</summary>
    public IAsyncEnumerable<ApplicationsInSight> WatchAll(string personId, string session, CancellationToken ct) =>
        bells.Watch(personId, session, () => people.Find(personId) is null ? null : InSight(personId, session), clock, ct);

    /// <summary>The applications this person acts for, now and after every change; also while there is none yet.</summary>
    public IAsyncEnumerable<OwnApplications> WatchOwn(string personId, CancellationToken ct) =>
        bells.Watch(personId, Every, () => people.Find(personId) is null ? null : Own(personId), clock, ct);

    /// <summary>Asks for an act; the first one, an invitation, makes the application. Who is recused from the applicant leaves it to another.</summary>
    /// <param name="applicant">1 to 40 small letters, digits and hyphens: the applicant's id in the session's register.</param>
    public async Task<ApplicationAnswer> Ask(string personId, string session, string applicant, string commandId, ApplicationAct act, CancellationToken ct = default)
    {
        if (people.Find(personId) is not { } person || around.BarredTo(personId, session) is var barred && barred.Contains(applicant)) return Refused(RefusalCode.NotFound);
        if (!StreamsOfKind.IsId(session) || !StreamsOfKind.IsId(applicant) || !Domain.Registers.Register.IsId(applicant)) return new ApplicationAnswer(null, Refusal.Malformed("id"), null);
        if (act is InviteApplicant invite && !IsApplicant(invite.PersonId) || act is LinkApplicant link && !IsApplicant(link.PersonId)) return new ApplicationAnswer(null, Refusal.Malformed("person"), null);
        var key = KeyOf(session, applicant);
        if (act is not InviteApplicant && !applications.ContainsKey(key)) return Refused(RefusalCode.NotFound);
        var application = applications.GetOrAdd(key, Made);
        if (TermsFor(person, application.State) is not { } terms) return Refused(RefusalCode.NotFound);
        var answer = await application.Ask(person, commandId, act with { Terms = terms }, ct).ConfigureAwait(false);
        if (!application.State.Exists) applications.TryRemove(new(key, application));
        return new ApplicationAnswer(answer.Receipt, answer.Refusal, View(person, key, barred));
    }

    /// <summary>For who draws the number of a new application.</summary>
    public bool IsTaken(string session, string applicant) => applications.ContainsKey(KeyOf(session, applicant));

    /// <summary>What the facts of a form that is being filled would say, for its applicant.</summary>
    public ImmutableArray<ConditionCheck> Check(string personId, string session, string applicant, ApplicationForm form) =>
        people.Find(personId) is { } person && applications.GetValueOrDefault(KeyOf(session, applicant))?.State is { } state && TermsFor(person, state) is { } terms ? state.ChecksOf(form, person, terms) : [];

    /// <summary>The conditions of Articles 8 and 9 in the words of the session's version of the regulation; public.</summary>
    public ImmutableArray<Domain.Law.Condition> ConditionsOf(string session) => around.ConditionsOf(session);

    /// <summary>A file of an application for who may see it; null for everybody else.</summary>
    public Attachment? FileFor(string personId, string session, string applicant, string file) =>
        people.Find(personId) is { } person && !around.BarredTo(personId, session).Contains(applicant) && applications.GetValueOrDefault(KeyOf(session, applicant))?.State is { } state && TermsFor(person, state) is { } terms
            ? state.FileFor(person, terms, file) : null;

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        around.Changed -= RingAll;
        foreach (var application in applications.Values) application.Dispose();
    }

    private static ApplicationAnswer Refused(RefusalCode code) => new(null, new Refusal(code), null);

    private static string KeyOf(string session, string applicant) => $"{session}/{applicant}";

    private bool IsApplicant(string personId) => people.Find(personId) is { } found && found.Roles.HasFlag(Roles.Applicant);

    private ApplicationView? View(Person person, string key, IReadOnlySet<string> barred) =>
        applications.GetValueOrDefault(key)?.State is { Exists: true } state && !barred.Contains(state.Id) && TermsFor(person, state) is { } terms ? state.For(person, terms) : null;

    private ApplicationTerms? TermsFor(Person person, Application application) => around.TermsFor(person, application);

    /// <summary>The session has moved, or somebody has been recused: whoever looks at it looks again.</summary>
    private void RingAll(string session)
    {
        foreach (var key in applications.Keys.Where(k => k.StartsWith(session + "/", StringComparison.Ordinal))) bells.Ring(key);
        bells.Ring(session);
        bells.Ring(Every);
    }

    private Live<Application, ApplicationAct, ApplicationEvent> Made(string key)
    {
        var place = key.IndexOf('/', StringComparison.Ordinal);
        var (session, applicant) = place < 0 ? (key, "") : (key[..place], key[(place + 1)..]);
        return new Live<Application, ApplicationAct, ApplicationEvent>(Prefix + key, Application.Named(session, applicant), reader, writer, clock)
        {
            Published = (_, now) =>
            {
                bells.Ring(key);
                bells.Ring(session);
                bells.Ring(Every);
                if (now.Exists) Changed?.Invoke(now);
            },
        };
    }
}
