using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Documents;

namespace ReviewRoom.Tests.Awards;

public sealed class AwardPaperTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_certificate_is_a_sound_document_with_number_holder_validity_and_the_code_of_its_verification()
    {
        using var office = await demo.App.Api("office");
        var bytes = await office.GetByteArrayAsync("/api/awards/aw-2025-m1/certificate.docx");

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var text = file.MainDocumentPart?.Document?.Body?.InnerText ?? "";
        var image = file.MainDocumentPart?.ImageParts.Single();

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        Assert.Contains("阳质奖〔2025〕1号", text, StringComparison.Ordinal);
        Assert.Contains("阳泉恒洁环保科技有限公司", text, StringComparison.Ordinal);
        Assert.Contains("2025年6月27日 至 2030年6月26日", text, StringComparison.Ordinal);
        Assert.Contains(Code("aw-2025-m1"), text, StringComparison.Ordinal);
        Assert.Equal("image/png", image?.ContentType);
        Assert.Equal(bytes, await office.GetByteArrayAsync("/api/awards/aw-2025-m1/certificate.docx"));
    }

    [Fact]
    public async Task Its_page_says_the_same_and_draws_the_code_and_that_of_a_revoked_award_says_so()
    {
        using var office = await demo.App.Api("office");

        var page = await office.GetStringAsync("/awards/aw-2025-m1/certificate");
        var revoked = await office.GetStringAsync("/awards/aw-2021-m2/certificate");

        Assert.Contains("阳质奖〔2025〕1号", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"paper-qr\"><svg", page, StringComparison.Ordinal);
        Assert.Contains("该奖状态为“已撤销”，此页仅供存档。", revoked, StringComparison.Ordinal);
        Assert.DoesNotContain("此页仅供存档", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_payment_list_holds_the_year_s_payments_their_sum_and_what_is_owed_against_the_budget()
    {
        using var finance = await demo.App.Api("finance");

        var page = await finance.GetStringAsync("/awards/payments/2025");
        var book = PaperTables.OfWorkbook(await finance.GetByteArrayAsync("/api/awards/payments/2025.xlsx"));

        Assert.Contains("已付 900,000 元，预算余额 300,000 元。", page, StringComparison.Ordinal);
        var rows = book["付款清单"];
        Assert.Equal("900000", rows.First(row => row.GetValueOrDefault("A") == "合计")["F"]);
        Assert.Equal(["500000", "300000", "100000"], rows.Skip(1).Take(3).Select(row => row["F"]));
        Assert.Equal(["第 20 条", "第 19 条", "第 19 条"], rows.Skip(1).Take(3).Select(row => row["G"]));
    }

    [Fact]
    public async Task The_certificate_prints_on_two_pages()
    {
        Assert.SkipWhen(LibreOffice.MayBeMissing, "LibreOffice or poppler is not installed.");
        using var office = await demo.App.Api("office");
        var bytes = await office.GetByteArrayAsync("/api/awards/aw-2025-mi1/certificate.docx");

        var print = (await LibreOffice.Prints(new Dictionary<string, byte[]> { ["certificate.docx"] = bytes }, TestContext.Current.CancellationToken))["certificate.docx"];

        Assert.Equal(2, print.Pages);
        Assert.Contains("苗青圃", print.Text, StringComparison.Ordinal);
    }

    private string Code(string award) => demo.App.Get<LiveAwards>().View("office")?.Awards.Single(a => a.Award.Entry.Id == award).Award.Code ?? "";
}
