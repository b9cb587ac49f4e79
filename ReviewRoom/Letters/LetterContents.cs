using System.Collections.Immutable;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using static ReviewRoom.Letters.LetterWords;

namespace ReviewRoom.Letters;

/// <summary>What the papers of a session are filled with, from one person's own projections; null where the session has not come so far.</summary>
/// <param name="view">The session as he may see it.</param>
/// <param name="notice">Its public notice.</param>
/// <param name="awards">The register as he may see it.</param>
internal sealed class LetterContents(SessionView view, Regulation? law, NoticeView? notice, AwardsView? awards)
{
    public PaperValues? Of(PaperKind kind) => kind switch
    {
        PaperKind.Call => Call(),
        PaperKind.Consultation => Consultation(),
        PaperKind.Proposal => Proposal(),
        PaperKind.Notice => Notice(),
        PaperKind.Approval => Approval(),
        PaperKind.Payments => Payments(),
        _ => null,
    };

    /// <summary>Who gets a copy of his own.</summary>
    public ImmutableArray<PaperCopy> CopiesOf(PaperKind kind) => kind == PaperKind.Consultation && view is { Bodies: { } bodies, Consultation: { } asked }
        ? [.. asked.Units.Select(u => new PaperCopy(u.Id, bodies.FirstOrDefault(b => b.Id == u.Id)?.FullName ?? u.ShortName))] : [];

    /// <summary>What a certificate is filled with.</summary>
    public static PaperValues Of(AwardEntry award)
    {
        var title = LetterWords.Of(AwardKey(award.Grade));
        return new PaperValues(
            [
                Field("name", award.HolderName), Field("award", title), Field("you", LetterWords.Of($"You.{award.Kind}")), Field("won", award.SessionTitle + (award.Grade == Grade.Main ? "" : OfDomain("Grade.nomination"))),
                Field("number", award.Number is { } number ? OfAwards("Number", award.ConferredOn.Year, number) : ""), Field("on", Day(award.ConferredOn)), Field("until", Day(award.ValidUntil)),
            ],
            [], "");
    }

    private static string AwardKey(Grade grade) => grade == Grade.Main ? "Award.main" : "Award.nomination";

    private PaperValues? Call()
    {
        if (law is null) return null;
        var (plan, figures) = (view.Plan, law.Figures);
        return Values(
            [
                Field("year", plan.Year), Field("deadline", Day(plan.Deadline)), Field("mainPlaces", figures.MainPlaces), Field("nominationPlaces", figures.NominationPlaces),
                Field("passPercent", figures.PassPercent), Field("noticeDays", plan.NoticeDays),
            ],
            new ListValues("steps", [.. plan.Steps.Select(s => Member(Field("name", law.Steps.FirstOrDefault(k => k.Key == s.Key)?.Name.Zh ?? s.Key), Field("from", Day(s.From)), Field("to", Day(s.To))))]),
            new ListValues("conditions", [.. law.Conditions.Select(c => Member(Field("text", c.Text), Field("article", c.Article)))]));
    }

    private PaperValues? Consultation() => view.Consultation is not { } asked ? null : Values(
        [Field("unit", LetterWords.Of("Everybody")), Field("due", Moment(asked.Due)), Field("count", asked.Rows.Length)],
        new ListValues("candidates", [.. asked.Rows.Select((row, at) => Member(Field("place", at + 1), Field("id", row.Candidate), Field("name", row.Title), Field("kind", Kind(row.Kind))))]));

    private PaperValues? Proposal()
    {
        if (view is not { Proposal: { Decision: var list, Names: var names }, Consultation: { } asked }) return null;
        string NameOf(string id) => names.FirstOrDefault(n => n.Id == id)?.Title ?? id;
        ImmutableArray<FieldValue> Row(Awarded won) => Member(
            Field("rank", won.Rank), Field("name", NameOf(won.Id)), Field("kind", names.FirstOrDefault(n => n.Id == won.Id) is { } named ? Kind(named.Kind) : ""), Field("rate", won.Rate),
            Field("amount", Yuan(won.AmountYuan)), Field("note", won.OutsideQuota ? LetterWords.Of("Repeat") : ""));
        var silent = asked.Units.Count(u => u.RepliedAt is null);
        return Values(
            [
                Field("units", asked.Units.Length), Field("replied", asked.Replied), Field("silent", silent), Field("total", Yuan(list.Main.Concat(list.Nomination).Sum(a => a.AmountYuan))),
                Field("vacantMain", Some(list.Vacant.Main)), Field("vacantNomination", Some(list.Vacant.Nomination)), Field("ties", Joined(list.Undecided.SelectMany(t => t.Ids).Select(NameOf))),
            ],
            new ListValues("main", [.. list.Main.Select(Row)]), new ListValues("nomination", [.. list.Nomination.Select(Row)]),
            new ListValues("objections", [.. asked.Objections.Select(o => Member(
                Field("unit", asked.Units.FirstOrDefault(u => u.Id == o.Unit)?.ShortName ?? o.Unit), Field("candidate", NameOf(o.Opinion.Candidate)), Field("condition", o.Opinion.Condition), Field("text", o.Opinion.Text),
                Field("verdict", o.Verdict is { } verdict ? LetterWords.Of($"Verdict.{verdict.Verdict}") : ""), Field("reason", o.Verdict?.Reason ?? "")))]));
    }

    private PaperValues? Notice()
    {
        if (notice is null) return null;
        ListValues List(string name, ImmutableArray<NoticeRow> rows) =>
            new(name, [.. rows.Select((r, at) => Member(Field("place", at + 1), Field("name", r.Title), Field("kind", Kind(r.Kind)), Field("recommended", r.Recommended ?? "")))]);
        return Values(
            [
                Field("from", Day(notice.From)), Field("to", Day(notice.To)), Field("days", notice.Days.Length), Field("contact", notice.Contact), Field("code", Components.Notices.Code.Of(notice)),
                Field("repeats", Joined(notice.Main.Concat(notice.Nomination).Where(r => r.IsRepeat).Select(r => r.Title))), Field("vacantMain", Some(notice.Vacant.Main)), Field("vacantNomination", Some(notice.Vacant.Nomination)),
            ],
            LetterWords.Of("Vacant"), List("main", notice.Main), List("nomination", notice.Nomination));
    }

    private PaperValues? Approval()
    {
        if (view.Closing is not { Approval: { } approval, Notice: { } period } closing) return null;
        ListValues List(string name, Grade grade) => new(name, [.. approval.Winners.Where(w => w.Grade == grade)
            .Select((w, at) => Member(Field("place", at + 1), Field("name", w.Title), Field("kind", Kind(w.Kind)), Field("note", w.OutsideQuota ? LetterWords.Of("Repeat") : "")))]);
        var struck = closing.Objections.Where(o => o.Upheld == true).Select(o => o.Candidate).Distinct(StringComparer.Ordinal).Select(id => closing.Winners.FirstOrDefault(w => w.Id == id)?.Title ?? id);
        return Values(
            [
                Field("document", approval.Document), Field("approvedOn", Day(approval.On)), Field("noticeFrom", Day(period.From)), Field("noticeTo", Day(period.To)), Field("objections", closing.Objections.Length),
                Field("struckOff", Joined(struck)),
            ],
            LetterWords.Of("Vacant"), List("main", Grade.Main), List("nomination", Grade.Nomination));
    }

    private PaperValues? Payments()
    {
        if (view.Closing?.Conferral is not { } conferral) return null;
        var paid = conferral.Awards.Where(a => a.Winner.AmountYuan > 0).ToArray();
        return Values(
            [
                Field("document", conferral.Document), Field("conferredOn", Day(conferral.On)), Field("total", Yuan(paid.Sum(a => a.Winner.AmountYuan))),
                Field("budget", awards?.Budgets.FirstOrDefault(b => b.Year == conferral.On.Year) is { } budget ? LetterWords.Of("Budget", budget.Year, Yuan(budget.Yuan), budget.Document) : ""),
            ],
            new ListValues("winners", [.. paid.Select((a, at) => Member(
                Field("place", at + 1), Field("certificate", OfAwards("Number", conferral.On.Year, a.Number)), Field("name", a.Winner.Title), Field("award", LetterWords.Of(AwardKey(a.Winner.Grade))),
                Field("kind", Kind(a.Winner.Kind)), Field("amount", Yuan(a.Winner.AmountYuan)), Field("article", 19)))]));
    }

    private PaperValues Values(ImmutableArray<FieldValue> fields, params ImmutableArray<ListValues> lists) => Values(fields, LetterWords.Of("None"), lists);

    private PaperValues Values(ImmutableArray<FieldValue> fields, string none, params ImmutableArray<ListValues> lists) => new([Field("session", view.Plan.Title), .. fields], lists, none);

    private static ImmutableArray<FieldValue> Member(params ImmutableArray<FieldValue> fields) => fields;

    private static string Kind(ApplicantKind kind) => OfDomain($"Kind.{kind}");
}
