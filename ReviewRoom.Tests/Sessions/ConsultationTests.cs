using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Sessions;

public sealed class ConsultationTests
{
    [Fact]
    public void Article_6_the_office_alone_asks_the_member_units_and_only_about_dossiers_with_a_result()
    {
        var session = ASession.Planned();
        var start = ASession.Start([ASession.Result("700", 0)]);

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Supervisor, start));
        Assert.Equal(RefusalCode.NotAllowed, session.Ask(ASession.Unit(1), start));
        Assert.Equal(RefusalCode.NotFound, session.Ask(Given.Stranger, start));
        Assert.Equal(RefusalCode.NoResult, session.Ask(Given.Office, start with { Candidates = ["c1", "c9"] }));
        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, start with { Due = Given.Start }));
        Assert.Null(session.Ask(Given.Office, start));
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, start));
    }

    [Fact]
    public void Without_member_units_nobody_is_asked()
    {
        var session = ASession.Planned(units: 0);

        Assert.Equal(RefusalCode.NoBodies, session.Ask(Given.Office, ASession.Start([ASession.Result("700", 0)])));
    }

    [Fact]
    public void A_unit_without_a_reply_is_never_counted_as_consenting()
    {
        var session = ASession.Consulting().Reply(1, 40);

        session.At(ASession.Due).Do(Person.System, new PassDue());

        Assert.All(session.Seen().Rows, row => Assert.Equal((40, 0, 2), (row.Without, row.With, row.Open)));
        Assert.All(session.Seen().Rows, row => Assert.Equal([OpinionState.Silent, OpinionState.Silent], row.States[40..]));
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Person.System, new PassDue()));
    }

    [Fact]
    public void What_is_due_is_noted_by_the_program_alone_and_not_before_its_time()
    {
        var session = ASession.Consulting();

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Office, new PassDue()));
        Assert.Equal(RefusalCode.NotDue, session.Ask(Person.System, new PassDue()));
        Assert.Equal(RefusalCode.NotDue, session.Ask(Given.Office, new CloseConsultation()));
        Assert.Equal(ASession.Due, session.Session.FallsDue);
    }

    [Fact]
    public void A_late_reply_counts_until_the_consultation_is_closed_and_is_marked_late()
    {
        var session = ASession.Consulting().Reply(1, 41).At(ASession.Due).Do(Person.System, new PassDue());

        session.At(ASession.Due.AddHours(2)).Do(ASession.Unit(42), ASession.NoObjection);

        Assert.True(session.Seen().Units[41].IsLate);
        Assert.Equal(42, session.Seen().Rows[0].Without);
        session.Do(Given.Office, new CloseConsultation());
        Assert.Equal(RefusalCode.WrongStage, session.Ask(ASession.Unit(42), ASession.Objecting("c1")));
    }

    [Fact]
    public void A_consultation_closes_before_it_is_due_once_all_have_replied()
    {
        var session = ASession.Consulting(3).Reply(1, 3);

        session.Do(Given.Office, new CloseConsultation());

        Assert.Equal(SessionStage.Consulted, session.Session.Stage);
    }

    [Fact]
    public void A_unit_changes_its_reply_but_not_what_was_decided_of_it()
    {
        var session = ASession.Consulting();
        session.Do(ASession.Unit(7), new ReplyToConsultation([new Opinion("c1", "E5", "one"), new Opinion("c2", "E6", "two")]));
        session.Do(Given.Office, new DecideOpinion("unit-07", "c1", Verdict.NotAdopted, "checked"));

        Assert.Equal(RefusalCode.OpinionDecided, session.Ask(ASession.Unit(7), ASession.NoObjection));
        session.Do(ASession.Unit(7), new ReplyToConsultation([new Opinion("c1", "E5", "one")]));

        Assert.Equal((41, 0, 1), (session.Seen().Rows[1].Open, session.Seen().Rows[1].With, session.Seen().Rows[1].Without));
        Assert.Equal(OpinionState.Decided, session.Seen().Rows[0].States[6]);
    }

    [Theory]
    [InlineData("", RefusalCode.ReasonRequired)]
    [InlineData("  ", RefusalCode.ReasonRequired)]
    public void An_objection_says_what_it_objects_to(string text, RefusalCode code)
    {
        var session = ASession.Consulting();

        Assert.Equal(code, session.Ask(ASession.Unit(1), ASession.Objecting("c1", text)));
        Assert.Equal(RefusalCode.TextTooLong, session.Ask(ASession.Unit(1), ASession.Objecting("c1", new string('x', AwardSession.LongestOpinion + 1))));
        Assert.Equal(RefusalCode.Malformed, session.Ask(ASession.Unit(1), new ReplyToConsultation([new Opinion("c1", "E9", "text")])));
        Assert.Equal(RefusalCode.Malformed, session.Ask(ASession.Unit(1), ASession.Objecting("nobody")));
    }

    [Fact]
    public void An_objection_without_a_decision_stops_the_proposal_and_an_adopted_one_takes_the_candidate_out()
    {
        var session = ASession.Consulting(3).Do(ASession.Unit(1), ASession.Objecting("c1")).Do(ASession.Unit(2), ASession.Objecting("c2")).Reply(3, 3).Do(Given.Office, new CloseConsultation());

        Assert.Equal(RefusalCode.OpinionsOpen, session.Ask(Given.Office, new Propose()));
        Assert.Equal(RefusalCode.ReasonRequired, session.Ask(Given.Office, new DecideOpinion("unit-01", "c1", Verdict.Adopted, " ")));
        session.Do(Given.Office, new DecideOpinion("unit-01", "c1", Verdict.Adopted, "the accident is proved")).Do(Given.Office, new DecideOpinion("unit-02", "c2", Verdict.PartlyAdopted, "noted"));
        session.Do(Given.Office, new Propose());

        var list = session.For(Given.Office)?.Proposal?.Decision ?? throw new InvalidOperationException();
        Assert.Equal(["c2", "c3"], list.Main.Select(a => a.Id));
        Assert.Equal((NotAwardedReason.Blocked, "c1"), (list.NotAwarded.Single().Reason, list.NotAwarded.Single().Id));
        Assert.Equal(1, list.Vacant.Main);
        Assert.Equal(RefusalCode.WrongStage, session.Ask(Given.Office, new DecideOpinion("unit-02", "c2", Verdict.Adopted, "too late")));
    }

    [Fact]
    public void Reminders_are_counted_and_go_to_nobody_who_has_replied()
    {
        var session = ASession.Consulting().Reply(1, 1);

        session.Do(Given.Office, new RemindBodies(["unit-02", "unit-03"])).Do(Given.Office, new RemindBodies(["unit-02"]));

        Assert.Equal([0, 2, 1], session.Seen().Units.Take(3).Select(u => u.Reminders));
        Assert.Equal(RefusalCode.AlreadySettled, session.Ask(Given.Office, new RemindBodies(["unit-01"])));
        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, new RemindBodies(["leading"])));
    }

    [Fact]
    public void Candidates_stand_by_their_number_and_no_score_is_in_the_consultation()
    {
        var session = ASession.Consulting(3, "601", "702", "803");

        var seen = System.Text.Encoding.UTF8.GetString([.. Canonical.Bytes(session.For(Given.Office)), .. Canonical.Bytes(session.For(ASession.Unit(1))), .. Canonical.Bytes(session.For(ASession.Leading))]);

        Assert.Equal(["c1", "c2", "c3"], session.Seen().Rows.Select(r => r.Candidate));
        Assert.Equal(1, session.Seen().Rows[0].Recommended);
        Assert.All(["601", "702", "803"], points => Assert.DoesNotContain(points, seen, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_recused_from_a_candidate_learns_nothing_of_him()
    {
        var session = ASession.Consulting(3).Do(ASession.Unit(1), ASession.Objecting("c1", "canary")).Reply(2, 3);
        session.Do(Given.Office, new DecideOpinion("unit-01", "c1", Verdict.NotAdopted, "canary")).Do(Given.Office, new CloseConsultation()).Do(Given.Office, new Propose());

        var seen = System.Text.Encoding.UTF8.GetString(Canonical.Bytes(session.For(Given.Office, "c1")));

        Assert.DoesNotContain("canary", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Candidate 1", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("\"c1\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_no_longer_act_for_a_body_sees_and_replies_nothing()
    {
        var session = ASession.Consulting();
        var former = ASession.Unit(1) with { Roles = Roles.None };

        Assert.Null(session.For(former));
        Assert.Equal(RefusalCode.NotFound, session.Ask(former, ASession.NoObjection));
        Assert.Null(session.For(ASession.Leading with { Roles = Roles.Expert }));
    }

    [Fact]
    public void Article_7_the_body_that_recommended_a_candidate_is_marked_and_is_a_body_of_the_session()
    {
        var session = ASession.Planned(3);
        var start = ASession.Start([ASession.Result("700", 1), ASession.Result("650", 2)]);

        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, start with { Recommended = [new Recommendation("c2", "unit-99")] }));
        Assert.Equal(RefusalCode.Malformed, session.Ask(Given.Office, start with { Recommended = [new Recommendation("c9", "unit-01")] }));
        session.Do(Given.Office, start with { Recommended = [new Recommendation("c3", "unit-02")] });

        Assert.Equal([null, 1], session.Seen().Rows.Select(r => r.Recommended));
        Assert.Equal(["c3"], session.For(ASession.Unit(2))?.Own?.Recommended);
        Assert.Empty(session.For(ASession.Unit(1))?.Own?.Recommended ?? ["none"]);
    }

    [Fact]
    public void A_unit_finds_the_receipt_of_its_reply_again_and_whether_it_was_late()
    {
        var session = ASession.Consulting().Do(ASession.Unit(1), ASession.NoObjection).Do(ASession.Unit(1), ASession.Objecting("c2"));

        Assert.Equal((2, false), (session.For(ASession.Unit(1))?.Own?.Receipt, session.For(ASession.Unit(1))?.Own?.IsLate));
        session.At(ASession.Due.AddMinutes(1)).Do(ASession.Unit(2), ASession.NoObjection);
        Assert.Equal((1, true), (session.For(ASession.Unit(2))?.Own?.Receipt, session.For(ASession.Unit(2))?.Own?.IsLate));
    }

    [Fact]
    public void To_who_has_no_part_in_it_there_is_no_session()
    {
        var session = ASession.Consulting();

        Assert.All([Given.Stranger, Given.Administrator, new Person("unit-99", "nobody's unit", Roles.None)], person => Assert.Null(session.For(person)));
    }

    /// <summary>Random replies, reminders and decisions: every row adds up to the number of units, whatever happened.</summary>
    [Fact]
    public void Tallies_always_add_up_to_the_number_of_units() =>
        Steps.Sample(steps =>
        {
            var session = Played(steps, unit => true);
            return session.Seen().Rows.All(row => row.Without + row.With + row.Open == session.Units && row.States.Length == session.Units);
        }, iter: 300);

    /// <summary>Two worlds that differ in all that other units did are one and the same to a unit.</summary>
    [Fact]
    public void A_unit_sees_its_own_reply_and_nothing_of_what_others_did() =>
        Gen.Select(Steps, Steps).Sample((one, other) =>
        {
            var own = one.Where(s => s.Unit == 1).ToArray();
            var (a, b) = (Played([.. own, .. one.Where(s => s.Unit != 1)], _ => true), Played([.. own, .. other.Where(s => s.Unit != 1)], _ => true));
            return Canonical.Bytes(a.For(ASession.Unit(1))).AsSpan().SequenceEqual(Canonical.Bytes(b.For(ASession.Unit(1))));
        }, iter: 300);

    private sealed record Step(int Unit, int What, int Candidate);

    private static readonly Gen<Step[]> Steps =
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 4], Gen.Int[1, 3]).Select((unit, what, candidate) => new Step(unit, what, candidate)).Array[0, 25];

    private static ASession Played(Step[] steps, Func<int, bool> which)
    {
        var session = ASession.Consulting(6);
        foreach (var (unit, what, candidate) in steps.Where(s => which(s.Unit)).Select(s => (s.Unit, s.What, s.Candidate)))
        {
            // Refused or not: what must hold, holds either way.
            _ = what switch
            {
                0 => session.Ask(ASession.Unit(unit), ASession.NoObjection),
                1 => session.Ask(ASession.Unit(unit), ASession.Objecting($"c{candidate}")),
                2 => session.Ask(Given.Office, new RemindBodies([ASession.IdOf(unit)])),
                3 => session.Ask(Given.Office, new DecideOpinion(ASession.IdOf(unit), $"c{candidate}", Verdict.NotAdopted, "reason")),
                _ => session.Ask(Given.Office, new NoteFinding(ASession.IdOf(unit), $"c{candidate}", "finding")),
            };
        }
        return session;
    }
}
