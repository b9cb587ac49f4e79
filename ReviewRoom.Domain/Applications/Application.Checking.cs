using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

// The recommendation of a county government or department, and the formal check of the office.
public sealed partial record Application
{
    public const int LongestLetter = 4_000;
    public const int MostDepartments = 40;

    private Outcome<ApplicationEvent> DecideByCounty(ApplicationAct act, DateTimeOffset at) => act switch
    {
        RecommendApplicant recommend => DecideRecommendation(recommend, at),
        DeclineToRecommend decline => MayRecommend(decline.Submission) ?? Worded(decline.Reason, "reason") ?? (Outcome<ApplicationEvent>)new RecommendationDeclined(Recommender, decline.Reason.Trim()),
        WithdrawRecommendation withdraw => Recommendation is null ? RefusalCode.RecommendationMissing : Decided() ?? Worded(withdraw.Reason, "reason") ?? (Outcome<ApplicationEvent>)new RecommendationWithdrawn(Recommender, withdraw.Reason.Trim()),
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>Each submission is answered once; what another clerk has done meanwhile is not overwritten.</summary>
    private Refusal? MayRecommend(int submission)
    {
        if (Decided() is { } decided) return decided;
        if (Recommendation is not null || Declined is not null) return new Refusal(RefusalCode.AlreadySettled);
        if (Stage is not (ApplicationStage.Submitted or ApplicationStage.Correction)) return new Refusal(WrongState());
        return submission == Submissions.Length ? null : new Refusal(RefusalCode.ApplicationMoved);
    }

    [Article(7, 14)]
    private Outcome<ApplicationEvent> DecideRecommendation(RecommendApplicant act, DateTimeOffset at)
    {
        if (MayRecommend(act.Submission) is { } refused) return refused;
        if (!Register.IsName(act.Document)) return Refusal.Malformed("document");
        if (act.On > ChinaTime.DayOf(at) || act.On < act.NoticeTo) return Refusal.Malformed("on");
        if (act.NoticeTo < act.NoticeFrom || act.NoticeTo.DayNumber - act.NoticeFrom.DayNumber > 366) return Refusal.Malformed("noticeTo");
        if (act.Terms.Holidays.Between(act.NoticeFrom, act.NoticeTo) is not { } days) return new Refusal(RefusalCode.HolidaysMissing) { Criteria = [$"{act.NoticeFrom.Year}"] };
        if (days < act.Terms.Readings.CountyDays) return new Refusal(RefusalCode.NoticeTooShort) { Criteria = [$"{days}"] };
        if (act.Departments.IsDefault || act.Departments.Length > MostDepartments || !act.Departments.All(Register.IsName)) return Refusal.Malformed("departments");
        if (act.Text.Length > LongestLetter) return new Refusal(RefusalCode.TextTooLong) { Field = "text" };
        if (act.Countersigned is { } second && (act.Terms.Find(second) is null || second == Recommender)) return Refusal.Malformed("countersigned");
        if (FaultOf(act.LocalCheck) is { } fault) return fault;
        return new ApplicantRecommended(Recommender, act with { Document = act.Document.Trim(), Text = act.Text.Trim() });
    }

    private Refusal? FaultOf(ImmutableArray<LocalFinding> check)
    {
        var asked = Conditions.DeclaredBy(Kind);
        if (check.IsDefault || check.Any(c => c is null || !asked.Contains(c.Condition)) || check.DistinctBy(c => c.Condition).Count() < check.Length) return Refusal.Malformed("localCheck");
        if (check.Any(c => c.Text?.Length > LongestReason)) return new Refusal(RefusalCode.TextTooLong) { Field = "localCheck" };
        if (asked.Where(c => check.All(l => l.Condition != c)).ToImmutableArray() is { IsEmpty: false } missing) return new Refusal(RefusalCode.ConditionsOpen) { Criteria = missing };
        return check.Where(c => c.Result == CheckResult.NotMet).Select(c => c.Condition).ToImmutableArray() is { IsEmpty: false } unmet ? new Refusal(RefusalCode.ConditionsNotMet) { Criteria = unmet } : null;
    }

    [Article(15)]
    private Outcome<ApplicationEvent> DecideByOffice(ApplicationAct act, DateTimeOffset at) => act switch
    {
        LinkApplicant link => link.PersonId == Account ? RefusalCode.AlreadySettled : string.IsNullOrWhiteSpace(link.PersonId) ? Refusal.Malformed("person")
            : Worded(link.Reason, "reason") ?? (Outcome<ApplicationEvent>)new ApplicantLinked(link.PersonId, link.Reason.Trim()),
        CheckCondition check => MayDecide(check.Submission) ?? DecideCheck(check),
        AskCorrection ask => MayDecide(ask.Submission) ?? DecideCorrection(ask, at),
        AcceptApplication accept => MayDecide(accept.Submission) ?? DecideAcceptance(accept),
        RejectApplication reject => MayDecide(reject.Submission) ?? DecideRejection(reject),
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>What another clerk has decided meanwhile is decided; who has looked at an earlier submission looks again.</summary>
    private Refusal? MayDecide(int submission)
    {
        if (Decided() is { } decided) return decided;
        if (!IsSubmitted || Stage is ApplicationStage.Withdrawn) return new Refusal(WrongState());
        return submission == Submissions.Length ? null : new Refusal(RefusalCode.ApplicationMoved);
    }

    private Refusal? Decided() => Decision is null ? null : new Refusal(RefusalCode.ApplicationDecided);

    [Article(15)]
    private Outcome<ApplicationEvent> DecideCheck(CheckCondition act)
    {
        if (!Conditions.AskedOf(Kind, act.Terms.Readings).Contains(act.Condition)) return Refusal.Malformed("condition");
        if (act.Evidence.IsDefault || act.Evidence.Length > ApplicationForm.MostOfEach || !act.Evidence.All(Register.IsName)) return Refusal.Malformed("evidence");
        if (act.Result == CheckResult.Met && Against(act.Condition, act.Terms) is { } against) return against;
        if (act.Result != CheckResult.Met && Worded(act.Text, "text") is { } wordless) return wordless;
        if (act.Text.Length > LongestReason) return new Refusal(RefusalCode.TextTooLong) { Field = "text" };
        var before = Findings.GetValueOrDefault(act.Condition);
        return before is not null && before.Submission == Submissions.Length && before.Result == act.Result && before.Text == act.Text.Trim() && before.Evidence.SequenceEqual(act.Evidence)
            ? RefusalCode.AlreadySettled : new ConditionChecked(act.Condition, act.Result, act.Evidence, act.Text.Trim());
    }

    /// <summary>No finding is made against the facts as they are declared: they are corrected first, or the application is rejected on them.</summary>
    private Refusal? Against(string condition, ApplicationTerms terms)
    {
        if (Conditions.IsRecommendation(condition) && Recommendation is null) return new Refusal(RefusalCode.RecommendationMissing);
        return ChecksBy(terms).Any(c => c.Condition == condition && c.Standing == ConditionStanding.NotMet) ? new Refusal(RefusalCode.FactsAgainst) { Criteria = [condition] } : null;
    }

    [Article(15)]
    private Outcome<ApplicationEvent> DecideCorrection(AskCorrection act, DateTimeOffset at)
    {
        // An overdue round is over: another may be asked for in its place.
        if (OpenRound is { OverdueAt: null }) return RefusalCode.AlreadySettled;
        if (act.Due <= at || act.Due > at.AddDays(366)) return Refusal.Malformed("due");
        var asked = Conditions.AskedOf(Kind, act.Terms.Readings);
        if (act.Points.IsDefaultOrEmpty || act.Points.Length > asked.Length || act.Points.Any(p => p is null || !asked.Contains(p.Condition)) || act.Points.DistinctBy(p => p.Condition).Count() < act.Points.Length) return Refusal.Malformed("points");
        return act.Points.Select(p => Worded(p.Why, "why")).FirstOrDefault(w => w is not null) ?? (Outcome<ApplicationEvent>)new CorrectionAsked(act.Points, act.Due.ToUniversalTime());
    }

    /// <summary>Accepted is who is recommended and meets every condition, each by a finding on record.</summary>
    [Article(8, 9, 15)]
    private Outcome<ApplicationEvent> DecideAcceptance(AcceptApplication act)
    {
        if (OpenRound is { OverdueAt: null }) return WrongState();
        var asked = Conditions.AskedOf(Kind, act.Terms.Readings);
        if (Recommendation is null && asked.Any(Conditions.IsRecommendation)) return RefusalCode.RecommendationMissing;
        if (asked.Where(c => Findings.GetValueOrDefault(c) is not { Result: CheckResult.Met } found || found.Submission < Submissions.Length && Conditions.Declared.Contains(c)).ToImmutableArray() is { IsEmpty: false } open)
            return new Refusal(RefusalCode.ConditionsOpen) { Criteria = open };
        if (asked.Select(c => Against(c, act.Terms)).FirstOrDefault(a => a is not null) is { } against) return against;
        if (act.Reason?.Length > LongestReason) return new Refusal(RefusalCode.TextTooLong) { Field = "reason" };
        return new ApplicationAccepted(act.Reason?.Trim(), [.. asked.Select(c => Findings[c]).Select(f => new ConditionChecked(f.Condition, f.Result, f.Evidence, f.Text))]);
    }

    [Article(15)]
    private Outcome<ApplicationEvent> DecideRejection(RejectApplication act)
    {
        if (OpenRound is { OverdueAt: null }) return WrongState();
        if (!Conditions.AskedOf(Kind, act.Terms.Readings).Contains(act.Condition)) return Refusal.Malformed("condition");
        return Worded(act.Reason, "reason") ?? (Outcome<ApplicationEvent>)new ApplicationRejected(act.Condition, Conditions.ArticleOf(act.Condition), act.Reason.Trim());
    }
}
