using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

/// <summary>The conditions an application is checked against: those of Articles 8 and 9, no award still valid (Article 4), and for an individual the recommendation (Article 7).</summary>
[Article(4, 7, 8, 9)]
public static class Conditions
{
    /// <summary>No award that is still valid stands in the way.</summary>
    public const string NoValidAward = "Q5";

    /// <summary>An organisation is recommended by a county government.</summary>
    public const string CountyRecommends = "E4";

    /// <summary>An individual is recommended by a county government or a department.</summary>
    public const string Recommended = "O3";

    /// <summary>Those an applicant can speak to at all.</summary>
    public static readonly ImmutableArray<string> Declared = ["E1", "E2", "E3", "E5", "E6", "E7"];

    /// <summary>Those an applicant of this kind speaks to; that he is recommended another says.</summary>
    public static ImmutableArray<string> DeclaredBy(ApplicantKind kind) => [.. Declared.Where(c => c == "E7" == (kind == ApplicantKind.Individual))];

    /// <summary>All that are checked of an applicant of this kind, in the order of the articles.</summary>
    public static ImmutableArray<string> AskedOf(ApplicantKind kind, ApplicationReadings readings) => kind == ApplicantKind.Organisation
        ? [NoValidAward, .. AwardSession.ConditionsOf(kind)]
        : readings.Individuals == IndividualRecommendation.NotRequired ? [NoValidAward, .. AwardSession.ConditionsOf(kind)] : [NoValidAward, Recommended, .. AwardSession.ConditionsOf(kind)];

    /// <summary>The article a condition comes from.</summary>
    public static int ArticleOf(string condition) => condition switch
    {
        NoValidAward => 4,
        Recommended => 7,
        "E7" => 9,
        _ => 8,
    };

    /// <summary>Is it met by a recommendation and by nothing else?</summary>
    public static bool IsRecommendation(string condition) => condition is CountyRecommends or Recommended;
}
