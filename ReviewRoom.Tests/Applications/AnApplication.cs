using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Applications;

/// <summary>An application driven as the ledger drives it: decide, write the event down, read it back, apply. It begins on Tuesday 1 September 2026; the deadline is 20 October.</summary>
internal sealed class AnApplication(ApplicantKind kind = ApplicantKind.Organisation)
{
    public static readonly DateOnly Deadline = new(2026, 10, 20);
    public static readonly Person Applicant = new("applicant", "Applicant", Roles.Applicant);
    public static readonly Person County = new("county", "County clerk", Roles.Body);
    public static readonly string Hash = new('a', 64);

    public static readonly Body CountyBody = new("unit-39", "County", "County government", BodyKind.County, true);
    public static readonly Body OtherCounty = new("unit-40", "Other", "Other county", BodyKind.County, true);
    public static readonly Body Department = new("unit-26", "Health", "Department of health", BodyKind.Department, true);
    public static readonly Body Party = new("unit-01", "Party", "Party", BodyKind.Party, true);

    /// <summary>1 to 7 October are off, 10 October is worked.</summary>
    public static readonly HolidayTable Year2026 = new(2026, [.. Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d))], [new DateOnly(2026, 10, 10)], "notice of the year");

    private DateTimeOffset now = At(2026, 9, 1);

    public Application State { get; private set; } = Application.Named("session-6", "org-01");

    public ApplicationTerms Terms { get; set; } = new(Deadline, SessionStage.Planned, new WorkingDays([Year2026]), new DecisionSettings(), [CountyBody, OtherCounty, Department, Party], new ApplicationReadings());

    public static DateTimeOffset At(int year, int month, int day, int hour = 10) => new(year, month, day, hour, 0, 0, ChinaTime.Offset);

    public static ApplicationForm Form(ApplicantKind kind = ApplicantKind.Organisation) => new(
        "Quality office", "0353-0000000", "q@example.test",
        [.. Conditions.DeclaredBy(kind).Select(c => new Declaration(c, true, null, [], [new Evidence($"paper of {c}")]))],
        "91140321XN0000012M", "company", true, new DateOnly(2004, 5, 18), "Head", "machines", "Employer", null, "Engineer");

    public static Attachment File(string id, char hash) => new(id, $"{id}.pdf", AttachmentType.Pdf, 10, new string(hash, 64));

    public static InviteApplicant Invitation(ApplicantKind kind = ApplicantKind.Organisation) => new("Acme", kind, Grade.Main, CountyBody.Id, Applicant.Id);

    public static RecommendApplicant Letter(int submission = 1, ApplicantKind kind = ApplicantKind.Organisation) => new(
        submission, "letter 1", new DateOnly(2026, 9, 22), new DateOnly(2026, 9, 14), new DateOnly(2026, 9, 18), ["tax"], [.. Conditions.DeclaredBy(kind).Select(c => new LocalFinding(c, CheckResult.Met))], "we recommend");

    public AnApplication Invited() => Do(Given.Office, Invitation(kind));

    public AnApplication Filled() => Invited().Do(Applicant, new SaveForm(Form(kind))).Do(Applicant, new SaveDossier(Hash));

    /// <summary>Noticed on Tuesday the 1st: from the 2nd to the 8th; submitted on the 9th.</summary>
    public AnApplication Submitted() => Filled().Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 9).Do(Applicant, new SubmitApplication());

    public AnApplication Recommended() => Submitted().On(2026, 9, 22).Do(County, Letter(kind: kind));

    public AnApplication Checked(int submission = 1)
    {
        foreach (var condition in Conditions.AskedOf(kind, Terms.Readings)) Do(Given.Office, new CheckCondition(submission, condition, CheckResult.Met, [], ""));
        return this;
    }

    public AnApplication On(int year, int month, int day, int hour = 10)
    {
        now = At(year, month, day, hour);
        return this;
    }

    public AnApplication Do(Person by, ApplicationAct act, Body? body = null)
    {
        Assert.Null(Ask(by, act, body)?.Code);
        return this;
    }

    public Refusal? Ask(Person by, ApplicationAct act, Body? body = null)
    {
        var outcome = State.Decide(act with { Terms = TermsOf(by, body) }, new Asking(by, now, new byte[32]));
        if (outcome.Event is not { } happened) return outcome.Refusal ?? throw new InvalidOperationException("Neither an event nor a refusal.");
        var written = Canonical.Read<ApplicationEvent>(Canonical.Bytes(happened));
        State = State.Apply(written, new Stamp(State.Version + 1, now, by.Id));
        now = now.AddSeconds(1);
        return null;
    }

    public ApplicationView? For(Person person, Body? body = null) => State.For(person, TermsOf(person, body));

    public ApplicationView Seen => For(Given.Office) ?? throw new InvalidOperationException("The office sees nothing.");

    private ApplicationTerms TermsOf(Person by, Body? body) => Terms with { Body = body ?? (by.Id == County.Id ? CountyBody : null) };
}
