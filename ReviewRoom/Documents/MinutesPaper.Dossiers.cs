using System.Collections.Immutable;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

// One dossier's part.
public sealed partial class MinutesPaper
{
    private IEnumerable<Piece> Part(DossierMinutes dossier, int number)
    {
        yield return new Title(2, dossier.Title is { } title ? words["Part.Title", number, title, dossier.Id] : words["Part.Withheld", number, dossier.Id], StartsPage: dossier.Items is not null);
        if (dossier.Phase is not { } phase)
        {
            yield return new Line(Withheld(dossier));
            yield break;
        }
        yield return Pairs("Part.Course",
            ("Course.Phase", words.Domain("Phase", phase)), ("Course.Kind", dossier.Kind is { } kind ? words.Domain("Kind", kind) : null), ("Course.Calibrates", dossier.Calibrates == true ? words["Calibration.NotCounted"] : null), ("Course.TakenOff", dossier.TakenOff), ("Course.Opened", words.Done(dossier.Opened)),
            ("Course.Revealed", words.Done(dossier.Revealed)), ("Course.RevealReason", dossier.RevealReason),
            ("Course.Missing", dossier.MissingAtReveal is { } missing ? words.Seats(missing) : null), ("Course.Closed", words.Done(dossier.Closed)), ("Course.Signed", MinutesWords.At(dossier.SignedAt)));
        foreach (var pause in dossier.Pauses ?? []) yield return new Line(Paused(pause));
        foreach (var piece in Attending(dossier)) yield return piece;
        foreach (var piece in Recusing(dossier)) yield return piece;
        foreach (var piece in OnSite(dossier)) yield return piece;
        if (dossier.Items is { } items)
        {
            foreach (var piece in Scored(dossier, items)) yield return piece;
        }
        else yield return new Line(words[phase < Phase.Deliberation ? "Part.Sealed" : "Part.NotYours"]);
        foreach (var told in dossier.Disclosures ?? []) yield return new Line(words["Disclosed", MinutesWords.At(told.At), words.Person(told.By), told.Reason, words.Behind(nameof(dossier.Disclosures)) ?? ""]);
    }

    private IEnumerable<Piece> Attending(DossierMinutes dossier)
    {
        yield return new Title(3, words["Attendance.Title"], words.Behind(nameof(dossier.Attendance)));
        yield return Table("Attendance.Title",
            [new(words["Col.Seat"], 2), new(words["Col.Name"], 3), new(words["Col.State"], 3), new(words["Col.Declared"], 4), new(words["Col.Submitted"], 4), new(words["Col.Certified"], 4)],
            (dossier.Attendance ?? []).Select(a => Row(words.Seat(a.Seat), view.Panel.First(p => p.Seat == a.Seat).Name, words.Domain("SeatState", a.State), MinutesWords.At(a.DeclaredAt),
                a.Late == true ? words["Attendance.Late", MinutesWords.At(a.SubmittedAt)] : MinutesWords.At(a.SubmittedAt), MinutesWords.At(a.CertifiedAt))));
        foreach (var seat in dossier.Attendance ?? [])
        {
            if (seat.Paper is { By: { } by, ConfirmedBy: { } second } paper) yield return new Line(words["Attendance.Paper", words.Seat(seat.Seat), MinutesWords.At(paper.At), words.Person(by), words.Person(second)]);
            else if (seat.Paper is { } own) yield return new Line(words["Attendance.PaperOwn", words.Seat(seat.Seat), MinutesWords.At(own.At)]);
        }
        if (dossier.Absences is { } absences)
            yield return Table("Absence.Title", [new(words["Col.AbsentSeat"], 2), new(words["Col.From"], 4), new(words["Col.Until"], 4), new(words["Col.Reason"], 6)],
                absences.Select(a => Row(words.Seat(a.Seat), MinutesWords.At(a.From), a.Until is { } until ? MinutesWords.At(until) : words["Absence.Still"], a.Reason ?? "")));
        else yield return new Line(words["Absence.None"]);
    }

    /// <summary>Of a site review: each question with its finding.</summary>
    private IEnumerable<Piece> OnSite(DossierMinutes dossier)
    {
        if (view.SiteReviewOf is null) yield break;
        yield return new Title(3, words["Site.Title"], words.Behind(nameof(dossier.SiteIssues)));
        if (dossier.SiteIssues is not { } issues) yield return new Line(words["Site.None"]);
        else
            yield return Table("Site.Title", [new(words["Col.Criterion"], 2), new(words["Col.Question"], 6), new(words["Col.Found"], 3), new(words["Col.FoundText"], 6), new(words["Col.By"], 2), new(words["Col.At"], 4)],
                issues.Select(i => Row(i.Criterion, i.Text, i.Finding is { } found ? words.Domain("SiteOutcome", found.Outcome) : words["Site.Waits"], i.Finding?.Text ?? "", i.Finding is { } by ? words.Seat(by.Seat) : "", MinutesWords.At(i.Finding?.At))));
    }

    private IEnumerable<Piece> Recusing(DossierMinutes dossier)
    {
        yield return new Title(3, words["Recusal.Title"], words.Behind(nameof(dossier.Recusals)));
        if (dossier.Recusals is not { } recusals) yield return new Line(words["Recusal.None"]);
        else if (recusals.All(r => r.Person is null))
            yield return Table("Recusal.Title", [new(words["Col.Recused"], 3), new(words["Col.Since"], 5)], recusals.Select(r => Row(words.Seat(r.Seat ?? ""), MinutesWords.At(r.At))));
        else
            yield return Table("Recusal.Title", [new(words["Col.Recused"], 3), new(words["Col.Since"], 4), new(words["Col.State"], 3), new(words["Col.Ground"], 6), new(words["Col.Steps"], 7)],
                recusals.Select(r => Row(r.Seat is { } seat ? $"{words.Seat(seat)} {words.Person(r.Person)}" : words["Recusal.Office", words.Person(r.Person)],
                    MinutesWords.At(r.At), r.State is { } state ? words.Domain("ConflictState", state) : "", Ground(r), Steps(r))));
    }

    private string Ground(RecusalMinutes recusal)
    {
        var kind = Invariant($"{words.Domain("Conflict", recusal.Type ?? "")} · {words.Domain("ConflictSource", recusal.Source ?? default)} · {words.Domain("ConflictStrength", recusal.Strength ?? default)}");
        string[] said =
        [
            kind, recusal.Note is { Length: > 0 } note ? words["Recusal.Note", note] : "", recusal.Contest is { } contest ? words["Recusal.Contest", contest] : "",
            recusal.Reason is { } reason ? words["Recusal.Reason", reason] : "",
        ];
        return string.Join('\n', said.Where(s => s.Length > 0));
    }

    private string Steps(RecusalMinutes recusal) => string.Join('\n', (recusal.Steps ?? []).Select(s =>
        words[s.Effective ? "Step" : "Step.First", words[$"Step.{s.Kind}"], words.Person(s.By), MinutesWords.At(s.At)]));

    private IEnumerable<Piece> Scored(DossierMinutes dossier, ImmutableArray<ItemMinutes> items)
    {
        foreach (var piece in Resulting(dossier)) yield return piece;
        foreach (var piece in Agreeing(dossier)) yield return piece;
        foreach (var piece in Marks(dossier, items)) yield return piece;
        foreach (var piece in Settled(dossier, items)) yield return piece;
        if (view.Rehearsal is null && dossier.Signatures is { } signatures) foreach (var piece in Signing(dossier, signatures)) yield return piece;
    }

    private IEnumerable<Piece> Resulting(DossierMinutes dossier)
    {
        yield return new Title(3, words["Result.Title"], words.Behind(nameof(dossier.Result)));
        if (dossier.Result is not { } result)
        {
            yield return new Line(words["Result.None"]);
            yield break;
        }
        yield return Table("Result.Title",
            [new(words["Col.Basis"], 5), new(words["Col.Sheets"], 2, true), new(words["Col.Points"], 3, true), new(words["Col.Exact"], 3, true), new(words["Col.Rate"], 3, true), new(words["Col.Line"], 3, true), new(words["Col.Passes"], 3)],
            [Counted(words["Result.Official"], result, dossier), .. dossier.WithVoided is { } with ? [Counted(words["Result.WithVoided", words.Seats(with.Seats)], with.Result, dossier)] : ImmutableArray<ImmutableArray<string>>.Empty]);
        if (result.Complete != true) yield return new Line(words["Result.Incomplete"]);
        if (result.Valid != true) yield return new Line(words["Result.TooFew", result.N, view.Settings.Minimum]);
        if (result.Spread is { } spread) yield return new Line(words["Result.Spread", spread]);
    }

    private ImmutableArray<string> Counted(string basis, AggregateView result, DossierMinutes dossier) =>
        Row(basis, MinutesWords.Figure(result.N), result.Points ?? "", result.Exact ?? "", result.Rate + " %", dossier.Line ?? "", Passes(result));

    private IEnumerable<Piece> Agreeing(DossierMinutes dossier)
    {
        if (dossier.Consensus is not { } c) yield break;
        yield return new Title(3, words["Consensus.Title"]);
        yield return new Line(words["Consensus.Is", words[c.Reached ? "Consensus.Reached" : "Consensus.Open"], c.Agreed, c.Watch, c.Disputed, c.Settled]);
        if (!c.Open.IsEmpty) yield return new Line(words["Consensus.Items", string.Join(words["Separator"], c.Open)]);
        (string Key, string? Value)[] figures = [("Alpha", c.Alpha), ("Icc21", c.Icc21), ("Icc2k", c.Icc2k), ("W", c.W)];
        var known = figures.Where(f => f.Value is not null).ToArray();
        if (known.Length == 0) yield break;
        yield return Table("Consensus.Figures", [new(words["Col.Figure"], 4), new(words["Col.Value"], 2, true), new(words["Col.Meaning"], 9)],
            known.Select(f => Row(words.Domain("Statistic", f.Key), f.Value ?? "", words.Domain("Statistic", f.Key + ".Why"))));
        yield return new Line(words["Consensus.Over", c.CompleteSheets ?? 0]);
    }

    private IEnumerable<Piece> Signing(DossierMinutes dossier, ImmutableArray<SignatureLine> lines)
    {
        yield return new Title(3, words["Signatures.Title"], words.Behind(nameof(dossier.Signatures)));
        yield return new Line(words["Signatures.Lead", dossier.Title ?? dossier.Id, dossier.Result?.Points ?? "", dossier.Result?.Rate ?? ""], LeadsOn: true);
        yield return new Grid(words["Signatures.Title"],
            [new(words["Col.Seat"], 2), new(words["Col.Name"], 3), new(words["Col.State"], 2), new(words["Col.SignedAt"], 4), new(words["Col.Dissent"], 5), new(words["Col.Ink"], 5), new(words["Col.Date"], 3)],
            [.. lines.Select(s => Row(words.Seat(s.Seat), view.Panel.First(p => p.Seat == s.Seat).Name, words.Domain("SeatState", s.State), MinutesWords.At(s.At), s.Dissent ?? "", "", ""))], HasInk: true);
        if (dossier.Head is { } head) yield return new Line(words["Signatures.Head", MinutesWords.At(dossier.SignedAt), head, words.Behind(nameof(dossier.Head)) ?? ""]);
        else if (dossier.Phase != Phase.Signed) yield return new Line(words["Signatures.Open"]);
        foreach (var line in Later(dossier)) yield return line;
    }

    /// <summary>What came after the last signature: the head above does not cover it.</summary>
    private IEnumerable<Piece> Later(DossierMinutes dossier)
    {
        if (dossier.AfterSignature is not { } later) yield break;
        yield return new Line(words["Signatures.Later", later.Length], LeadsOn: true);
        foreach (var entry in later) yield return new Line(words["Signatures.LaterIs", MinutesWords.At(entry.At), words.Domain("Entry", entry.Kind), words.Person(entry.By)]);
    }
}
