using System.Globalization;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

/// <summary>The minutes as a workbook: an overview, one sheet of marks per revealed dossier, and what people did and said as rows.</summary>
public static class ScoreWorkbook
{
    public static byte[] Of(MinutesView view, MinutesWords words)
    {
        using var book = new Workbook();
        Overview(book, view, words);
        foreach (var dossier in view.Dossiers)
            if (dossier.Items is { } items) Matrix(book, view, dossier, items, words);
        Record(book, view, words);
        return book.Bytes();
    }

    private static void Overview(Workbook book, MinutesView view, MinutesWords words)
    {
        string[] heads = ["Col.Id", "Col.Dossier", "Col.Phase", "Col.Sheets", "Col.Points", "Col.Exact", "Col.Rate", "Col.Line", "Col.Passes", "Col.Consensus"];
        book.Add(words["Overview.Title"], 1, 2, [10, 42, 12, 10, 12, 16, 12, 12, 16, 16],
        [
            [.. heads.Select(h => (object?)words[h])],
            .. view.Dossiers.Select(d => (IReadOnlyList<object?>)[
                d.Id, d.Title ?? words[d.Recused == true ? "Withheld.Recused" : "Withheld.Suspended"], d.Phase is { } phase ? words.Domain("Phase", phase) : null, d.Result?.N, Figure(d.Result?.Points), d.Result?.Exact,
                Figure(d.Result?.Rate), d.Line, d.Calibrates == true ? words["Calibration.NotCounted"] : d.Result?.Passes is { } passes ? words[d.Result.Valid != true ? "Result.NotValid" : passes ? "Result.Passes" : "Result.Below"] : null,
                d.Consensus is { } c ? words[c.Reached ? "Consensus.Reached" : "Consensus.Open"] : null]),
        ]);
    }

    private static void Matrix(Workbook book, MinutesView view, DossierMinutes dossier, IReadOnlyList<ItemMinutes> items, MinutesWords words)
    {
        var sheets = dossier.Sheets ?? [];
        object?[] voices = [words["Col.Criterion"], words["Col.CriterionName"], words["Col.Full"], .. sheets.SelectMany(s => new object?[] { s.Late == true ? words["Marks.LateVoice", words.Voice(view, dossier, s.Seat)] : words.Voice(view, dossier, s.Seat), null })];
        object?[] heads = [null, null, null, .. sheets.SelectMany(_ => new object?[] { words["Col.First"], words["Col.Final"] }), words["Col.Mean"], words["Col.Median"], words["Col.Range"], words["Col.N"], words["Col.State"], words["Col.Closing"], words["Col.Reason"]];
        var rows = items.Select(i => (IReadOnlyList<object?>)[
            i.Criterion, MinutesWords.In(i.Name), i.Points, .. sheets.SelectMany(s => Pair(i.Marks.FirstOrDefault(m => m.Seat == s.Seat), words)),
            Figure(i.Mean), Figure(i.Median), i.Range, words["Col.NOf", i.N, i.Of], i.State is { } state ? words.Domain("Agreement", state) : null,
            i.Closed is { } closed ? words.Domain("Closing", closed.How) : null, i.Closed?.Reason]);
        object?[] total = [words["Marks.Total"], null, view.Rubric.Points, .. sheets.SelectMany(s => new object?[] { Figure(s.First), Figure(s.Final) }), Figure(dossier.Result?.Points)];
        book.Add(dossier.Id, 2, 2, [10, 28, 8, .. sheets.SelectMany(_ => new double[] { 9, 9 }), 10, 10, 8, 8, 10, 12, 36], [voices, heads, .. rows, total, .. Below(view, dossier, words)]);
    }

    /// <summary>What the marks come to, and the seats whose sheets are not among them, by their state: no blank is left unexplained.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Below(MinutesView view, DossierMinutes dossier, MinutesWords words)
    {
        if (dossier.Result is { } result)
            yield return [words["Col.Rate"], words["Marks.RateIs", result.Rate, words[result.Valid != true ? "Result.NotValid" : result.Passes == true ? "Result.Passes" : "Result.Below"]]];
        foreach (var seat in (dossier.Attendance ?? []).Where(a => a.State is not (SeatState.Submitted or SeatState.Late or SeatState.Signed)))
            yield return [words["Marks.NotCounted"], words["Marks.NotCountedIs", words.Seat(seat.Seat), view.Panel.First(p => p.Seat == seat.Seat).Name, words.Domain("SeatState", seat.State)]];
    }

    private static IEnumerable<object?> Pair(MarkMinutes? mark, MinutesWords words) =>
        mark is null ? [null, null] : [mark.First is { } first ? first : words["Marks.None"], mark.Final is { } final ? final : words["Marks.None"]];

    /// <summary>Attendance, recusals, closings, movements, minority opinions and signatures: the tables of the paper, as it sets them.</summary>
    private static void Record(Workbook book, MinutesView view, MinutesWords words)
    {
        var paper = new MinutesPaper(view, words);
        if (paper.RegisterTable() is { } register)
            book.Add(register.Caption, 1, 1, [.. register.Columns.Select(c => 6.0 + 3 * c.Width)], [[.. register.Columns.Select(c => (object?)c.Head)], .. register.Rows.Select(r => (IReadOnlyList<object?>)[.. r])]);
        string[] told = ["Attendance.Title", "Absence.Title", "Recusal.Title", "Site.Title", "Closing.Title", "Movement.Title", "Minority.Title", "Signatures.Title"];
        foreach (var part in told)
        {
            var tables = paper.Tables(words[part]).ToArray();
            if (tables.Length == 0) continue;
            var columns = tables[0].Table.Columns;
            book.Add(words[part], 1, 1, [12, .. columns.Select(c => 9.0 + 3 * c.Width)],
            [
                [words["Col.Id"], .. columns.Select(c => (object?)c.Head)],
                .. tables.SelectMany(t => t.Table.Rows.Select(r => (IReadOnlyList<object?>)[t.Dossier, .. r])),
            ]);
        }
    }

    private static object? Figure(string? shown) => decimal.TryParse(shown, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure : shown;
}
