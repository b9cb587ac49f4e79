using System.Collections.Immutable;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Domain.Sessions;

// From the proposed list to the conferral: the leading group reviews, the list is published, objections are settled, the group approves, the city government confers.
public sealed partial record AwardSession
{
    public const int LongestFacts = 4_000;

    private Outcome<SessionEvent> DecideHolidays(PutHolidays act) =>
        !act.Table.IsSound ? Refusal.Malformed("table") : Holidays.Tables.Any(t => Canonical.Bytes(t).AsSpan().SequenceEqual(Canonical.Bytes(act.Table))) ? RefusalCode.AlreadySettled : new HolidaysPut(act.Table);

    /// <summary>Acts of the leading group; what it decides it decides by a vote on record.</summary>
    private Outcome<SessionEvent> DecideByGroup(SessionAct act, Asking asking) => act switch
    {
        ReviewProposal review => DecideReview(review),
        ApproveList approve => DecideApproval(approve, asking.At),
        _ => RefusalCode.NotAllowed,
    };

    private Outcome<SessionEvent> DecideByProgram(SessionAct act, DateTimeOffset at) => act switch
    {
        PassDue => DecideDue(at),
        NoteWithdrawal note => DecideWithdrawal(note),
        FileObjection file => DecideFiling(file, at),
        EndNotice => DecideEnd(at),
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>A tie over the last places is decided by the group or not at all; a place it leaves vacant is filled by nobody.</summary>
    [Article(4, 5, 11)]
    private Outcome<SessionEvent> DecideReview(ReviewProposal act)
    {
        if (Stage != SessionStage.Proposed || Consultation is not { } asked || Plan is not { } plan) return RefusalCode.WrongStage;
        if (!IsDocument(act.Document)) return Refusal.Malformed("document");
        if (act.For < 0 || act.Against < 0 || act.Abstained < 0 || act.For + act.Against + act.Abstained == 0) return Refusal.Malformed("votes");
        if (act.Passed != act.For > act.Against) return Refusal.Malformed("passed");
        if (!act.Passed) return Worded(act.Reason ?? "", "reason") ?? (Outcome<SessionEvent>)new ProposalReviewed(act, [], new Vacancies(0, 0));
        var list = Decision.Decide(RequestOf(plan, asked) with { Order = act.Order });
        if (list.Undecided is [var tie, ..]) return new Refusal(RefusalCode.TieOpen) { Criteria = tie.Ids };
        var vacated = act.LeftVacant ?? [];
        if (vacated.Any(v => list.Main.Concat(list.Nomination).All(a => a.Id != v.Candidate)) || HasTwice(vacated.Select(v => v.Candidate))) return Refusal.Malformed("leftVacant");
        if (vacated.Select(v => Worded(v.Reason, "reason")).FirstOrDefault(r => r is not null) is { } wordless) return wordless;
        return new ProposalReviewed(act, WinnersOf(list, asked, vacated), VacantWith(list, vacated));
    }

    private static ImmutableArray<Winner> WinnersOf(Decision list, Consultation asked, ImmutableArray<LeftVacant> vacated)
    {
        Winner WinnerOf(Awarded awarded, Grade grade)
        {
            var candidate = asked.Candidates.First(c => c.Id == awarded.Id);
            return new Winner(candidate.Id, candidate.Title, candidate.Kind, grade, awarded.OutsideQuota, awarded.AmountYuan, candidate.Recommended);
        }
        // By number within a grade: a list that is published tells no order of merit.
        return [.. list.Main.Select(a => WinnerOf(a, Grade.Main)).Concat(list.Nomination.Select(a => WinnerOf(a, Grade.Nomination)))
            .Where(w => vacated.All(v => v.Candidate != w.Id)).OrderBy(w => w.Grade).ThenBy(w => w.Id, StringComparer.Ordinal)];
    }

    private static Vacancies VacantWith(Decision list, ImmutableArray<LeftVacant> vacated)
    {
        int In(ImmutableArray<Awarded> grade) => grade.Count(a => !a.OutsideQuota && vacated.Any(v => v.Candidate == a.Id));
        return new Vacancies(list.Vacant.Main + In(list.Main), list.Vacant.Nomination + In(list.Nomination));
    }

    [Article(5, 18)]
    private Outcome<SessionEvent> DecideNotice(PublishNotice act, DateTimeOffset at)
    {
        if (Stage != SessionStage.Reviewed || Closing.Passed is not { } passed || Plan is not { } plan) return RefusalCode.WrongStage;
        if (act.On < ChinaTime.DayOf(at)) return Refusal.Malformed("on");
        if (!IsDocument(act.Contact)) return Refusal.Malformed("contact");
        if (Holidays.After(act.On, 1, out var missing) is not { } from || Holidays.After(act.On, plan.NoticeDays, out missing) is not { } to)
            return new Refusal(RefusalCode.HolidaysMissing) { Criteria = [missing.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
        return new NoticePublished(act.On, from, to, act.Contact.Trim(), passed.Winners, passed.Vacant);
    }

    /// <summary>Until midnight of the last day, and only against somebody on the list.</summary>
    [Article(5)]
    private Outcome<SessionEvent> DecideFiling(FileObjection act, DateTimeOffset at)
    {
        if (Stage != SessionStage.PublicNotice || Closing.Notice is not { } notice || ChinaTime.DayOf(at) < notice.On || ChinaTime.DayOf(at) > notice.To) return RefusalCode.NoticeOver;
        if (act.Receipt is not { Length: > 0 and <= 40 } || Closing.Objections.ContainsKey(act.Receipt)) return Refusal.Malformed("receipt");
        if (notice.Winners.All(w => w.Id != act.Candidate)) return Refusal.Malformed("candidate");
        if (!Conditions.Contains(act.Condition)) return Refusal.Malformed("condition");
        if (string.IsNullOrWhiteSpace(act.Facts)) return new Refusal(RefusalCode.ReasonRequired) { Field = "facts" };
        if (act.Facts.Length > LongestFacts) return new Refusal(RefusalCode.TextTooLong) { Field = "facts" };
        return act.Identity.Length == 64 ? new ObjectionFiled(act.Receipt, act.Candidate, act.Condition, act.Facts.Trim(), act.Identity) : Refusal.Malformed("identity");
    }

    private Outcome<SessionEvent> DecideHandlers(NameHandlers act)
    {
        if (Closing.Objections.GetValueOrDefault(act.Receipt) is not { } objection) return RefusalCode.NotFound;
        if (objection.Settled is not null) return RefusalCode.AlreadySettled;
        if (string.IsNullOrWhiteSpace(act.First) || string.IsNullOrWhiteSpace(act.Second)) return Refusal.Malformed("handlers");
        return act.First == act.Second ? RefusalCode.SamePerson : new HandlersNamed(act.Receipt, act.First, act.Second);
    }

    /// <summary>Who an objection is from is read by its two handlers, and each time on record.</summary>
    [Article(5)]
    private Outcome<SessionEvent> DecideReading(ReadObjector act, Asking asking)
    {
        if (Closing.Objections.GetValueOrDefault(act.Receipt) is not { } objection) return RefusalCode.NotFound;
        return objection.Handlers.Contains(asking.By.Id) ? new ObjectorRead(act.Receipt, act.File) : RefusalCode.NotHandler;
    }

    [Article(5)]
    private Outcome<SessionEvent> DecideSettling(SettleObjection act, Asking asking)
    {
        if (Closing.Objections.GetValueOrDefault(act.Receipt) is not { } objection) return RefusalCode.NotFound;
        if (objection.Settled is not null) return RefusalCode.AlreadySettled;
        if (!objection.Handlers.Contains(asking.By.Id)) return RefusalCode.NotHandler;
        return Worded(act.Reason, "reason") ?? (Outcome<SessionEvent>)new ObjectionSettled(act.Receipt, act.Upheld, act.Reason.Trim());
    }

    [Article(5, 18)]
    private Outcome<SessionEvent> DecideEnd(DateTimeOffset at)
    {
        if (Stage != SessionStage.PublicNotice || Closing.Notice is not { } notice) return RefusalCode.WrongStage;
        return ChinaTime.DayOf(at) <= notice.To ? RefusalCode.NotDue : new NoticeEnded([5, 18]);
    }

    [Article(5)]
    private Outcome<SessionEvent> DecideApproval(ApproveList act, DateTimeOffset at)
    {
        if (Stage != SessionStage.NoticeEnded || Closing.Notice is not { } notice) return RefusalCode.WrongStage;
        if (!IsDocument(act.Document)) return Refusal.Malformed("document");
        if (act.On > ChinaTime.DayOf(at) || act.On <= notice.To) return Refusal.Malformed("on");
        if (Closing.Unsettled.Any()) return new Refusal(RefusalCode.ObjectionsOpen) { Criteria = [.. Closing.Unsettled.Select(o => o.Filed.Candidate).Distinct(StringComparer.Ordinal)] };
        return new ListApproved(act.Document.Trim(), act.On, notice.Winners.RemoveAll(w => Closing.IsStruckOff(w.Id)));
    }

    [Article(2, 4, 19)]
    private Outcome<SessionEvent> DecideConferral(ConferAwards act, DateTimeOffset at)
    {
        if (Stage != SessionStage.Approved || Closing.Approval is not { } approval) return RefusalCode.WrongStage;
        if (!IsDocument(act.Document)) return Refusal.Malformed("document");
        if (act.On > ChinaTime.DayOf(at) || act.On < approval.On) return Refusal.Malformed("on");
        return new AwardsConferred(act.Document.Trim(), act.On, [.. approval.Winners.Select((w, i) => new ConferredAward(i + 1, w, act.On, act.On.AddYears(Award.Validity).AddDays(-1)))]);
    }

    private static bool IsDocument(string text) => text?.Trim() is { Length: > 0 and <= LongestTitle };
}
