using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Tests.Law;

/// <summary>The book of the regulation driven as the ledger drives it, with the data that ships as its first version.</summary>
internal sealed class ABook
{
    private int entries;

    public static Regulation Shipped { get; } = RegulationFile.Read(Tests.Shipped.Bytes("scheme/yangquan-quality-award.json")).Regulation ?? throw new InvalidOperationException("The data that ships is not sound.");

    public static DateOnly Today => ChinaTime.DayOf(Given.Start);

    public RegulationBook Book { get; private set; } = RegulationBook.Named("law-1");

    public static ABook Begun()
    {
        var book = new ABook();
        book.Do(Person.System, new TakeRegulation(Shipped));
        return book;
    }

    /// <summary>Another text for article 14, or what else is asked for.</summary>
    public AmendRegulation Amend(DateOnly? from = null, string reason = "because", ImmutableArray<ArticleWording>? articles = null, ImmutableArray<StepWording>? steps = null) =>
        new(Book.Exists ? Book.Newest.Number : 1, from ?? Today, reason, articles ?? [Wording(14, $"text after {entries}")], steps);

    public static ArticleWording Wording(int number, string text) => new(number, Shipped.Articles[number - 1].Title, text, null);

    public static ImmutableArray<StepWording> Steps(Func<ProcedureStep, StepWording?>? change = null) =>
        [.. Shipped.Steps.Select(s => change?.Invoke(s) ?? new StepWording(s.Key, s.Name, s.Days))];

    public void Do(Person by, RegulationAct act)
    {
        var outcome = Book.Decide(act, Asking(by));
        var happened = outcome.Event ?? throw new InvalidOperationException($"Refused: {outcome.Refusal}");
        entries++;
        Book = Book.Apply(Canonical.Read<RegulationEvent>(Canonical.Bytes(happened)), new Stamp(entries, Given.Start.AddMinutes(entries), by.Id));
    }

    public Refusal Refused(Person by, RegulationAct act) => Book.Decide(act, Asking(by)).Refusal ?? throw new InvalidOperationException("Not refused.");

    private static Asking Asking(Person by) => new(by, Given.Start, new byte[32]);
}
