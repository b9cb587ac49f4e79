using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Sessions;

/// <summary>A session driven as the ledger drives it: decide, write the event down, read it back, apply. Units unit-01 … with the accounts of the same name; a leading group.</summary>
internal sealed class ASession
{
    public static readonly DateTimeOffset Due = Given.Start.AddDays(10);
    public static readonly Person Leading = new("leading", "Leading", Roles.Body);
    public static readonly PlanSession Plan = new("Sixth session", "1", 2026, new DateOnly(2026, 10, 20), [new PlannedStep("notice", new(2026, 9, 1), new(2026, 9, 1))], new DecisionSettings());

    private DateTimeOffset now = Given.Start;

    private ASession(int units) => Units = units;

    public AwardSession Session { get; private set; } = AwardSession.Named("session-6");

    public int Units { get; }

    /// <summary>Nothing has been planned yet.</summary>
    public static ASession Unplanned() => new(0);

    public static ASession Planned(int units = 42)
    {
        var made = new ASession(units);
        made.Do(Given.Office, Plan);
        made.Do(Given.Office, new TakeBodies(
        [
            new Body("leading", "领导小组", "领导小组", BodyKind.LeadingGroup, false),
            .. Enumerable.Range(1, units).Select(i => new Body(IdOf(i), $"Unit {i}", $"Unit number {i}", BodyKind.Department, true)),
        ]));
        made.Do(Given.Office, new LinkPeople([new BodyPerson("leading", "leading"), .. Enumerable.Range(1, units).Select(i => new BodyPerson(IdOf(i), IdOf(i)))]));
        return made;
    }

    /// <summary>The consultation is open, on candidates c1 … with the points given, of 1,000.</summary>
    public static ASession Consulting(int units = 42, params string[] points)
    {
        var made = Planned(units);
        made.Do(Given.Office, Start([.. (points.Length == 0 ? ["700", "650", "600"] : points).Select(Result)]));
        return made;
    }

    public static CandidateResult Result(string points, int place) =>
        new(string.Create(CultureInfo.InvariantCulture, $"c{place + 1}"), $"Candidate {place + 1}", ApplicantKind.Organisation, points, 1000, [], place == 0 ? "unit-02" : null);

    public static StartConsultation Start(ImmutableArray<CandidateResult> results) => new(Due, [.. results.Select(r => r.Id)]) { Results = results };

    public static string IdOf(int unit) => string.Create(CultureInfo.InvariantCulture, $"unit-{unit:00}");

    public static Person Unit(int unit) => new(IdOf(unit), $"Clerk {unit}", Roles.Body);

    public static ReplyToConsultation NoObjection => new([]);

    public static ReplyToConsultation Objecting(string candidate, string text = "objection") => new([new Opinion(candidate, "E5", text)]);

    public ASession At(DateTimeOffset time)
    {
        now = time;
        return this;
    }

    public ASession Do(Person by, SessionAct act)
    {
        Assert.Null(Ask(by, act));
        return this;
    }

    /// <summary>All units from one to another reply without objection.</summary>
    public ASession Reply(int from, int to)
    {
        for (var unit = from; unit <= to; unit++) Do(Unit(unit), NoObjection);
        return this;
    }

    public RefusalCode? Ask(Person by, SessionAct act)
    {
        var outcome = Session.Decide(act, new Asking(by, now, new byte[32]));
        if (outcome.Event is not { } happened) return outcome.Refusal?.Code;
        var written = Canonical.Read<SessionEvent>(Canonical.Bytes(happened));
        Session = Session.Apply(written, new Stamp(Session.Version + 1, now, by.Id));
        now = now.AddSeconds(1);
        return null;
    }

    public SessionView? For(Person person, params string[] barred) => Session.For(person, barred.ToImmutableHashSet(StringComparer.Ordinal));

    public ConsultationView Seen(params string[] barred) => For(Given.Office, barred)?.Consultation ?? throw new InvalidOperationException("No consultation.");
}
