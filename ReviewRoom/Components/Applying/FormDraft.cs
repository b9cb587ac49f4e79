using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Applying;

/// <summary>An application form while it is being filled in; kept in the browser until it is saved.</summary>
public sealed class FormDraft
{
    public string Contact { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string CreditCode { get; set; } = "";
    public string LegalForm { get; set; } = "";

    /// <summary>yes, no, or nothing said.</summary>
    public string LegalPerson { get; set; } = "";

    /// <summary>As a form has a day: 2004-05-18.</summary>
    public string Founded { get; set; } = "";
    public string Head { get; set; } = "";
    public string Industry { get; set; } = "";
    public string Employer { get; set; } = "";
    public string EmployerCode { get; set; } = "";
    public string Post { get; set; } = "";
    public string Recommender { get; set; } = "";
    public List<DeclarationDraft> Declarations { get; set; } = [];

    public static FormDraft Of(ApplicationForm? form, ApplicantKind kind)
    {
        form ??= ApplicationForm.Blank;
        return new FormDraft
        {
            Contact = form.Contact,
            Phone = form.Phone,
            Email = form.Email,
            CreditCode = form.CreditCode ?? "",
            LegalForm = form.LegalForm ?? "",
            LegalPerson = form.IsLegalPerson switch { true => "yes", false => "no", _ => "" },
            Founded = form.Founded?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Head = form.Head ?? "",
            Industry = form.Industry ?? "",
            Employer = form.Employer ?? "",
            EmployerCode = form.EmployerCode ?? "",
            Post = form.Post ?? "",
            Recommender = form.Recommender ?? "",
            Declarations = [.. Conditions.DeclaredBy(kind).Select(c => DeclarationDraft.Of(form.Of(c) ?? new Declaration(c, null, null, [], [])))],
        };
    }

    public ApplicationForm Form() => new(
        Contact.Trim(), Phone.Trim(), Email.Trim(), [.. Declarations.Select(d => d.Declaration())], Said(CreditCode)?.ToUpperInvariant(), Said(LegalForm), LegalPerson switch { "yes" => true, "no" => false, _ => null },
        Day(Founded), Said(Head), Said(Industry), Said(Employer), Said(EmployerCode)?.ToUpperInvariant(), Said(Post), Said(Recommender));

    /// <summary>Does it say nothing but what is saved?</summary>
    public bool IsSame(ApplicationForm? saved, ApplicantKind kind) => Canonical.Bytes(Form()).AsSpan().SequenceEqual(Canonical.Bytes(Of(saved, kind).Form()));

    internal static string? Said(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What is being said of one condition.</summary>
public sealed class DeclarationDraft
{
    public string Condition { get; set; } = "";

    /// <summary>yes, no, or not answered.</summary>
    public string Holds { get; set; } = "";
    public string Statement { get; set; } = "";
    public List<IncidentDraft> Incidents { get; set; } = [];
    public List<EvidenceDraft> Evidence { get; set; } = [];

    public static DeclarationDraft Of(Declaration said) => new()
    {
        Condition = said.Condition,
        Holds = said.Holds switch { true => "yes", false => "no", _ => "" },
        Statement = said.Statement ?? "",
        Incidents = [.. said.Incidents.Select(i => new IncidentDraft { On = i.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Kind = i.Kind, Text = i.Text, Major = i.IsMajor switch { true => "yes", false => "no", _ => "" }, Source = i.Source ?? "" })],
        Evidence = [.. said.Evidence.Select(e => new EvidenceDraft { Name = e.Name, File = e.File ?? "" })],
    };

    /// <summary>A row without a day or a word is not a fact yet, and one without a name no paper.</summary>
    public Declaration Declaration() => new(
        Condition, Holds switch { "yes" => true, "no" => false, _ => null }, FormDraft.Said(Statement),
        [.. Incidents.Where(i => FormDraft.Day(i.On) is not null && !string.IsNullOrWhiteSpace(i.Text)).Select(i => new Incident(FormDraft.Day(i.On) ?? default, i.Kind, i.Text.Trim(), i.Major switch { "yes" => true, "no" => false, _ => null }, FormDraft.Said(i.Source)))],
        [.. Evidence.Where(e => !string.IsNullOrWhiteSpace(e.Name)).Select(e => new Evidence(e.Name.Trim(), FormDraft.Said(e.File)))]);

    /// <summary>Rows that are begun and not yet whole: they are kept in the browser and not saved.</summary>
    public bool HasLooseRow => Incidents.Exists(i => (FormDraft.Day(i.On) is null) != string.IsNullOrWhiteSpace(i.Text));
}

public sealed class IncidentDraft
{
    public string On { get; set; } = "";
    public IncidentKind Kind { get; set; }
    public string Text { get; set; } = "";

    /// <summary>yes, no, or not determined.</summary>
    public string Major { get; set; } = "";
    public string Source { get; set; } = "";
}

public sealed class EvidenceDraft
{
    public string Name { get; set; } = "";

    /// <summary>Id of an attached file, or nothing for a paper.</summary>
    public string File { get; set; } = "";
}

/// <summary>A report while it is being written; kept in the browser until it is saved.</summary>
public sealed record ReportDraft(string Text);
