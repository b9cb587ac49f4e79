using System.Net;
using System.Text;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Objections;

namespace ReviewRoom.Tests.Notices;

public sealed class ObjectionFormTests(NoticeWorld world) : IClassFixture<NoticeWorld>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 x %%EOF"), Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0xFF, 0xD9];

    public static TheoryData<string, string, string> BadInput => new()
    {
        { "Name", "", "请填写姓名或单位名称" }, { "Name", new string('x', 101), "名称过长" },
        { "Phone", "", "请填写联系电话" }, { "Phone", "12345", "电话号码不对" }, { "Phone", "call me maybe 1234567", "电话号码不对" },
        { "Code", "", "请填写身份证号" }, { "Code", "1403021988", "应为 18 位" }, { "Code", "140302198803120012", "校验位不符" }, { "Code", "140302198813320011", "出生日期不存在" }, { "Code", "91140300MA0H00000X", "校验位不符" },
        { "Candidate", "", "请选择被异议对象" }, { "Candidate", "c9", "请选择被异议对象" }, { "Condition", "E8", "请选择所涉条件" },
        { "Facts", "  ", "请写明事实与理由" }, { "Facts", new string('x', 4001), "超过 4000 字" }, { "Facts", "I, 赵明远, saw it.", "这一栏阅读的人更多" }, { "Facts", "Call 0353-2290001.", "这一栏阅读的人更多" }, { "Truth", "", "请勾选" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task What_is_wrong_is_said_at_the_top_and_at_its_field_and_nothing_typed_is_lost(string field, string value, string words)
    {
        using var visitor = world.Scene.App.Visitor();

        var (status, page) = await world.Scene.Object(visitor, [(field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"href=\"/notice/session-6#f-{field}\">", page, StringComparison.Ordinal);
        Assert.Matches($"id=\"e-{field}\">[^<]*{words}", page);
        Assert.DoesNotContain("data-receipt", page, StringComparison.Ordinal);
        if (field != "Name") Assert.Contains($"value=\"{NoticeScene.Person}\"", page, StringComparison.Ordinal);
        if (field != "Facts") Assert.Contains(">An accident in March.</textarea>", page, StringComparison.Ordinal);
        if (field != "Candidate") Assert.Matches("value=\"c1\" selected", page);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "run.exe", Pdf, "不是 PDF 或图片（PNG、JPG）" }, { "fake.pdf", Encoding.ASCII.GetBytes("MZ not a pdf"), "不是 PDF 或图片（PNG、JPG）" }, { "fake.jpg", Pdf, "不是 PDF 或图片（PNG、JPG）" }, { "sheet.xlsx", Pdf, "不是 PDF 或图片（PNG、JPG）" },
        { "short.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 it breaks off"), "不完整或已损坏" }, { "empty.pdf", [], "文件是空的" }, { "large.pdf", new byte[EvidenceCheck.MostBytes + 1], "文件超过 20 MB" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_is_a_pdf_or_a_picture_by_its_bytes_and_not_too_large(string name, byte[] bytes, string words)
    {
        using var visitor = world.Scene.App.Visitor();

        var (status, page) = await world.Scene.Object(visitor, null, (name, bytes));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Matches($"id=\"e-Files\">[^<]*{words}：{name}", page);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_listed_at_once()
    {
        using var visitor = world.Scene.App.Visitor();

        var (_, page) = await world.Scene.Object(visitor, [("Name", ""), ("Phone", ""), ("Code", ""), ("Facts", ""), ("Truth", "")], [.. Enumerable.Range(1, 6).Select(i => ($"{i}.jpg", Jpeg))]);

        Assert.Contains("6 处需要改正", page, StringComparison.Ordinal);
        Assert.Matches("id=\"e-Files\">[^<]*文件多于 5 份", page);
    }

    [Fact]
    public async Task An_organisation_gives_its_credit_code()
    {
        await using var scene = await NoticeScene.Start();

        var (receipt, _) = await scene.Filed([("Name", "阳泉某某有限公司"), ("Code", "91350100M000100Y43")], ("photo.JPG", Jpeg));

        Assert.Equal("91350100M000100Y43", scene.Store.Read(receipt)?.Code);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_objection_with_one_receipt()
    {
        await using var scene = await NoticeScene.Start();
        using var visitor = scene.App.Visitor();
        (string, string)[] same = [("Intention", Guid.NewGuid().ToString("N"))];

        var (first, second) = (await scene.Object(visitor, same), await scene.Object(visitor, same));
        scene.Clock.Advance(ObjectionStore.Again);
        var late = await scene.Object(visitor, same);

        Assert.Equal(NoticeScene.ReceiptIn(first.Page), NoticeScene.ReceiptIn(second.Page));
        Assert.Equal(NoticeScene.ReceiptIn(first.Page), NoticeScene.ReceiptIn(late.Page));
        Assert.Contains("已显示过", late.Page, StringComparison.Ordinal);
        Assert.Single(scene.Sessions.View("office", NoticeScene.Id)?.Closing?.Objections ?? []);
    }

    [Fact]
    public async Task After_the_last_day_the_form_is_gone_and_the_page_stays()
    {
        await using var scene = await NoticeScene.Start();
        using var visitor = scene.App.Visitor();
        scene.Clock.Advance(new DateTimeOffset(2026, 12, 18, 15, 59, 0, TimeSpan.Zero) - scene.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, (await scene.Object(visitor)).Status);
        var open = await visitor.GetStringAsync($"/notice/{NoticeScene.Id}", TestContext.Current.CancellationToken);
        scene.Clock.Advance(TimeSpan.FromMinutes(2));

        var (_, page) = await scene.Object(visitor, [("__RequestVerificationToken", NoticeScene.Hidden(open, "__RequestVerificationToken"))]);

        Assert.Contains("An accident in March.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"f-Facts\"", open, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"f-Facts\"", page, StringComparison.Ordinal);
        Assert.Contains("公示期已满", page, StringComparison.Ordinal);
        Assert.Contains("Candidate 1", page, StringComparison.Ordinal);
        Assert.Single(scene.Sessions.View("office", NoticeScene.Id)?.Closing?.Objections ?? []);
    }

    [Fact]
    public async Task One_address_files_so_many_an_hour_and_the_words_stay_in_the_form()
    {
        await using var scene = await NoticeScene.Start();
        for (var i = 0; i < ObjectionLimits.Objections; i++) await scene.Filed();
        using var visitor = scene.App.Visitor();

        var (status, page) = await scene.Object(visitor);
        scene.Clock.Advance(ObjectionLimits.Window);
        var later = await scene.Object(visitor);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("一小时后再提交", page, StringComparison.Ordinal);
        Assert.Contains(">An accident in March.</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, later.Status);
    }

    [Fact]
    public void All_addresses_together_have_their_limit_too()
    {
        var limits = new ObjectionLimits(TimeProvider.System);

        var taken = Enumerable.Range(0, ObjectionLimits.AllObjections + 10).Count(i => limits.TakeObjection($"address-{i}"));

        Assert.Equal(ObjectionLimits.AllObjections, taken);
    }

    [Fact]
    public async Task A_flood_is_turned_back_before_it_is_read()
    {
        await using var scene = await NoticeScene.Start();
        using var visitor = scene.App.Visitor();
        for (var i = 0; i < ObjectionLimits.Requests; i++) scene.App.Get<ObjectionLimits>().TakeRequest("127.0.0.1");

        using var answer = await visitor.PostAsync($"/notice/{NoticeScene.Id}", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        var page = await visitor.GetStringAsync(answer.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.SeeOther, $"/notice/{NoticeScene.Id}?busy"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Contains("请求过多", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        using var visitor = world.Scene.App.Visitor();

        var (status, _) = await world.Scene.Object(visitor, [("__RequestVerificationToken", "nothing")]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("140302198803120011", ResidentIdFault.None)]
    [InlineData("11010519491231002X", ResidentIdFault.None)]
    [InlineData("11010519491231002x", ResidentIdFault.Character)]
    [InlineData("110105194912310021", ResidentIdFault.Check)]
    [InlineData("110105194902310028", ResidentIdFault.Date)]
    [InlineData("11010519491231002", ResidentIdFault.Length)]
    public void The_number_of_an_identity_card_has_its_date_and_its_check_character(string number, ResidentIdFault expected) => Assert.Equal(expected, ResidentId.Check(number));
}

/// <summary>One notice for the tests that change nothing in it.</summary>
public sealed class NoticeWorld : IAsyncLifetime
{
    private NoticeScene? scene;

    internal NoticeScene Scene => scene ?? throw new InvalidOperationException("The server has not started.");

    public async ValueTask InitializeAsync() => scene = await NoticeScene.Start();

    public ValueTask DisposeAsync() => Scene.DisposeAsync();
}
