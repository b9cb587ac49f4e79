using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Intake;

/// <summary>One record as somebody writes it by hand: the same columns as an imported sheet, and the same checks.</summary>
public sealed class RecordEntry
{
    public RegisterKind Kind { get; init; }

    /// <summary>Text by column.</summary>
    public Dictionary<string, string> Main { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The facts about it, each text by column.</summary>
    public List<Dictionary<string, string>> Facts { get; init; } = [];

    public static RecordEntry Of(ExpertRecord e) => new()
    {
        Kind = RegisterKind.Experts,
        Main = Cells(("id", e.Id), ("name", e.Name), ("employer", e.Employer.Name), ("employerCode", e.Employer.CreditCode), ("title", e.Title), ("specialties", string.Join("; ", e.Specialties))),
        Facts =
        [
            .. e.Posts.Select(p => Tie("employment", p.Organisation, p.When, ("what", p.Title))),
            .. e.Relatives.SelectMany(r => r.Posts.Select(p => Tie("relative", p.Organisation, p.When, ("what", p.Title), ("relation", r.Relation), ("relative", r.Name)))),
            .. e.Holdings.Select(h => Tie("holding", h.Organisation, h.When, ("percent", Percent(h.Percent)))),
            .. e.Advice.Select(a => Tie("advice", a.Client, a.When, ("what", a.Kind), ("paid", a.Paid ? "yes" : "no"))),
            .. e.Offices.Select(p => Tie("office", p.Organisation, p.When, ("what", p.Title))),
            .. e.Disputes.Select(d => Tie("dispute", d.Organisation, d.When, ("what", d.Matter))),
            .. e.Assistance.Select(a => Cells(("fact", "assistance"), ("applicant", a.Applicant), ("what", a.What), ("from", Day(a.On)))),
            .. e.OtherRelations.Select(o => Cells(("fact", "other"), ("applicant", o.Applicant), ("what", o.What))),
        ],
    };

    /// <param name="word">The word of a key, in the reader's language: main, nomination, revoked.</param>
    public static RecordEntry Of(ApplicantRecord a, Func<string, string> word) => new()
    {
        Kind = RegisterKind.Applicants,
        Main = Cells(
            ("id", a.Id), ("kind", a.Own is null ? "individual" : "organisation"), ("name", a.Name), ("shortName", a.Own?.ShortName), ("creditCode", a.Own?.CreditCode), ("head", a.Own?.HeadName),
            ("controller", a.Own?.Controller?.Name), ("employer", a.Employer?.Name), ("employerCode", a.Employer?.CreditCode), ("awards", AwardText.Write(a.Won, word))),
        Facts = a.Own is not { } own ? [] :
        [
            .. own.Holders.Select(h => Cells(("role", "shareholder"), ("organisation", h.Name), ("creditCode", h.Organisation?.CreditCode), ("percent", Percent(h.Percent)))),
            .. own.Suppliers.Select(o => Cells(("role", "supplier"), ("organisation", o.Name), ("creditCode", o.CreditCode))),
            .. own.Customers.Select(o => Cells(("role", "customer"), ("organisation", o.Name), ("creditCode", o.CreditCode))),
            .. own.Competitors.Select(o => Cells(("role", "competitor"), ("organisation", o.Name), ("creditCode", o.CreditCode))),
        ],
    };

    public static RecordEntry Of(Organisation o) => new()
    {
        Kind = RegisterKind.Organisations,
        Main = Cells(("id", o.Id), ("name", o.Name), ("shortName", o.ShortName), ("creditCode", o.CreditCode), ("controller", o.Controller?.Name)),
    };

    public static RecordEntry Of(Domain.Sessions.Body b) => new()
    {
        Kind = RegisterKind.Bodies,
        Main = Cells(("id", b.Id), ("name", b.FullName), ("shortName", b.ShortName), ("bodyKind", BodyIntake.WordOf(b.Kind)), ("consulted", b.IsConsulted ? "yes" : "no")),
    };

    internal SheetRow Row => RowOf(1, Main);

    internal IReadOnlyList<SheetRow> FactRows => [.. Facts.Select((f, i) => RowOf(i + 2, f))];

    private static SheetRow RowOf(int number, Dictionary<string, string> cells) =>
        new(number, cells.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToImmutableDictionary(c => c.Key, c => c.Value.Trim()), []);

    private static Dictionary<string, string> Tie(string fact, OrganisationRef organisation, Span when, params (string, string?)[] more) =>
        Cells([("fact", fact), ("organisation", organisation.Name), ("creditCode", organisation.CreditCode), ("from", Day(when.From)), ("to", Day(when.To)), .. more]);

    private static Dictionary<string, string> Cells(params (string Column, string? Text)[] cells) =>
        cells.Where(c => !string.IsNullOrEmpty(c.Text)).ToDictionary(c => c.Column, c => c.Text ?? "", StringComparer.Ordinal);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Percent(decimal percent) => percent.ToString(CultureInfo.InvariantCulture);
}
