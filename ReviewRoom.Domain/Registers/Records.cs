using System.Collections.Immutable;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Domain.Registers;

/// <summary>An organisation as somebody wrote it down: the register's id, the unified social credit code, the name; one is enough.</summary>
public sealed record OrganisationRef(string? Id = null, string? CreditCode = null, string? Name = null);

/// <summary>A time from one day to another, both included; no end means still in force, no beginning means since ever.</summary>
public sealed record Span(DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Does any of its days lie on or after this day?</summary>
    public bool Reaches(DateOnly day) => To is null || To >= day;
}

public sealed record Post(OrganisationRef Organisation, string Title, Span When);

/// <param name="Percent">0 to 100.</param>
public sealed record Holding(OrganisationRef Organisation, decimal Percent, Span When);

/// <param name="Paid">Unpaid advice, a lecture for instance, is no ground.</param>
public sealed record Advice(OrganisationRef Client, string Kind, bool Paid, Span When);

public sealed record Dispute(OrganisationRef Organisation, string Matter, Span When);

/// <param name="Relation">What the relative is to the expert: spouse, brother.</param>
public sealed record Relative(string Relation, string Name, string? PersonId, ImmutableArray<Post> Posts);

/// <summary>Helped to write or to recommend an application.</summary>
public sealed record Assistance(string Applicant, string What, DateOnly? On);

/// <summary>Any other relation the expert declared himself.</summary>
public sealed record OtherRelation(string Applicant, string What);

/// <summary>An expert of the pool with what he declared of himself; the facts conflicts of interest are found from (room.md 6).</summary>
public sealed record ExpertRecord(
    string Id, string Name, OrganisationRef Employer, string? Title, ImmutableArray<string> Specialties,
    ImmutableArray<Post> Posts, ImmutableArray<Relative> Relatives, ImmutableArray<Holding> Holdings, ImmutableArray<Advice> Advice,
    ImmutableArray<Post> Offices, ImmutableArray<Dispute> Disputes, ImmutableArray<Assistance> Assistance, ImmutableArray<OtherRelation> OtherRelations);

/// <param name="Organisation">Set where the holder is an organisation.</param>
/// <param name="PersonId">Set where the holder is a person.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record Holder(string Name, OrganisationRef? Organisation, string? PersonId, decimal Percent);

/// <summary>An organisation the register knows: an applicant, or one around the applicants.</summary>
/// <param name="Controller">Who controls it, where that is known and not already seen from a holding over one half.</param>
public sealed record Organisation(
    string Id, string Name, string? ShortName, string? CreditCode, OrganisationRef? Controller, string? HeadId, string? HeadName,
    ImmutableArray<Holder> Holders, ImmutableArray<OrganisationRef> Suppliers, ImmutableArray<OrganisationRef> Customers, ImmutableArray<OrganisationRef> Competitors);

/// <summary>Who applies: an organisation, or a person with the organisation he works for.</summary>
/// <param name="Own">The applying organisation; null for an individual.</param>
/// <param name="PersonId">The applying person; null for an organisation.</param>
/// <param name="Employer">Where an individual works.</param>
/// <param name="Won">Awards won before, for the repeat rule (Article 23); absent where nothing is said of them.</param>
public sealed record ApplicantRecord(string Id, string Name, Organisation? Own, string? PersonId, OrganisationRef? Employer, ImmutableArray<WonBefore>? Won = null);
