using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

/// <summary>Sets the minutes of a room as a paper: heading, panel, overview, one part per dossier with its signature sheet, the articles cited.</summary>
public sealed partial class MinutesPaper(MinutesView view, MinutesWords words)
{
    public string Name => words["Title", view.Title];

    public ImmutableArray<Piece> Pieces() =>
    [
        new Title(1, Name), .. Head(), .. Panel(), .. Register(), .. Overview(),
        .. view.Dossiers.SelectMany((dossier, place) => Part(dossier, place + 1)), .. Cited(),
    ];

    /// <summary>The tables of one kind, of each dossier.</summary>
    public IEnumerable<(string Dossier, Grid Table)> Tables(string caption) =>
        view.Dossiers.SelectMany((dossier, place) => Part(dossier, place + 1).OfType<Grid>().Where(g => g.Caption == caption).Select(g => (dossier.Id, g)));

    private IEnumerable<Piece> Head()
    {
        var rubric = view.Rubric;
        yield return new Line(view.Rehearsal == true ? words["Rehearsal.Line"] : words[$"Copy.{view.Viewer.Kind}", view.Viewer.Seat ?? ""]);
        yield return Pairs("Head.Caption",
            ("Head.Session", view.SessionTitle), ("Head.SiteReview", view.SiteReviewOf is { } documents ? words["Head.SiteReviewIs", documents] : null), ("Head.Room", words["Head.RoomIs", view.Title, view.Room]),
            ("Head.Rubric", words[rubric.Provisional ? "Head.RubricProvisional" : "Head.RubricIs", MinutesWords.In(rubric.Name), rubric.Version, rubric.Standard, rubric.Points]),
            ("Head.Settings", Settings()), ("Head.SetUp", MinutesWords.At(view.SetUpAt)), ("Head.Zone", $"UTC{view.SetUpAt.ToLocalTime():zzz}"));
    }

    private string Settings()
    {
        var s = view.Settings;
        return words["Head.SettingsAre", s.Minimum, words.Domain("Setting.OfficialAggregate", s.OfficialAggregate), words.Domain("Setting.Trimming", s.Trimming), words.Domain("Setting.MarkNames", s.MarkNames)];
    }

    private IEnumerable<Piece> Panel()
    {
        yield return new Title(2, words["Panel.Title"], words.Article(16));
        yield return Table("Panel.Title", [new(words["Col.Seat"], 2), new(words["Col.Name"], 4), new(words["Col.Role"], 4)],
            view.Panel.Select(p => Row(words.Seat(p.Seat), p.Name, p.Leader == true ? words["Role.Leader"] : words["Role.Expert"])));
        if (view.Draw is { } draw) yield return new Line(words["Panel.Drawn", draw]);
        foreach (var seat in view.Replaced ?? [])
            yield return new Line(words["Panel.Replaced", words.Seat(seat.Seat), seat.Before, seat.After, MinutesWords.At(seat.At), words.Person(seat.By)]);
        foreach (var term in view.Deputies ?? [])
            yield return new Line(term.Seat is { } seat ? words["Panel.Deputy", words.Seat(seat), MinutesWords.At(term.At)] : words["Panel.LeaderAgain", MinutesWords.At(term.At)]);
        var sittings = view.Sittings ?? [];
        for (var i = 0; i < sittings.Length; i++) yield return new Line(Sat(sittings[i], i + 1));
        foreach (var pause in view.Pauses) yield return new Line(Paused(pause));
    }

    private string Sat(Sitting sitting, int number) => sitting switch
    {
        { To: null } => words["Sitting.Now", number, MinutesWords.At(sitting.From)],
        { Until: null } => words["Sitting", number, MinutesWords.At(sitting.From), MinutesWords.At(sitting.To), sitting.Reason ?? ""],
        _ => words["Sitting.Until", number, MinutesWords.At(sitting.From), MinutesWords.At(sitting.To), sitting.Reason ?? "", MinutesWords.At(sitting.Until)],
    };

    private string Paused(Pause pause) => pause.Until is { } until
        ? words["Pause", MinutesWords.At(pause.From), MinutesWords.At(until), pause.Reason] : words["Pause.Still", MinutesWords.At(pause.From), pause.Reason];

    private IEnumerable<Piece> Overview()
    {
        yield return new Title(2, words["Overview.Title"], words.Article(11));
        yield return Table("Overview.Title",
            [new(words["Col.Id"], 3), new(words["Col.Dossier"], 7), new(words["Col.Phase"], 4), new(words["Col.Sheets"], 3, true), new(words["Col.Points"], 3, true), new(words["Col.Rate"], 3, true),
             new(words["Col.Passes"], 3), new(words["Col.Consensus"], 4)],
            view.Dossiers.Select(d => d.Phase is not { } phase ? Row(d.Id, Withheld(d), "", "", "", "", "", "")
                : Row(d.Id, d.Title ?? "", words.Domain("Phase", phase), MinutesWords.Figure(d.Result?.N), d.Result?.Points ?? "", d.Result is { } r ? r.Rate + " %" : "", d.Calibrates == true ? words["Calibration.NotCounted"] : Passes(d.Result), Reached(d))));
    }

    private string Withheld(DossierMinutes dossier) => words[dossier.Recused == true ? "Withheld.Recused" : "Withheld.Suspended"];

    private string Passes(AggregateView? result) => result?.Passes is not { } passes ? "" : result.Valid != true ? words["Result.NotValid"] : words[passes ? "Result.Passes" : "Result.Below"];

    private string Reached(DossierMinutes dossier) => dossier.Consensus is { } c ? words[c.Reached ? "Consensus.Reached" : "Consensus.Open"] : "";

    private IEnumerable<Piece> Cited()
    {
        yield return new Title(2, words["Articles.Title"]);
        yield return new Line(words["Articles.Are", string.Join(words["Separator"], view.Articles.Select(a => words.Article(a.Number)))]);
        if (view.Articles.Any(a => a.Provisional)) yield return new Line(words["Articles.Provisional"]);
    }

    private Grid Table(string caption, ImmutableArray<PaperColumn> columns, IEnumerable<ImmutableArray<string>> rows) => new(words[caption], columns, [.. rows]);

    /// <summary>A table of two columns: what, and its value; pairs without a value are left out.</summary>
    private Grid Pairs(string caption, params (string Key, string? Value)[] pairs) =>
        Table(caption, [new(words["Col.What"], 3), new(words["Col.Value"], 9)], pairs.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => Row(words[p.Key], p.Value ?? "")));

    private static ImmutableArray<string> Row(params string[] cells) => [.. cells];

    private static string Invariant(FormattableString said) => said.ToString(CultureInfo.InvariantCulture);
}
