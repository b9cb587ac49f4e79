using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;

namespace ReviewRoom.Domain.Sessions;

public sealed partial record AwardSession
{
    /// <summary>
    /// The session as this person may see it: office and supervisor all but what they are recused from, the leading group the consultation and the list,
    /// a unit the question and its own reply; null for everybody else: to them there is none.
    /// </summary>
    /// <param name="barred">Ids of applicants this person is recused from.</param>
    public SessionView? For(Person person, IReadOnlySet<string> barred)
    {
        if (Plan is not { } plan || RoleOf(person) is not { } role) return null;
        var view = new SessionView(Id, Version, role, Stage, plan) { Call = Call };
        if (role == Unit) return view with { Own = OwnOf(person) };
        return view with
        {
            Consultation = Consultation is { } asked ? ViewOf(asked, barred) : null,
            Proposal = Proposal is { } list && ProposedAt is { } at && Consultation is { } over ? new ProposalView(Without(list, barred), Names(over, barred), at) : null,
            Closing = ClosingOf(role, barred),
            Shortlist = role == Leading ? null : ShortlistFor(barred),
            Bodies = role == Leading ? null : Bodies,
            Holidays = role == Leading ? null : Holidays.Tables,
            People = role == Leading ? null : [.. People.Select(p => new BodyPerson(p.Value, p.Key))],
        };
    }

    private const string Unit = "unit";
    private const string Leading = "leadingGroup";

    private string? RoleOf(Person person) => person.Roles switch
    {
        var roles when roles.HasFlag(Roles.Office) => "office",
        var roles when roles.HasFlag(Roles.Supervisor) => "supervisor",
        _ => BodyOf(person) switch { { Kind: BodyKind.LeadingGroup } => Leading, { IsConsulted: true } => Unit, _ => null },
    };

    private OwnReplyView? OwnOf(Person person)
    {
        if (Consultation is not { } asked || BodyOf(person) is not { } body) return null;
        var reply = asked.Replies.GetValueOrDefault(body.Id);
        return new OwnReplyView(
            body.Id, body.FullName, asked.Due, asked.ClosedAt is null, Names(asked, ImmutableHashSet<string>.Empty), reply?.Objections, reply?.At,
            [.. (reply?.Objections ?? []).Select(o => o.Candidate).Where(c => asked.Verdicts.ContainsKey(Sessions.Consultation.KeyOf(body.Id, c)))],
            [.. asked.Candidates.Where(c => c.Recommended == body.Id).Select(c => c.Id)]) { Receipt = reply?.Receipt, IsLate = reply?.IsLate == true, Reminders = asked.Reminders.GetValueOrDefault(body.Id) };
    }

    private ConsultationView ViewOf(Consultation asked, IReadOnlySet<string> barred)
    {
        ImmutableArray<Body> units = [.. Consulted.OrderBy(b => b.Kind).ThenBy(b => b.Id, StringComparer.Ordinal)];
        return new ConsultationView(
            asked.OpenedAt, asked.Due, asked.ClosedAt, units.Count(u => asked.Replies.ContainsKey(u.Id)),
            [.. units.Select(u => UnitOf(u, asked))],
            [.. asked.Candidates.Where(c => !barred.Contains(c.Id)).Select(c => RowOf(c, units, asked))],
            [.. asked.Objections.Where(o => !barred.Contains(o.Opinion.Candidate)).Select(o => ObjectionOf(o.Body, o.Opinion, asked)).OrderBy(o => o.Entry).ThenBy(o => o.Opinion.Candidate, StringComparer.Ordinal)]) { IsOverdue = asked.IsOverdue };
    }

    private static UnitView UnitOf(Body unit, Consultation asked)
    {
        var reply = asked.Replies.GetValueOrDefault(unit.Id);
        return new UnitView(unit.Id, unit.ShortName, unit.Kind, reply?.At, reply?.IsLate == true, asked.Reminders.GetValueOrDefault(unit.Id));
    }

    private OpinionRow RowOf(CandidateResult candidate, ImmutableArray<Body> units, Consultation asked)
    {
        var recommended = units.Select(u => u.Id).ToImmutableArray().IndexOf(candidate.Recommended ?? "");
        return new OpinionRow(candidate.Id, candidate.Title, candidate.Kind, [.. units.Select(u => StateOf(u.Id, candidate.Id, asked))], recommended < 0 ? null : recommended) { Withdrawn = IsWithdrawn(candidate.Id) ? true : null };
    }

    private static OpinionState StateOf(string unit, string candidate, Consultation asked)
    {
        if (!asked.Replies.ContainsKey(unit)) return asked.IsOverdue ? OpinionState.Silent : OpinionState.Awaited;
        if (asked.ObjectionOf(unit, candidate) is null) return OpinionState.NoObjection;
        return asked.Verdicts.ContainsKey(Sessions.Consultation.KeyOf(unit, candidate)) ? OpinionState.Decided : OpinionState.Objection;
    }

    private static ObjectionView ObjectionOf(string unit, Opinion opinion, Consultation asked)
    {
        var (reply, key) = (asked.Replies[unit], Sessions.Consultation.KeyOf(unit, opinion.Candidate));
        return new ObjectionView(unit, opinion, reply.At, reply.Entry, asked.Findings.GetValueOrDefault(key), asked.Verdicts.GetValueOrDefault(key));
    }

    private static Decision Without(Decision list, IReadOnlySet<string> barred) => barred.Count == 0 ? list : list with
    {
        Main = list.Main.RemoveAll(a => barred.Contains(a.Id)),
        Nomination = list.Nomination.RemoveAll(a => barred.Contains(a.Id)),
        NotAwarded = list.NotAwarded.RemoveAll(n => barred.Contains(n.Id)),
        Undecided = [.. list.Undecided.Select(t => t with { Ids = t.Ids.RemoveAll(barred.Contains), Pending = t.Pending.RemoveAll(barred.Contains) })],
    };

    private static ImmutableArray<NamedCandidate> Names(Consultation asked, IReadOnlySet<string> barred) =>
        [.. asked.Candidates.Where(c => !barred.Contains(c.Id)).Select(c => new NamedCandidate(c.Id, c.Title, c.Kind))];
}
