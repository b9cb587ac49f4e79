using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Applications;

/// <summary>What the facts say of each condition, by its article.</summary>
public sealed class EligibilityTests
{
    private static readonly ApplicationForm Form = AnApplication.Form();

    [Theory]
    [InlineData("2023-10-20", ConditionStanding.Met)]
    [InlineData("2023-10-21", ConditionStanding.NotMet)]
    [InlineData("2004-05-18", ConditionStanding.Met)]
    public void Article_8_1_three_years_are_counted_to_the_deadline_to_the_day(string founded, ConditionStanding expected)
    {
        Assert.Equal(expected, Check("E1", Form with { Founded = DateOnly.Parse(founded, null) }).Standing);
    }

    [Theory]
    [InlineData("2027-02-28", false)]
    [InlineData("2027-03-01", true)]
    [InlineData("2028-02-28", true)]
    public void Article_8_1_who_was_founded_on_a_29_February_has_three_years_on_the_first_of_March(string deadline, bool expected)
    {
        Assert.Equal(expected, Eligibility.HasYears(new DateOnly(2024, 2, 29), DateOnly.Parse(deadline, null), 3));
    }

    [Fact]
    public void Article_8_1_who_is_too_young_is_told_from_which_deadline_on_he_is_not()
    {
        Assert.Equal((EligibilityReason.TooYoung, new DateOnly(2027, 3, 15)), Reason("E1", Form with { Founded = new DateOnly(2024, 3, 15) }));
        Assert.Equal((EligibilityReason.TooYoung, new DateOnly(2027, 3, 1)), Reason("E1", Form with { Founded = new DateOnly(2024, 2, 29) }));
    }

    [Fact]
    public void Article_8_1_registered_elsewhere_or_no_legal_person_is_not_met_and_a_wrong_code_is_looked_at()
    {
        Assert.Equal(EligibilityReason.NotLegalPerson, Check("E1", Form with { IsLegalPerson = false }).Reason);
        Assert.Equal(EligibilityReason.CreditCodeUnsound, Check("E1", Form with { CreditCode = "91140321XN0000012N" }).Reason);
        Assert.Equal((ConditionStanding.NotMet, EligibilityReason.RegisteredElsewhere), Stands("E1", Form with { CreditCode = "91350100M000100Y43" }));
        Assert.Equal(EligibilityReason.FoundingDayMissing, Check("E1", Form with { Founded = null }).Reason);
    }

    [Fact]
    public void Article_8_2_and_8_3_are_for_people_and_only_a_missing_paper_is_named()
    {
        Assert.Equal((ConditionStanding.Look, EligibilityReason.ForPeople), Stands("E2", Form));
        Assert.Equal((ConditionStanding.Look, EligibilityReason.ForDepartments), Stands("E3", Form));
        Assert.Equal(EligibilityReason.EvidenceMissing, Check("E2", Form with { Declarations = [new Declaration("E2", true, null, [], [])] }).Reason);
        Assert.Equal(EligibilityReason.NotAnswered, Check("E3", Form with { Declarations = [] }).Reason);
        Assert.Equal((ConditionStanding.NotMet, EligibilityReason.DeclaredNot), Stands("E2", Form with { Declarations = [new Declaration("E2", false, null, [], [new Evidence("paper")])] }));
    }

    [Fact]
    public void Article_8_4_an_organisation_is_recommended_by_a_county_government_and_an_individual_also_by_a_department()
    {
        Assert.Equal(EligibilityReason.RecommendationAwaited, Check("E4", Form).Reason);
        Assert.Equal(ConditionStanding.Met, Check("E4", Form, body: AnApplication.CountyBody).Standing);
        Assert.Equal((ConditionStanding.NotMet, EligibilityReason.NotByCounty), Stands("E4", Form, AnApplication.Department));
        Assert.Equal(ConditionStanding.Met, Check("O3", Form, ApplicantKind.Individual, AnApplication.Department).Standing);
        Assert.Equal(EligibilityReason.NotRecommended, Eligibility.Of(ApplicantKind.Organisation, Grade.Main, Form, Terms(), isDeclined: true).Single(c => c.Condition == "E4").Reason);
    }

    [Theory]
    [InlineData("2024-03-11", true, ConditionStanding.NotMet, EligibilityReason.MajorAccident)]
    [InlineData("2023-10-21", true, ConditionStanding.NotMet, EligibilityReason.MajorAccident)]
    [InlineData("2023-10-20", true, ConditionStanding.Met, EligibilityReason.AccidentsLongAgo)]
    [InlineData("2024-03-11", null, ConditionStanding.Look, EligibilityReason.AccidentUndetermined)]
    [InlineData("2024-03-11", false, ConditionStanding.Met, EligibilityReason.AccidentsLongAgo)]
    public void Article_8_5_a_major_accident_counts_for_three_years_and_whether_it_is_one_the_department_says(string on, bool? isMajor, ConditionStanding standing, EligibilityReason reason)
    {
        Assert.Equal((standing, reason), Stands("E5", With("E5", isMajor is null || isMajor == true ? false : true, new Incident(DateOnly.Parse(on, null), IncidentKind.Safety, "collapse", isMajor))));
    }

    [Fact]
    public void Article_8_6_a_penalty_is_looked_at()
    {
        Assert.Equal((ConditionStanding.Met, EligibilityReason.NothingDeclared), Stands("E6", Form));
        Assert.Equal((ConditionStanding.Look, EligibilityReason.PenaltyDeclared), Stands("E6", With("E6", true, new Incident(new DateOnly(2025, 1, 1), IncidentKind.Penalty, "fine"))));
    }

    [Fact]
    public void Article_9_dishonest_conduct_is_not_met_and_the_contribution_is_for_the_experts()
    {
        var form = AnApplication.Form(ApplicantKind.Individual);

        Assert.Equal(EligibilityReason.ForPeople, Check("E7", form, ApplicantKind.Individual).Reason);
        Assert.Equal((ConditionStanding.NotMet, 9), Check("E7", form with { Declarations = [form.Declarations[0] with { Incidents = [new Incident(new DateOnly(2025, 2, 18), IncidentKind.Dishonesty, "listed")] }] }, ApplicantKind.Individual) is var c ? (c.Standing, c.Article) : default);
    }

    [Fact]
    public void Each_kind_is_asked_its_own_conditions_in_the_order_of_the_articles()
    {
        Assert.Equal(["Q5", "E1", "E2", "E3", "E4", "E5", "E6"], Conditions.AskedOf(ApplicantKind.Organisation, new ApplicationReadings()));
        Assert.Equal(["Q5", "O3", "E7"], Conditions.AskedOf(ApplicantKind.Individual, new ApplicationReadings()));
        Assert.Equal(["Q5", "E7"], Conditions.AskedOf(ApplicantKind.Individual, new ApplicationReadings(Individuals: IndividualRecommendation.NotRequired)));
    }

    [Theory]
    [InlineData("main", "2023-06-30", "main", false, ConditionStanding.NotMet)]
    [InlineData("main", "2021-10-21", "main", false, ConditionStanding.NotMet)]
    [InlineData("main", "2021-10-20", "main", false, ConditionStanding.Met)]
    [InlineData("main", "2023-06-30", "main", true, ConditionStanding.Met)]
    [InlineData("nomination", "2025-06-27", "main", false, ConditionStanding.Met)]
    [InlineData("nomination", "2025-06-27", "nomination", false, ConditionStanding.NotMet)]
    public void Article_4_an_award_that_is_valid_on_the_deadline_stands_in_the_way(string won, string conferredOn, string applied, bool revoked, ConditionStanding expected)
    {
        var on = DateOnly.Parse(conferredOn, null);
        var terms = Terms() with { Won = [new Award(GradeOf(won), on.Year, on, revoked)] };

        Assert.Equal(expected, Eligibility.Of(ApplicantKind.Organisation, GradeOf(applied), Form, terms).Single(c => c.Condition == "Q5").Standing);
    }

    [Fact]
    public void Article_4_a_nomination_bars_the_main_award_where_the_setting_says_so()
    {
        var on = new DateOnly(2025, 6, 27);
        var terms = Terms() with { Won = [new Award(Grade.Nomination, 2025, on)], Settings = new DecisionSettings(NominationMayApplyForMain: NominationMayApplyForMain.Blocked) };

        Assert.Equal((ConditionStanding.NotMet, new DateOnly(2030, 6, 26)), Eligibility.Of(ApplicantKind.Organisation, Grade.Main, Form, terms)[0] is var c ? (c.Standing, c.Day) : default);
    }

    [Fact]
    public void Article_4_where_the_register_of_awards_is_closed_nobody_is_told_that_there_is_no_award()
    {
        Assert.Equal((ConditionStanding.Look, EligibilityReason.AwardsUnknown), Eligibility.Of(ApplicantKind.Organisation, Grade.Main, Form, Terms() with { IsWonUnknown = true })[0] is var c ? (c.Standing, c.Reason) : default);
    }

    [Fact]
    public void A_later_deadline_never_takes_years_away_and_who_has_them_has_no_accident_of_that_day_in_the_window() =>
        Gen.Select(Gen.Int[0, 40_000], Gen.Int[0, 40_000], Gen.Int[0, 400], Gen.Int[1, 10]).Sample((from, to, later, years) =>
        {
            var (since, deadline) = (new DateOnly(1950, 1, 1).AddDays(from), new DateOnly(1960, 1, 1).AddDays(to));
            if (Eligibility.HasYears(since, deadline, years)) Assert.True(Eligibility.HasYears(since, deadline.AddDays(later), years));
            Assert.NotEqual(Eligibility.HasYears(since, deadline, years), Eligibility.IsWithin(since, deadline, years));
        });

    private static Grade GradeOf(string word) => word == "main" ? Grade.Main : Grade.Nomination;

    private static ApplicationTerms Terms() => new(AnApplication.Deadline, SessionStage.Planned, new WorkingDays([]), new DecisionSettings(), [AnApplication.CountyBody, AnApplication.Department], new ApplicationReadings());

    private static ApplicationForm With(string condition, bool holds, Incident incident) => Form with { Declarations = [new Declaration(condition, holds, null, [incident], [new Evidence("paper")])] };

    private static ConditionCheck Check(string condition, ApplicationForm form, ApplicantKind kind = ApplicantKind.Organisation, Body? body = null) =>
        Eligibility.Of(kind, Grade.Main, form, Terms(), body).Single(c => c.Condition == condition);

    private static (ConditionStanding, EligibilityReason) Stands(string condition, ApplicationForm form, Body? body = null) => Check(condition, form, body: body) is var c ? (c.Standing, c.Reason) : default;

    private static (EligibilityReason, DateOnly?) Reason(string condition, ApplicationForm form) => Check(condition, form) is var c ? (c.Reason, c.Day) : default;
}
