using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

/// <summary>Who has to recommend an individual.</summary>
public enum IndividualRecommendation { CountyOrDepartment, CountyOnly, NotRequired }

/// <summary>How the session's version of the regulation counts for applications.</summary>
/// <param name="LawfulYears">Years of lawful operation (Article 8, item 1).</param>
/// <param name="CleanYears">Years without a major accident (Article 8, item 5).</param>
/// <param name="NoticeDays">Working days of the applicant's internal notice.</param>
/// <param name="CountyDays">Working days of the local notice before a recommendation.</param>
[Article(8, 13, 14)]
public sealed record ApplicationReadings(int LawfulYears = 3, int CleanYears = 3, int NoticeDays = 5, int CountyDays = 5, IndividualRecommendation Individuals = IndividualRecommendation.CountyOrDepartment)
{
    /// <summary>As a version of the regulation gives them.</summary>
    public static ApplicationReadings Of(Regulation law) => new(
        law.Figures.LawfulYears, law.Figures.CleanYears, DaysOf(law, "application"), DaysOf(law, "recommendation"),
        law.Settings.FirstOrDefault(s => s.Key == "individualRecommendation")?.Default switch
        {
            "countyOnly" => IndividualRecommendation.CountyOnly,
            "notRequired" => IndividualRecommendation.NotRequired,
            _ => IndividualRecommendation.CountyOrDepartment,
        });

    private static int DaysOf(Regulation law, string step) => law.Steps.FirstOrDefault(s => s.Key == step)?.Days ?? 5;
}

/// <summary>What an application needs to know of its session and of who asks; given by the server with every act and every look, and no part of a request.</summary>
/// <param name="Deadline">Last day of applications; earlier awards and years are looked at on it.</param>
/// <param name="Stage">How far the session has come.</param>
/// <param name="Bodies">Bodies of the session.</param>
public sealed record ApplicationTerms(DateOnly Deadline, SessionStage Stage, WorkingDays Holidays, DecisionSettings Settings, ImmutableArray<Body> Bodies, ApplicationReadings Readings)
{
    /// <summary>Terms under which nothing can be asked.</summary>
    public static readonly ApplicationTerms None = new(DateOnly.MinValue, SessionStage.Conferred, new WorkingDays([]), new DecisionSettings(), [], new ApplicationReadings());

    /// <summary>Title of the session.</summary>
    public string Title { get; init; } = "";

    /// <summary>The score table each kind is judged by, once the session is announced: it gives the report its headings.</summary>
    public ImmutableArray<AnnouncedRubric> Rubrics { get; init; } = [];

    /// <summary>The body who asks acts for; absent for all others.</summary>
    public Body? Body { get; init; }

    /// <summary>Awards the applicant won before.</summary>
    public ImmutableArray<Award> Won { get; init; } = [];

    /// <summary>The register of awards cannot be read: nobody is told then that there is no award.</summary>
    public bool IsWonUnknown { get; init; }

    /// <summary>May this body recommend anybody: a county government or a department.</summary>
    public bool MayRecommend(string body) => Bodies.Any(b => b.Id == body && b.Kind is BodyKind.County or BodyKind.Department);

    public Body? Find(string body) => Bodies.FirstOrDefault(b => b.Id == body);
}
