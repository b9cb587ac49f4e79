using System.Net;

namespace ReviewRoom.Tests.Hosting;

public sealed class PreferenceTests(UsualApp usual) : IClassFixture<UsualApp>
{
    [Fact]
    public async Task Chinese_comes_first_and_English_is_remembered()
    {
        using var visitor = usual.App.Visitor();
        var before = await visitor.GetStringAsync("/sign-in");

        using var switched = await visitor.GetAsync("/culture?to=en&back=%2Fsign-in");
        var after = await visitor.GetStringAsync("/sign-in");

        Assert.Equal("/sign-in", switched.Headers.Location?.OriginalString);
        Assert.Contains("<html lang=\"zh-Hans\"", before, StringComparison.Ordinal);
        Assert.Contains("登录", before, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", after, StringComparison.Ordinal);
        Assert.Contains("Sign in", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/theme?to=dark", "data-theme=\"dark\"")]
    [InlineData("/text-size?to=150", "data-text=\"150\"")]
    [InlineData("/contrast?to=high", "data-contrast=\"high\"")]
    public async Task Appearance_and_size_of_text_are_remembered(string address, string expected)
    {
        using var visitor = usual.App.Visitor();

        using var switched = await visitor.GetAsync(address);
        var after = await visitor.GetStringAsync("/sign-in");

        Assert.Equal("/", switched.Headers.Location?.OriginalString);
        Assert.Contains(expected, after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/theme?to=purple")]
    [InlineData("/culture?to=xx")]
    [InlineData("/text-size")]
    public async Task A_preference_that_does_not_exist_is_refused(string address)
    {
        using var visitor = usual.App.Visitor();

        using var answer = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    public async Task A_switch_leads_back_to_this_site_only(string back)
    {
        using var visitor = usual.App.Visitor();

        using var answer = await visitor.GetAsync($"/theme?to=dark&back={Uri.EscapeDataString(back)}");

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }
}
