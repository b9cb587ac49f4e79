using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Registers;

/// <summary>What happened to the register of a session: the body of one ledger entry.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(SessionNamed), "sessionNamed")]
[JsonDerivedType(typeof(ExpertsTaken), "expertsTaken")]
[JsonDerivedType(typeof(ApplicantsTaken), "applicantsTaken")]
[JsonDerivedType(typeof(OrganisationsTaken), "organisationsTaken")]
[JsonDerivedType(typeof(DossiersPut), "dossiersPut")]
[JsonDerivedType(typeof(FilesAttached), "filesAttached")]
[JsonDerivedType(typeof(FileDetached), "fileDetached")]
[JsonDerivedType(typeof(RubricPut), "rubricPut")]
[JsonDerivedType(typeof(AccountsLinked), "accountsLinked")]
[JsonDerivedType(typeof(RecordRemoved), "recordRemoved")]
[JsonDerivedType(typeof(ApprovalRecorded), "approvalRecorded")]
[JsonDerivedType(typeof(ApplicationTaken), "applicationTaken")]
public abstract record RegisterEvent;

public sealed record SessionNamed(string Title) : RegisterEvent;

public sealed record ExpertsTaken(ImmutableArray<ExpertRecord> Experts) : RegisterEvent;

public sealed record ApplicantsTaken(ImmutableArray<ApplicantRecord> Applicants) : RegisterEvent;

public sealed record OrganisationsTaken(ImmutableArray<Organisation> Organisations) : RegisterEvent;

public sealed record DossiersPut(ImmutableArray<DossierHash> Dossiers) : RegisterEvent;

public sealed record FilesAttached(string Applicant, ImmutableArray<Attachment> Files) : RegisterEvent;

public sealed record FileDetached(string Applicant, string File, string Reason) : RegisterEvent;

/// <param name="Rubric">With the version it was given.</param>
public sealed record RubricPut(Rubric Rubric) : RegisterEvent;

public sealed record RecordRemoved(RecordKind Record, string Id, string Reason) : RegisterEvent;

public sealed record AccountsLinked(ImmutableArray<ExpertAccount> Accounts) : RegisterEvent;

public sealed record ApprovalRecorded(Approval Approval) : RegisterEvent;

/// <param name="Applicant">Absent where the register keeps the record it has.</param>
/// <param name="Files">Those it did not have.</param>
/// <param name="Application">Stream of the application it comes from.</param>
public sealed record ApplicationTaken(string Id, ApplicantRecord? Applicant, string Text, ImmutableArray<Attachment> Files, string Application) : RegisterEvent;
