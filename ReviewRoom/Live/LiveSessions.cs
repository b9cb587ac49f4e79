using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at a session led to, and the session as the one who asked may see it after.</summary>
public sealed record SessionAnswer(Receipt? Receipt, Refusal? Refusal, SessionView? View);

/// <summary>The sessions one person may see, the newest first.</summary>
public sealed record SessionsInSight(ImmutableArray<SessionView> Sessions);

/// <summary>All award sessions, live. Whatever leaves here is the projection of the person who receives it.</summary>
public sealed partial class LiveSessions : IDisposable
{
    private const string Prefix = "session/";

    /// <summary>The bell of those who watch all sessions; no session's id has a slash in it.</summary>
    private const string Every = "/every";

    private readonly ConcurrentDictionary<string, Live<AwardSession, SessionAct, SessionEvent>> sessions;
    private readonly Bells bells = new();
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly PeopleDirectory people;
    private readonly LiveRooms rooms;
    private readonly SessionBars bars;
    private readonly AnnouncementGrounds grounds;
    private readonly TimeProvider clock;

    /// <summary>Folds every session of the ledger. One whose chain is broken is left out and told of.</summary>
    public LiveSessions(LedgerReader reader, LedgerWriter writer, PeopleDirectory people, LiveRooms rooms, AnnouncementGrounds grounds, TimeProvider clock, ILogger<LiveSessions> log)
    {
        (this.reader, this.writer, this.people, this.rooms, this.grounds, this.clock) = (reader, writer, people, rooms, grounds, clock);
        bars = new SessionBars(rooms, people);
        sessions = StreamsOfKind.Opened(reader, Prefix, Made, log);
        people.Changed += bells.RingPerson;
        rooms.Changed += Note;
    }

    /// <summary>A session has a new snapshot. Called in its turn: listeners only take note.</summary>
    public event Action<AwardSession>? Changed;

    /// <summary>For the program's own work; what people see is <see cref="View"/>.</summary>
    public IEnumerable<AwardSession> All => sessions.Values.Select(s => s.State).Where(s => s.Exists);

    /// <summary>The session as this person may see it now; null where there is none for him.</summary>
    public SessionView? View(string personId, string sessionId) =>
        sessions.GetValueOrDefault(sessionId)?.State is { } session && people.Find(personId) is { } person ? session.For(person, bars.Of(personId, sessionId)) : null;

    /// <summary>The sessions this person may see, the newest first.</summary>
    public ImmutableArray<SessionView> Views(string personId) =>
        [.. sessions.Keys.Select(id => View(personId, id)).OfType<SessionView>().OrderByDescending(v => v.Plan.Year).ThenByDescending(v => v.Id, StringComparer.Ordinal)];

    /// <summary>Who can be asked about, for the office and the supervisor: dossiers with a result that passes, by number and without it; none from which the person is recused.</summary>
    public ImmutableArray<NamedCandidate> Eligible(string personId, string sessionId)
    {
        if (people.Find(personId) is not { } person || (person.Roles & (Roles.Office | Roles.Supervisor)) == Roles.None) return [];
        var barred = bars.Of(personId, sessionId);
        return [.. ResultsOf(sessionId).Where(r => !barred.Contains(r.Id)).Select(r => new NamedCandidate(r.Id, r.Title, r.Kind))];
    }

    /// <summary>Who is recused from a dossier with a result does not choose whom the units are asked about: he could not choose that one.</summary>
    public bool MayStart(string personId, string sessionId) => !IsMissing(sessionId, bars.Of(personId, sessionId));

    /// <summary>Is this person recused from any applicant of the session?</summary>
    public bool IsBarred(string personId, string sessionId) => !bars.Of(personId, sessionId).IsEmpty;

    /// <summary>The applicants of the session this person is recused from. For the program's own work.</summary>
    internal IReadOnlySet<string> BarredTo(string personId, string sessionId) => bars.Of(personId, sessionId);

    /// <summary>All sessions this person may see, now and after every change of one of them; also while there is none yet.</summary>
    public IAsyncEnumerable<SessionsInSight> WatchAll(string personId, CancellationToken ct) =>
        bells.Watch(personId, Every, () => people.Find(personId) is null ? null : new SessionsInSight(Views(personId)), clock, ct);

    /// <summary>The person's own projection now, then after every change of it; ends when he may not see the session any more.</summary>
    public IAsyncEnumerable<SessionView> Watch(string personId, string sessionId, CancellationToken ct) => bells.Watch(personId, sessionId, () => View(personId, sessionId), clock, ct);

    /// <summary>Asks for an act; the first one, a plan, makes the session. Who is recused from an applicant leaves what concerns him to another of the office.</summary>
    public async Task<SessionAnswer> Ask(string personId, string sessionId, string commandId, SessionAct act, CancellationToken ct = default)
    {
        if (people.Find(personId) is not { } person) return new SessionAnswer(null, new Refusal(RefusalCode.NotFound), null);
        if (!StreamsOfKind.IsId(sessionId)) return new SessionAnswer(null, new Refusal(RefusalCode.Malformed) { Field = "id" }, null);
        var barred = bars.Of(personId, sessionId);
        if (sessions.GetValueOrDefault(sessionId)?.State is { Exists: true } known && MayNot(act, known, barred) is { } refusal) return new SessionAnswer(null, refusal, known.For(person, barred));
        return await Take(person, sessionId, commandId, act, barred, ct).ConfigureAwait(false);
    }

    /// <summary>What a plan of this session and year is held against for the cycle of Article 4.</summary>
    public CycleGround CycleOf(string sessionId, int year) => grounds.CycleOf(sessionId, All.Where(s => s.Id != sessionId && s.Plan?.Year <= year).Max(s => s.Plan?.Year));

    /// <summary>What happens by itself when a time is over; asked by the program, once for each deadline.</summary>
    public Task PassDue(AwardSession session, CancellationToken ct = default)
    {
        SessionAct act = session.Stage == SessionStage.PublicNotice ? new EndNotice() : new PassDue();
        return Take(Person.System, session.Id, Cause.CommandOf(session.Id, act.GetType().Name, $"{session.FallsDue:O}"), act, ImmutableHashSet<string>.Empty, ct);
    }

    /// <summary>An applicant has withdrawn: he goes no further in the session; asked by the program, once.</summary>
    public Task NoteWithdrawal(string sessionId, string applicant, CancellationToken ct = default) =>
        sessions.GetValueOrDefault(sessionId)?.State is { Exists: true, Stage: < SessionStage.PublicNotice } session && !session.IsWithdrawn(applicant)
            ? Take(Person.System, sessionId, Cause.CommandOf(sessionId, "withdrawn", applicant), new NoteWithdrawal(applicant), ImmutableHashSet<string>.Empty, ct) : Task.CompletedTask;

    public void Dispose()
    {
        people.Changed -= bells.RingPerson;
        rooms.Changed -= Note;
        foreach (var session in sessions.Values) session.Dispose();
    }

    private async Task<SessionAnswer> Take(Person by, string sessionId, string commandId, SessionAct act, IReadOnlySet<string> barred, CancellationToken ct)
    {
        var session = sessions.GetOrAdd(sessionId, Made);
        act = act switch
        {
            PlanSession plan => plan with { Cycle = CycleOf(sessionId, plan.Year) },
            StartConsultation start => start with { Results = ResultsOf(sessionId) },
            ShortlistDossiers list => list with { Reviewed = SessionResults.Reviewed(RoomsOf(sessionId)) },
            AnnounceSession announce => announce with { Ground = grounds.Of(sessionId) },
            _ => act,
        };
        var answer = await session.Ask(by, commandId, act, ct).ConfigureAwait(false);
        if (!session.State.Exists) sessions.TryRemove(new(sessionId, session));
        return new SessionAnswer(answer.Receipt, answer.Refusal, answer.State.For(people.Find(by.Id) ?? by, barred));
    }

    /// <summary>Whether somebody with a result is barred to who would ask.</summary>
    private bool IsMissing(string sessionId, ImmutableHashSet<string> barred) => !barred.IsEmpty && ResultsOf(sessionId).Any(r => barred.Contains(r.Id));

    private ImmutableArray<CandidateResult> ResultsOf(string sessionId)
    {
        var results = SessionResults.Of(RoomsOf(sessionId));
        return sessions.GetValueOrDefault(sessionId)?.State is { } session ? results.RemoveAll(r => session.IsWithdrawn(r.Id)) : results;
    }

    private IEnumerable<Domain.Rooms.Room> RoomsOf(string sessionId) => rooms.Rooms.Where(r => r.Session == sessionId);

    /// <summary>What the session itself cannot know: who is recused, and who is of the office.</summary>
    private Refusal? MayNot(SessionAct act, AwardSession session, ImmutableHashSet<string> barred)
    {
        // Who may not see all that would be asked about leaves the question to another of the office, or somebody would be missing from it.
        if (act is StartConsultation) return IsMissing(session.Id, barred) ? new Refusal(RefusalCode.Recused) : null;
        if (act is ShortlistDossiers) return SessionResults.Reviewed(RoomsOf(session.Id)).Any(barred.Contains) ? new Refusal(RefusalCode.Recused) : null;
        if (session.CandidateOf(act) is not { } candidate) return null;
        if (barred.Contains(candidate)) return new Refusal(RefusalCode.NotFound);
        if (act is not NameHandlers name) return null;
        string[] handlers = [name.First, name.Second];
        return handlers.All(id => people.Find(id) is { } person && person.Roles.HasFlag(Roles.Office) && !bars.Of(id, session.Id).Contains(candidate)) ? null : new Refusal(RefusalCode.Malformed) { Field = "handlers" };
    }

    /// <summary>A recusal takes the candidate off the screen of who is recused.</summary>
    private void Note(Domain.Rooms.Room room)
    {
        if (bars.Moves(room)) Ring(room.Session);
    }

    private void Ring(string session)
    {
        bells.Ring(session);
        bells.Ring(Every);
    }

    private Live<AwardSession, SessionAct, SessionEvent> Made(string id) => new(Prefix + id, AwardSession.Named(id), reader, writer, clock)
    {
        Published = (_, now) =>
        {
            Ring(now.Id);
            if (now.Exists) Changed?.Invoke(now);
        },
    };
}
