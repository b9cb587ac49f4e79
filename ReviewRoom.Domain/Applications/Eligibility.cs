using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

/// <summary>What the facts say of a condition: fulfilled, not fulfilled, or to be looked at by people.</summary>
public enum ConditionStanding { Met, NotMet, Look }

/// <summary>Why a condition stands as it does (words: <c>Eligibility.{value}</c>).</summary>
public enum EligibilityReason
{
    NotAnswered, EvidenceMissing, DeclaredNot, ForPeople, ForDepartments, NothingDeclared,
    AwardsUnknown, NoAward, AwardExpired, AwardValid, NominationMayApply,
    FoundingDayMissing, CreditCodeUnsound, RegisteredElsewhere, NotLegalPerson, TooYoung, OldEnough,
    RecommendationAwaited, RecommendedBy, NotRecommended, NotByCounty,
    MajorAccident, AccidentUndetermined, AccidentsLongAgo, PenaltyDeclared, DishonestConduct,
}

/// <summary>What the facts say of one condition, with the reason and the article.</summary>
/// <param name="Day">The day it turns on: when the years are full, until when an award is valid, of an accident.</param>
public sealed record ConditionCheck(string Condition, ConditionStanding Standing, EligibilityReason Reason, int Article, DateOnly? Day = null);

/// <summary>
/// Says for each condition that is asked of an applicant how the facts stand to it. Form, county and office look at the same answer; what needs judgement is left to people.
/// </summary>
[Article(4, 7, 8, 9)]
public static class Eligibility
{
    /// <summary>Division code of the city: where an organisation is registered stands in its credit code.</summary>
    private const string Yangquan = "1403";

    /// <param name="body">The body whose recommendation stands; absent where there is none.</param>
    /// <param name="isDeclined">The body has declined to recommend.</param>
    public static ImmutableArray<ConditionCheck> Of(ApplicantKind kind, Grade grade, ApplicationForm form, ApplicationTerms terms, Body? body = null, bool isDeclined = false) =>
        [.. Conditions.AskedOf(kind, terms.Readings).Select(c => CheckOf(c, grade, form, terms, body, isDeclined))];

    /// <summary>Whole years from a day to the deadline: the day so many years before it, or an earlier one, has them. Who begins on a 29 February has them on 1 March of a year without one.</summary>
    [Article(8)]
    public static bool HasYears(DateOnly since, DateOnly deadline, int years) => since <= Before(deadline, years);

    /// <summary>Does a day lie within so many years before the deadline, or after it?</summary>
    [Article(8)]
    public static bool IsWithin(DateOnly day, DateOnly deadline, int years) => day > Before(deadline, years);

    private static DateOnly Before(DateOnly day, int years) => day.Year > years ? day.AddYears(-years) : DateOnly.MinValue;

    private static ConditionCheck CheckOf(string condition, Grade grade, ApplicationForm form, ApplicationTerms terms, Body? body, bool isDeclined)
    {
        var (standing, reason, day) = condition switch
        {
            Conditions.NoValidAward => OfAwards(grade, terms),
            Conditions.CountyRecommends => OfRecommendation(body, isDeclined, countyOnly: true),
            Conditions.Recommended => OfRecommendation(body, isDeclined, terms.Readings.Individuals == IndividualRecommendation.CountyOnly),
            _ => OfDeclaration(condition, form, terms),
        };
        return new ConditionCheck(condition, standing, reason, Conditions.ArticleOf(condition), day);
    }

    /// <summary>A main award still valid on the deadline stands in the way; a nomination only of another nomination, or as the setting has it.</summary>
    [Article(4)]
    private static (ConditionStanding, EligibilityReason, DateOnly?) OfAwards(Grade grade, ApplicationTerms terms)
    {
        if (terms.IsWonUnknown) return (ConditionStanding.Look, EligibilityReason.AwardsUnknown, null);
        var held = terms.Won.Where(a => !a.Revoked).OrderByDescending(a => a.ConferredOn ?? new DateOnly(a.Year, 1, 1)).ToArray();
        var valid = held.Where(a => a.IsValid(terms.Deadline.Year, terms.Deadline)).ToArray();
        var blocking = valid.FirstOrDefault(a => a.Grade == Grade.Main || grade == Grade.Nomination || terms.Settings.NominationMayApplyForMain == NominationMayApplyForMain.Blocked);
        if (blocking is not null) return (ConditionStanding.NotMet, EligibilityReason.AwardValid, LastDay(blocking));
        if (valid is [var nomination, ..]) return (ConditionStanding.Met, EligibilityReason.NominationMayApply, LastDay(nomination));
        return held is [var last, ..] ? (ConditionStanding.Met, EligibilityReason.AwardExpired, LastDay(last)) : (ConditionStanding.Met, EligibilityReason.NoAward, null);

        static DateOnly? LastDay(Award award) => award.ConferredOn?.AddYears(Award.Validity).AddDays(-1);
    }

    [Article(7, 8)]
    private static (ConditionStanding, EligibilityReason, DateOnly?) OfRecommendation(Body? body, bool isDeclined, bool countyOnly) => (body, isDeclined) switch
    {
        (null, true) => (ConditionStanding.NotMet, EligibilityReason.NotRecommended, null),
        (null, _) => (ConditionStanding.Look, EligibilityReason.RecommendationAwaited, null),
        ({ Kind: not BodyKind.County }, _) when countyOnly => (ConditionStanding.NotMet, EligibilityReason.NotByCounty, null),
        _ => (ConditionStanding.Met, EligibilityReason.RecommendedBy, null),
    };

    private static (ConditionStanding, EligibilityReason, DateOnly?) OfDeclaration(string condition, ApplicationForm form, ApplicationTerms terms)
    {
        if (form.Of(condition) is not { Holds: { } holds } said) return (ConditionStanding.Look, EligibilityReason.NotAnswered, null);
        var found = condition switch
        {
            "E1" => OfYears(form, terms),
            "E5" => OfAccidents(said, terms),
            "E6" => said.Incidents.IsEmpty ? (ConditionStanding.Met, EligibilityReason.NothingDeclared, null) : (ConditionStanding.Look, EligibilityReason.PenaltyDeclared, said.Incidents.Max(i => i.On)),
            "E7" when said.Incidents.Any(i => i.Kind == IncidentKind.Dishonesty) => (ConditionStanding.NotMet, EligibilityReason.DishonestConduct, said.Incidents.Where(i => i.Kind == IncidentKind.Dishonesty).Max(i => i.On)),
            "E3" => (ConditionStanding.Look, EligibilityReason.ForDepartments, null),
            _ => ((ConditionStanding Standing, EligibilityReason Reason, DateOnly? Day))(ConditionStanding.Look, EligibilityReason.ForPeople, null),
        };
        if (found.Standing == ConditionStanding.NotMet) return found;
        if (!holds && found.Reason != EligibilityReason.AccidentsLongAgo) return said.Incidents.IsEmpty ? (ConditionStanding.NotMet, EligibilityReason.DeclaredNot, null) : found with { Standing = ConditionStanding.Look };
        return said.Evidence.IsEmpty ? (ConditionStanding.Look, EligibilityReason.EvidenceMissing, null) : found;
    }

    /// <summary>Registered in the city, a legal person, and so many years of operation on the deadline.</summary>
    [Article(8)]
    private static (ConditionStanding Standing, EligibilityReason Reason, DateOnly? Day) OfYears(ApplicationForm form, ApplicationTerms terms)
    {
        if (form.IsLegalPerson == false) return (ConditionStanding.NotMet, EligibilityReason.NotLegalPerson, null);
        if (form.Founded is not { } founded) return (ConditionStanding.Look, EligibilityReason.FoundingDayMissing, null);
        var code = form.CreditCode?.Trim().ToUpperInvariant() ?? "";
        if (CreditCode.Check(code) != CreditCodeFault.None) return (ConditionStanding.Look, EligibilityReason.CreditCodeUnsound, null);
        if (!code.AsSpan(2).StartsWith(Yangquan)) return (ConditionStanding.NotMet, EligibilityReason.RegisteredElsewhere, null);
        return HasYears(founded, terms.Deadline, terms.Readings.LawfulYears) ? (ConditionStanding.Met, EligibilityReason.OldEnough, founded)
            : (ConditionStanding.NotMet, EligibilityReason.TooYoung, FullOn(founded, terms.Readings.LawfulYears));
    }

    /// <summary>The first deadline on which the years would be full.</summary>
    private static DateOnly FullOn(DateOnly since, int years)
    {
        if (since.Year + years > DateOnly.MaxValue.Year) return DateOnly.MaxValue;
        var day = since.AddYears(years);
        return HasYears(since, day, years) ? day : day.AddDays(1);
    }

    /// <summary>Whether an accident is a major one the department determines; one of longer ago counts no more.</summary>
    [Article(8)]
    private static (ConditionStanding Standing, EligibilityReason Reason, DateOnly? Day) OfAccidents(Declaration said, ApplicationTerms terms)
    {
        if (said.Incidents.IsEmpty) return (ConditionStanding.Met, EligibilityReason.NothingDeclared, null);
        var recent = said.Incidents.Where(i => i.IsMajor != false && IsWithin(i.On, terms.Deadline, terms.Readings.CleanYears)).OrderByDescending(i => i.On).ToArray();
        if (recent.FirstOrDefault(i => i.IsMajor == true) is { } major) return (ConditionStanding.NotMet, EligibilityReason.MajorAccident, major.On);
        return recent is [var open, ..] ? (ConditionStanding.Look, EligibilityReason.AccidentUndetermined, open.On) : (ConditionStanding.Met, EligibilityReason.AccidentsLongAgo, said.Incidents.Max(i => i.On));
    }
}
