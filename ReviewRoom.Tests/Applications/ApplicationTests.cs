using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Tests.Applications;

/// <summary>The way of an application: what each step asks, who takes it, and what is refused.</summary>
public sealed class ApplicationTests
{
    private static readonly Person Applicant = AnApplication.Applicant, County = AnApplication.County;

    [Fact]
    public void It_goes_from_the_invitation_to_the_acceptance_and_is_then_to_be_carried_into_the_register()
    {
        var way = new AnApplication();
        List<ApplicationStage> seen = [way.Invited().State.Stage];

        way.Do(Applicant, new SaveForm(AnApplication.Form())).Do(Applicant, new SaveDossier(AnApplication.Hash)).Do(Applicant, new AddFiles([AnApplication.File("f1", 'b')]));
        seen.Add(way.Do(Applicant, new BeginInternalNotice("board")).State.Stage);
        seen.Add(way.On(2026, 9, 9).Do(Applicant, new SubmitApplication(1, "answered")).State.Stage);
        seen.Add(way.On(2026, 9, 22).Do(County, AnApplication.Letter()).State.Stage);
        way.Checked();
        Assert.Null(way.State.ToCarry);
        seen.Add(way.Do(Given.Office, new AcceptApplication(1)).State.Stage);

        Assert.Equal([ApplicationStage.Draft, ApplicationStage.InternalNotice, ApplicationStage.Submitted, ApplicationStage.Recommended, ApplicationStage.Accepted], seen);
        Assert.Equal(("org-01", AnApplication.Hash, "f1"), way.State.ToCarry is { } accepted ? (accepted.Id, accepted.Text, accepted.Files.Single().Id) : default);
        way.Do(Person.System, new NoteCarried("register/session-6"));
        Assert.Null(way.State.ToCarry);
    }

    [Fact]
    public void The_internal_notice_runs_five_working_days_from_the_day_after_and_holds_the_application_still()
    {
        var way = new AnApplication().Filled().On(2026, 9, 28).Do(Applicant, new BeginInternalNotice("board"));

        // Monday 28 September: 29, 30, then the holidays, 8, 9 and the worked Saturday 10 October.
        Assert.Equal([new(2026, 9, 29), new(2026, 9, 30), new(2026, 10, 8), new(2026, 10, 9), new DateOnly(2026, 10, 10)], way.Seen.Notice?.Days);
        Assert.Equal(RefusalCode.NoticeHoldsStill, way.Ask(Applicant, new SaveForm(AnApplication.Form() with { Phone = "1" }))?.Code);
        var early = way.On(2026, 10, 10, 23).Ask(Applicant, new SubmitApplication());
        Assert.Equal((RefusalCode.NoticeNotOver, "2026-10-10"), (early?.Code, early?.Criteria?[0]));
        way.On(2026, 10, 11, 0).Do(Applicant, new SubmitApplication());
    }

    [Fact]
    public void A_notice_that_is_taken_down_begins_anew_with_all_its_days()
    {
        var way = new AnApplication().Filled().Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 7).Do(Applicant, new StopInternalNotice("a wrong figure"));

        Assert.Equal(RefusalCode.NoticeMissing, way.Ask(Applicant, new SubmitApplication())?.Code);
        way.Do(Applicant, new SaveForm(AnApplication.Form() with { Phone = "1" })).Do(Applicant, new BeginInternalNotice("board"));
        Assert.Equal(new DateOnly(2026, 9, 14), way.Seen.Notice?.To);
    }

    [Fact]
    public void What_is_missing_is_named_and_a_missing_holiday_table_is_no_guess()
    {
        var way = new AnApplication().Invited();
        Assert.Equal(["form", "dossier"], way.Ask(Applicant, new SubmitApplication())?.Criteria);

        var form = AnApplication.Form();
        way.Do(Applicant, new SaveForm(form with { Founded = null, Phone = " ", Declarations = [.. form.Declarations.Where(d => d.Condition != "E3")] }));
        Assert.Equal(["founded", "phone", "E3", "dossier"], way.Ask(Applicant, new BeginInternalNotice("board"))?.Criteria);

        way.Do(Applicant, new SaveForm(form)).Do(Applicant, new SaveDossier(AnApplication.Hash));
        way.Terms = way.Terms with { Holidays = new WorkingDays([]) };
        Assert.Equal((RefusalCode.HolidaysMissing, "2026"), way.Ask(Applicant, new BeginInternalNotice("board")) is { } refused ? (refused.Code, refused.Criteria?[0]) : default);
    }

    [Fact]
    public void After_the_deadline_nothing_is_submitted_and_nothing_of_the_draft_is_lost()
    {
        var way = new AnApplication().Filled();

        Assert.Equal((RefusalCode.NoticeTooLate, "2026-10-20"), way.On(2026, 10, 13).Ask(Applicant, new BeginInternalNotice("board")) is { } late ? (late.Code, late.Criteria?[0]) : default);
        Assert.Equal(RefusalCode.NotDue, way.On(2026, 10, 20, 23).Ask(Person.System, new CloseUnsubmitted())?.Code);
        Assert.Equal(AnApplication.At(2026, 10, 21, 0), way.State.FallsDue(way.Terms));
        Assert.Equal(RefusalCode.DeadlinePassed, way.On(2026, 10, 21).Ask(Applicant, new SaveForm(AnApplication.Form() with { Phone = "1" }))?.Code);
        way.Do(Person.System, new CloseUnsubmitted());

        Assert.Equal(ApplicationStage.Closed, way.State.Stage);
        Assert.Equal(13, way.Seen.History?[^1].What is ApplicationClosed { Articles: [var article] } ? article : 0);
        Assert.Equal("Quality office", way.For(Applicant)?.Form?.Contact);
        Assert.Null(way.State.FallsDue(way.Terms));
    }

    [Fact]
    public void Objections_of_the_internal_notice_are_told_with_what_became_of_them()
    {
        var way = new AnApplication().Filled().Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 9);

        Assert.Equal((RefusalCode.ReasonRequired, "handled"), way.Ask(Applicant, new SubmitApplication(2)) is { } refused ? (refused.Code, refused.Field) : default);
        way.Do(Applicant, new SubmitApplication(2, "both answered"));
        Assert.Equal((2, "both answered"), (way.Seen.Submissions[0].Objections, way.Seen.Submissions[0].Handled));
    }

    [Fact]
    public void A_recommendation_needs_its_local_notice_a_check_of_each_condition_and_a_letter_after_it()
    {
        var way = new AnApplication().Submitted().On(2026, 9, 22);
        var letter = AnApplication.Letter();

        Assert.Equal((RefusalCode.NoticeTooShort, "4"), way.Ask(County, letter with { NoticeTo = new DateOnly(2026, 9, 17) }) is { } brief ? (brief.Code, brief.Criteria?[0]) : default);
        Assert.Equal("on", way.Ask(County, letter with { On = new DateOnly(2026, 9, 17) })?.Field);
        Assert.Equal("on", way.Ask(County, letter with { On = new DateOnly(2026, 9, 23) })?.Field);
        Assert.Equal(["E6"], way.Ask(County, letter with { LocalCheck = letter.LocalCheck.RemoveAt(4) })?.Criteria);
        Assert.Equal((RefusalCode.ConditionsNotMet, "E5"), way.Ask(County, letter with { LocalCheck = letter.LocalCheck.SetItem(3, new LocalFinding("E5", CheckResult.NotMet)) }) is { } unmet ? (unmet.Code, unmet.Criteria?[0]) : default);
        way.Do(County, letter with { Countersigned = AnApplication.OtherCounty.Id });
        Assert.Equal(RefusalCode.AlreadySettled, way.Ask(County, letter)?.Code);
    }

    [Fact]
    public void A_recommendation_can_be_taken_back_until_the_decision_and_the_application_is_submitted_again()
    {
        var way = new AnApplication().Recommended().Checked();

        way.Do(County, new WithdrawRecommendation("a complaint has come in"));

        Assert.Equal(ApplicationStage.Submitted, way.State.Stage);
        Assert.Equal(RefusalCode.RecommendationMissing, way.Ask(Given.Office, new AcceptApplication(1))?.Code);
        way.Do(County, AnApplication.Letter()).Do(Given.Office, new CheckCondition(1, "E4", CheckResult.Met, ["letter 2"], "")).Do(Given.Office, new AcceptApplication(1));
        Assert.Equal(RefusalCode.ApplicationDecided, way.Ask(County, new WithdrawRecommendation("too late"))?.Code);
    }

    [Fact]
    public void Who_is_not_recommended_can_only_be_rejected()
    {
        var way = new AnApplication().Submitted().Do(County, new DeclineToRecommend(1, "not leading"));

        Assert.Equal(ApplicationStage.NotRecommended, way.State.Stage);
        Assert.Equal(RefusalCode.RecommendationMissing, way.Ask(Given.Office, new AcceptApplication(1))?.Code);
        way.Do(Given.Office, new RejectApplication(1, "E4", "no recommendation"));
        Assert.Equal((false, 8, "E4"), way.For(Applicant)?.Decision is { } decision ? (decision.IsAccepted, decision.Article, decision.Condition) : default);
    }

    [Fact]
    public void Nobody_is_accepted_with_a_condition_open_and_no_finding_goes_against_the_facts()
    {
        var way = new AnApplication().Filled().Do(Applicant, new SaveForm(AnApplication.Form() with { Founded = new DateOnly(2024, 3, 15) }))
            .Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 9).Do(Applicant, new SubmitApplication()).On(2026, 9, 22).Do(County, AnApplication.Letter());

        Assert.Equal((RefusalCode.FactsAgainst, "E1"), way.Ask(Given.Office, new CheckCondition(1, "E1", CheckResult.Met, [], "")) is { } against ? (against.Code, against.Criteria?[0]) : default);
        Assert.Equal(RefusalCode.ReasonRequired, way.Ask(Given.Office, new CheckCondition(1, "E1", CheckResult.NotMet, [], " "))?.Code);
        way.Do(Given.Office, new CheckCondition(1, "E1", CheckResult.NotMet, ["licence"], "founded in 2024"));
        Assert.Equal(["Q5", "E1", "E2", "E3", "E4", "E5", "E6"], way.Ask(Given.Office, new AcceptApplication(1))?.Criteria);
        way.Do(Given.Office, new RejectApplication(1, "E1", "not three years"));
    }

    [Fact]
    public void A_correction_goes_round_and_what_was_found_of_the_version_before_is_found_anew()
    {
        var way = new AnApplication().Recommended().Checked();
        way.Do(Given.Office, new AskCorrection(1, [new CorrectionPoint("E3", "the licence has run out")], AnApplication.At(2026, 9, 30, 17)));

        Assert.Equal(RefusalCode.AlreadySettled, way.Ask(Given.Office2, new AskCorrection(1, [new CorrectionPoint("E2", "why")], AnApplication.At(2026, 10, 30)))?.Code);
        Assert.Equal(RefusalCode.WrongApplicationStage, way.Ask(Given.Office2, new AcceptApplication(1))?.Code);
        way.Do(Applicant, new SaveForm(AnApplication.Form() with { Email = "new@example.test" })).Do(Applicant, new AnswerCorrection("new licence attached"));
        Assert.Equal(ApplicationStage.Recommended, way.State.Stage);
        Assert.Equal(RefusalCode.ApplicationMoved, way.Ask(Given.Office, new AcceptApplication(1))?.Code);
        Assert.Equal(["E1", "E2", "E3", "E5", "E6"], way.Ask(Given.Office, new AcceptApplication(2))?.Criteria);
        foreach (var condition in (string[])["E1", "E2", "E3", "E5", "E6"]) way.Do(Given.Office, new CheckCondition(2, condition, CheckResult.Met, [], ""));
        way.Do(Given.Office, new AcceptApplication(2));
    }

    [Fact]
    public void An_overdue_correction_is_noted_by_the_program_and_then_decided_or_asked_for_again()
    {
        var way = new AnApplication().Submitted();
        way.Do(Given.Office, new AskCorrection(1, [new CorrectionPoint("E4", "the letter is missing")], AnApplication.At(2026, 9, 20, 17)));

        Assert.Equal(RefusalCode.NotDue, way.Ask(Person.System, new PassCorrectionDue())?.Code);
        Assert.Equal(RefusalCode.DeadlinePassed, way.On(2026, 9, 20, 17).Ask(Applicant, new AnswerCorrection("late"))?.Code);
        way.Do(Person.System, new PassCorrectionDue());
        Assert.NotNull(way.For(Applicant)?.Rounds[0].OverdueAt);
        way.Do(Given.Office, new AskCorrection(1, [new CorrectionPoint("E4", "once more")], AnApplication.At(2026, 9, 27, 17)));
        way.Do(County, AnApplication.Letter() with { On = new DateOnly(2026, 9, 20) }).Do(Applicant, new AnswerCorrection("there it is"));
        Assert.Equal(ApplicationStage.Recommended, way.State.Stage);
    }

    [Fact]
    public void Of_two_clerks_who_decide_the_same_the_second_is_told_that_it_is_decided()
    {
        var way = new AnApplication().Recommended().Checked().Do(Given.Office, new AcceptApplication(1));

        Assert.Equal(RefusalCode.ApplicationDecided, way.Ask(Given.Office2, new AcceptApplication(1))?.Code);
        Assert.Equal(RefusalCode.ApplicationDecided, way.Ask(Given.Office2, new RejectApplication(1, "E2", "why"))?.Code);
    }

    [Fact]
    public void An_applicant_withdraws_until_the_public_notice_and_not_after()
    {
        var way = new AnApplication().Recommended().Checked().Do(Given.Office, new AcceptApplication(1));
        var before = way.Terms;

        way.Terms = before with { Stage = SessionStage.PublicNotice };
        Assert.Equal(RefusalCode.WrongApplicationStage, way.Ask(Applicant, new WithdrawApplication("why"))?.Code);
        way.Terms = before;
        way.Do(Applicant, new WithdrawApplication("sold the company"));

        Assert.Equal(ApplicationStage.Withdrawn, way.State.Stage);
        Assert.Null(way.State.ToCarry);
    }

    [Fact]
    public void An_individual_may_name_a_department_and_from_then_on_it_is_the_departments()
    {
        var way = new AnApplication(ApplicantKind.Individual).Filled().Do(Applicant, new SaveForm(AnApplication.Form(ApplicantKind.Individual) with { Recommender = AnApplication.Department.Id }))
            .Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 9).Do(Applicant, new SubmitApplication()).On(2026, 9, 22);
        var clerk = new Person("clerk", "Clerk", Roles.Body);

        Assert.Null(way.For(County));
        Assert.Equal(RefusalCode.NotFound, way.Ask(County, AnApplication.Letter(kind: ApplicantKind.Individual))?.Code);
        way.Do(clerk, AnApplication.Letter(kind: ApplicantKind.Individual), AnApplication.Department).Checked().Do(Given.Office, new AcceptApplication(1));
    }

    [Fact]
    public void A_county_invites_its_own_and_nobody_elses()
    {
        var way = new AnApplication();

        Assert.Equal(RefusalCode.NotFound, way.Ask(County, AnApplication.Invitation() with { Body = AnApplication.OtherCounty.Id })?.Code);
        Assert.Equal(RefusalCode.NotFound, way.Ask(County, AnApplication.Invitation() with { Body = AnApplication.Party.Id }, AnApplication.Party)?.Code);
        Assert.Equal("body", way.Ask(Given.Office, AnApplication.Invitation() with { Body = AnApplication.Party.Id })?.Field);
        way.Do(County, AnApplication.Invitation());
        Assert.Equal(RefusalCode.AlreadySettled, way.Ask(Given.Office, AnApplication.Invitation())?.Code);
    }

    /// <summary>Each act at the state in which the right person could do it; to everybody else it is not there, or not his.</summary>
    public static readonly TheoryData<string> Acts = [.. typeof(ApplicationAct).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!)];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Each_act_is_for_its_role_alone(string act)
    {
        var (made, who) = ActOf(act);
        (string Role, Person Person, Body? Body)[] everybody =
        [
            ("applicant", Applicant, null), ("county", County, null), ("office", Given.Office, null), ("supervisor", Given.Supervisor, null), ("program", Person.System, null),
            ("other applicant", new Person("applicant-2", "Other", Roles.Applicant), null), ("other county", new Person("c2", "c2", Roles.Body), AnApplication.OtherCounty),
            ("party", new Person("c3", "c3", Roles.Body), AnApplication.Party), ("expert", new Person("expert-01", "E", Roles.Expert), null), ("administrator", new Person("admin", "A", Roles.Administrator), null),
        ];

        foreach (var (role, person, body) in everybody.Where(e => e.Role != who))
        {
            var isNear = role is "applicant" or "county" or "office" or "supervisor" || made is CloseUnsubmitted or PassCorrectionDue or NoteCarried;
            if (made is InviteApplicant) Assert.Contains(new AnApplication().Ask(person, made, body)?.Code, (RefusalCode?[])[null, RefusalCode.NotFound]);
            else Assert.Equal((act, role, isNear ? RefusalCode.NotAllowed : RefusalCode.NotFound), (act, role, Prepared(made).Ask(person, made, body)?.Code));
        }
    }

    private static (ApplicationAct Act, string Who) ActOf(string act) => act switch
    {
        "invite" => (AnApplication.Invitation(), "office"),
        "linkApplicant" => (new LinkApplicant("new", "why"), "office"),
        "saveForm" => (new SaveForm(AnApplication.Form() with { Phone = "9" }), "applicant"),
        "saveDossier" => (new SaveDossier(new string('c', 64)), "applicant"),
        "addFiles" => (new AddFiles([AnApplication.File("f9", 'e')]), "applicant"),
        "removeFile" => (new RemoveFile("f9"), "applicant"),
        "beginInternalNotice" => (new BeginInternalNotice("board"), "applicant"),
        "stopInternalNotice" => (new StopInternalNotice("why"), "applicant"),
        "submit" => (new SubmitApplication(), "applicant"),
        "answerCorrection" => (new AnswerCorrection("done"), "applicant"),
        "withdraw" => (new WithdrawApplication("why"), "applicant"),
        "recommend" => (AnApplication.Letter(), "county"),
        "declineToRecommend" => (new DeclineToRecommend(1, "why"), "county"),
        "withdrawRecommendation" => (new WithdrawRecommendation("why"), "county"),
        "checkCondition" => (new CheckCondition(1, "E2", CheckResult.Met, [], ""), "office"),
        "askCorrection" => (new AskCorrection(1, [new CorrectionPoint("E2", "why")], AnApplication.At(2026, 10, 30)), "office"),
        "accept" => (new AcceptApplication(1), "office"),
        "reject" => (new RejectApplication(1, "E2", "why"), "office"),
        "closeUnsubmitted" => (new CloseUnsubmitted(), "program"),
        "passCorrectionDue" => (new PassCorrectionDue(), "program"),
        "noteCarried" => (new NoteCarried("register/session-6"), "program"),
        _ => throw new InvalidOperationException($"{act} is in nobody's row."),
    };

    private static AnApplication Prepared(ApplicationAct act) => act is WithdrawRecommendation or CheckCondition or AcceptApplication or RejectApplication ? new AnApplication().Recommended() : new AnApplication().Submitted();

    [Fact]
    public void The_applicant_is_shown_what_concerns_him_and_no_finding_under_way_and_no_name_of_a_clerk()
    {
        var way = new AnApplication().Recommended().Do(Given.Office, new CheckCondition(1, "E2", CheckResult.Open, ["canary-paper"], "canary-finding"))
            .Do(Given.Office, new AskCorrection(1, [new CorrectionPoint("E3", "the licence has run out")], AnApplication.At(2026, 10, 30)));

        var shown = Text(way.For(Applicant));
        Assert.All((string[])["canary", "\"office\"", "localCheck\":[{", "\"county\"", "history", "findings"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
        Assert.Contains("the licence has run out", shown, StringComparison.Ordinal);
        Assert.All((string?[])[Text(way.For(County))], county => Assert.DoesNotContain("canary", county, StringComparison.Ordinal));
        Assert.Contains("canary-finding", Text(way.For(Given.Supervisor)), StringComparison.Ordinal);
    }

    [Fact]
    public void To_all_others_there_is_no_application_and_to_its_county_none_before_it_is_submitted()
    {
        var way = new AnApplication().Filled();
        Assert.Null(way.For(County));
        way.Do(Applicant, new BeginInternalNotice("board")).On(2026, 9, 9).Do(Applicant, new SubmitApplication());

        Assert.NotNull(way.For(County));
        Assert.Null(way.For(new Person("c2", "c2", Roles.Body), AnApplication.OtherCounty));
        Assert.Null(way.For(new Person("applicant-2", "Other", Roles.Applicant)));
        Assert.Null(way.For(new Person("expert-01", "Expert", Roles.Expert)));
        Assert.Null(way.For(new Person("leading", "Leading", Roles.Body), new Body("leading", "L", "L", BodyKind.LeadingGroup, false)));
    }

    [Fact]
    public void Who_of_the_office_is_the_applicant_himself_decides_nothing_of_it()
    {
        var both = new Person("applicant", "Both", Roles.Office | Roles.Applicant);
        var way = new AnApplication().Recommended().Checked();

        Assert.Equal(RefusalCode.NotAllowed, way.Ask(both, new AcceptApplication(1))?.Code);
        Assert.Null(way.For(both)?.Findings);
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("declarations")]
    [InlineData("twice")]
    [InlineData("evidence")]
    [InlineData("incidents")]
    [InlineData("recommender")]
    public void A_form_that_cannot_stand_in_the_ledger_is_refused_with_its_field(string fault)
    {
        var form = AnApplication.Form();
        var first = form.Declarations[0];
        var bad = fault switch
        {
            "phone" => form with { Phone = new string('1', 201) },
            "declarations" => form with { Declarations = [first with { Condition = "E7" }] },
            "twice" => form with { Declarations = [first, first] },
            "evidence" => form with { Declarations = [first with { Evidence = [new Evidence(" ")] }] },
            "incidents" => form with { Declarations = [first with { Incidents = [new Incident(default, IncidentKind.Safety, " ")] }] },
            _ => form with { Recommender = AnApplication.Department.Id },
        };

        Assert.Equal(fault == "twice" ? "declarations" : fault, new AnApplication().Invited().Ask(Applicant, new SaveForm(bad))?.Field);
    }

    /// <summary>Whatever is asked in whatever order by whom, one state holds, each follows from the one before, and only its applicant has changed the form.</summary>
    [Fact]
    public void It_never_jumps_and_nobody_but_its_applicant_changes_the_form()
    {
        ApplicationAct[] acts = [.. Acts.Select(a => ActOf((string)a.Data)).Select(a => a.Act), new SaveForm(AnApplication.Form()), new SaveDossier(AnApplication.Hash), .. Conditions.AskedOf(ApplicantKind.Organisation, new ApplicationReadings()).Select(c => new CheckCondition(1, c, CheckResult.Met, [], ""))];
        Person[] people = [Applicant, Applicant, County, Given.Office, Given.Office2, Person.System, new Person("x", "x", Roles.Applicant), new Person("expert", "e", Roles.Expert)];
        Dictionary<ApplicationStage, ApplicationStage[]> next = new()
        {
            [ApplicationStage.Draft] = [ApplicationStage.InternalNotice, ApplicationStage.Closed, ApplicationStage.Withdrawn],
            [ApplicationStage.InternalNotice] = [ApplicationStage.Draft, ApplicationStage.Submitted, ApplicationStage.Closed, ApplicationStage.Withdrawn],
            [ApplicationStage.Submitted] = [ApplicationStage.Recommended, ApplicationStage.NotRecommended, ApplicationStage.Correction, ApplicationStage.Rejected, ApplicationStage.Withdrawn],
            [ApplicationStage.Recommended] = [ApplicationStage.Submitted, ApplicationStage.Correction, ApplicationStage.Accepted, ApplicationStage.Rejected, ApplicationStage.Withdrawn],
            [ApplicationStage.NotRecommended] = [ApplicationStage.Correction, ApplicationStage.Rejected, ApplicationStage.Withdrawn],
            [ApplicationStage.Correction] = [ApplicationStage.Submitted, ApplicationStage.Recommended, ApplicationStage.NotRecommended, ApplicationStage.Accepted, ApplicationStage.Rejected, ApplicationStage.Withdrawn],
            [ApplicationStage.Accepted] = [ApplicationStage.Withdrawn],
            [ApplicationStage.Rejected] = [],
            [ApplicationStage.Closed] = [],
            [ApplicationStage.Withdrawn] = [],
        };
        Gen.Select(Gen.Int[0, acts.Length - 1], Gen.Int[0, people.Length - 1], Gen.Int[0, 3]).Array[1, 120].Sample(asked =>
        {
            var (way, day) = (new AnApplication().Invited(), new DateTime(2026, 9, 1));
            foreach (var (act, person, later) in asked)
            {
                day = day.AddDays(later);
                var (stage, form) = (way.State.Stage, way.Seen.Form);
                var refused = way.On(day.Year, day.Month, day.Day).Ask(people[person], acts[act]);
                if (way.State.Stage != stage) Assert.Contains(way.State.Stage, next[stage]);
                if (!Equals(form, way.Seen.Form)) Assert.Equal((null, Applicant), (refused, people[person]));
            }
        }, iter: 300);
    }

    private static string Text<T>(T value) => System.Text.Encoding.UTF8.GetString(Canonical.Bytes(value));
}
