using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Intake;
using ReviewRoom.Markdown;

namespace ReviewRoom.Demo;

/// <summary>The register of the demonstration's session, filled by the same acts as an office's imports.</summary>
internal sealed record DemoRegister(DemoFiles Files, ImmutableArray<ExpertRecord> Experts, ImmutableArray<ApplicantRecord> Applicants, ImmutableArray<Organisation> Organisations)
{
    public static DemoRegister Read(DemoFiles files) => new(
        files, RegisterJson.Experts(Bytes(files, "experts")), [.. RegisterJson.Applicants(Bytes(files, "applicants")).Select(a => a with { Won = Won(files, a.Id) })], RegisterJson.Organisations(Bytes(files, "entities")));

    public ImmutableArray<DemoStep<Register, RegisterAct>> Steps(Person office)
    {
        ImmutableArray<RegisterAct> acts =
        [
            new NameSession(Files.Meeting.SessionTitle), new TakeExperts(Experts), new TakeApplicants(Applicants), new TakeOrganisations(Organisations),
            new PutDossiers([.. Applicants.Select(a => new DossierHash(a.Id, DossierTexts.HashOf(Files.Dossier(a.Id))))]),
            .. Files.Rubrics.Select(rubric => new PutRubric(rubric)),
            new LinkAccounts([.. Experts.Select(e => new ExpertAccount(e.Id, DemoFiles.AccountOf(e.Id)))]),
            .. Applicants.Select(a => (a.Id, Files: new DemoAttachments(Files.Folder).Of(a.Id))).Where(a => !a.Files.IsEmpty).Select(a => new AttachFiles(a.Id, [.. a.Files.Select(f => f.File)])),
        ];
        return [.. acts.Select((act, place) => new DemoStep<Register, RegisterAct>(office, DemoScript.SetUp + TimeSpan.FromMinutes(acts.Length - place), _ => act))];
    }

    private static ImmutableArray<WonBefore>? Won(DemoFiles files, string applicant) =>
        files.Awards.Where(a => a.HolderId == applicant).Select(a => new WonBefore(a.Grade, a.ConferredOn.Year, a.ConferredOn, a.Status == "revoked")).ToImmutableArray() is { IsEmpty: false } won ? won : null;

    private static byte[] Bytes(DemoFiles files, string name) => File.ReadAllBytes(Path.Combine(files.Folder, "demo", $"{name}.json"));
}
