using Microsoft.Extensions.Localization;
using ReviewRoom.Documents;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Resources;

namespace ReviewRoom.Letters;

/// <summary>The result of a session as one table (汇总表): every candidate with rate, grade or reason, money and articles, as proposed.</summary>
internal static class ResultSummary
{
    public static byte[] Of(PlanSession plan, ProposalView list, IStringLocalizer<LetterText> text, IStringLocalizer<DomainText> domain)
    {
        string Kind(string id) => list.Names.FirstOrDefault(n => n.Id == id) is { } named ? domain[$"Kind.{named.Kind}"] : "";
        string Name(string id) => list.Names.FirstOrDefault(n => n.Id == id)?.Title ?? "";
        string Articles(IEnumerable<int> articles) => string.Join(domain["ListSeparator"], articles.Select(a => domain["Article", a].Value));
        IEnumerable<IReadOnlyList<object?>> Won(IEnumerable<Awarded> awarded, string grade) =>
            awarded.Select(a => (IReadOnlyList<object?>)[a.Rank, a.Id, Name(a.Id), Kind(a.Id), a.Rate, domain[$"Grade.{grade}"].Value, text[a.OutsideQuota ? "Sum.Outside" : "Sum.Inside"].Value, a.AmountYuan, Articles(a.Articles)]);
        IReadOnlyList<object?> Out(string id, string rate, string why, IEnumerable<int> articles) => [null, id, Name(id), Kind(id), rate, text["Sum.None"].Value, text[$"Sum.{why}"].Value, null, Articles(articles)];

        using var book = new Workbook();
        book.Add(text["Sum.Title"], 2, 3, [8, 12, 34, 10, 12, 14, 22, 14, 26],
        [
            [text["Sum.Of", plan.Title].Value],
            [.. new[] { "Rank", "Id", "Name", "Kind", "Rate", "Grade", "Quota", "Yuan", "Articles" }.Select(c => (object?)text[$"Sum.Col.{c}"].Value)],
            .. Won(list.Decision.Main, "main"), .. Won(list.Decision.Nomination, "nomination"),
            .. list.Decision.Undecided.SelectMany(t => t.Ids.Select(id => Out(id, "", "Tied", [11])).Concat(t.Pending.Select(id => Out(id, "", "Pending", [11])))),
            .. list.Decision.NotAwarded.Select(n => Out(n.Id, n.Rate, $"{n.Reason}", n.Articles)),
        ]);
        return book.Bytes();
    }
}
