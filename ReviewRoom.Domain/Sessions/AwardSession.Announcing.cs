using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Sessions;

// Article 12: the plan, and the notice of the session that binds it.
public sealed partial record AwardSession
{
    public const int LongestHowTo = 2_000;

    /// <summary>The notice of the session once it is out; null before. Anybody may read it.</summary>
    [Article(12)]
    public CallView? Call => this is { Plan: { } plan, Announced: { Said: var said, Moved: var moved } } ? new CallView(
        Id, plan.Title, plan.Year, plan.Regulation, said.On, plan.Deadline, plan.Steps, plan.NoticeDays, plan.Settings,
        said.MainPlaces, said.NominationPlaces, said.Rubrics, said.HowToApply, said.Contact, moved) { CycleReason = plan.CycleReason } : null;

    [Article(6, 12)]
    private Outcome<SessionEvent> DecidePlan(PlanSession act)
    {
        if (Stage > SessionStage.Announced) return RefusalCode.WrongStage;
        if (string.IsNullOrWhiteSpace(act.Title) || act.Title.Length > LongestTitle) return Refusal.Malformed("title");
        if (string.IsNullOrWhiteSpace(act.Regulation)) return Refusal.Malformed("regulation");
        if (act.Year is < 2000 or > 2100) return Refusal.Malformed("year");
        if (act.Steps.IsDefault || act.Steps.Any(s => s.To < s.From) || HasTwice(act.Steps.Select(s => s.Key))) return Refusal.Malformed("steps");
        if (act.NoticeDays is < 1 or > 30) return Refusal.Malformed("noticeDays");
        if (act.CycleReason?.Length > LongestReason) return new Refusal(RefusalCode.TextTooLong) { Field = "cycleReason" };
        if (Plan is { } plan && IsSame(plan, act with { Reason = plan.Reason })) return RefusalCode.AlreadySettled;
        return Plan is { } bound && Announced is not null ? DecideDates(bound, act) : DecideCycle(act);
    }

    /// <summary>A session every two years in principle: what comes sooner says why.</summary>
    [Article(4)]
    private static Outcome<SessionEvent> DecideCycle(PlanSession act)
    {
        if (act.TooSoonAfter is not { } before) return new SessionPlanned(act with { CycleReason = null });
        if (string.IsNullOrWhiteSpace(act.CycleReason)) return new Refusal(RefusalCode.CycleTooShort) { Criteria = [before.ToString(CultureInfo.InvariantCulture)] };
        return new SessionPlanned(act with { CycleReason = act.CycleReason.Trim() });
    }

    /// <summary>Who applies has read under which rules: of an announced plan only dates move, and each time it is said why.</summary>
    [Article(12)]
    private static Outcome<SessionEvent> DecideDates(PlanSession plan, PlanSession act)
    {
        if (!IsSame(plan, act with { Steps = plan.Steps, Deadline = plan.Deadline, Reason = plan.Reason })) return RefusalCode.PlanBound;
        return Worded(act.Reason ?? "", "reason") ?? (Outcome<SessionEvent>)new SessionPlanned(act with { Reason = act.Reason?.Trim() });
    }

    /// <summary>Bound is the version in force on the day of the announcement, and a score table that is there.</summary>
    [Article(10, 12, 27)]
    private Outcome<SessionEvent> DecideAnnouncement(AnnounceSession act, DateTimeOffset at)
    {
        if (Stage != SessionStage.Planned || Plan is not { } plan) return RefusalCode.WrongStage;
        if (act.On > ChinaTime.DayOf(at)) return Refusal.Malformed("announcedOn");
        if (!IsDocument(act.Contact)) return Refusal.Malformed("contact");
        if (Refusal.OfText(act.HowToApply ?? "", "howToApply", LongestHowTo) is { } wordless) return wordless;
        if (plan.Steps.All(s => s.Key != "application")) return RefusalCode.PlanIncomplete;
        if (act.Ground is not { } ground) return Refusal.Malformed("regulation");
        if (plan.Regulation != ground.InForce) return new Refusal(RefusalCode.RegulationNotInForce) { Criteria = [ground.InForce] };
        var rubrics = RubricsOf(act, ground);
        return rubrics.Length == Enum.GetValues<ApplicantKind>().Length && act.Rubrics.Length == rubrics.Length
            ? new SessionAnnounced(act.On, ground.MainPlaces, ground.NominationPlaces, rubrics, act.HowToApply?.Trim() ?? "", act.Contact.Trim()) : Refusal.Malformed("rubrics");
    }

    private static ImmutableArray<AnnouncedRubric> RubricsOf(AnnounceSession act, AnnouncementGround ground) => act.Rubrics.IsDefault ? [] :
    [
        .. Enum.GetValues<ApplicantKind>().Select(kind => act.Rubrics.FirstOrDefault(r => r.Kind == kind)).OfType<RubricChoice>()
            .Select(choice => (choice.Kind, Rubric: ground.Rubrics.FirstOrDefault(r => r.Id == choice.Id && r.Version == choice.Version)))
            .Where(r => r.Rubric is not null).Select(r => new AnnouncedRubric(r.Kind, r.Rubric!)),
    ];

    private static bool IsSame(PlanSession one, PlanSession other) => Canonical.Bytes(one).AsSpan().SequenceEqual(Canonical.Bytes(other));
}
