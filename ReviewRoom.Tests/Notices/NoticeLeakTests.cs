using System.Net;
using System.Text.RegularExpressions;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Objections;

namespace ReviewRoom.Tests.Notices;

/// <summary>What the public, an objector and the leading group are never shown.</summary>
public sealed class NoticeLeakTests
{
    [Fact]
    public async Task The_notice_is_the_same_page_whatever_the_scores_and_the_objections_are()
    {
        await using var one = await NoticeScene.Start(["912.5", "843.75", "731.25", "666.5"]);
        await using var other = await NoticeScene.Start(["999", "998", "997", "601"]);
        await one.Filed([("Facts", "canary facts")]);
        await one.Filed([("Candidate", "c2")]);

        var (a, b) = (await Page(one, $"/notice/{NoticeScene.Id}"), await Page(other, $"/notice/{NoticeScene.Id}"));

        Assert.Equal(NoticeScene.Steady(b), NoticeScene.Steady(a));
        Assert.Equal(other.Sessions.Notice(NoticeScene.Id)?.AsPublished(), one.Sessions.Notice(NoticeScene.Id)?.AsPublished());
        Assert.All(["912.5", "843.75", "731.25", "666.5", "91.25", "canary", NoticeScene.Person], word => Assert.DoesNotContain(word, NoticeScene.Steady(a), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upheld_objection_changes_nothing_on_the_notice()
    {
        await using var scene = await NoticeScene.Start();
        var before = await Page(scene, $"/notice/{NoticeScene.Id}");
        var (receipt, _) = await scene.Filed();
        await scene.Act("office", new NameHandlers(receipt, "office", "office2"));
        await scene.Act("office", new SettleObjection(receipt, true, "proved"));

        var after = await Page(scene, $"/notice/{NoticeScene.Id}");

        Assert.Equal(NoticeScene.Steady(before), NoticeScene.Steady(after));
    }

    [Fact]
    public async Task The_check_code_on_the_page_is_that_of_the_archived_text()
    {
        await using var scene = await NoticeScene.Start();
        using var visitor = scene.App.Visitor();

        var bytes = await visitor.GetByteArrayAsync($"/notice/{NoticeScene.Id}/notice.json", TestContext.Current.CancellationToken);
        var page = await Page(scene, $"/notice/{NoticeScene.Id}");

        var code = string.Join(' ', Canonical.Hash(bytes).ToUpperInvariant()[..16].Chunk(4).Select(c => new string(c)));
        Assert.Contains($"<span class=\"hash\">{code}</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_receipt_and_wrong_secret_look_the_same_and_are_slowed()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, secret) = await scene.Filed();
        using var visitor = scene.App.Visitor();

        var (wrongSecret, wrongReceipt) = (await Text(scene, visitor, receipt, "AAAA-BBBB-CCCC"), await Text(scene, visitor, "YY-AAAA-BBBB", secret));
        Assert.Equal(Without(wrongSecret, receipt), Without(wrongReceipt, "YY-AAAA-BBBB"));
        Assert.Contains("不符", wrongSecret, StringComparison.Ordinal);
        for (var i = 0; i < 4; i++) await Text(scene, visitor, receipt, "AAAA-BBBB-CCCC");
        Assert.Contains("秒再试", await Text(scene, visitor, receipt, secret), StringComparison.Ordinal);
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("data-standing=\"Received\"", await Text(scene, visitor, receipt, secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objector_learns_how_it_stands_and_neither_who_handles_it_nor_what_he_gave()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, secret) = await scene.Filed([("Facts", "canary facts")]);
        using var visitor = scene.App.Visitor();
        await scene.Act("office", new NameHandlers(receipt, "office", "office2"));
        var handled = await Text(scene, visitor, receipt, secret.ToLowerInvariant().Replace('-', ' '));
        await scene.Act("office2", new SettleObjection(receipt, true, "The accident is proved."));

        var settled = await Text(scene, visitor, receipt, secret);

        Assert.Contains("data-standing=\"BeingHandled\"", handled, StringComparison.Ordinal);
        Assert.Contains("data-standing=\"Upheld\"", settled, StringComparison.Ordinal);
        Assert.Contains("The accident is proved.", settled, StringComparison.Ordinal);
        Assert.Contains("2027年6月9日删除", settled, StringComparison.Ordinal);
        Assert.All(["Office", "canary", NoticeScene.Person, NoticeScene.PersonCode, secret, "900"], word => Assert.DoesNotContain(word, NoticeScene.Steady(handled + settled), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_objects_is_read_by_the_two_handlers_alone_and_each_reading_is_on_record()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, _) = await scene.Filed(null, ("proof.pdf", System.Text.Encoding.ASCII.GetBytes("%PDF-1.4 x %%EOF")));
        var desk = scene.App.Get<ObjectionDesk>();
        async Task<string?> Reads(string person) => (await desk.Read(person, NoticeScene.Id, receipt, Guid.NewGuid().ToString("N"))).Objector?.Name;

        Assert.Null(await Reads("office"));
        await scene.App.Get<Identity.People>().AddAll([new Identity.PersonEntry("office3", "Office Three", Roles.Office)], AppUnderTest.Password);
        await scene.Act("office", new NameHandlers(receipt, "office", "office2"));
        foreach (var other in (string[])["office3", "supervisor", "leading", "admin", "expert-01"]) Assert.Null(await Reads(other));
        Assert.Equal(NoticeScene.Person, await Reads("office2"));
        Assert.Equal(HttpStatusCode.NotFound, await File(scene, "office3", receipt, 1));
        Assert.Equal(HttpStatusCode.Forbidden, await File(scene, "supervisor", receipt, 1));
        Assert.Equal(HttpStatusCode.NotFound, await File(scene, "office", receipt, 2));
        Assert.Equal(HttpStatusCode.OK, await File(scene, "office", receipt, 1));

        var seen = scene.Sessions.View("supervisor", NoticeScene.Id)?.Closing?.Objections.Single();
        Assert.Equal([("office2", null), ("office", 1)], seen?.Readings.Select(r => (r.By, r.File)) ?? []);
        Assert.Empty(scene.Sessions.View("leading", NoticeScene.Id)?.Closing?.Objections.Single().Readings ?? []);
    }

    [Fact]
    public async Task Nobody_names_handlers_who_are_not_two_of_the_office()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, _) = await scene.Filed();

        Assert.Equal(RefusalCode.Malformed, (await scene.Act("office", new NameHandlers(receipt, "office", "supervisor"))).Refusal?.Code);
        Assert.Equal(["office", "office2"], scene.Sessions.MayHandle("office", NoticeScene.Id, "c1").Select(p => p.Id));
        Assert.Empty(scene.Sessions.MayHandle("supervisor", NoticeScene.Id, "c1"));
    }

    [Theory]
    [InlineData("/notice/nothing")]
    [InlineData("/notice/nothing/status")]
    [InlineData("/notice/nothing/notice.json")]
    public async Task Where_there_is_no_notice_there_is_no_page(string path)
    {
        await using var scene = await NoticeScene.Start(upTo: SessionStage.Reviewed);
        using var visitor = scene.App.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path.Replace("nothing", NoticeScene.Id, StringComparison.Ordinal), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<HttpStatusCode> File(NoticeScene scene, string person, string receipt, int place)
    {
        using var reader = await scene.App.SignedIn(person);
        using var answer = await reader.GetAsync($"/sessions/{NoticeScene.Id}/objections/{receipt}/files/{place}");
        return answer.StatusCode;
    }

    private static async Task<string> Page(NoticeScene scene, string path)
    {
        using var visitor = scene.App.Visitor();
        return await visitor.GetStringAsync(path);
    }

    private static async Task<string> Text(NoticeScene scene, HttpClient visitor, string receipt, string secret)
    {
        using var answer = await scene.Ask(visitor, receipt, secret);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string Without(string page, string receipt) => Regex.Replace(NoticeScene.Steady(page), Regex.Escape(receipt), "");
}
