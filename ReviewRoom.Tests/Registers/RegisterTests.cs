using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Intake;

namespace ReviewRoom.Tests.Registers;

public sealed class RegisterTests
{
    private static readonly Person Office = new("office", "Office", Roles.Office);
    private static readonly Person Supervisor = new("supervisor", "Supervisor", Roles.Supervisor);
    private static readonly Rubric Rubric = Given.Shipped("four-dimension");
    private static readonly string Hash = new('a', 64);

    private Register register = Register.Named("session-7");

    [Fact]
    public void A_register_begins_with_the_name_of_its_session()
    {
        Assert.Equal(RefusalCode.NotFound, Refused(new TakeExperts([Expert("exp-01")])));
        Do(new NameSession(" Seventh "));

        Assert.Equal("Seventh", Seen().Title);
    }

    [Fact]
    public void The_same_id_again_replaces_the_whole_record_in_its_place()
    {
        Begun();
        Do(new TakeExperts([Expert("exp-01"), Expert("exp-02")]));

        Do(new TakeExperts([Expert("exp-03"), Expert("exp-01") with { Name = "Renamed" }]));

        Assert.Equal(["Renamed", "Name exp-02", "Name exp-03"], Seen().Experts.Select(e => e.Name));
    }

    [Fact]
    public void An_approval_needs_a_document_and_a_day_that_has_come_and_a_later_one_corrects_it()
    {
        Begun();
        var day = new DateOnly(1970, 1, 1);

        Assert.Equal("document", Outcome(Office, new RecordApproval("  ", day)).Refusal?.Field);
        Assert.Equal("document", Outcome(Office, new RecordApproval(new string('x', Domain.Feedback.Approval.LongestDocument + 1), day)).Refusal?.Field);
        Assert.Equal("on", Outcome(Office, new RecordApproval("No. 12", day.AddDays(1))).Refusal?.Field);
        Do(new RecordApproval(" No. 12 ", day));
        Assert.Equal(RefusalCode.AlreadySettled, Refused(new RecordApproval("No. 12", day)));
        Do(new RecordApproval("No. 13", day));

        Assert.Equal("No. 13", Seen().Approval?.Approval.Document);
    }

    [Fact]
    public void A_record_that_says_nothing_of_awards_keeps_them_and_an_empty_list_takes_them_away()
    {
        Begun();
        var applicant = Applicant("org-01", "91140321XN0000012M");
        Do(new TakeApplicants([applicant with { Won = [new WonBefore("main", 2019)] }]));

        Do(new TakeApplicants([applicant with { Name = "Renamed" }]));
        Assert.Equal(new WonBefore("main", 2019), Assert.Single(Seen().Applicants[0].Won.GetValueOrDefault()));
        Do(new TakeApplicants([applicant with { Won = [] }]));
        Assert.Empty(Seen().Applicants[0].Won.GetValueOrDefault());
    }

    [Fact]
    public void A_dossier_goes_to_an_applicant_who_is_there()
    {
        Begun();
        Do(new TakeApplicants([Applicant("org-01", "91140321XN0000012M")]));

        Assert.Equal(RefusalCode.Malformed, Refused(new PutDossiers([new DossierHash("org-02", Hash)])));
        Assert.Equal(RefusalCode.Malformed, Refused(new PutDossiers([new DossierHash("org-01", "not a hash")])));
        Do(new PutDossiers([new DossierHash("org-01", Hash)]));
        Assert.Equal(Hash, Seen().Dossiers["org-01"]);
        Assert.Equal(RefusalCode.AlreadySettled, Refused(new PutDossiers([new DossierHash("org-01", Hash)])));
    }

    [Fact]
    public void Files_are_attached_to_an_applicant_who_is_there_and_taken_off_with_a_reason()
    {
        Begun();
        Do(new TakeApplicants([Applicant("org-01", "91140321XN0000012M")]));
        Do(new AttachFiles("org-01", [File("f1", 'a'), File("f2", 'b')]));

        Assert.Equal(RefusalCode.Malformed, Refused(new AttachFiles("org-02", [File("f3", 'c')])));
        Assert.Equal(RefusalCode.AlreadySettled, Refused(new AttachFiles("org-01", [File("f3", 'a')])));
        Assert.Equal(RefusalCode.Malformed, Refused(new AttachFiles("org-01", [.. "0123456789".Select(c => File($"g{c}", c))])));
        Assert.Equal(RefusalCode.ReasonRequired, Refused(new DetachFile("org-01", "f1", " ")));
        Do(new DetachFile("org-01", "f1", "The wrong year"));
        Assert.Equal(["f2"], Seen().Files["org-01"].Select(f => f.Id));
    }

    [Theory]
    [InlineData("../f", "a.pdf", 10)]
    [InlineData("f", "a/b.pdf", 10)]
    [InlineData("f", "", 10)]
    [InlineData("f", "a.pdf", 0)]
    [InlineData("f", "a.pdf", Attachment.MostBytes + 1)]
    public void An_unsound_file_is_never_taken_in(string id, string name, long bytes)
    {
        Begun();
        Do(new TakeApplicants([Applicant("org-01", "91140321XN0000012M")]));

        Assert.Equal(RefusalCode.Malformed, Refused(new AttachFiles("org-01", [File(id, 'a') with { Name = name, Bytes = bytes }])));
    }

    [Theory]
    [InlineData("91140321XN0000012N")]
    [InlineData("123")]
    public void An_unsound_credit_code_is_never_taken_in(string code)
    {
        Begun();

        Assert.Equal(new Refusal(RefusalCode.Malformed) { Field = "creditCode" }, Outcome(Office, new TakeApplicants([Applicant("org-01", code)])).Refusal);
    }

    [Fact]
    public void A_credit_code_belongs_to_one_organisation()
    {
        Begun();
        Do(new TakeApplicants([Applicant("org-01", "91140321XN0000012M")]));

        Assert.Equal(RefusalCode.Malformed, Refused(new TakeApplicants([Applicant("org-09", "91140321XN0000012M")])));
    }

    [Fact]
    public void A_changed_rubric_is_a_new_version_and_the_old_one_stays()
    {
        Begun();
        Do(new PutRubric(Rubric));
        Assert.Equal(RefusalCode.AlreadySettled, Refused(new PutRubric(Rubric)));

        Do(new PutRubric(Rubric with { Standard = "changed" }));

        Assert.Equal([Rubric.Version, Rubric.Version + 1], Seen().Rubrics.Select(r => r.Version));
        Assert.Equal("changed", Assert.Single(Seen().NewestRubrics).Standard);
    }

    [Fact]
    public void A_rubric_whose_sums_are_wrong_is_refused()
    {
        Begun();

        Assert.Equal(RefusalCode.Malformed, Refused(new PutRubric(Rubric with { Categories = [Rubric.Categories[0] with { Points = 1 }, .. Rubric.Categories.Skip(1)] })));
    }

    [Fact]
    public void No_two_experts_share_an_account()
    {
        Begun();
        Do(new TakeExperts([Expert("exp-01"), Expert("exp-02")]));
        Do(new LinkAccounts([new ExpertAccount("exp-01", "chen")]));

        Assert.Equal(RefusalCode.Malformed, Refused(new LinkAccounts([new ExpertAccount("exp-02", "chen")])));
        Assert.Equal(RefusalCode.Malformed, Refused(new LinkAccounts([new ExpertAccount("exp-99", "wang")])));
    }

    [Fact]
    public void Only_the_office_acts_the_supervisor_reads_and_for_all_others_there_is_no_register()
    {
        Begun();

        Assert.Equal(RefusalCode.NotAllowed, Outcome(Supervisor, new NameSession("Other")).Refusal?.Code);
        Assert.NotNull(register.For(Register.ViewerOf(Supervisor), Withholding.None));
        foreach (var role in new[] { Roles.None, Roles.Expert, Roles.Administrator, Roles.Expert | Roles.Administrator })
        {
            var person = new Person("other", "Other", role);
            Assert.Equal(RefusalCode.NotFound, Outcome(person, new NameSession("Other")).Refusal?.Code);
            Assert.Null(register.For(Register.ViewerOf(person), Withholding.None));
        }
        Assert.Null(register.For(new Viewer.Expert("expert-01", "A"), Withholding.None));
        Assert.Null(register.For(new Viewer.Board("hall"), Withholding.None));
    }

    [Fact]
    public void The_demonstrations_records_survive_the_ledgers_own_form()
    {
        RegisterEvent taken = new ExpertsTaken(RegisterJson.Experts(Shipped.Bytes("demo/experts.json")));

        Assert.Equal(Canonical.Bytes(taken), Canonical.Bytes(Canonical.Read<RegisterEvent>(Canonical.Bytes(taken))));
    }

    private static Attachment File(string id, char hash) => new(id, $"{id}.pdf", AttachmentType.Pdf, 10, new string(hash, 64));

    private void Begun() => Do(new NameSession("Seventh"));

    private RegisterView Seen(Withholding? withheld = null) => register.For(new Viewer.Office("office"), withheld ?? Withholding.None) ?? throw new InvalidOperationException();

    private void Do(RegisterAct act)
    {
        var outcome = Outcome(Office, act);
        register = register.Apply(outcome.Event ?? throw new InvalidOperationException($"{outcome.Refusal}"), new Stamp(register.Version + 1, DateTimeOffset.UnixEpoch, "office"));
    }

    private RefusalCode? Refused(RegisterAct act) => Outcome(Office, act).Refusal?.Code;

    private Outcome<RegisterEvent> Outcome(Person by, RegisterAct act) => register.Decide(act, new Asking(by, DateTimeOffset.UnixEpoch, new byte[32]));

    private static ExpertRecord Expert(string id) => new(id, $"Name {id}", new OrganisationRef(Name: "University"), null, [], [], [], [], [], [], [], [], []);

    private static ApplicantRecord Applicant(string id, string code) => new(id, $"Name {id}", new Organisation(id, $"Name {id}", null, code, null, null, null, [], [], [], []), null, null);
}
