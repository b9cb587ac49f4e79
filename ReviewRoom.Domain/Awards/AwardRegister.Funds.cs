using ReviewRoom.Domain.Law;

namespace ReviewRoom.Domain.Awards;

// Working funds in the annual budget (Article 25), recommendations for the provincial award (Article 20), mid-term checks (Article 7).
public sealed partial record AwardRegister
{
    [Article(25)]
    private Outcome<AwardEvent> DecideFunds(SetWorkingFunds act)
    {
        if (act.Year is < 2000 or > 2100) return Refusal.Malformed("year");
        if (!Enum.IsDefined(act.Line)) return Refusal.Malformed("line");
        if (act.Yuan is < 0 or > MostYuan || act.Yuan < (WorkingFund.Of(Funds, act.Year, act.Line)?.SpentYuan ?? 0)) return Refusal.Malformed("yuan");
        return IsDocument(act.Document) ? new WorkingFundsSet(act.Year, act.Line, act.Yuan, act.Document.Trim()) : Refusal.Malformed("document");
    }

    /// <summary>Never more than the line of the year holds.</summary>
    [Article(25)]
    private Outcome<AwardEvent> DecideExpense(RecordExpense act, DateOnly today)
    {
        if (!Enum.IsDefined(act.Line)) return Refusal.Malformed("line");
        if (act.On > today) return Refusal.Malformed("on");
        if (act.Yuan is < 1 or > MostYuan) return Refusal.Malformed("yuan");
        if (!IsDocument(act.Purpose)) return Refusal.Malformed("purpose");
        if (!IsDocument(act.Document)) return Refusal.Malformed("document");
        return act.Yuan > (WorkingFund.Of(Funds, act.On.Year, act.Line)?.LeftYuan ?? 0) ? RefusalCode.BudgetExceeded : new ExpenseRecorded(act.Line, act.Yuan, act.On, act.Purpose.Trim(), act.Document.Trim());
    }

    /// <summary>Of an award that is valid, and as long as the provincial award has not come.</summary>
    [Article(20)]
    private Outcome<AwardEvent> DecideRecommendation(RecommendForProvince act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.IsRevoked) return RefusalCode.AwardRevoked;
        if (award.MatchDocument is not null || award.Recommendations.Any(r => r.Document == act.Document?.Trim())) return RefusalCode.AlreadySettled;
        if (act.On > today) return Refusal.Malformed("on");
        if (act.On < award.Entry.ConferredOn || award.StandingOn(act.On) != AwardStanding.Valid) return RefusalCode.OutsideValidity;
        return IsDocument(act.Document) ? new ProvinceRecommended(act.Award, act.Document.Trim(), act.On) : Refusal.Malformed("document");
    }

    /// <summary>Once, of a valid award, and not before the middle of its validity.</summary>
    [Article(7)]
    private Outcome<AwardEvent> DecideMidTerm(RecordMidTerm act, DateOnly today)
    {
        if (Find(act.Award) is not { } award) return RefusalCode.NotFound;
        if (award.StandingOn(today) != AwardStanding.Valid) return RefusalCode.OutsideValidity;
        if (award.MidTerm is not null) return RefusalCode.AlreadySettled;
        var due = award.Entry.ConferredOn.AddMonths(HeldAward.MidTermMonths);
        if (today < due) return RefusalCode.NotDue;
        if (!Enum.IsDefined(act.Result)) return Refusal.Malformed("result");
        if (act.On > today || act.On < due) return Refusal.Malformed("on");
        return Worded(act.Text, "text") ?? (Outcome<AwardEvent>)new MidTermRecorded(act.Award, act.Result, act.On, act.Text.Trim());
    }
}
