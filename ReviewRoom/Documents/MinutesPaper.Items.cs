using System.Collections.Immutable;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

// The marks of a dossier, first and last, and how each item was settled.
public sealed partial class MinutesPaper
{
    private IEnumerable<Piece> Marks(DossierMinutes dossier, ImmutableArray<ItemMinutes> items)
    {
        var seats = (dossier.Sheets ?? []).Select(s => s.Seat).ToImmutableArray();
        yield return new Title(3, words["Marks.Title"]);
        yield return new Line(words["Marks.Lead"], LeadsOn: true);
        yield return Table("Marks.Title",
            [new(words["Col.Criterion"], 6), new(words["Col.Full"], 3, true), .. seats.Select(s => new PaperColumn(words.Seat(s), 3, true)), new(words["Col.Mean"], 3, true), new(words["Col.State"], 4)],
            [
                .. items.Select(i => Row([$"{i.Criterion} {MinutesWords.In(i.Name)}", MinutesWords.Figure(i.Points), .. seats.Select(s => Mark(i.Marks.FirstOrDefault(m => m.Seat == s))), i.Mean ?? "",
                    i.State is { } state ? words.Domain("Agreement", state) : ""])),
                Row([words["Marks.Total"], MinutesWords.Figure(view.Rubric.Points), .. (dossier.Sheets ?? []).Select(s => Changed(s.First, s.Final).Replace("→", "\n→", StringComparison.Ordinal)), dossier.Result?.Points ?? "", ""]),
            ]);
        foreach (var sheet in (dossier.Sheets ?? []).Where(s => s.Late == true)) yield return new Line(words["Marks.Late", words.Voice(view, dossier, sheet.Seat)]);
        foreach (var (item, mark) in items.SelectMany(i => i.Marks.Where(m => m.CannotJudge == true).Select(m => (i, m))))
            yield return new Line(words["Marks.CannotJudge", item.Criterion, words.Voice(view, dossier, mark.Seat), mark.WhyNot ?? ""]);
    }

    private string Mark(MarkMinutes? mark) => mark is null ? "" : Changed(Percent(mark.First), Percent(mark.Final));

    private string Percent(int? rate) => rate is null ? words["Marks.None"] : MinutesWords.Figure(rate);

    private static string Changed(string? first, string? final) => first == final ? final ?? "" : $"{first ?? "–"}→{final ?? "–"}";

    private IEnumerable<Piece> Settled(DossierMinutes dossier, ImmutableArray<ItemMinutes> items)
    {
        yield return new Title(3, words["Closing.Title"], words.Behind(nameof(dossier.Movements)));
        var closed = items.Where(i => i.Closed is not null).ToArray();
        if (closed.Length == 0) yield return new Line(words["Closing.None"]);
        else
            yield return Table("Closing.Title",
                [new(words["Col.Criterion"], 5), new(words["Col.State"], 3), new(words["Col.Closing"], 3), new(words["Col.Reason"], 6), new(words["Col.By"], 2), new(words["Col.At"], 4)],
                closed.Select(i => Row($"{i.Criterion} {MinutesWords.In(i.Name)}", i.State is { } state ? words.Domain("Agreement", state) : "", Closed(i), i.Closed?.Reason ?? "",
                    i.ClosedBy is { } by ? words.Seat(by) : "", MinutesWords.At(i.Closed?.At))));

        yield return new Title(3, words["Movement.Title"]);
        if (dossier.Movements is not { } movements) yield return new Line(words["Movement.None"]);
        else
            yield return Table("Movement.Title", [new(words["Col.Criterion"], 2), new(words["Col.Voice"], 4), new(words["Col.Change"], 3, true), new(words["Col.Reason"], 8), new(words["Col.At"], 4)],
                movements.Select(m => Row(m.Criterion, words.Voice(view, dossier, m.Seat), $"{Percent(m.From)}→{Percent(m.To)}",
                    m.Because is { } because ? words["Movement.Because", m.Reason, because] : m.Reason, MinutesWords.At(m.At))));

        yield return new Title(3, words["Minority.Title"], words.Behind(nameof(dossier.Minority)));
        if (dossier.Minority is not { } minority) yield return new Line(words["Minority.None"]);
        else
            yield return Table("Minority.Title", [new(words["Col.Criterion"], 2), new(words["Col.Author"], 4), new(words["Col.OwnRate"], 2, true), new(words["Col.Opinion"], 9), new(words["Col.At"], 4)],
                minority.Select(m => Row(m.Criterion, words.Voice(view, dossier, m.Seat), Percent(m.Rate), m.Text, MinutesWords.At(m.At))));
    }

    private string Closed(ItemMinutes item) => item.Closed is not { } closed ? ""
        : item.AgreedRate is { } rate ? words["Closing.WithRate", words.Domain("Closing", closed.How), rate] : words.Domain("Closing", closed.How);
}
