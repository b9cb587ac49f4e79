using System.Collections.Immutable;
using System.Text.Json;
using ReviewRoom.Components.Closing;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Markdown;

namespace ReviewRoom.Demo;

/// <summary>Writes the way of one application of the demonstration on its own days, from the invitation to the office's decision; what lies after the demonstration's beginning has not happened yet.</summary>
internal sealed class DemoApplying(DemoFiles files, DemoApplicants applicants, DemoApplication one, IReadOnlyDictionary<string, Person> people, DateTimeOffset begins)
{
    private readonly List<(DateTimeOffset At, Person By, ApplicationAct Act)> acts = [];
    private readonly ApplicationTerms terms = new(
        files.Dates.ApplicationDeadline, SessionStage.Planned, new WorkingDays([.. ShippedHolidays.Of(files.Dates.ApplicationDeadline.Year) is { } table ? [table] : Array.Empty<HolidayTable>()]),
        new DecisionSettings(), files.Bodies, new ApplicationReadings())
    {
        Won = [.. files.Awards.Where(a => a.HolderId == one.Id).Select(a => new Award(Enum.Parse<Grade>(a.Grade, ignoreCase: true), a.ConferredOn.Year, a.ConferredOn, a.Status == "revoked"))],
    };

    private ApplicantKind Kind => one.IsIndividual ? ApplicantKind.Individual : ApplicantKind.Organisation;

    private Person Applicant => people[one.Account];

    private Person Office => people["office"];

    private DemoWay Way => applicants.Way;

    public ImmutableArray<DemoStep<Application, ApplicationAct>> Steps()
    {
        var form = Form();
        var ours = new DemoAttachments(files.Folder).Of(one.Id).Select(f => f.File).ToImmutableArray();
        Do(files.Dates.NoticeOn, 10, Office, new InviteApplicant(one.Name, Kind, Grade.Main, one.Government, one.Account));
        Do(files.Dates.NoticeOn.AddDays(1), 9, Applicant, new SaveForm(form));
        Do(files.Dates.NoticeOn.AddDays(1), 15, Applicant, new SaveDossier(DossierTexts.HashOf(files.Dossier(one.Id))));
        if (!ours.IsEmpty) Do(files.Dates.NoticeOn.AddDays(1), 16, Applicant, new AddFiles(ours));
        Do(Way.InternalNotice.From.AddDays(-3), 9, Applicant, new BeginInternalNotice(Way.NoticeWhere));
        Do(Way.SubmittedOn, 9, Applicant, new SubmitApplication());
        if (one.Recommendation is { } letter) Recommend(letter, form);
        Check(form);
        return [.. acts.Where(a => a.At <= begins).Select(a => new DemoStep<Application, ApplicationAct>(a.By, begins - a.At, _ => a.Act))];
    }

    private void Recommend(DemoLetter letter, ApplicationForm form)
    {
        ImmutableArray<LocalFinding> check =
        [
            .. Eligibility.Of(Kind, Grade.Main, form, terms).Where(c => Conditions.DeclaredBy(Kind).Contains(c.Condition))
                .Select(c => c.Standing == ConditionStanding.NotMet ? new LocalFinding(c.Condition, CheckResult.Open, Way.OpenLocally) : new LocalFinding(c.Condition, CheckResult.Met)),
        ];
        Do(letter.Date, 15, people[letter.ByUnitId], new RecommendApplicant(
            1, letter.DocumentNumber, letter.Date, letter.NoticeFrom, letter.NoticeTo, letter.DepartmentsAsked, check, Way.Letter, letter.CountersignedByUnitId) { Terms = terms with { Body = files.Bodies.First(b => b.Id == letter.ByUnitId) } });
    }

    /// <summary>The formal check, with a finding of every condition that is met, and the decision on its last day.</summary>
    private void Check(ApplicationForm form)
    {
        var done = files.Dates.FormalCheckDone;
        var body = one.Recommendation is { } letter ? files.Bodies.First(b => b.Id == letter.ByUnitId) : null;
        var isCorrected = Way.Corrections.TryGetValue(one.Id, out var correction);
        foreach (var check in Eligibility.Of(Kind, Grade.Main, form, terms, body).Where(c => c.Standing != ConditionStanding.NotMet && (correction is null || correction.Points.All(p => p.Condition != c.Condition))))
            Do(done.AddDays(-2), 10, Office, new CheckCondition(1, check.Condition, CheckResult.Met, PapersOf(check.Condition, form), Way.Findings[check.Condition]));
        if (correction is not null) Do(done, 16, Office, new AskCorrection(1, correction.Points, new DateTimeOffset(ChinaTime.Of(begins).Date.AddDays(correction.DaysAfterBeginning).AddHours(17), ChinaTime.Offset)));
        else if (Way.Rejected.TryGetValue(one.Id, out var rejected)) Do(done, 16, Office, new RejectApplication(1, rejected.Condition, rejected.Reason));
        else if (!isCorrected)
        {
            Do(done, 16, Office, new AcceptApplication(1, Way.Accepted));
            // The register of the session was begun when its rooms were set up; the applicants came into it with it.
            acts.Add((begins - DemoScript.SetUp, Person.System, new NoteCarried(Live.LiveRegisters.StreamOf(files.Scores.SessionId))));
        }
    }

    private ImmutableArray<string> PapersOf(string condition, ApplicationForm form) =>
        Conditions.IsRecommendation(condition) ? one.Recommendation is { } letter ? [letter.DocumentNumber] : [] : [.. form.Of(condition)?.Evidence.Select(e => e.Name) ?? []];

    private ApplicationForm Form()
    {
        var contact = one.Contact ?? applicants.All.First(a => a.Id == one.EmployerApplicantId).Contact ?? throw new InvalidDataException(one.Id);
        ImmutableArray<Declaration> declarations = one.IsIndividual ? [Joined(one.DeclaredFacts["E7"])] : [.. Conditions.DeclaredBy(Kind).Select(c => DeclarationOf(c, Read<DemoDeclared>(one.DeclaredFacts[c])))];
        return new ApplicationForm(
            one.IsIndividual ? one.Name : contact.Department, contact.Phone, contact.Email, declarations, one.UnifiedSocialCreditCode, one.LegalForm, one.IsLegalPerson, one.Founded, one.LegalRepresentative?.Name,
            one.Industry?.Name, one.Employer?.Name, one.Employer?.UnifiedSocialCreditCode, one.Post, one.IsIndividual && one.Recommendation?.ByUnitId is { } named && named != one.Government ? named : null);
    }

    /// <summary>The two items of Article 9 as one declaration.</summary>
    private static Declaration Joined(JsonElement both)
    {
        var (method, conduct) = (Read<DemoDeclared>(both.GetProperty("E7.1")), Read<DemoDeclared>(both.GetProperty("E7.2")));
        return DeclarationOf("E7", new DemoDeclared(method.Declared && conduct.Declared, [.. method.Evidence, .. conduct.Evidence], method.Statement, conduct.Records));
    }

    private static Declaration DeclarationOf(string condition, DemoDeclared said) => new(
        condition, said.Declared, said.Statement,
        [.. (said.Records ?? []).Select(r => new Incident(r.Date, Enum.Parse<IncidentKind>(r.Kind, ignoreCase: true), r.Text ?? r.Level ?? "", r.Level is null ? null : !said.Declared, r.Source))],
        [.. said.Evidence.Select(name => new Evidence(name))]);

    private static T Read<T>(JsonElement element) => element.Deserialize<T>(JsonSerializerOptions.Web) ?? throw new InvalidDataException(typeof(T).Name);

    private void Do(DateOnly day, int hour, Person by, ApplicationAct act) =>
        acts.Add((new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), ChinaTime.Offset).AddMinutes(acts.Count), by, act.Terms == ApplicationTerms.None ? act with { Terms = terms } : act));
}
