using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Decisions;

/// <summary>The two grades of the award: 阳泉市质量奖 and 提名奖.</summary>
[Article(4)]
public enum Grade { Main, Nomination }

/// <summary>An award won in an earlier session.</summary>
/// <param name="Year">Year of the award; read where no date is known.</param>
/// <param name="Revoked">Taken back: neither valid nor a repeat.</param>
public sealed record Award(Grade Grade, int Year, DateOnly? ConferredOn = null, bool Revoked = false)
{
    /// <summary>Years an award is valid.</summary>
    [Article(4)]
    public const int Validity = 5;

    /// <summary>Last year of the former Mayor's award (Article 27).</summary>
    [Article(27)]
    public const int LastFormerYear = 2019;

    public bool IsFormer => (ConferredOn?.Year ?? Year) <= LastFormerYear;

    /// <summary>Valid until the day before its fifth anniversary; where a date is missing, by whole years.</summary>
    [Article(4)]
    public bool IsValid(int year, DateOnly? asOf)
    {
        if (Revoked) return false;
        if (ConferredOn is not { } conferred || asOf is not { } day) return year - (ConferredOn?.Year ?? Year) < Validity;
        return conferred.Year > DateOnly.MaxValue.Year - Validity || day < conferred.AddYears(Validity);
    }

    /// <summary>An earlier award as a dossier carries it; null for a grade that is none of the two.</summary>
    public static Award? Of(WonBefore won) => won.Grade switch
    {
        "main" => new Award(Grade.Main, won.Year, won.ConferredOn, won.Revoked),
        "nomination" => new Award(Grade.Nomination, won.Year, won.ConferredOn, won.Revoked),
        _ => null,
    };
}

/// <summary>An applicant with a result, as the decision looks at it.</summary>
/// <param name="Points">Exact total, 0 to <paramref name="Of"/>.</param>
/// <param name="Of">Full points of the candidate's own score table.</param>
/// <param name="SiteReview">Points of the site review, for equal rates.</param>
/// <param name="Results">Points of the results category, for equal rates.</param>
/// <param name="Blocked">Not to be proposed, by a decision outside this function: an open objection, withdrawn, struck off.</param>
public sealed record Candidate(
    string Id, ApplicantKind Kind, Rational Points, int Of, Rational? SiteReview = null, Rational? Results = null,
    ImmutableArray<Award>? WonBefore = null, bool Blocked = false)
{
    public ScoreRate Rate => ScoreRate.Of(Points, Of);

    public IEnumerable<Award> Awards => WonBefore?.Where(a => !a.Revoked) ?? [];

    public Rational? SiteReviewRate => SiteReview / Of;

    public Rational? ResultsRate => Results / Of;
}

/// <summary>What the decision looks at: a session, its candidates and the readings of the open points.</summary>
/// <param name="Year">Year of the award session.</param>
/// <param name="AsOf">The day validity is looked at (the application deadline); without it, by whole years.</param>
/// <param name="Candidates">Ids are unique; the order does not matter.</param>
/// <param name="Order">Candidates that stand equal in the order the leading group gave them (Article 5); it separates only equals that are all in it.</param>
public sealed record DecisionRequest(int Year, DateOnly? AsOf, DecisionSettings Settings, ImmutableArray<Candidate> Candidates, ImmutableArray<string>? Order = null);
