using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Resources;

namespace ReviewRoom.Documents;

/// <summary>Sets the papers of the register of awards: the payment list of a year, certificate and plaque of an award.</summary>
/// <param name="today">Day of the paper.</param>
public sealed class AwardPapers(IStringLocalizer<AwardsText> text, IStringLocalizer<DomainText> domain, DateOnly today)
{
    /// <summary>Certificate and wording of the plaque.</summary>
    /// <param name="certificate">The text, by the office's template.</param>
    /// <param name="address">Where it is verified, with the code.</param>
    public ImmutableArray<Piece> Certificate(HeldAwardView view, IEnumerable<PaperBlock> certificate, Uri address)
    {
        var (award, entry) = (view.Award, view.Award.Entry);
        List<Piece> pieces = [];
        if (view.Standing != AwardStanding.Valid) pieces.Add(new Line(text["Cert.Ended", domain[$"Standing.{view.Standing}"]]));
        pieces.AddRange(certificate.Select(Certified));
        pieces.Add(new QrPiece(new Uri(address, $"/verify/{award.Code}").ToString(), text["Cert.Qr"]));
        pieces.Add(new Line(text["Cert.Verify", new Uri(address, "/verify"), award.Code]));
        pieces.Add(new Title(2, text["Plaque.Heading"], StartsPage: true));
        pieces.Add(new Grid(text["Plaque.Table"], [new(text["Plaque.What"], 3), new(text["Plaque.Value"], 9)], [.. Plaque(entry).Select(line => ImmutableArray.Create(line.What, line.Value))]));
        return [.. pieces];
    }

    /// <summary>Large, as on a certificate.</summary>
    private static Piece Certified(PaperBlock block) => block.Role switch
    {
        BlockRole.Title => new Title(1, block.Text),
        BlockRole.Signed => new Line(block.Text, LeadsOn: true, IsSignature: true, IsLarge: true),
        _ => new Line(block.Text, LeadsOn: block.Role == BlockRole.Addressee, IsLarge: true),
    };

    private IEnumerable<(string What, string Value)> Plaque(AwardEntry entry)
    {
        yield return (text["Plaque.Award"], text[$"Award.{Key(entry.Grade)}"]);
        yield return (text["Plaque.Holder"], entry.HolderName);
        yield return (text["Plaque.Session"], entry.SessionTitle);
        if (entry.Number is not null) yield return (text["Plaque.Number"], text.Number(entry.ConferredOn, entry.Number));
        yield return (text["Plaque.Issuer"], text["Cert.Issuer"]);
        yield return (text["Plaque.On"], Long(entry.ConferredOn));
    }

    /// <summary>What was paid in a year against its budget, and, in the running year, what is still owed.</summary>
    public ImmutableArray<Piece> Payments(AwardsView view, int year)
    {
        var list = new PaymentList(view, year, today);
        List<Piece> pieces = [new Title(1, text["Pay.Title", year]), new Line(text["Pay.Lead"]), new Line(About(list))];
        if (list.Owed.Length > 0) pieces.Add(new Line(Covered(list)));
        pieces.Add(list.Paid.IsEmpty ? new Line(text["Pay.None"]) : new Grid(text["Pay.Table"], Columns(withVoucher: true), [.. list.Paid.Select((row, place) => Cells(row, place + 1, true)), Total(list.PaidYuan, 9)]));
        if (list.Owed.Length > 0)
        {
            pieces.Add(new Title(2, text["Pay.OwedTable"]));
            pieces.Add(new Grid(text["Pay.OwedTable"], Columns(withVoucher: false), [.. list.Owed.Select((row, place) => Cells(row, place + 1, false)), Total(list.OwedYuan, 7)]));
        }
        pieces.Add(new Line(text["Pay.Issued", AwardWords.Day(today)], IsSignature: true));
        return [.. pieces];
    }

    /// <summary>The same as a workbook.</summary>
    public byte[] PaymentBook(AwardsView view, int year)
    {
        var list = new PaymentList(view, year, today);
        using var book = new Workbook();
        double[] widths = [6, 22, 34, 14, 8, 14, 12, 14, 22];
        book.Add(
            text["Pay.Sheet"], 1, 1, widths,
            [
                [.. Columns(withVoucher: true).Select(c => (object?)c.Head)], .. list.Paid.Select((row, place) => Row(row, place + 1)), [text["Pay.Total"].Value, null, null, null, null, list.PaidYuan], [],
                [null, null, About(list)],
            ]);
        if (list.Owed.Length > 0)
            book.Add(text["Pay.OwedTable"], 1, 1, widths[..7], [[.. Columns(withVoucher: false).Select(c => (object?)c.Head)], .. list.Owed.Select((row, place) => Row(row, place + 1)[..7]), [text["Pay.Total"].Value, null, null, null, null, list.OwedYuan]]);
        return book.Bytes();
    }

    private ImmutableArray<PaperColumn> Columns(bool withVoucher)
    {
        ImmutableArray<PaperColumn> columns =
        [
            new(text["Pay.Col.No"], 5, true), new(text["Pay.Col.Number"], 14), new(text["Pay.Col.Holder"], 19), new(text["Pay.Col.Award"], 9), new(text["Pay.Col.Kind"], 5), new(text["Pay.Col.Sum"], 9, true), new(text["Pay.Col.Article"], 8),
        ];
        return withVoucher ? [.. columns, new(text["Pay.Col.On"], 10), new(text["Pay.Col.Voucher"], 14)] : columns;
    }

    private ImmutableArray<string> Cells(PaymentRow row, int place, bool withVoucher)
    {
        var cells = Row(row, place).Select(cell => cell switch { int yuan => AwardWords.Yuan(yuan), _ => $"{cell}" });
        return [.. withVoucher ? cells : cells.Take(7)];
    }

    private object?[] Row(PaymentRow row, int place)
    {
        var entry = row.Award.Entry;
        return
        [
            place, text.Number(entry.ConferredOn, entry.Number), entry.HolderName, domain[$"Grade.{Key(entry.Grade)}"].Value, domain[$"Kind.{entry.Kind}"].Value, row.Yuan, domain["Article", row.Article].Value,
            row.On is { } on ? AwardWords.Day(on) : "", row.Voucher ?? "",
        ];
    }

    private ImmutableArray<string> Total(int yuan, int columns) => [.. Enumerable.Range(0, columns).Select(place => place switch { 2 => text["Pay.Total"].Value, 5 => AwardWords.Yuan(yuan), _ => "" })];

    private string About(PaymentList list) => list.Budget is { } budget
        ? text["Pay.Budget", AwardWords.Yuan(budget.Yuan), budget.Document] + text["Pay.Sums", AwardWords.Yuan(list.PaidYuan), AwardWords.Yuan(budget.LeftYuan)] : text["Pay.NoBudget"];

    private string Covered(PaymentList list) => text["Pay.Owed", AwardWords.Yuan(list.OwedYuan), (list.Budget?.LeftYuan ?? 0) is var left && left >= list.OwedYuan ? text["Pay.Covered"] : text["Pay.Short", AwardWords.Yuan(list.OwedYuan - left)]];

    private static string Key(Grade grade) => grade == Grade.Main ? "main" : "nomination";

    private string Long(DateOnly day) => day.ToString(text["Cert.Day"], CultureInfo.InvariantCulture);
}
