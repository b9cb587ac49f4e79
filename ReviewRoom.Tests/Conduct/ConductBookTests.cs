using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Tests.Conduct;

public sealed class ConductBookTests
{
    private static readonly Person Expert = new("expert-a", "Expert A", Roles.Expert), Other = new("expert-b", "Expert B", Roles.Expert);
    private static readonly Person Both = new("both", "Both", Roles.Office | Roles.Supervisor);
    private static readonly DateOnly Today = new(2026, 11, 24);

    private DateTimeOffset now = Given.Start;
    private ConductBook book = ConductBook.Blank;

    [Fact]
    public void Article_22_a_withdrawal_is_noted_and_proposed_by_the_supervisor_and_decided_by_two_of_the_office()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, Propose(until: Today.AddDays(10)));
        Assert.Equal(RefusalCode.NotProposed, Ask(Given.Office2, new ConfirmWithdrawal("expert-a", "w1")));
        Do(Given.Office, new DecideWithdrawal("expert-a", "w1", true, "agreed"));
        Assert.False(book.IsWithdrawn("expert-a", Today));
        Assert.Equal(RefusalCode.SamePerson, Ask(Given.Office, new ConfirmWithdrawal("expert-a", "w1")));

        Do(Given.Office2, new ConfirmWithdrawal("expert-a", "w1"));

        Assert.Equal([false, true, true, false], new[] { -1, 0, 10, 11 }.Select(days => book.IsWithdrawn("expert-a", Today.AddDays(days))));
        Assert.False(book.IsWithdrawn("expert-b", Today));
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, new DecideWithdrawal("expert-a", "w1", false, "late")));
    }

    [Fact]
    public void Article_22_without_a_last_day_it_is_for_good_and_a_declined_one_has_no_effect()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, Propose());
        Do(Given.Supervisor, Propose());
        Do(Given.Office, new DecideWithdrawal("expert-a", "w1", false, "not shown"));
        Do(Given.Office2, new ConfirmWithdrawal("expert-a", "w1"));
        Assert.False(book.IsWithdrawn("expert-a", Today.AddYears(40)));

        Do(Given.Office, new DecideWithdrawal("expert-a", "w2", false, "no"));
        Do(Given.Office2, new DecideWithdrawal("expert-a", "w2", true, "yes"));
        Do(Given.Office, new ConfirmWithdrawal("expert-a", "w2"));

        Assert.True(book.IsWithdrawn("expert-a", Today.AddYears(40)));
    }

    [Fact]
    public void Article_22_who_proposes_does_not_decide_and_nobody_decides_about_himself()
    {
        var self = Expert with { Roles = Roles.Expert | Roles.Office | Roles.Supervisor };
        Do(Both, Note());
        Do(Both, Propose());

        Assert.Equal(RefusalCode.SamePerson, Ask(Both, new DecideWithdrawal("expert-a", "w1", true, "mine")));
        Do(Given.Office, new DecideWithdrawal("expert-a", "w1", true, "agreed"));
        Assert.Equal(RefusalCode.SamePerson, Ask(Both, new ConfirmWithdrawal("expert-a", "w1")));
        Assert.All((ConductAct[])[Note(), Propose(), new DecideWithdrawal("expert-a", "w1", false, "not me"), new ConfirmWithdrawal("expert-a", "w1")], act => Assert.Equal(RefusalCode.NotAllowed, Ask(self, act)));
        Assert.Empty(book.For(self, Today)?.Files ?? []);
    }

    [Fact]
    public void Article_22_the_expert_reads_what_is_proposed_and_decided_about_himself_and_nothing_else_of_the_file()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, Propose());
        Do(Given.Supervisor, new ProposeDiscipline("expert-a", "i1", "canary-employer", "canary-discipline"));
        Do(Given.Office, new DecideWithdrawal("expert-a", "w1", true, "canary-decision"));

        var before = Sent(book.Own("expert-a", Today));
        Do(Given.Office2, new ConfirmWithdrawal("expert-a", "w1"));
        var after = Sent(book.Own("expert-a", Today));

        Assert.All(["canary-reason", "canary-discipline", "canary-employer"], told => Assert.Contains(told, before, StringComparison.Ordinal));
        Assert.DoesNotContain("canary-decision", before, StringComparison.Ordinal);
        Assert.Contains("canary-decision", after, StringComparison.Ordinal);
        Assert.All(["canary-facts", "room-1", "supervisor", "office"], kept => Assert.DoesNotContain(kept, after, StringComparison.Ordinal));
        Assert.Null(book.For(Expert, Today));
    }

    [Fact]
    public void Article_22_what_an_expert_is_sent_does_not_depend_on_anybody_elses_file()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, Propose());
        var alone = book.Own("expert-a", Today);
        var nobody = book.Own("stranger", Today);

        Do(Given.Supervisor, Note("expert-b"));
        Do(Given.Supervisor, Propose("expert-b"));
        Do(Given.Office, new DecideWithdrawal("expert-b", "w1", true, "agreed"));
        Do(Given.Office2, new ConfirmWithdrawal("expert-b", "w1"));
        Do(Given.Supervisor, Note());

        Assert.Equal(Sent(alone), Sent(book.Own("expert-a", Today)));
        Assert.Equal(Sent(nobody), Sent(book.Own("stranger", Today)));
        Assert.NotEqual(Sent(nobody), Sent(book.Own("expert-b", Today)));
    }

    [Fact]
    public void Article_22_the_office_reads_no_note_and_no_discipline()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, new ProposeDiscipline("expert-a", "i1", "canary-employer", "canary-discipline"));
        Assert.Empty(book.For(Given.Office, Today)?.Files ?? []);
        Do(Given.Supervisor, Propose());

        var office = Sent(book.For(Given.Office, Today));

        Assert.Contains("canary-reason", office, StringComparison.Ordinal);
        Assert.All(["canary-facts", "canary-discipline", "canary-employer", "room-1", "i1"], kept => Assert.DoesNotContain(kept, office, StringComparison.Ordinal));
        Assert.Contains("canary-facts", Sent(book.For(Given.Supervisor, Today)), StringComparison.Ordinal);
    }

    [Fact]
    public void Article_22_while_marks_are_sealed_a_reason_holds_no_figure()
    {
        Do(Given.Supervisor, Note());

        Assert.Equal(RefusalCode.MarksSealed, Ask(Given.Supervisor, Propose() with { Reason = "he gave 65", IsSealed = true }));
        Assert.Equal(RefusalCode.MarksSealed, Ask(Given.Supervisor, new ProposeDiscipline("expert-a", "i1", "employer", "he gave \uff16\uff15") { IsSealed = true }));
        Assert.Null(Ask(Given.Supervisor, Propose() with { Reason = "he told others", IsSealed = true }));
        Assert.Null(Ask(Given.Supervisor, Propose() with { Reason = "he gave 65" }));
    }

    [Fact]
    public void Article_22_the_expert_answers_once_and_for_himself_alone()
    {
        Do(Given.Supervisor, Note());
        Do(Given.Supervisor, Propose());

        Assert.Equal(RefusalCode.NotFound, Ask(Other, new AnswerProposal("w1", "not mine")));
        Assert.Equal(RefusalCode.ReasonRequired, Ask(Expert, new AnswerProposal("w1", " ")));
        Do(Expert, new AnswerProposal("w1", "it was not so"));

        Assert.Equal(RefusalCode.AlreadySettled, Ask(Expert, new AnswerProposal("w1", "again")));
        Assert.Equal("it was not so", book.For(Given.Office, Today)?.Files.Single().Proposals.Single().Answer);
    }

    [Theory]
    [InlineData("from", -1, null)]
    [InlineData("until", 3, 2)]
    public void A_withdrawal_begins_today_at_the_earliest_and_does_not_end_before_it_begins(string field, int from, int? until)
    {
        Do(Given.Supervisor, Note());

        var refused = book.Decide(Propose() with { From = Today.AddDays(from), Until = until is { } days ? Today.AddDays(days) : null }, new Asking(Given.Supervisor, now, new byte[32])).Refusal;

        Assert.Equal((RefusalCode.Malformed, field), (refused?.Code, refused?.Field));
    }

    private static NoteIncident Note(string expert = "expert-a") => new(expert, Misconduct.Leaking, Today, "canary-facts", "room-1");

    private static ProposeWithdrawal Propose(string expert = "expert-a", DateOnly? until = null) => new(expert, "i1", Today, until, "canary-reason");

    private static string Sent<T>(T view) => Encoding.UTF8.GetString(Canonical.Bytes(view));

    private void Do(Person by, ConductAct act) => Assert.Null(Ask(by, act));

    private RefusalCode? Ask(Person by, ConductAct act)
    {
        var outcome = book.Decide(act, new Asking(by, now, new byte[32]));
        if (outcome.Event is not { } happened) return outcome.Refusal?.Code;
        book = book.Apply(Canonical.Read<ConductEvent>(Canonical.Bytes(happened)), new Stamp(book.Version + 1, now, by.Id));
        now = now.AddSeconds(1);
        return null;
    }
}
