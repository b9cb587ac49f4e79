using System.Collections.Immutable;

namespace ReviewRoom.Domain.Registers;

/// <summary>
/// What is held back from a person of office or supervision who is recused from applicants, or suspended (room.md 1): their records, texts and files, and their names
/// wherever another record speaks of them. The id stays, so that he can tell a colleague what is meant.
/// </summary>
/// <param name="applicants">Ids of the applicants he is out of.</param>
/// <param name="names">By which another way to write an organisation's name is known.</param>
public sealed class Withholding(IReadOnlySet<string> applicants, Identification? names)
{
    /// <summary>For who is out of nothing.</summary>
    public static readonly Withholding None = new(ImmutableHashSet<string>.Empty, null);

    public IReadOnlySet<string> Applicants => applicants;

    /// <summary>The register without what is held back.</summary>
    internal RegisterView From(RegisterView whole)
    {
        ImmutableArray<ApplicantRecord> held = [.. whole.Applicants.Where(a => applicants.Contains(a.Id))];
        if (held.IsEmpty) return whole;
        var masked = new Masking(held, names);
        var (experts, organisations) = (whole.Experts.Select(masked.Expert).ToImmutableArray(), whole.Organisations.Select(masked.Organisation).ToImmutableArray());
        var kept = whole.Applicants.Where(a => !applicants.Contains(a.Id)).ToImmutableArray();
        var others = kept.Select(masked.Applicant).ToImmutableArray();
        return whole with
        {
            Title = masked.Say(whole.Title) ?? "",
            Experts = experts,
            Organisations = organisations,
            Applicants = others,
            Dossiers = whole.Dossiers.RemoveRange(applicants),
            Files = whole.Files.RemoveRange(applicants),
            Barred = [.. held.Select(a => a.Id)],
            Masked = [.. Changed(whole.Experts, experts, e => e.Id), .. Changed(kept, others, a => a.Id), .. Changed(whole.Organisations, organisations, o => o.Id)],
        };
    }

    private static IEnumerable<string> Changed<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> id) =>
        before.Zip(after).Where(p => !Canonical.Bytes(p.First).AsSpan().SequenceEqual(Canonical.Bytes(p.Second))).Select(p => id(p.First));
}

/// <summary>Takes the names of these applicants out of records that are not theirs.</summary>
internal sealed class Masking(ImmutableArray<ApplicantRecord> held, Identification? names)
{
    private readonly ImmutableArray<(string Word, string Id)> words =
        [.. held.SelectMany(a => new[] { a.Name, a.Own?.Name, a.Own?.ShortName, a.Own?.CreditCode }.OfType<string>().Where(w => w.Length > 1).Select(w => (w, a.Id))).OrderByDescending(w => w.w.Length)];

    public string? Say(string? text) => text is null ? null : words.Aggregate(text, (said, word) => said.Replace(word.Word, word.Id, StringComparison.Ordinal));

    public ExpertRecord Expert(ExpertRecord e) => e with
    {
        Employer = Ref(e.Employer),
        Title = Say(e.Title),
        Posts = Posts(e.Posts),
        Relatives = [.. e.Relatives.Select(r => r with { Name = Say(r.Name) ?? "", Posts = Posts(r.Posts) })],
        Holdings = [.. e.Holdings.Select(h => h with { Organisation = Ref(h.Organisation) })],
        Advice = [.. e.Advice.Select(a => a with { Client = Ref(a.Client), Kind = Say(a.Kind) ?? "" })],
        Offices = Posts(e.Offices),
        Disputes = [.. e.Disputes.Select(d => d with { Organisation = Ref(d.Organisation), Matter = Say(d.Matter) ?? "" })],
        Assistance = [.. e.Assistance.Select(a => a with { What = Say(a.What) ?? "" })],
        OtherRelations = [.. e.OtherRelations.Select(o => o with { What = Say(o.What) ?? "" })],
    };

    public ApplicantRecord Applicant(ApplicantRecord a) => a with { Name = Say(a.Name) ?? "", Own = a.Own is { } own ? Organisation(own) : null, Employer = a.Employer is { } employer ? Ref(employer) : null };

    public Organisation Organisation(Organisation o) => o with
    {
        Name = Say(o.Name) ?? "",
        ShortName = Say(o.ShortName),
        CreditCode = Say(o.CreditCode),
        Controller = o.Controller is { } controller ? Ref(controller) : null,
        HeadName = Say(o.HeadName),
        Holders = [.. o.Holders.Select(h => h with { Name = Say(Other(h) ?? h.Name) ?? "", Organisation = h.Organisation is { } holder ? Ref(holder) : null })],
        Suppliers = Refs(o.Suppliers),
        Customers = Refs(o.Customers),
        Competitors = Refs(o.Competitors),
    };

    /// <summary>The id of a held applicant this means by another way to write its name, or null.</summary>
    private string? Other(Holder holder) => HeldBy(holder.Organisation ?? new OrganisationRef(Name: holder.Name))?.Id;

    private OrganisationRef Ref(OrganisationRef reference) =>
        HeldBy(reference) is { } applicant ? new OrganisationRef(applicant.Id) : reference with { Name = Say(reference.Name), CreditCode = Say(reference.CreditCode) };

    private ApplicantRecord? HeldBy(OrganisationRef reference) => held.FirstOrDefault(a => reference.Id == a.Id || a.Own is { } own && names?.Match(reference, own) is not null);

    private ImmutableArray<OrganisationRef> Refs(ImmutableArray<OrganisationRef> references) => [.. references.Select(Ref)];

    private ImmutableArray<Post> Posts(ImmutableArray<Post> posts) => [.. posts.Select(p => p with { Organisation = Ref(p.Organisation), Title = Say(p.Title) ?? "" })];
}
