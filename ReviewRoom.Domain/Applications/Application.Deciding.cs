using System.Collections.Immutable;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Domain.Applications;

// Who may ask what, and what the applicant asks: the form, the report, the internal notice, the submission.
public sealed partial record Application
{
    public const int LongestReason = 1_000;

    /// <summary>Decides an act: the applicant's, his county's or department's, the office's; to all others there is no application.</summary>
    public Outcome<ApplicationEvent> Decide(ApplicationAct act, Asking asking)
    {
        if (act is InviteApplicant invite) return DecideInvitation(invite, asking);
        if (!Exists) return RefusalCode.NotFound;
        if (act is CloseUnsubmitted or PassCorrectionDue or NoteCarried) return asking.By == Person.System ? DecideByProgram(act, asking.At) : RefusalCode.NotAllowed;
        return RoleOf(asking.By, act.Terms) switch
        {
            Applicant => DecideByApplicant(act, asking.At),
            County => DecideByCounty(act, asking.At),
            Office => DecideByOffice(act, asking.At),
            Supervisor => RefusalCode.NotAllowed,
            _ => RefusalCode.NotFound,
        };
    }

    [Article(7, 13)]
    private Outcome<ApplicationEvent> DecideInvitation(InviteApplicant act, Asking asking)
    {
        if (Exists) return RoleOf(asking.By, act.Terms) is null ? RefusalCode.NotFound : RefusalCode.AlreadySettled;
        var isOffice = asking.By.Roles.HasFlag(Roles.Office);
        if (!isOffice && (act.Terms.Body?.Id is not { } own || own != act.Body || !act.Terms.MayRecommend(own))) return RefusalCode.NotFound;
        if (ChinaTime.DayOf(asking.At) > act.Terms.Deadline) return Passed(act.Terms);
        if (!Register.IsName(act.Name)) return Refusal.Malformed("name");
        if (!act.Terms.MayRecommend(act.Body)) return Refusal.Malformed("body");
        return string.IsNullOrWhiteSpace(act.PersonId) ? Refusal.Malformed("person") : new ApplicantInvited(act.Name.Trim(), act.Kind, act.Grade, act.Body, act.PersonId);
    }

    /// <summary>Nobody but its applicant changes an application.</summary>
    [Article(13)]
    private Outcome<ApplicationEvent> DecideByApplicant(ApplicationAct act, DateTimeOffset at) => act switch
    {
        SaveForm save => MayChange(act.Terms, at) ?? DecideForm(save),
        SaveDossier save => MayChange(act.Terms, at) ?? DecideDossier(save),
        AddFiles add => MayChange(act.Terms, at) ?? DecideFiles(add),
        RemoveFile remove => MayChange(act.Terms, at) ?? (Files.All(f => f.Id != remove.File) ? RefusalCode.NotFound : (Outcome<ApplicationEvent>)new FileRemoved(remove.File)),
        BeginInternalNotice begin => DecideNotice(begin, at),
        StopInternalNotice stop => Stage != ApplicationStage.InternalNotice ? WrongState() : Worded(stop.Reason, "reason") ?? (Outcome<ApplicationEvent>)new InternalNoticeStopped(stop.Reason.Trim()),
        SubmitApplication submit => DecideSubmission(submit, at),
        AnswerCorrection answer => DecideAnswer(answer, at),
        WithdrawApplication withdraw => DecideWithdrawal(withdraw),
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>A form is changed while it is drafted and while a correction is open; the internal notice holds it still.</summary>
    private Refusal? MayChange(ApplicationTerms terms, DateTimeOffset at) => Stage switch
    {
        ApplicationStage.Draft => ChinaTime.DayOf(at) > terms.Deadline ? Passed(terms) : null,
        ApplicationStage.InternalNotice => new Refusal(RefusalCode.NoticeHoldsStill),
        ApplicationStage.Correction => OpenRound is { } round && at >= round.Due ? PassedOn(round.Due) : null,
        _ => new Refusal(WrongState()),
    };

    private Outcome<ApplicationEvent> DecideForm(SaveForm act)
    {
        if (act.Form.Fault(Kind) is { } fault) return fault;
        if (act.Form.Recommender is { Length: > 0 } named && (Kind != ApplicantKind.Individual || !act.Terms.MayRecommend(named))) return Refusal.Malformed("recommender");
        // Whom it was submitted to stays the one who recommends.
        if (IsSubmitted && (act.Form.Recommender ?? "") != (Form?.Recommender ?? "")) return Refusal.Malformed("recommender");
        return Form is { } before && Canonical.Bytes(before).AsSpan().SequenceEqual(Canonical.Bytes(act.Form)) ? RefusalCode.AlreadySettled : new FormSaved(act.Form);
    }

    private Outcome<ApplicationEvent> DecideDossier(SaveDossier act)
    {
        if (act.Text is not { Length: 64 } || !act.Text.All(char.IsAsciiHexDigitLower)) return Refusal.Malformed("text");
        return act.Text == Dossier ? RefusalCode.AlreadySettled : new DossierSaved(act.Text);
    }

    private Outcome<ApplicationEvent> DecideFiles(AddFiles act)
    {
        if (act.Files.IsDefaultOrEmpty || act.Files.Any(f => f is not { IsSound: true }) || Files.Length + act.Files.Length > Attachment.MostFiles) return Refusal.Malformed("files");
        var all = Files.AddRange(act.Files);
        if (all.DistinctBy(f => f.Id).Count() < all.Length) return Refusal.Malformed("files");
        return all.DistinctBy(f => f.Hash).Count() < all.Length ? RefusalCode.AlreadySettled : new FilesAdded(act.Files);
    }

    /// <summary>What hangs out is the whole application, and it hangs so many working days from the day after.</summary>
    [Article(13)]
    private Outcome<ApplicationEvent> DecideNotice(BeginInternalNotice act, DateTimeOffset at)
    {
        if (Stage != ApplicationStage.Draft) return WrongState();
        var today = ChinaTime.DayOf(at);
        if (today > act.Terms.Deadline) return Passed(act.Terms);
        if (string.IsNullOrWhiteSpace(act.Where) || act.Where.Length > ApplicationForm.LongestLine) return Refusal.Malformed("where");
        if (Missing() is { IsEmpty: false } missing) return new Refusal(RefusalCode.ApplicationIncomplete) { Criteria = missing };
        var days = new List<DateOnly>();
        for (var count = 1; count <= act.Terms.Readings.NoticeDays; count++)
        {
            if (act.Terms.Holidays.After(today, count, out var year) is not { } day) return new Refusal(RefusalCode.HolidaysMissing) { Criteria = [year.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
            days.Add(day);
        }
        return days[^1] >= act.Terms.Deadline ? new Refusal(RefusalCode.NoticeTooLate) { Criteria = [Iso(days[^1])] } : new InternalNoticeBegun(act.Where.Trim(), days[0], days[^1], [.. days]);
    }

    [Article(13)]
    private Outcome<ApplicationEvent> DecideSubmission(SubmitApplication act, DateTimeOffset at)
    {
        if (Stage == ApplicationStage.Draft) return Missing() is { IsEmpty: false } missing ? new Refusal(RefusalCode.ApplicationIncomplete) { Criteria = missing } : RefusalCode.NoticeMissing;
        if (Stage != ApplicationStage.InternalNotice || Notice is not { } notice) return WrongState();
        var today = ChinaTime.DayOf(at);
        if (today > act.Terms.Deadline) return Passed(act.Terms);
        if (today <= notice.To) return new Refusal(RefusalCode.NoticeNotOver) { Criteria = [Iso(notice.To)] };
        if (act.Objections is < 0 or > 10_000) return Refusal.Malformed("objections");
        if (act.Objections > 0 && Worded(act.Handled ?? "", "handled") is { } wordless) return wordless;
        return act.Handled?.Length > LongestReason ? new Refusal(RefusalCode.TextTooLong) { Field = "handled" } : new ApplicationSubmitted(act.Objections, act.Handled?.Trim());
    }

    [Article(13, 15)]
    private Outcome<ApplicationEvent> DecideAnswer(AnswerCorrection act, DateTimeOffset at)
    {
        if (Stage != ApplicationStage.Correction || OpenRound is not { } round) return WrongState();
        if (at >= round.Due) return PassedOn(round.Due);
        if (Missing() is { IsEmpty: false } missing) return new Refusal(RefusalCode.ApplicationIncomplete) { Criteria = missing };
        return Worded(act.Answer, "answer") ?? (Outcome<ApplicationEvent>)new CorrectionAnswered(act.Answer.Trim());
    }

    [Article(13)]
    private Outcome<ApplicationEvent> DecideWithdrawal(WithdrawApplication act)
    {
        if (Stage is ApplicationStage.Withdrawn or ApplicationStage.Closed or ApplicationStage.Rejected || act.Terms.Stage >= SessionStage.PublicNotice) return WrongState();
        return Worded(act.Reason, "reason") ?? (Outcome<ApplicationEvent>)new ApplicationWithdrawn(act.Reason.Trim());
    }

    private Outcome<ApplicationEvent> DecideByProgram(ApplicationAct act, DateTimeOffset at) => act switch
    {
        CloseUnsubmitted => Stage is not (ApplicationStage.Draft or ApplicationStage.InternalNotice) ? WrongState() : ChinaTime.DayOf(at) <= act.Terms.Deadline ? RefusalCode.NotDue : new ApplicationClosed(act.Terms.Deadline, [13]),
        PassCorrectionDue => Stage != ApplicationStage.Correction || OpenRound is not { OverdueAt: null } round ? WrongState() : at < round.Due ? RefusalCode.NotDue : new CorrectionFellDue([15]),
        NoteCarried carried => ToCarry is null ? WrongState() : new ApplicationCarried(carried.Register),
        _ => RefusalCode.NotAllowed,
    };

    /// <summary>What is missing before it can hang out or go out.</summary>
    private ImmutableArray<string> Missing() => [.. Form?.Missing(Kind) ?? ["form"], .. Dossier is null ? ["dossier"] : Array.Empty<string>()];

    private static Refusal? Worded(string text, string field) => Refusal.OfText(text, field, LongestReason);

    private static Refusal Passed(ApplicationTerms terms) => new(RefusalCode.DeadlinePassed) { Criteria = [Iso(terms.Deadline)] };

    private static Refusal PassedOn(DateTimeOffset due) => new(RefusalCode.DeadlinePassed) { Criteria = [Iso(ChinaTime.DayOf(due))] };

    private static RefusalCode WrongState() => RefusalCode.WrongApplicationStage;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
