using System.Collections.Immutable;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Domain.Registers;

/// <summary>What the office knows for one award session (届) before a panel meets: experts, applicants and who stands around them, dossier texts, score tables.</summary>
public sealed partial record Register : IStreamState<Register, RegisterAct, RegisterEvent>
{
    private Register(string id) => Id = id;

    /// <summary>A register that has no entry yet.</summary>
    /// <param name="id">The session's id, <c>session-6</c>.</param>
    public static Register Named(string id) => new(id);

    public string Id { get; }
    public long Version { get; init; }
    private string? Title { get; init; }
    private ImmutableArray<ExpertRecord> Experts { get; init; } = [];
    private ImmutableArray<ApplicantRecord> Applicants { get; init; } = [];
    private ImmutableArray<Organisation> Organisations { get; init; } = [];
    private ImmutableSortedDictionary<string, string> Dossiers { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, ImmutableArray<Attachment>> Files { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<Attachment>>(StringComparer.Ordinal);
    /// <summary>Score tables in all their versions: no secret.</summary>
    public ImmutableArray<Rubric> Rubrics { get; private init; } = [];
    private ImmutableSortedDictionary<string, string> Accounts { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    /// <summary>The approval of the session's result, once it is recorded.</summary>
    public RecordedApproval? Approval { get; init; }
    private ImmutableDictionary<string, int> Acts { get; init; } = ImmutableDictionary<string, int>.Empty;

    public bool Exists => Title is not null;

    /// <summary>Of an applying organisation; null for a person, or where none is known.</summary>
    public string? CreditCodeOf(string applicant) => Applicants.FirstOrDefault(a => a.Id == applicant)?.Own?.CreditCode;

    public int ActsBy(string personId) => Acts.GetValueOrDefault(personId);

    /// <summary>The register for office and supervisor, without what is held back from this person; null for everybody else: to them there is none.</summary>
    public RegisterView? For(Viewer viewer, Withholding withheld) =>
        Title is { } title && viewer is Viewer.Office or Viewer.Supervisor
            ? withheld.From(new RegisterView(Id, Version, title, Experts, Applicants, Organisations, Dossiers, Rubrics, Accounts) { Files = Files, Approval = Approval }) : null;

    /// <summary>The account an expert of the pool signs in with, or null.</summary>
    public string? AccountOf(string expert) => Accounts.GetValueOrDefault(expert);

    /// <summary>Who somebody is to the register.</summary>
    public static Viewer ViewerOf(Person person) =>
        person.Roles.HasFlag(Roles.Office) ? new Viewer.Office(person.Id) : person.Roles.HasFlag(Roles.Supervisor) ? new Viewer.Supervisor(person.Id) : new Viewer.Stranger();

    public Register Apply(RegisterEvent happened, Stamp stamp) =>
        Next(happened, stamp) with { Version = stamp.Version, Acts = Acts.SetItem(stamp.Actor, ActsBy(stamp.Actor) + 1) };

    private Register Next(RegisterEvent happened, Stamp stamp) => happened switch
    {
        SessionNamed e => this with { Title = e.Title },
        ExpertsTaken e => this with { Experts = Merged(Experts, e.Experts, x => x.Id) },
        ApplicantsTaken e => this with { Applicants = Merged(Applicants, [.. e.Applicants.Select(WithAwards)], a => a.Id) },
        OrganisationsTaken e => this with { Organisations = Merged(Organisations, e.Organisations, o => o.Id) },
        DossiersPut e => this with { Dossiers = Dossiers.SetItems(e.Dossiers.Select(d => KeyValuePair.Create(d.Applicant, d.Text))) },
        FilesAttached e => this with { Files = Files.SetItem(e.Applicant, [.. FilesOf(e.Applicant), .. e.Files]) },
        FileDetached e => this with { Files = Files.SetItem(e.Applicant, [.. FilesOf(e.Applicant).Where(f => f.Id != e.File)]) },
        RecordRemoved e => Without(e),
        ApplicationTaken e => (e.Applicant is { } applicant ? this with { Applicants = Merged(Applicants, [WithAwards(applicant)], a => a.Id) } : this) with
        {
            Dossiers = Dossiers.SetItem(e.Id, e.Text),
            Files = Files.SetItem(e.Id, [.. FilesOf(e.Id), .. e.Files]),
        },
        RubricPut e => this with { Rubrics = Rubrics.Add(e.Rubric) },
        ApprovalRecorded e => this with { Approval = new RecordedApproval(e.Approval, stamp.Version, stamp.Actor, stamp.At) },
        AccountsLinked e => this with { Accounts = Accounts.SetItems(e.Accounts.Select(a => KeyValuePair.Create(a.Expert, a.PersonId))) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private Register Without(RecordRemoved gone) => gone.Record switch
    {
        RecordKind.Expert => this with { Experts = [.. Experts.Where(e => e.Id != gone.Id)], Accounts = Accounts.Remove(gone.Id) },
        RecordKind.Applicant => this with { Applicants = [.. Applicants.Where(a => a.Id != gone.Id)], Dossiers = Dossiers.Remove(gone.Id), Files = Files.Remove(gone.Id) },
        _ => this with { Organisations = [.. Organisations.Where(o => o.Id != gone.Id)] },
    };

    /// <summary>A record that says nothing of earlier awards keeps those that are known; an empty list takes them away.</summary>
    private ApplicantRecord WithAwards(ApplicantRecord taken) => taken.Won is null ? taken with { Won = Applicants.FirstOrDefault(a => a.Id == taken.Id)?.Won } : taken;

    private ImmutableArray<Attachment> FilesOf(string applicant) => Files.GetValueOrDefault(applicant, []);

    /// <summary>The later record with an id stands in the earlier one's place; new ones follow in their order.</summary>
    private static ImmutableArray<T> Merged<T>(ImmutableArray<T> before, ImmutableArray<T> taken, Func<T, string> id)
    {
        var later = taken.ToDictionary(id, StringComparer.Ordinal);
        var known = before.Select(id).ToHashSet(StringComparer.Ordinal);
        return [.. before.Select(b => later.GetValueOrDefault(id(b)) ?? b), .. taken.Where(t => !known.Contains(id(t)))];
    }
}
