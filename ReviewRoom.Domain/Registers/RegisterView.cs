using System.Collections.Immutable;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Registers;

/// <summary>The register as office and supervisor see it.</summary>
/// <param name="Version">Grows with every act: an unchanged register need not be shown again.</param>
/// <param name="Dossiers">SHA-256 of the dossier's text by applicant id; who is not in it has none yet.</param>
/// <param name="Rubrics">All versions, in the order in which they came.</param>
/// <param name="Accounts">Sign-in account by expert id; who is not in it has none yet.</param>
public sealed record RegisterView(
    string Id, long Version, string Title, ImmutableArray<ExpertRecord> Experts, ImmutableArray<ApplicantRecord> Applicants, ImmutableArray<Organisation> Organisations,
    ImmutableSortedDictionary<string, string> Dossiers, ImmutableArray<Rubric> Rubrics, ImmutableSortedDictionary<string, string> Accounts)
{
    /// <summary>Attached files by applicant id, in the order in which they came.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Attachment>> Files { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<Attachment>>.Empty;

    /// <summary>The approval of the session's result, once it is recorded.</summary>
    public RecordedApproval? Approval { get; init; }

    /// <summary>Ids of applicants held back from this person: he is recused from them, or suspended.</summary>
    public ImmutableArray<string> Barred { get; init; } = [];

    /// <summary>Ids of records shown without the names of those held back: who sees them so does not change them.</summary>
    public ImmutableArray<string> Masked { get; init; } = [];

    /// <summary>The newest version of every score table.</summary>
    public IEnumerable<Rubric> NewestRubrics => Rubrics.GroupBy(r => r.Id, StringComparer.Ordinal).Select(versions => versions.MaxBy(r => r.Version)).OfType<Rubric>();
}

/// <summary>The session's approval as the office recorded it.</summary>
/// <param name="Version">Of the register's entry that holds it.</param>
/// <param name="By">Person id.</param>
public sealed record RecordedApproval(Approval Approval, long Version, string By, DateTimeOffset At);
