using System.Collections.Immutable;
using System.Net;
using Microsoft.Extensions.Localization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Intake;
using ReviewRoom.Live;
using ReviewRoom.Resources;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Documents;
using ReviewRoom.Tests.Sessions;

namespace ReviewRoom.Tests.Intake;

/// <summary>What is exported and imported again has not changed.</summary>
public sealed class RegisterExportTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void A_register_taken_back_from_its_own_workbooks_is_the_same_in_both_languages(string language)
    {
        var there = demo.App.Get<LiveRegisters>().View("supervisor").Registers.First(r => r.Id == "session-6");
        byte[] Book(RegisterKind kind) => In(language, words => RegisterExport.Of(kind, there, words));

        Same(there.Experts, RegisterIntake.Experts(Book(RegisterKind.Experts), there));
        Same(there.Applicants, RegisterIntake.Applicants(Book(RegisterKind.Applicants), there));
        Same(there.Organisations, RegisterIntake.Organisations(Book(RegisterKind.Organisations), there));
        Assert.Equal(Book(RegisterKind.Experts), Book(RegisterKind.Experts));
    }

    [Fact]
    public void Units_are_the_same_and_a_name_that_looks_like_a_formula_is_text_in_the_file_and_itself_again_after()
    {
        var units = demo.App.Get<LiveSessions>().View("supervisor", "session-6")?.Bodies ?? [];
        ImmutableArray<Body> all = [.. units, new Body("unit-98", "=1+1", "@SUM(A1)", BodyKind.Department, false)];

        var book = In("zh-Hans", words => RegisterExport.Of(all, words));

        Same(all, BodyIntake.Read(book));
        Assert.Equal("'@SUM(A1)", PaperTables.OfWorkbook(book).Values.First()[^1]["B"]);
    }

    [Theory]
    [InlineData("office", HttpStatusCode.OK)]
    [InlineData("supervisor", HttpStatusCode.OK)]
    [InlineData("expert-01", HttpStatusCode.Forbidden)]
    [InlineData("unit-01", HttpStatusCode.Forbidden)]
    public async Task It_is_for_office_and_supervisor(string person, HttpStatusCode expected)
    {
        using var client = await demo.App.Api(person);

        foreach (var kind in (string[])["experts", "applicants", "organisations", "bodies"]) Assert.Equal(expected, (await client.GetAsync($"/office/setup/export/session-6/{kind}.xlsx")).StatusCode);
    }

    [Fact]
    public async Task The_summary_holds_every_candidate_once_for_whom_the_list_is()
    {
        await using var world = await AConsultation.Planned();
        await world.Do("office", AConsultation.Start(Given.Start.AddYears(30)));
        foreach (var unit in AConsultation.Units) await world.Do(unit, new ReplyToConsultation([]));
        await world.Do("office", new CloseConsultation());
        await world.Do("office", new Propose());
        const string path = $"/api/sessions/{AConsultation.Id}/summary.xlsx";
        using var leading = await world.App.Api("leading");
        using var unit1 = await world.App.Api("unit-01");

        var rows = PaperTables.OfWorkbook(await leading.GetByteArrayAsync(path)).Values.Single();

        Assert.Equal(["甲公司", "丙公司"], rows.Where(r => r.GetValueOrDefault("B") is "d1" or "d3").Select(r => r["C"]));
        Assert.Equal(HttpStatusCode.NotFound, (await unit1.GetAsync(path)).StatusCode);
    }

    private static void Same<T>(ImmutableArray<T> before, Reading<T> reading) where T : class
    {
        Assert.Null(reading.Fault);
        Assert.Empty(reading.Unknown);
        Assert.Empty(reading.Rows.SelectMany(r => r.Faults.Select(f => $"{r.Id}: {f}")));
        Assert.Equal(before.Select(b => System.Text.Encoding.UTF8.GetString(Canonical.Bytes(b))), reading.Rows.Select(r => System.Text.Encoding.UTF8.GetString(Canonical.Bytes(r.Record))));
    }

    private byte[] In(string language, Func<IStringLocalizer<SetupText>, byte[]> made)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
            return made(demo.App.Get<IStringLocalizer<SetupText>>());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
