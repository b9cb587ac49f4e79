using System.Net;
using System.Net.Http.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Documents;
using ReviewRoom.Tests.Sessions;

namespace ReviewRoom.Tests.Papers;

public sealed class SessionPapersTests
{
    private const string Path = $"/api/sessions/{AConsultation.Id}/papers";

    [Fact]
    public async Task An_issued_letter_keeps_its_words_though_the_template_changes_and_reaches_each_unit_under_its_own_name()
    {
        await using var world = await Consulting();
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        using var unit = await world.App.Api("unit-02");
        var before = await Paper(unit);
        await Template(world, "! 新模板");

        Assert.Equal(before, await Paper(unit));
        Assert.Contains("阳泉市生态环境局：", before, StringComparison.Ordinal);
        Assert.Contains("函〔2026〕12号", before, StringComparison.Ordinal);
        Assert.Contains("甲公司", before, StringComparison.Ordinal);
        Assert.DoesNotContain("阳泉市财政局", before, StringComparison.Ordinal);
        Assert.DoesNotContain("75", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_recused_from_an_applicant_gets_no_paper_that_names_applicants_and_issues_none()
    {
        await using var world = await Consulting(recused: true);
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        var desk = world.App.Get<LettersDesk>();

        Assert.Null(desk.Read("office2", AConsultation.Id, PaperKind.Consultation));
        Assert.NotNull(desk.Read("office2", AConsultation.Id, PaperKind.Call));
        Assert.All(desk.View("office2", AConsultation.Id)!.Papers.Where(p => p.Kind is not (PaperKind.Call or PaperKind.Notice)), p => Assert.Equal((PaperStanding.Withheld, 0), (p.Standing, p.Issued.Length)));
        Assert.Equal(RefusalCode.Recused, (await desk.Issue("office2", AConsultation.Id, ApiClient.NewId(), Act(PaperKind.Consultation, "x"))).Refusal?.Code);
        using var second = await world.App.Api("office2");
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"{Path}/consultation.docx")).StatusCode);
    }

    [Theory]
    [InlineData("office", true, true)]
    [InlineData("supervisor", true, true)]
    [InlineData("unit-01", false, true)]
    [InlineData("leading", false, false)]
    [InlineData("unit-99", false, false)]
    [InlineData("expert-01", false, false)]
    [InlineData("admin", false, false)]
    public async Task A_draft_is_read_by_office_and_supervisor_and_an_issued_letter_by_whom_it_is_for(string person, bool draft, bool issued)
    {
        await using var world = await Consulting();
        var desk = world.App.Get<LettersDesk>();

        Assert.Equal(draft, desk.Read(person, AConsultation.Id, PaperKind.Consultation) is not null);
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");

        Assert.Equal(issued, desk.Read(person, AConsultation.Id, PaperKind.Consultation) is not null);
        Assert.Equal(draft, desk.Read(person, AConsultation.Id, PaperKind.Consultation, 0) is not null);
        if (person != "office") Assert.NotNull((await desk.Issue(person, AConsultation.Id, ApiClient.NewId(), Act(PaperKind.Consultation, "x"))).Refusal);
    }

    [Fact]
    public async Task What_a_unit_is_sent_says_nothing_of_other_papers_or_replies()
    {
        var clock = new Leaks.StillClock();
        await using var one = await Consulting(clock: clock);
        await using var other = await Consulting(clock: clock);
        foreach (var world in (AConsultation[])[one, other]) await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        await one.Do("unit-03", new Domain.Sessions.ReplyToConsultation([new Domain.Sessions.Opinion("d1", "E5", "canary")]));
        await one.Do("unit-01", new Domain.Sessions.ReplyToConsultation([]));
        await one.Do("unit-02", new Domain.Sessions.ReplyToConsultation([]));
        await one.Do("office", new Domain.Sessions.DecideOpinion("unit-03", "d1", Domain.Sessions.Verdict.NotAdopted, "canary"));
        await one.Do("office", new Domain.Sessions.CloseConsultation());
        await one.Do("office", new Domain.Sessions.Propose());
        await Issued(one, PaperKind.Proposal, "请〔2026〕1号");

        foreach (var person in (string[])["unit-01", "expert-01"])
        {
            using var here = await one.App.Api(person);
            using var there = await other.App.Api(person);
            Assert.Equal(await Sent(there, Path), await Sent(here, Path));
            Assert.Equal(await Sent(there, $"{Path}/consultation.docx"), await Sent(here, $"{Path}/consultation.docx"));
            Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync($"{Path}/proposal.docx")).StatusCode);
        }
        using var leading = await one.App.Api("leading");
        Assert.Equal(HttpStatusCode.OK, (await leading.GetAsync($"{Path}/proposal.docx")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_ready_future_or_numbered_twice_is_refused()
    {
        await using var world = await Consulting();
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        var desk = world.App.Get<LettersDesk>();
        async Task<RefusalCode?> Ask(IssuePaper act) => (await desk.Issue("office", AConsultation.Id, ApiClient.NewId(), act)).Refusal?.Code;

        Assert.Equal(RefusalCode.WrongStage, await Ask(Act(PaperKind.Proposal, "p")));
        Assert.Equal(RefusalCode.Malformed, await Ask(Act(PaperKind.Certificate, "p")));
        Assert.Equal(RefusalCode.NumberTaken, await Ask(Act(PaperKind.Call, " 函〔2026〕12号 ")));
        Assert.Equal(RefusalCode.ReasonRequired, await Ask(Act(PaperKind.Call, " ")));
        Assert.Equal(RefusalCode.Malformed, await Ask(Act(PaperKind.Call, "p") with { On = world.App.Get<LivePapers>().Today.AddDays(1) }));
        Assert.Equal(RefusalCode.AlreadySettled, await Ask(Act(PaperKind.Consultation, "函〔2026〕12号") with { On = world.App.Get<LivePapers>().Today }));
        Assert.Single(desk.View("office", AConsultation.Id)!.Papers.Single(p => p.Kind == PaperKind.Consultation).Issued);
    }

    [Fact]
    public async Task The_Word_file_is_sound_set_as_official_papers_are_and_the_same_bytes_each_time()
    {
        await using var world = await Consulting();
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        using var office = await world.App.Api("office");
        var bytes = await office.GetByteArrayAsync($"{Path}/consultation.docx?copy=unit-03");

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var text = file.MainDocumentPart?.Document?.Body?.InnerText ?? "";
        Assert.Contains("阳泉市郊区人民政府：", text, StringComparison.Ordinal);
        Assert.Contains("丙公司", text, StringComparison.Ordinal);
        Assert.Contains("PAGE", file.MainDocumentPart?.FooterParts.Single().Footer?.OuterXml ?? "", StringComparison.Ordinal);
        Assert.Equal(bytes, await office.GetByteArrayAsync($"{Path}/consultation.docx?copy=unit-03"));
    }

    [Fact]
    public async Task The_letters_print_on_one_page_each()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice or poppler is not installed.");
        await using var world = await Consulting();
        await Issued(world, PaperKind.Consultation, "函〔2026〕12号");
        using var office = await world.App.Api("office");
        var bytes = await office.GetByteArrayAsync($"{Path}/consultation.docx");

        var print = (await LibreOffice.Prints(new Dictionary<string, byte[]> { ["letter.docx"] = bytes }, TestContext.Current.CancellationToken))["letter.docx"];

        Assert.Equal(1, print.Pages);
        Assert.Contains("逾期未复", print.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_tells_the_templates_with_their_fields_and_a_wrong_one_is_turned_back_with_both()
    {
        await using var world = await Consulting();
        using var office = await world.App.Api("office");
        using var supervisor = await world.App.Api("supervisor");
        using var expert = await world.App.Api("expert-01");

        var answer = await office.PostAsJsonAsync("/api/templates/acts", new { commandId = ApiClient.NewId(), act = "putTemplate", kind = "consultation", @base = 0, text = "{{number}} {{date}} {{session}} {{unit}} {{due}} {{nobody}}" });
        var problem = await answer.Json();

        Assert.Equal((HttpStatusCode.Conflict, "UnknownField", "nobody"), (answer.StatusCode, (string?)problem["code"], (string?)problem["criteria"]?[0]));
        Assert.Contains("candidates.name", (string?)problem["title"], StringComparison.Ordinal);
        Assert.Equal(11, (await (await supervisor.GetAsync("/api/templates")).Json()).AsArray().Count);
        Assert.Equal(HttpStatusCode.Forbidden, (await expert.GetAsync("/api/templates")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.PostAsJsonAsync("/api/templates/acts", new { commandId = ApiClient.NewId(), act = "resetTemplate", kind = "consultation", @base = 0 })).StatusCode);
    }

    [Fact]
    public async Task A_certificate_follows_the_template_the_office_has_written()
    {
        await using var demo = await AppUnderTest.Demo();
        var text = demo.Get<ShippedTemplates>().Text(PaperKind.Certificate);
        await demo.Get<LivePapers>().Ask("office", ApiClient.NewId(), new PutTemplate(PaperKind.Certificate, 0, text.Replace("特发此证", "谨此表彰", StringComparison.Ordinal)));
        using var office = await demo.Api("office");

        Assert.Contains("你单位获得第五届阳泉市质量奖，谨此表彰。", await office.GetStringAsync("/awards/aw-2025-m1/certificate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_about_an_application_are_for_who_may_see_it_and_keep_the_template_of_their_day()
    {
        await using var demo = await AppUnderTest.Demo();
        const string rejected = "/sessions/session-6/applications/org-08/letter", recommended = "/sessions/session-6/applications/org-01/letter?kind=recommendation";
        using var office = await demo.Api("office");
        using var applicant = await demo.Api("applicant-08");
        using var other = await demo.Api("applicant-01");
        var before = await office.GetStringAsync(rejected);
        var text = demo.Get<ShippedTemplates>().Text(PaperKind.Rejection);
        Assert.NotNull((await demo.Get<LivePapers>().Ask("office", ApiClient.NewId(), new PutTemplate(PaperKind.Rejection, 0, text.Replace("不予受理通知书", "新的名称", StringComparison.Ordinal)))).Receipt);

        Assert.Contains("不予受理通知书", before, StringComparison.Ordinal);
        Assert.Contains("不符合第8条", before, StringComparison.Ordinal);
        Assert.DoesNotContain("新的名称", await applicant.GetStringAsync(rejected), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(rejected)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/api" + rejected + ".docx")).StatusCode);
        Assert.Contains("逐项核查情况如下", await office.GetStringAsync(recommended), StringComparison.Ordinal);
        Assert.DoesNotContain("逐项核查情况如下", await other.GetStringAsync(recommended), StringComparison.Ordinal);
        using var file = WordprocessingDocument.Open(new MemoryStream(await applicant.GetByteArrayAsync("/api" + rejected + ".docx")), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file));
    }

    private static async Task<AConsultation> Consulting(bool recused = false, TimeProvider? clock = null)
    {
        var world = await AConsultation.Planned(clock, recused);
        await world.Do("office", AConsultation.Start(Given.Start.AddYears(30)));
        return world;
    }

    private static async Task<string> Paper(HttpClient client) => (await client.GetStringAsync($"/sessions/{AConsultation.Id}/papers/consultation")).Split("<main")[1].Split("</main>")[0];

    private static IssuePaper Act(PaperKind kind, string number) => new(kind, number, new DateOnly(2026, 1, 5));

    private static async Task Issued(AConsultation world, PaperKind kind, string number)
    {
        var answer = await world.App.Get<LettersDesk>().Issue("office", AConsultation.Id, ApiClient.NewId(), Act(kind, number) with { On = world.App.Get<LivePapers>().Today });
        Assert.True(answer.Receipt is not null, $"{kind}: {answer.Refusal?.Code} {answer.Refusal?.Field}");
    }

    private static async Task Template(AConsultation world, string more)
    {
        var text = world.App.Get<ShippedTemplates>().Text(PaperKind.Consultation);
        Assert.NotNull((await world.App.Get<LivePapers>().Ask("office", ApiClient.NewId(), new PutTemplate(PaperKind.Consultation, 0, text + more))).Receipt);
    }

    private static async Task<string> Sent(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return $"{(int)answer.StatusCode} {(answer.IsSuccessStatusCode ? Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync()) : "")}";
    }
}
