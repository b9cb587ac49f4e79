using Microsoft.Playwright;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Tests.Hall;
using ReviewRoom.Tests.Notices;
using static Microsoft.Playwright.Assertions;

namespace ReviewRoom.Tests.InBrowser;

/// <summary>The whole of the regulation in one go.</summary>
[Collection(nameof(Walks))]
public sealed class WholeSchemeTests(Browser browser)
{
    [Fact]
    public async Task An_organisation_and_a_person_go_from_the_notice_of_the_session_to_the_register_and_one_award_is_revoked_and_paid_back()
    {
        var clock = new ClockAhead();
        await using var app = await WholeScheme.Start(clock);
        var scheme = new WholeScheme(app, browser, clock);

        await scheme.TheOfficeGivesNotice();
        await scheme.TheyApply();
        await scheme.TheyAreRecommendedAndAccepted();
        await scheme.ThePanelReviewsBoth();
        await scheme.TheUnitsAreAsked();
        await scheme.TheListIsPassedPublishedAndConferred();
        await scheme.BothArePaidAndRegistered();
        await scheme.OneIsRevokedAndPaysBack();
    }

    [Fact]
    public async Task Article_4_the_leading_group_leaves_a_place_vacant_with_its_reason_and_the_notice_says_so()
    {
        await using var scene = await NoticeScene.Start(["900", "800", "590"], SessionStage.Proposed);
        var address = $"/sessions/{NoticeScene.Id}/closing";
        var group = await browser.Open(scene.App, "leading", address);
        await group.Settled();
        await group.GetByLabel("会议纪要文号").FillAsync("阳质领〔2026〕4号");
        await group.GetByLabel("同意").FillAsync("9");
        await group.GetByText("让名额空缺").ClickAsync();
        await group.GetByLabel("Candidate 1", new() { Exact = true }).CheckAsync();
        await Expect(group.GetByRole(AriaRole.Button, new() { Name = "记录审查通过" })).ToBeDisabledAsync();
        await group.GetByLabel("Candidate 1：空缺理由").FillAsync("创新成果尚未经过两年检验。");
        await group.GetByRole(AriaRole.Button, new() { Name = "记录审查通过" }).ClickAsync();
        await Expect(group.GetByText("空缺：Candidate 1（创新成果尚未经过两年检验。）")).ToBeVisibleAsync();

        var office = await browser.Open(scene.App, "office", address);
        await office.Settled();
        await office.GetByRole(AriaRole.Button, new() { Name = "录入 2026 年" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "保存节假日安排" }).ClickAsync();
        await office.GetByLabel("受理方式（电话、地址）").FillAsync("0353-2290000");
        await office.GetByRole(AriaRole.Button, new() { Name = "发布公示" }).ClickAsync();
        await Expect(office.Locator("[data-stage=PublicNotice]")).ToBeVisibleAsync();

        // Candidate 2 has one of three places, candidate 3 lies below the line: two and five places stay empty, and why the group left one is not told to the public.
        var citizen = await browser.Open(scene.App, path: $"/notice/{NoticeScene.Id}");
        await Expect(citizen.GetByText("阳泉市质量奖空缺2名。")).ToBeVisibleAsync();
        await Expect(citizen.GetByText("提名奖空缺5名。")).ToBeVisibleAsync();
        var shown = await citizen.ContentAsync();
        Assert.All((string[])["Candidate 1", "Candidate 3", "两年检验"], word => Assert.DoesNotContain(word, shown, StringComparison.Ordinal));
    }
}
