namespace ReviewRoom.Tests.Notices;

public sealed class NoticePageTests(NoticeWorld world) : IClassFixture<NoticeWorld>
{
    [Fact]
    public async Task The_notice_has_its_lists_by_number_its_sentences_its_period_in_working_days_and_no_circuit()
    {
        var page = await Read($"/notice/{NoticeScene.Id}");

        Assert.All(["关于第六届阳泉市质量奖建议名单的公示", "一、阳泉市质量奖", "二、阳泉市质量奖提名奖", "排名不分先后", "提名奖空缺4名。", "公示期为2026年12月14日至2026年12月18日，共5个工作日", "0353-2290000", "平定县人民政府", "2026年12月11日"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.True(page.IndexOf("Candidate 1", StringComparison.Ordinal) < page.IndexOf("Candidate 3", StringComparison.Ordinal));
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_side_says_which_day_of_the_period_it_is_and_how_many_are_left()
    {
        await using var scene = await NoticeScene.Start();
        using var visitor = scene.App.Visitor();
        (string Day, string Head, string Left)[] days =
        [
            ("2026-12-11", "公示期尚未开始", "12月14日起计，12月18日24:00截止，共5个工作日"), ("2026-12-14", "第 1 日", "12月18日24:00截止，还剩4个工作日"),
            ("2026-12-16", "第 3 日", "12月18日24:00截止，还剩2个工作日"), ("2026-12-18", "第 5 日", "这是最后一个工作日"), ("2026-12-19", "公示期已满", "已于12月18日24:00截止"),
        ];
        foreach (var (day, head, left) in days)
        {
            scene.Clock.Advance(DateTimeOffset.Parse($"{day}T06:00:00Z", System.Globalization.CultureInfo.InvariantCulture) - scene.Clock.GetUtcNow());

            var page = await visitor.GetStringAsync($"/notice/{NoticeScene.Id}", TestContext.Current.CancellationToken);

            Assert.Contains(head, page, StringComparison.Ordinal);
            Assert.Contains(left, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Large_text_high_contrast_and_English_are_links_that_work_without_script()
    {
        using var visitor = world.Scene.App.Visitor();
        foreach (var link in (string[])["/text-size?to=125", "/contrast?to=high", "/culture?to=en"]) (await visitor.GetAsync(link, TestContext.Current.CancellationToken)).Dispose();

        var page = await visitor.GetStringAsync($"/notice/{NoticeScene.Id}", TestContext.Current.CancellationToken);

        Assert.Contains("data-text=\"125\" data-contrast=\"high\"", page, StringComparison.Ordinal);
        Assert.Contains("The notice runs from 14 December 2026 to 18 December 2026, 5 working days.", page, StringComparison.Ordinal);
        Assert.Contains("Places of the nomination left vacant: 4.", page, StringComparison.Ordinal);
        Assert.Contains("/contrast?to=normal&amp;back=%2Fnotice%2Fsession-6", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_notices_are_listed_for_everybody()
    {
        Assert.Contains("<a href=\"/notice/session-6\">", await Read("/notices"), StringComparison.Ordinal);
    }

    private async Task<string> Read(string path)
    {
        using var visitor = world.Scene.App.Visitor();
        return await visitor.GetStringAsync(path);
    }
}
