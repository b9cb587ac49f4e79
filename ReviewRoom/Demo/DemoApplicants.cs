using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Domain.Applications;

namespace ReviewRoom.Demo;

/// <summary>The demonstration's applicants as they apply: what they declare, who recommends them, and the words of the way.</summary>
internal sealed record DemoApplicants(ImmutableArray<DemoApplication> All, DemoWay Way)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static DemoApplicants Read(string folder)
    {
        var file = Json<ApplicantsFile>(folder, "applicants");
        var counties = Json<CountiesFile>(folder, "counties").Counties.ToDictionary(c => c.Id, c => c.GovernmentUnitId, StringComparer.Ordinal);
        return new DemoApplicants(
            [.. file.Organisations.Concat(file.Individuals).Select((a, place) => a with { Account = FormattableString.Invariant($"applicant-{place + 1:00}"), Government = counties[a.RegistrationCountyId ?? a.CountyId] })],
            Json<DemoWay>(folder, "applications"));
    }

    private static T Json<T>(string folder, string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(folder, "demo", $"{name}.json")), Options) ?? throw new InvalidDataException(name);

    private sealed record ApplicantsFile(ImmutableArray<DemoApplication> Organisations, ImmutableArray<DemoApplication> Individuals);

    private sealed record CountiesFile(ImmutableArray<DemoCounty> Counties);

    private sealed record DemoCounty(string Id, string GovernmentUnitId);
}

/// <summary>One applicant of the demonstration, as its data has it.</summary>
internal sealed record DemoApplication(
    string Id, string Kind, string Name, string CountyId, DemoLetter? Recommendation, Dictionary<string, JsonElement> DeclaredFacts, string? ShortName = null, string? RegistrationCountyId = null,
    string? UnifiedSocialCreditCode = null, string? LegalForm = null, bool? IsLegalPerson = null, DateOnly? Founded = null, DemoNamed? LegalRepresentative = null, DemoNamed? Industry = null,
    DemoContact? Contact = null, string? EmployerApplicantId = null, DemoEmployer? Employer = null, string? Post = null)
{
    /// <summary>The account of who acts for the applicant.</summary>
    public string Account { get; init; } = "";

    /// <summary>Id of the county government it belongs to.</summary>
    public string Government { get; init; } = "";

    public bool IsIndividual => Kind == "individual";
}

internal sealed record DemoNamed(string Name);

internal sealed record DemoContact(string Department, string Phone, string Email);

internal sealed record DemoEmployer(string Name, string UnifiedSocialCreditCode);

internal sealed record DemoLetter(
    string ByUnitId, string DocumentNumber, DateOnly Date, DateOnly NoticeFrom, DateOnly NoticeTo, ImmutableArray<string> DepartmentsAsked, string? CountersignedByUnitId = null);

/// <summary>What was declared of one condition.</summary>
internal sealed record DemoDeclared(bool Declared, ImmutableArray<string> Evidence, string? Statement = null, ImmutableArray<DemoFact>? Records = null);

internal sealed record DemoFact(DateOnly Date, string Kind, string? Level = null, string? Text = null, string? Source = null);

/// <summary>Words and days of the way.</summary>
/// <param name="Findings">Of a condition that is met.</param>
internal sealed record DemoWay(
    string NoticeWhere, DemoSpan InternalNotice, DateOnly SubmittedOn, string Letter, string OpenLocally, Dictionary<string, string> Findings, string Accepted, Dictionary<string, DemoRejected> Rejected,
    Dictionary<string, DemoCorrection> Corrections);

internal sealed record DemoRejected(string Condition, string Reason);

internal sealed record DemoCorrection(int DaysAfterBeginning, ImmutableArray<CorrectionPoint> Points);
