using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Awards;

/// <summary>The demonstration's register against the data it was made from.</summary>
public sealed class DemoAwardsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private LiveAwards Awards => demo.App.Get<LiveAwards>();

    private AwardsView Office => Awards.View("office") ?? throw new InvalidOperationException("The office has no register.");

    [Fact]
    public void Five_sessions_are_taken_in_with_a_valid_an_expired_a_repeat_and_a_revoked_award()
    {
        Assert.Equal(18, Office.Awards.Length);
        Assert.Equal(5, Office.Awards.Select(a => a.Award.Entry.Session).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((AwardStanding.Valid, MoneyStanding.Paid), Standing("aw-2023-m1"));
        Assert.Equal((AwardStanding.Expired, MoneyStanding.Paid), Standing("aw-2021-m1"));
        Assert.Equal((AwardStanding.Valid, MoneyStanding.NothingOwed), Standing("aw-2023-m2"));
        Assert.Equal((AwardStanding.Revoked, MoneyStanding.RecoveryOpen), Standing("aw-2021-m2"));
        Assert.Equal((300_000, 100_000), (Of("aw-2021-m2").Award.Revocation?.ToRecoverYuan, Of("aw-2021-m2").OutstandingYuan));
        Assert.Equal((500_000, 500_000), (Of("aw-2023-m1").Award.MatchYuan, Of("aw-2023-m1").Award.MatchPaidYuan));
        Assert.Equal((400_000, 300_000), (Office.Budgets.Single(b => b.Year == 2026).Yuan, Office.Budgets.Single(b => b.Year == 2026).LeftYuan));
    }

    [Fact]
    public void What_expired_was_noted_by_the_program_on_the_day_after()
    {
        var noted = Office.Awards.Where(a => a.Award.IsExpiryNoted).ToList();

        Assert.Equal(8, noted.Count);
        Assert.All(noted, a => Assert.Equal(Person.System.Id, a.Award.History[^1].By));
        Assert.Equal(new DateTime(2024, 10, 25), Of("aw-2019-m1").Award.History[^1].At.ToOffset(TimeSpan.FromHours(8)).Date);
    }

    [Fact]
    public void Every_entry_of_an_award_stands_in_its_history()
    {
        Assert.Equal(
            ["AwardsTaken", "ReportReceived", "InvestigationClosed", "RevocationProposed", "RevocationApproved", "RevocationPublished", "ObjectReturned", "ObjectReturned", "RecoveryRecorded"],
            Of("aw-2021-m2").Award.History.Select(h => h.What.GetType().Name));
    }

    [Fact]
    public void An_applicant_is_known_by_credit_code_or_by_id_and_name_and_never_by_an_id_alone()
    {
        Assert.Equal(["aw-2019-m1"], Ids(Awards.HeldBy("office", "org-02", "another name", Code("aw-2019-m1"))));
        Assert.Equal(["aw-2019-m1"], Ids(Awards.HeldBy("supervisor", "org-9999", "another name", Code("aw-2019-m1")?.ToLowerInvariant())));
        Assert.Empty(Awards.HeldBy("office", "org-02", "another name", "91140300MA0XN00000"));
        Assert.Empty(Awards.HeldBy("office", "org-02", "another name", null));
        Assert.Equal(["aw-2021-mi1"], Ids(Awards.HeldBy("office", "ind-02", "程霁雪", null)));
        Assert.Empty(Awards.HeldBy("finance", "ind-02", "程霁雪", null));
        Assert.Empty(Awards.HeldBy("expert-01", "ind-02", "程霁雪", null));
    }

    private (AwardStanding, MoneyStanding) Standing(string award) => (Of(award).Standing, Of(award).Money);

    private string? Code(string award) => Of(award).Award.Entry.CreditCode;

    private HeldAwardView Of(string award) => Office.Awards.Single(a => a.Award.Entry.Id == award);

    private static IEnumerable<string> Ids(IEnumerable<HeldAwardView> views) => views.Select(v => v.Award.Entry.Id);
}
