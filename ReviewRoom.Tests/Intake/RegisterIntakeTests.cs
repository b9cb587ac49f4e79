using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Intake;
using ReviewRoom.Resources;

namespace ReviewRoom.Tests.Intake;

public sealed class RegisterIntakeTests
{
    private const string Code = "91140321XN0000012M";
    private static readonly RegisterView Empty = new("session-7", 1, "Seventh", [], [], [], System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, [], System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);
    private static readonly string[] Heads = ["编号", "类别", "名称", "统一社会信用代码", "工作单位"];

    [Fact]
    public void The_demonstrations_files_are_sound()
    {
        Assert.All(RegisterIntake.Experts(Shipped.Bytes("demo/experts.json")).Rows, row => Assert.True(row.IsSound));
        Assert.All(RegisterIntake.Applicants(Shipped.Bytes("demo/applicants.json"), Empty).Rows, row => Assert.Empty(row.Faults));
        Assert.Equal(35, RegisterIntake.Organisations(Shipped.Bytes("demo/entities.json"), Empty).Rows.Count(row => row.IsSound));
    }

    [Fact]
    public void A_workbook_gives_experts_with_the_facts_of_its_second_sheet()
    {
        var reading = RegisterIntake.Experts(Books.Of(
            [["编号", "姓名x", "名称", "工作单位", "专长"], ["exp-01", "", "韩牧之", "质量研究院", "制造业；标准化"], ["exp-02", "", "杜清源", "标准中心", ""]],
            [["Id", "Fact", "Organisation", "What", "From", "To", "Paid", "Percent", "Relation", "Relative"],
             ["exp-01", "employment", "衡岳煤机", "工程师", "2020/3/1", "45000"], ["exp-01", "持股", "青磊耐材", "", "2021年5月6日", "", "", "12.5%"],
             ["exp-02", "有偿咨询", "云津乳业", "培训", "", "", "是"], ["exp-02", "relative", "盂县热电", "会计", "", "", "", "", "配偶", "沈某"]]));

        var (first, second) = (reading.Rows[0].Record!, reading.Rows[1].Record!);
        Assert.All(reading.Rows, row => Assert.Empty(row.Faults));
        Assert.Equal(["姓名x"], reading.Unknown);
        Assert.Equal(["制造业", "标准化"], first.Specialties);
        Assert.Equal(new Span(new DateOnly(2020, 3, 1), new DateOnly(2023, 3, 15)), first.Posts[0].When);
        Assert.Equal((12.5m, new DateOnly(2021, 5, 6)), (first.Holdings[0].Percent, first.Holdings[0].When.From));
        Assert.True(second.Advice[0].Paid);
        Assert.Equal("沈某", second.Relatives[0].Name);
    }

    [Fact]
    public void Earlier_awards_stand_in_a_column_of_their_own()
    {
        var reading = RegisterIntake.Applicants(Books.Of(
            [["编号", "类别", "名称", "曾获奖项"], ["a", "组织", "甲公司", "2019 主奖；2021-06-30 提名奖 已撤销"], ["b", "组织", "乙公司", "2019"], ["c", "组织", "丙公司", ""]]), Empty);

        Assert.Equal([new WonBefore("main", 2019), new WonBefore("nomination", 2021, new DateOnly(2021, 6, 30), true)], reading.Rows[0].Record?.Won ?? []);
        Assert.Equal(new RowFault(RowFaultKind.Award, "awards", "2019"), Assert.Single(reading.Rows[1].Faults));
        Assert.Null(reading.Rows[2].Record?.Won);
    }

    [Fact]
    public void A_list_of_past_awards_is_given_to_those_who_won_them()
    {
        var there = Empty with { Applicants = RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")) };

        var reading = RegisterIntake.Applicants(Shipped.Bytes("demo/history.json"), there);

        Assert.Equal(["ind-02", "org-01", "org-02", "org-03", "org-05", "org-08"], reading.Rows.Where(r => r.IsSound).Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(new WonBefore("main", 2021, new DateOnly(2021, 9, 15), true), reading.Rows.First(r => r.Id == "org-08").Record?.Won?[0]);
        Assert.All(reading.Rows.Where(r => !r.IsSound), r => Assert.Equal(RowFaultKind.Holder, Assert.Single(r.Faults).Kind));
    }

    [Theory]
    [InlineData(RowFaultKind.Missing, "a", "组织", "", "")]
    [InlineData(RowFaultKind.Missing, "a", "个人", "李某", "")]
    [InlineData(RowFaultKind.IdForm, "a b", "组织", "甲公司", Code)]
    [InlineData(RowFaultKind.CodeLength, "a", "组织", "甲公司", "123")]
    [InlineData(RowFaultKind.CodeCharacter, "a", "组织", "甲公司", "91140321XN000001IM")]
    [InlineData(RowFaultKind.CodeOrganisationCheck, "a", "组织", "甲公司", "91140321XN0000022M")]
    [InlineData(RowFaultKind.CodeCheck, "a", "组织", "甲公司", "91140321XN0000012N")]
    [InlineData(RowFaultKind.Word, "a", "基金会", "甲公司", Code)]
    [InlineData(RowFaultKind.Formula, "a", "组织", "=HYPERLINK(\"x\")", Code)]
    public void A_bad_row_is_named_with_its_fault_and_the_good_one_stays(RowFaultKind expected, string id, string kind, string name, string code)
    {
        var reading = RegisterIntake.Applicants(Books.Of([Heads, [id, kind, name, code, ""], ["good", "组织", "乙公司", "", ""]]), Empty);

        Assert.Contains(reading.Rows[0].Faults, f => f.Kind == expected);
        Assert.True(reading.Rows[1].IsSound);
    }

    [Fact]
    public void Ids_and_credit_codes_that_stand_twice_are_named_on_every_row()
    {
        var reading = RegisterIntake.Applicants(Books.Of([Heads, ["a", "组织", "甲", Code], ["a", "组织", "乙", ""], ["c", "组织", "丙", Code]]), Empty);

        Assert.Equal([RowFaultKind.IdTwice, RowFaultKind.CodeTwice, RowFaultKind.IdTwice, RowFaultKind.CodeTwice], reading.Rows.SelectMany(r => r.Faults).Select(f => f.Kind));
    }

    [Fact]
    public void A_credit_code_of_another_organisation_in_the_register_is_named()
    {
        var there = Empty with { Organisations = [new Organisation("ext-01", "已有", null, Code, null, null, null, [], [], [], [])] };

        var reading = RegisterIntake.Applicants(Books.Of([Heads, ["a", "组织", "甲", Code]]), there);

        Assert.Equal(RowFaultKind.CodeTwice, Assert.Single(reading.Rows[0].Faults).Kind);
    }

    [Fact]
    public void Rows_with_merged_cells_are_not_guessed_at()
    {
        var reading = RegisterIntake.Applicants(Books.Of([Heads, ["a", "组织", "甲"], ["b", "组织", "乙"], ["c", "组织", "丙"]], merged: "B2:B3"), Empty);

        Assert.Equal([true, true, false], reading.Rows.Select(r => r.Faults.Any(f => f.Kind == RowFaultKind.Merged)));
    }

    [Fact]
    public void A_fact_about_nobody_and_a_day_that_is_none_are_named()
    {
        var reading = RegisterIntake.Experts(Books.Of(
            [["id", "name"], ["exp-01", "韩牧之"]], [["id", "fact", "organisation", "from"], ["exp-01", "employment", "甲", "2020-13-01"], ["exp-77", "employment", "乙", ""]]));

        Assert.Equal((RowFaultKind.Date, RowFaultKind.Orphan), (reading.Rows[0].Faults[0].Kind, reading.Rows[1].Faults[0].Kind));
    }

    [Theory]
    [InlineData("{\"experts\":[{\"id\":\"a\",\"name\":\"A\",\"employments\":[null]}]}")]
    [InlineData("{\"experts\":[{\"id\":\"a\",\"name\":\"A\",\"employments\":[{\"from\":\"2020-13-01\"}]}]}")]
    [InlineData("{\"experts\":[{\"id\":\"a\",\"name\":\"\"}]}")]
    [InlineData("{\"experts\":[7]}")]
    public void A_bad_row_of_JSON_is_named_and_the_file_is_read_on(string json)
    {
        Assert.False(Assert.Single(RegisterIntake.Experts(Encoding.UTF8.GetBytes(json)).Rows).IsSound);
    }

    public static TheoryData<string, FileFaultKind, byte[]> Hostile()
    {
        var book = Books.Of([["id", "name"], ["exp-01", "A"]]);
        const string dtd = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        return new()
        {
            { "nothing", FileFaultKind.Empty, [] },
            { "text", FileFaultKind.Unreadable, "not a table"u8.ToArray() },
            { "a list", FileFaultKind.Unreadable, "[]"u8.ToArray() },
            { "deep", FileFaultKind.Unreadable, Encoding.ASCII.GetBytes(new string('[', 100_000)) },
            { "another JSON", FileFaultKind.NoColumn, "{\"people\":[]}"u8.ToArray() },
            { "half a workbook", FileFaultKind.Unreadable, book[..(book.Length / 2)] },
            { "an archive that is none", FileFaultKind.Unreadable, Books.Zip(("a.txt", "x"u8.ToArray())) },
            { "entities", FileFaultKind.Unreadable, Books.With(book, "xl/worksheets/sheet1.xml", dtd) },
            { "a bomb", FileFaultKind.Bomb, Books.Zip(("xl/worksheets/sheet1.xml", new byte[ArchiveLimits.Bytes + 1])) },
            { "many files", FileFaultKind.Bomb, Books.Zip([.. Enumerable.Range(0, ArchiveLimits.Entries + 1).Select(n => ($"f{n}", Array.Empty<byte>()))]) },
            { "too large", FileFaultKind.TooLarge, new byte[ArchiveLimits.UploadBytes + 1] },
            { "no rows", FileFaultKind.NoRows, Books.Of([["id", "name"]]) },
            { "no name", FileFaultKind.NoColumn, Books.Of([["id"], ["exp-01"]]) },
            { "too many rows", FileFaultKind.TooManyRows, Books.Of([["id", "name"], .. Enumerable.Range(0, 2_001).Select(n => (string[])[$"e{n}", "A"])]) },
        };
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Broken_and_hostile_files_are_told_of_and_nothing_is_read(string what, FileFaultKind expected, byte[] file)
    {
        var reading = RegisterIntake.Experts(file);

        Assert.Equal((what, expected), (what, reading.Fault?.Kind));
        Assert.Empty(reading.Rows);
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public async Task Every_column_of_the_template_is_understood(string language)
    {
        await using var app = await AppUnderTest.Empty();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            foreach (var kind in Enum.GetValues<RegisterKind>())
                Assert.All(Workbook.Read(RegisterTemplate.Of(kind, app.Services.GetRequiredService<IStringLocalizer<SetupText>>())).Sheets, sheet => Assert.Empty(sheet.Unknown));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
