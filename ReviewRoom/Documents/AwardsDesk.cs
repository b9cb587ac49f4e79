using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Resources;

namespace ReviewRoom.Documents;

/// <summary>The papers of the register of awards, for one person as he may have them now, in the language he reads.</summary>
public sealed class AwardsDesk(LiveAwards awards, LettersDesk letters, IStringLocalizer<AwardsText> text, IStringLocalizer<DomainText> domain)
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Book = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private AwardPapers Papers => new(text, domain, awards.Today);

    /// <summary>Certificate and plaque, for the office; null for all others and where there is no such award.</summary>
    public ImmutableArray<Piece>? Certificate(string personId, string award, Uri address) => Seen(personId, award) is { } view ? Papers.Certificate(view, letters.CertificateOf(view.Award.Entry), address) : null;

    public Handout? CertificateFile(string personId, string award, Uri address) => Certificate(personId, award, address) is { } pieces
        ? new Handout(WordPaper.Of(text["Cert.Title"], pieces, CultureInfo.CurrentUICulture.Name, text["PageOf"]), Word) : null;

    /// <summary>The payments of a year, for office, supervisor and finance.</summary>
    public ImmutableArray<Piece>? Payments(string personId, int year) => IsYear(year) && awards.View(personId) is { } view ? Papers.Payments(view, year) : null;

    public Handout? PaymentsFile(string personId, int year) => IsYear(year) && awards.View(personId) is { } view ? new Handout(Papers.PaymentBook(view, year), Book) : null;

    private static bool IsYear(int year) => year is >= 2000 and <= 2100;

    private HeldAwardView? Seen(string personId, string award) =>
        awards.View(personId) is { Role: "office" } view ? view.Awards.FirstOrDefault(a => a.Award.Entry.Id == award) : null;
}
