using System.Text.Json;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Simulation;

namespace ReviewRoom.Tests.Decisions;

// Hand-worked from the readings of the regulation; the notation is explained in Notation.
public sealed class DecisionTests
{
    public static TheoryData<string, string> Cases => new()
    {
        // Article 4: places, vacancies.
        { "", "v 3 5" },
        { "a=612.5", "M a1 | v 2 5" },
        { "a=900 b=800 c=700", "M a1 b2 c3 | v 0 5" },
        { "a=900 b=800 c=700 d=650", "M a1 b2 c3 | N d4 | v 0 4" },
        { "a=950 b=900 c=850 d=800 e=750 f=700 g=650 h=600", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | v 0 0" },
        { "a=950 b=900 c=850 d=800 e=750 f=700 g=650 h=620 k=610", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:noPlaceLeft | v 0 0" },
        { "a=700 i b=800", "M b1 a2 | v 1 5" },
        // Article 11: the line, exactly.
        { "a=600", "M a1 | v 2 5" },
        { "a=599.99", "- a:belowThreshold | v 3 5" },
        { "a=16799/28", "- a:belowThreshold | v 3 5" },
        { "a=599.999999999999", "- a:belowThreshold | v 3 5" },
        { "a=300 /500 b=299 /500", "M a1 | - b:belowThreshold | v 2 5" },
        { "a=0", "- a:belowThreshold | v 3 5" },
        // One order over rates, whatever the table.
        { "a=700 b=360 /500", "M b1 a2 | v 1 5" },
        // Order of the reasons.
        { "a=100 ! M2025", "- a:blocked | v 3 5" },
        { "a=100 M2025", "- a:belowThreshold | v 3 5" },
        { "a=900 M2025", "- a:withinValidity | v 3 5" },
        // Validity by years: 2026 - 2022 = 4 is valid, 2026 - 2021 = 5 is not.
        { "a=900 M2022", "- a:withinValidity | v 3 5" },
        { "a=900 M2021", "M a1* | v 3 5" },
        { "a=900 M2019", "M a1* | v 3 5" },
        { "a=900 M2025x", "M a1 | v 2 5" },
        { "a=900 M2019x", "M a1 | v 2 5" },
        { "a=900 M2019 M2024", "- a:withinValidity | v 3 5" },
        // A nomination winner may apply for main inside five years, and is inside the quota there.
        { "a=900 N2025", "M a1 | v 2 5" },
        { "a=900 N2019", "M a1 | v 2 5" },
        { "a=900 b=890 c=880 d=870 N2025", "M a1 b2 c3 | - d:withinValidity | v 0 5" },
        { "a=900 b=890 c=880 d=870 N2021", "M a1 b2 c3 | N d4* | v 0 5" },
        { "a=900 b=890 c=880 d=870 M2019", "M a1 b2 c3 | N d4 | v 0 4" },
        { "a=900 b=890 c=880 d=870 N2025x", "M a1 b2 c3 | N d4 | v 0 4" },
        // Repeat winners do not use up places.
        { "a=900 M2019 b=890 c=880 d=870", "M a1* b2 c3 d4 | v 0 5" },
        { "a=900 b=890 c=880 M2019 d=870 e=860", "M a1 b2 c3* d4 | N e5 | v 0 4" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=920 N2019 k=910 l=900", "M a1 b2 c3 | N d4 e5 f6 g7 h8* k9 | - l:noPlaceLeft | v 0 0" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=920 k=910 N2025 l=900 N2019", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:withinValidity l:noPlaceLeft | v 0 0" },
        // Ties that fit are no trouble.
        { "a=700 b=700", "M a1 b1 | v 1 5" },
        { "a=900 b=700 c=700 d=650", "M a1 b2 c2 | N d4 | v 0 4" },
        // Ties at the edge: undecided, everybody behind is pending.
        { "a=900 b=800 c=700 d=700 e=650", "M a1 b2 | ? main 1 c,d > e | v 0 0" },
        { "a=700 b=700 c=700 d=700", "? main 3 a,b,c,d | v 0 0" },
        { "a=900 b=800 c=700 d=700 e=650 N2025 f=640 M2019", "M a1 b2 | ? main 1 c,d > e,f | v 0 0" },
        { "a=900 b=800 c=700 d=700 M2019 e=650", "M a1 b2 c3 d3* | N e5 | v 0 4" },
        { "a=900 b=800 c=700 d=700 k=700 M2019 e=650", "M a1 b2 k3* | ? main 1 c,d > e | v 0 0" },
        { "a=900 b=800 c=700 d=700 N2025 e=650", "M a1 b2 | ? main 1 c,d > e | v 0 0" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=700 k=700 l=650", "M a1 b2 c3 | N d4 e5 f6 g7 | ? nomination 1 h,k > l | v 0 0" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=700 k=700 N2025 l=650", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:withinValidity l:noPlaceLeft | v 0 0" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=700 k=700 l=700 N2025 m=700 N2019 n=650 N2025", "M a1 b2 c3 | N d4 e5 f6 g7 m8* | - l:withinValidity | ? nomination 1 h,k > n | v 0 0" },
        { "a=990 b=980 c=970 d=960 e=950 f=940 g=930 h=920 k=700 l=700 N2025", "M a1 b2 c3 | N d4 e5 f6 g7 h8 | - k:noPlaceLeft l:withinValidity | v 0 0" },
        // Breaking ties: site review, then results, each only where all of the equals have it.
        { "a=900 b=800 c=700 s600 d=700 s650", "M a1 b2 d3 | N c4 | v 0 4" },
        { "a=900 b=800 c=700 s600 d=700", "M a1 b2 | ? main 1 c,d | v 0 0" },
        { "a=900 b=800 c=700 s600 r250 d=700 r260", "M a1 b2 d3 | N c4 | v 0 4" },
        { "a=900 b=800 c=700 s600 r250 d=700 s600 r260", "M a1 b2 d3 | N c4 | v 0 4" },
        { "a=900 b=800 c=700 s600 r250 d=700 s600 r250", "M a1 b2 | ? main 1 c,d | v 0 0" },
        { "a=900 b=800 c=700 s650 d=700 s600 r1 e=700 s600 r2", "M a1 b2 c3 | N e4 d5 | v 0 3" },
        { "a=900 b=800 c=700 s650 d=700 s600 e=700 s600 r2", "M a1 b2 c3 | N d4 e4 | v 0 3" },
        { "a=700 s300 b=350 /500 s160", "M b1 a2 | v 1 5" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_session_is_decided_as_worked_by_hand(string candidates, string expected) =>
        Assert.Equal(expected, Notation.Of(Decision.Decide(Notation.Request(candidates))));

    [Theory]
    [MemberData(nameof(HandWorked.Cases), MemberType = typeof(HandWorked))]
    public void The_list_and_the_money_are_those_worked_out_by_hand(string about, string frame, string candidates, string expected, int thousandYuan)
    {
        using var json = JsonDocument.Parse(Notation.Json(frame, candidates));
        var (request, fault) = SimulationReader.Read(json.RootElement);

        var decision = Decision.Decide(request ?? throw new InvalidOperationException($"{about}: {fault}"));

        Assert.Equal(expected, Notation.Of(decision));
        Assert.Equal(thousandYuan * 1000, decision.Main.Concat(decision.Nomination).Sum(a => a.AmountYuan));
    }

    [Fact]
    public void An_award_of_the_last_year_there_is_never_expires()
    {
        var award = new Award(Grade.Main, 9998, new DateOnly(9998, 1, 1));

        Assert.True(award.IsValid(9999, new DateOnly(9999, 12, 31)));
    }

    [Theory]
    [InlineData("M2021-10-20", "2026-10-19", "- a:withinValidity | v 3 5")]
    [InlineData("M2021-10-20", "2026-10-20", "M a1* | v 3 5")]
    [InlineData("M2021-10-20", "2026-10-21", "M a1* | v 3 5")]
    [InlineData("M2022-01-01", null, "- a:withinValidity | v 3 5")]
    [InlineData("M2021-12-31", null, "M a1* | v 3 5")]
    [InlineData("M2024", "2029-06-01", "- a:withinValidity | v 3 5")]
    public void An_award_with_a_date_is_valid_until_the_day_before_its_fifth_anniversary(string award, string? asOf, string expected) =>
        Assert.Equal(expected, Notation.Of(Decision.Decide(Notation.Request($"a=900 {award}", asOf: asOf))));

    [Fact]
    public void The_first_example_of_the_interface_is_answered_to_the_letter()
    {
        var decision = Decision.Decide(Notation.Request("a=612.5 s600 r250", asOf: "2026-10-20"));

        var winner = Assert.Single(decision.Main);
        Assert.Equal(("a", 1, "61.25", false, 300000), (winner.Id, winner.Rank, winner.Rate, winner.OutsideQuota, winner.AmountYuan));
        Assert.Equal([4, 11, 19], winner.Articles);
        Assert.Equal(new Vacancies(2, 5), decision.Vacant);
    }

    [Fact]
    public void A_repeat_winner_gets_the_award_without_money_and_outside_the_quota()
    {
        var winner = Assert.Single(Decision.Decide(Notation.Request("a=612.5 M2019", asOf: "2026-10-20")).Main);

        Assert.True(winner.OutsideQuota);
        Assert.Equal(0, winner.AmountYuan);
        Assert.Equal([4, 11, 23], winner.Articles);
    }

    [Theory]
    [InlineData(Grade.Main, ApplicantKind.Organisation, 300_000)]
    [InlineData(Grade.Main, ApplicantKind.Individual, 100_000)]
    [InlineData(Grade.Nomination, ApplicantKind.Organisation, 100_000)]
    [InlineData(Grade.Nomination, ApplicantKind.Individual, 50_000)]
    public void Article_19_sets_the_money(Grade grade, ApplicantKind kind, int yuan) => Assert.Equal(yuan, Rewards.AmountYuan(grade, kind));

    [Fact]
    public void The_most_a_session_can_cost_is_1_400_000_yuan()
    {
        var decision = Decision.Decide(Notation.Request("a=950 b=900 c=850 d=800 e=750 f=700 g=650 h=600"));

        Assert.Equal(1_400_000, decision.Main.Concat(decision.Nomination).Sum(a => a.AmountYuan));
    }

    [Theory]
    [InlineData("a=16799/28", "59.99", new[] { 11 })]
    [InlineData("a=700 !", "70.00", new[] { 5 })]
    [InlineData("a=700 M2025", "70.00", new[] { 4 })]
    public void A_refusal_shows_the_rate_and_cites_its_article(string candidate, string rate, int[] articles)
    {
        var refused = Assert.Single(Decision.Decide(Notation.Request(candidate)).NotAwarded);

        Assert.Equal(rate, refused.Rate);
        Assert.Equal(articles, refused.Articles);
    }

    public static TheoryData<string, string, string> OtherReadings => new()
    {
        { "rawScore", "a=700 b=360 /500 c=650 d=640", "M a1 c2 d3 | N b4 | v 0 4" },
        { "leadingGroup", "a=900 b=800 c=700 s600 d=700 s650", "M a1 b2 | ? main 1 c,d | v 0 0" },
        { "shareVacate", "a=900 b=800 c=700 s600 d=700 s650 e=650", "M a1 b2 | N e5 | - c:tied d:tied | v 1 4" },
        { "mainOnly", "a=700 b=599", "M a1 | N b2 | v 2 4" },
        { "anyGrade", "a=700 N2019", "M a1* | v 3 5" },
        { "sameOrLower", "a=700 N2019 b=690 c=680 d=670 M2019", "M a1 b2 c3 | N d4* | v 0 5" },
        { "organisationsOnly", "a=700 i M2019 b=690 M2019", "M a1 b2* | v 2 5" },
        { "formerNo", "a=700 M2019 b=690 M2021", "M a1 b2* | v 2 5" },
        { "nominationBlocked", "a=700 N2025 b=690 N2019", "M b1 | - a:withinValidity | v 2 5" },
    };

    [Theory]
    [MemberData(nameof(OtherReadings))]
    public void Another_reading_of_an_open_point_changes_what_it_is_about(string reading, string candidates, string expected)
    {
        var settings = reading switch
        {
            "rawScore" => new DecisionSettings(RankingScale.RawScore),
            "leadingGroup" => new DecisionSettings(TieBreak: TieBreak.LeadingGroup),
            "shareVacate" => new DecisionSettings(TieBreak: TieBreak.ShareVacate),
            "mainOnly" => new DecisionSettings(PassLinePerGrade: PassLinePerGrade.MainOnly),
            "anyGrade" => new DecisionSettings(RepeatScope: RepeatScope.AnyGrade),
            "sameOrLower" => new DecisionSettings(RepeatScope: RepeatScope.SameOrLower),
            "organisationsOnly" => new DecisionSettings(RepeatAppliesTo: RepeatAppliesTo.OrganisationsOnly),
            "formerNo" => new DecisionSettings(FormerSystemCounts: FormerSystemCounts.No),
            _ => new DecisionSettings(NominationMayApplyForMain: NominationMayApplyForMain.Blocked),
        };

        Assert.Equal(expected, Notation.Of(Decision.Decide(Notation.Request(candidates, settings))));
    }
}
