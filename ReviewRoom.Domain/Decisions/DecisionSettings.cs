using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Decisions;

/// <summary>How candidates of different score tables are put in one order.</summary>
public enum RankingScale { ScoreRate, RawScore }

/// <summary>What happens to equal rates at the edge of a quota; never silently one before the other.</summary>
public enum TieBreak { SiteThenResultsThenLeadingGroup, LeadingGroup, ShareVacate }

public enum PassLinePerGrade { SameForBoth, MainOnly }

/// <summary>Which earlier award makes a winner a repeat winner.</summary>
public enum RepeatScope { SameGrade, AnyGrade, SameOrLower }

public enum RepeatAppliesTo { Both, OrganisationsOnly }

public enum FormerSystemCounts { Yes, No }

public enum NominationMayApplyForMain { Allowed, Blocked }

public enum RepeatQuota { RankedOutsideQuota }

/// <summary>
/// The readings of the regulation's open points, under the keys of the scheme's settings. Those that leave the answer to a person
/// (separate lists, the office case by case, repeat winners listed apart) have no value here: a function cannot give them.
/// </summary>
public sealed record DecisionSettings(
    RankingScale RankingScale = RankingScale.ScoreRate,
    TieBreak TieBreak = TieBreak.SiteThenResultsThenLeadingGroup,
    PassLinePerGrade PassLinePerGrade = PassLinePerGrade.SameForBoth,
    RepeatScope RepeatScope = RepeatScope.SameGrade,
    RepeatAppliesTo RepeatAppliesTo = RepeatAppliesTo.Both,
    FormerSystemCounts FormerSystemCounts = FormerSystemCounts.Yes,
    NominationMayApplyForMain NominationMayApplyForMain = NominationMayApplyForMain.Allowed,
    RepeatQuota RepeatQuota = RepeatQuota.RankedOutsideQuota)
{
    /// <summary>Is the candidate a repeat winner if he gets this grade: outside the quota, without money?</summary>
    [Article(23)]
    public bool IsRepeat(Candidate candidate, Grade grade)
    {
        if (RepeatAppliesTo == RepeatAppliesTo.OrganisationsOnly && candidate.Kind == Rooms.ApplicantKind.Individual) return false;
        return candidate.Awards.Any(a => (FormerSystemCounts == FormerSystemCounts.Yes || !a.IsFormer) && Counts(a.Grade, grade));
    }

    private bool Counts(Grade won, Grade now) => RepeatScope switch
    {
        RepeatScope.AnyGrade => true,
        RepeatScope.SameOrLower => won <= now,
        _ => won == now,
    };
}
