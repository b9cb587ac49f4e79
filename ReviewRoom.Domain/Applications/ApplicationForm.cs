using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Applications;

/// <summary>What a fact that speaks against a condition is about (Articles 8 and 9).</summary>
public enum IncidentKind { Quality, Environment, Safety, PublicHealth, FoodSafety, Complaint, Penalty, Dishonesty }

/// <summary>A fact that speaks against a condition, with its day.</summary>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="IsMajor">As the department concerned has determined; absent as long as none has.</param>
/// <param name="Source">The document it stands in; up to 200 characters.</param>
public sealed record Incident(DateOnly On, IncidentKind Kind, string Text, bool? IsMajor = null, string? Source = null);

/// <summary>A paper that shows something.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="File">Id of the attached file; absent where it is handed in on paper.</param>
public sealed record Evidence(string Name, string? File = null);

/// <summary>What an applicant declares of one condition.</summary>
/// <param name="Condition">E1 to E7.</param>
/// <param name="Holds">Absent as long as it is not answered.</param>
/// <param name="Statement">Up to 2,000 characters.</param>
public sealed record Declaration(string Condition, bool? Holds, string? Statement, ImmutableArray<Incident> Incidents, ImmutableArray<Evidence> Evidence);

/// <summary>The application form (申报表), as a whole. What is not known yet may be missing until it is submitted.</summary>
/// <param name="Contact">Who is asked about it.</param>
/// <param name="Declarations">One for each condition the applicant speaks to.</param>
/// <param name="CreditCode">Unified social credit code of an organisation.</param>
/// <param name="Founded">The day an organisation was founded, by which Article 8(1) is counted.</param>
/// <param name="Head">Legal representative.</param>
/// <param name="Employer">Where an individual works.</param>
/// <param name="Recommender">Id of the county government or department an individual names; absent for the one of the invitation.</param>
[Article(8, 9, 13)]
public sealed record ApplicationForm(
    string Contact, string Phone, string Email, ImmutableArray<Declaration> Declarations, string? CreditCode = null, string? LegalForm = null, bool? IsLegalPerson = null, DateOnly? Founded = null,
    string? Head = null, string? Industry = null, string? Employer = null, string? EmployerCode = null, string? Post = null, string? Recommender = null)
{
    public const int LongestLine = 200;
    public const int LongestStatement = 2_000;
    public const int LongestFact = 1_000;

    /// <summary>Incidents, and papers, of one condition.</summary>
    public const int MostOfEach = 30;

    /// <summary>A form in which nothing is said yet.</summary>
    public static readonly ApplicationForm Blank = new("", "", "", []);

    public Declaration? Of(string condition) => Declarations.FirstOrDefault(d => d.Condition == condition);

    /// <summary>The first thing that cannot stand in the ledger, or null.</summary>
    public Refusal? Fault(ApplicantKind kind)
    {
        (string? Text, string Field)[] lines =
        [
            (Contact, "contact"), (Phone, "phone"), (Email, "email"), (CreditCode, "creditCode"), (LegalForm, "legalForm"), (Head, "head"), (Industry, "industry"), (Employer, "employer"),
            (EmployerCode, "employerCode"), (Post, "post"), (Recommender, "recommender"),
        ];
        if (lines.FirstOrDefault(l => l.Text?.Length > LongestLine) is { Text: not null } longest) return new Refusal(RefusalCode.TextTooLong) { Field = longest.Field };
        if (Declarations.IsDefault || Declarations.Length > Conditions.Declared.Length || Declarations.Any(d => d is null || !Conditions.DeclaredBy(kind).Contains(d.Condition))) return Refusal.Malformed("declarations");
        if (Declarations.GroupBy(d => d.Condition, StringComparer.Ordinal).Any(g => g.Count() > 1)) return Refusal.Malformed("declarations");
        return Declarations.Select(FaultOf).FirstOrDefault(f => f is not null);
    }

    /// <summary>What is not filled in yet, by the keys of its words.</summary>
    [Article(13)]
    public ImmutableArray<string> Missing(ApplicantKind kind)
    {
        var lines = kind == ApplicantKind.Organisation
            ? new (bool IsMissing, string Key)[] { (Blank(CreditCode), "creditCode"), (Founded is null, "founded"), (IsLegalPerson is null, "legalPerson"), (Blank(Head), "head") }
            : [(Blank(Employer), "employer"), (Blank(Post), "post")];
        (bool IsMissing, string Key)[] contact = [(Blank(Contact), "contact"), (Blank(Phone), "phone")];
        return
        [
            .. lines.Concat(contact).Where(l => l.IsMissing).Select(l => l.Key),
            .. Conditions.DeclaredBy(kind).Where(c => Of(c) is not { Holds: not null, Evidence.IsEmpty: false }),
        ];

        static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);
    }

    private static Refusal? FaultOf(Declaration said)
    {
        if (said.Incidents.IsDefault || said.Incidents.Length > MostOfEach || said.Incidents.Any(i => i is null)) return Refusal.Malformed("incidents");
        if (said.Evidence.IsDefault || said.Evidence.Length > MostOfEach || said.Evidence.Any(e => e is null || string.IsNullOrWhiteSpace(e.Name) || e.File?.Length > Attachment.LongestName)) return Refusal.Malformed("evidence");
        if (said.Statement?.Length > LongestStatement) return new Refusal(RefusalCode.TextTooLong) { Field = "statement" };
        if (said.Evidence.Any(e => e.Name.Length > LongestLine)) return new Refusal(RefusalCode.TextTooLong) { Field = "evidence" };
        if (said.Incidents.Any(i => i.Source?.Length > LongestLine)) return new Refusal(RefusalCode.TextTooLong) { Field = "source" };
        return said.Incidents.Select(i => Refusal.OfText(i.Text, "incidents", LongestFact)).FirstOrDefault(f => f is not null);
    }
}
