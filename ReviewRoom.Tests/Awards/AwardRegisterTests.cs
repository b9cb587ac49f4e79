using System.Collections.Immutable;
using System.Text;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Awards;

public sealed class AwardRegisterTests
{
    private static readonly Person Finance = new("finance", "Finance", Roles.Finance);
    private static readonly DateOnly Today = new(2026, 11, 24);

    private DateTimeOffset now = Given.Start;
    private AwardRegister register = AwardRegister.Named("yangquan");

    public AwardRegisterTests() => Do(Given.Office, new TakeAwards([Entry("a1"), Entry("a2", owed: 100_000, grade: Grade.Nomination), Entry("repeat", owed: 0), Entry("old", on: new(2019, 10, 25))]));

    private static AwardEntry Entry(string id, int owed = 300_000, Grade grade = Grade.Main, DateOnly? on = null)
    {
        var conferred = on ?? new DateOnly(2025, 6, 27);
        return new AwardEntry(id, "session-5", "Fifth session", 1, grade, ApplicantKind.Organisation, $"org-{id}", $"Holder {id}", conferred, conferred.AddYears(5).AddDays(-1), owed, owed == 0);
    }

    [Fact]
    public void Article_25_finance_alone_pays_and_never_beyond_the_budget_of_the_year()
    {
        Assert.Equal(RefusalCode.NotAllowed, Ask(Given.Office, Pay("a1", 300_000)));
        Assert.Equal(RefusalCode.NotFound, Ask(Given.Stranger, Pay("a1", 300_000)));
        Assert.Equal(RefusalCode.BudgetExceeded, Ask(Finance, Pay("a1", 300_000)));
        Do(Finance, new SetBudget(2026, 350_000, "Budget 2026"));
        Do(Finance, Pay("a1", 300_000));

        Assert.Equal(RefusalCode.BudgetExceeded, Ask(Finance, Pay("a2", 100_000)));
        Assert.Equal(50_000, register.LeftOf(2026));
        Assert.Equal(RefusalCode.Malformed, Ask(Finance, new SetBudget(2026, 200_000, "less than paid")));
    }

    [Fact]
    public void Article_19_a_payment_is_never_more_than_is_owed()
    {
        Do(Finance, new SetBudget(2026, 1_400_000, "Budget 2026"));

        Assert.Equal(RefusalCode.Malformed, Ask(Finance, Pay("a1", 300_001)));
        Do(Finance, Pay("a1", 100_000));
        Do(Finance, Pay("a1", 200_000));
        Assert.Equal(RefusalCode.NothingOwed, Ask(Finance, Pay("a1", 1)));
        Assert.Equal(MoneyStanding.Paid, register.Find("a1")?.Money);
    }

    [Fact]
    public void Article_23_a_repeat_winner_is_owed_nothing()
    {
        Do(Finance, new SetBudget(2026, 1_400_000, "Budget 2026"));

        Assert.Equal(RefusalCode.NothingOwed, Ask(Finance, Pay("repeat", 1)));
        Assert.Equal(MoneyStanding.NothingOwed, register.Find("repeat")?.Money);
    }

    [Fact]
    public void Article_20_a_provincial_award_is_matched_once_by_its_document()
    {
        Do(Finance, new SetBudget(2026, 1_400_000, "Budget 2026"));
        Assert.Equal(RefusalCode.NothingOwed, Ask(Finance, Pay("repeat", 500_000) with { IsMatch = true }));
        Do(Given.Office, new RecordMatch("repeat", 500_000, "Province 7", Today));
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, new RecordMatch("repeat", 500_000, "Province 7", Today)));

        Do(Finance, Pay("repeat", 500_000) with { IsMatch = true });

        Assert.Equal(MoneyStanding.Paid, register.Find("repeat")?.Money);
        Assert.Equal(0, register.Find("repeat")?.PaidYuan);
    }

    [Fact]
    public void Article_7_a_mid_term_check_is_due_two_and_a_half_years_after_the_conferral_and_recorded_once()
    {
        Do(Given.Office, new TakeAwards([Entry("half", on: new(2024, 5, 24)), Entry("almost", on: new(2024, 5, 25))]));
        var check = new RecordMidTerm("half", MidTermResult.ToImprove, Today, "two measures asked for");
        Assert.Equal(["half"], register.Awards.Where(a => a.IsMidTermDue(Today)).Select(a => a.Entry.Id));
        Assert.Equal(RefusalCode.NotDue, Ask(Given.Office, check with { Award = "almost" }));
        Assert.Equal(RefusalCode.OutsideValidity, Ask(Given.Office, check with { Award = "old" }));
        Assert.Equal(RefusalCode.NotAllowed, Ask(Finance, check));
        Assert.Equal(RefusalCode.ReasonRequired, Ask(Given.Office, check with { Text = " " }));

        Do(Given.Office, check);

        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, check));
        Assert.Equal(MidTermResult.ToImprove, register.Find("half")?.MidTerm?.Result);
        Assert.DoesNotContain(register.Awards, a => a.IsMidTermDue(Today));
        Assert.Equal(AwardStanding.Valid, register.Find("half")?.StandingOn(Today));
    }

    [Fact]
    public void Article_20_a_valid_award_is_recommended_first_and_the_match_tells_which_recommendation_it_follows()
    {
        var recommend = new RecommendForProvince("a1", "Recommendation 12", Today);
        Assert.Equal(RefusalCode.NotAllowed, Ask(Finance, recommend));
        Assert.Equal(RefusalCode.OutsideValidity, Ask(Given.Office, recommend with { Award = "old" }));
        Assert.Equal(RefusalCode.OutsideValidity, Ask(Given.Office, recommend with { On = new(2025, 6, 26) }));
        Assert.Equal(RefusalCode.Malformed, Ask(Given.Office, recommend with { On = Today.AddDays(1) }));
        Do(Given.Office, recommend with { Document = "Recommendation 3", On = new(2025, 9, 1) });
        Do(Given.Office, recommend);
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, recommend));

        Do(Given.Office, new RecordMatch("a1", 500_000, "Province 7", Today.AddDays(-1)));
        Do(Given.Office, new RecordMatch("a2", 500_000, "Province 8", Today));

        Assert.Equal("Recommendation 3", register.Find("a1")?.MatchFollows);
        Assert.Null(register.Find("a2")?.MatchFollows);
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, recommend with { Document = "Recommendation 13" }));
    }

    [Fact]
    public void Article_20_a_revoked_award_is_not_recommended()
    {
        Do(Given.Office, new ReceiveReport("a1", "report"));
        Do(Given.Office, new CloseInvestigation("a1", "r1", true, "found"));
        Do(Given.Office, new ProposeRevocation("a1", "r1", RevocationGround.Fraud, Today, "reason"));
        Do(Given.Office2, new ApproveRevocation("a1", "City 3", Today));

        Assert.Equal(RefusalCode.AwardRevoked, Ask(Given.Office, new RecommendForProvince("a1", "Recommendation 12", Today)));
    }

    [Fact]
    public void Article_25_working_funds_are_spent_by_finance_for_a_purpose_and_never_beyond_their_line()
    {
        var expense = new RecordExpense(FundLine.Experts, 30_000, Today, "fees of seven experts", "voucher 1");
        Assert.Equal(RefusalCode.NotAllowed, Ask(Given.Office, expense));
        Assert.Equal(RefusalCode.NotFound, Ask(Given.Stranger, expense));
        Assert.Equal(RefusalCode.BudgetExceeded, Ask(Finance, expense));
        Do(Finance, new SetWorkingFunds(2026, FundLine.Experts, 50_000, "Budget 2026"));
        Do(Finance, new SetWorkingFunds(2026, FundLine.Meetings, 90_000, "Budget 2026"));
        Assert.Equal(RefusalCode.Malformed, Ask(Finance, expense with { Purpose = " " }));

        Do(Finance, expense);

        Assert.Equal(RefusalCode.BudgetExceeded, Ask(Finance, expense));
        Assert.Equal(RefusalCode.BudgetExceeded, Ask(Finance, expense with { On = new(2025, 12, 31), Yuan = 1 }));
        Assert.Equal(RefusalCode.Malformed, Ask(Finance, new SetWorkingFunds(2026, FundLine.Experts, 29_999, "less than spent")));
        Assert.Equal([(FundLine.Experts, 20_000), (FundLine.Meetings, 90_000)], register.For(Given.Supervisor, Today)?.Funds.Select(f => (f.Line, f.LeftYuan)));
        Assert.Equal(0, register.LeftOf(2026));
    }

    [Fact]
    public void Article_21_a_revocation_goes_from_report_to_recovery_by_two_of_the_office_and_finance()
    {
        Do(Finance, new SetBudget(2026, 1_400_000, "Budget 2026"));
        Do(Finance, Pay("a1", 300_000));
        Do(Given.Office, new ReceiveReport("a1", "an accident was kept quiet"));
        var propose = new ProposeRevocation("a1", "r1", RevocationGround.SafetyAccident, new(2026, 3, 1), "found by the emergency office");
        Assert.Equal(RefusalCode.ReportNotFounded, Ask(Given.Office, propose));
        Do(Given.Office, new CloseInvestigation("a1", "r1", true, "two witnesses, one document"));
        Assert.Equal(RefusalCode.NotProposed, Ask(Given.Office, new ApproveRevocation("a1", "City 3", Today)));
        Do(Given.Office, propose);
        Assert.Equal(RefusalCode.SamePerson, Ask(Given.Office, new ApproveRevocation("a1", "City 3", Today)));
        Assert.Equal(AwardStanding.Valid, register.Find("a1")?.StandingOn(Today));
        Do(Given.Office2, new ApproveRevocation("a1", "City 3", Today));

        Assert.Equal((AwardStanding.Revoked, MoneyStanding.RecoveryOpen), (register.Find("a1")?.StandingOn(Today), register.Find("a1")?.Money));
        Do(Given.Office, new RecordReturn("a1", ReturnedObject.Plaque, Today));
        Do(Given.Office, new RecordReturn("a1", ReturnedObject.Certificate, Today));
        Assert.Equal(RefusalCode.NotAllowed, Ask(Given.Office, new RecordRecovery("a1", 100_000, Today, "voucher")));
        Do(Finance, new RecordRecovery("a1", 100_000, Today, "voucher 1"));
        Assert.Equal(RefusalCode.Malformed, Ask(Finance, new RecordRecovery("a1", 200_001, Today, "voucher 2")));
        Do(Finance, new RecordRecovery("a1", 200_000, Today, "voucher 2"));
        Do(Given.Office, new PublishRevocation("a1", Today, "city government site"));
        Assert.Equal(MoneyStanding.Recovered, register.Find("a1")?.Money);
        Assert.Equal(RefusalCode.AwardRevoked, Ask(Finance, Pay("a1", 1)));
    }

    [Fact]
    public void Article_21_where_the_city_government_does_not_approve_the_award_stands_and_the_report_is_spent()
    {
        Do(Given.Office, new ReceiveReport("a1", "report"));
        Do(Given.Office, new CloseInvestigation("a1", "r1", true, "found"));
        var propose = new ProposeRevocation("a1", "r1", RevocationGround.Fraud, Today, "reason");
        Assert.Equal(RefusalCode.NotProposed, Ask(Given.Office2, new DeclineRevocation("a1", "City 4", Today)));
        Do(Given.Office, propose);
        Assert.Equal(RefusalCode.SamePerson, Ask(Given.Office, new DeclineRevocation("a1", "City 4", Today)));

        Do(Given.Office2, new DeclineRevocation("a1", "City 4", Today));

        Assert.Equal(AwardStanding.Valid, register.Find("a1")?.StandingOn(Today));
        Assert.Equal(RefusalCode.NotProposed, Ask(Given.Office2, new ApproveRevocation("a1", "City 4", Today)));
        Assert.Equal(RefusalCode.ReportNotFounded, Ask(Given.Office, propose));
        Do(Given.Office, new ReceiveReport("a1", "another"));
        Do(Given.Office, new CloseInvestigation("a1", "r2", true, "found"));
        Do(Given.Office, propose with { Report = "r2" });
    }

    [Fact]
    public void Who_is_of_the_office_and_of_finance_does_both_and_finance_alone_learns_of_no_reason()
    {
        var both = new Person("both", "Both", Roles.Office | Roles.Finance);
        Do(both, new SetBudget(2026, 300_000, "Budget 2026"));
        Do(both, new ReceiveReport("a1", "report"));
        Do(both, new CloseInvestigation("a1", "r1", true, "found"));
        Do(both, new ProposeRevocation("a1", "r1", RevocationGround.Fraud, Today, "canary reason"));

        Assert.Equal(("office", true), (register.For(both, Today)?.Role, register.For(both, Today)?.KeepsMoney));
        Assert.Equal(("supervisor", false), (register.For(Given.Supervisor, Today)?.Role, register.For(Given.Supervisor, Today)?.KeepsMoney));
        Assert.Contains("canary", Encoding.UTF8.GetString(Canonical.Bytes(register.For(both, Today))), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Encoding.UTF8.GetString(Canonical.Bytes(register.For(Finance, Today))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RevocationGround.Fraud, "2024-01-01", null)]
    [InlineData(RevocationGround.QualityAccident, "2025-06-26", RefusalCode.OutsideValidity)]
    [InlineData(RevocationGround.QualityAccident, "2025-06-27", null)]
    [InlineData(RevocationGround.SeriousBreach, "2026-11-24", null)]
    [InlineData(RevocationGround.SeriousBreach, "2026-11-25", RefusalCode.Malformed)]
    public void Article_21_all_grounds_but_fraud_lie_within_the_validity(RevocationGround ground, string on, RefusalCode? expected)
    {
        Do(Given.Office, new ReceiveReport("a1", "report"));
        Do(Given.Office, new CloseInvestigation("a1", "r1", true, "found"));

        Assert.Equal(expected, Ask(Given.Office, new ProposeRevocation("a1", "r1", ground, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), "reason")));
    }

    [Fact]
    public void Article_4_an_award_is_valid_to_the_day_before_its_fifth_anniversary_and_the_program_notes_its_end()
    {
        Assert.Equal(AwardStanding.Valid, register.Find("a1")?.StandingOn(new(2030, 6, 26)));
        Assert.Equal(AwardStanding.Expired, register.Find("a1")?.StandingOn(new(2030, 6, 27)));
        Assert.Equal(["old"], register.Expiring(Today).Select(a => a.Entry.Id));
        Assert.Equal(RefusalCode.NotAllowed, Ask(Given.Office, new NoteExpiry("old")));
        Assert.Equal(RefusalCode.NotDue, Ask(Person.System, new NoteExpiry("a1")));

        Do(Person.System, new NoteExpiry("old"));

        Assert.Empty(register.Expiring(Today));
        Assert.Equal(RefusalCode.OutsideValidity, Ask(Given.Office, new RecordSelfReport("old", 2026, "all well")));
        Assert.Null(Ask(Given.Office, new RecordSelfReport("a1", 2026, "all well")));
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, new RecordSelfReport("a1", 2026, "again")));
    }

    [Fact]
    public void The_public_verifies_an_award_by_its_code_and_reads_no_report_and_finance_neither()
    {
        Do(Given.Office, new ReceiveReport("a1", "canary report"));
        var code = register.Find("a1")?.Code ?? "";

        var read = Encoding.UTF8.GetString([.. Canonical.Bytes(register.Verify(code, Today)), .. Canonical.Bytes(register.Public(Today)), .. Canonical.Bytes(register.For(Finance, Today))]);

        Assert.Equal("Holder a1", register.Verify(code, Today)?.HolderName);
        Assert.Null(register.Verify("0000000000000000", Today));
        Assert.DoesNotContain("canary", read, StringComparison.Ordinal);
        Assert.Null(register.For(Given.Stranger, Today));
        Assert.Equal(4, register.Awards.Select(a => a.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Finance_and_the_public_get_the_same_bytes_whether_or_not_something_was_reported_and_investigated()
    {
        var (before, time) = (register, now);
        Do(Given.Office, new ReceiveReport("a1", "report"));
        Do(Given.Office, new CloseInvestigation("a1", "r1", false, "nothing in it"));
        Do(Given.Office, new RecordSelfReport("a2", 2026, "all well"));
        var reported = register;
        (register, now) = (before, time.AddSeconds(2));
        Do(Given.Office, new RecordSelfReport("a2", 2026, "all well"));

        Assert.Equal(Canonical.Bytes(register.For(Finance, Today)), Canonical.Bytes(reported.For(Finance, Today)));
        Assert.Equal(Canonical.Bytes(register.Public(Today)), Canonical.Bytes(reported.Public(Today)));
        Assert.NotEqual(Canonical.Bytes(register.For(Given.Office, Today)), Canonical.Bytes(reported.For(Given.Office, Today)));
    }

    [Fact]
    public void An_award_that_was_revoked_before_the_register_began_still_shows_what_is_to_come_back()
    {
        Do(Given.Office, new TakeAwards([Entry("past", on: new(2021, 9, 15)) with { PaidYuan = 300_000, Revoked = new PastRevocation(RevocationGround.SafetyAccident, new(2024, 8, 20), 200_000) }]));

        Assert.Equal((AwardStanding.Revoked, MoneyStanding.RecoveryOpen, 100_000), (register.Find("past")?.StandingOn(Today), register.Find("past")?.Money, register.Find("past")?.Revocation?.OutstandingYuan));
        Do(Finance, new RecordRecovery("past", 100_000, Today, "voucher"));
        Assert.Equal(MoneyStanding.Recovered, register.Find("past")?.Money);
    }

    /// <summary>Whatever is asked in whatever order: no award is paid above what it is owed, no year above its budget, nothing is recovered twice.</summary>
    [Fact]
    public void Money_never_passes_its_bounds() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1, 4]).Array[0, 40].Sample(steps =>
        {
            var (before, time) = (register, now);
            foreach (var (what, award, sum) in steps)
            {
                var id = ((string[])["a1", "a2", "repeat"])[award];
                _ = what switch
                {
                    0 => Ask(Finance, new SetBudget(2026, sum * 100_000, "budget")),
                    1 => Ask(Finance, Pay(id, sum * 50_000)),
                    2 => Ask(Given.Office, new ReceiveReport(id, "report")) ?? Ask(Given.Office, new CloseInvestigation(id, "r1", true, "found")),
                    3 => Ask(Given.Office, new ProposeRevocation(id, "r1", RevocationGround.Fraud, Today, "reason")) ?? Ask(Given.Office2, new ApproveRevocation(id, "city", Today)),
                    _ => Ask(Finance, new RecordRecovery(id, sum * 50_000, Today, "voucher")),
                };
            }
            var held = register.Awards.All(a => a.PaidYuan <= a.Entry.OwedYuan && (a.Revocation?.OutstandingYuan ?? 0) >= 0) && register.LeftOf(2026) >= 0;
            (register, now) = (before, time);
            return held;
        }, iter: 300, threads: 1);

    private static RecordPayment Pay(string award, int yuan) => new(award, yuan, Today, "voucher");

    private void Do(Person by, AwardAct act) => Assert.Null(Ask(by, act));

    private RefusalCode? Ask(Person by, AwardAct act)
    {
        var outcome = register.Decide(act, new Asking(by, now, new byte[32]));
        if (outcome.Event is not { } happened) return outcome.Refusal?.Code;
        register = register.Apply(Canonical.Read<AwardEvent>(Canonical.Bytes(happened)), new Stamp(register.Version + 1, now, by.Id));
        now = now.AddSeconds(1);
        return null;
    }
}
