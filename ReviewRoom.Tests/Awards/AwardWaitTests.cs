using ReviewRoom.Components.Home;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Awards;

/// <summary>What the first page says waits at the register of awards.</summary>
public sealed class AwardWaitTests
{
    private static readonly Person Finance = new("finance", "Finance", Roles.Finance);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Given.Start.ToOffset(TimeSpan.FromHours(8)).DateTime);

    private AwardRegister register = AwardRegister.Named("awards");

    public AwardWaitTests()
    {
        Do(Given.Office, new TakeAwards([Entry("a1", Today.AddDays(-400)), Entry("a2", Today.AddYears(-5).AddDays(31)), Entry("repeat", Today.AddDays(-1)) with { OwedYuan = 0, IsRepeat = true }]));
        Do(Given.Office, new RecordMidTerm("a2", MidTermResult.Kept, Today, "all well"));
    }

    [Fact]
    public void Article_7_the_office_is_told_of_a_mid_term_check_that_is_due_and_finance_is_not()
    {
        Do(Given.Office, new TakeAwards([Entry("a3", Today.AddMonths(-30)), Entry("a4", Today.AddMonths(-30).AddDays(1))]));

        Assert.Equal([("a3", WaitKind.MidTerm, 1), ("a2", WaitKind.AwardExpires, 30)], Of(Given.Office));
        Assert.DoesNotContain(Of(Finance), w => w.Kind == WaitKind.MidTerm);
        Do(Given.Office, new RecordMidTerm("a3", MidTermResult.Kept, Today, "all well"));
        Assert.Equal([("a2", WaitKind.AwardExpires, 30)], Of(Given.Office));
    }

    [Fact]
    public void Finance_is_told_of_what_is_owed_and_of_what_is_to_come_back()
    {
        Assert.Equal([("a1", WaitKind.PayAward, 300_000), ("a2", WaitKind.PayAward, 300_000)], Of(Finance));
        Do(Finance, new SetBudget(Today.Year, 300_000, "budget"));
        Do(Finance, new RecordPayment("a1", 300_000, Today, "v"));
        Revoke("a1");

        Assert.Equal([("a2", WaitKind.PayAward, 300_000), ("a1", WaitKind.RecoverAward, 300_000)], Of(Finance));
    }

    [Fact]
    public void The_office_is_led_from_the_report_to_the_publication_and_its_proposer_waits_for_another()
    {
        Assert.Equal([("a2", WaitKind.AwardExpires, 30)], Of(Given.Office));
        Do(Given.Office, new ReceiveReport("a1", "report"));
        Assert.Contains(("a1", WaitKind.Investigate, 1), Of(Given.Office));
        Do(Given.Office, new CloseInvestigation("a1", "r1", true, "found"));
        Assert.Contains(("a1", WaitKind.ProposeRevocation, 1), Of(Given.Office));
        Do(Given.Office, new ProposeRevocation("a1", "r1", RevocationGround.Fraud, Today, "reason"));
        Assert.Contains(("a1", WaitKind.AwaitApproval, 1), Of(Given.Office));
        Assert.Contains(("a1", WaitKind.ApproveRevocation, 1), Of(Given.Office2));
        Do(Given.Office2, new ApproveRevocation("a1", "city", Today));
        Assert.Contains(("a1", WaitKind.TakeBack, 3), Of(Given.Office));
        Do(Given.Office, new RecordReturn("a1", ReturnedObject.Plaque, Today));
        Do(Given.Office, new RecordReturn("a1", ReturnedObject.Certificate, Today));
        Do(Given.Office, new PublishRevocation("a1", Today, "site"));

        Assert.Equal([("a2", WaitKind.AwardExpires, 30)], Of(Given.Office));
    }

    private void Revoke(string award)
    {
        Do(Given.Office, new ReceiveReport(award, "report"));
        Do(Given.Office, new CloseInvestigation(award, "r1", true, "found"));
        Do(Given.Office, new ProposeRevocation(award, "r1", RevocationGround.Fraud, Today, "reason"));
        Do(Given.Office2, new ApproveRevocation(award, "city", Today));
    }

    private IEnumerable<(string Award, WaitKind Kind, int N)> Of(Person person) =>
        Wait.OfAwards(register.For(person, Today) ?? throw new InvalidOperationException(), person.Id, Today).Select(w => (w.Link.Split('=')[^1], w.Kind, w.N));

    private static AwardEntry Entry(string id, DateOnly on) =>
        new(id, "s", "S", 1, Grade.Main, ApplicantKind.Organisation, id, $"Holder {id}", on, on.AddYears(5).AddDays(-1), 300_000, false);

    private void Do(Person by, AwardAct act)
    {
        var outcome = register.Decide(act, new Asking(by, Given.Start, new byte[32]));
        register = register.Apply(outcome.Event ?? throw new InvalidOperationException($"{outcome.Refusal}"), new Stamp(register.Version + 1, Given.Start, by.Id));
    }
}
