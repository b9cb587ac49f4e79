using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Intake;

/// <summary>
/// Reads the register's files: experts, applicants and the organisations around them, in the form the demonstration's data has.
/// </summary>
/// <exception cref="JsonException">The text is not of that form; the message names the place.</exception>
public static class RegisterJson
{
    public static ImmutableArray<ExpertRecord> Experts(ReadOnlySpan<byte> utf8) => [.. Canonical.Read<ExpertsFile>(utf8).Experts.Select(RecordOf)];

    public static ImmutableArray<ApplicantRecord> Applicants(ReadOnlySpan<byte> utf8)
    {
        var file = Canonical.Read<ApplicantsFile>(utf8);
        return [.. All(file.Organisations).Select(RecordOf), .. All(file.Individuals).Select(RecordOf)];
    }

    public static ImmutableArray<Organisation> Organisations(ReadOnlySpan<byte> utf8) => [.. Canonical.Read<EntitiesFile>(utf8).Entities.Select(RecordOf)];

    /// <summary>How organisations' names may be written (<c>scheme/name-parts.json</c>).</summary>
    public static NameParts NameParts(ReadOnlySpan<byte> utf8) => Canonical.Read<NameParts>(utf8);

    /// <summary>One expert of the list.</summary>
    internal static ExpertRecord Expert(JsonElement row) => RecordOf(Read<ExpertRow>(row));

    /// <summary>One applicant of the list of this name: <c>individuals</c>, or <c>organisations</c>.</summary>
    internal static ApplicantRecord Applicant(JsonElement row, string list) => list == "individuals" ? RecordOf(Read<IndividualRow>(row)) : RecordOf(Read<OrganisationRow>(row));

    /// <summary>One organisation of the list.</summary>
    internal static Organisation Organisation(JsonElement row) => RecordOf(Read<EntityRow>(row));

    /// <summary>One award of the list <c>awards</c>, with whose it is.</summary>
    internal static (string? Id, string? Name, WonBefore Award) Award(JsonElement row) => Read<AwardRow>(row) is var award ? (award.HolderId, award.HolderName, AwardOf(award)) : default;

    private static WonBefore AwardOf(AwardRow a) => a.Grade is "main" or "nomination" && (a.ConferredOn?.Year ?? a.Year) is { } year
        ? new WonBefore(a.Grade, year, a.ConferredOn, a.Status == "revoked" || a.Revoked) : throw new JsonException("grade");

    private static ImmutableArray<WonBefore>? Awards(ImmutableArray<AwardRow>? rows) => All(rows) is { IsEmpty: false } awards ? [.. awards.Select(AwardOf)] : null;

    private static T Read<T>(JsonElement row) where T : class => row.Deserialize<T>(Canonical.Options) ?? throw new JsonException("null");

    private static ExpertRecord RecordOf(ExpertRow e) => new(
        e.Id, e.Name, new OrganisationRef(e.EmployerId, e.EmployerCreditCode, e.EmployerName), e.Title, All(e.Specialties),
        Posts(e.Employments),
        [.. All(e.Relatives).Select(r => new Relative(r.Relation, r.Name, r.PersonId, Posts(r.Employments)))],
        [.. All(e.Shareholdings).Select(h => new Holding(Organisation(h), h.Percent, When(h)))],
        [.. All(e.Consulting).Select(c => new Advice(new OrganisationRef(c.ClientId, c.CreditCode, c.ClientName), c.Kind, c.Paid, new Span(c.From, c.To)))],
        Posts(e.Offices),
        [.. All(e.Disputes).Select(d => new Dispute(Organisation(d), d.Matter ?? "", When(d)))],
        [.. All(e.Assistance).Select(a => new Assistance(a.ApplicantId, a.What, a.Date))],
        [.. All(e.OtherRelations).Select(o => new OtherRelation(o.ApplicantId, o.What))]);

    private static ApplicantRecord RecordOf(OrganisationRow o) => new(o.Id, o.Name, new Organisation(
        o.Id, o.Name, o.ShortName, o.UnifiedSocialCreditCode, o.ControllerId is { } id ? new OrganisationRef(id) : null, o.LegalRepresentative?.PersonId, o.LegalRepresentative?.Name,
        [.. All(o.Shareholders).Select(h => new Holder(h.Name, h.EntityId is null ? null : new OrganisationRef(h.EntityId, Name: h.Name), h.PersonId, h.Percent))],
        Around(o.Suppliers), Around(o.Customers), Around(o.Competitors)), null, null, Awards(o.Awards));

    private static ApplicantRecord RecordOf(IndividualRow p) => new(
        p.Id, p.Name, null, p.PersonId, new OrganisationRef(p.EmployerApplicantId, p.Employer?.UnifiedSocialCreditCode, p.Employer?.Name), Awards(p.Awards));

    private static Organisation RecordOf(EntityRow e) => new(
        e.Id, e.Name, null, e.Uscc, e.ControllerId is { } id ? new OrganisationRef(id) : null, null, null, [], [], [], []);

    /// <summary>A null among the items is not caught by the serializer.</summary>
    private static ImmutableArray<T> All<T>(ImmutableArray<T>? items) where T : class =>
        items is not { IsDefault: false } there ? [] : there.Any(item => item is null) ? throw new JsonException("null") : there;

    private static OrganisationRef Organisation(TieRow row) => new(row.OrgId, row.CreditCode, row.OrgName);

    private static Span When(TieRow row) => new(row.From, row.To);

    private static ImmutableArray<Post> Posts(ImmutableArray<TieRow>? rows) => [.. All(rows).Select(p => new Post(Organisation(p), p.Post ?? "", When(p)))];

    private static ImmutableArray<OrganisationRef> Around(ImmutableArray<NeighbourRow>? rows) => [.. All(rows).Select(n => new OrganisationRef(n.EntityId, n.CreditCode, n.Name))];

    private sealed record ExpertsFile(ImmutableArray<ExpertRow> Experts);

    private sealed record ExpertRow(
        string Id, string Name, string? EmployerId, string? EmployerCreditCode, string? EmployerName, string? Title, ImmutableArray<string>? Specialties,
        ImmutableArray<TieRow>? Employments, ImmutableArray<RelativeRow>? Relatives, ImmutableArray<TieRow>? Shareholdings, ImmutableArray<AdviceRow>? Consulting,
        ImmutableArray<TieRow>? Offices, ImmutableArray<TieRow>? Disputes, ImmutableArray<HelpRow>? Assistance, ImmutableArray<HelpRow>? OtherRelations);

    /// <summary>A post, an office, a holding or a dispute: an organisation and a time.</summary>
    private sealed record TieRow(string? OrgId, string? CreditCode, string? OrgName, string? Post, string? Matter, DateOnly? From, DateOnly? To, decimal Percent = 0);

    private sealed record AdviceRow(string? ClientId, string? CreditCode, string? ClientName, string Kind, bool Paid, DateOnly? From, DateOnly? To);

    private sealed record RelativeRow(string Relation, string Name, string? PersonId, ImmutableArray<TieRow>? Employments);

    private sealed record HelpRow(string ApplicantId, string What, DateOnly? Date);

    private sealed record ApplicantsFile(ImmutableArray<OrganisationRow>? Organisations, ImmutableArray<IndividualRow>? Individuals);

    private sealed record OrganisationRow(
        string Id, string Name, string? ShortName, string? UnifiedSocialCreditCode, string? ControllerId, HeadRow? LegalRepresentative,
        ImmutableArray<HolderRow>? Shareholders, ImmutableArray<NeighbourRow>? Suppliers, ImmutableArray<NeighbourRow>? Customers, ImmutableArray<NeighbourRow>? Competitors,
        ImmutableArray<AwardRow>? Awards = null);

    private sealed record HeadRow(string? PersonId, string Name);

    private sealed record HolderRow(string? PersonId, string? EntityId, string Name, decimal Percent);

    private sealed record NeighbourRow(string? EntityId, string? CreditCode, string? Name);

    private sealed record IndividualRow(string Id, string Name, string? PersonId, string? EmployerApplicantId, EmployerRow? Employer, ImmutableArray<AwardRow>? Awards = null);

    private sealed record AwardRow(string Grade, DateOnly? ConferredOn = null, int? Year = null, string? Status = null, bool Revoked = false, string? HolderId = null, string? HolderName = null);

    private sealed record EmployerRow(string? Name, string? UnifiedSocialCreditCode);

    private sealed record EntitiesFile(ImmutableArray<EntityRow> Entities);

    private sealed record EntityRow(string Id, string Name, string? Uscc, string? ControllerId);
}
