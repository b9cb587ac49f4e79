using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;

namespace ReviewRoom.Live;

/// <summary>What stands around applications: their session with its regulation, earlier awards, and who is recused from whom.</summary>
public sealed class ApplicationSurroundings : IDisposable
{
    private readonly LiveSessions sessions;
    private readonly LiveAwards awards;
    private readonly LiveRegulations regulations;
    private readonly LiveRooms rooms;
    private readonly SessionBars bars;

    public ApplicationSurroundings(LiveSessions sessions, LiveAwards awards, LiveRegulations regulations, LiveRooms rooms, PeopleDirectory people)
    {
        (this.sessions, this.awards, this.regulations, this.rooms) = (sessions, awards, regulations, rooms);
        bars = new SessionBars(rooms, people);
        sessions.Changed += Note;
        rooms.Changed += Note;
    }

    /// <summary>Something around the applications of this session has changed. Called in its turn: listeners only take note.</summary>
    public event Action<string>? Changed;

    /// <summary>Applicants this person is out of: recused, suspended, or seated and not declared.</summary>
    public IReadOnlySet<string> BarredTo(string personId, string session) => bars.Of(personId, session);

    /// <summary>The terms of an application for this person; null where its session is not planned.</summary>
    public ApplicationTerms? TermsFor(Person person, Application application)
    {
        if (sessions.Find(application.Session) is not { Plan: { } plan } session || session.TermsFor(person, ReadingsOf(plan)) is not { } terms) return null;
        var won = awards.WonBy(application.Id, application.Name, application.CreditCode);
        return terms with { Won = [.. won ?? []], IsWonUnknown = won is null };
    }

    /// <summary>Earlier awards as the register carries them; absent where there is none.</summary>
    public ImmutableArray<WonBefore>? WonBefore(string applicant, string name, string? creditCode) =>
        awards.WonBy(applicant, name, creditCode)?.Select(a => new WonBefore(a.Grade == Grade.Main ? "main" : "nomination", a.Year, a.ConferredOn, a.Revoked)).ToImmutableArray() is { IsEmpty: false } won ? won : null;

    public void Dispose()
    {
        sessions.Changed -= Note;
        rooms.Changed -= Note;
    }

    /// <summary>In the words of the version the session is bound to.</summary>
    public ImmutableArray<Domain.Law.Condition> ConditionsOf(string session) => sessions.Find(session)?.Plan is { } plan && LawOf(plan) is { } law ? law.Conditions : [];

    private ApplicationReadings ReadingsOf(PlanSession plan) => LawOf(plan) is { } law ? ApplicationReadings.Of(law) : new ApplicationReadings();

    /// <summary>The version of the regulation the session is bound to.</summary>
    private Domain.Law.Regulation? LawOf(PlanSession plan) => int.TryParse(plan.Regulation, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? regulations.Book.Find(number)?.Content : null;

    private void Note(AwardSession session) => Changed?.Invoke(session.Id);

    /// <summary>A recusal takes the application off the screen of who is recused.</summary>
    private void Note(Room room)
    {
        if (bars.Moves(room)) Changed?.Invoke(room.Session);
    }
}
