using System.Collections.Immutable;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Live;

// What anybody may read of a session, and what the program does in the name of somebody who has no account.
public sealed partial class LiveSessions
{
    /// <summary>The day in China.</summary>
    public DateOnly Today => Domain.ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>The public notice of a session from its day on; null where there is none.</summary>
    public NoticeView? Notice(string sessionId) => sessions.GetValueOrDefault(sessionId)?.State.NoticeFor(Today);

    /// <summary>For the program's own work; what people see is <see cref="View"/>.</summary>
    public AwardSession? Find(string sessionId) => sessions.GetValueOrDefault(sessionId)?.State is { Exists: true } session ? session : null;

    /// <summary>All notices, the newest first.</summary>
    public ImmutableArray<NoticeView> Notices() =>
        [.. sessions.Values.Select(s => s.State.NoticeFor(Today)).OfType<NoticeView>().OrderByDescending(n => n.On).ThenByDescending(n => n.Session, StringComparer.Ordinal)];

    /// <summary>The notice of a session (Article 12); null where there is none.</summary>
    public CallView? Call(string sessionId) => sessions.GetValueOrDefault(sessionId)?.State.Call;

    /// <summary>Notices of all sessions, the newest first.</summary>
    public ImmutableArray<CallView> Calls() =>
        [.. sessions.Values.Select(s => s.State.Call).OfType<CallView>().OrderByDescending(c => c.On).ThenByDescending(c => c.Session, StringComparer.Ordinal)];

    /// <summary>The bodies of a session, by name, for who has a part in it: who takes part is no secret among them.</summary>
    public ImmutableArray<Body> BodiesFor(string personId, string sessionId) => View(personId, sessionId) is null ? [] : sessions.GetValueOrDefault(sessionId)?.State.Bodies ?? [];

    /// <summary>How an objection stands; null where there is none.</summary>
    public ObjectionStatus? Objection(string sessionId, string receipt) => sessions.GetValueOrDefault(sessionId)?.State.StatusOf(receipt);

    /// <summary>Who of the office may handle an objection against a candidate, for one of the office: nobody who is recused from him.</summary>
    public ImmutableArray<Domain.Person> MayHandle(string personId, string sessionId, string candidate) =>
        people.Find(personId) is not { } person || !person.Roles.HasFlag(Domain.Roles.Office) || bars.Of(personId, sessionId).Contains(candidate) ? []
            : [.. people.All.Where(p => p.Roles.HasFlag(Domain.Roles.Office) && !bars.Of(p.Id, sessionId).Contains(candidate)).OrderBy(p => p.Name, StringComparer.CurrentCulture)];

    /// <summary>Files the objection of somebody; who it is stands nowhere in it.</summary>
    public async Task<SessionAnswer> File(string sessionId, string commandId, FileObjection act, CancellationToken ct = default) =>
        sessions.GetValueOrDefault(sessionId)?.State is not { Exists: true } ? new SessionAnswer(null, new Domain.Refusal(Domain.RefusalCode.NotFound), null)
            : await Take(Domain.Person.System, sessionId, commandId, act, ImmutableHashSet<string>.Empty, ct).ConfigureAwait(false);
}
