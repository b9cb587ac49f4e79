using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Registers;

/// <summary>A request to the register of one award session: only the office may ask. One import is one act, so it is stored whole or not at all. JSON: <c>{"act":"takeExperts", ...}</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(NameSession), "nameSession")]
[JsonDerivedType(typeof(TakeExperts), "takeExperts")]
[JsonDerivedType(typeof(TakeApplicants), "takeApplicants")]
[JsonDerivedType(typeof(TakeOrganisations), "takeOrganisations")]
[JsonDerivedType(typeof(PutDossiers), "putDossiers")]
[JsonDerivedType(typeof(AttachFiles), "attachFiles")]
[JsonDerivedType(typeof(DetachFile), "detachFile")]
[JsonDerivedType(typeof(PutRubric), "putRubric")]
[JsonDerivedType(typeof(LinkAccounts), "linkAccounts")]
[JsonDerivedType(typeof(RemoveRecord), "removeRecord")]
[JsonDerivedType(typeof(RecordApproval), "recordApproval")]
[JsonDerivedType(typeof(CarryApplication), "carryApplication")]
public abstract record RegisterAct
{
    /// <summary>Ids of the applicants it is about: who is recused from one leaves it to another of the office.</summary>
    public IEnumerable<string> Concerns => this switch
    {
        TakeApplicants { Applicants.IsDefault: false } take => take.Applicants.Select(a => a.Id),
        PutDossiers { Dossiers.IsDefault: false } put => put.Dossiers.Select(d => d.Applicant),
        AttachFiles attach => [attach.Applicant],
        DetachFile detach => [detach.Applicant],
        RemoveRecord { Kind: RecordKind.Applicant } remove => [remove.Id],
        _ => [],
    };
}

/// <summary>The first entry of a register; later it gives the session another title.</summary>
/// <param name="Title">1 to 200 characters.</param>
public sealed record NameSession(string Title) : RegisterAct;

/// <summary>Takes experts into the pool; a record with an id that is there already replaces it as a whole.</summary>
public sealed record TakeExperts(ImmutableArray<ExpertRecord> Experts) : RegisterAct;

/// <summary>Takes applicants in; a record with an id that is there already replaces it as a whole.</summary>
public sealed record TakeApplicants(ImmutableArray<ApplicantRecord> Applicants) : RegisterAct;

/// <summary>Takes in organisations around the applicants: employers, owners, suppliers.</summary>
public sealed record TakeOrganisations(ImmutableArray<Organisation> Organisations) : RegisterAct;

/// <summary>Gives applicants their dossier texts; an earlier text of the same applicant is replaced.</summary>
public sealed record PutDossiers(ImmutableArray<DossierHash> Dossiers) : RegisterAct;

/// <param name="Applicant">The applicant's id.</param>
/// <param name="Text">SHA-256 (lower-case hex) of the Markdown text, which is kept outside the ledger.</param>
public sealed record DossierHash(string Applicant, string Text);

/// <summary>Attaches files to an applicant's dossier; rooms made from now on have them.</summary>
public sealed record AttachFiles(string Applicant, ImmutableArray<Attachment> Files) : RegisterAct;

/// <summary>Takes an attached file off the dossier; rooms that have it keep it.</summary>
/// <param name="Reason">1 to 400 characters.</param>
public sealed record DetachFile(string Applicant, string File, string Reason) : RegisterAct;

/// <summary>Puts a score table in; one whose id is there already becomes its next version, never a change of it.</summary>
public sealed record PutRubric(Rubric Rubric) : RegisterAct;

/// <summary>What a record of the register is about.</summary>
public enum RecordKind { Expert, Applicant, Organisation }

/// <summary>Takes a record out; an applicant's text and files and an expert's account go with it. Earlier entries stay as they are.</summary>
/// <param name="Reason">1 to 400 characters.</param>
public sealed record RemoveRecord(RecordKind Kind, string Id, string Reason) : RegisterAct;

/// <summary>Tells with which accounts experts of the pool sign in.</summary>
public sealed record LinkAccounts(ImmutableArray<ExpertAccount> Accounts) : RegisterAct;

/// <param name="Expert">The expert's id in the pool.</param>
/// <param name="PersonId">The id of the sign-in account.</param>
public sealed record ExpertAccount(string Expert, string PersonId);

/// <summary>Records the approval of the session's result by the leading group; a later one corrects it, and both stay on record.</summary>
public sealed record RecordApproval(string Document, DateOnly On) : RegisterAct;

/// <summary>Carries an accepted application in, so that it can be put on an agenda: its record, its text and its files. One that the register knows already keeps its record, which may know more. Asked by the program alone.</summary>
/// <param name="Application">Stream of the application.</param>
[Article(15)]
public sealed record CarryApplication(ApplicantRecord Applicant, string Text, ImmutableArray<Attachment> Files, string Application) : RegisterAct;
