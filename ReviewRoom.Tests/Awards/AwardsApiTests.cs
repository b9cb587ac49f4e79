using System.Net;
using System.Text;
using ReviewRoom.Tests.Api;

namespace ReviewRoom.Tests.Awards;

/// <summary>Each role at the register of awards: what it may read, what it may do, and what never stands in what it is given.</summary>
public sealed class AwardsApiTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private static readonly string[] Reads = ["/api/awards", "/api/awards/payments/2026.xlsx", "/api/awards/aw-2025-m1/certificate.docx", "/api/awards/none/certificate.docx", "/api/awards/payments/1999.xlsx"];

    /// <summary>One of every act there is, each of which would be in order for the right person or is refused for its matter alone.</summary>
    public static readonly TheoryData<string, string, string> Matrix = new()
    {
        { """{"act":"takeAwards","awards":[]}""", "office", "422" },
        { """{"act":"setBudget","year":2031,"yuan":1,"document":"x"}""", "finance", "200" },
        { """{"act":"recordPayment","award":"aw-2025-n2","yuan":1,"on":"2026-11-01","voucher":"x"}""", "finance", "200" },
        { """{"act":"recordMatch","award":"aw-2025-m1","yuan":5,"document":"x","on":"2026-11-01"}""", "office", "200" },
        { """{"act":"setWorkingFunds","year":2031,"line":"meetings","yuan":1,"document":"x"}""", "finance", "200" },
        { """{"act":"recordExpense","line":"meetings","yuan":0,"on":"2026-11-01","purpose":"x","document":"x"}""", "finance", "422" },
        { """{"act":"recommendForProvince","award":"aw-2025-n1","document":"x","on":"2026-11-01"}""", "office", "200" },
        { """{"act":"receiveReport","award":"aw-2025-n1","text":"x"}""", "office", "200" },
        { """{"act":"closeInvestigation","award":"aw-2025-m1","report":"r9","founded":true,"finding":"x"}""", "office", "404" },
        { """{"act":"proposeRevocation","award":"aw-2025-m1","report":"r9","ground":"fraud","eventOn":"2026-01-01","reason":"x"}""", "office", "404" },
        { """{"act":"approveRevocation","award":"aw-2025-m1","document":"x","on":"2026-11-01"}""", "office", "409" },
        { """{"act":"declineRevocation","award":"aw-2025-m1","document":"x","on":"2026-11-01"}""", "office", "409" },
        { """{"act":"recordReturn","award":"aw-2025-m1","what":"plaque","on":"2026-11-01"}""", "office", "409" },
        { """{"act":"recordRecovery","award":"aw-2021-m2","yuan":1,"on":"2026-11-01","voucher":"x"}""", "finance", "200" },
        { """{"act":"publishRevocation","award":"aw-2025-m1","on":"2026-11-01","where":"x"}""", "office", "409" },
        { """{"act":"recordSelfReport","award":"aw-2025-n1","year":2026,"summary":"x"}""", "office", "200" },
        { """{"act":"recordMidTerm","award":"aw-2025-n1","result":"kept","on":"2026-11-01","text":"x"}""", "office", "409" },
        { """{"act":"noteExpiry","award":"aw-2025-m1"}""", "nobody", "422" },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Each_act_is_for_its_role_alone(string act, string role, string expected)
    {
        foreach (var person in (string[])["office", "finance", "supervisor", "admin", "expert-01"])
        {
            var status = await Ask(person, act);
            var may = person == role || role == "nobody";
            Assert.Equal((person, may ? expected : person is "admin" or "expert-01" ? "404" : "409"), (person, status));
        }
        using var visitor = demo.App.Visitor();
        using var unknown = await visitor.Raw("/api/awards/acts", act);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Theory]
    [InlineData("office", "200 200 200 404 404")]
    [InlineData("supervisor", "200 200 404 404 404")]
    [InlineData("finance", "200 200 404 404 404")]
    [InlineData("expert-01", "404 404 404 404 404")]
    [InlineData("admin", "404 404 404 404 404")]
    public async Task To_all_but_office_supervisor_and_finance_there_is_no_register(string person, string expected)
    {
        using var client = await demo.App.Api(person);

        var given = new List<int>();
        foreach (var path in Reads) given.Add((int)(await client.GetAsync(path)).StatusCode);

        Assert.Equal(expected, string.Join(' ', given));
    }

    [Fact]
    public async Task The_public_reads_no_report_no_voucher_no_person_and_no_reason_and_finance_no_report()
    {
        string[] reports = ["来信反映", "电话反映", "canary-report", "canary-finding", "canary-reason", "生产安全责任事故，举报属实", "影响恶劣"];
        string[] inner = ["付字 2025-0914", "收字 2024-1107", "阳财预", "canary-voucher", "org-08", "per-h1", "ext-33", "finance", "\"office", "office2"];
        using var office = await demo.App.Api("office2");
        using var finance = await demo.App.Api("finance");
        await Sent(office, """{"act":"receiveReport","award":"aw-2023-m2","text":"canary-report"}""");
        await Sent(office, """{"act":"closeInvestigation","award":"aw-2023-m2","report":"r1","founded":true,"finding":"canary-finding"}""");
        await Sent(office, """{"act":"proposeRevocation","award":"aw-2023-m2","report":"r1","ground":"fraud","eventOn":"2023-01-01","reason":"canary-reason"}""");
        await Sent(finance, """{"act":"recordPayment","award":"aw-2025-ni1","yuan":10,"on":"2026-11-02","voucher":"canary-voucher"}""");
        using var visitor = demo.App.Visitor();
        var awards = (await (await visitor.GetAsync("/api/awards/public")).Json()).AsArray();

        var read = new StringBuilder();
        foreach (var path in (string[])["/api/awards/public", "/awards/public", "/verify", .. awards.Select(a => $"/verify/{(string?)a?["code"]}"), .. awards.Select(a => $"/api/awards/public/{(string?)a?["code"]}")])
            read.Append(await visitor.GetStringAsync(path));
        var known = await finance.GetStringAsync("/api/awards") + await finance.GetStringAsync("/awards/payments/2026");

        Assert.Equal(18, awards.Count);
        Assert.All(reports.Concat(inner), secret => Assert.DoesNotContain(secret, read.ToString(), StringComparison.Ordinal));
        Assert.All(reports, secret => Assert.DoesNotContain(secret, known, StringComparison.Ordinal));
        Assert.Contains("canary-voucher", known, StringComparison.Ordinal);
        Assert.Contains("canary-reason", await office.GetStringAsync("/api/awards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_page_says_of_a_revoked_award_why_and_since_when_and_of_an_expired_one_that_it_is()
    {
        using var visitor = demo.App.Visitor();

        var page = await visitor.GetStringAsync("/awards/public?find=筑恒");

        Assert.Contains("阳泉筑恒建设集团有限公司", page, StringComparison.Ordinal);
        Assert.Contains("有效期内发生重大生产安全事故，市政府 2024-08-20 批准撤销。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("郁林", page, StringComparison.Ordinal);
        Assert.Contains("期满", await visitor.GetStringAsync("/awards/public"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_verified_however_it_is_typed_all_wrong_ones_look_the_same_and_many_have_to_wait()
    {
        await using var app = await AppUnderTest.Demo();
        using var visitor = app.Visitor();
        var code = (string?)(await (await visitor.GetAsync("/api/awards/public")).Json())[0]?["code"] ?? "";
        var typed = $"{code[..4].ToUpperInvariant()} {code[4..8]}-{code[8..]}";

        Assert.Contains("class=\"verdict valid\"", await visitor.GetStringAsync($"/verify?code={Uri.EscapeDataString(typed)}"), StringComparison.Ordinal);
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in (string[])["0", code[..15], "org-01", new string('a', 2000), "%27%3Bdrop"]) wrong.Add(await (await visitor.GetAsync($"/api/awards/public/{other}")).Content.ReadAsStringAsync());
        Assert.Single(wrong);
        for (var n = wrong.Count; n < 30; n++) (await visitor.GetAsync("/api/awards/public/wrong")).Dispose();
        using var held = await visitor.GetAsync($"/api/awards/public/{code}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyTries"), (held.StatusCode, (string?)(await held.Json())["code"]));
        Assert.Contains("查验过于频繁", await visitor.GetStringAsync($"/verify/{code}"), StringComparison.Ordinal);
    }

    private async Task<string> Ask(string person, string act)
    {
        using var client = await demo.App.Api(person);
        using var answer = await client.Raw("/api/awards/acts", With(act));
        return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Sent(HttpClient client, string act)
    {
        using var answer = await client.Raw("/api/awards/acts", With(act));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string With(string act) => act.Replace("{\"act\"", $"{{\"commandId\":\"{ApiClient.NewId()}\",\"act\"", StringComparison.Ordinal);
}
